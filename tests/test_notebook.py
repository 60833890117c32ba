"""The notebook runs from top to bottom over the samples, answers what it promises, and loads nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from docs import notebook
from graph.session import Database
from tests.samples import LOWER, UPPER, load_samples
from tests.served import tab

pytestmark = pytest.mark.neo4j

ALIGN = """
MATCH (low:Document {id: $lower})-[:HAS_PROVISION]->(m:Measure {heading: '推行“免证办”服务'}),
  (up:Document {id: $upper})-[:HAS_PROVISION]->(u:Measure {heading: '推广“免证办”服务'})
MERGE (m)-[a:ALIGNED_WITH]->(u)
  ON CREATE SET a.made_by = 'test', a.basis = 'cited', a.score = 0.9,
    a.lag_days = duration.inDays(up.issued_on, low.issued_on).days,
    a.lower_start = m.start, a.lower_end = m.start + 20, a.upper_start = u.start, a.upper_end = u.start + 20
"""


@pytest.fixture(scope="module")
def executed(engine: Database) -> Iterator[NotebookNode]:
    """The notebook run over the samples, with one alignment made by hand where the loading made none of that pair."""
    samples = load_samples(engine)
    samples.write(ALIGN, lower=LOWER, upper=UPPER)
    yield notebook.executed()
    samples.write("MATCH ()-[a:ALIGNED_WITH {made_by: 'test'}]->() DELETE a")


def shown(executed: NotebookNode, heading: str) -> str:
    """Return the text of the outputs below a heading."""
    texts, below = [], False
    for cell in executed.cells:
        if cell.cell_type == "markdown":
            if cell.source.startswith("#"):
                below = heading in cell.source.splitlines()[0]
        elif below:
            for output in cell.outputs:
                data = output.get("data", {})
                texts.append(output.get("text") or data.get("text/html") or data.get("text/plain", ""))
    return "\n".join(texts)


@pytest.mark.parametrize(
    ("heading", "facts"),
    [
        ("mailuo in a notebook", ["documents held", "<td>9</td>"]),
        ("carry out", ["国发〔2022〕5号", "贯彻落实", "江苏省优化营商环境条例"]),
        ("Who leads", ["江苏省政务服务管理办公室", "<td>6</td>", "规范网上办事服务"]),
        ("due when", ["2022Q4", "2022年11月底前", "市司法局"]),
        ("upper one orders", ["推广“免证办”服务", "cited", "浙政发〔2022〕907号"]),
        ("picture", [json.dumps("江苏省公安厅"), "RESPONSIBLE_FOR"]),
        ("py2neo", ["6 rows, 7 documents", "IMPLEMENTS"]),
    ],
)
def test_what_stands_below_a_heading_answers_it(executed: NotebookNode, heading: str, facts: list[str]) -> None:
    text = shown(executed, heading)
    for fact in facts:
        assert fact in text, fact


def test_every_cell_of_code_ran(executed: NotebookNode) -> None:
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))


def test_the_committed_notebook_is_sound_and_has_no_outputs() -> None:
    committed = nbformat.read(notebook.NOTEBOOK, as_version=4)
    nbformat.validate(committed)
    assert all(
        not cell.outputs and cell.execution_count is None for cell in committed.cells if cell.cell_type == "code"
    )
    assert notebook.NOTEBOOK.stat().st_size < 20_000


def test_its_web_page_draws_and_loads_nothing_from_elsewhere(executed: NotebookNode, tmp_path: Path) -> None:
    file = tmp_path / "notebook.html"
    file.write_text(notebook.page(executed), "utf8")
    with tab() as page:
        page.open(file.as_uri())
        page.wait("[...document.querySelectorAll('canvas')].some((one) => one.width > 300)")
        assert [one for one in page.requests if not one.startswith(("data:", "blob:"))] == [file.as_uri()]
        assert page.complaints == []

"""``mailuo implementation`` and ``compare`` on the sample corpus: forms, files, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app
from graph.session import Database
from tests.samples import LOWER, UPPER, load_samples

pytestmark = pytest.mark.neo4j
CITY = "宁政发〔2022〕906号"
ZHEJIANG = "浙政发〔2022〕907号"


@pytest.fixture(scope="module", autouse=True)
def samples(engine: Database) -> Database:
    return load_samples(engine)


def _run(*words: object) -> Result:
    return CliRunner(env={"COLUMNS": "120"}).invoke(app, [str(word) for word in words])


def _json(*words: object) -> Any:
    result = _run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("region", ["江苏", "江苏省", "320000"])
def test_a_region_is_known_by_its_names_and_its_code(region: str) -> None:
    found = _json("implementation", UPPER, "--region", region)
    assert (found["status"], found["region"]) == ("COMPARED", {"id": "320000", "name": "江苏省"})
    assert [one["id"] for one in found["documents"]][:1] == [LOWER]
    first = found["measures"][0]
    assert first["upper"]["path"] == "二/（一）"
    assert [(one["basis"], one["lower"]["id"]) for one in first["alignments"]][:1] == [("CITED", f"{LOWER}#二/（一）")]
    assert {one["measure"]["path"] for one in found["silent"]} >= {"三/（三）", "六/（一）"}


def test_a_city_has_only_its_own_documents() -> None:
    found = _json("implementation", LOWER, "--region", "南京")
    assert found["searched"] == {"documents": 1, "later": 1, "from": "2022-09-26", "to": "2022-09-26"}
    assert {one["id"] for one in found["documents"]} == {CITY}


def test_people_read_first_what_the_answer_rests_on() -> None:
    lines = _run("implementation", UPPER, "--region", "江苏", "--format", "table").stdout.splitlines()
    assert lines[0].startswith(UPPER)
    assert lines[1].startswith("The upper document is held, and documents of lower levels were compared")
    shown = "\n".join(lines)
    assert "these are sample digests" in shown
    assert f"carries out  {LOWER}  二/（一）" in shown
    assert f"same action (by content alone)  {CITY}" in shown
    assert "nothing found (Organisational measures, not counted)" in shown
    chinese = _run("implementation", UPPER, "--region", "江苏", "--format", "table", "--language", "zh").stdout
    assert f"落实  {LOWER}  二/（一）" in chinese


def test_csv_has_the_columns_and_rows_of_the_statement() -> None:
    result = _run("implementation", UPPER, "--region", "江苏", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    asked = _run("query", "implementation", "-p", f"upper={UPPER}", "-p", "region=320000", "--format", "csv")
    assert rows == list(csv.DictReader(io.StringIO(asked.stdout)))
    assert rows[0]["reading"] == "basis"


def test_files_have_the_form_that_their_name_says(tmp_path: Path) -> None:
    words = ("implementation", UPPER, "--region", "江苏", "--out")
    for name, beginning in (("a.md", f"# {UPPER} "), ("a.json", "{"), ("a.csv", "reading,"), ("a.HTML", "<!doctype")):
        result = _run(*words, tmp_path / name)
        assert (result.exit_code, result.stdout) == (0, ""), result.stderr
        assert (tmp_path / name).read_text("utf8").lstrip().startswith(beginning)
    unknown = _run(*words, tmp_path / "a.xyz")
    assert (unknown.exit_code, unknown.stderr.splitlines()[1]) == (2, "Say it with --format.")
    nowhere = _run(*words, tmp_path / "none" / "a.md")
    assert nowhere.exit_code == 3
    assert "cannot be written" in nowhere.stderr
    table = _run(*words, tmp_path / "a.md", "--format", "table")
    assert table.exit_code == 2


def test_a_report_stands_beside_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    result = _run("compare", UPPER, LOWER, "--format", "json", "--report", file, "--language", "en")
    assert json.loads(result.stdout)["status"] == "COMPARED"
    text = file.read_text("utf8")
    assert "How this was made" in text
    assert f"省政府关于大力推进标准化规范化便利化加快建设现代政务服务体系的实施意见: {LOWER}[A]. 2022-07-24." in text


def test_markdown_says_of_silence_what_was_searched() -> None:
    text = _run("implementation", UPPER, "--region", "江苏", "--format", "markdown").stdout
    silence = text.partition("## 未见落实的措施")[2].partition("\n## ")[0]
    assert "仅就上述检索范围而言" in silence
    assert "### 三/（三） 规范开展政务服务评估评价" in silence
    assert "### 六/（一）" not in silence  # organisational: in the list of those that do not count
    assert "- 六/（一） 加强组织领导" in silence


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("implementation", "政务服务", "--region", "江苏"), 4, "does not name one document"),
        (("implementation", "没发〔1999〕1号", "--region", "江苏"), 1, "No document is known as"),
        (("implementation", UPPER, "--region", "朝阳区"), 4, "does not name one region"),
        (("implementation", UPPER, "--region", "亚特兰蒂斯"), 1, "No region is known as 亚特兰蒂斯."),
        (("implementation", UPPER), 2, "--region"),
        (("compare", LOWER, UPPER), 2, "is not of a lower level than"),
        (("compare", ZHEJIANG, CITY), 2, "or not where that one applies"),
        (("compare", UPPER, "优化营商环境条例"), 1, "its text is not held"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(words: tuple[str, ...], code: int, said: str) -> None:
    result = _run(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr


def test_nothing_is_claimed_where_the_upper_document_does_not_apply() -> None:
    result = _run("implementation", ZHEJIANG, "--region", "江苏", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (found["status"], found["searched"]["documents"], found["silent"]) == ("NO_LATER_TEXT", 0, [])
    shown = _run("implementation", ZHEJIANG, "--region", "江苏", "--format", "table").stdout
    assert "Note: the upper document does not apply to" in shown


def test_of_a_document_that_is_not_held_no_silence_is_claimed() -> None:
    result = _run("implementation", "国发〔2016〕51号", "--region", "江苏", "--format", "markdown")
    assert result.exit_code == 1  # no document of the region cites it
    assert "未收录，只因他人引用而知" in result.stdout
    assert "依据不足，不作判断。" in result.stdout

"""The library of statements: its list is whole, and every example answers as its header says."""

from __future__ import annotations

import json
import re
import shlex

import pytest
from typer.testing import CliRunner

from api.cli import app
from docs import library
from graph.ask import named
from graph.session import Database
from graph.statements import Statement, root
from tests.samples import load_samples

WITHOUT_ANSWER = {"ambiguous_citations", "corrections"}
"""The samples have nothing ambiguous, and nobody corrects them."""
ALIGNED = {"aligned_bodies", "alignment_lag", "alignments", "alignments_to_check", "silent_measures"}
"""What answers only where measures were aligned."""


@pytest.fixture(scope="module")
def samples(engine: Database) -> Database:
    return load_samples(engine)


def test_the_readme_lists_every_statement_as_its_header_says() -> None:
    text = (root() / "README.md").read_text("utf8")
    assert library.renewed(text) == text
    assert [
        line.split()[1] for line in library.listed().splitlines() if line.startswith(("| trace/", "| analysis/"))
    ] == [f"{one.folder}/{one.name}" for group in library.GROUPS for one in named() if one.group == group]


@pytest.mark.parametrize("one", named(), ids=lambda one: one.name)
def test_every_header_has_a_group_of_the_list_and_says_what_the_cost_grows_with(one: Statement) -> None:
    assert one.group in library.GROUPS
    assert re.match(r"(anchored|linear|precomputed) — \S", one.cost)
    # What it is anchored with is a parameter, and one that may be left out where it is anchored only then.
    optional = {field.name: field.optional for field in one.parameters}
    kind, _, rest = one.cost.partition(" — ")
    only_then = rest.partition("anchored with ")[2]
    assert all(name in optional for name in re.findall(r"\$(\w+)", one.cost))
    assert all(optional[name] for name in re.findall(r"\$(\w+)", only_then))
    if kind == "anchored":
        assert not all(optional.values())


@pytest.mark.neo4j
@pytest.mark.parametrize("one", named(), ids=lambda one: one.name)
def test_every_example_answers_on_the_samples_with_the_columns_of_its_header(samples: Database, one: Statement) -> None:
    words = shlex.split(one.example)
    assert words[:2] == ["mailuo", "query"]
    result = CliRunner().invoke(app, words[1:])
    rows = json.loads(result.stdout)
    assert result.exit_code == (0 if rows else 1), result.stderr
    (graph,) = samples.read("RETURN COUNT { ()-[:ALIGNED_WITH]->() } AS alignments")
    silent = WITHOUT_ANSWER if graph["alignments"] else WITHOUT_ANSWER | ALIGNED
    assert bool(rows) is (one.name not in silent)
    for row in rows:
        assert list(row) == [field.name for field in one.columns]


@pytest.mark.neo4j
def test_an_ambiguous_citation_is_listed_with_its_candidates(database: Database) -> None:
    database.write(
        """
        CREATE (:Document {id: '甲'})-[:HAS_PROVISION]->(:Provision {path: '一', position: 1})
          -[:MAKES]->(made:Citation {id: 'c', status: 'ambiguous', relation: 'refers', quote: '《通知》', start: 1}),
          (made)-[:CANDIDATE]->(:Document {id: '丙'}), (made)-[:CANDIDATE]->(:Document {id: '乙'})
        """
    )
    rows = json.loads(CliRunner().invoke(app, ["query", "ambiguous_citations"]).stdout)
    assert [(row["document_id"], row["quote"], row["candidates"]) for row in rows] == [("甲", "《通知》", ["丙", "乙"])]

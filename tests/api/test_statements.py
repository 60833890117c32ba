"""The library of statements: its list is whole, and every example answers as its header says."""

from __future__ import annotations

import json
import shlex

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.ask import named
from graph.session import Database
from graph.statements import Statement, root
from tests.samples import load_samples

WITHOUT_ANSWER = {"ambiguous_citations", "corrections"}
"""The samples have nothing ambiguous, and nobody corrects them."""


@pytest.fixture(scope="module")
def samples(engine: Database) -> Database:
    return load_samples(engine)


def test_the_readme_lists_every_statement_and_no_other() -> None:
    lines = (root() / "README.md").read_text("utf8").splitlines()
    listed = [line for line in lines if line.startswith(("| trace/", "| analysis/"))]
    assert listed == [
        f"| {one.folder}/{one.name} | {one.purpose} | "
        f"{', '.join(field.name + '?' * field.optional for field in one.parameters)} |"
        for one in named()
    ]


@pytest.mark.neo4j
@pytest.mark.parametrize("one", named(), ids=lambda one: one.name)
def test_every_example_answers_on_the_samples_with_the_columns_of_its_header(samples: Database, one: Statement) -> None:
    words = shlex.split(one.example)
    assert words[:2] == ["mailuo", "query"]
    result = CliRunner().invoke(app, words[1:])
    rows = json.loads(result.stdout)
    assert result.exit_code == (0 if rows else 1), result.stderr
    assert bool(rows) is (one.name not in WITHOUT_ANSWER)
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

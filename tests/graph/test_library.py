"""Every named statement on a small graph (library.cypher) whose answers were worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph import schema
from graph.ask import find, named, run
from graph.session import Database
from graph.statements import Field, Statement, statement
from graph.tokens import tokens
from tests.graph.library_bodies import BODIES, DEADLINES
from tests.graph.library_chains import CHAINS
from tests.graph.library_documents import CITATIONS, DOCUMENTS, Case
from tests.graph.library_measures import ALIGNMENTS, MEASURES

CASES = [*DOCUMENTS, *CITATIONS, *CHAINS, *BODIES, *DEADLINES, *MEASURES, *ALIGNMENTS]
GRAPH = Path(__file__).parent / "library.cypher"
UNSURE = {("search", "score"): "Lucene's own figure"}
"""Columns whose values nobody works out by hand."""


@pytest.fixture(scope="module")
def library(engine: Database) -> Database:
    """The graph of library.cypher."""
    return filled(engine)


def filled(engine: Database) -> Database:
    """Put the graph of library.cypher into Neo4j, with mailuo's indexes and the words by which texts are found."""
    schema.ensure(engine)
    engine.write("MATCH (n) DETACH DELETE n")
    engine.write(GRAPH.read_text("utf8"))
    for row in engine.read("MATCH (n:Provision|Department|Region) RETURN n.id AS id, coalesce(n.text, n.name) AS text"):
        engine.write(
            "MATCH (n:Provision|Department|Region {id: $id}) SET n.tokens = $tokens",
            id=row["id"],
            tokens=tokens(row["text"]),
        )
    with engine.session("WRITE") as session:
        session.run(statement("load/await_search").text).consume()
    return engine


def plain(value: Any) -> Any:
    """Return an answer with every date as ISO text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def parameters(case: Case) -> dict[str, Any]:
    """Return the parameters of a case with dates for ISO texts, as the header of its statement wants them."""
    days = {field.name for field in find(case.statement).parameters if field.type == "DATE"}
    return {key: date.fromisoformat(value) if key in days else value for key, value in case.parameters.items()}


@pytest.mark.neo4j
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.statement}{list(case.parameters.values())}")
def test_the_answer_is_the_one_worked_out_by_hand(library: Database, case: Case) -> None:
    rows = run(library, case.statement, parameters(case))
    columns = case.columns.split()
    found = [tuple(plain(row[column]) for column in columns) for row in rows]
    # Lucene may give equal texts unequal scores; which ones are found is what is known.
    assert (sorted(found) if case.statement == "search" else found) == case.rows
    for row in rows:
        assert list(row) == [field.name for field in find(case.statement).columns]


ELSEWHERE = {"implementation"}
"""Worked out in tests/api/graphql/test_implementation_doors.py, beside the two other doors."""


@pytest.mark.parametrize("one", [one for one in named() if one.name not in ELSEWHERE], ids=lambda one: one.name)
def test_every_column_is_worked_out_and_every_parameter_given_and_left_out(one: Statement) -> None:
    own = [case for case in CASES if case.statement == one.name]
    looked_at = {column for case in own if case.rows for column in case.columns.split()}
    unsure = {column for name, column in UNSURE if name == one.name}
    assert {field.name for field in one.columns} - unsure == looked_at
    assert {field.name for case in own for field in _given(one, case)} == {field.name for field in one.parameters}
    for field in one.parameters:
        assert not field.optional or any(field not in _given(one, case) for case in own), field.name


def _given(one: Statement, case: Case) -> Iterator[Field]:
    return (field for field in one.parameters if field.name in case.parameters)

"""The benchmark of the named statements, small: every statement is asked, and both ways answer the same."""

from __future__ import annotations

import pytest

from graph.ask import find, named, run
from graph.session import Database
from tests.bench.graphql import store
from tests.bench.graphql.synthetic import Synthetic
from tests.bench.statements import QUICK, Timed, ask_bare, table, times
from tests.bench.statements_asked import questions


@pytest.fixture
def graph(ready: Database) -> Database:
    """A small synthetic graph in the tests' Neo4j."""
    store.fill(ready, Synthetic(100).rows())
    return ready


@pytest.mark.long
@pytest.mark.neo4j
def test_every_statement_is_asked_and_answers_the_same_over_bare_bolt(graph: Database) -> None:
    asked = list(questions(graph))
    assert {one.statement for one in asked} == {one.name for one in named()}
    answered = set()
    for one in asked:
        for parameters in one.parameters[:2]:
            rows = run(graph, one.statement, parameters)
            assert ask_bare(graph.driver, graph.name, one.statement, parameters) == rows
            answered |= {one.name} if rows else set()
    anchored = {one.name for one in asked if " by " in one.name or find(one.statement).cost.startswith("anchored")}
    # Nobody corrects a synthetic graph, its texts name no bodies, and its documents of 12 measures print one for each.
    silent = {"corrections by target", "named_not_responsible by department", "measures_without_body by document"}
    assert anchored - answered == silent
    said: list[str] = []
    assert set(times(graph, QUICK, said.append)) == {one.name for one in asked}
    assert len(said) == len(asked)


def test_the_table_says_what_is_met() -> None:
    quick, slow = Timed(3, 2, 9, 1.5, 8), Timed(3, 7, 9, 6, 8)
    more = Timed(6, 7, 9, 6, 8)
    small = {"document": quick, "trace": quick, "department": quick, "stats": slow}
    large = {"document": quick, "trace": slow, "department": more, "stats": slow}
    lines = list(table({"compilation": small, "synthetic": large}, 1000))
    met = {line.split(" | ")[0].lstrip("| "): line.split(" | ")[-1] for line in lines if line.startswith("| ")}
    assert met == {"question": "met |", "document": "yes |", "trace": "NO |", "department": "yes |", "stats": "NO |"}
    assert lines[-1] == "2 of 4 met."
    alone = list(table({"synthetic": large}, 1000))
    assert alone[-1] == "0 of 0 met."
    assert all(line.endswith("| – |") for line in alone if line.startswith("| ") and "question" not in line)

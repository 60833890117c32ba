"""How Neo4j runs the named statements: where they enter, and that what is anchored does not grow with the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from graph.ask import checked, find, named
from graph.session import Database
from graph.statements import Statement
from tests.graph.library_documents import Case
from tests.graph.test_library import CASES, ELSEWHERE, filled, parameters

pytestmark = pytest.mark.neo4j
Plan = dict[str, Any]

SEEKS = {"NodeUniqueIndexSeek", "NodeIndexSeek", "NodeIndexSeekByRange", "MultiNodeIndexSeek"}
ENTRIES = {*SEEKS, "Argument", "RelationshipCountFromCountStore"}
"""Operators that a plan may begin with where it is anchored: none of them goes through everything of a kind."""
SCANS = re.compile(r"AllNodesScan|ByLabelScan|RelationshipTypeScan|IndexScan|ContainsScan|AllRelationshipsScan")
MANY = """
UNWIND range(1, 300) AS i
CREATE (d:Document {id: '多' + i, title: '多', level: 'central', held: true, year: 2021})
  -[:HAS_PROVISION]->(m:Provision:Measure {id: '多' + i + '#一', path: '一', text: '多', start: 0, position: 1}),
  (m)<-[:RESPONSIBLE_FOR {role: 'lead'}]-(b:Department {id: '多' + i, name: '多', kind: 'government'}),
  (m)<-[:RESPONSIBLE_FOR {role: 'participant'}]-(:Department {id: '众' + i, name: '众', kind: 'government'}),
  (m)-[:DUE]->(:Deadline {id: '多' + i, ends_on: date('2022-01-01')}), (m)-[:NAMES]->(b),
  (m)-[:NAMES]->(:Region {id: '多' + i, name: '多'}), (m)-[:MAKES]->(:Citation {id: '多' + i, relation: 'refers'}),
  (m)<-[:ALIGNED_WITH {score: 0.5, basis: 'content', lower_start: 0, lower_end: 1, upper_start: 0, upper_end: 1}]-
    (n:Provision:Measure {id: '众' + i + '#一', text: '众', start: 0})<-[:HAS_PROVISION]-(e:Document {id: '众' + i}),
  (e)-[:IMPLEMENTS]->(d), (:Correction {id: '多' + i, target: '多' + i})
"""
"""Six hundred documents, and of every kind what belongs to them, that are related to none of library.cypher's."""


@pytest.fixture(scope="module")
def library(engine: Database) -> Database:
    """The graph of library.cypher."""
    filled(engine)
    _forget_plans(engine)
    return engine


def _forget_plans(database: Database) -> None:
    """Let the next statements be planned for the graph as it is now: the tests' Neo4j keeps plans otherwise."""
    database.read("CALL db.clearQueryCaches()")


def _anchors(one: Statement) -> list[str]:
    """The parameters with which a statement is anchored only where they are given."""
    return re.findall(r"\$(\w+)", one.cost.partition("anchored with ")[2])


def _anchored() -> Iterator[Case]:
    """One case of every anchored statement, and of every parameter that anchors a statement which is linear else."""
    for one in named():
        own = [case for case in CASES if case.statement == one.name]
        if one.cost.startswith("anchored"):
            yield own[0]
        for anchor in _anchors(one):
            yield next(case for case in own if case.parameters.get(anchor) is not None)


def _operators(plan: Plan) -> Iterator[Plan]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)


def _name(operator: Plan) -> str:
    return str(operator["operatorType"]).partition("@")[0]


def _planned(database: Database, case: Case, how: str) -> list[Plan]:
    one = find(case.statement)
    with database.session("READ") as session:
        summary = session.run(f"{how} {one.text}", checked(one, parameters(case))).consume()
    plan = summary.profile if how == "PROFILE" else summary.plan
    assert plan is not None
    return list(_operators(plan))


@pytest.mark.parametrize("one", [one for one in named() if one.name not in ELSEWHERE], ids=lambda one: one.name)
def test_no_plan_multiplies_or_goes_through_all_nodes(library: Database, one: Statement) -> None:
    case = next(case for case in CASES if case.statement == one.name)
    names = [_name(operator) for operator in _planned(library, case, "EXPLAIN")]
    assert names
    assert "CartesianProduct" not in names
    assert "AllNodesScan" not in names


@pytest.mark.parametrize("one", [one for one in named() if one.cost.startswith("anchored")], ids=lambda one: one.name)
def test_an_anchored_statement_enters_by_an_index(library: Database, one: Statement) -> None:
    case = next(case for case in CASES if case.statement == one.name)
    entries = [_name(operator) for operator in _planned(library, case, "EXPLAIN") if not operator.get("children")]
    assert set(entries) <= ENTRIES
    assert set(entries) & SEEKS


@pytest.mark.parametrize("case", list(_anchored()), ids=lambda case: f"{case.statement}{list(case.parameters)}")
def test_what_is_anchored_runs_no_scan(library: Database, case: Case) -> None:
    ran = [_name(one) for one in _planned(library, case, "PROFILE") if one["args"]["Rows"] or one["args"]["DbHits"]]
    assert set(ran) & SEEKS
    assert [name for name in ran if SCANS.search(name)] == []


@pytest.mark.parametrize("given", [{"ids": ["国1"]}, {"ids": ["无", "国1"]}, {"ids": ["无"], "number_key": "国20211"}])
def test_a_look_up_by_id_or_number_runs_no_scan(library: Database, given: dict[str, Any]) -> None:
    ran = [_name(one) for one in _planned(library, Case("lookup", given, "id", []), "PROFILE") if one["args"]["DbHits"]]
    assert set(ran) & SEEKS
    assert [name for name in ran if SCANS.search(name)] == []


def test_what_is_anchored_does_not_cost_more_in_a_larger_graph(library: Database) -> None:
    cases = list(_anchored())
    before = [_hits(library, case) for case in cases]
    assert all(before)
    library.write(MANY)
    _forget_plans(library)
    try:
        after = [_hits(library, case) for case in cases]
        everything = next(case for case in CASES if case.statement == "not_cited" and not case.parameters)
        assert _hits(library, everything) > 600
    finally:
        library.write("MATCH (n) WHERE n.id STARTS WITH '多' OR n.id STARTS WITH '众' DETACH DELETE n")
        _forget_plans(library)
    # The larger graph has plans of its own, which moves a few accesses; going through everything adds hundreds.
    hits = zip(cases, before, after, strict=True)
    assert [(case.statement, one, other) for case, one, other in hits if other > 1.25 * one] == []


def _hits(database: Database, case: Case) -> int:
    return sum(operator["args"]["DbHits"] for operator in _planned(database, case, "PROFILE"))

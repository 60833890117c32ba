"""The graph and the servers that the GraphQL benchmark compares, small: figures of unequal answers say nothing."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import AsyncGraphDatabase

from api.graphql.execution import Context as MailuoContext
from api.graphql.reader import Neo4jReader
from api.graphql.schema import schema
from graph import server
from graph.session import Database
from tests.bench.graphql import plain, report, store
from tests.bench.graphql.cases import Case, cases
from tests.bench.graphql.operations import MAILUO, PLAIN, SHARED, canonical
from tests.bench.graphql.synthetic import Synthetic
from tests.bench.graphql.tables import EDGES, NODES, Row

SMALL = Synthetic(300)


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, Row]]:
    """All rows of a small graph."""
    return list(SMALL.rows())


@pytest.fixture
def filled(ready: Database, rows: list[tuple[str, Row]]) -> Database:
    """The small graph in the tests' Neo4j."""
    store.fill(ready, rows)
    return ready


def test_the_same_seed_gives_the_same_graph_and_another_one_another(rows: list[tuple[str, Row]]) -> None:
    assert list(SMALL.rows()) == rows
    assert list(Synthetic(300, seed=2).rows()) != rows


def test_every_quote_and_provision_stands_at_its_offsets(rows: list[tuple[str, Row]]) -> None:
    texts = {row["id"]: row["text"] for row in _maps(rows, "document")}
    checked = Counter[str]()
    for table in ("measure", "section", "citation", "deadline"):
        for row in _maps(rows, table):
            document = texts[row["id"].partition("#")[0]]
            said = row["text"] if table in {"measure", "section"} else row["quote"]
            assert document[row["start"] : row["end"]] == said
            checked[table] += 1
    for table, end in (("responsible_for", 1), ("names", 0)):
        for name, row in rows:
            if name == table:
                fact = dict(zip(EDGES[table].columns, row[2:], strict=True))
                assert texts[row[end].partition("#")[0]][fact["start"] : fact["end"]] == fact["quote"]
                checked[table] += 1
    assert min(checked.values()) > 50


def test_ids_are_unique_and_every_end_of_a_relationship_stands(rows: list[tuple[str, Row]]) -> None:
    known: dict[str, set[str]] = {}
    for name, row in rows:
        if name in NODES:
            ids = known.setdefault(NODES[name].labels[0], set())
            assert row[0] not in ids
            ids.add(row[0])
    ends = [(EDGES[name].start, row[0], EDGES[name].end, row[1]) for name, row in rows if name in EDGES]
    assert [end for end in ends if end[1] not in known[end[0]] or end[3] not in known[end[2]]] == []


def test_every_table_of_the_model_has_rows(rows: list[tuple[str, Row]]) -> None:
    assert set(NODES) | set(EDGES) == {name for name, _ in rows}


def test_a_citation_is_younger_than_what_it_cites(rows: list[tuple[str, Row]]) -> None:
    days = {row["id"]: row["issued_on"] for row in _maps(rows, "document")}
    pairs = [row[:2] for name, row in rows if name == "implements"]
    assert pairs
    assert all(days[lower] > days[upper] for lower, upper in pairs)


def test_csv_has_a_line_a_row_and_says_null_as_nothing(tmp_path: Any, rows: list[tuple[str, Row]]) -> None:
    written = store.write(rows, tmp_path)
    assert written == Counter(name for name, _ in rows)
    head, first = (tmp_path / "deadline.csv").read_text("utf8").splitlines()[:2]
    assert head.startswith("id:ID(Deadline),text:string,kind:string,starts_on:date,ends_on:date,quote:string")
    assert ",by,,20" in first


@pytest.mark.neo4j
def test_mailuo_and_plain_strawberry_say_the_same(filled: Database) -> None:
    chosen = [case for case in cases(filled) if case.operation in SHARED]
    assert {case.operation for case in chosen} == set(SHARED)
    with asyncio.Runner() as runner:
        assert runner.run(_compared(chosen)) >= 10


def test_a_target_is_met_by_its_ratio_or_by_the_floor() -> None:
    def figures(p50: float, rps: float, cpu: float) -> dict[str, float]:
        return {"p50": p50, "p95": p50, "rps": rps, "cpu": cpu, "neo4j_cpu": 1.0}

    graph = {
        ("mailuo", "page", 1): figures(3, 300, 1),
        ("peer", "page", 1): figures(5, 200, 4),
        ("plain", "page", 1): figures(9, 100, 3),
        ("floor", "page", 1): figures(2.5, 350, 0.5),
    }
    lines = [line for line in report.lines({"g": graph}) if "page | 1 |" in line]
    assert [line.split("|")[-2].strip() for line in lines[:5]] == [
        "met by the floor (1.20 × bare Bolt)",
        "met by the floor (1.17 × bare Bolt)",
        "met",
        "NOT MET",
        "",
    ]


def _maps(rows: list[tuple[str, Row]], table: str) -> Iterator[dict[str, Any]]:
    columns = (NODES[table].key, *NODES[table].columns)
    return (dict(zip(columns, row, strict=True)) for name, row in rows if name == table)


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_size, value.values()))
    return sum(map(_size, value)) if isinstance(value, list) else 1


async def _compared(chosen: list[Case]) -> int:
    """Ask both for each case and return how many answers were compared."""
    compared = 0
    reader = Neo4jReader(timeout=120)
    await reader.open()
    auth = (server.USER, server.password())
    async with AsyncGraphDatabase.driver(server.start().uri, auth=auth) as driver:
        for case in chosen:
            for variables in case.variables[:3]:
                context = MailuoContext(reader=reader)
                ours = await _data(schema(), MAILUO[case.operation], variables, context)
                theirs = await _data(plain.schema, PLAIN[case.operation], variables, plain.Context(driver, "neo4j"))
                assert canonical("mailuo", case.operation, ours) == canonical("plain", case.operation, theirs)
                assert _size(ours) > 3
                compared += 1
    await reader.close()
    return compared


async def _data(asked: Any, query: str, variables: dict[str, Any], context: Any) -> dict[str, Any]:
    answer = await asked.execute(query, variable_values=variables, context_value=context)
    assert not answer.errors
    found: dict[str, Any] = answer.data
    return found

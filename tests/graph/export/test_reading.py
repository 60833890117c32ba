"""A graph as a stream: all of it, in pages of any size, with the digest that it has; pages enter by an index."""

from __future__ import annotations

from typing import Any

import pytest

from graph.digest import digest
from graph.export.dictionary import labels
from graph.export.reading import Edge, Node, Reading
from graph.session import Database
from graph.statements import statement
from tests.samples import load_samples

pytestmark = pytest.mark.neo4j


@pytest.fixture
def samples(engine: Database) -> Database:
    return load_samples(engine)


@pytest.mark.parametrize("page", [1, 7, 500])
def test_pages_of_any_size_give_the_whole_graph_with_its_digest(database: Database, page: int) -> None:
    database.write(
        """
        UNWIND range(1, 14) AS n CREATE (d:Document {id: 'd' + n})-[:HAS_PROVISION]->(:Provision:Measure {id: 'p' + n})
        WITH collect(d) AS all UNWIND all AS a UNWIND all AS b CREATE (a)-[:REFERS_TO {citations: 1}]->(b)
        """
    )
    reading = Reading(database, page)
    items = list(reading)
    nodes = [item.id for item in items if isinstance(item, Node) and item.label == "Document"]
    assert nodes == sorted(f"d{n}" for n in range(1, 15))
    assert dict(reading.counts) == {"Document": 14, "Provision": 14, "HAS_PROVISION": 14, "REFERS_TO": 196}
    assert len({(item.from_id, item.to_id) for item in items if isinstance(item, Edge)}) == 14 * 15
    assert reading.digest == digest(database)
    assert reading.unchanged()


def test_relationships_follow_their_node(samples: Database) -> None:
    last = ""
    for item in Reading(samples):
        if isinstance(item, Node):
            last = item.id
        else:
            assert item.from_id == last


def test_the_stream_of_the_samples_is_their_graph(samples: Database) -> None:
    reading = Reading(samples)
    found = sum(1 for _ in reading)
    nodes, edges = (
        samples.read(f"MATCH {what} RETURN count(*) AS n")[0]["n"]
        for what in ("(n) WHERE NOT n:Lock AND NOT n:Meta", "()-->()")
    )
    assert found == nodes + edges
    assert reading.unchanged()


def test_a_change_meanwhile_is_noticed(database: Database) -> None:
    database.write("UNWIND range(1, 3) AS n CREATE (:Region {id: 'r' + n})")
    reading = Reading(database, 1)
    items = iter(reading)
    next(items)
    database.write("MATCH (r:Region {id: 'r1'}) SET r.name = '甲'")
    assert len(list(items)) == 2
    assert not reading.unchanged()


@pytest.mark.parametrize("label", labels())
def test_a_page_enters_by_an_index_and_sorts_nothing(samples: Database, label: str) -> None:
    with samples.session() as session:
        cypher = f"EXPLAIN {statement(f'export/{label.lower()}').text}"
        plan = session.run(cypher, p={"after": "", "page": 10}).consume().plan
    operators = _operators(plan)
    assert "NodeUniqueIndexSeekByRange@neo4j" in operators
    assert not [name for name in operators if "Sort" in name or "Top" in name or "Scan" in name or "Eager" in name]


def _operators(plan: dict[str, Any]) -> set[str]:
    return {plan["operatorType"]}.union(*(_operators(child) for child in plan.get("children", ())))

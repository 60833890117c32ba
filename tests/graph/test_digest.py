"""The digest: blind to order, to files and to pages, and to nothing else."""

from __future__ import annotations

import pytest

from graph.digest import digest
from graph.session import Database

pytestmark = pytest.mark.neo4j

GRAPH = (
    "CREATE (a:Document {id: 'a', level: 'city', issued_on: date('2022-08-01'), aliases: ['x', 'y']})"
    "-[:HAS_PROVISION]->(p:Provision:Measure {id: 'a#一', text: '甲', page: 1, printed_page: 1}),"
    "(b:Department {id: 'a'})-[:RESPONSIBLE_FOR {role: 'lead', page: 1}]->(p), (a)-[:FROM {record: $bytes}]->"
    "(:Source {uri: 'f', loaded_at: datetime()}), (:Lock {id: 'l'}), (:Meta {id: 'm'})"
)


@pytest.fixture
def small(database: Database) -> Database:
    database.write(GRAPH, bytes=b"1")
    return database


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (s:Source) SET s.uri = 'g', s.state = 'linked'",
        "MATCH ()-[edge:FROM]->() DELETE edge",
        "MATCH (n:Lock|Meta) SET n.version = 7",
        "MATCH (p:Provision) SET p.page = 9 REMOVE p.printed_page",
        "MATCH ()-[edge:RESPONSIBLE_FOR]->() SET edge.page = null",
        "MATCH (d:Document) SET d.loaded_at = datetime()",
    ],
)
def test_files_and_pages_do_not_count(small: Database, change: str) -> None:
    before = digest(small)
    small.write(change)
    assert digest(small) == before


@pytest.mark.parametrize(
    "change",
    [
        "MATCH (d:Document) SET d.level = 'county'",
        "MATCH (d:Document) SET d.aliases = ['y', 'x']",
        "MATCH (d:Document) SET d.issued_on = date('2022-08-02')",
        "MATCH (d:Document) REMOVE d.level",
        "MATCH (p:Measure) REMOVE p:Measure SET p:Section",
        "MATCH ()-[edge:RESPONSIBLE_FOR]->() SET edge.role = 'participant'",
        "MATCH (b:Department)-[edge:RESPONSIBLE_FOR]->(p) CREATE (b)-[:RESPONSIBLE_FOR {role: 'lead'}]->(p)",
        "MATCH (b:Department)-[edge:RESPONSIBLE_FOR]->(p), (d:Document) DELETE edge "
        "CREATE (d)-[:RESPONSIBLE_FOR {role: 'lead'}]->(p)",
        "CREATE (:Region {id: 'r'})",
    ],
)
def test_everything_else_counts(small: Database, change: str) -> None:
    before = digest(small)
    small.write(change)
    assert digest(small) != before


def test_the_order_of_writing_does_not_count(database: Database) -> None:
    found = []
    for ids in (["a", "b", "c"], ["c", "a", "b"]):
        database.write("MATCH (n) DETACH DELETE n")
        for name in ids:
            database.write("MERGE (d:Document {id: $id}) MERGE (b:Department {id: 'x'}) CREATE (d)-[:ISSUED_BY]->(b)",
                           id=name)  # fmt: skip
        found.append(digest(database))
    assert found[0] == found[1]


def test_an_empty_graph_has_a_digest_of_its_own(database: Database) -> None:
    assert digest(database) == "0" * 64

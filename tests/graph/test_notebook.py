from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from graph import server
from graph.notebook import ask, open_graph
from graph.session import Database
from loaders.errors import MailuoError

pytestmark = pytest.mark.neo4j


@pytest.fixture
def related(database: Database) -> Database:
    database.write(
        """
        CREATE (low:Document {id: '乙发〔2022〕7号', title: '乙', held: true, issued_on: date('2022-05-06')}),
          (up:Document {id: '甲发〔2021〕1号', title: '甲', held: true}),
          (low)-[:IMPLEMENTS {citations: 1, preamble: true}]->(up), (low)-[:ISSUED_BY]->(:Department {id: '省政府'})
        """
    )
    return database


@pytest.fixture
def graph(related: Database) -> Iterator[Any]:
    graph = open_graph()
    yield graph
    graph.service.connector.close()


def test_an_answer_is_a_table_and_the_subgraph_of_what_it_names(related: Database) -> None:
    answer = ask("trace", document="乙发〔2022〕7号", direction="up")
    assert answer.table.keys()[:2] == ["depth", "from_id"]
    assert [dict(zip(answer.table.keys(), row, strict=True))["relation"] for row in answer.table] == ["implements"]
    assert answer.subgraph is not None
    assert {node["id"] for node in answer.subgraph.nodes} == {"乙发〔2022〕7号", "甲发〔2021〕1号"}
    assert [type(edge).__name__ for edge in answer.subgraph.relationships] == ["IMPLEMENTS"]


def test_an_answer_that_names_no_node_has_no_subgraph(related: Database) -> None:
    answer = ask("stats")
    assert ("all", "documents", 2) in answer.table
    assert answer.subgraph is None
    assert ask("trace", document="无").subgraph is None


def test_one_graph_serves_many_questions_and_parameters_are_checked(graph: Any) -> None:
    assert len(ask("document", graph, document="甲发〔2021〕1号").table) == 1
    with pytest.raises(MailuoError, match="document needs the parameter document"):
        ask("document", graph)


def test_the_graph_is_that_of_neo4j_uri(related: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", related.uri)
    monkeypatch.setenv("NEO4J_USER", server.USER)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password())
    graph = open_graph()
    assert graph.query("MATCH (d:Document) RETURN count(d)").evaluate() == 2
    graph.service.connector.close()


def test_without_py2neo_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    blocked: Any = None
    monkeypatch.setitem(sys.modules, "py2neo", blocked)
    with pytest.raises(MailuoError, match="py2neo is not installed"):
        open_graph()

from __future__ import annotations

from typing import Any

import pytest

from graph.ask import run
from graph.session import Database

pytestmark = pytest.mark.neo4j


def _related(database: Database, *edges: tuple[str, str, str]) -> Database:
    for lower, relation, upper in edges:
        database.write(
            "MERGE (from:Document {id: $lower}) MERGE (to:Document {id: $upper}) "
            f"MERGE (from)-[:{relation} {{citations: 1, preamble: false}}]->(to)",
            lower=lower,
            upper=upper,
        )
    return database


def _edges(database: Database, **parameters: Any) -> set[tuple[str, str, str, int]]:
    rows = run(database, "trace", parameters)
    return {(row["from_id"], row["relation"], row["to_id"], row["depth"]) for row in rows}


def test_up_and_down_are_followed_from_the_root_alone(database: Database) -> None:
    _related(database, ("市", "IMPLEMENTS", "省"), ("省", "IMPLEMENTS", "国"), ("浙", "IMPLEMENTS", "国"))
    assert _edges(database, document="省") == {("市", "implements", "省", 1), ("省", "implements", "国", -1)}
    assert _edges(database, document="省", direction="up") == {("省", "implements", "国", -1)}
    assert _edges(database, document="省", direction="down") == {("市", "implements", "省", 1)}
    assert _edges(database, document="国", direction="down") == {
        ("省", "implements", "国", 1), ("浙", "implements", "国", 1), ("市", "implements", "省", 2),
    }  # fmt: skip


def test_depth_and_relations_bound_the_walk(database: Database) -> None:
    _related(database, ("丙", "BASED_ON", "乙"), ("乙", "REFERS_TO", "甲"), ("丙", "REFERS_TO", "丁"))
    assert _edges(database, document="丙", depth=1) == {("丙", "based_on", "乙", -1), ("丙", "refers", "丁", -1)}
    assert _edges(database, document="丙", relations=["refers"]) == {("丙", "refers", "丁", -1)}
    assert _edges(database, document="丙", relations=["based_on", "refers"], direction="up", depth=99) == {
        ("丙", "based_on", "乙", -1), ("丙", "refers", "丁", -1), ("乙", "refers", "甲", -2),
    }  # fmt: skip


def test_a_circle_ends(database: Database) -> None:
    _related(database, ("甲", "REFERS_TO", "乙"), ("乙", "REFERS_TO", "丙"), ("丙", "REFERS_TO", "甲"))
    found = _edges(database, document="甲", direction="up", depth=20)
    assert {edge[:3] for edge in found} == {
        ("甲", "refers", "乙"), ("乙", "refers", "丙"), ("丙", "refers", "甲"),
    }  # fmt: skip


def test_the_limit_counts_documents_and_says_that_more_are_related(database: Database) -> None:
    _related(database, *((f"下{number}", "IMPLEMENTS", "上") for number in range(9)))
    rows = run(database, "trace", {"document": "上", "limit": 4})
    assert [row["from_id"] for row in rows] == ["下0", "下1", "下2", "下3"]
    assert {row["truncated"] for row in rows} == {True}
    assert {row["truncated"] for row in run(database, "trace", {"document": "上", "limit": 9})} == {False}


def test_a_relation_shows_its_citation_of_the_preamble_and_the_sentence_around_it(database: Database) -> None:
    _related(database, ("省", "IMPLEMENTS", "国"))
    database.write(
        """
        MATCH (low:Document {id: '省'}), (up:Document {id: '国'})
        CREATE (low)-[:HAS_PROVISION]->(one:Provision {path: '一', text: '😀按《甲》执行。', start: 90, position: 1}),
          (low)-[:HAS_PROVISION]->(pre:Provision {path: 'preamble', text: '😀早上。为落实《甲》，制定本意见。完',
            start: 10}),
          (one)-[:MAKES]->(late:Citation {id: 'b', relation: 'implements', quote: '《甲》', start: 92, cue: '按'}),
          (pre)-[:MAKES]->(first:Citation {id: 'a', relation: 'implements', quote: '《甲》', start: 17, page: 3}),
          (late)-[:TARGETS]->(up), (first)-[:TARGETS]->(up)
        """
    )
    row = run(database, "trace", {"document": "省"})[0]
    assert (row["path"], row["quote"], row["page"]) == ("preamble", "《甲》", 3)
    assert row["sentence"] == "为落实《甲》，制定本意见"
    assert row["citation_ids"] == ["a", "b"]


def test_a_document_without_relations_has_no_trace(database: Database) -> None:
    database.write("CREATE (:Document {id: '孤'})")
    assert run(database, "trace", {"document": "孤"}) == []
    assert run(database, "trace", {"document": "无"}) == []


def test_the_shortest_way_between_two_documents(database: Database) -> None:
    _related(
        database,
        ("甲", "IMPLEMENTS", "国"),
        ("乙", "IMPLEMENTS", "国"),
        ("甲", "REFERS_TO", "中"),
        ("中", "REFERS_TO", "下"),
        ("下", "REFERS_TO", "乙"),
    )
    rows = run(database, "path", {"from": "甲", "to": "乙"})
    assert [(row["step"], row["from_id"], row["relation"], row["to_id"]) for row in rows] == [
        (1, "甲", "implements", "国"),
        (2, "乙", "implements", "国"),
    ]
    assert run(database, "path", {"from": "甲", "to": "乙", "length": 1}) == []
    assert run(database, "path", {"from": "甲", "to": "甲"}) == []
    assert run(database, "path", {"from": "甲", "to": "无"}) == []

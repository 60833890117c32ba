"""Trace and path answer what the command line's statements answer."""

from __future__ import annotations

from typing import Any

import pytest

from graph.ask import run
from graph.session import Database
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j

TRACE = """query ($document: ID!, $direction: Direction, $relations: [Relation!], $depth: Int) {
  trace(document: $document, direction: $direction, relations: $relations, maxDepth: $depth) {
    root { id } nodes { depth document { id } } truncated
    edges { from { id } to { id } relation preamble citations { id cue evidence { quote page printedPage } } }
  }
}"""
PATH = """query ($from: ID!, $to: ID!, $length: Int) {
  path(from: $from, to: $to, maxLength: $length) { from { id } to { id } relation preamble citations { id } }
}"""


@pytest.mark.parametrize("direction", [None, "up", "down", "both"])
@pytest.mark.parametrize("relations", [None, ["implements", "repeals"]])
@pytest.mark.parametrize("document", ["乙发〔2022〕7号", "甲发〔2021〕1号", "丙发〔2020〕9号"])
def test_a_trace_has_the_rows_of_the_named_statement(
    ask: Asker, small: Database, document: str, direction: str | None, relations: list[str] | None
) -> None:
    rows = run(small, "trace", {"document": document, "direction": direction, "relations": relations, "depth": 3})
    found = ask(
        TRACE,
        document=document,
        direction=direction and direction.upper(),
        relations=relations and [one.upper() for one in relations],
        depth=3,
    )["trace"]
    assert [_edge(edge) for edge in found["edges"]] == [_row(row) for row in rows]
    depths = {document: 0} | {row["from_id"]: row["from_depth"] for row in rows}
    depths |= {row["to_id"]: row["to_depth"] for row in rows}
    assert {node["document"]["id"]: node["depth"] for node in found["nodes"]} == depths
    assert [node["depth"] for node in found["nodes"]] == sorted(depths.values())
    assert (found["root"], found["truncated"]) == ({"id": document}, any(row["truncated"] for row in rows))


def test_a_trace_shows_the_sentence_that_proves_it(ask: Asker) -> None:
    (edge, _) = ask(TRACE, document="乙发〔2022〕7号", direction="UP")["trace"]["edges"]
    assert (edge["relation"], edge["preamble"]) == ("IMPLEMENTS", True)
    assert [one["evidence"] for one in edge["citations"]] == [
        {"quote": "《关于扩大投资的若干意见》（甲发〔2021〕1号）", "page": 3, "printedPage": 1}
    ]


def test_a_path_has_the_rows_of_the_named_statement(ask: Asker, small: Database) -> None:
    ends = {"from": "废止决定@2023-01-01", "to": "乙发〔2022〕7号"}
    rows = run(small, "path", ends)
    assert len(rows) == 2
    found = ask(PATH, **ends)["path"]
    assert [_edge(edge) for edge in found] == [_row(row) for row in rows]
    assert ask(PATH, **ends, length=1) == {"path": None}


def test_former_ids_are_followed_and_unknown_ones_refused(ask: Asker) -> None:
    assert ask(TRACE, document="旧甲", depth=1)["trace"]["root"] == {"id": "甲发〔2021〕1号"}
    assert len(ask(PATH, **{"from": "旧甲", "to": "乙发〔2022〕7号"})["path"]) == 1
    assert ask.refused(TRACE, document="没有") == ("NOT_FOUND", "trace: nothing is known under this id.")
    assert ask(PATH, **{"from": "没有", "to": "乙发〔2022〕7号"}) == {"path": None}


@pytest.mark.parametrize("depth", [0, 21])
def test_steps_are_bounded(ask: Asker, depth: int) -> None:
    code, message = ask.refused(TRACE, document="甲", depth=depth)
    assert (code, message) == ("BAD_INPUT", "trace: maxDepth is a number from 1 to 20.")
    code, message = ask.refused(PATH, **{"from": "甲", "to": "乙", "length": depth})
    assert (code, message) == ("BAD_INPUT", "path: maxLength is a number from 1 to 12.")


def _edge(edge: dict[str, Any]) -> tuple[object, ...]:
    citations = [one["id"] for one in edge["citations"]]
    return edge["from"]["id"], edge["to"]["id"], edge["relation"].lower(), edge["preamble"], citations


def _row(row: dict[str, Any]) -> tuple[object, ...]:
    return row["from_id"], row["to_id"], row["relation"], row["preamble"], row["citation_ids"]

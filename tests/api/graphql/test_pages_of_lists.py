"""Keyset pages: whole, in order, sound under inserts, and sealed to their list and order."""

from __future__ import annotations

from typing import Any

import pytest

from api.graphql import cursors
from api.graphql.errors import CursorError
from graph.session import Database
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j

DOCUMENTS = """query ($order: DocumentOrder, $first: Int, $after: String) {
  documents(orderBy: $order, first: $first, after: $after) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""
ORDERS = {
    "ISSUED_ON_DESC": ["废止决定@2023-01-01", "乙发〔2022〕7号", "甲发〔2021〕1号", "丙发〔2020〕9号"],
    "ISSUED_ON_ASC": ["丙发〔2020〕9号", "甲发〔2021〕1号", "乙发〔2022〕7号", "废止决定@2023-01-01"],
    "CITED_BY_DESC": ["甲发〔2021〕1号", "丙发〔2020〕9号", "乙发〔2022〕7号", "废止决定@2023-01-01"],
    "TITLE": ["丙发〔2020〕9号", "废止决定@2023-01-01", "乙发〔2022〕7号", "甲发〔2021〕1号"],
}


def _all(ask: Asker, order: str, first: int) -> list[str]:
    """The ids of a list read page by page."""
    ids: list[str] = []
    after = None
    while True:
        page: dict[str, Any] = ask(DOCUMENTS, order=order, first=first, after=after)["documents"]
        ids += [node["id"] for node in page["nodes"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert [edge["cursor"] for edge in page["edges"]][-1] == page["pageInfo"]["endCursor"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return ids


@pytest.mark.parametrize("first", [1, 3, 4, 100])
@pytest.mark.parametrize("order", ORDERS)
def test_pages_make_the_whole_list_in_its_order(ask: Asker, order: str, first: int) -> None:
    # The stub has no date: nulls have their place too.
    assert _all(ask, order, first) == ORDERS[order]


def test_a_cursor_survives_inserts_and_deletions(ask: Asker, small: Database) -> None:
    page = ask(DOCUMENTS, order="ISSUED_ON_DESC", first=2)["documents"]
    after = page["pageInfo"]["endCursor"]
    small.write(
        "CREATE (:Document {id: '新@2024-01-01', title: '新', issued_on: date('2024-01-01'), held: true}), "
        "(:Document {id: '中@2021-12-31', title: '中', issued_on: date('2021-12-31'), held: true})"
    )
    small.write("MATCH (d:Document {id: '乙发〔2022〕7号'}) DETACH DELETE d")
    rest = ask(DOCUMENTS, order="ISSUED_ON_DESC", first=5, after=after)["documents"]
    assert [node["id"] for node in rest["nodes"]] == ["中@2021-12-31", "甲发〔2021〕1号", "丙发〔2020〕9号"]


def test_a_cursor_of_another_order_or_list_is_refused(ask: Asker) -> None:
    cursor = ask(DOCUMENTS, order="TITLE", first=1)["documents"]["pageInfo"]["endCursor"]
    code, message = ask.refused(DOCUMENTS, order="ISSUED_ON_DESC", after=cursor)
    assert (code, message) == ("BAD_CURSOR", "The cursor belongs to another list or order; start again without it.")
    query = """query ($after: String) { document(id: "乙发〔2022〕7号") {
      provisions(after: $after) { totalCount nodes { id } }
    } }"""
    assert ask.refused(query, after=cursor)[0] == "BAD_CURSOR"


@pytest.mark.parametrize("cursor", ["", "!", "AAAA", "eyJhIjoxfQ", "WzFd", "W251bGwsMSwxXQ", "W1tdLDEsMV0", "号"])
def test_a_damaged_cursor_is_refused(ask: Asker, cursor: str) -> None:
    assert ask.refused(DOCUMENTS, after=cursor) == ("BAD_CURSOR", "The cursor is damaged.")


def test_a_cursor_holds_what_it_was_given() -> None:
    for keys in (["a", "b"], [1, "b"], [0.5, "号"], [None, "b"]):
        if None in keys:
            with pytest.raises(CursorError):
                cursors.decode("x", cursors.encode("x", keys))
        else:
            assert cursors.decode("x", cursors.encode("x", keys)) == keys


@pytest.mark.parametrize("first", [-1, 101])
def test_the_size_of_a_page_is_bounded(ask: Asker, first: int) -> None:
    assert ask.refused(DOCUMENTS, first=first) == ("BAD_INPUT", "documents: first is a number from 0 to 100.")
    counting = f"{{ documents(first: {first}) {{ totalCount }} }}"
    assert ask.refused(counting) == ("BAD_INPUT", "documents: first is a number from 0 to 100.")


def test_a_page_of_none_and_a_default_page(ask: Asker) -> None:
    page = ask(DOCUMENTS, first=0)["documents"]
    assert (page["totalCount"], page["nodes"], page["pageInfo"]["hasNextPage"]) == (4, [], True)
    assert len(ask(DOCUMENTS, first=None)["documents"]["nodes"]) == 4


def test_pages_nest_and_count_only_when_asked(ask: Asker) -> None:
    query = """{ documents(first: 2, orderBy: TITLE) { __typename edges { __typename node { id
      provisions(first: 1) { edges { cursor node { path } } pageInfo { __typename hasNextPage } } } } } }"""
    edges = ask(query)["documents"]["edges"]
    assert [len(edge["node"]["provisions"]["edges"]) for edge in edges] == [0, 1]


def test_pages_of_facts_go_on_behind_a_cursor(ask: Asker) -> None:
    query = """query ($after: String) { document(id: "甲发〔2021〕1号") { citedBy(first: 1, after: $after) {
      nodes { relation } pageInfo { endCursor hasNextPage } } } }"""
    first = ask(query)["document"]["citedBy"]
    second = ask(query, after=first["pageInfo"]["endCursor"])["document"]["citedBy"]
    assert [page["nodes"][0]["relation"] for page in (first, second)] == ["IMPLEMENTS", "REPEALS"]
    assert [page["pageInfo"]["hasNextPage"] for page in (first, second)] == [True, False]

"""Keyset pages: whole, in order, sound under inserts, and sealed to their list and order."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.graphql import cursors
from api.graphql.errors import CursorError
from api.graphql.fragments import Key
from graph.session import Database
from graph.statements import statement
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j

ELSEWHERE = "The cursor belongs to another list, order or filter; start again without it."
PAGE = "{ totalCount nodes { %s } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
VARIABLES = "$first: Int, $after: String, $last: Int, $before: String"
ARGUMENTS = "first: $first, after: $after, last: $last, before: $before"
DOCUMENTS = f"query ($order: DocumentOrder, {VARIABLES}) {{ documents(orderBy: $order, {ARGUMENTS}) {PAGE % 'id'} }}"
ORDERS = {
    "ISSUED_ON_DESC": ["废止决定@2023-01-01", "乙发〔2022〕7号", "甲发〔2021〕1号", "丁", "丙发〔2020〕9号"],
    "ISSUED_ON_ASC": ["甲发〔2021〕1号", "乙发〔2022〕7号", "废止决定@2023-01-01", "丁", "丙发〔2020〕9号"],
    "CITED_BY_DESC": ["甲发〔2021〕1号", "丙发〔2020〕9号", "乙发〔2022〕7号", "废止决定@2023-01-01", "丁"],
    "TITLE": ["丁", "丙发〔2020〕9号", "废止决定@2023-01-01", "乙发〔2022〕7号", "甲发〔2021〕1号"],
}
LISTS = [
    *[(f"documents(orderBy: {order}, %s)", "id") for order in ORDERS],
    *[(f"measures(orderBy: {order}, %s)", "id") for order in ("DOCUMENT", "ISSUED_ON_DESC", "DUE")],
    ("citations(%s)", "id"),
    ("alignments(%s)", "id"),
    ("departments(%s)", "id"),
    ('regions(text: "市", %s)', "id"),
    ("deadlines(where: {}, %s)", "id"),
    ("wanted(%s)", "document { id }"),
    ('search(text: "投资", %s)', "snippet score"),
]


@pytest.fixture
def more(small: Database) -> Database:
    """The small graph and one more document without a date, all of it found by a search."""
    small.write("CREATE (:Document {id: '丁', title: '丁', held: true})")
    small.write(statement("load/await_search").text)
    return small


def _page(ask: Asker, field: str, node: str, **arguments: Any) -> dict[str, Any]:
    query = f"query ({VARIABLES}) {{ page: {field % ARGUMENTS} {PAGE % node} }}"
    page: dict[str, Any] = ask(query, **arguments)["page"]
    info, cursors_ = page["pageInfo"], [edge["cursor"] for edge in page["edges"]]
    assert (info["startCursor"], info["endCursor"]) == ((cursors_ or [None])[0], (cursors_ or [None])[-1])
    return page


@pytest.mark.parametrize("order", ORDERS)
def test_rows_without_a_sort_key_stand_last(ask: Asker, more: Database, order: str) -> None:
    assert [node["id"] for node in ask(DOCUMENTS, order=order)["documents"]["nodes"]] == ORDERS[order]


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize(("field", "node"), LISTS)
def test_pages_make_the_whole_list_in_both_directions(
    ask: Asker, more: Database, field: str, node: str, size: int
) -> None:
    whole = _page(ask, field, node, first=100)
    count = whole["totalCount"]
    assert len(whole["nodes"]) == min(count, 100)
    assert whole["pageInfo"]["hasNextPage"] is (count > 100)
    rows, place = whole["nodes"][:5], None
    for start in range(0, len(rows), size):
        page = _page(ask, field, node, first=size, after=place)
        assert page["nodes"] == whole["nodes"][start : start + size]
        assert page["pageInfo"]["hasPreviousPage"] is (start > 0)
        assert page["pageInfo"]["hasNextPage"] is (start + size < count)
        place = page["pageInfo"]["endCursor"]
    rows, place = whole["nodes"][-5:], whole["edges"][-1]["cursor"]
    for end in range(len(rows) - 1, 0, -size):
        page = _page(ask, field, node, last=size, before=place)
        assert page["nodes"] == rows[max(0, end - size) : end] or len(rows) < len(whole["nodes"])
        assert page["pageInfo"]["hasNextPage"] is True
        place = page["pageInfo"]["startCursor"]


@pytest.mark.parametrize(("field", "node"), LISTS)
def test_a_page_lies_between_two_cursors(ask: Asker, more: Database, field: str, node: str) -> None:
    whole = _page(ask, field, node, first=5)
    cursors_ = [edge["cursor"] for edge in whole["edges"]]
    for left in range(len(cursors_)):
        for right in range(left, len(cursors_)):
            between = whole["nodes"][left + 1 : right]
            bounds = {"after": cursors_[left], "before": cursors_[right]}
            assert _page(ask, field, node, first=5, **bounds)["nodes"] == between
            assert _page(ask, field, node, last=5, **bounds)["nodes"] == between
            assert _page(ask, field, node, last=1, **bounds)["nodes"] == between[-1:]


def test_the_last_rows_without_a_cursor_are_the_end_of_the_list(ask: Asker, more: Database) -> None:
    for order, ids in ORDERS.items():
        page = ask(DOCUMENTS, order=order, last=2)["documents"]
        assert [node["id"] for node in page["nodes"]] == ids[-2:]
        assert (page["pageInfo"]["hasPreviousPage"], page["pageInfo"]["hasNextPage"]) == (True, False)


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
    assert (code, message) == ("BAD_CURSOR", ELSEWHERE)
    query = """query ($after: String) { document(id: "乙发〔2022〕7号") {
      provisions(after: $after) { totalCount nodes { id } }
    } }"""
    assert ask.refused(query, after=cursor)[0] == "BAD_CURSOR"


@pytest.mark.parametrize("cursor", ["", "!", "AAAA", "eyJhIjoxfQ", "WzFd", "W251bGwsMSwxXQ", "W1tdLDEsMV0", "号"])
def test_a_damaged_cursor_is_refused(ask: Asker, cursor: str) -> None:
    assert ask.refused(DOCUMENTS, after=cursor) == ("BAD_CURSOR", "The cursor is damaged.")


def test_a_cursor_of_another_filter_is_refused(ask: Asker) -> None:
    query = """query ($where: DocumentFilter, $after: String) {
      documents(where: $where, first: 1, after: $after) { nodes { id } pageInfo { endCursor } }
    }"""
    cursor = ask(query, where={"held": True})["documents"]["pageInfo"]["endCursor"]
    assert len(ask(query, where={"held": True}, after=cursor)["documents"]["nodes"]) == 1
    assert ask.refused(query, where={"held": False}, after=cursor) == ("BAD_CURSOR", ELSEWHERE)
    assert ask.refused(query, where=None, after=cursor) == ("BAD_CURSOR", ELSEWHERE)


KEYS = [Key("n.day", "DESC", date=True, nulls=True), Key("n.id")]


@pytest.mark.parametrize("values", [["2022-02-10", "a"], [None, "b"]])
def test_a_cursor_holds_what_it_was_given(values: list[Any]) -> None:
    first = values[0] and date.fromisoformat(values[0])
    assert cursors.decode("x", KEYS, cursors.encode("x", values)) == [first, values[1]]


@pytest.mark.parametrize(
    "values",
    [[], ["2022-02-10"], ["2022-02-30", "a"], [1, "a"], ["2022-02-10", None], [None, True], [None, 2**63], [None, []]],
)
def test_a_cursor_with_keys_that_no_row_has_is_damaged(values: list[Any]) -> None:
    with pytest.raises(CursorError, match="damaged"):
        cursors.decode("x", KEYS, cursors.encode("x", values))


@pytest.mark.parametrize("first", [-1, 101])
def test_the_size_of_a_page_is_bounded(ask: Asker, first: int) -> None:
    assert ask.refused(DOCUMENTS, first=first) == ("BAD_INPUT", "documents: first is a number from 0 to 100.")
    assert ask.refused(DOCUMENTS, last=first) == ("BAD_INPUT", "documents: last is a number from 0 to 100.")
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

"""Nothing that is sent harms the server: it refuses, or answers rightly, and goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

from api.graphql.http import MAX_BYTES
from api.graphql.reader import Neo4jReader
from api.graphql.schema import schema
from graph.digest import digest
from graph.session import Database
from graph.tokens import words
from tests.api.graphql.hostile import LOW, Case, shapes
from tests.api.graphql.hostile_envelopes import Endless, Sent, envelopes
from tests.api.graphql.hostile_texts import INJECTIONS, SEARCHES, UNKNOWN, forgeries, places
from tests.api.graphql.hostile_values import values
from tests.api.graphql.sound import codes, sound, within
from tests.api.web import Web

pytestmark = pytest.mark.neo4j

CASES = [*shapes(), *values()]
CORE = schema()._schema
NET = 30
"""Seconds for one request."""
GROWTH = 400 << 20
"""Bytes that the process may grow by, all caches full."""


@pytest.fixture
def web(small: Database, reader: Neo4jReader, runner: asyncio.Runner) -> Iterator[Web]:
    """The application over the small graph, which is unharmed afterwards."""
    asked = Web(runner, reader)
    plain = "{ stats { documents } }"
    expected = asked.graphql(plain).json()["data"]
    before, held = digest(small), psutil.Process().memory_info().rss
    yield asked
    with within(NET):
        assert asked.graphql(plain).json() == {"data": expected, "extensions": {"cost": 0}}
    assert digest(small) == before
    assert psutil.Process().memory_info().rss - held < GROWTH


@pytest.fixture
def bare(reader: Neo4jReader, runner: asyncio.Runner) -> Web:
    """The application over whatever graph is there: what is sent never comes to it."""
    return Web(runner, reader)


def _wrong(case: Case, body: dict[str, Any]) -> bool:
    if case.codes:
        return not codes(body) or not codes(body) <= case.codes
    return "errors" in body or (case.data is not None and body["data"] != case.data)


@pytest.mark.parametrize("family", dict.fromkeys(case.family for case in CASES))
def test_operations_are_refused_or_answered_rightly(web: Web, family: str) -> None:
    failed = []
    for case in (case for case in CASES if case.family == family):
        try:
            with within(NET):
                body = sound(web.graphql(case.query, variables=case.variables))
        except AssertionError as error:
            failed.append(f"{case}: {str(error)[:400]}")
        else:
            if _wrong(case, body):
                failed.append(f"{case}: {str(body)[:400]}")
    assert not failed, "\n".join(failed)


def test_there_are_enough_of_them() -> None:
    names = [str(case) for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 200


@pytest.mark.parametrize("sent", envelopes(), ids=str)
def test_requests_are_refused_or_answered_rightly(bare: Web, sent: Sent) -> None:
    with within(NET):
        response = bare(sent.method, "/graphql", **sent.options)
    body = sound(response)
    assert response.status_code in sent.statuses
    if sent.refused:
        assert "data" not in body
        assert codes(body) <= {"BAD_INPUT", "BAD_REQUEST", "TOO_MUCH"}
    elif response.status_code == 200:
        assert body["data"] == {"__typename": "Query"}


@pytest.mark.parametrize("chunk", [b" " * 1000, b'{"query": "' + b"a" * 1000, b"["], ids=["blanks", "text", "bytes"])
def test_a_body_without_an_end_is_cut_at_the_limit(bare: Web, chunk: bytes) -> None:
    body = Endless(chunk)
    with within(NET):
        response = bare("POST", "/graphql", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 413
    assert codes(sound(response)) == {"BAD_INPUT"}
    assert body.taken <= MAX_BYTES + 2 * len(chunk)


@pytest.mark.long
def test_a_text_is_never_part_of_a_statement(web: Web) -> None:
    found = list(places(CORE))
    assert len(found) > 40
    failed = []
    for place, query in found:
        harmless = sound(web.graphql(query, variables={"x": UNKNOWN}))
        for text in INJECTIONS:
            body = sound(web.graphql(query, variables={"x": text}))
            if codes(body) != codes(harmless) or body.get("data") != harmless.get("data"):
                failed.append(f"{place} with {text}: {str(body)[:300]} and not {str(harmless)[:300]}")
    assert not failed, "\n".join(failed)


def test_a_search_finds_what_its_words_find(web: Web) -> None:
    query = "query ($x: String!) { search(text: $x) { totalCount nodes { score node { __typename } } } }"
    for text in SEARCHES:
        alone = sound(web.graphql(query, variables={"x": " ".join(words(text))}))
        assert "errors" not in alone
        assert sound(web.graphql(query, variables={"x": text})) == alone, text


def test_a_forged_cursor_shows_nothing_that_the_list_does_not(web: Web) -> None:
    query = "query ($x: String) { documents(first: 2, after: $x) { nodes { id } pageInfo { endCursor } } }"
    first = sound(web.graphql(query))["data"]["documents"]
    rest = sound(web.graphql(query, variables={"x": first["pageInfo"]["endCursor"]}))["data"]["documents"]
    every = [node["id"] for node in [*first["nodes"], *rest["nodes"]]]
    assert len(every) == 4
    refused = 0
    for name, cursor in forgeries(first["pageInfo"]["endCursor"]):
        body = sound(web.graphql(query, variables={"x": cursor}))
        refused += codes(body) == {"BAD_CURSOR"}
        if "errors" not in body:
            shown = [node["id"] for node in body["data"]["documents"]["nodes"]]
            assert shown in [every[start : start + len(shown)] for start in range(5)], name
        else:
            assert codes(body) <= {"BAD_CURSOR"}, (name, body)
    assert refused > 30


def test_a_cursor_belongs_to_its_list_and_order(web: Web) -> None:
    given = sound(web.graphql("{ documents(first: 1) { pageInfo { endCursor } } }"))["data"]["documents"]["pageInfo"]
    elsewhere = [
        "documents(orderBy: TITLE, after: $x) { totalCount }",
        "documents(orderBy: ISSUED_ON_ASC, after: $x) { nodes { id } }",
        "wanted(after: $x) { totalCount }",
        'search(text: "投资", after: $x) { totalCount }',
        f'document(id: "{LOW}") {{ provisions(after: $x) {{ totalCount }} }}',
    ]
    for field in elsewhere:
        body = sound(web.graphql(f"query ($x: String) {{ {field} }}", variables={"x": given["endCursor"]}))
        assert codes(body) == {"BAD_CURSOR"}, field

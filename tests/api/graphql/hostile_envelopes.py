"""Hostile requests around an operation: bodies, media types, methods, names of operations."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

JSON = {"content-type": "application/json"}
PLAIN = "{ __typename }"
ASKED = json.dumps({"query": PLAIN}).encode()


@dataclass(frozen=True, slots=True)
class Sent:
    """A request and the statuses that are right for it; 200 alone: it is answered."""

    name: str
    statuses: frozenset[int]
    method: str
    options: dict[str, Any]
    refused: bool = True

    def __str__(self) -> str:
        return self.name


class Endless:
    """A body that never ends, and how much of it was taken."""

    def __init__(self, chunk: bytes) -> None:
        self.chunk = chunk
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while True:
            self.taken += len(self.chunk)
            yield self.chunk


def envelopes() -> list[Sent]:
    """Return every request."""
    return [*_bodies(), *_requests(), *_operations(), *_others()]


def _post(name: str, content: bytes, *statuses: int, refused: bool = True, **headers: str) -> Sent:
    given = JSON | {key.replace("_", "-"): value for key, value in headers.items()}
    return Sent(name, frozenset(statuses or {400}), "POST", {"content": content, "headers": given}, refused)


def _bodies() -> list[Sent]:
    return [
        _post("nothing", b""),
        _post("10 MB", b" " * 10_000_000, 413),
        _post("10 MB of JSON", b'{"query": "' + b"a" * 10_000_000 + b'"}', 413),
        _post("gzip", gzip.compress(ASKED), 400, 415, content_encoding="gzip"),
        _post("gzip bomb", gzip.compress(b" " * 50_000_000), 400, 413, 415, content_encoding="gzip"),
        _post("UTF-16", json.dumps({"query": PLAIN}).encode("utf-16")),
        _post("UTF-8 with a BOM", b"\xef\xbb\xbf" + ASKED, 200, 400, refused=False),
        _post("broken UTF-8", b'{"query": "{ __typename \xff\xfe }"}'),
        _post("GBK", json.dumps({"query": "{ 文件 }"}, ensure_ascii=False).encode("gbk")),
        _post("lone surrogate", b'{"query": "{ lookup(text: \\"\\ud800\\") { status } }"}'),
        _post("surrogate in a variable", b'{"query": "{ __typename }", "variables": {"x": "\\udfff"}}'),
        _post("surrogate in a name", b'{"query": "{ __typename }", "operationName": "\\ud800"}'),
        _post("NUL", b"\0" * 1000),
        _post("10,000 levels of lists", b"[" * 10_000 + b"]" * 10_000),
        _post("10,000 levels of objects", b'{"a":' * 10_000 + b"1" + b"}" * 10_000),
        _post(
            "10,000 levels in variables", b'{"query": "{a}", "variables": {"x":' + b"[" * 10_000 + b"]" * 10_000 + b"}}"
        ),
        _post("NaN", b'{"query": "{ __typename }", "variables": {"x": NaN}}'),
        _post("1e999", b'{"query": "{ __typename }", "variables": {"x": 1e999}}'),
        _post(
            "number of 50,000 digits",
            b'{"query": "{ __typename }", "id": ' + b"9" * 50_000 + b"}",
            200,
            400,
            refused=False,
        ),
        _post("comment", b'{"query": "{ __typename }" /* x */}'),
        _post("comma at the end", b'{"query": "{ __typename }",}'),
        _post("two bodies", ASKED + ASKED),
        _post("two equal keys", b'{"query": "{ nothing }", "query": "{ __typename }"}', 200, refused=False),
        _post("unknown keys", b'{"query": "{ __typename }", "__proto__": {"a": 1}, "id": 3}', 200, refused=False),
    ]


def _requests() -> list[Sent]:
    wrong: dict[str, Any] = {
        "a list": [{"query": PLAIN}],
        "1,000 in a list": [{"query": PLAIN}] * 1000,
        "a text": PLAIN,
        "a number": 1,
        "null": None,
        "true": True,
        "empty": {},
        "blank": {"query": " \n"},
        "query null": {"query": None},
        "query a list": {"query": [PLAIN]},
        "query an object": {"query": {"query": PLAIN}},
        "variables a text": {"query": PLAIN, "variables": "{}"},
        "variables a list": {"query": PLAIN, "variables": [1]},
        "operationName a number": {"query": PLAIN, "operationName": 1},
        "operationName a list": {"query": PLAIN, "operationName": ["A"]},
    }
    return [_post(f"request: {name}", json.dumps(value).encode()) for name, value in wrong.items()]


def _operations() -> list[Sent]:
    two = "query A { __typename } query B { __typename }"
    many = " ".join(f"query Q{number} {{ __typename }}" for number in range(400))
    refused: dict[str, dict[str, Any]] = {
        "two without a name": {"query": two},
        "two with another name": {"query": two, "operationName": "C"},
        "two of one name": {"query": two.replace("B", "A"), "operationName": "A"},
        "two without names": {"query": PLAIN * 2},
        "a name of 50 kB": {"query": two, "operationName": "A" * 50_000},
        "mutation": {"query": "mutation { deleteDocument(id: 1) { id } }"},
        "mutation behind a query": {"query": f"query A {PLAIN} mutation B {PLAIN}", "operationName": "B"},
        "subscription": {"query": "subscription { documents { totalCount } }"},
        "definitions of types": {"query": f"{PLAIN} type Query {{ a: ID }} extend type Document {{ b: ID }}"},
        "definition of a schema": {"query": "schema { query: Document }"},
        "a word": {"query": "query"},
        "Cypher": {"query": "MATCH (n) DETACH DELETE n"},
        "SQL": {"query": "SELECT * FROM documents; DROP TABLE documents"},
    }
    sent = [_post(f"operation: {name}", json.dumps(value).encode(), 200, 400) for name, value in refused.items()]
    answered = {"query": many, "operationName": "Q399"}
    return [*sent, _post("operation: one of 400", json.dumps(answered).encode(), 200, refused=False)]


def _others() -> list[Sent]:
    def get(name: str, *statuses: int, refused: bool = True, **params: str) -> Sent:
        return Sent(f"GET: {name}", frozenset(statuses or {400}), "GET", {"params": params}, refused)

    def media(name: str, accept: str = "*/*") -> Sent:
        headers = {"content-type": name, "accept": accept}
        return Sent(f"media type: {name}", frozenset({415}), "POST", {"content": ASKED, "headers": headers})

    return [
        get("nothing"),
        get("mutation", 200, 400, 405, query="mutation { a }"),
        get("variables that are no JSON", query=PLAIN, variables="{"),
        get("variables that are a list", query=PLAIN, variables="[1]"),
        get("variables of 10,000 levels", query=PLAIN, variables="[" * 10_000),
        get("broken escapes", 200, 400, query="{ %ff%fe __typename }"),
        get("answered", 200, query=PLAIN, refused=False),
        get("parameters that are unknown", 200, query=PLAIN, path="/etc/passwd", refused=False),
        *map(media, ("text/plain", "application/graphql", "application/x-www-form-urlencoded", "multipart/form-data")),
        *map(media, ("application/xml", "application/jsonx", "a" * 5000, "application/json+x", "text/json")),
        _post("accepts nothing", ASKED, 200, 406, accept="image/png", refused=False),
        _post("accepts 5,000 kinds", ASKED, 200, accept="a/b," * 5000, refused=False),
        _post("a character set", ASKED, 200, content_type="application/json; charset=utf-16", refused=False),
        _post("a length that lies", ASKED, 200, 400, content_length="1", refused=False),
    ]

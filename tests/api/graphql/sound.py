"""What holds for every answer of the GraphQL server, whatever was sent."""

from __future__ import annotations

import contextlib
import re
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

import httpx
import orjson

INSIDE = re.compile(
    r"Neo\.|neo4j|Neo4j(?!-)|Cypher|Lucene|Traceback|[a-z]Error\b|NoneType|\.py\b|site-packages|/home/|/tmp/"
)
"""What no message may show: the engine, its language, Python and places of files."""
CODE = re.compile(r"[A-Z][A-Z_]+")
RETRY = {"BUSY", "TIMEOUT"}
"""What a server may say with 503 while its Neo4j answers."""


class _Overtime(BaseException):
    """Passes what catches exceptions."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail when the block takes longer, even where it never gives the event loop a turn: a net, no measurement."""

    def ring(_: int, __: FrameType | None) -> None:
        raise _Overtime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _Overtime:
        raise AssertionError(f"not answered within {seconds:.0f} s") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def sound(response: httpx.Response) -> dict[str, Any]:
    """Return the body of an answer of /graphql; AssertionError where its status, shape, codes or words cannot be."""
    body = orjson.loads(response.content)
    assert response.headers["x-request-id"]
    assert response.headers["content-type"].split(";")[0] in {"application/json", "application/graphql-response+json"}
    assert isinstance(body, dict), body
    assert set(body) <= {"data", "errors", "extensions"}, body
    assert "data" in body or "errors" in body, body
    assert body.get("data") is None or isinstance(body["data"], dict), body
    assert body.get("errors") != [], body
    for error in body.get("errors", ()):
        _sound_error(error)
    found = codes(body)
    assert "INTERNAL" not in found, body
    if response.status_code >= 500:
        assert response.status_code == 503, body
        assert found <= RETRY, body
        assert response.headers["retry-after"]
    return body


def codes(body: dict[str, Any]) -> set[str]:
    """Return the codes of an answer's errors."""
    return {error["extensions"]["code"] for error in body.get("errors", ())}


def _sound_error(error: dict[str, Any]) -> None:
    assert set(error) <= {"message", "locations", "path", "extensions"}, error
    assert error["message"], error
    assert not INSIDE.search(error["message"]), error
    assert CODE.fullmatch(error["extensions"]["code"]), error
    assert all(place["line"] > 0 and place["column"] > 0 for place in error.get("locations", ())), error
    assert all(isinstance(step, (str, int)) for step in error.get("path", ())), error

"""Nothing that is sent harms the server: it refuses, or answers rightly, and goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import psutil
import pytest

from api.graphql.reader import Neo4jReader
from graph.digest import digest
from graph.session import Database
from tests.api.graphql.hostile import Case, shapes
from tests.api.graphql.hostile_values import values
from tests.api.graphql.sound import codes, sound, within
from tests.api.web import Web

pytestmark = pytest.mark.neo4j

CASES = [*shapes(), *values()]
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

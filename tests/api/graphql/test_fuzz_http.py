"""Whatever is sent, sound or damaged: no 5xx, no unforeseen failure, and an answer in the shape of GraphQL."""

from __future__ import annotations

import asyncio
import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from api.graphql.reader import Neo4jReader
from api.graphql.schema import schema
from graph.digest import digest
from graph.session import Database
from tests.api.graphql.fuzz_http import CURSORS, Request, damaged, harvested, requests
from tests.api.graphql.sound import codes, sound, within
from tests.api.web import Web

pytestmark = pytest.mark.neo4j

REQUESTS = 5000 if os.environ.get("MAILUO_LONG") else 60
DEPTH = 4 if os.environ.get("MAILUO_LONG") else 3
NET = 60
"""Seconds for one request."""


@pytest.mark.long
def test_whatever_is_sent_is_answered_soundly(small: Database, reader: Neo4jReader, runner: asyncio.Runner) -> None:
    web = Web(runner, reader)
    before = digest(small)
    cursors = harvested(sound(web.graphql(CURSORS))["data"])
    assert len(cursors) > 10
    seen: Counter[str] = Counter()

    # Not shrunk: each attempt would cost Neo4j a plan, and the request itself says enough.
    @settings(
        max_examples=REQUESTS,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(requests(schema()._schema, DEPTH, [*cursors, *damaged(cursors)]))
    def check(request: Request) -> None:
        method, options = request
        with within(NET):
            body = sound(web(method, "/graphql", **options))
        seen.update(codes(body) or {"answered"})

    check()
    assert digest(small) == before
    assert seen["answered"] > REQUESTS // 8, seen
    assert seen["BAD_CURSOR"] > 0, seen
    assert seen["BAD_REQUEST"] > REQUESTS // 16, seen

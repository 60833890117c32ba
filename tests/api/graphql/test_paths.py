"""The shaped answer and graphql-core's own are the same bytes, whatever is asked."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from graphql import GraphQLSchema
from hypothesis import HealthCheck, Phase, given, settings

from api.graphql.schema import schema
from tests.api.graphql.conftest import Asker
from tests.api.graphql.operations import operations

EXAMPLES = 2000 if os.environ.get("MAILUO_LONG") else 40
DEPTH = 4 if os.environ.get("MAILUO_LONG") else 3
REFUSED = {"NOT_FOUND", "BAD_INPUT", "TOO_MUCH"}
CORE: GraphQLSchema = schema()._schema


class Remembering:
    """A reader that reads each statement once, so that both paths answer from one record."""

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.call = reader.call
        self.known: dict[bytes, Any] = {}

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
        key = orjson.dumps([text, parameters])
        if key not in self.known:
            self.known[key] = await self.reader.value(text, parameters)
        return self.known[key]


@pytest.mark.long
def test_both_paths_answer_the_same_bytes(ask: Asker) -> None:
    codes: Counter[str] = Counter()

    # Not shrunk: each attempt would cost Neo4j a plan, and the operation itself says enough.
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(operations(CORE, DEPTH))
    def check(query: str) -> None:
        both = Asker(ask.runner, Remembering(ask.reader))  # type: ignore[arg-type]
        fast = both.run(query)
        plain = both.run(query, fast=False)
        if fast["data"] is None and plain["data"] is None:
            # Of several fields that must not fail and do, the first in time is named: no order that could be compared.
            codes["failed whole"] += 1
            for answer in (fast, plain):
                assert {error["extensions"]["code"] for error in answer["errors"]} <= REFUSED, query
        else:
            assert orjson.dumps(fast) == orjson.dumps(plain), query
        seen = [error["extensions"]["code"] for error in fast.get("errors", ())]
        assert set(seen) <= REFUSED, (query, fast["errors"])
        codes.update(seen)
        codes["answered"] += not fast.get("errors")

    check()
    assert codes["answered"] > EXAMPLES // 2, codes

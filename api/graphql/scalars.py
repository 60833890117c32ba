"""The scalar of the contract that GraphQL does not have itself; the statements answer dates as text already."""

from __future__ import annotations

import contextlib
from datetime import date

import strawberry
from graphql import GraphQLError


def _parse(text: object) -> date:
    with contextlib.suppress(TypeError, ValueError):
        return date.fromisoformat(text)  # type: ignore[arg-type]
    # Any other error of a literal would pass for one of the server.
    raise GraphQLError("A Date is a day of the calendar, written as text: 2022-02-10.")


DATE = strawberry.scalar(
    name="Date",
    description="A calendar day (日期) as ISO 8601 writes it: 2022-02-10.",
    serialize=str,
    parse_value=_parse,
)

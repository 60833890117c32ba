"""The scalar of the contract that GraphQL does not have itself; the statements answer dates as text already."""

from __future__ import annotations

from datetime import date

import strawberry


def _parse(text: object) -> date:
    if not isinstance(text, str):
        raise ValueError("A Date is text such as 2022-02-10.")
    return date.fromisoformat(text)


DATE = strawberry.scalar(
    name="Date",
    description="A calendar day (日期) as ISO 8601 writes it: 2022-02-10.",
    serialize=str,
    parse_value=_parse,
)

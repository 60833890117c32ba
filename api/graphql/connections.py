"""Relay connections: one shape for every list, filled from the rows that a page of the statement answered.

The record of a connection holds `:rows` (one more than asked for, each with its `:cursor` keys and a value a selected
`nodes` or `edges` field, in the direction in which they were read), `:page` (count, whether it was read backward, what
seals its cursors, which were given) and what else was selected.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import strawberry

from api.graphql import cursors
from api.graphql.fields import Record, declare, field

ROWS = ":rows"
PAGE = ":page"
CURSOR = ":cursor"

T = TypeVar("T")


@strawberry.type(description="Where a page stands in its list (分页).")
class PageInfo:
    has_next_page: bool = strawberry.field(description="More rows follow.")
    has_previous_page: bool = strawberry.field(description="Rows stand before it.")
    start_cursor: str | None = strawberry.field(description="Cursor of the first row.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row.")


@strawberry.type(description="How many there are of one value (计数).")
class Count:
    key: str = field("The value.")
    count: int = field("How many.")


@strawberry.type(description="The values of a field over the whole list, most frequent first, at most 50 (分面).")
class Facet:
    of: str = field("Name of the field.", name="field")
    counts: list[Count] = field("Its values.")


def page(record: Record) -> list[Record]:
    """Return the rows of the page in the order of the list, without the one that only shows that more are there."""
    rows: list[Record] = record[ROWS][: record[PAGE]["count"]]
    return rows[::-1] if record[PAGE]["backward"] else rows


def cursor(record: Record, row: Record) -> str:
    """Return the cursor of a row."""
    return cursors.encode(record[PAGE]["seal"], row[CURSOR])


def page_info(record: Record) -> PageInfo:
    """Return where the page stands; on the side of a given cursor there are rows: at least that cursor's own."""
    rows, asked = page(record), record[PAGE]
    more = len(record[ROWS]) > len(rows)
    return PageInfo(
        has_next_page=asked["before"] if asked["backward"] else more or asked["before"],
        has_previous_page=more or asked["after"] if asked["backward"] else asked["after"],
        start_cursor=cursor(record, rows[0]) if rows else None,
        end_cursor=cursor(record, rows[-1]) if rows else None,
    )


def _nodes(root: Record, info: strawberry.Info) -> list[Any]:
    return [row[str(info.path.key)] for row in page(root)]


def _edges(root: Record, info: strawberry.Info) -> list[Record]:
    return [{**row[str(info.path.key)], CURSOR: cursor(root, row)} for row in page(root)]


def _cursor(root: Record, info: strawberry.Info) -> str:  # noqa: ARG001
    return str(root[CURSOR])


def _page_info(root: Record, info: strawberry.Info) -> PageInfo:  # noqa: ARG001
    return page_info(root)


@strawberry.type(description="One row of a list and its cursor.")
class Edge(Generic[T]):
    cursor: str = declare(_cursor, "Where a later page can go on.", None, {})
    node: T = field("The row.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    total_count: int = field("How many rows the whole list has (总数); counted only when asked for.")
    page_info: PageInfo = declare(_page_info, "Where the page stands.", None, {})
    nodes: list[T] = declare(_nodes, "The rows.", None, {})
    edges: list[Edge[T]] = declare(_edges, "The rows with their cursors.", None, {})


@strawberry.type(name="Connection", description="One page of a list, with the values of the whole list.")
class FacetedConnection(Connection[T]):
    facets: list[Facet] = field("What the whole list holds (分面).")

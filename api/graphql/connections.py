"""Relay connections: one shape for every list, filled from the rows that a page of the statement answered.

The record of a connection holds `:rows` (at most one more than asked for, each with its `:cursor` keys and a value a
selected `nodes` or `edges` field, in the direction in which they were read), `:page` (what was asked) and what else was
selected.
"""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import strawberry

from api.graphql import cursors
from api.graphql.fields import Record, declare, field
from api.graphql.paging import Page

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
    key: str = field("The value, as the filter of that name takes it; an id where that takes one.")
    label: str = field("The value as people read it (名称).")
    count: int = field("How many.")


@strawberry.type(description="The values of a field over the whole list, most frequent first, at most 50 (分面).")
class Facet:
    of: str = field("Name of the field.", name="field")
    counts: list[Count] = field("Its values.")


Row = TypeVar("Row")


def in_order(page: Page, rows: list[Row]) -> list[Row]:
    """Return the rows of a page in the order of the list, without the one that only shows that more are there."""
    kept = rows[: page.count]
    return kept[::-1] if page.backward else kept


def page_info(page: Page, keys: list[Any]) -> PageInfo:
    """Return where a page stands, given the sort keys of the rows that were read.

    On the side of a given cursor there are rows: at least that cursor's own.
    """
    kept = in_order(page, keys)
    more = len(keys) > len(kept)
    return PageInfo(
        has_next_page=page.before is not None or (more and not page.backward),
        has_previous_page=page.after is not None or (more and page.backward),
        start_cursor=_sealed(page, kept[0]) if kept else None,
        end_cursor=_sealed(page, kept[-1]) if kept else None,
    )


def _sealed(page: Page, keys: list[Any] | None) -> str | None:
    return None if keys is None else cursors.encode(page.seal, keys)


def _nodes(root: Record, info: strawberry.Info) -> list[Any]:
    return [row[str(info.path.key)] for row in in_order(root[PAGE], root[ROWS])]


def _edges(root: Record, info: strawberry.Info) -> list[Record]:
    page: Page = root[PAGE]
    return [{**row[str(info.path.key)], CURSOR: _sealed(page, row[CURSOR])} for row in in_order(page, root[ROWS])]


def _cursor(root: Record, info: strawberry.Info) -> str:  # noqa: ARG001
    return str(root[CURSOR])


def _page_info(root: Record, info: strawberry.Info) -> PageInfo:  # noqa: ARG001
    return page_info(root[PAGE], [row[CURSOR] for row in root[ROWS]])


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

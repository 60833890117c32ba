"""The root fields that find documents."""

from __future__ import annotations

import functools
from typing import Any

import strawberry

from api.graphql.connections import FacetedConnection
from api.graphql.documents.filters import DocumentFilter
from api.graphql.documents.types import Document, Lookup
from api.graphql.enums import DocumentOrder
from api.graphql.errors import RequestError
from api.graphql.execution import Context, root
from api.graphql.fields import Argument, optional, paging
from api.graphql.reader import TIME_LIMIT
from api.graphql.selection import Selection
from graph.lookup import lookup
from loaders.keys import number_key

_key = functools.lru_cache(maxsize=1000)(number_key)
"""What people type as a number is asked for again and again, and takes a good part of a short answer to fold."""


async def _number(_: Context, selection: Selection) -> dict[str, Any]:
    given = [name for name in ("id", "docNumber") if selection.arguments.get(name) is not None]
    if len(given) != 1:
        raise RequestError("document takes either an id or a docNumber.")
    typed = selection.arguments.get("docNumber")
    return {} if typed is None else {"number_key": _key(typed)}


async def _lookup(context: Context, selection: Selection) -> dict[str, Any]:
    text = selection.arguments["text"]
    found = await context.reader.call(lambda database: lookup(database, text, timeout=TIME_LIMIT))
    return {
        "status": found.status,
        "document": found.document.id if found.document else None,
        "candidates": [candidate.id for candidate in found.candidates],
        "normalized": found.normalized,
    }


@strawberry.type
class DocumentQueries:
    lookup: Lookup = root(
        "What people type, looked up (检索): 国发[2022]5号, 国发（2022）5号, a whole or a short title.",
        _lookup,
        text=Argument(str, "What was typed (文字)."),
    )
    document: Document | None = root(
        "One document by its id or its number in any writing (文件).",
        _number,
        id=optional(strawberry.ID, "The id."),
        doc_number=optional(str, "发文字号 in any writing."),
    )
    documents: FacetedConnection[Document] = root(
        "Documents (文件列表).",
        where=optional(DocumentFilter, "Conditions (筛选)."),
        order_by=Argument(DocumentOrder | None, "Order (排序).", DocumentOrder.ISSUED_ON_DESC),
        **paging(20),
    )

"""The root fields that find documents."""

from __future__ import annotations

from typing import Any

import strawberry

from api.graphql.connections import FacetedConnection
from api.graphql.documents.filters import DocumentFilter
from api.graphql.documents.types import Document
from api.graphql.enums import DocumentOrder
from api.graphql.errors import RequestError
from api.graphql.execution import Context, root
from api.graphql.fields import AFTER, Argument, first, optional


async def _number(_: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    given = [name for name in ("id", "docNumber") if arguments.get(name) is not None]
    if len(given) != 1:
        raise RequestError("document takes either an id or a docNumber.")
    typed = arguments.get("docNumber")
    return {} if typed is None else {"number": typed}


@strawberry.type
class DocumentQueries:
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
        first=first(20),
        after=AFTER,
    )

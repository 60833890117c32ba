"""What every thing with an id has in common, and where a statement stands."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Origin
from api.graphql.fields import Named, field


@strawberry.interface(description="Anything that has an id (节点).")
class Node(Named):
    id: strawberry.ID = field("Its id, which stays the same over reloads (标识).")


@strawberry.type(
    description="Where a statement stands (依据): code points [start, end) of the document's clean text, and its page."
)
class Evidence:
    quote: str = field("The words themselves; the text between start and end (原文).")
    start: int = field("First code point of the quote in the document's clean text (起).")
    end: int = field("Code point behind the quote (止).")
    page: int | None = field("Page of the file as its reader counts it, from 1 (文件页码).")
    printed_page: int | None = field("Number printed on that page, where it is known (印刷页码).")
    rule: str | None = field("The rule that read it (规则).")
    origin: Origin = field("Whether the extractor or a person states it (来源).")

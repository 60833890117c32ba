"""The root field that searches for words; what was typed becomes words as on the command line."""

from __future__ import annotations

from typing import Any

import strawberry

from api.graphql.connections import FacetedConnection
from api.graphql.enums import Level, NodeKind
from api.graphql.execution import Context, root
from api.graphql.fields import Argument, optional, paging
from api.graphql.search.types import SearchHit
from api.graphql.selection import Selection
from graph.search import lucene
from graph.tokens import words

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands for the marks while the text around them is escaped: private characters, which no text keeps."""


async def _words(_: Context, selection: Selection) -> dict[str, Any]:
    asked = sorted(set(words(selection.arguments["text"])), key=lambda word: (-len(word), word))
    return {"query": lucene(asked) if asked else None, "words": asked, "open": OPEN, "close": CLOSE}


@strawberry.type
class SearchQueries:
    search: FacetedConnection[SearchHit] = root(
        "Texts, bodies and regions that have all the words, best first, texts before names (全文检索).",
        _words,
        text=Argument(str, "Words, with or without spaces between them (文字)."),
        types=optional(list[NodeKind], "Only these kinds (类别)."),
        level=optional(Level, "Only documents of this level, and their provisions (层级)."),
        year=optional(int, "Only documents of this year, and their provisions (年份)."),
        region=optional(strawberry.ID, "Only documents of this jurisdiction, and their provisions (地区)."),
        **paging(20),
    )

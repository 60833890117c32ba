"""The root field that searches for words; what was typed becomes words as on the command line."""

from __future__ import annotations

from typing import Any

import strawberry

from api.graphql.connections import FacetedConnection
from api.graphql.enums import Level, NodeKind
from api.graphql.errors import RequestError
from api.graphql.execution import Context, root
from api.graphql.fields import Argument, optional, paging
from api.graphql.search.types import SearchHit
from api.graphql.selection import Selection
from graph.search import lucene
from graph.tokens import words

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands for the marks while the text around them is escaped: private characters, which no text keeps."""
MAX_TEXT = 1000
"""Characters of what is searched for: Lucene takes a query of at most 1,024 words."""

INDEXES = {
    "document": "document",
    "measure": "provision",
    "section": "provision",
    "department": "department",
    "region": "region",
}
"""The full-text index that has the nodes of a kind."""
BEST = 500
"""How many hits of an index a list goes on to: what comes later fits too badly to be looked at."""
LOOKED_AT = 20_000
"""How many of them are looked at where conditions leave some out."""


async def _words(_: Context, selection: Selection) -> dict[str, Any]:
    text = selection.arguments["text"]
    if len(text) > MAX_TEXT:
        raise RequestError(f"search: text has at most {MAX_TEXT} characters.")
    asked = sorted(set(words(text)), key=lambda word: (-len(word), word))
    types = selection.arguments.get("types") or list(INDEXES)
    narrowed = any(selection.arguments.get(name) is not None for name in ("types", "level", "year", "region"))
    return {
        "query": lucene(asked) if asked else None,
        # Within a longer word that is marked, a shorter one is not marked again.
        "words": [word for word in asked if not any(word in other for other in asked if other != word)],
        "indexes": sorted({INDEXES[kind] for kind in types}),
        "most": LOOKED_AT if narrowed else BEST,
        "best": BEST,
        "open": OPEN,
        "close": CLOSE,
    }


@strawberry.type
class SearchQueries:
    search: FacetedConnection[SearchHit] = root(
        "Texts, bodies and regions that have all the words, best first, texts before names, "
        "the best 500 of each (全文检索).",
        _words,
        text=Argument(str, "Words, with or without spaces between them (文字)."),
        types=optional(list[NodeKind], "Only these kinds (类别)."),
        level=optional(Level, "Only documents of this level, and their provisions (层级)."),
        year=optional(int, "Only documents of this year, and their provisions (年份)."),
        region=optional(strawberry.ID, "Only documents of this jurisdiction, and their provisions (地区)."),
        **paging(20),
    )

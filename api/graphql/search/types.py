"""What a search for words finds."""

from __future__ import annotations

from typing import Annotated

import strawberry

from api.graphql.departments.types import Department
from api.graphql.documents.types import Document
from api.graphql.fields import field
from api.graphql.provisions.types import Measure, Section
from api.graphql.regions.types import Region

SearchNode = Annotated[
    Document | Measure | Section | Department | Region,
    strawberry.union("SearchNode", description="What a search can find (检索对象)."),
]


@strawberry.type(description="One thing that a search found (命中).")
class SearchHit:
    score: float = field("How well it fits: higher is better (相关度).")
    snippet: str = field("The text around the first word, as HTML: escaped, the words in <mark>…</mark> (摘要).")
    node: SearchNode = field("What was found (对象).")

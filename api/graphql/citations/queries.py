"""The root field that lists citations."""

from __future__ import annotations

import strawberry

from api.graphql.citations.filters import CitationFilter
from api.graphql.citations.types import Citation
from api.graphql.connections import Connection
from api.graphql.execution import root
from api.graphql.fields import optional, paging


@strawberry.type
class CitationQueries:
    citations: Connection[Citation] = root(
        "Citations of all documents, by citing document and place (引文列表).",
        where=optional(CitationFilter, "Conditions (筛选)."),
        **paging(20),
    )

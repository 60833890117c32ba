"""The root field that lists alignments."""

from __future__ import annotations

import strawberry

from api.graphql.alignments.filters import AlignmentFilter
from api.graphql.alignments.types import Alignment
from api.graphql.connections import Connection
from api.graphql.execution import root
from api.graphql.fields import optional, paging


@strawberry.type
class AlignmentQueries:
    alignments: Connection[Alignment] = root(
        "Aligned measures, closest first (对应列表).",
        where=optional(AlignmentFilter, "Conditions (筛选)."),
        **paging(20),
    )

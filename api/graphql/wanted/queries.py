"""The root field that says what to look for next."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Connection
from api.graphql.enums import Level
from api.graphql.execution import root
from api.graphql.fields import optional, paging
from api.graphql.wanted.types import Wanted


@strawberry.type
class WantedQueries:
    wanted: Connection[Wanted] = root(
        "The acquisition list: documents cited but not held, most cited first (待收文件列表).",
        level=optional(Level, "Level (层级)."),
        **paging(20),
    )

"""The root field that lists time limits."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Connection
from api.graphql.deadlines.filters import DeadlineFilter
from api.graphql.deadlines.types import Deadline
from api.graphql.execution import root
from api.graphql.fields import Argument, paging


@strawberry.type
class DeadlineQueries:
    deadlines: Connection[Deadline] = root(
        "Time limits, earliest first, undated ones last (期限列表).",
        where=Argument(DeadlineFilter, "Conditions (筛选)."),
        **paging(50),
    )

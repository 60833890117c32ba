"""The root field that counts."""

from __future__ import annotations

import strawberry

from api.graphql.execution import root
from api.graphql.statistics.types import Stats


@strawberry.type
class StatisticsQueries:
    stats: Stats = root("What the graph holds (统计).")

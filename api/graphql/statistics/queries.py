"""The root field that counts."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import strawberry

from api.graphql.execution import Context, root
from api.graphql.selection import Selection
from api.graphql.statistics.types import Stats
from graph.digest import digest


async def _stats(context: Context, selection: Selection) -> dict[str, Any]:
    (fields,) = selection.branches.values()
    # The digest reads the whole graph, so only for who asks for it.
    asked = any(field.name == "digest" for field in fields)
    return {"version": version("mailuo"), "digest": await context.reader.call(digest) if asked else None}


@strawberry.type
class StatisticsQueries:
    stats: Stats = root("What the graph holds (统计).", _stats)

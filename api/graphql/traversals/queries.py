"""The root fields that follow documents from one to the next; each runs the statement that the command line runs."""

from __future__ import annotations

from typing import Any

import strawberry

from api.graphql.enums import Direction, Relation
from api.graphql.errors import RequestError
from api.graphql.execution import Context, root
from api.graphql.fields import Argument, optional
from api.graphql.selection import Selection
from api.graphql.traversals.types import Trace, TraceEdge

MAX_DEPTH = 20
MAX_LENGTH = 12


def _steps(selection: Selection, name: str, most: int) -> int | None:
    count = selection.arguments.get(name)
    if count is not None and not 1 <= count <= most:
        raise RequestError(f"{selection.name}: {name} is a number from 1 to {most}.")
    return count


async def _trace(_: Context, selection: Selection) -> dict[str, Any]:
    arguments = selection.arguments
    return {
        "document": arguments["document"],
        "direction": arguments.get("direction"),
        "relations": arguments.get("relations"),
        "depth": _steps(selection, "maxDepth", MAX_DEPTH),
        "limit": None,
    }


async def _path(_: Context, selection: Selection) -> dict[str, Any]:
    arguments = selection.arguments
    return {
        "from": arguments["from"],
        "to": arguments["to"],
        "length": _steps(selection, "maxLength", MAX_LENGTH),
    }


@strawberry.type
class TraversalQueries:
    trace: Trace = root(
        "What a document carries out and what carries it out (追溯).",
        _trace,
        documents=("document",),
        document=Argument(strawberry.ID, "Id of the document (文件)."),
        direction=Argument(Direction | None, "Which way (方向).", Direction.BOTH),
        relations=optional(list[Relation], "Only along these relations (关系)."),
        max_depth=Argument(int | None, "How many steps each way, 1 to 20 (层数).", 4),
    )
    path: list[TraceEdge] | None = root(
        "A shortest way between two documents, whichever way its relations point; null: there is none (路径).",
        _path,
        documents=("from", "to"),
        from_=Argument(strawberry.ID, "Id of the document at one end (起点).", name="from"),
        to=Argument(strawberry.ID, "Id of the document at the other end (终点)."),
        max_length=Argument(int | None, "How many steps at most, 1 to 12 (步数).", 6),
    )

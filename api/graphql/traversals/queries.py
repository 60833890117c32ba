"""The root fields that follow documents from one to the next."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Direction, Relation
from api.graphql.execution import root
from api.graphql.fields import Argument, optional
from api.graphql.traversals.types import Trace


@strawberry.type
class TraversalQueries:
    trace: Trace = root(
        "What a document carries out and what carries it out (追溯).",
        document=Argument(strawberry.ID, "Id of the document (文件)."),
        direction=Argument(Direction | None, "Which way (方向).", Direction.BOTH),
        relations=optional(list[Relation], "Only along these relations (关系)."),
        max_depth=Argument(int | None, "How many steps each way, 1 to 10 (层数).", 4),
    )

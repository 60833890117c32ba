"""The root field that finds anything by its id."""

from __future__ import annotations

import strawberry

from api.graphql.execution import root
from api.graphql.fields import Argument
from api.graphql.nodes.types import Node


@strawberry.type
class NodeQueries:
    node: Node | None = root(
        "Anything by its id; ids that a document had before resolve too (按标识查询).",
        id=Argument(strawberry.ID, "The id."),
    )

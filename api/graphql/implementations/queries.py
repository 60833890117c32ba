"""The root fields that compare a document with those of lower levels."""

from __future__ import annotations

from typing import Any

import strawberry

from api.graphql.enums import Level
from api.graphql.execution import Context, root
from api.graphql.fields import Argument
from api.graphql.implementations.types import Implementation
from api.graphql.selection import Selection

RANKS = {level.value: rank for rank, level in enumerate(Level)}


async def _scope(_: Context, selection: Selection) -> dict[str, Any]:
    arguments = selection.arguments
    return {"ranks": RANKS, **{name: arguments.get(name) for name in ("upper", "region", "lower")}}


_UPPER = Argument(strawberry.ID, "Id of the document of the higher level (上位文件).")


@strawberry.type
class ImplementationQueries:
    implementation: Implementation = root(
        "How a document is carried out in a region and the regions in it (落实情况).",
        _scope,
        documents=("upper",),
        missing="no document and region have these ids.",
        upper=_UPPER,
        region=Argument(strawberry.ID, "Id of the region (地区)."),
    )
    compare: Implementation = root(
        "How a document is carried out by one of a lower level: ministry against centre, city against province (比较).",
        _scope,
        documents=("upper", "lower"),
        missing="no two documents have these ids of which the second is of a lower level.",
        upper=_UPPER,
        lower=Argument(strawberry.ID, "Id of the document of the lower level (下位文件)."),
    )

"""The root fields that find regions."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Connection
from api.graphql.enums import Level
from api.graphql.execution import root
from api.graphql.fields import optional, paging
from api.graphql.naming import one_of_id_and_name
from api.graphql.regions.types import Region


@strawberry.type
class RegionQueries:
    region: Region | None = root(
        "One region by its id or a name that no other has (地区).",
        one_of_id_and_name,
        id=optional(strawberry.ID, "GB/T 2260 code, or the folded name of a macro-region."),
        name=optional(str, "Name (名称)."),
    )
    regions: Connection[Region] = root(
        "Regions, by code (地区列表).",
        text=optional(str, "Part of a name (文字)."),
        level=optional(Level, "Level (层级)."),
        **paging(20),
    )

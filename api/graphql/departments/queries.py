"""The root fields that find bodies."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Connection
from api.graphql.departments.types import Department
from api.graphql.enums import BodyKind, Level
from api.graphql.execution import root
from api.graphql.fields import optional, paging
from api.graphql.naming import one_of_id_and_name


@strawberry.type
class DepartmentQueries:
    department: Department | None = root(
        "One body by its id or a name that no other has (机构).",
        one_of_id_and_name,
        id=optional(strawberry.ID, "The id."),
        name=optional(str, "Full or short name, or another one (名称)."),
    )
    departments: Connection[Department] = root(
        "Bodies, by name (机构列表).",
        text=optional(str, "Part of a name (文字)."),
        level=optional(Level, "Level (层级)."),
        kind=optional(BodyKind, "Kind (类别)."),
        region=optional(strawberry.ID, "Seat or scope (地区)."),
        **paging(20),
    )

"""What a list of measures can be narrowed by."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Level, Modality, Role
from api.graphql.filters import DateRange

_UNSET = strawberry.UNSET


@strawberry.input(description="Conditions on measures, all of which hold (措施筛选).")
class MeasureFilter:
    text: str | None = strawberry.field(default=_UNSET, description="Words of the heading or text (文字).")
    document: strawberry.ID | None = strawberry.field(default=_UNSET, description="Of this document (文件).")
    department: strawberry.ID | None = strawberry.field(default=_UNSET, description="A responsible body (责任单位).")
    role: Role | None = strawberry.field(default=_UNSET, description="In this role (职责).")
    region: strawberry.ID | None = strawberry.field(default=_UNSET, description="Named by the measure (地区).")
    modality: Modality | None = strawberry.field(default=_UNSET, description="What it does (情态).")
    due: DateRange | None = strawberry.field(default=_UNSET, description="A time limit of it ends here (期限).")
    level: Level | None = strawberry.field(default=_UNSET, description="Level of the document (层级).")

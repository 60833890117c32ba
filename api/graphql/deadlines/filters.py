"""What a list of time limits can be narrowed by."""

from __future__ import annotations

import strawberry

from api.graphql.enums import DeadlineKind
from api.graphql.filters import DateRange

_UNSET = strawberry.UNSET


@strawberry.input(description="Conditions on time limits, all of which hold (期限筛选).")
class DeadlineFilter:
    due: DateRange | None = strawberry.field(default=_UNSET, description="Its last day, or first where it is open.")
    kinds: list[DeadlineKind] | None = strawberry.field(default=_UNSET, description="Only these kinds (类别).")
    department: strawberry.ID | None = strawberry.field(default=_UNSET, description="A responsible body (责任单位).")
    region: strawberry.ID | None = strawberry.field(
        default=_UNSET, description="Named by the provision, or the document's jurisdiction (地区)."
    )

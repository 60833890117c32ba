"""What a list of alignments can be narrowed by."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Basis, Origin

_UNSET = strawberry.UNSET


@strawberry.input(description="Conditions on alignments, all of which hold (对应筛选).")
class AlignmentFilter:
    upper: strawberry.ID | None = strawberry.field(default=_UNSET, description="The upper document or measure (上位).")
    lower: strawberry.ID | None = strawberry.field(default=_UNSET, description="The lower document or measure (下位).")
    basis: Basis | None = strawberry.field(default=_UNSET, description="Why they are aligned (依据类别).")
    min_score: float | None = strawberry.field(default=_UNSET, description="At least this close (最低相似度).")
    max_score: float | None = strawberry.field(default=_UNSET, description="At most this close (最高相似度).")
    origin: Origin | None = strawberry.field(default=_UNSET, description="Who states it (来源).")

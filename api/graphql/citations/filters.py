"""What a list of citations can be narrowed by."""

from __future__ import annotations

import strawberry

from api.graphql.enums import CitationStatus, Origin, Relation

_UNSET = strawberry.UNSET


@strawberry.input(description="Conditions on citations, all of which hold (引文筛选).")
class CitationFilter:
    status: CitationStatus | None = strawberry.field(default=_UNSET, description="Whether it is found (状态).")
    relation: Relation | None = strawberry.field(default=_UNSET, description="The relation (关系).")
    origin: Origin | None = strawberry.field(default=_UNSET, description="Who states it (来源).")
    citing: strawberry.ID | None = strawberry.field(default=_UNSET, description="The citing document (引用文件).")
    cited: strawberry.ID | None = strawberry.field(default=_UNSET, description="The cited document (被引文件).")

"""What a list of documents can be narrowed by."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.enums import Level
from api.graphql.filters import DateRange

_UNSET = strawberry.UNSET


@strawberry.input(description="Conditions on documents, all of which hold (文件筛选).")
class DocumentFilter:
    text: str | None = strawberry.field(default=_UNSET, description="Words of the title or number (文字).")
    level: Level | None = strawberry.field(default=_UNSET, description="Level of the issuers (层级).")
    kind: str | None = strawberry.field(default=_UNSET, description="文种, or the genre of the text that it carries.")
    region: strawberry.ID | None = strawberry.field(default=_UNSET, description="Jurisdiction (地区).")
    issuer: strawberry.ID | None = strawberry.field(default=_UNSET, description="One of the issuers (发文机关).")
    year: int | None = strawberry.field(default=_UNSET, description="Year of issue (年份).")
    issued_on: DateRange | None = strawberry.field(default=_UNSET, description="Date of issue (成文日期).")
    held: bool | None = strawberry.field(default=_UNSET, description="Held, or known only because it is cited (已收).")
    in_force_on: date | None = strawberry.field(default=_UNSET, description="In force on this day (有效).")

"""Inputs that several lists take."""

from __future__ import annotations

from datetime import date

import strawberry


@strawberry.input(description="Days from one to another, both included; an open side has no bound (日期范围).")
class DateRange:
    start: date | None = strawberry.field(name="from", default=strawberry.UNSET, description="First day.")
    end: date | None = strawberry.field(name="to", default=strawberry.UNSET, description="Last day.")

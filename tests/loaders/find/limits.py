"""The time limits found in a unit of our own writing, of a document issued in September 2022."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.find.deadlines import deadlines
from loaders.records import Deadline
from tests.loaders.find.one_unit import scope

ISSUED = date(2022, 9, 14)
IN_FORCE = date(2022, 11, 1)


def found(text: str, *, issued_on: date | None = ISSUED, is_measure: bool = True) -> tuple[Deadline, ...]:
    made = scope(text)
    year = issued_on.year if issued_on else None
    document = replace(made.document, issued_on=issued_on, year=year, effective_on=IN_FORCE)
    provision = replace(made.provision, is_measure=is_measure)
    return deadlines(replace(made, document=document, provision=provision))

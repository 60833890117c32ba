"""Where documents stand, and which of them can be aligned: a lower level within the jurisdiction of a higher one."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.regions import place

LEVELS = ("central", "ministry", "province", "province_dept", "city", "county")
"""From the highest to the lowest."""
_NATIONAL = 2  # levels whose documents are for the whole country


@dataclass(frozen=True)
class Standing:
    """A held document as aligning sees it: where it stands, what it cites, what people said, and its mark."""

    id: str
    level: int
    issued_on: date | None
    regions: tuple[str, ...]
    cites: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    aligned: str | None = None

    @classmethod
    def of(cls, row: Mapping[str, Any], said: tuple[str, ...] = ()) -> Standing | None:
        """A document from what the database says of it; None where it has no level."""
        if row["level"] is None:
            return None
        day = row.get("issued_on")
        level, cites = LEVELS.index(row["level"]), tuple(row.get("cites", ()))
        return cls(row["id"], level, day and day.to_native(), tuple(row["regions"]), cites, said, row.get("aligned"))

    @functools.cached_property
    def digest(self) -> str:
        """What its alignments depend on beside its measures and the aligner, as a digest."""
        said = "\n".join((str(self.level), str(self.issued_on), *self.regions, *self.cites, *self.said))
        return hashlib.sha256(said.encode()).hexdigest()[:16]


def comparable(lower: Standing, upper: Standing) -> bool:
    """Whether one document is of a lower level than the other, and within its jurisdiction."""
    if lower.level <= upper.level:
        return False
    return upper.level < _NATIONAL or any(_within(region, upper.regions) for region in lower.regions)


def _within(region: str, regions: Sequence[str]) -> bool:
    found = place(region)
    while found:
        if found.id in regions:
            return True
        found = place(found.parent) if found.parent else None
    return False

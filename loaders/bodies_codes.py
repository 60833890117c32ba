"""Who issues under a 发文字号: the code in front of the year tells (国办发〔2022〕31号 → 国务院办公厅).

``*`` in a row stands for the characters of a department's own series (发改财金, 财建); ``{m}`` for the character of a
province (苏). The first row that fits holds, so longer codes stand first. A code that two issuers use tells nothing
unless the title names one of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.bodies_tables import provinces, rows

_CODE = re.compile(r"([\u4e00-\u9fff]{2,12})[〔（(\[［【]\d{4}")


@dataclass(frozen=True, slots=True)
class _Row:
    pattern: re.Pattern[str]
    issuer: str


@cache
def _rows() -> tuple[_Row, ...]:
    marks = "|".join(mark for province in provinces() for mark in province.marks)
    return tuple(
        _Row(
            re.compile(row["code"].replace("*", "[\u4e00-\u9fff]{0,6}").replace("{m}", f"(?P<mark>{marks})")),
            row["issuer"],
        )
        for row in rows("departments_codes")
    )


@cache
def _marks() -> dict[str, str]:
    return {mark: province.name for province in provinces() for mark in province.marks}


@lru_cache(maxsize=4096)
def _issuer(code: str) -> str | None:
    for row in _rows():
        match = row.pattern.fullmatch(code)
        if match:
            place = _marks().get(match.groupdict().get("mark") or "", "")
            return row.issuer.replace("{P}", place)
    return None


def issuer_of(number: str, title: str | None) -> str | None:
    """The full name of the body that the number's code belongs to; None where no row knows it."""
    match = _CODE.match(number)
    return _issuer(match[1]) if match else None

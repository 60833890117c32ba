"""Who issues under a 发文字号: the code in front of the year tells (国办发〔2022〕31号 → 国务院办公厅).

Rows of departments_codes.csv are patterns: ``*`` stands for the characters of a department's own series (发改财金,
财建), ``{m}`` for the character of a province or city (苏, 穗; departments_provinces.csv, departments_marks.csv). In
the issuer ``{P}`` is that place, ``{O}`` what its government's office is called and ``{T}`` its departments' ending.
The first row that fits holds. A character that several places use (宁: 宁夏, 南京) tells nothing unless the title does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.bodies_tables import provinces, rows

_CODE = re.compile(r"([\u4e00-\u9fff]{2,12})\s*[〔（(\[［【﹝]\s*\d{4}")
# A series of a department never reads like a government's own (商政发: 商洛市人民政府, not 商务部).
_SERIES = r"(?:(?!政发|政办|政字|政规|府发|府办|委发|委办)[\u4e00-\u9fff]){0,6}"


@dataclass(frozen=True, slots=True)
class _Row:
    pattern: re.Pattern[str]
    issuer: str


@dataclass(frozen=True, slots=True)
class _Seat:
    name: str
    short: str
    office: str
    ending: str  # 厅 in a province, 局 in a municipality and in a city


@cache
def _seats() -> dict[str, tuple[_Seat, ...]]:
    """The places that put a character in front of their numbers."""
    seats = [
        (mark, _Seat(item.name, item.short, "办公厅", "局" if item.name.endswith("市") else "厅"))
        for item in provinces()
        for mark in item.marks
    ]
    seats += [
        (row["mark"], _Seat(row["place"], row["place"].removesuffix("市"), row["office"], "局"))
        for row in rows("departments_marks")
    ]
    found: dict[str, tuple[_Seat, ...]] = {}
    for mark, seat in seats:
        found[mark] = (*found.get(mark, ()), seat)
    return found


def marks() -> str:
    """The characters that provinces and cities put in front of their numbers (苏, 穗)."""
    return "".join(_seats())


@cache
def _rows() -> tuple[_Row, ...]:
    mark = f"[{marks()}]"
    return tuple(
        _Row(re.compile(row["code"].replace("*", _SERIES).replace("{m}", mark)), row["issuer"])
        for row in rows("departments_codes")
    )


@lru_cache(maxsize=4096)
def _issuer(code: str) -> str | None:
    return next((row.issuer for row in _rows() if row.pattern.fullmatch(code)), None)


def issuer_of(number: str, title: str | None) -> str | None:
    """The full name of the body that the number's code belongs to; None where no row knows it or several could."""
    match = _CODE.match(number)
    issuer = _issuer(match[1]) if match else None
    if match is None or issuer is None or "{P}" not in issuer:
        return issuer
    seats = _seats()[match[1][0]]
    if len(seats) > 1:
        seats = tuple(seat for seat in seats if title and seat.short in title)
    if len(seats) != 1:
        return None
    (seat,) = seats
    return issuer.replace("{P}", seat.name).replace("{O}", seat.office).replace("{T}", seat.ending)

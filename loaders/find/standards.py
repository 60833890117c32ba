"""Standards by their numbers (标准编号): code, number and year, GB/T 9704—2012.

The forms are those of 标准化法 and its rules: GB and DB, codes of industries (two or three capitals, 行业标准管理办法),
T/ and Q/ for associations and enterprises; /T, /Z and /J tell what is not mandatory, or building.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.numbers import Found

_DASH = r"\s?[-—–－]{1,2}\s?"
_NUMBER = r"\d{1,6}(?:\.\d{1,3}){0,2}"
_YEAR = r"(?:19|20)\d{2}(?![\d.年款亿万元个家人吨千百兆克毫微升米伏瓦倍%％℃])"
# An industry's code alone is like any abbreviation (LNG 2020); with a year behind the number it is none: HJ 942—2018.
_DATED = rf"(?=\s?[A-Z]?{_NUMBER}(?:{_DASH}\d{{1,4}})?{_DASH}{_YEAR})"
_STANDARD = re.compile(
    r"(?<![A-Za-z])(?P<code>GB[JZ]?(?:[/／][TZJ])?|DB\d{2}(?:\d{2}){0,2}(?:[/／][TZJ]?|(?=\s))"
    rf"|[A-Z]{{2,3}}\d{{0,2}}[/／][TZJ]|[TQ][/／][A-Z]{{2,8}}|[A-Z]{{2,3}}{_DATED})"
    rf"\s?(?P<number>(?:(?<=\s)[A-Z](?={_NUMBER}{_DASH}{_YEAR}))?{_NUMBER}(?:{_DASH}\d{{1,4}}(?={_DASH}\d{{4}}))?)"
    rf"(?:{_DASH}(?P<year>(?:19|20)?\d{{2}}(?!\d)))?"
)
_UNDATED = re.compile(rf"([A-Z]{{2,3}})\s?({_NUMBER})(?=[）)，,；;、])")
_OF_STANDARD = re.compile("(?:标准|规范|规程|导则|指南|通则|规则|准则|方法|要求|条件|限值)$")


def standards_in(text: str, start: int, end: int) -> Iterator[Found]:
    """Every standard's number in text[start:end]; an industry's only with its year."""
    for match in _STANDARD.finditer(text, start, end):
        if _is_span(match):
            continue
        year = f"-{match['year']}" if match["year"] else ""
        number = re.sub(_DASH, "-", match["number"])
        yield Found(match.start(), match.end(), f"{match['code'].replace('／', '/')} {number}{year}")


def _is_span(match: re.Match[str]) -> bool:
    """Whether an abbreviation stands before a span of years (CPI 2019-2020); of HJ 2027-2013 the later comes first."""
    years = re.fullmatch(r"(?:19|20)\d{2}", match["number"]) and match["code"].isalpha() and match["code"][:2] != "GB"
    return bool(years and match["year"] and match["number"] <= match["year"])


def standard_behind(title: str, text: str, start: int) -> str | None:
    """The number without a year at ``start``, in the bracket behind the title of a standard: 《…规范》（JGJ 206）."""
    match = _UNDATED.match(text, start)
    return f"{match[1]} {match[2]}" if match and _OF_STANDARD.search(title) else None

"""Laws and administrative regulations that running text calls by their names, without 《》."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from loaders.regions import places_in

_TABLE = Path(__file__).parents[1] / "registries" / "laws.csv"
COUNTRY = "中华人民共和国"
_PROVINCES = (
    "北京市|天津市|上海市|重庆市|河北省|山西省|辽宁省|吉林省|黑龙江省|江苏省|浙江省|安徽省|福建省|江西省|山东省|河南省|湖北省|湖南省"
    "|广东省|海南省|四川省|贵州省|云南省|陕西省|甘肃省|青海省|台湾省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区"
)
_PROVINCE = re.compile(rf"(?:{_PROVINCES})\Z")
_LOCAL = tuple("省市区州县")
# 法 also begins 法律, 法规, 法人 …, and a law's name also stands in the names of campaigns.
_END = re.compile(
    r"(?:法典|法(?!律|规(?![定范划])|院|治|人(?!民)|定|制|官|学|务|庭|案|则|令|理|典|师|医|宝|门|系|文化)|条例)"
    r"(实施条例|实施细则|实施办法)?(?!.{0,3}(?:草案|送审稿)|(?:的?宣传|普法|知识|主题|日活动))"
)
_CUE = re.compile(r"(?:根据|依据|依照|按照|违反|适用|触犯|[法典]、|[法典]和)\Z")
_LONGEST = 26
_LOCAL_NORM = re.compile("办法|细则|条例|若干规定")
# Places that the document's own is called by: 本市实施《…》办法, 自治区实施《…》办法.
_OWN_PLACE = re.compile(r"(?:自治[区州]|[本我][省市县区州]|(?<![\u4e00-\u9fff])[省市])实施\Z")
_BEFORE_PLACE = 20


@cache
def laws() -> dict[str, bool]:
    """Names without 中华人民共和国, and whether a name is clear enough to stand without a cue."""
    with _TABLE.open(encoding="utf8", newline="") as file:
        return {row["name"]: row["alone"] == "yes" for row in csv.DictReader(file)}


def laws_in(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of laws called by their names in text[start:end]; the longest name wins."""
    table = laws()
    floor = start
    for match in _END.finditer(text, start, len(text) if end is None else end):
        stop = match.start(1) if match[1] else match.end()
        longest = min(_LONGEST, stop - floor)
        size = next((size for size in range(longest, 1, -1) if text[stop - size : stop] in table), 0)
        if not size:
            continue
        first = _with_place(text, stop - size, floor)
        if first < 0 or not (table[text[stop - size : stop]] or _CUE.search(text, max(floor, first - 4), first)):
            continue
        yield first, match.end()
        floor = match.end()


def local_norm(text: str, start: int, end: int, floor: int) -> tuple[int, int] | None:
    """The span of the local norm whose name holds the 《…》 at [start, end): 北京市实施《工会法》办法; else None."""
    behind = _LOCAL_NORM.match(text, end)
    if not behind or not text.endswith("实施", floor, start):
        return None
    before = text[max(floor, start - _BEFORE_PLACE) : start]
    own = _OWN_PLACE.search(before)
    named = (first for first, last, _ in places_in(before) if last == len(before) - 2)
    first = next(named, own.start() if own else None)
    return None if first is None else (start - len(before) + first, behind.end())


def _with_place(text: str, first: int, floor: int) -> int:
    """Where the name begins with the country or province in front; -1 where another place's law is meant."""
    if text.startswith(COUNTRY, max(floor, first - len(COUNTRY))) and first - len(COUNTRY) >= floor:
        return first - len(COUNTRY)
    province = _PROVINCE.search(text, max(floor, first - 9), first)
    if province:
        return province.start()
    return -1 if first > floor and text[first - 1] in _LOCAL else first

"""Provinces by one character each in a row: 粤桂琼, 浙沪苏皖; two of them only before a word of place (川陕两省)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from loaders.regions_registry import table
from loaders.words import is_word

# Two letters are as often a railway or a part of a name (沪昆, 川黔): only before a word that provinces share.
_SHARED = re.compile(
    r"[两二]省[市区]?|[两二][地市](?!级)|各省|省[市区]?[交毗边际间协合之]|地区|交界|毗邻|边[界际境区]|接[壤合]|[合协]作|革命老区|"
    r"等(?:省|地|区域|革命老区)"
)
# 京港澳高速, 京港澳、沪昆等高速公路: lines are called by the places at their ends.
_LINES = re.compile(
    r"(?:[、和及与][\u4e00-\u9fff]{2,5}){0,6}?等?[一两二三四五六七八九十\d]{0,3}条?(?:国家)?"
    r"(?:高速(?![发增])|铁路|高铁|客专|客运专线|城际|干线|线(?![上下])|运输通道|大?通道|管道|管线|直流|特高压)"
)
_COUNTED = tuple("两三四五六七八九联合协")  # 浙皖沪苏|联合, not 苏联
_BEHIND_NEW = re.compile(r"[，。；、）)\s等两三四五六七八九]|$|地区")  # 陕甘宁青新五省区, not 陕甘宁新时代


def lettered(text: str) -> Mapping[int, tuple[int, tuple[str, ...]]]:
    """By the start of such a row its end and the codes of its provinces, no codes where it is the name of a line."""
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for match in _run().finditer(text):
        start, end = match.span()
        while end - start > 1 and _goes_on(text, end):
            end -= 1
        letters = text[start:end]
        if len(letters) < 2 or len(set(letters)) < len(letters) or is_word(text[max(0, start - 1) : start + 1]):
            continue
        if _LINES.match(text, end):
            found[start] = end, ()
        elif (len(letters) > 2 or _SHARED.match(text, end)) and all(_fits(letters, at) for at in range(len(letters))):
            found[start] = end, tuple(_letters()[letter][0] for letter in letters)
    return found


def _goes_on(text: str, end: int) -> bool:
    """Whether the last letter of a row begins a word (川渝黔江, 陕甘宁青年)."""
    if text[end - 1] == "新" and not _BEHIND_NEW.match(text, end):
        return True
    if text[end : end + 1] in _COUNTED:
        return False
    return any(is_word(text[end - 1 : end + size]) for size in (1, 2)) or text.startswith("大湾区", end)


def _fits(letters: str, at: int) -> bool:
    """Whether a letter that is also a common word (新, 宁, 港) stands beside one that it is usually named with."""
    beside = _letters()[letters[at]][1]
    return not beside or any(other in beside for other in letters[max(0, at - 1) : at] + letters[at + 1 : at + 2])


@cache
def _letters() -> Mapping[str, tuple[str, str]]:
    return {row["letter"]: (row["place"], row["beside"]) for row in table("regions_letters")}


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"[{''.join(_letters())}]{{2,12}}")

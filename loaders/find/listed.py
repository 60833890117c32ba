"""Titles that a list prints without 《》: items that begin with one, with its number in the bracket behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.departments import is_body_name
from loaders.find.document_titles import endings, sort_of
from loaders.forms import unit_number
from loaders.keys import issuers_of_title
from loaders.regions import places_in

_GENRES = "|".join(sorted((ending for ending, sort in endings().items() if sort != "other"), key=len, reverse=True))
_TITLE = re.compile(
    rf"(?:[^《》。！？；\n，：（()）]|《[^《》\n]{{1,60}}》|（[^（()）\n]{{1,14}}）(?=的)){{4,110}}?(?:{_GENRES})"
    r"(?=[（(])(?![（(][^（()）\n]{1,14}[）)]的)"
)
_NUMBERED = re.compile(
    r"(?:[（(][^（()）\n\d]{1,6}[）)])?[（(][^（()）\n《》]{0,60}(?:[〔［\[（(]\d{4}[〕］\])）]|\d{4}年)[^（()）\n《》]{0,40}号"
    r"(?:文件?|印发|发布|公布)?[）)，,、；;]"
)
_RUNNING = re.compile(rf"关于[^，。；：！？\n《》（）()]{{2,90}}(?:{_GENRES})[（(]")
_LONGEST = 110
_ADOPTED = re.compile(
    r"[（(][^（()）\n《》]{0,120}(?:第\d{1,4}号|公布|发布|通过|批准|令)[^（()）\n《》]{0,60}[）)][。；;]?(?=\n|\Z)"
)
# 关于落实国务院关于…的通知（…号） is a heading about another's notice; 关于转发省财政厅关于…的通知（…号） is a title.
_ABOUT_ANOTHERS = re.compile(r"关于(?!转发|批转|印发|废止|修改|修订|取消|延长|调整)[^《》]*关于")
_CLOSE = re.compile(r"[）)]")
_BEHIND_TITLE = re.compile(r"[。；;，,、]|\s*(?:\n|\Z)|自|同时|予以|即行|停止|废止|失效|继续有效")
# 省内企业执行节约能源条例 begins with a place, but tells of another's law.
_CARRIED_OUT = re.compile(r"(?:内|企业|单位|部门|各地)(?:应当?|须|要|严格|认真)?(?:执行|适用|遵守|贯彻|落实)")
_PLACE = re.compile(r"中华人民共和国|[\u4e00-\u9fff]{1,10}?[省市县区州]")


def listed_titles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of such titles in text[start:end], one a line at most; linear in its length.

    A title with 关于 names its issuers or none in front of it; a law without it begins with its country or place and
    stands alone on its line, so that 推广…办法（…号） is none.
    """
    line = start
    while line < end:
        stop = text.find("\n", line, end)
        stop = end if stop < 0 else stop
        number = unit_number(text[line : min(stop, line + 12)])
        first = line + (number.length if number else 0)
        while first < stop and text[first] in " \u3000":
            first += 1
        match = _TITLE.match(text, first, stop)
        if match and _is_title(text, first, match.end(), end):
            yield first, match.end()
        line = stop + 1


def before_title(text: str, at: int, floor: int) -> int:
    """Where 关于 of a title without 《》 stands whose number begins at ``at`` behind its bracket, else ``at``.

    The words inside such a title say nothing of how it is cited: 执行省政府关于加强节能工作的通知（浙政〔2001〕3号）.
    """
    first = text.rfind("关于", max(floor, at - _LONGEST), at)
    return first if first >= 0 and _RUNNING.fullmatch(text, first, at) else at


def _is_title(text: str, start: int, stop: int, end: int) -> bool:
    title = text[start:stop]
    issuers = issuers_of_title(title)
    if title.startswith("关于"):
        numbered = _NUMBERED.match(text, stop, end)
        close = _CLOSE.search(text, numbered.end() - 1, min(end, numbered.end() + _LONGEST)) if numbered else None
        behind = _BEHIND_TITLE.match(text, close.end(), end) if close else None
        return behind is not None and not _ABOUT_ANOTHERS.match(title)
    if issuers and _begins_with_body(issuers[0]):
        return _NUMBERED.match(text, stop, end) is not None
    if sort_of(title) != "authority" or not _ADOPTED.match(text, stop, end):
        return False
    if _CARRIED_OUT.search(title):
        return False
    return title.startswith("中华人民共和国") or _begins_with_place(title)


def _begins_with_body(name: str) -> bool:
    """Whether a body, known or with its place in front, stands first: not 按照省政府, 传达学习国务院."""
    known = any(is_body_name(name[:size]) for size in range(2, min(len(name), 16) + 1))
    return known or name.startswith("国家") or _begins_with_place(name)


def _begins_with_place(name: str) -> bool:
    place = next(places_in(name[:14]), None)
    return place is not None and place[0] == 0 and _PLACE.fullmatch(name, 0, place[1]) is not None

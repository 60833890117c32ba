"""Document numbers (发文字号): one writing for all that are in use, and where they stand in running text.

GB/T 9704-2012, 7.2.5: 机关代字, 年份 in 〔〕, 发文顺序号 without 第 and leading zeros. Announcements and orders are
numbered by their issuers' names (财政部 税务总局公告2022年第28号, 国务院令第722号).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.announcers import LEADING, body_start, run_start, separate
from loaders.bodies_codes import marks
from loaders.forms import NUMBER_FIELD, numeral

_OPEN, _CLOSE = r"[〔［\[（(【﹝〈<„]", r"[〕］\]）)】﹞〉>‟]"
_YEAR = r"((?:19|20)\d\d)"
_SPACE = r"\s{0,4}"
_BRACKETED = rf"{_OPEN}{_SPACE}{_YEAR}{_SPACE}年?{_SPACE}{_CLOSE}{_SPACE}(第?){_SPACE}(\d{{1,5}}){_SPACE}号"
_COUNT = r"(\d{1,5}|[一二三四五六七八九十百零〇]{1,6})"
_OF_YEAR = rf"(?:{_YEAR}{_SPACE}年{_SPACE})?第?{_SPACE}{_COUNT}{_SPACE}号"
_KIND = r"\s?(公告|通告|令)\s?"

_LABEL = re.compile(f"{NUMBER_FIELD}[：:]")
_STATE_ORDER = re.compile(r"^国\s?令(?=\s?[第（(\d])")  # 国令第752号, as the State Council's own site prints it
# 国令第752号, 粤府令第291号: the government of the province or city that the character stands for.
_ORDER_CODE = re.compile(rf"(?<!共和)(?<![中外全各])国\Z|[{marks()}]府\Z")
_CODE = r"[\u4e00-\u9fffA-Za-z·]{2,20}"
_CODED = re.compile(rf"({_CODE}){_BRACKETED}")
_NAMED = re.compile(rf"(.{{2,120}}?){_KIND}{_OPEN}?{_OF_YEAR}{_CLOSE}?")
_NAMED_BRACKETED = re.compile(rf"(.{{2,120}}?){_KIND}{_BRACKETED}")
_NAMED_BEHIND = re.compile(rf"(.{{2,120}}?){_OF_YEAR}{_KIND}")
_ISSUERS = re.compile(r"[\u4e00-\u9fff 、，,]+")
_KINDS = ("公告", "通告", "令")

_IN_TEXT = re.compile(
    rf"(?P<coded>{_BRACKETED}(?![楼线院机井坑矿库厂炉泊门馆街路台船]))"
    rf"|(?P<named>(?:公告|通告|令)\s?{_OPEN}?{_OF_YEAR}{_CLOSE}?)"
    rf"|(?P<behind>(?:{_YEAR}{_SPACE}年{_SPACE})?第{_SPACE}{_COUNT}{_SPACE}号(?:公告|通告|令))"
)
# A further number of the same code and year, or of another year: 国税发〔2009〕88号、91号; …公告2022年第14号、第17号.
_MORE = re.compile(rf"(?:[、和及与]|以及){_SPACE}(?:{_OPEN}?{_YEAR}[年〕］\]）)]{{1,2}})?第?(\d{{1,5}})号")
# What stands behind the last of them: 5号、6号文件; not 5号、6号地块, 5号和3号附件.
_BEHIND_MORE = re.compile(
    r"\Z|[，。；：！？,;:.）)〕\]》”\s]|文(?:件|\Z|[，。；、）)要规精的有执])|规定|要求|精神|有关|相关|明确|执行|办理|同时|停止|废止|失效|自|第|印发|公布|发布|修改|修订"
    r"|等(?:文|规定|要求|有关|[，。；、）)])|(?:[、和及与]|以及)[^，。；\n]{0,24}[〔［\[《]"
)
_CODE_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z·]*\Z")
_LONGEST_CODE = 14
# Words that end before a code begins; none of them is part of one.
_BEFORE_CODE = re.compile(
    rf".*(?:的(?:批复|复函|函|通报|决议|命令|答复|请示|报告|纪要)|细则|条例|规则|规程|参考|有关|关于|{LEADING}|不|未|将|在|为|于|等|号|即|条件|文件|通知|意见|公告|办法|规定|方案|规划|决定|部门|印发|转发|下发|发布"
    r"|出台|修订|印送|名称|文号)"
)
# Nothing stands in front of the State Council's own codes: 试行国发〔2018〕32号.
_CENTRAL_CODE = re.compile(r"国办?(?:发|函|发明电)\Z")
_NOT_A_CODE = re.compile(
    r"(?:国务院|中共中央|中央|党中央|[我该本省市县区].{0,8}?(?:政府办公厅|政府办公室|政府|委|厅|局|办))+(?=..)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A number at [start, end) of the text in GUIDE.md's writing, without brackets around it."""

    start: int
    end: int
    number: str


def normal(text: str) -> str | None:
    """A printed number in GUIDE.md's writing (国发〔2022〕5号; 财政部 税务总局公告2022年第28号), None where it is none.

    An order or announcement without its issuers (令第14号) is none: such numbers start anew with every issuer.
    """
    spaced = " ".join(unicodedata.normalize("NFKC", text[:300]).replace("\u200b", "").split())
    spaced = _STATE_ORDER.sub("国务院令", _LABEL.sub("", spaced, count=1).strip("。;； "))
    match = _NAMED_BRACKETED.fullmatch(spaced)
    if match and _issuers(match[1]):
        return f"{_issuers(match[1])}{match[2]}〔{match[3]}〕{match[4]}{int(match[5])}号"
    match = _CODED.fullmatch(spaced.replace(" ", ""))
    if match:
        return None if match[1].endswith(_KINDS) else f"{match[1]}〔{match[2]}〕{int(match[4])}号"
    for pattern, kind, year, count in ((_NAMED, 2, 3, 4), (_NAMED_BEHIND, 4, 2, 3)):
        match = pattern.fullmatch(spaced)
        if match and _issuers(match[1]):
            return f"{_issuers(match[1])}{match[kind]}{_of_year(match[year])}第{numeral(match[count])}号"
    return None


def of_issuers(printed: str, issuers: Sequence[str], kind: str = "公告") -> str | None:
    """The number of an announcement that is printed without the bodies that made it (2022年第2号), None for others."""
    match = re.fullmatch(rf"(?:{kind})?{_SPACE}({_OF_YEAR})(?:{kind})?", printed.strip())
    return normal(f"{' '.join(issuers)}{kind}{match[1]}") if match and match[2] and issuers else None


def numbers_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """Every number with its issuer's code or names in text[start:end], in order; linear in its length."""
    floor = start
    stop = len(text) if end is None else end
    for match in _IN_TEXT.finditer(text, start, stop):
        at = match.start()
        if at < floor:
            continue
        if match["coded"] and not text.endswith(_KINDS, max(floor, at - 2), at):
            first = _code_start(text, at, floor)
        else:
            if match["coded"]:
                at -= 1 if text[at - 1] == "令" else 2
            first = _issuers_start(text, at, floor)
        number = normal(text[first : match.end()]) if first < at else None
        if number:
            yield Found(first, match.end(), number)
            floor = match.end()
            for more in _further(text, floor, stop, number):
                yield more
                floor = more.end


def _further(text: str, at: int, stop: int, number: str) -> list[Found]:
    """The numbers behind one that leave out what they share with it; none where more than numbers is counted."""
    head = re.sub(r"\d+号\Z", "", number)
    found: list[Found] = []
    while match := _MORE.match(text, at, stop):
        if match[1]:
            head = re.sub(r"\d{4}(?=[年〕]第?\Z)", match[1], head)
        first = match.end() - len(match[0].lstrip("、和及与以 "))
        found.append(Found(first, match.end(), f"{head}{int(match[2])}号"))
        at = match.end()
    return found if _BEHIND_MORE.match(text, at, stop) else []


def _code_start(text: str, at: int, floor: int) -> int:
    """Where the code in front of the bracketed year begins: behind the words and bodies that lead to it."""
    run = _CODE_RUN.search(text, max(floor, at - 30), at)
    first = run.start() if run else at
    if floor < first < at and text[first] in "年月日" and text[first - 1].isdigit():
        first += 1  # 2008年8月18日国税发〔2008〕88号
    lead = _BEFORE_CODE.match(text, first, at - 1)
    first = lead.end() if lead else first
    body = _NOT_A_CODE.match(text, first, at)
    first = body.end() if body else first
    central = _CENTRAL_CODE.search(text, first, at)
    first = central.start() if central else first
    return first if 2 <= at - first <= _LONGEST_CODE else at


def _issuers_start(text: str, at: int, floor: int) -> int:
    """Where the bodies in front of 公告 or 令 begin: names of the table, a code, or one name in the form of a body."""
    first = run_start(text, at, floor)
    code = _ORDER_CODE.search(text, max(floor, at - 3), at) if first == at and text.startswith("令", at) else None
    if code:
        return code.start()
    return first if first < at else body_start(text, at, max(floor, at - 30))


def _of_year(year: str | None) -> str:
    return f"{year}年" if year else ""


def _issuers(printed: str) -> str:
    """The issuers one space apart, "" when what stands there cannot be their names."""
    return " ".join(separate(printed)) if _ISSUERS.fullmatch(printed) else ""

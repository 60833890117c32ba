"""Document numbers (发文字号): one writing for all that are in use, and where they stand in running text.

GB/T 9704-2012, 7.2.5: 机关代字, 年份 in 〔〕, 发文顺序号 without 第 and leading zeros. Announcements and orders are
numbered by their issuers' names (财政部 税务总局公告2022年第28号, 国务院令第722号).
"""

from __future__ import annotations

import re
import unicodedata

from loaders.announcers import separate
from loaders.forms import numeral

_OPEN, _CLOSE = r"[〔［\[（(【﹝〈<]", r"[〕］\]）)】﹞〉>]"
_YEAR = r"((?:19|20)\d\d)"
_SPACE = r"\s{0,4}"
_BRACKETED = rf"{_OPEN}{_SPACE}{_YEAR}{_SPACE}年?{_SPACE}{_CLOSE}{_SPACE}(第?){_SPACE}(\d{{1,5}}){_SPACE}号"
_COUNT = r"(\d{1,5}|[一二三四五六七八九十百零〇]{1,6})"
_OF_YEAR = rf"(?:{_YEAR}{_SPACE}年{_SPACE})?第?{_SPACE}{_COUNT}{_SPACE}号"
_KIND = r"\s?(公告|通告|令)\s?"

_LABEL = re.compile(r"(?:发文字号|发文文号|文号|文件编号)[：:]")
_CODE = r"[\u4e00-\u9fffA-Za-z·]{1,20}"
_CODED = re.compile(rf"({_CODE}){_BRACKETED}")
_NAMED = re.compile(rf"(.{{2,120}}?){_KIND}{_OPEN}?{_OF_YEAR}{_CLOSE}?")
_NAMED_BRACKETED = re.compile(rf"(.{{2,120}}?){_KIND}{_BRACKETED}")
_NAMED_BEHIND = re.compile(rf"(.{{2,120}}?){_OF_YEAR}{_KIND}")
_ISSUERS = re.compile(r"[\u4e00-\u9fff 、，,]+")


def normal(text: str) -> str | None:
    """A printed number in GUIDE.md's writing (国发〔2022〕5号; 财政部 税务总局公告2022年第28号), None where it is none.

    An order or announcement without its issuers (令第14号) is none: such numbers start anew with every issuer.
    """
    spaced = " ".join(unicodedata.normalize("NFKC", text).replace("\u200b", "").split())
    spaced = _LABEL.sub("", spaced, count=1).strip("。;； ")
    compact = spaced.replace(" ", "")
    match = _NAMED_BRACKETED.fullmatch(spaced)
    if match and _issuers(match[1]):
        return f"{_issuers(match[1])}{match[2]}〔{match[3]}〕{match[4]}{int(match[5])}号"
    match = _CODED.fullmatch(compact)
    if match:
        return None if match[1] in ("公告", "通告", "令") else f"{match[1]}〔{match[2]}〕{int(match[4])}号"
    for pattern, kind, year, count in ((_NAMED, 2, 3, 4), (_NAMED_BEHIND, 4, 2, 3)):
        match = pattern.fullmatch(spaced)
        if match and _issuers(match[1]):
            return _named(_issuers(match[1]), match[kind], match[year], match[count])
    return None


def _named(issuers: str, kind: str, year: str | None, count: str) -> str:
    return f"{issuers}{kind}{year + '年' if year else ''}第{numeral(count)}号"


def _issuers(printed: str) -> str:
    """The issuers one space apart, "" when what stands there cannot be their names."""
    if not _ISSUERS.fullmatch(printed):
        return ""
    return " ".join(separate(printed))

"""What makes two references one: keys of numbers and titles, and the id of a document.

Keys depend on nothing but their text and a frozen table, so that a growing registry never moves a document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from loaders.announcers import separate, short
from loaders.forms import numeral
from loaders.numbers import normal
from loaders.titles import is_bare_order

_COUNTRY = "中华人民共和国"
_MARKS = re.compile(r"[\s《》〈〉<>‹›「」『』“”‘’\"'·•。，、,；;：:\u200b]")
_DASHES = re.compile(r"[－—–―‐−~～]+")
_NAMED = re.compile(r"(.+?)(公告|通告|令)(?:(\d{4})年|〔(\d{4})〕)?第?(\d+)号")
_PREFIX = re.compile(r"(?!转发|批转|印发)(.+?)(关于|转发|批转|印发)(.+)")
_BODY_END = re.compile(
    r"(?:部|委|局|署|厅|办|会|院|行|府|室|社|司|中央|国务院|机构|中心|银行|大学|集团|军区|法院|检察院|"
    r"等(?:\d+个?)?(?:部门|部委|单位|厅局|部委局|委办局|机关)?)$"
)
_VERBS = re.compile(r"贯彻|落实|实施|执行|加快|推进|进一步|依据|根据|发布|公布|修改|废止")
_RELATIVE = re.compile(r"(?:^|(?<=[委府厅局办院会室]))(自治区|省|市|州|县|区)(政府|委(?!员)|)(?=.|$)")
_YEARLY = re.compile(r"(?P<lead>.*?)(?:政府)?(?:工作报告|工作要点|统计公报|统计年鉴|预算报告|年度报告|年度计划)")
_YEAR = re.compile(r"(?:19|20)\d\d年(?:度)?")
_CONGRESS = re.compile(r"(届)?人民代表大会(?:常务委员会)?公告")
_JOINT = re.compile(r"等([一二三四五六七八九十百]+)(个?(?:部门|部委|单位|厅局|部委局|委办局|机关))")


class TitleKey(NamedTuple):
    """A folded title: the issuers in front of its verb ("" when none are printed) and the rest."""

    issuers: str
    rest: str

    def __str__(self) -> str:
        return f"{self.issuers}|{self.rest}"


def number_key(number: str) -> str:
    """One key for every writing of a number; announcements by their issuers' short names."""
    written = normal(number) or "".join(unicodedata.normalize("NFKC", number).split())
    match = _NAMED.fullmatch(written)
    if match:
        issuers = " ".join(short(name) for name in separate(match[1]))
        year = match[3] or match[4]
        return f"{issuers}{match[2]}{year + '年' if year else ''}第{match[5]}号"
    return _DASHES.sub("-", written).upper()


def title_key(title: str, seats: Sequence[str] = ()) -> TitleKey:
    """The key of a title: marks, spaces and 中华人民共和国 in front folded away, issuers apart.

    A title that forwards or issues keeps those words in ``rest``: it is never the text that it carries. ``seats`` are
    the full names of the regions of the document that prints it, the smallest first: there 省政府 is 江苏省人民政府,
    and that of another province is another body.
    """
    text = _folded(title)
    match = _PREFIX.fullmatch(text)
    if match and _is_issuers(match[1]):
        return TitleKey(_issuers(match[1], seats), match[2] + match[3])
    return TitleKey("", text.removeprefix(_COUNTRY) or text)


def issuer_key(name: str, seats: Sequence[str] = ()) -> str:
    """The key of one body's name as it stands in front of a title; ``seats`` as for ``title_key``."""
    return _issuers(_folded(name).removeprefix(_COUNTRY), seats)


def is_relative(key: TitleKey) -> bool:
    """Whether the issuers say only which kind of region is theirs (省政府), not which one."""
    return _RELATIVE.match(key.issuers) is not None


def recurs(title: str) -> bool:
    """Whether documents of that title come every year, and it prints not both the year and whose it is (政府工作报告).

    Such a title alone names no document: each place has one of its own every year.
    """
    found = _YEARLY.fullmatch(_folded(title))
    if not found or "关于" in found["lead"]:
        return False
    whose, years = _YEAR.subn("", found["lead"])
    return not (whose and years)


def titles_match(one: str, other: str) -> bool:
    """Whether two titles can name one document: equal but for marks and for issuers missing on one side."""
    left, right = title_key(one), title_key(other)
    return left.rest == right.rest and (left.issuers == right.issuers or not left.issuers or not right.issuers)


def document_id(number: str | None, title: str, issued_on: date | None, issued_title: str | None = None) -> str:
    """The id of a document: its number, else its folded title with its date, else its folded title.

    An announcement or order that has no number and says no more than whose it is (某省人民代表大会常务委员会公告) is
    known by what it makes known: several are issued on one day, and the regulation stands alone elsewhere. So is one
    of a congress with its number, which no other print of the regulation has, and which begins anew with every term:
    no id where the term is not printed.
    """
    congress = _CONGRESS.search(number or "")
    if number and not (congress and (issued_title or not congress[1])):
        return normal(number) or number
    key = title_key(issued_title if issued_title and is_bare_order(title) else title)
    folded = key.issuers + key.rest
    return f"{folded}@{issued_on.isoformat()}" if issued_on else folded


def issuers_of_title(title: str) -> list[str]:
    """The bodies in front of 关于 in a title, one by one as printed, [] when none are printed."""
    match = _PREFIX.fullmatch(title.strip("《》"))
    return separate(match[1]) if match and _is_issuers(match[1]) else []


def _folded(title: str) -> str:
    text = unicodedata.normalize("NFKC", title)
    text = _DASHES.sub("-", _MARKS.sub("", text))
    text = text.translate(_BRACKETS).lower()
    return _JOINT.sub(lambda match: f"等{numeral(match[1])}{match[2]}", text)


_BRACKETS = str.maketrans("〔［[【﹝〕］]】﹞", "((((()))))")


def _is_issuers(prefix: str) -> bool:
    return not _VERBS.search(prefix) and _BODY_END.search(prefix) is not None


def _issuers(prefix: str, seats: Sequence[str]) -> str:
    placed = _RELATIVE.sub(lambda match: _placed(match, seats), prefix)
    return "".join(short(name) for name in separate(placed)) or placed


def _placed(match: re.Match[str], seats: Sequence[str]) -> str:
    """The full beginning of a body's name that is printed by the kind of its region (省政府, 市委) alone."""
    seat = next((seat for seat in seats if seat.endswith(match[1])), None)
    if not seat:
        return match[0]
    if match[2] == "委":
        return f"中共{seat}委"
    return f"{seat}{'人民政府' if match[2] == '政府' else match[2]}"

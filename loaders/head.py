"""The head of a document: title, number, issuers of the title, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.announcers import separate
from loaders.blocks import Block
from loaders.clean import Clean
from loaders.forms import (
    BODY_NAME,
    NUMBER_AND_DAY,
    NUMBER_BEHIND,
    NUMBER_BRACKETS,
    NUMBER_FIELD,
    NUMBER_LINE,
    NUMERAL,
    REMARK,
)
from loaders.numbers import normal
from loaders.signature import names_in, segment
from loaders.split import Part
from loaders.titles import BRACKETED_TITLE, issuer_prefix, kind_of, without_joint

_ADDRESSEES = re.compile(r"(?=.{2,1500}?：)([^。；！？“”《》：]{2,1500})：")
_NOT_ADDRESSED = re.compile(
    "如下|通知|公告|意见|决定|规定|办法|措施|事项|要求|同意|根据|按照|为了|指出|强调|提出|现将|下列|以下|关于"
)
_ADDRESSED = re.compile(r"各|省|市|县|区|局|厅|委|部|院|公司|银行|单位|政府|团|会|办|处|校|企业|机构|中心")
_JOINED_NUMBER = re.compile(
    r"(?:公告|通告|令)(?:\d{4}年第?|〔\d{4}〕第?)\d+号$|令第?[\d一二三四五六七八九十百]+号$"
    r"|人民代表大会(?:常务委员会)?公告第\d+号$"  # a congress counts its announcements through its term
)
_LABEL = re.compile(f"{NUMBER_FIELD}：?")
"""What a page prints in front of the number, in an element of its own: no colon need stand between."""
_WITHOUT_ISSUERS = re.compile(
    rf"(?:(?:\d{{4}}年)?第?[\d{NUMERAL}]+|{NUMBER_BRACKETS}第?\d+)号$|[（(]第[\d{NUMERAL}]+号[）)]$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text; ``body`` is the index of the first block of the text, ``cut`` its first offset."""

    title: str
    number: str | None
    issuers: tuple[str, ...]
    addressees: str | None
    body: int
    cut: int


def head(part: Part) -> Head:
    """Read the head of a part."""
    title = "".join(part.clean.text[block.start : block.end] for block in part.title)
    bracketed = BRACKETED_TITLE.fullmatch(title)
    title = bracketed[1] if bracketed else title
    addressees, body, cut = _addressees(part.clean, part.blocks, part.body)
    issuers = title_issuers(part.clean, part.title, title) or _letterhead(part)
    number = _number(part, title, issuers)
    return Head(title, number, issuers or _announcers(number), addressees, body, cut)


def _announcers(number: str | None) -> tuple[str, ...]:
    """The bodies by whose names an announcement or order is numbered, () where a code stands for them."""
    match = re.match(r"(.+?)(?:公告|通告|令)[\d第〔]", number or "")
    names = separate(match[1]) if match else []
    return tuple(names) if all(map(BODY_NAME.fullmatch, names)) else ()


def _letterhead(part: Part) -> tuple[str, ...]:
    """The bodies that a red head above number and title names (X文件, or X alone)."""
    names: list[str] = []
    for block in part.blocks:
        if block is part.title[0]:
            break
        end = block.end - len("文件") * block.text.endswith("文件")
        names += names_in(part.clean, block.start, end) if block is not part.number else []
    return tuple(names)


def _number(part: Part, title: str, issuers: Sequence[str]) -> str | None:
    """The number in GUIDE.md's writing; one without issuers (2022年第27号, 第14号) is read behind the title."""
    if part.number is None:
        return normal(part.label) if part.label else None
    label = _LABEL.match(part.number.text)
    if label:
        return normal(part.number.text[label.end() :])
    dated = NUMBER_AND_DAY.fullmatch(part.number.text)
    if dated:
        return normal(dated["number"])
    inside = 1 if NUMBER_BEHIND.fullmatch(part.number.text) else 0
    printed = part.clean.spaced(part.number.start + inside, part.number.end - inside)
    bare = part.number.text[inside : len(part.number.text) - inside]
    if not _WITHOUT_ISSUERS.match(bare):
        return normal(printed) or normal(bare)
    if "关于" in title:
        kind = kind_of(title)
        return normal(f"{' '.join(issuers)}{kind}{bare}") if issuers and kind in ("公告", "通告", "令") else None
    spaced = " ".join(part.clean.spaced(block.start, block.end) for block in part.title)
    for text in (spaced, title):
        whole = normal(text + printed.replace(" ", ""))
        if whole and _JOINED_NUMBER.search(whole):
            return whole
    return normal(printed)


def title_issuers(clean: Clean, lines: Sequence[Block], title: str) -> tuple[str, ...]:
    """The bodies in front of the title's verb, in order: apart where the print has spaces, else by their names."""
    prefix = issuer_prefix(title)
    if not prefix:
        return ()
    spaced, length = "", 0
    for block in lines:  # a name can be broken between two lines, so lines are joined without a space
        text = clean.spaced(block.start, block.end)
        spaced += text
        length += len(block.text)
        if length >= len(prefix):
            break
    names: list[str] = []
    left = len(prefix)
    for token in spaced.split():
        if left <= 0:
            break
        name = without_joint(token[:left])
        left -= len(token)
        names += (segment(name) or [name]) if name else []
    if all(BODY_NAME.fullmatch(name) or name.endswith("等") for name in names):
        return tuple(name.removesuffix("等") for name in names)
    return tuple(segment(without_joint(prefix))) or (without_joint(prefix),)


def _addressees(clean: Clean, blocks: Sequence[Block], body: int) -> tuple[str | None, int, int]:
    """Addressees behind the head, over as many lines as they take, and where the text begins."""
    while body < len(blocks) and _before_addressees(blocks[body].text):
        body += 1
    start = blocks[body].start if body < len(blocks) else blocks[-1].end
    text, printed = "", ""
    for index in range(body, min(body + 12, len(blocks))):
        text += blocks[index].text
        printed += clean.text[blocks[index].start : blocks[index].end]
        match = _ADDRESSEES.match(text.removeprefix("主送："))
        if match:
            found = match[1]
            if _NOT_ADDRESSED.search(found) or not _ADDRESSED.search(found):
                return None, body, start
            used = match.end() + (len(text) - len(text.removeprefix("主送：")))
            rest = len(text) - used
            found = printed[used - 1 - len(found) : used - 1]
            if rest:
                return found, index, blocks[index].end - rest
            following = blocks[index + 1].start if index + 1 < len(blocks) else blocks[index].end
            return found, index + 1, following
        if "。" in text or not text:
            break
    return None, body, start


def _before_addressees(text: str) -> bool:
    remark = REMARK.match(text) is not None and not text.startswith("主送")
    return remark or NUMBER_LINE.fullmatch(text) is not None

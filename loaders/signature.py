"""The signature of a document: issuing bodies and date (GB/T 9704-2012, 7.3.5: 发文机关署名, 成文日期)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from loaders.announcers import separate
from loaders.blocks import Block
from loaders.clean import Clean
from loaders.departments import is_body_name
from loaders.forms import ATTACHMENT_HEAD, BODY_NAME, DATE, DATE_AT_END, NUMBER_AND_DAY, parse_date, unit_number
from loaders.numbers import numbers_in
from loaders.titles import ADOPTION

_PERSON = re.compile(r"(?:总理|主席|省长|市长|自治区主席|部长|局长|署长|行长|主任|会长|县长|区长)[\u4e00-\u9fff·]{2,6}")
_SEAL = re.compile(r"[（(](?:印章|公章|章|代章|盖章)[）)]$")
_SEPARATOR = re.compile(r"[ 、，,]+")
_ADOPTER = re.compile(r"([\u4e00-\u9fff]{2,12}?)第[一二三四五六七八九十百\d]+届(人民代表大会(?:常务委员会)?)")
_MADE_KNOWN = re.compile("(?:公布|发布|颁布)(?!的)")


@dataclass(frozen=True, slots=True)
class Signature:
    """Blocks [first, end) are a signature: its bodies in order, as printed, and its date."""

    first: int
    end: int
    names: tuple[str, ...]
    issued_on: date | None


def signature(clean: Clean, blocks: Sequence[Block], first: int, end: int, issuers: Sequence[str]) -> Signature | None:
    """The first signature with bodies among blocks [first, end); a date alone, or bodies alone, where there is none."""
    dated: Signature | None = None
    for index in range(first, end):
        text = blocks[index].text
        match = DATE_AT_END.search(text[-40:]) if "日" in text[-4:] and len(text) <= 400 else None
        if not match or ATTACHMENT_HEAD.match(text) or unit_number(text):
            continue
        found = _signed(clean, blocks, first, index)
        if found and found.names and not text.endswith(("印发", "印")):
            return found
        if found:  # who prints a document (…印发) need not be who issues it
            dated = dated or replace(found, names=())
    return dated or _undated(clean, blocks, first, end, issuers)


def _signed(clean: Clean, blocks: Sequence[Block], first: int, index: int) -> Signature | None:
    """The signature that ends in block ``index`` with its date, with as many lines of bodies as stand above."""
    block = blocks[index]
    match = next((item for item in DATE.finditer(block.text) if item.end() >= len(block.text) - 2), None)
    if match is None:
        return None
    rows: list[list[str]] = []
    if match.start() > 0:
        inside = names_in(clean, block.start, block.start + match.start())
        if not inside:
            return None
        rows.append(inside)
    top = index
    while top > first:
        above = blocks[top - 1]
        more = [] if _PERSON.fullmatch(above.text) else names_in(clean, above.start, above.end)
        if not more and not _PERSON.fullmatch(above.text):
            break
        rows.append(more)
        top -= 1
    return Signature(top, index + 1, _in_order(rows), parse_date(match))


def _in_order(rows: list[list[str]]) -> tuple[str, ...]:
    """The bodies of rows that were read from the last one up."""
    return tuple(name for row in reversed(rows) for name in row)


def _undated(clean: Clean, blocks: Sequence[Block], first: int, end: int, issuers: Sequence[str]) -> Signature | None:
    """Bodies without a date: the last lines of a document when they are the issuers that its title names."""
    top = end
    rows: list[list[str]] = []
    while top > first:
        more = names_in(clean, blocks[top - 1].start, blocks[top - 1].end)
        if not more:
            break
        rows.append(more)
        top -= 1
    names = _in_order(rows)
    if any(name.endswith(issuer) or issuer.endswith(name) for name in names for issuer in issuers):
        return Signature(top, end, names, None)
    return None


def names_in(clean: Clean, start: int, end: int) -> list[str]:
    """The bodies that a span consists of, [] when it holds anything else; run-together ones are taken apart."""
    text = _SEAL.sub("", clean.text[start:end])
    if not 1 < len(text) <= 300 or any(mark in text for mark in "。；：《》！？"):
        return []
    spaced = _SEAL.sub("", clean.spaced(start, end))
    tokens = [token for token in _SEPARATOR.split(spaced) if token]
    if len(tokens) > 1 and all(_is_body(token) for token in tokens):
        return tokens
    if len(text) <= 40 and is_body_name(text):
        return [text]
    apart = segment(text)
    if apart:
        return apart
    return [text] if _is_body(text) and "、" not in text and "，" not in text else []


def _is_body(text: str) -> bool:
    return 2 <= len(text) <= 30 and (is_body_name(text) or BODY_NAME.fullmatch(text) is not None)


def segment(text: str) -> list[str]:
    """Take bodies of the registry that run into each other apart; longest first, [] when something is left over."""
    ways: list[list[str] | None] = [None] * (len(text) + 1)
    ways[0] = []
    for at in range(len(text)):
        way = ways[at]
        if way is None:
            continue
        for stop in range(min(len(text), at + 30), at + 1, -1):
            better = ways[stop] is None or len(ways[stop] or []) > len(way) + 1
            if better and is_body_name(text[at:stop]):
                ways[stop] = [*way, text[at:stop]]
    return ways[-1] or []


def ordered(text: str) -> tuple[str | None, tuple[str, ...]]:
    """The number and the issuers of the order by which a bracket under a title says that the text was made known.

    （2019年8月29日上海市人民政府令第21号公布）; of a text that later orders amended no one number is its own, but
    whoever made it known first issues it.
    """
    numbers = [item for item in numbers_in(text) if "令" in item.number]
    if not ADOPTION.fullmatch(text) or not numbers or (len(numbers) > 1 and "根据" in text[: numbers[0].start]):
        return None, ()
    first = numbers[0].number
    issuers = separate(first.partition("令")[0])
    known = all(BODY_NAME.fullmatch(name) for name in issuers)  # not the code of 粤府令第291号
    return first if len(numbers) == 1 else None, tuple(issuers) if known else ()


def adopted(text: str) -> tuple[str | None, date | None]:
    """The congress and the day that a bracket under a title names, or the day that stands there alone.

    （2022年7月29日…第三十一次会议通过）; of a text adopted on one day and made known on another (…通过　…公布), the
    latter: it is the date of the order that carries the text.
    """
    dated = NUMBER_AND_DAY.fullmatch(text)
    alone = DATE.fullmatch((dated["before"] or dated["behind"]) if dated else text)
    if alone:
        return None, parse_date(alone)
    if not ADOPTION.fullmatch(text):
        return None, None
    days = list(DATE.finditer(text))
    who = _ADOPTER.search(text[days[0].end() :] if days else text)
    ends = [day.start() for day in days[1:]] + [len(text)]
    known = (
        day
        for day, end in zip(days, ends, strict=True)
        if _MADE_KNOWN.search(text, day.end(), end) and not text.endswith("根据", 0, day.start())
    )
    day = next(known, days[0] if days else None)
    return (who[1] + who[2] if who else None), (parse_date(day) if day else None)

"""Printed references: titles in 《》 with their numbers, numbers alone, laws by name, standards by number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.find.catalogue import catalogue_rows
from loaders.find.document_titles import endings
from loaders.find.laws import laws_in, local_norm
from loaders.find.listed import listed_titles
from loaders.find.standards import standard_behind, standards_in
from loaders.keys import issuers_of_title
from loaders.numbers import Found, normal, numbers_in, of_issuers

_MARKS = re.compile(r"[《》。！？；\n]")
_LONGEST_TITLE = 160
_LONGEST_ASIDE = 200
_GENRES = "|".join(sorted((ending for ending, sort in endings().items() if sort != "other"), key=len, reverse=True))
_UNCLOSED = re.compile(
    rf"[^《》。！？；\n，：（()）]{{4,90}}?(?:《[^《》\n]{{1,60}}》[^《》。！？；\n，：（()）]{{0,30}}?)?(?:{_GENRES})"
    r"(?=[（(〔，。；、）)]|等|要求|精神|规定(?!的)|文件|\Z)"
)
_WITHOUT_BODIES = re.compile(r"(?:公告)?\s*(?:19|20)\d\d\s*年\s*第\s*\d{1,5}\s*号(?:公告)?")
_ARTICLE_OF = r"第[一二三四五六七八九十百零〇\d]{1,6}条(?:之[一二三四五六七八九十])?"
_PART_OF = r"(?:第[（(]?[一二三四五六七八九十百零〇\d]{1,4}[）)]?[款项目])"
_ARTICLE = re.compile(rf"{_ARTICLE_OF}{_PART_OF}{{0,3}}(?:[、和及至](?:{_ARTICLE_OF}{_PART_OF}{{0,3}}|{_PART_OF}))*")
_BEHIND_NUMBER = frozenset(("", "文", "文件", "）", ")", "印发的", "发布的", "公布的"))
_AND = frozenset(("", "、", "和", "及", "与", "以及"))
_SHORTENED = re.compile(r"以下(?:统|简)?称|下称|简称")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference printed at [start, end), its aside with the number included; the text goes on at ``tail``.

    ``title`` is as printed without its 《》, ``bare`` says that it had none; ``aside`` is the text of its parentheses,
    ``row`` says that it is one of a catalogue.
    """

    start: int
    end: int
    tail: int
    title: str | None = None
    number: str | None = None
    article: str | None = None
    bare: bool = False
    aside: str = ""
    row: bool = False


def references(text: str, start: int, end: int, issuers: Sequence[str] = ()) -> list[Reference]:
    """Every reference in text[start:end], in order, none inside another; linear in its length.

    ``issuers`` are the bodies of the citing document, whose own announcements it numbers without naming them.
    """
    numbers = sorted([*numbers_in(text, start, end), *standards_in(text, start, end)], key=lambda item: item.start)
    rows = [
        Reference(row.start, row.end, row.end, row.title, row.number, bare=True, row=True)
        for row in catalogue_rows(text, start, end, numbers)
    ]
    in_rows = [(row.start, row.end) for row in rows]
    titled = [item for item in _titled(text, start, end, numbers, issuers) if not _is_covered(item, in_rows)]
    covered = sorted([*in_rows, *((item.start, item.tail) for item in titled)])
    others = [Reference(item.start, item.end, item.end, None, item.number) for item in numbers]
    others += [
        Reference(left, right, right, text[left:right], bare=True)
        for left, right in laws_in(text, start, end)
        if not text.startswith("》", right)
    ]
    free = [_with_article(text, item, end) for item in others if not _is_covered(item, covered)]
    rows = [_with_article(text, item, end) for item in rows]
    return sorted([*rows, *_with_further(text, titled, numbers), *free], key=lambda item: item.start)


def _with_further(text: str, titled: Sequence[Reference], numbers: Sequence[Found]) -> Iterator[Reference]:
    """The titles, and the numbers that stand behind a title's own in its bracket: 《A》（京商字〔2021〕5号、6号）.

    As many titles as numbers have one each: 《A》《B》（京商字〔2021〕5号、6号）.
    """
    starts = [item.start for item in numbers]
    waiting: list[Reference] = []  # titles that stand side by side, the last ones without a number
    for item in titled:
        if waiting and text[waiting[-1].tail : item.start] not in _AND:
            yield from waiting
            waiting = []
        waiting.append(item)
        if item.number is None:
            continue
        further = _further(text, item, numbers, starts)
        if len(further) == len(waiting) > 1:
            waiting = [replace(title, number=found.number) for title, found in zip(waiting, further, strict=True)]
            further = further[:1]
        yield from waiting
        yield from (Reference(found.start, found.end, item.tail, None, found.number) for found in further[1:])
        waiting = []
    yield from waiting


def _further(text: str, item: Reference, numbers: Sequence[Found], starts: Sequence[int]) -> list[Found]:
    """The title's own number and those that are joined to it in its bracket."""
    index = bisect_left(starts, item.start)
    while index < len(numbers) and numbers[index].start < item.tail and numbers[index].number != item.number:
        index += 1
    found: list[Found] = []
    while index < len(numbers) and numbers[index].start < item.tail:
        if found and text[found[-1].end : numbers[index].start] not in _AND:
            break
        found.append(numbers[index])
        index += 1
    return found


def short_mentions(
    text: str, start: int, end: int, names: Iterable[str], found: Sequence[Reference]
) -> list[Reference]:
    """Where text[start:end] has one of the short ``names`` outside 《》, and outside the references already found."""
    written = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    if not written:
        return []
    covered = [(item.start, item.tail) for item in found]
    pattern = re.compile(rf"(?<![\d第〕\]）)年])(?<!号[、和及])“?({written})”?")
    items = (
        Reference(match.start(), match.end(), match.end(), match[1]) for match in pattern.finditer(text, start, end)
    )
    return [_with_article(text, item, end) for item in items if not _is_covered(item, covered)]


def _is_covered(item: Reference, covered: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(covered, (item.end, 0)) - 1
    return index >= 0 and covered[index][1] > item.start


def _titled(text: str, start: int, end: int, numbers: Sequence[Found], issuers: Sequence[str]) -> Iterator[Reference]:
    """Titles in 《》, and those that a list prints without, with the number and the article that belong to them."""
    starts = [item.start for item in numbers]
    ends = {item.end: item for item in numbers}
    floor = start
    listed = [(left, right, False) for left, right in listed_titles(text, start, end)]
    for left, right, closed in sorted([*_marked(text, start, end), *listed]):
        if left < floor:  # a short name inside the parenthesis behind a title
            continue
        local = local_norm(text, left, right, floor) if closed else None
        if local:
            item = Reference(*local, local[1], text[slice(*local)])
        else:
            opened = text.startswith("《", left)
            inner = text[left + opened : right - closed]
            inside = normal(inner)  # 《国发〔2022〕5号》
            item = Reference(left, right, right, None if inside else inner.strip(), inside, bare=not opened)
        item = _with_asides(text, item, end, numbers, starts, issuers)
        if item.number is None:
            item = _with_number_in_front(text, item, ends, floor)
        yield _with_article(text, item, end)
        floor = item.tail


def _marked(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Outermost 《…》 as (start, end, closed); an unclosed one ends behind the first genre that a break follows."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for match in _MARKS.finditer(text, start, end):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "》":
            if opened:
                pairs.append((opened.pop(), match.end()))
        else:
            yield from _outermost(text, opened, pairs, match.start())
            opened, pairs = [], []
    yield from _outermost(text, opened, pairs, end)


def _outermost(
    text: str, opened: Sequence[int], pairs: Sequence[tuple[int, int]], end: int
) -> Iterator[tuple[int, int, bool]]:
    spans = [(left, right, True) for left, right in pairs if right - left <= _LONGEST_TITLE]
    for left in opened:
        match = None if text.startswith("《", left + 1) else _UNCLOSED.match(text, left + 1, min(end, left + 130))
        if match:
            spans.append((left, match.end(), False))
    floor = -1
    for left, right, closed in sorted(spans):
        if left >= floor:
            yield left, right, closed
            floor = right


def _with_asides(
    text: str, item: Reference, end: int, numbers: Sequence[Found], starts: Sequence[int], issuers: Sequence[str]
) -> Reference:
    """The title with up to two parentheses behind it, or with the number that follows it at once."""
    for _ in range(2):
        broken = text.startswith("\n", item.tail)  # a number at the start of a row that was not joined
        if not text.startswith(("（", "("), item.tail + broken):
            break
        if broken and not (item.number is None and _starts_number(item.tail + 2, starts)):
            break
        item = replace(item, tail=item.tail + broken)
        close = _closing(text, item.tail, min(end, item.tail + _LONGEST_ASIDE))
        if close < 0:
            break
        inner = text[item.tail + 1 : close - 1]
        number = item.number or _number_in(text, item, close, numbers, starts, issuers)
        told = number != item.number or _SHORTENED.search(inner) is not None
        item = replace(item, end=close if told else item.end, tail=close, number=number, aside=item.aside + inner)
    index = bisect_left(starts, item.tail)
    if item.number is None and index < len(starts) and starts[index] == item.tail:
        following = numbers[index]
        if not text.startswith("《", following.end):
            item = replace(item, end=following.end, tail=following.end, number=following.number)
    return item


def _starts_number(at: int, starts: Sequence[int]) -> bool:
    index = bisect_left(starts, at)
    return index < len(starts) and starts[index] == at


def _number_in(
    text: str, item: Reference, close: int, numbers: Sequence[Found], starts: Sequence[int], issuers: Sequence[str]
) -> str | None:
    """The first number in the parenthesis behind a title, unless another title comes before it.

    One without its bodies is first too: （2020年第9号，国家税务总局公告2018年第31号修改）.
    """
    bare = _WITHOUT_BODIES.match(text, item.tail + 1, close)
    if bare:
        kind = next((kind for kind in ("公告", "通告") if (item.title or "").endswith(kind)), None)
        return of_issuers(bare[0], issuers_of_title(item.title or "") or issuers, kind) if kind else None
    index = bisect_left(starts, item.tail)
    if index < len(starts) and starts[index] < close and "《" not in text[item.tail : starts[index]]:
        return numbers[index].number
    return standard_behind(item.title or "", text, item.tail + 1)


def _with_number_in_front(text: str, item: Reference, ends: dict[int, Found], floor: int) -> Reference:
    """国发〔2022〕5号《…》, 国发〔2022〕5号文件《…》, （国发〔2022〕5号）《…》, 国务院令第682号公布的《…》."""
    for size in range(4):
        found = ends.get(item.start - size)
        if found and found.start >= floor and text[found.end : item.start] in _BEHIND_NUMBER:
            bracket = text[found.end : found.end + 1] in ("）", ")") and found.start > floor
            return replace(item, start=found.start - bracket, number=found.number)
    return item


def _closing(text: str, start: int, end: int) -> int:
    """Behind the bracket that closes the one at ``start``, -1 when none does on the same line before ``end``."""
    depth = 0
    for at in range(start, end):
        character = text[at]
        if character in "（(":
            depth += 1
        elif character in "）)":
            depth -= 1
            if depth == 0:
                return at + 1
        elif character == "\n":
            break
    return -1


def _with_article(text: str, item: Reference, end: int) -> Reference:
    match = _ARTICLE.match(text, item.tail, end)
    return replace(item, article=match[0], tail=match.end()) if match else item

"""Page numbers on lines of their own: between dashes, in words, or alone and counting the pages of a source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.characters import IDEOGRAPHIC_SPACE, TERMINAL, fold
from loaders.forms import BODY_NAME, DATE
from loaders.readers import Line
from loaders.titles import BOOK

DASH = "[—–―－─-]"
_PRINTED = re.compile(
    rf"[\s·•]*(?:{DASH}+\s*(\d{{1,4}})\s*{DASH}+|第\s*(\d{{1,4}})\s*页(?:\s*[/，,（(]?\s*共\s*\d+\s*页[）)]?)?)[\s·•]*"
)
_ALONE = re.compile(r"[\s·•]*(\d{1,4})[\s·•]*")
_DIGIT = re.compile(r"\d")
_CELL = re.compile(r"[\s\d.,%％+—-]+")
_LONGEST = 24
_LEAST, _MOST = 250, 4000  # characters of a page
_SIGNED = 100  # of the last of two
_HEAD = 40  # characters of a running head
_MISSING = 2  # pages in a row whose number is not printed
_RECENT = 8
_FEW = 3
_COUNTED = 1000  # from here on digits alone are years as often as pages
_TEXT = 14  # characters of a row of text
_ABOVE = 12  # rows between the head of a table and its first number


def printed(text: str) -> int | None:
    """The number that a folded line prints between dashes or in words, None for other lines."""
    match = _PRINTED.fullmatch(text.replace("\0", " ").replace(IDEOGRAPHIC_SPACE, " "))
    return int(match[1] or match[2]) if match else None


def dashed(line: Line) -> bool:
    """Whether a line of the source is a page number between dashes or in words."""
    return (
        len(line.text.strip()) <= _LONGEST
        and _DIGIT.search(line.text) is not None
        and printed(fold(line.text)) is not None
    )


def alone(text: str) -> int | None:
    """The digits that a line holds and nothing else (13, ·13·)."""
    text = text.strip()
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    match = _ALONE.fullmatch(fold(text).replace(IDEOGRAPHIC_SPACE, " "))
    return int(match[1]) if match else None


def plain(text: str) -> str:
    """A line without its spaces."""
    return "".join(fold(text).replace("\0", "").split())


def names_issue(text: str) -> bool:
    """Whether a plain line is the name of a gazette with its issue (某省公报2022年第6期), which only heads print."""
    book = BOOK.fullmatch(text) if len(text) <= _HEAD else None
    return bool(book and book[1] and _DIGIT.search(text, book.end(1)))


def names_file(text: str) -> bool:
    """Whether a plain line says whose documents follow (某省人民政府文件)."""
    return 4 < len(text) <= _HEAD and text.endswith("文件") and bool(BODY_NAME.fullmatch(text[:-2].removesuffix("等")))


def unfinished(text: str) -> bool:
    """Whether a line is a row of running text that goes on in the next."""
    text = fold(text).strip(" \0" + IDEOGRAPHIC_SPACE)
    return len(text) >= _TEXT and text[-1] not in TERMINAL + ".:;"


@dataclass(frozen=True, slots=True)
class _Step:
    """A candidate: index of its line, characters of text before it, and the best series that it goes on with.

    ``first`` is the index where that series begins, ``inside`` how many of it stand inside a text: both are kept, as
    every number of a long list ends a series of its own.
    """

    index: int
    at: int
    value: int
    length: int
    first: int
    inside: int
    before: _Step | None


def series(lines: Sequence[Line]) -> dict[int, int]:
    """Digits alone that rise through a source at the distance of pages: line number → value.

    Cells and numbers of a table stand closer, below a head that says 序号, or between finished texts: a quarter of a
    series of page numbers stands in mid-sentence, in a signature or beside a running head. Two are a series where the
    second ends the source; one beside the name and issue of a gazette is a page number by itself.
    """
    used: set[int] = set()
    steps = _steps(lines)
    sure = (step for step in steps if any(map(names_issue, _beside(lines, step.index))))
    found = {lines[step.index].number: step.value for step in sure}
    for step in sorted(steps, key=lambda step: -step.length):
        if not _interrupts(lines, step):
            continue
        chain: list[_Step] = []
        last: _Step | None = step
        while last and last.index not in used:
            chain.append(last)
            last = last.before
        enough = len(chain) >= _FEW or (len(chain) == _FEW - 1 and _ends(lines, *chain))
        if last is None and enough:
            chain += _between(steps, chain)
            used |= {item.index for item in chain}
            found |= {lines[item.index].number: item.value for item in chain}
    return found


def _between(steps: Sequence[_Step], chain: Sequence[_Step]) -> list[_Step]:
    """Candidates with a value that a series leaves out, between its neighbours: numbers of pages with little text."""
    found: list[_Step] = []
    for after, before in pairwise(chain):  # from the end
        first = bisect_right(steps, before.index, key=lambda step: step.index)
        last = bisect_left(steps, after.index, key=lambda step: step.index)
        found += [step for step in steps[first:last] if before.value < step.value < after.value]
    return found


def _steps(lines: Sequence[Line]) -> list[_Step]:
    found: list[_Step] = []
    recent: dict[int, deque[_Step]] = {}
    at = 0
    for index, line in enumerate(lines):
        value = alone(line.text)
        if value is None or value >= _COUNTED or line.whole or _is_cell(lines, index):
            at += len(line.text.strip())
            continue
        least = 1 if index == len(lines) - 1 else _LEAST  # the last page need not be full
        reached = [
            step
            for pages in range(1, _MISSING + 2)
            for step in recent.get(value - pages, ())
            if least <= at - step.at <= _MOST * pages
        ]
        before = max(reached, key=lambda step: (step.length, step.at), default=None)
        inside = int(_is_inside(lines, index))
        if before:
            step = _Step(index, at, value, before.length + 1, before.first, before.inside + inside, before)
        else:
            step = _Step(index, at, value, 1, index, inside, None)
        recent.setdefault(value, deque(maxlen=_RECENT)).append(step)
        found.append(step)
    return found


def _ends(lines: Sequence[Line], last: _Step, first: _Step) -> bool:
    """Whether two numbers end the pages of a source of two: the second one behind its last text, or behind its date."""
    if last.index < len(lines) - 1 or first.at < _LEAST:
        return False
    return last.at - first.at >= _SIGNED or DATE.fullmatch(plain(lines[last.index - 1].text)) is not None


def _is_cell(lines: Sequence[Line], index: int) -> bool:
    """Whether figures stand above or below a figure, as in a column."""
    return any(len(text) <= _LONGEST and _CELL.fullmatch(text) for text in _beside(lines, index))


def _beside(lines: Sequence[Line], index: int) -> list[str]:
    return [plain(lines[at].text) for at in (index - 1, index + 1) if 0 <= at < len(lines)]


def _interrupts(lines: Sequence[Line], last: _Step) -> bool:
    """Whether a series breaks running text often enough, and is no column below a head that says 序号."""
    above = lines[max(0, last.first - _ABOVE) : last.first]
    return last.inside >= max(1, last.length // 4) and not any("".join(line.text.split()) == "序号" for line in above)


def _is_inside(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands in mid-sentence, between the bodies of a signature, or beside a running head."""
    beside = _beside(lines, index)
    signed = len(beside) == 2 and all(map(BODY_NAME.fullmatch, beside))
    running = index > 0 and unfinished(lines[index - 1].text) and not _is_duty(beside[0])
    return running or signed or any(names_issue(text) or names_file(text) for text in beside)


def _is_duty(text: str) -> bool:
    """Whether a line is the cell of a table that names who does what."""
    return all(map(BODY_NAME.fullmatch, re.split("[、，]", text)))

"""Rows of a catalogue of documents: a title, its number and a day in columns, with nothing between the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.announcers import LEADING
from loaders.find.document_titles import names_document
from loaders.forms import CELL_DAY
from loaders.keys import issuers_of_title
from loaders.numbers import Found

# Possessive, and one gap for a day that is not there: rows of a table can have hundreds of empty cells.
_GAP = r"[\s|]*+"
_TITLE = r"(?:(?:\d{4}年)?[\u4e00-\u9fff《“][^\n|。；：！？]{3,140}?)"
_HEAD = rf"(?P<apart>\s*\|{_GAP})?+(?P<count>\d{{1,4}}?[.．、]?)??{_GAP}(?:(?P<first>{CELL_DAY}){_GAP})?"
_CELLS = rf"(?P<title>{_TITLE}){_GAP}(?:(?P<last>{CELL_DAY}){_GAP})?"
# A row with the number behind the title, and one with the title behind; what the catalogue adds to a row comes last.
_BEFORE_NUMBER, _BEHIND_NUMBER = (
    re.compile(_HEAD + _CELLS),
    re.compile(rf"{_GAP}(?:(?P<first>{CELL_DAY}){_GAP})?{_CELLS}"),
)
_COUNTED = re.compile(_HEAD)
_ADDED = re.compile(
    rf"[\s|]*(?:(?P<last>{CELL_DAY})[\s|]*)?(?:(?:(?<=[|日\d])|(?=第|附件|全文|已))[^\n《》，。；：]{{1,60}})?"
)
_ANOTHER_ROW = re.compile(rf"{CELL_DAY}|号\d")
_SAID = re.compile(rf"(?:{LEADING})|.*(?:关于|转发|印发)")
_BEGINS = ("关于", "转发", "批转", "印发")
_LONGEST = 320


@dataclass(frozen=True, slots=True)
class Row:
    """A row at [start, end) from its title to its number or the other way round."""

    start: int
    end: int
    title: str
    number: str


def catalogue_rows(text: str, start: int, end: int, numbers: Sequence[Found]) -> Iterator[Row]:
    """The rows in text[start:end], one a line at most: the whole line is a title, a number and a count or a day."""
    floor = start
    for found in numbers:
        if found.start < floor:
            continue
        line = text.rfind("\n", max(start, found.start - _LONGEST), found.start) + 1 or start
        stop = text.find("\n", found.end, min(end, found.end + _LONGEST))
        stop = min(end, found.end + _LONGEST) if stop < 0 else stop
        row = _row(text, max(start, line), stop, found) if found.start - line < _LONGEST else None
        if row:
            yield row
            floor = stop


def _row(text: str, line: int, stop: int, found: Found) -> Row | None:
    titled, behind = _BEFORE_NUMBER.fullmatch(text, line, found.start), _ADDED.fullmatch(text, found.end, stop)
    head = titled
    if titled is None:
        head, titled = _COUNTED.fullmatch(text, line, found.start), _BEHIND_NUMBER.fullmatch(text, found.end, stop)
        behind = titled
    if head is None or titled is None or behind is None or not _is_title(titled["title"]):
        return None
    if not any((head["apart"], head["count"], head["first"], titled["first"], titled["last"], behind["last"])):
        return None
    first, last = min(titled.start("title"), found.start), max(titled.end("title"), found.end)
    return Row(first, last, _unmarked(titled["title"]), found.number)


def _unmarked(title: str) -> str:
    whole = title.startswith("《") and title.find("》") in (len(title) - 1, -1)
    return title[1:].removesuffix("》") if whole else title


def _is_title(title: str) -> bool:
    """Whether a cell is a title: it begins with its issuers or its verb, or is a norm's that no verb leads to."""
    bare = _unmarked(title)
    if not names_document(bare) or _ANOTHER_ROW.search(bare):
        return False
    return bare.startswith(_BEGINS) or bool(issuers_of_title(bare)) or _SAID.match(bare) is None

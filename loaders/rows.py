"""Rows of a source without their layout: page numbers out, spaces out, run-together paragraphs apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.characters import IDEOGRAPHIC_SPACE, fold, keeps_space, punctuated, unmisread, width
from loaders.folios import DASH, printed
from loaders.margins import margins
from loaders.readers import Line, Raw

# Where a page ends in mid-line, its number stands between dashes in spaces.
_PAGE_IN_LINE = re.compile(rf"(?<![\d年月日]){DASH}\s+(\d{{1,4}})\s+{DASH}")
_RULE = re.compile("[\\s\0]*(?:[-=*_~—─━＝＿][\\s\0]*){3,}")  # a line drawn between two texts
_CHUNK = re.compile("[^ \u3000\0]+")
# A word of two characters is spaced out in print (总　　则, 附　　件, 文　　号：).
_LAST_ALONE, _FIRST_ALONE = re.compile("(?:^|[ \u3000\0【])[一-龥]$"), re.compile("[一-龥](?:[ \u3000\0：:】]|$)")


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row: its pieces with their offsets in the source; ``gaps`` index pieces after a layout space.

    ``text`` has half-width marks made full-width, the pieces are as printed.
    """

    pieces: tuple[tuple[int, str], ...]
    text: str
    width: int
    gaps: tuple[int, ...]
    indented: bool
    breaks: bool  # the source itself ends a paragraph in front of this row
    line: int
    page: int | None
    number_before: bool  # a printed page number stands between the row before and this one
    whole: bool = False  # a paragraph of a source that has paragraphs, not a row of print


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed page number: its value, its place in the source, the reader's page, and the rows before it."""

    value: int
    offset: int
    page: int | None
    row: int


def rows(raw: Raw) -> tuple[tuple[Row, ...], tuple[Mark, ...]]:
    """All rows that carry text, in order, and the printed page numbers that were taken out."""
    found: list[Row] = []
    marks: list[Mark] = []
    pending = ruled = False
    running, bare = margins(raw)
    for line in (line for line in raw.lines if line.text.strip()):
        if line.number in running:
            pending = True
            continue
        text = unmisread(fold(line.text))
        value = bare.get(line.number)
        if value is None:
            value = printed(text)
        if value is not None:
            marks.append(Mark(value, line.start, line.page, len(found)))
            pending = True
            continue
        if _RULE.fullmatch(text):
            ruled = True
            continue
        if " " in text:
            for inside in _PAGE_IN_LINE.finditer(text):
                marks.append(Mark(int(inside[1]), line.start + inside.start(), line.page, len(found) + 1))
            text = _PAGE_IN_LINE.sub(lambda inside: "\0" * len(inside[0]), text)
        for index, part in enumerate(_parts(text)):
            row = _row(line, text, part, index > 0 or ruled, pending)
            if row:
                found.append(row)
                pending = ruled = False
    return tuple(found), tuple(marks)


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of one source line stand: two full-width spaces (or the like) set them apart."""
    if IDEOGRAPHIC_SPACE not in text and "    " not in text:
        return [(0, len(text))]
    cuts = [0]
    for match in re.finditer("(?<![ \0])[ \0]*\u3000[ \0]*\u3000[ \u3000\0]*|(?<=[。！？；：])[ \0]{4,}(?=\\S)", text):
        before = text[max(cuts[-1], match.start() - 2) : match.start()]  # no space ends it
        if before and not (_LAST_ALONE.search(before) and _FIRST_ALONE.match(text, match.end())):
            cuts.append(match.end())
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _row(line: Line, text: str, part: tuple[int, int], breaks: bool, number_before: bool) -> Row | None:
    """One row of one part of a line, None where nothing but layout stands there."""
    pieces: list[tuple[int, str]] = []
    gaps: list[int] = []
    total = ""
    first, end = None, 0
    for match in _CHUNK.finditer(text, *part):
        chunk = match[0]
        if first is None:
            first = match.start()
        elif text[match.start() - 1] != "\0" or " " in text[end : match.start()]:
            if keeps_space(total[-1], chunk[0]):
                pieces.append((line.start + match.start() - 1, " "))
                total += " "
            gaps.append(len(pieces))
        pieces.append((line.start + match.start(), chunk))
        total += chunk
        end = match.end()
    if first is None:
        return None
    lead = text[part[0] : first]
    indented = breaks or lead.count(IDEOGRAPHIC_SPACE) >= 2 or lead.count(" ") >= 4 or "\t" in line.text[:first]
    columns = width(total) + len(gaps)
    place = (line.number, line.page, number_before, line.whole)
    return Row(tuple(pieces), punctuated(total), columns, tuple(gaps), indented, breaks, *place)

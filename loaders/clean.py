"""Clean a source: layout out, rows joined into paragraphs, and the way back to the source kept."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from loaders.characters import keeps_space
from loaders.pages import printed_pages
from loaders.paragraphs import join
from loaders.readers import Raw
from loaders.rows import Row, rows


@dataclass(frozen=True, slots=True)
class Clean:
    """The clean text of a source: paragraphs parted by one line break, nothing else of the layout left.

    Offsets are code points. ``starts`` (clean) and ``sources`` (source) are the pieces of the offset map; ``gaps`` are
    clean offsets that stand behind a layout space or a row's end; ``paragraphs`` are half-open spans.
    """

    raw: Raw
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    gaps: frozenset[int]
    row_starts: tuple[int, ...]
    row_lines: tuple[int, ...]
    row_pages: tuple[int | None, ...]
    row_printed: tuple[int | None, ...] = field(default=())

    def source_offset(self, offset: int) -> int:
        """The source's offset of a clean offset; of a paragraph break, the place behind the paragraph."""
        index = bisect_right(self.starts, offset) - 1
        return self.sources[index] + offset - self.starts[index]

    def line(self, offset: int) -> int:
        """The 1-based line of the source that a clean offset stands on."""
        return self.row_lines[self._row(offset)]

    def pages(self, offset: int) -> tuple[int | None, int | None]:
        """The reader's page and the printed page of a clean offset."""
        row = self._row(offset)
        return self.row_pages[row], self.row_printed[row]

    def turns(self, start: int, end: int) -> tuple[tuple[int, int | None, int | None], ...]:
        """Where within a span the page changes, each with the reader's page and the printed page from there on."""
        before, last = self._row(start), self._row(max(start, end - 1))
        changes = (at for at in range(before + 1, last + 1) if self.row_pages[at] != self.row_pages[at - 1])
        return tuple((self.row_starts[at], self.row_pages[at], self.row_printed[at]) for at in changes)

    def spaced(self, start: int, end: int) -> str:
        """The text of a span with one space wherever the print has a gap: names that stand side by side apart."""
        cuts = [start, *sorted(gap for gap in range(start + 1, end) if gap in self.gaps), end]
        return " ".join(self.text[left:right].strip() for left, right in zip(cuts, cuts[1:], strict=False))

    def _row(self, offset: int) -> int:
        return max(0, bisect_right(self.row_starts, offset) - 1)

    def __str__(self) -> str:
        return "\n".join(f"{self.line(start)}\t{self.text[start:end]}" for start, end in self.paragraphs)


def clean(raw: Raw) -> Clean:
    """Take the layout out of a source; linear in its size."""
    found, marks = rows(raw)
    printed = iter(printed_pages(found, marks))
    builder = _Builder()
    for group in join(found):
        builder.paragraph(group)
    text = "".join(builder.texts)
    return Clean(
        raw,
        text,
        tuple(builder.paragraphs),
        tuple(builder.starts) or (0,),
        tuple(builder.sources) or (0,),
        frozenset(builder.gaps),
        tuple(builder.row_starts) or (0,),
        tuple(row.line for row in found) or (1,),
        tuple(row.page for row in found) or (None,),
        tuple(printed) or (None,),
    )


class _Builder:
    """Collects the clean text piece by piece."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.paragraphs: list[tuple[int, int]] = []
        self.starts: list[int] = []
        self.sources: list[int] = []
        self.gaps: list[int] = []
        self.row_starts: list[int] = []
        self.length = 0

    def paragraph(self, group: list[Row]) -> None:
        if self.paragraphs:
            self._add("\n", self.sources[-1] + len(self.texts[-1]))
        begin = self.length
        for index, row in enumerate(group):
            if index:
                self.gaps.append(self.length)
                if keeps_space(self.texts[-1][-1], row.text[0]) and not _is_broken(self.texts[-1], row.text):
                    self._add(" ", self.sources[-1] + len(self.texts[-1]))
            self.row_starts.append(self.length)
            gaps = frozenset(row.gaps)
            for position, (source, piece) in enumerate(row.pieces):
                if position in gaps:
                    self.gaps.append(self.length)
                self._add(piece, source)
        self.paragraphs.append((begin, self.length))

    def _add(self, text: str, source: int) -> None:
        self.starts.append(self.length)
        self.sources.append(source)
        self.texts.append(text)
        self.length += len(text)


def _is_broken(before: str, after: str) -> bool:
    """Whether a row's end breaks a Latin word: at its hyphen, or between the capitals of an abbreviation."""
    return before.endswith("-") or (before[-1].isupper() and after[0].isupper())

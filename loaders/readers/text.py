"""Plain text: UTF-8 and UTF-16 by their marks, UTF-8 without one, GB18030 where that alone makes sense."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from loaders.errors import MailuoError
from loaders.readers._raw import Line

LIMIT_LINE = 1_000_000
LIMIT_LINES = 1_000_000
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_END = re.compile(r"\r\n|\r|\n")
_REPLACEMENT = "\ufffd"
# What official Chinese text is written with: hanzi, CJK and full-width punctuation, enclosed numbers, ASCII, general
# punctuation and symbols, Greek in formulas. Private-use glyphs of PDF fonts are let pass as foreign characters.
_USUAL = re.compile(
    r"[\t-\r\x20-\x7e\xa0\xb0\xb1\xb7\xd7\xf7\u0370-\u03ff\u2000-\u27bf\u2e80-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\ufeff\U00020000-\U0003ffff]+"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_MOST = 0.9
_FEW = 0.01
_SAMPLE = 200_000
# A page mark opens a page of dozens of lines; an indented paragraph opens every few lines.
_MARK_SHARE = 0.1
_PAGE_MARK = re.compile(r" \S")


def decode(file: Path, data: bytes) -> str:
    """The text of a file's bytes, without its byte order mark; MailuoError when it is empty, no text or undecodable.

    A file that was cut off inside its last UTF-8 character ends with U+FFFD.
    """
    if not data:
        raise MailuoError(f"{file}: the file is empty.", "Give a file that holds the text of a document.")
    decoded = _decoded(file, data)
    if not decoded.strip(" \t\r\n\f\v\u3000\xa0\u200b\ufeff"):
        raise MailuoError(f"{file}: the file is empty but for white space.", "Give the text of a document.")
    return decoded


def _decoded(file: Path, data: bytes) -> str:
    bom, encoding = mark(data)
    if encoding == "utf-8" and b"\x00" in data:
        raise no_text(file)
    decoded = _strict(data[len(bom) :], encoding)
    if decoded is not None and makes_sense(decoded, encoding):
        return decoded
    if decoded is None and not bom:
        decoded = _strict(data, "gb18030")
        if decoded is not None and makes_sense(decoded, "gb18030"):
            return decoded
    raise undecodable(file)


def mark(data: bytes) -> tuple[bytes, str]:
    """The byte order mark at the beginning of a file and its encoding; none is UTF-8, to be tried first."""
    return next(((bom, encoding) for bom, encoding in _BOMS if data.startswith(bom)), (b"", "utf-8"))


def makes_sense(text: str, encoding: str) -> bool:
    """Whether the beginning of a decoded text is text; GB18030 decodes almost any bytes, so it must be Chinese."""
    return _looks_like_text(text) and (encoding != "gb18030" or _common_hanzi(text))


def no_text(file: Path) -> MailuoError:
    """What is said of a file with NUL bytes."""
    return MailuoError(f"{file}: not text, it holds NUL bytes.", "Save it as UTF-8 text.")


def undecodable(file: Path) -> MailuoError:
    """What is said of a file that is text in no encoding."""
    return MailuoError(
        f"{file}: undecodable, it reads as text neither in UTF-8 nor in GB18030.", "Save it as UTF-8 text."
    )


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and error.reason == "unexpected end of data" and error.start:
            return data[: error.start].decode(encoding) + _REPLACEMENT
        return None


def _looks_like_text(text: str) -> bool:
    sample = text[:_SAMPLE]
    foreign = len(_USUAL.sub("", sample))
    lost = sample.count(_REPLACEMENT) + len(_CONTROL.findall(sample))
    return foreign <= max(1, (1 - _MOST) * len(sample)) and lost <= max(1, _FEW * len(sample))


def _common_hanzi(text: str) -> bool:
    """Whether most hanzi are of GB 2312's first level (3755 in daily use), as in any text that GB18030 is right for.

    GB18030 gives almost any bytes (Big5, Shift-JIS, Latin letters, UTF-8 cut in its middle) rare hanzi.
    """
    hanzi = _HANZI.findall(text[:_SAMPLE])
    common = sum(character in _first_level() for character in hanzi)
    return common >= _MOST * len(hanzi) and bool(hanzi)


@cache
def _first_level() -> frozenset[str]:
    """GB 2312-1980, rows 16 to 55."""
    rows = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return frozenset("".join(pair.decode("gb2312", "ignore") for pair in rows))


def lines(file: Path, text: str, paged: bool | None = None) -> tuple[Line, ...]:
    """The lines of a text with their pages; MailuoError over LIMIT_LINE characters a line or LIMIT_LINES lines.

    Form feeds break pages; without any, a line that starts with exactly one space opens a page where such lines are
    rare. A text with neither has no pages. ``paged`` says that form feeds alone break pages, or that there are none.
    """
    count = text.count("\n") + text.count("\r")
    if count > 2 * LIMIT_LINES:
        raise _too_many(file, count)
    found = list(rows(file, [text]))
    if len(found) > LIMIT_LINES:
        raise _too_many(file, len(found))
    layout = Layout()
    for _, row in found:
        layout.look(row)
    fed = layout.fed if paged is None else paged
    return tuple(numbered(found, fed, paged is None and not fed and layout.marked))


def rows(file: Path, blocks: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The rows of a text that comes in blocks, each with its code point offset; MailuoError where one is too long."""
    start, number, rest = 0, 0, ""
    for block in blocks:
        text = rest + block
        # A line end can be cut in two: what follows a last return is seen with the next block.
        at, held = 0, text.endswith("\r")
        for match in _LINE_END.finditer(text, 0, len(text) - held):
            number += 1
            yield start + at, _checked(file, text[at : match.start()], number)
            at = match.end()
        rest, start = text[at:], start + at
        if len(rest) > 2 * LIMIT_LINE:
            _checked(file, rest, number + 1)
    last = rest.removesuffix("\r")
    if last or rest or not number:
        yield start, _checked(file, last, number + 1)


def numbered(rows: Iterable[tuple[int, str]], fed: bool, marked: bool) -> Iterator[Line]:
    """Rows as lines, with the pages that form feeds (``fed``) or page marks (``marked``) break."""
    page = 1 if fed or marked else None
    for number, (start, row) in enumerate(rows, 1):
        opening = len(row) - len(row.lstrip("\f"))
        if page is not None and (opening or (marked and number > 1 and _PAGE_MARK.match(row))):
            page += opening or 1
        yield Line(number, start + opening, row.strip("\f"), page)
        if page is not None and opening < len(row):
            page += row.count("\f", opening)


class Layout:
    """What the rows of a text say of its pages, seen one after the other."""

    def __init__(self) -> None:
        self.fed = False
        self._filled = self._marks = 0
        self._apart = True
        self._was_mark = False

    def look(self, row: str) -> None:
        self.fed = self.fed or "\f" in row
        beginning = row[:2]
        if beginning.strip():
            mark = _PAGE_MARK.match(beginning) is not None
            self._filled += 1
            self._marks += mark
            self._apart = self._apart and not (mark and self._was_mark)
            self._was_mark = mark

    @property
    def marked(self) -> bool:
        """Whether lines that begin with one space open pages: they are rare, and never stand beside each other."""
        return 0 < self._marks <= _MARK_SHARE * self._filled and self._apart


def _too_many(file: Path, count: int) -> MailuoError:
    return MailuoError(f"{file}: {count:,} lines where the limit is {LIMIT_LINES:,}.", "Split it into its documents.")


def _checked(file: Path, row: str, number: int) -> str:
    if len(row) > LIMIT_LINE:
        raise MailuoError(
            f"{file}: line {number} is too long, {len(row):,} characters where the limit is {LIMIT_LINE:,}.",
            "Give the text with its line breaks.",
        )
    return row

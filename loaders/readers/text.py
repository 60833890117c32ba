"""Plain text: UTF-8 and UTF-16 by their marks, UTF-8 without one, GB18030 where that alone makes sense."""

from __future__ import annotations

import codecs
import re
from functools import cache
from itertools import pairwise
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
    bom, encoding = next(((bom, encoding) for bom, encoding in _BOMS if data.startswith(bom)), (b"", "utf-8"))
    if encoding == "utf-8" and b"\x00" in data:
        raise MailuoError(f"{file}: not text, it holds NUL bytes.", "Save it as UTF-8 text.")
    decoded = _strict(data[len(bom) :], encoding)
    if decoded is not None and _looks_like_text(decoded):
        return decoded
    if decoded is None and not bom:
        decoded = _strict(data, "gb18030")
        if decoded is not None and _looks_like_text(decoded) and _common_hanzi(decoded):
            return decoded
    raise MailuoError(
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
    ends = [match.span() for match in _ends(file, text)]
    spans = list(zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True))
    if len(spans) > 1 and spans[-1][0] == len(text):
        spans.pop()
    _check_lengths(file, spans)
    fed = "\f" in text if paged is None else paged
    marked = paged is None and not fed and _has_page_marks([text[start : min(end, start + 2)] for start, end in spans])
    page = 1 if fed or marked else None
    found = []
    for number, (start, end) in enumerate(spans, 1):
        row = text[start:end]
        opening = len(row) - len(row.lstrip("\f"))
        if page is not None and (opening or (marked and number > 1 and _PAGE_MARK.match(row))):
            page += opening or 1
        found.append(Line(number, start + opening, row.strip("\f"), page))
        if page is not None and opening < len(row):
            page += row.count("\f", opening)
    return tuple(found)


def _ends(file: Path, text: str) -> list[re.Match[str]]:
    count = text.count("\n") + text.count("\r")
    if count > 2 * LIMIT_LINES:
        raise _too_many(file, count)
    ends = list(_LINE_END.finditer(text))
    if len(ends) > LIMIT_LINES:
        raise _too_many(file, len(ends))
    return ends


def _too_many(file: Path, count: int) -> MailuoError:
    return MailuoError(f"{file}: {count:,} lines where the limit is {LIMIT_LINES:,}.", "Split it into its documents.")


def _check_lengths(file: Path, spans: list[tuple[int, int]]) -> None:
    for number, (start, end) in enumerate(spans, 1):
        if end - start > LIMIT_LINE:
            raise MailuoError(
                f"{file}: line {number} is too long, {end - start:,} characters where the limit is {LIMIT_LINE:,}.",
                "Give the text with its line breaks.",
            )


def _has_page_marks(rows: list[str]) -> bool:
    filled = [row for row in rows if row.strip()]
    marks = [number for number, row in enumerate(filled) if _PAGE_MARK.match(row)]
    if not marks or len(marks) > _MARK_SHARE * len(filled):
        return False
    return all(second - first > 1 for first, second in pairwise(marks))

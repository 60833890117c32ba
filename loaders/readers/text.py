"""Plain text: UTF-8 and UTF-16 by their marks, UTF-8 without one, GB18030 where that alone makes sense."""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
from itertools import pairwise
from pathlib import Path

from loaders.errors import MailuoError
from loaders.readers._raw import Line, Raw

LIMIT_BYTES = 64 * 1024 * 1024
LIMIT_LINE = 1_000_000
# A page mark opens a page of dozens of lines; an indented paragraph opens every few lines.
_MARK_SHARE = 0.1
_PAGE_MARK = re.compile(r" [^\s]")
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive (DOCX, XLSX or ZIP)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
}
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]")
_LETTER = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s\u2000-\u22ff]")


def read_file(path: Path | str) -> Raw:
    """Read one text file into lines; MailuoError names the file and the reason when it cannot be read.

    Files over MAILUO_MAX_BYTES (default 64 MiB) and lines over a million characters are refused.
    """
    file = Path(path)
    data = _bytes(file)
    text = _decode(file, data)
    if not text.strip():
        raise MailuoError(f"{file}: the file is empty.", "Give a file that holds the text of a document.")
    return Raw(
        uri=file.resolve().as_uri(),
        file=file.name,
        sha256=hashlib.sha256(data).hexdigest(),
        lines=_lines(file, text),
    )


def _bytes(file: Path) -> bytes:
    limit = int(os.environ.get("MAILUO_MAX_BYTES", LIMIT_BYTES))
    try:
        state = file.stat()
        if not stat.S_ISREG(state.st_mode):
            raise MailuoError(f"{file}: not a regular file.", "Give a text file or a folder of them.")
        if state.st_size > limit:
            raise MailuoError(
                f"{file}: {state.st_size / 1e6:.0f} MB is more than the limit of {limit / 1e6:.0f} MB.",
                "Split it into its documents, or raise MAILUO_MAX_BYTES.",
            )
        return file.read_bytes()
    except FileNotFoundError as error:
        what = "a broken link" if file.is_symlink() else "no such file"
        raise MailuoError(f"{file}: {what}.", "Check the path.") from error
    except OSError as error:
        raise MailuoError(f"{file}: cannot be read ({error.strerror}).", "Check its permissions.") from error


def _decode(file: Path, data: bytes) -> str:
    for magic, name in _BINARY.items():
        if data.startswith(magic):
            raise MailuoError(f"{file}: not text but {name}.", "Give its text (UTF-8 or GB18030).")
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(file, data, (encoding,))
    if b"\x00" in data:
        raise MailuoError(f"{file}: not text (it holds NUL bytes).", "Give its text (UTF-8 or GB18030).")
    return _strict(file, data, ("utf-8", "gb18030"))


def _strict(file: Path, data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "gb18030" or _reads_as_text(text):
            return text
    raise MailuoError(
        f"{file}: undecodable; it is not whole text in {' or '.join(name.upper() for name in encodings)}.",
        "Save it as UTF-8.",
    )


def _reads_as_text(text: str) -> bool:
    # GB18030 accepts almost any bytes; only text of common characters is believed.
    if not text:
        return True
    return len(_ODD.findall(text)) / len(text) < 0.001 and len(_LETTER.findall(text)) / len(text) > 0.9


def _lines(file: Path, text: str) -> tuple[Line, ...]:
    pieces = re.split(r"(\r\n|\r|\n|\f)", text)
    pairs = list(zip(pieces[::2], [*pieces[1::2], ""], strict=True))
    rows = [content for content, _ in pairs]
    feeds = any(end == "\f" for _, end in pairs) or any("\f" in content for content in rows)
    marked = not feeds and _has_page_marks(rows)
    page = 1 if feeds or marked else None
    start, lines = 0, []
    for number, (content, end) in enumerate(pairs, 1):
        if len(content) > LIMIT_LINE:
            raise MailuoError(
                f"{file}: line {number} has {len(content):,} characters, more than the limit of {LIMIT_LINE:,}.",
                "Give the text with its line breaks.",
            )
        if marked and number > 1 and _PAGE_MARK.match(content):
            page = (page or 0) + 1
        lines.append(Line(number, start, content, page))
        start += len(content) + len(end)
        if end == "\f" and page is not None:
            page += 1
    if lines and not lines[-1].text and len(lines) > 1:
        lines.pop()
    return tuple(lines)


def _has_page_marks(rows: list[str]) -> bool:
    filled = [row for row in rows if row.strip()]
    marks = [number for number, row in enumerate(filled) if _PAGE_MARK.match(row)]
    if not marks or len(marks) > _MARK_SHARE * len(filled):
        return False
    return all(second - first > 1 for first, second in pairwise(marks))

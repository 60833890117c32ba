"""Files in, numbered lines out: a module a format, all with the same result."""

from __future__ import annotations

import hashlib
from pathlib import Path

from loaders.errors import MailuoError
from loaders.readers import docx, formats, html, pdf, text
from loaders.readers._file import content
from loaders.readers._raw import Line, Raw

__all__ = ["Line", "Raw", "read_file"]


def read_file(path: Path | str) -> Raw:
    """Read one file into lines; MailuoError names the file and the reason when it cannot be read.

    Plain text, web pages, DOCX and PDF, known by their first bytes and not by their names. ``uri`` is the file URI of
    the resolved absolute path, ``sha256`` is of the bytes as they stand. Limits: the bytes of a file (MAILUO_MAX_BYTES,
    default 64 MiB), the characters of a line and the lines of a file (readers.text).
    """
    file = Path(path)
    data = content(file)
    lines, lost = _lines(file, data)
    return Raw(
        uri=file.resolve().as_uri(), file=file.name, sha256=hashlib.sha256(data).hexdigest(), lines=lines, lost=lost
    )


def _lines(file: Path, data: bytes) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    name = formats.recognise(data)
    if name == formats.PDF:
        found, pictures = pdf.read(file, data)
        lost = tuple(f"page {page} is a picture without a text layer" for page in pictures)
        return text.lines(file, found, paged=True), lost
    if name == formats.DOCX:
        found = docx.read(file, data)
        return text.lines(file, found, paged="\f" in found), ()
    if name == formats.HTML:
        return text.lines(file, html.read(file, data), paged=False), ()
    if name:
        raise MailuoError(f"{file}: not text but {name}.", "Save its text as a UTF-8 text file and give that.")
    return text.lines(file, text.decode(file, data)), ()

"""Files in, numbered lines out: a module a format, all with the same result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from loaders.errors import MailuoError
from loaders.readers import archives, docx, formats, html, markdown, pdf, tables, text
from loaders.readers._file import content
from loaders.readers._raw import Line, Raw

__all__ = ["Line", "Raw", "content", "read_file", "read_sources"]


def read_file(path: Path | str) -> Raw:
    """Read one file into lines; MailuoError names the file and the reason when it cannot be read.

    Plain text, Markdown, web pages, DOCX and PDF, known by their content and not by their names. ``uri`` is the file
    URI of the resolved absolute path, ``sha256`` is of the bytes as they stand. Limits: the bytes of a file
    (MAILUO_MAX_BYTES, default 128 MiB), the characters of a line and the lines of a file (readers.text).
    """
    file = Path(path)
    data = content(file)
    return _raw(file, file.name, file.resolve().as_uri(), data)


def read_sources(path: Path | str, columns: Mapping[str, str] | None = None) -> Iterator[Raw | MailuoError]:
    """Read a file that may hold many sources: a zip archive its files, a CSV, JSON lines or a JSON list a source a row.

    A source that cannot be read is a MailuoError in its place and keeps none of the others back; MailuoError is raised
    where the file itself cannot be read. The uri of a file in an archive ends in ``!/path``, of a row in ``#row=N``
    (RFC 7111; N counts from 1 without the row of names). ``columns`` are explained in readers.tables.
    """
    file = Path(path)
    data = content(file)
    yield from _sources(file, file.name, file.resolve().as_uri(), data, columns or {})


def _sources(file: Path, name: str, uri: str, data: bytes, columns: Mapping[str, str]) -> Iterator[Raw | MailuoError]:
    form = tables.SUFFIXES.get(file.suffix.lower())
    kind = formats.recognise(data)
    if kind == formats.ZIP and "!/" not in uri:
        for inner, found in archives.members(str(file), data):
            if isinstance(found, MailuoError):
                yield found
                continue
            try:
                inside = f"!/{inner}"
                yield from _sources(Path(f"{file}{inside}"), name + inside, f"{uri}!/{quote(inner)}", found, columns)
            except MailuoError as error:
                yield error
    elif form and kind is None:
        yield from _rows(file, name, uri, tables.rows(str(file), text.decode(file, data), form, columns))
    else:
        yield _raw(file, name, uri, data)


def _rows(
    file: Path, name: str, uri: str, rows: Iterator[tuple[int, str, str | None] | MailuoError]
) -> Iterator[Raw | MailuoError]:
    for row in rows:
        if isinstance(row, MailuoError):
            yield row
            continue
        number, words, url = row
        at = f"#row={number}"
        digest = hashlib.sha256(words.encode()).hexdigest()
        try:
            yield Raw(uri + at, name + at, digest, _printed(Path(f"{file}{at}"), words, False), url)
        except MailuoError as error:
            yield error


def _raw(file: Path, name: str, uri: str, data: bytes) -> Raw:
    lines, lost = _lines(file, data)
    return Raw(uri=uri, file=name, sha256=hashlib.sha256(data).hexdigest(), lines=lines, lost=lost)


def _lines(file: Path, data: bytes) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    name = formats.recognise(data)
    if name == formats.PDF:
        found, pictures = pdf.read(file, data)
        lost = tuple(f"page {page} is a picture without a text layer" for page in pictures)
        return text.lines(file, found, paged=True), lost
    if name == formats.DOCX:
        return _whole(file, docx.read_lines(file, data)), ()
    if name == formats.HTML:
        return _whole(file, html.read_lines(file, data)), ()
    if name:
        raise MailuoError(f"{file}: not text but {name}.", "Save its text as a UTF-8 text file and give that.")
    return _printed(file, text.decode(file, data), None), ()


def _whole(file: Path, found: list[tuple[str, bool]]) -> tuple[Line, ...]:
    """The lines of a source that has paragraphs, with those that begin one marked."""
    words = "\n".join(line.replace("\r", " ") for line, _ in found)
    lines = text.lines(file, words, paged="\f" in words)
    return tuple(replace(line, whole=whole) for line, (_, whole) in zip(lines, found, strict=True))


def _printed(file: Path, words: str, paged: bool | None) -> tuple[Line, ...]:
    """The lines of a plain text or of Markdown; ``paged`` as in readers.text."""
    return text.lines(file, markdown.plain(words) if markdown.is_markdown(words) else words, paged)

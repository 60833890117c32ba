"""A plain text that is too large to hold: looked through once, then read line by line."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import MailuoError
from loaders.readers import formats, tables, text
from loaders.readers._file import limit, reason
from loaders.readers._raw import Line

LARGE = 16 * 1024 * 1024
"""From so many bytes on a plain text is read as a stream; of a smaller one the whole is at hand."""
BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Stream:
    """A large text: where it is, what it is, and how its lines are read."""

    path: Path
    uri: str
    file: str
    sha256: str
    encoding: str
    fed: bool
    marked: bool

    def lines(self) -> Iterator[Line]:
        """The lines, as readers.text gives those of a smaller file; the marks of Markdown stay."""
        return text.numbered(text.rows(self.path, _blocks(self.path, self.encoding)), self.fed, self.marked)


def large(file: Path) -> Stream | None:
    """The stream of a large plain text, None for any other file; MailuoError where it is not text."""
    try:
        if not file.is_file() or not LARGE <= file.stat().st_size <= limit():
            return None
        with file.open("rb") as opened:
            beginning = opened.read(BLOCK)
        if file.suffix.lower() in tables.SUFFIXES or formats.recognise(beginning):
            return None
        return _stream(file, beginning)
    except OSError as error:
        raise MailuoError(f"{file}: {reason(file, error)}.", "Check the path and its permissions.") from error


def _stream(file: Path, beginning: bytes) -> Stream:
    bom, first = text.mark(beginning)
    for encoding in (first,) if bom else (first, "gb18030"):
        layout = text.Layout()
        try:
            sample = next(_blocks(file, encoding))
            for _, row in text.rows(file, _blocks(file, encoding)):
                layout.look(row)
        except UnicodeDecodeError:
            continue
        if text.makes_sense(sample, encoding):
            digest = hashlib.sha256()
            for data in _bytes(file):
                digest.update(data)
            uri = file.resolve().as_uri()
            return Stream(file, uri, file.name, digest.hexdigest(), encoding, layout.fed, layout.marked)
    raise text.undecodable(file)


def _bytes(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while data := opened.read(BLOCK):
            yield data


def _blocks(file: Path, encoding: str) -> Iterator[str]:
    """The text of a file in blocks, without its byte order mark; one cut inside its last character ends with U+FFFD."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    for number, data in enumerate(_bytes(file)):
        bom = text.mark(data)[0] if number == 0 else b""
        if encoding == "utf-8" and b"\x00" in data:
            raise text.no_text(file)
        yield decoder.decode(data[len(bom) :])
    try:
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if encoding != "utf-8":
            raise
        yield "\ufffd"

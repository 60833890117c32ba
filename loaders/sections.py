"""A source that is too large to hold, cut between its documents, so that memory does not grow with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from loaders.clean import clean
from loaders.errors import MailuoError
from loaders.readers import Line, Raw, read_sources
from loaders.readers.streams import Stream, large
from loaders.split import split

LINES = 50_000
"""Lines that are looked at together; a document that is longer doubles them."""

IsKnown = Callable[[str, str], bool]


def sources(
    file: Path, columns: Mapping[str, str] | None = None, is_known: IsKnown | None = None
) -> Iterator[Raw | MailuoError]:
    """Every source of a file (readers.read_sources); a large text comes in sections of whole documents.

    All sections but the last say that more follow. Of a large text that ``is_known`` (uri, sha256) only that much is
    said, without its lines. Printed page numbers are counted within a section.
    """
    stream = large(file)
    if stream is None:
        yield from read_sources(file, columns)
    elif is_known and is_known(stream.uri, stream.sha256):
        yield Raw(stream.uri, stream.file, stream.sha256, ())
    else:
        yield from _sections(stream)


def _sections(stream: Stream) -> Iterator[Raw]:
    lines = stream.lines()
    held: list[Line] = []
    size = LINES
    while chunk := list(islice(lines, size)):
        held += chunk
        cut = _last_document(_raw(stream, held, more=True))
        if cut is None:
            size *= 2
            continue
        size = LINES
        before = [line for line in held if line.number < cut]
        held = held[len(before) :]
        yield _raw(stream, before, more=True)
    yield _raw(stream, held, more=False)


def _last_document(raw: Raw) -> int | None:
    """The line on which the last document begins, None where another stands before none."""
    parts = split(clean(raw)).parts
    return parts[-1].first_line if len(parts) > 1 else None


def _raw(stream: Stream, lines: list[Line], *, more: bool) -> Raw:
    return Raw(stream.uri, stream.file, stream.sha256, tuple(lines), more=more)

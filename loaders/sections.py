"""A source that is too large to hold, cut between its documents, so that memory does not grow with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from loaders.clean import clean
from loaders.errors import MailuoError
from loaders.readers import Line, Raw, read_sources
from loaders.readers.streams import Stream, large
from loaders.split import Split, split

LINES = 20_000
"""Lines that are looked at together; a document that is longer doubles them."""

IsKnown = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Section(Raw):
    """A part of a large source with the documents that were found in it where it was cut."""

    found: Split = Split((), ())


def documents_in(raw: Raw) -> Split:
    """The documents of a source and what is in none of them."""
    return raw.found if isinstance(raw, Section) else split(clean(raw))


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
        found = split(clean(Raw(stream.uri, stream.file, stream.sha256, tuple(held))))
        if len(found.parts) < 2:
            size *= 2
            continue
        size = LINES
        # The last document may go on in the lines that follow: it is looked at again with them.
        cut = found.parts[-1].first_line
        before = tuple(line for line in held if line.number < cut)
        rejections = tuple(item for item in found.rejections if item.first_line is not None and item.first_line < cut)
        whole = Split(found.parts[:-1], rejections)
        held = held[len(before) :]
        yield Section(stream.uri, stream.file, stream.sha256, before, more=True, found=whole)
    yield Raw(stream.uri, stream.file, stream.sha256, tuple(held))

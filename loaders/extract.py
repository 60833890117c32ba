"""The pipeline: a file in, its documents with all their facts out, and any stage of it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loaders.errors import MailuoError
from loaders.find import find
from loaders.guide import guide
from loaders.readers import Raw, read_file
from loaders.records import Document, Evidence, Extraction, Rejection
from loaders.sections import documents_in
from loaders.split import Part, Split
from loaders.structure import structure

STAGES = ("read", "clean", "split", "structure", "find", "records")


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document with the part that it was read from, which knows lines and pages."""

    document: Document
    part: Part

    def guide(self) -> dict[str, Any]:
        """The document as GUIDE.md's JSON, with the source's line numbers."""
        return guide(self.document, line_at(self.part))


def extract_file(path: str | Path) -> Extraction:
    """Read a file and extract it; MailuoError, naming file and reason, when it cannot be read or has no document."""
    return extract_raw(read_file(Path(path)))


def extract_raw(raw: Raw) -> Extraction:
    """Extract every document of a source that was read; MailuoError when there is none."""
    found, rejections = extracted(raw)
    documents = tuple(item.document for item in found)
    return Extraction(raw.file, raw.uri, raw.sha256, len(raw.lines), documents, rejections, raw.more)


def guides(raw: Raw) -> list[dict[str, Any]]:
    """The documents of a source as GUIDE.md's JSON, with the source's line numbers."""
    return [item.guide() for item in extracted(raw)[0]]


def extracted(raw: Raw) -> tuple[list[Extracted], tuple[Rejection, ...]]:
    """Every document of a source with its facts, and the lines that are in none; MailuoError when there is none."""
    parts = _parts(raw)
    found = []
    for part in parts.parts:
        document = find(structure(part), _locate(part))
        check_quotes(document)
        found.append(Extracted(document, part))
    return found, (*(Rejection(raw.file, reason) for reason in raw.lost), *parts.rejections)


def structured(raw: Raw) -> tuple[list[Document], tuple[Rejection, ...]]:
    """Every document of a source without facts, and the lines that are in none; MailuoError when there is none."""
    parts = _parts(raw)
    return [structure(part) for part in parts.parts], parts.rejections


def line_at(part: Part) -> Callable[[int], int]:
    """The source's line of an offset of the part's document."""
    return lambda offset: part.clean.line(part.start + offset)


def _parts(raw: Raw) -> Split:
    parts = documents_in(raw)
    if not parts.parts:
        reasons = "; ".join(sorted({rejection.reason for rejection in parts.rejections})) or "no document in it"
        raise MailuoError(f"{raw.file}: {reasons}.", "A document needs a title and a text.")
    return parts


def _locate(part: Part) -> Callable[[int], tuple[int | None, int | None]]:
    return lambda offset: part.clean.pages(part.start + offset)


def check_quotes(document: Document) -> int:
    """How many quotes the document has; ValueError names the first that does not stand at its offsets."""
    count = 0
    for provision in document.provisions:
        if document.text[provision.start : provision.end] != provision.text:
            raise ValueError(f"{document.title}, {provision.path}: the text is not at its offsets")
    for evidence in evidences(document):
        if document.text[evidence.start : evidence.end] != evidence.quote:
            raise ValueError(f"{document.title}: {evidence.quote!r} ({evidence.rule}) is not at its offsets")
        count += 1
    return count


def evidences(document: Document) -> Iterator[Evidence]:
    """Every piece of evidence in a document."""
    for validity in document.validity:
        yield validity.evidence
    for provision in document.provisions:
        yield provision.evidence
        for facts in (
            provision.responsibilities,
            provision.bodies,
            provision.places,
            provision.deadlines,
            provision.citations,
        ):
            for fact in facts:
                yield fact.evidence

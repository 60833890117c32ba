"""Texts of our own writing as documents with their structure and without facts."""

from __future__ import annotations

from loaders.head import Head, head
from loaders.records import CLOSING, PREAMBLE, Document
from loaders.structure import structure
from tests.loaders.written import only_part, parted


def head_of(text: str) -> Head:
    return head(only_part(text))


def documents(text: str) -> list[Document]:
    return [structure(part) for part in parted(text).parts]


def document(text: str) -> Document:
    """The one document of a text."""
    (found,) = documents(text)
    return found


def headings(found: Document) -> dict[str, str | None]:
    """Path to heading of every numbered unit, in order."""
    return {item.path: item.heading for item in found.provisions if item.path.split("/")[-1] not in (PREAMBLE, CLOSING)}

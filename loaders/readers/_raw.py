"""What every reader hands on: the lines of a source, with the page that each stands on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the source has it, without its line end; a page mark's leading space stays in it.

    ``number`` is 1-based, ``start`` the code point offset of the line in the decoded source, ``page`` the page as the
    reader counts it (1-based), None when the source has no pages.
    """

    number: int
    start: int
    text: str
    page: int | None
    whole: bool = False
    """Whether the source itself begins a paragraph with the line and says where it ends (HTML, DOCX)."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A source that was read: ``uri`` identifies it, ``sha256`` is of its bytes, ``file`` is the name for people."""

    uri: str
    file: str
    sha256: str
    lines: tuple[Line, ...]
    url: str | None = None
    lost: tuple[str, ...] = ()
    """Sentences on what the reader could not read of it, such as pages that are pictures."""
    more: bool = False
    """Whether this is a section of a large source of which another one follows (loaders.sections)."""

"""What every finder of facts is given: one provision, its document, and the way to evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loaders.records import Document, Evidence, Provision

Locate = Callable[[int], tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Scope:
    """A provision to read. ``names`` binds what the document says 以下简称 for to what it stands for."""

    document: Document
    provision: Provision
    locate: Locate
    names: Mapping[str, str] = field(default_factory=dict)

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Evidence at [start, end) of the document's text with its page and printed page."""
        page, printed = self.locate(start)
        return Evidence(self.document.text[start:end], start, end, page, printed, rule)

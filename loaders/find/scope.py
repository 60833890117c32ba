"""What every finder of facts is given: one provision, its document, and the way to evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from loaders.find.own import Own
from loaders.records import Document, Evidence, Provision

Locate = Callable[[int], tuple[int | None, int | None]]


@dataclass(frozen=True, slots=True)
class Scope:
    """A provision to read.

    ``names`` binds what the document says 以下简称 for to what it stands for, ``cited`` those of cited documents to
    their title and number; ``own`` is what means the document itself; ``above`` is the provision's parent.
    """

    document: Document
    provision: Provision
    locate: Locate
    names: Mapping[str, str] = field(default_factory=dict)
    cited: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    own: Own = field(default_factory=Own)
    above: Provision | None = None

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """Evidence at [start, end) of the document's text with its page and printed page."""
        page, printed = self.locate(start)
        return Evidence(self.document.text[start:end], start, end, page, printed, rule)

"""What a load did: every input line and every document accounted for."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.batch import is_loss
from loaders.records import Extraction, Rejection


@dataclass(slots=True)
class LoadReport:
    """The account of one load.

    Documents are named by id. ``files`` were read, ``files_failed`` gave nothing. ``lines`` counts the input lines of
    all files that were read; they are in documents, in ``rejections``, or blank. ``quotes`` were checked against the
    text at their offsets, all of them right. ``citations`` counts by status over the whole graph, as do ``held`` and
    ``wanted``.
    """

    dry_run: bool = False
    files: int = 0
    files_failed: int = 0
    files_unchanged: int = 0
    documents_unchanged_in_files: int = 0
    lines: int = 0
    lines_in_documents: int = 0
    lines_rejected: int = 0
    lines_blank: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    duplicate: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    quotes: int = 0
    held: int = 0
    wanted: int = 0
    citations: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether a file or a part of one that may hold text of a document was not loaded."""
        return any(is_loss(rejection) for rejection in self.rejections)

    @property
    def touched(self) -> bool:
        """Whether anything in the graph is not as it was before."""
        return bool(self.new or self.changed or self.duplicate or self.removed)

    def add(self, outcome: str, document: str) -> None:
        """Count a document under what became of it: new, changed, unchanged, duplicate or removed."""
        getattr(self, outcome).append(document)

    def account(self, extraction: Extraction) -> None:
        """Count every line of a file, or of a section of a large one, that was read."""
        inside: set[int] = set()
        for document in extraction.documents:
            inside.update(_range(document.source.first_line, document.source.last_line))
        rejected: set[int] = set()
        for rejection in extraction.rejections:
            rejected.update(_range(rejection.first_line, rejection.last_line))
        rejected -= inside
        self.files += not extraction.more
        self.lines += extraction.lines
        self.lines_in_documents += len(inside)
        self.lines_rejected += len(rejected)
        self.lines_blank += extraction.lines - len(inside) - len(rejected)
        self.rejections += extraction.rejections


def _range(first: int | None, last: int | None) -> range:
    return range(first, last + 1) if first is not None and last is not None else range(0)

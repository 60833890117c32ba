"""The JSON of one document as reference annotations are written: the keys and spellings of GUIDE.md."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from loaders.records import CLOSING, PREAMBLE, Document, Provision, Responsibility


def guide(document: Document, line_at: Callable[[int], int] | None = None) -> dict[str, Any]:
    """One document ready for JSON; ``line_at`` gives the source's line of an offset, without it lines are null."""

    def line(offset: int) -> int | None:
        return line_at(offset) if line_at else None

    tails: dict[str, list[Provision]] = {}
    for item in document.provisions:
        if item.parent is not None and _is_section(item):
            tails.setdefault(item.parent, []).append(item)
    return {
        "id": document.id,
        "doc_number": document.doc_number,
        "title": document.title,
        "kind": document.kind,
        "level": document.level,
        "issuers": [issuer.name for issuer in document.issuers],
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "addressees": document.addressees,
        "issued_text_title": document.issued_title,
        "forwards": _forwarded(document),
        "attachments": list(document.attachments),
        "citations": [
            {
                "line": line(citation.evidence.start),
                "target_title": citation.title,
                "target_number": citation.number,
                "relation": citation.relation,
                "in_path": provision.parent if _is_section(provision) else provision.path,
            }
            for provision in document.provisions
            for citation in provision.citations
        ],
        "provisions": [
            _provision(provision, tails.get(provision.path, ()), line(provision.start))
            for provision in document.provisions
            if not _is_section(provision)
        ],
    }


def _is_section(provision: Provision) -> bool:
    """Text before the first and behind the last numbered unit belongs to no provision there, behind items to theirs."""
    return provision.path.rpartition("/")[2] in (PREAMBLE, CLOSING)


def _forwarded(document: Document) -> str | None:
    """The number, else the title, of the document that this one forwards."""
    for provision in document.provisions:
        for citation in provision.citations:
            if citation.relation == "forwards":
                return citation.number or citation.title
    return None


def _provision(provision: Provision, tails: Sequence[Provision], line: int | None) -> dict[str, Any]:
    texts = (provision, *tails)
    return {
        "path": provision.path,
        "heading": provision.heading,
        "line": line,
        "has_own_text": provision.has_own_text,
        "is_measure": provision.is_measure,
        "responsible": _responsible([item for text in texts for item in text.responsibilities]),
        "regions": list(dict.fromkeys(mention.place.name for text in texts for mention in text.places)),
        "deadlines": list(dict.fromkeys(deadline.text for text in texts for deadline in text.deadlines)),
    }


def _responsible(found: Sequence[Responsibility]) -> list[dict[str, Any]]:
    """The union of a unit's parentheses, one entry a printed name: the role that is printed first, but lead wins."""
    entries: dict[str, dict[str, Any]] = {}
    for item in found:
        entry = entries.setdefault(item.name, {"name": item.name, "role": item.role})
        if item.role == "lead":
            entry["role"] = item.role
        if item.generic:
            entry["generic"] = True
    return list(entries.values())

"""What in a document means the document itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.keys import number_key
from loaders.records import Document
from loaders.titles import carried_in, folded, is_forwarding, issuer_prefix

_SEVERAL = re.compile(r"》(?:[、，]|和|及|与|以及)?《")


@dataclass(frozen=True, slots=True)
class Own:
    """What the citing document is and carries: folded titles, its number's key, the text that it forwards."""

    titles: frozenset[str] = frozenset()
    number: str | None = None
    forwarded: str | None = None


def own(document: Document) -> Own:
    """The titles and the number that in this document mean the document itself."""
    printed = [document.title, document.issued_title, carried_in(document.title), *document.aliases]
    parts = [part for title in printed if title for part in _SEVERAL.split(title)]  # 印发《A》《B》的通知
    titles = {folded(title) for title in (*printed, *parts, *document.attachments) if title}
    prefix = issuer_prefix(document.title)
    if prefix:
        titles.add(folded(document.title[len(prefix) :]))
    carried = carried_in(document.title)
    issuers = issuer_prefix(carried) if carried else None
    if carried and issuers and document.issued_title and document.issued_title != carried:
        # 转发省发改委关于…的意见, which the notice and the text itself print without their issuers
        titles.add(folded(carried.removeprefix(issuers)))
    forwarded = None
    if is_forwarding(document.title):
        forwarded = folded(document.issued_title or carried_in(document.title) or "")
    number = number_key(document.doc_number) if document.doc_number else None
    return Own(frozenset(titles), number, forwarded or None)

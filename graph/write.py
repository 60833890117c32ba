"""Write one document: exactly what it had is replaced by what it has now, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph import rows
from graph.transaction import Tx, run
from loaders.extract import check_quotes
from loaders.records import Document


def write(transaction: Tx, document: Document, known: bool = True) -> int:
    """Replace everything that hangs on the document, and return the number of quotes, each checked at its offsets.

    ``known`` says whether its node may stand, held or wanted, with something to replace. Citations get their status,
    and documents their relations, from linking. ValueError, before anything is written, when a quote is not at its
    offsets or a path stands twice.
    """
    quotes = check_quotes(document)
    provisions = rows.provision_rows(document)
    bodies, places = rows.mention_rows(document)
    words = [row["properties"]["tokens"] for row in provisions]
    issuers, regions = rows.issuer_rows(document), rows.jurisdictions(document)
    if known:
        run(transaction, "load/clear_document", id=document.id)
    run(transaction, "load/document", id=document.id, properties=rows.document_row(document, words))
    run(transaction, "load/provisions", id=document.id, provisions=provisions)
    _run_some(transaction, "load/name_departments", departments=rows.department_rows(document))
    run(transaction, "load/issuers", id=document.id, issuers=issuers, regions=regions)
    _run_some(transaction, "load/responsibilities", responsibilities=rows.responsibility_rows(document))
    _run_some(transaction, "load/mentions", bodies=bodies, places=places)
    _run_some(transaction, "load/deadlines", deadlines=rows.deadline_rows(document))
    _run_some(transaction, "load/citations", citations=rows.citation_rows(document))
    return quotes


def _run_some(transaction: Tx, name: str, **lists: Sequence[Any]) -> None:
    """Run a statement over lists of rows where there is any row: an empty one takes as long as a short one."""
    if any(lists.values()):
        run(transaction, name, **lists)


def remove(transaction: Tx, document_id: str) -> None:
    """Take a document out with everything that hangs on it; linking makes a wanted one where others cite it."""
    run(transaction, "load/clear_document", id=document_id)
    run(transaction, "load/remove_document", id=document_id)

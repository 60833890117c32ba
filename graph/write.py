"""Write one document: exactly what it had is replaced by what it has now, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph import rows
from graph.corrections import Corrected, Facts, known_body
from graph.transaction import Tx, run
from loaders.extract import check_quotes
from loaders.records import Document


def write(transaction: Tx, corrected: Corrected, known: bool = True) -> int:
    """Replace everything that hangs on the document, and return the number of quotes, each checked at its offsets.

    ``known`` says whether its node may stand, held or wanted, with something to replace. Citations get their status,
    and documents their relations, from linking. ValueError, before anything is written, when a quote is not at its
    offsets or a path stands twice.
    """
    document = corrected.document
    quotes = check_quotes(document)
    facts = Facts(corrected, rows.seats(document))
    provisions = facts.fixed(rows.provision_rows(document))
    bodies, places = (facts.fixed(found) for found in rows.mention_rows(document))
    duties = facts.fixed(rows.responsibility_rows(document))
    deadlines = facts.fixed(rows.deadline_rows(document))
    citations = facts.fixed(rows.citation_rows(document))
    properties = rows.document_row(document, [row["properties"]["tokens"] for row in provisions])
    issuers, regions = rows.issuer_rows(document), rows.jurisdictions(document)
    if known:
        run(transaction, "load/clear_document", id=document.id)
    run(transaction, "load/document", id=document.id, properties=properties | _said(corrected))
    run(transaction, "load/provisions", id=document.id, provisions=provisions)
    _run_some(transaction, "load/name_departments", departments=_departments(document, duties))
    run(transaction, "load/issuers", id=document.id, issuers=issuers, regions=regions)
    _run_some(transaction, "load/responsibilities", responsibilities=duties)
    _run_some(transaction, "load/mentions", bodies=bodies, places=places)
    _run_some(transaction, "load/deadlines", deadlines=deadlines)
    _run_some(transaction, "load/citations", citations=citations)
    if corrected.facts or corrected.fields:
        run(transaction, "load/mark_corrections", id=corrected.read_as, missing=sorted(facts.missing))
    return quotes


def _said(corrected: Corrected) -> rows.Row:
    """What a corrected document says of itself: the id that it was read with, and the fields that a person set."""
    moved = corrected.read_as != corrected.document.id
    return {"read_as": corrected.read_as if moved else None, "corrected": list(corrected.fields) or None}


def _departments(document: Document, duties: Sequence[rows.Row]) -> list[rows.Row]:
    """A row for every body that the document names, and for those that a person made responsible."""
    found = {row["id"]: row for row in rows.department_rows(document)}
    others = dict.fromkeys(row["department"] for row in duties if row["department"] not in found)
    return [*found.values(), *(rows.department_row(known_body(name)) for name in others)]


def _run_some(transaction: Tx, name: str, **lists: Sequence[Any]) -> None:
    """Run a statement over lists of rows where there is any row: an empty one takes as long as a short one."""
    if any(lists.values()):
        run(transaction, name, **lists)


def remove(transaction: Tx, document_id: str) -> None:
    """Take a document out with everything that hangs on it; linking makes a wanted one where others cite it."""
    run(transaction, "load/clear_document", id=document_id)
    run(transaction, "load/remove_document", id=document_id)

"""Find the facts of a document: citations, responsibilities, bodies, places, deadlines, validity, modality."""

from __future__ import annotations

from dataclasses import replace

from loaders.find.citations import citations
from loaders.find.names import bound
from loaders.find.own import own
from loaders.find.places import places
from loaders.find.responsibilities import responsibilities
from loaders.find.scope import Locate, Scope
from loaders.records import Document, Provision

__all__ = ["Locate", "find"]


def find(document: Document, locate: Locate) -> Document:
    """The document with every provision's facts; ``locate`` gives an offset's page and printed page."""
    mine = own(document)
    names = bound(document, mine)
    by_path = {item.path: item for item in document.provisions}
    scopes = (
        Scope(document, item, locate, names.all, names.cited, mine, by_path.get(item.parent or ""))
        for item in document.provisions
    )
    return replace(document, provisions=tuple(_facts(scope) for scope in scopes))


def _facts(scope: Scope) -> Provision:
    return replace(
        scope.provision,
        responsibilities=responsibilities(scope),
        places=places(scope),
        citations=citations(scope),
    )

"""Find the facts of a document: citations, responsibilities, bodies, places, deadlines, validity, modality."""

from __future__ import annotations

from dataclasses import replace

from loaders.find.scope import Locate, Scope
from loaders.records import Document, Provision

__all__ = ["Locate", "find"]


def find(document: Document, locate: Locate) -> Document:
    """The document with every provision's facts; ``locate`` gives an offset's page and printed page."""
    return replace(document, provisions=tuple(_facts(document, item, locate) for item in document.provisions))


def _facts(document: Document, provision: Provision, locate: Locate) -> Provision:
    scope = Scope(document, provision, locate)
    return replace(scope.provision)

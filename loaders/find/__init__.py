"""Find the facts of a document: citations, responsibilities, bodies, places, deadlines, validity, modality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.find.bodies import bodies
from loaders.find.citations import citations
from loaders.find.deadlines import deadlines
from loaders.find.measures import judge
from loaders.find.names import bound
from loaders.find.own import own
from loaders.find.places import places
from loaders.find.responsibilities import responsibilities
from loaders.find.scope import Locate, Scope
from loaders.find.validity import validity
from loaders.records import Document, Provision

__all__ = ["Locate", "find"]


def find(document: Document, locate: Locate) -> Document:
    """The document with every provision's facts; ``locate`` gives an offset's page and printed page."""
    mine = own(document)
    names = bound(document, mine)
    document = replace(document, provisions=tuple(_judged(document)))  # deadlines of sections differ from measures'
    terms = validity(document, locate)
    days = {item.field: item.value for item in terms}
    document = replace(
        document,
        validity=terms,
        effective_on=days.get("effective_on", document.effective_on),
        expires_on=days.get("expires_on", document.expires_on),
    )
    by_path = {item.path: item for item in document.provisions}
    scopes = (
        Scope(document, item, locate, names.all, names.cited, mine, by_path.get(item.parent or ""))
        for item in document.provisions
    )
    return replace(document, provisions=tuple(_facts(scope) for scope in scopes))


def _judged(document: Document) -> Iterator[Provision]:
    judged = judge(document)
    for item in document.provisions:
        is_measure, modality = judged[item.path]
        yield replace(item, is_measure=is_measure, modality=modality)


def _facts(scope: Scope) -> Provision:
    return replace(
        scope.provision,
        responsibilities=responsibilities(scope),
        bodies=bodies(scope),
        places=places(scope),
        deadlines=deadlines(scope),
        citations=citations(scope),
    )

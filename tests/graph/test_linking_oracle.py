"""Linking equals an independent oracle over generated corpora, whatever their order."""

from __future__ import annotations

import os
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.link import places_of
from graph.linking import is_law, resolve
from graph.linking_records import Held, Links, Reference
from graph.rows import jurisdictions
from loaders.keys import number_key, title_key
from loaders.records import Document
from tests.graph.corpora import corpus
from tests.graph.oracle import cites_of, expected

CASES = 20000 if os.environ.get("MAILUO_LONG") else 3000


def agrees(corpus: list[Document], random: Random) -> bool:
    held = [as_held(document) for document in corpus]
    citations = [reference for document in corpus for reference in references(document)]
    random.shuffle(held)
    random.shuffle(citations)
    return as_expected(resolve(held, citations), [document.id for document in corpus]) == expected(corpus)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.randoms(use_true_random=False))
def test_linking_equals_the_oracle_in_corpora_that_shrink(random: Random) -> None:
    assert agrees(corpus(random), random)


def test_linking_equals_the_oracle_in_thousands_of_corpora() -> None:
    assert [seed for seed in range(CASES) if not agrees(corpus(random := Random(seed)), random)] == []


def as_held(document: Document) -> Held:
    titles = [title for title in (document.title, document.issued_title, *document.aliases) if title]
    keys = tuple(title_key(title) for title in titles)
    number = number_key(document.doc_number) if document.doc_number else None
    places = places_of(jurisdictions(document))
    issuers = tuple((issuer.name,) for issuer in document.issuers)
    return Held(document.id, number, keys, document.issued_on, is_law(keys), places=places, issuers=issuers)


def references(document: Document) -> list[Reference]:
    return [
        Reference(
            id=cite.id,
            citing=document.id,
            number=number_key(cite.printed.number) if cite.printed.number else None,
            title=title_key(cite.printed.title) if cite.printed.title else None,
            relation=cite.printed.relation,
            confidence=cite.printed.confidence,
            preamble=cite.path == "preamble",
            printed_number=cite.printed.number,
            printed_title=cite.printed.title,
        )
        for cite in cites_of(document)
    ]


def as_expected(links: Links, ids: list[str]) -> dict[str, Any]:
    stubs = {stub.id: (stub.doc_number, stub.title, list(stub.aliases)) for stub in links.stubs}
    return {
        "links": {
            name: (link.status, [link.target] if link.target else sorted(link.candidates))
            for name, link in links.links.items()
        },
        "stubs": stubs,
        "edges": {
            (edge.citing, edge.cited, edge.relation): (edge.citations, edge.preamble, edge.confidence)
            for edge in links.edges
        },
        "cited_by": {name: links.cited_by.get(name, 0) for name in [*ids, *stubs]},
        "former_ids": {name: list(links.former_ids.get(name, ())) for name in ids},
    }

"""Link citations to documents in the database: read the keys, work out what should stand, write what differs."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.linking import is_law, resolve
from graph.linking_records import Edge, Held, Jurisdiction, Link, Links, Reference, Stub
from graph.rows import department_row
from graph.tokens import tokens
from graph.transaction import Tx, run
from loaders.bodies_names import short_name
from loaders.bodies_tables import NATION
from loaders.departments import issuers_of, level_of
from loaders.keys import TitleKey
from loaders.records import Body
from loaders.regions import place, stem

BATCH = 5000
_YEAR = re.compile(r"〔(\d{4})〕|(\d{4})年第?\d+号")
TYPES = {
    "implements": "IMPLEMENTS",
    "based_on": "BASED_ON",
    "forwards": "FORWARDS",
    "extends": "EXTENDS",
    "amends": "AMENDS",
    "repeals": "REPEALS",
    "refers": "REFERS_TO",
}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LinkReport:
    """How many citations there are of each status, how many stubs and edges stand, and how many things were written."""

    resolved: int
    wanted: int
    ambiguous: int
    stubs: int
    edges: int
    written: int


def link(transaction: Tx) -> LinkReport:
    """Bring statuses, stubs and derived relationships to what the documents held and their citations say.

    The caller holds the writers' lock. A graph that is linked already is read and left as it is.
    """
    documents = run(transaction, "load/link_documents")
    citations = run(transaction, "load/link_citations")
    for row in documents:
        row["issued_on"] = row["issued_on"] and row["issued_on"].to_native()
    links = resolve([held(row) for row in documents], [reference(row) for row in citations])
    written = _write_stubs(transaction, links)
    written += _write(transaction, "link_write_citations", "links", _changed_links(citations, links.links))
    written += _write_edges(transaction, links.edges)
    written += _drop_stubs(transaction, links)
    written += _write(transaction, "link_write_counts", "counts", _changed_counts(documents, links))
    statuses = Counter(found.status for found in links.links.values())
    return LinkReport(
        resolved=statuses["resolved"],
        wanted=statuses["wanted"],
        ambiguous=statuses["ambiguous"],
        stubs=len(links.stubs),
        edges=len(links.edges),
        written=written,
    )


def held(row: Row) -> Held:
    """A held document as the statement link_documents reads it, its day as Python's."""
    titles = tuple(_key(text) for text in row["title_keys"])
    places = places_of(row["regions"])
    issuers = tuple(tuple(keys.split("|")) for keys in row["issuer_keys"])
    return Held(row["id"], row["number_key"], titles, row["issued_on"], is_law(titles), row["sample"], places, issuers)


def places_of(regions: Iterable[str]) -> tuple[Jurisdiction, ...]:
    """The places of a document's issuers; () where one of them is a central body."""
    found = [place(code) for code in sorted(regions)]
    if any(item is None or item.macro or item.id == NATION for item in found):
        return ()
    return tuple(Jurisdiction(stem(item.id), short_name(item)) for item in found if item)


def reference(row: Row) -> Reference:
    """A citation as the statement link_citations reads it."""
    return Reference(
        id=row["id"],
        citing=row["citing"],
        number=row["number_key"],
        title=_key(row["title_key"]) if row["title_key"] else None,
        relation=row["relation"],
        confidence=row["confidence"],
        preamble=row["preamble"],
        printed_number=row["number"],
        printed_title=row["title"],
    )


def _key(text: str) -> TitleKey:
    issuers, _, rest = text.partition("|")
    return TitleKey(issuers, rest)


def _write_stubs(transaction: Tx, links: Links) -> int:
    standing = {row["properties"]["id"]: row for row in run(transaction, "load/link_stubs")}
    wanted = []
    bodies: dict[str, Body] = {}
    for stub in links.stubs:
        issuers = issuers_of(stub.doc_number, stub.title)
        row = _stub(stub, issuers, links.cited_by.get(stub.id, 0))
        if row != standing.get(stub.id):
            wanted.append(row)
            bodies |= {body.id: body for body in issuers}
    _write(transaction, "departments", "departments", (department_row(body) for body in bodies.values()))
    rows = ({"id": row["properties"]["id"], **row} for row in wanted)
    return _write(transaction, "link_write_stubs", "stubs", rows)


def _drop_stubs(transaction: Tx, links: Links) -> int:
    wanted = {stub.id for stub in links.stubs}
    standing = [row["properties"]["id"] for row in run(transaction, "load/link_stubs")]
    return _write(transaction, "link_drop_stubs", "ids", (name for name in standing if name not in wanted))


def _stub(stub: Stub, issuers: tuple[Body, ...], cited_by: int) -> Row:
    """The node of a stub as the statement link_stubs reads it; ``inferred`` names what no one printed."""
    found = _YEAR.search(stub.number or "")
    guessed = {
        "issuers": list(dict.fromkeys(body.id for body in issuers)),
        "level": level_of((), stub.doc_number, stub.title),
        "year": int(found[1] or found[2]) if found else None,
    }
    names = [body.name for body in issuers]
    properties = {
        "id": stub.id,
        "doc_number": stub.doc_number,
        "number_key": stub.number,
        "title": stub.title,
        "title_keys": [str(title) for title in stub.titles],
        "aliases": list(stub.aliases),
        "level": guessed["level"],
        "year": guessed["year"],
        "inferred": [name for name, value in guessed.items() if value],
        "held": False,
        "sample": stub.sample,
        "cited_by": cited_by,
        "former_ids": [],
        "tokens": tokens(*dict.fromkeys((stub.title, *stub.aliases, stub.doc_number)), *names),
    }
    return {
        "properties": {name: value for name, value in properties.items() if value is not None},
        "issuers": guessed["issuers"],
        "regions": sorted({body.region for body in issuers if body.region}),
    }


def _changed_links(citations: list[Row], links: Mapping[str, Link]) -> Iterator[Row]:
    for row in citations:
        wanted = links[row["id"]]
        targets = [wanted.target] if wanted.target else []
        candidates = sorted(wanted.candidates)
        if (row["status"], row["targets"], sorted(row["candidates"])) != (wanted.status, targets, candidates):
            yield {"id": row["id"], "status": wanted.status, "targets": targets, "candidates": candidates}


def _write_edges(transaction: Tx, edges: tuple[Edge, ...]) -> int:
    standing = {(row["citing"], row["cited"], row["type"]): row for row in run(transaction, "load/link_relations")}
    wanted = {(edge.citing, edge.cited, TYPES[edge.relation]): edge for edge in edges}
    gone = [_edge_row(key) for key in standing if key not in wanted]
    new = [
        _edge_row(key) | {"properties": properties}
        for key, edge in wanted.items()
        if (properties := _properties(edge)).items() - standing.get(key, {}).items()
    ]
    written = _write(transaction, "link_drop_relations", "edges", gone)
    return written + _write(transaction, "link_write_relations", "edges", new)


def _edge_row(key: tuple[str, str, str]) -> Row:
    return dict(zip(("citing", "cited", "type"), key, strict=True))


def _properties(edge: Edge) -> Row:
    return {"citations": edge.citations, "preamble": edge.preamble, "confidence": edge.confidence}


def _changed_counts(documents: list[Row], links: Links) -> Iterator[Row]:
    standing = {row["id"] for row in documents} | {stub.id for stub in links.stubs}
    for row in documents:
        cited_by = links.cited_by.get(row["id"], 0)
        moved = set(row["read_as"]) - standing
        former_ids = sorted({*links.former_ids.get(row["id"], ()), *moved})
        if (row["cited_by"], row["former_ids"]) != (cited_by, former_ids):
            yield {"id": row["id"], "cited_by": cited_by, "former_ids": former_ids}


def _write(transaction: Tx, name: str, parameter: str, rows: Iterable[Any]) -> int:
    """Give the rows to a statement of cypher/load in batches, and return how many there were."""
    remaining = iter(rows)
    written = 0
    while batch := list(itertools.islice(remaining, BATCH)):
        run(transaction, f"load/{name}", **{parameter: batch})
        written += len(batch)
    return written

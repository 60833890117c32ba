"""The rows that one document becomes: plain maps and lists, ready to be parameters of the statements in cypher/load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from graph.tokens import tokens
from loaders.find.measures import is_organisational
from loaders.keys import issuer_key, number_key, recurs, title_key
from loaders.records import (
    Body,
    BodyMention,
    Citation,
    Document,
    Evidence,
    Issuer,
    PlaceMention,
    Provision,
    Responsibility,
)
from loaders.regions import place

Row = dict[str, Any]


def document_row(document: Document, provision_tokens: list[str]) -> Row:
    """Every property of a held Document; null takes one away that a stub or an older text had."""
    titles = [title for title in (document.title, document.issued_title, *document.aliases) if title]
    issuers = (issuer.name for issuer in document.issuers)
    places = seats(document)
    row = {
        "id": document.id,
        "doc_number": document.doc_number,
        "number_key": number_key(document.doc_number) if document.doc_number else None,
        "title": document.title,
        "title_keys": list(dict.fromkeys(str(title_key(title, places)) for title in titles)),
        "issuer_keys": [_issuer_keys(issuer, places) for issuer in document.issuers],
        "issued_title": document.issued_title,
        "aliases": list(document.aliases),
        "kind": document.kind,
        "issued_kind": document.issued_kind,
        "level": document.level,
        "issued_on": document.issued_on,
        "year": document.year,
        "effective_on": document.effective_on,
        "expires_on": document.expires_on,
        "held": True,
        "sample": document.sample,
        "inferred": None,
        "aligned": None,
        "addressees": document.addressees,
        "attachments": list(document.attachments),
        "text": document.text,
        "tokens": " ".join((tokens(*titles, document.doc_number, *issuers), *provision_tokens)),
    }
    return row | _validity(document)


def _issuer_keys(issuer: Issuer, places: list[str]) -> str:
    """The keys of an issuer's names, with bars between them: as printed, in full, short, and its aliases."""
    body = issuer.body
    names = (issuer.name, body.name, body.short_name, *body.aliases)
    return "|".join(sorted({issuer_key(name, places) for name in names if name}))


def seats(document: Document) -> list[str]:
    """The names of the region of the first issuer that has one and of those that it is part of, smallest first."""
    region = next((issuer.body.region for issuer in document.issuers if issuer.body.region), None)
    names: list[str] = []
    found = place(region) if region else None
    while found:
        names.append(found.name)
        found = place(found.parent) if found.parent else None
    return names


def _validity(document: Document) -> Row:
    """Where the document prints its term: the evidence of effective_on and expires_on, one set of properties each."""
    row: Row = {f"{name}_{part}": None for name in ("effective_on", "expires_on") for part in _PARTS}
    for validity in document.validity:
        if getattr(document, validity.field) == validity.value:
            row |= {f"{validity.field}_{part}": getattr(validity.evidence, part) for part in _PARTS}
    return row


_PARTS = ("quote", "start", "end", "rule", "origin")


def provision_id(document: Document, path: str) -> str:
    """The id of the provision at a path of the document."""
    return f"{document.id}#{path}"


def provision_rows(document: Document) -> list[Row]:
    """One row a provision; ValueError when two have one path, which no document prints."""
    repeated = [path for path, times in Counter(item.path for item in document.provisions).items() if times > 1]
    if repeated:
        raise ValueError(f"{document.title}: the path {repeated[0]} stands twice")
    return [_provision(document, provision) for provision in document.provisions]


def _provision(document: Document, provision: Provision) -> Row:
    return {
        "id": provision_id(document, provision.path),
        "parent": None if provision.parent is None else provision_id(document, provision.parent),
        "measure": provision.is_measure,
        "properties": {
            "path": provision.path,
            "heading": provision.heading,
            "text": provision.text,
            "position": provision.position,
            "start": provision.start,
            "end": provision.end,
            "page": provision.evidence.page,
            "printed_page": provision.evidence.printed_page,
            "turns": [" ".join(map(str, (turn.start, *turn.numbers))) for turn in provision.turns] or None,
            "rule": provision.evidence.rule,
            "origin": provision.evidence.origin,
            "modality": provision.modality if provision.is_measure else None,
            "organisational": True if provision.is_measure and is_organisational(provision.heading) else None,
            "tokens": tokens(provision.heading, provision.text),
        },
    }


def issuer_rows(document: Document) -> list[Row]:
    """One row an issuer, in the printed order; a body that is printed twice keeps its first place."""
    bodies = dict.fromkeys(issuer.body.id for issuer in document.issuers)
    return [{"department": department, "position": position} for position, department in enumerate(bodies)]


def jurisdictions(document: Document) -> list[str]:
    """The ids of the regions that a document applies to: where its issuers have their seats."""
    return sorted({issuer.body.region for issuer in document.issuers if issuer.body.region})


def department_rows(document: Document) -> list[Row]:
    """One row a body that the document names anywhere."""
    bodies: dict[str, Body] = {issuer.body.id: issuer.body for issuer in document.issuers}
    for provision in document.provisions:
        for body in (fact.body for fact in provision.responsibilities):
            bodies.setdefault(body.id, body)
        for body in (fact.body for fact in provision.bodies):
            bodies.setdefault(body.id, body)
    return [department_row(body) for body in bodies.values()]


def department_row(body: Body) -> Row:
    """The node of a body: what its registry says, or its name alone."""
    return {
        "id": body.id,
        "name": body.name,
        "short_name": body.short_name,
        "aliases": list(body.aliases),
        "level": body.level,
        "kind": body.kind,
        "known": body.known,
        "tokens": tokens(body.name, body.short_name, *body.aliases),
    }


def responsibility_rows(document: Document) -> list[Row]:
    """One row a printed responsibility; its id counts those of one body in one provision."""
    rows: list[Row] = []
    for provision in document.provisions:
        source = provision_id(document, provision.path)
        names = _numbered(fact.body.id for fact in provision.responsibilities)
        for name, fact in zip(names, provision.responsibilities, strict=True):
            properties = {"id": f"{source}!responsible!{name}", **_responsibility(fact)}
            rows.append({"department": fact.body.id, "provision": source} | _row(properties))
    return rows


def _row(properties: Row) -> Row:
    """An edge's id stands among its properties; the row names it as a node's row does."""
    return {"id": properties["id"], "properties": properties}


def _responsibility(fact: Responsibility) -> Row:
    duty = {"role": fact.role, "name": fact.name, "duty_start": fact.duty_start, "duty_end": fact.duty_end}
    return duty | evidence(fact.evidence)


def mention_rows(document: Document) -> tuple[list[Row], list[Row]]:
    """The bodies and the regions that running text names."""
    bodies: list[Row] = []
    places: list[Row] = []
    for provision in document.provisions:
        source = provision_id(document, provision.path)
        bodies += _mentions(source, [(body.body.id, body) for body in provision.bodies])
        places += _mentions(source, [(place.place.id, place) for place in provision.places])
    return bodies, places


def _mentions(source: str, found: Sequence[tuple[str, BodyMention | PlaceMention]]) -> list[Row]:
    names = _numbered(target for target, _ in found)
    return [
        {"provision": source, "target": target}
        | _row({"id": f"{source}!names!{name}", "cue": fact.cue, **evidence(fact.evidence)})
        for name, (target, fact) in zip(names, found, strict=True)
    ]


def deadline_rows(document: Document) -> list[Row]:
    """One row a deadline; its id counts equal texts of one provision."""
    rows: list[Row] = []
    for provision in document.provisions:
        source = provision_id(document, provision.path)
        names = _numbered(fact.text for fact in provision.deadlines)
        for name, fact in zip(names, provision.deadlines, strict=True):
            properties = {
                "text": fact.text,
                "kind": fact.kind,
                "starts_on": fact.starts_on,
                "ends_on": fact.ends_on,
                **evidence(fact.evidence),
            }
            rows.append({"provision": source, "id": f"{source}!{name}", "properties": properties})
    return rows


def citation_rows(document: Document) -> list[Row]:
    """One row a citation; its id counts equal targets of one provision."""
    rows: list[Row] = []
    places = seats(document)
    for provision in document.provisions:
        source = provision_id(document, provision.path)
        keyed = [_citation(fact, places) for fact in provision.citations]
        names = _numbered(row["number_key"] or row["title_key"] or row["quote"] for row in keyed)
        rows += [
            {"provision": source, "id": f"{source}!{name}", "properties": row}
            for name, row in zip(names, keyed, strict=True)
        ]
    return rows


def _citation(fact: Citation, places: list[str]) -> Row:
    return {
        "relation": fact.relation,
        "cue": fact.cue,
        "number": fact.number,
        "title": fact.title,
        "number_key": number_key(fact.number) if fact.number else None,
        # Without a key the citation is ambiguous, without candidates, unless its number says more.
        "title_key": str(title_key(fact.title, places)) if fact.title and not recurs(fact.title) else None,
        "article": fact.article,
        "confidence": fact.confidence,
        **evidence(fact.evidence),
    }


def evidence(found: Evidence) -> Row:
    """The properties of evidence."""
    return {
        "quote": found.quote,
        "start": found.start,
        "end": found.end,
        "page": found.page,
        "printed_page": found.printed_page,
        "rule": found.rule,
        "origin": found.origin,
    }


def _numbered(names: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        numbered.append(f"{name}!{seen[name]}")
        seen[name] += 1
    return numbered

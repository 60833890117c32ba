"""A graph as JSON-LD: ELI and schema.org terms, W3C Web Annotation for evidence, PROV, and mailuo's own namespace.

One document, ``{"@context": …, "@graph": […]}``, with its context inside, so that nothing is fetched; every line
between the first and the last is one entity, so that it is written, and can be read, without holding all of it: a line
without its comma, and with context.jsonld in front, is a document of its own. The terms stand in dictionary.csv: of a
label its classes, of a property or relationship its predicates (``-``: none), and of a relationship that is a thing of
its own (responsibility, mention, alignment, succession) the class and the predicates of its two ends.

IMPLEMENTS is not eli:ensures_implementation_of, which has a legal meaning; that a text says it carries another one out
is mailuo:implements, and eli:applies, which ELI calls informative.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from shutil import copyfile
from typing import Any

import orjson

from graph.export.dictionary import Entry, entries
from graph.export.reading import Edge, Node

FILE = "mailuo.jsonld"
CONTEXT = "context.jsonld"
SHAPES = "shapes.ttl"
NAMESPACE = "urn:mailuo:terms:"
CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
MOST = 1000
"""Values of one node that are held; a node with more of them comes in several objects of one @id."""
PREFIXES = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "mailuo": NAMESPACE,
}
_XSD = {"date": "xsd:date", "datetime": "xsd:dateTime", "number": "xsd:double"}
_FIXED = {
    "eli:title": {"@language": "zh"},
    "eli:title_alternative": {"@language": "zh"},
    "prov:endedAtTime": {"@type": "xsd:dateTime"},
    "oa:start": {"@type": "xsd:nonNegativeInteger"},
    "oa:end": {"@type": "xsd:nonNegativeInteger"},
} | {
    name: {"@type": "@id"} for name in ("oa:motivatedBy", "oa:hasBody", "oa:hasSource", "eli:language", "eli:realizes")
}
# RFC 3987: unreserved characters and ucschar; all others are encoded, so that two keys never meet in one IRI.
_NOT_IRI = re.compile(
    "[^A-Za-z0-9\\-._~\u00a0-\u1fff\u2010-\u2027\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\ufeff\uff00-\uffef]"
)
_EVIDENCE = ("rule", "origin", "page", "printed_page")
_SPANS = ("lower", "upper")


def iri(label: str, key: str) -> str:
    """The IRI of a node; of a source a digest, since its key tells of the machine that loaded it."""
    if label == "Source":
        return f"urn:mailuo:source:{hashlib.sha256(key.encode()).hexdigest()[:32]}"
    return f"urn:mailuo:{label.lower()}:{encoded(key)}"


def encoded(key: str) -> str:
    """A key as a part of an IRI; Chinese characters stay."""
    return _NOT_IRI.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), key)


@functools.cache
def context() -> Mapping[str, Any]:
    """The context: prefixes, and the types of the terms whose values are not plain text, numbers or truths."""
    typed: dict[str, Any] = {}
    for entry in entries().values():
        if entry.types == ("relationship",):
            typed |= {term: {"@type": "@id"} for term in _predicates(entry)}
        elif entry.property and len(entry.types) == 1 and entry.types[0] in _XSD:
            typed |= {term: {"@type": _XSD[entry.types[0]]} for term in entry.terms if term != "-"}
    return PREFIXES | typed | _FIXED


def _predicates(entry: Entry) -> list[str]:
    """The predicates in the terms of a relationship, of whatever label it comes from."""
    terms = [term.rpartition("=")[2] for term in entry.terms]
    return terms[1:] if _is_thing(entry) else terms


def _is_thing(entry: Entry | None) -> bool:
    """Whether relationships of a type are things of their own: their first term is a class."""
    return entry is not None and bool(entry.terms) and entry.terms[0].rpartition(":")[2][:1].isupper()


class Sink:
    """A JSON-LD file on its way: the relationships of a node are gathered with it while they come."""

    def __init__(self, folder: Path) -> None:
        (folder / CONTEXT).write_bytes(orjson.dumps({"@context": context()}, option=orjson.OPT_INDENT_2))
        copyfile(Path(__file__).parent / SHAPES, folder / SHAPES)
        self._file = (folder / FILE).open("wb")
        self._file.write(b'{"@context":' + orjson.dumps(context()) + b',"@graph":[')
        self._between = b"\n"
        self._node: dict[str, Any] = {}
        self._gathered = 0

    def put(self, item: Node | Edge) -> None:
        """Add a node, or a relationship of the node that came last."""
        if isinstance(item, Node):
            self._flush()
            self._node = _node(item)
            return
        entry = entries().get((item.kind, ""))
        if _is_thing(entry):
            self._write(_thing(item, entry.terms if entry else ()))
            return
        target = iri(item.to_label, item.to_id)
        for term in _terms(entry, item):
            self._node.setdefault(term, []).append(target if term in context() else {"@id": target})
        self._gathered += 1
        if self._gathered >= MOST:
            self._flush()
            self._node = {"@id": iri(item.from_label, item.from_id)}

    def close(self) -> None:
        """Write the last node and end the file."""
        with self._file:
            self._flush()
            self._file.write(b"\n]}\n")

    def told(self) -> Mapping[str, Any]:
        """The namespace of mailuo's own terms."""
        return {"namespace": NAMESPACE}

    def _flush(self) -> None:
        if self._node:
            self._write(self._node)
        self._node, self._gathered = {}, 0

    def _write(self, entity: Mapping[str, Any]) -> None:
        self._file.write(self._between + orjson.dumps(entity))
        self._between = b",\n"


def _terms(entry: Entry | None, item: Edge) -> Sequence[str]:
    if entry is None:
        return (f"mailuo:{_camel(item.kind.lower())}",)
    own = f"{item.from_label}="
    return [term.removeprefix(own) for term in entry.terms if "=" not in term or term.startswith(own)]


def _node(node: Node) -> dict[str, Any]:
    entry = entries()[(node.label, "")]
    more = [f"mailuo:{label}" for label in node.labels if label != node.label]
    found: dict[str, Any] = {"@id": iri(node.label, node.id), "@type": [*entry.terms, *more]}
    found |= _described(node.label, node.properties)
    if node.label == "Document":
        found |= _document(found["@id"], node.properties)
    elif node.label == "Department" and node.properties.get("kind") == "government":
        found["@type"].append("schema:GovernmentOrganization")
    elif node.label == "Correction":
        found["prov:wasAssociatedWith"] = {"@type": "prov:Agent", "schema:name": node.properties.get("author")}
    if node.label not in ("Document", "Source") and "start" in node.properties:
        found["mailuo:evidence"] = _annotation(found["@id"], document_of(node.id), node.properties)
    return found


def _document(own: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """What a document has besides: its expression with the titles, its type, the evidence of its term in force."""
    titles = [title for title in (properties.get("issued_title"), *properties.get("aliases", ())) if title]
    expression: dict[str, Any] = {"@id": f"{own}/zh", "@type": "eli:LegalExpression", "eli:realizes": own}
    expression |= {"eli:language": CHINESE, "eli:title": properties.get("title"), "eli:title_alternative": titles}
    found: dict[str, Any] = {"eli:is_realized_by": expression}
    if kind := properties.get("kind"):
        type_ = {"@id": f"urn:mailuo:kind:{encoded(kind)}", "@type": ["eli:ResourceType", "skos:Concept"]}
        found["eli:type_document"] = type_ | {"skos:prefLabel": kind}
    for field in ("effective_on", "expires_on"):
        if f"{field}_start" in properties:
            parts = {
                name.removeprefix(f"{field}_"): value
                for name, value in properties.items()
                if name.startswith(f"{field}_")
            }
            found[f"mailuo:{_camel(field)}Evidence"] = _annotation(f"{own}/{field}", own, parts, body=own)
    return found


def _thing(edge: Edge, terms: Sequence[str]) -> dict[str, Any]:
    """A relationship as a thing of its own: its class, its two ends, its properties, its evidence."""
    class_, first, second = terms
    key = edge.properties.get("id") or f"{edge.from_id}!{edge.kind}!{edge.to_id}"
    own = f"urn:mailuo:fact:{encoded(key)}"
    found: dict[str, Any] = {"@id": own, "@type": class_}
    found |= {first: iri(edge.from_label, edge.from_id), second: iri(edge.to_label, edge.to_id)}
    found |= _described(edge.kind, edge.properties)
    if "quote" in edge.properties:
        where = edge.from_id if edge.from_label == "Provision" else edge.to_id
        found["mailuo:evidence"] = _annotation(own, document_of(where), edge.properties)
    for side, end in zip(_SPANS, (edge.from_id, edge.to_id), strict=True):
        if f"{side}_start" in edge.properties:
            span = {"start": edge.properties[f"{side}_start"], "end": edge.properties[f"{side}_end"]}
            found[f"mailuo:{side}Sentence"] = _place(document_of(end), span)
    return found


def document_of(key: str) -> str:
    """The IRI of the document that a provision or a fact stands in."""
    return iri("Document", key.partition("#")[0])


def _described(table: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties under their terms; one that the dictionary does not know gets a term of mailuo's namespace."""
    found: dict[str, Any] = {}
    for name, value in properties.items():
        entry = entries().get((table, name))
        for term in entry.terms if entry else (f"mailuo:{_camel(name)}",):
            if term != "-":
                _add(found, term, _value(value, term))
    return found


def _add(found: dict[str, Any], term: str, value: Any) -> None:
    if term in found:
        before = found[term] if isinstance(found[term], list) else [found[term]]
        value = before + (value if isinstance(value, list) else [value])
    found[term] = value


def _value(value: Any, term: str) -> Any:
    if isinstance(value, date):
        type_ = "xsd:dateTime" if isinstance(value, datetime) else "xsd:date"
        return value.isoformat() if term in context() else {"@type": type_, "@value": value.isoformat()}
    if isinstance(value, float) and term not in context():
        return {"@type": "xsd:double", "@value": value}
    return None if isinstance(value, bytes) else value


def _annotation(own: str, document: str, properties: Mapping[str, Any], *, body: str | None = None) -> dict[str, Any]:
    """Evidence as a Web Annotation: the fact is said of this place in the document's text."""
    found: dict[str, Any] = {"@id": f"{own}/evidence", "@type": "oa:Annotation", "oa:motivatedBy": "oa:identifying"}
    found |= {"oa:hasBody": body or own, "oa:hasTarget": _place(document, properties)}
    for name in _EVIDENCE:
        with suppress(KeyError):
            found[f"mailuo:{_camel(name)}"] = properties[name]
    return found


def _place(document: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [
        {"@type": "oa:TextPositionSelector", "oa:start": properties["start"], "oa:end": properties["end"]}
    ]
    if quote := properties.get("quote"):
        selectors.append({"@type": "oa:TextQuoteSelector", "oa:exact": quote})
    return {"@type": "oa:SpecificResource", "oa:hasSource": document, "oa:hasSelector": selectors}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.capitalize() for part in others)

"""The tables of the synthetic graph: a kind of node or of relationship each, with its columns and their types.

One description serves both ways in: CSV files for neo4j-admin, and batches of maps for Cypher.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.link import TYPES

EVIDENCE = {
    "quote": "string",
    "start": "long",
    "end": "long",
    "page": "long",
    "printed_page": "long",
    "rule": "string",
    "origin": "string",
}
PROVISION = {
    "path": "string",
    "heading": "string",
    "text": "string",
    "position": "long",
    "start": "long",
    "end": "long",
    "page": "long",
    "printed_page": "long",
    "rule": "string",
    "origin": "string",
    "tokens": "string",
}
DERIVED = {"citations": "long", "preamble": "boolean", "confidence": "double"}


@dataclass(frozen=True, slots=True)
class Nodes:
    """A table of nodes; the first of its labels is the one that ids are unique in, `key` the property that holds it."""

    labels: tuple[str, ...]
    columns: Mapping[str, str]
    key: str = "id"


@dataclass(frozen=True, slots=True)
class Edges:
    """A table of relationships: their type, and the labels that they go from and to; each row begins with both ids."""

    type: str
    start: str
    end: str
    columns: Mapping[str, str]


NODES: dict[str, Nodes] = {
    "document": Nodes(
        ("Document",),
        {
            "doc_number": "string",
            "number_key": "string",
            "title": "string",
            "title_keys": "string[]",
            "issuer_keys": "string[]",
            "issued_title": "string",
            "aliases": "string[]",
            "kind": "string",
            "issued_kind": "string",
            "level": "string",
            "issued_on": "date",
            "year": "long",
            "effective_on": "date",
            "expires_on": "date",
            "held": "boolean",
            "sample": "boolean",
            "inferred": "string[]",
            "addressees": "string",
            "attachments": "string[]",
            "text": "string",
            "tokens": "string",
            "cited_by": "long",
            "former_ids": "string[]",
        },
    ),
    "measure": Nodes(("Provision", "Measure"), {**PROVISION, "modality": "string"}),
    "section": Nodes(("Provision", "Section"), PROVISION),
    "citation": Nodes(
        ("Citation",),
        {
            "relation": "string",
            "status": "string",
            "cue": "string",
            "number": "string",
            "title": "string",
            "number_key": "string",
            "title_key": "string",
            "article": "string",
            "confidence": "double",
            **EVIDENCE,
        },
    ),
    "department": Nodes(
        ("Department",),
        {
            "name": "string",
            "short_name": "string",
            "aliases": "string[]",
            "level": "string",
            "kind": "string",
            "known": "boolean",
            "tokens": "string",
        },
    ),
    "deadline": Nodes(
        ("Deadline",), {"text": "string", "kind": "string", "starts_on": "date", "ends_on": "date", **EVIDENCE}
    ),
    # What a region is besides its id comes from mailuo's own set-up of a database.
    "region": Nodes(("Region",), {}),
    "source": Nodes(
        ("Source",),
        {
            "sha256": "string",
            "file": "string",
            "url": "string",
            "loaded_at": "datetime",
            "state": "string",
            "extractor_version": "string",
        },
        key="uri",
    ),
}
EDGES: dict[str, Edges] = {
    "has_provision": Edges("HAS_PROVISION", "Document", "Provision", {}),
    "has_part": Edges("HAS_PART", "Provision", "Provision", {}),
    "issued_by": Edges("ISSUED_BY", "Document", "Department", {"position": "long"}),
    "applies_to": Edges("APPLIES_TO", "Document", "Region", {}),
    "makes": Edges("MAKES", "Provision", "Citation", {}),
    "targets": Edges("TARGETS", "Citation", "Document", {}),
    **{relation: Edges(type_, "Document", "Document", DERIVED) for relation, type_ in TYPES.items()},
    "responsible_for": Edges(
        "RESPONSIBLE_FOR",
        "Department",
        "Provision",
        {
            "id": "string",
            "role": "string",
            "name": "string",
            "duty_start": "long",
            "duty_end": "long",
            **EVIDENCE,
        },
    ),
    "names": Edges("NAMES", "Provision", "Region", {"id": "string", "cue": "string", **EVIDENCE}),
    "due": Edges("DUE", "Provision", "Deadline", {}),
    "seated_in": Edges("SEATED_IN", "Department", "Region", {}),
    "covers": Edges("COVERS", "Department", "Region", {}),
    "part_of": Edges("PART_OF", "Department", "Department", {}),
    "counterpart_of": Edges("COUNTERPART_OF", "Department", "Department", {}),
    "from": Edges("FROM", "Document", "Source", {"read_as": "string", "sha256": "string", "shown": "boolean"}),
    "aligned_with": Edges(
        "ALIGNED_WITH",
        "Provision",
        "Provision",
        {
            "basis": "string",
            "score": "double",
            "lag_days": "long",
            "shared_terms": "string[]",
            "lower_start": "long",
            "lower_end": "long",
            "upper_start": "long",
            "upper_end": "long",
            "origin": "string",
        },
    ),
}

Row = tuple[Any, ...]


def cell(value: Any) -> str | None:
    """A value as neo4j-admin reads it from a CSV file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, str) else str(value)

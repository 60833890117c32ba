"""What every label, relationship and property of the graph means: dictionary.csv, one row each.

Columns: table (a label or a relationship's type), property (empty in the row of the table itself), type (node,
relationship, or the types of the values with | between them), meaning, terms (of JSON-LD, see jsonld.py), example.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KEYS = {"Source": "uri"}
"""The properties that hold the keys of nodes where these are not called id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the dictionary; ``types`` are names of values.TYPES, of a table node or relationship."""

    table: str
    property: str
    types: tuple[str, ...]
    meaning: str
    terms: tuple[str, ...]
    example: str


@functools.cache
def entries() -> Mapping[tuple[str, str], Entry]:
    """Return every row by table and property, in the order in which people want to read them."""
    with (Path(__file__).parent / "dictionary.csv").open(encoding="utf8", newline="") as file:
        rows = [_entry(row) for row in csv.DictReader(file)]
    return {(row.table, row.property): row for row in rows}


@functools.cache
def labels() -> tuple[str, ...]:
    """Return the labels that keys are unique in: every node of mailuo has exactly one of them."""
    return tuple(table for (table, name), row in entries().items() if not name and row.types == ("node",))


def key_of(label: str) -> str:
    """The property that holds the key of a label's nodes."""
    return KEYS.get(label, "id")


def _entry(row: Mapping[str, str]) -> Entry:
    terms = tuple(row["terms"].split())
    return Entry(row["table"], row["property"], tuple(row["type"].split("|")), row["meaning"], terms, row["example"])

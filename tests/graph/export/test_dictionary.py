"""The dictionary: its examples are of the types that it names, and it knows all that a loaded graph has."""

from __future__ import annotations

import pytest

from graph.export.dictionary import Entry, entries, key_of, labels
from graph.export.tables import tables
from graph.export.values import TYPES
from graph.link import TYPES as RELATIONS
from graph.session import Database
from tests.samples import load_samples

PROPERTIES = [entry for entry in entries().values() if entry.property]


@pytest.mark.parametrize("entry", PROPERTIES, ids=lambda entry: f"{entry.table}.{entry.property}")
def test_an_example_is_of_its_type(entry: Entry) -> None:
    type_ = TYPES[entry.types[0]]
    value = type_.from_cell(entry.example)
    assert value not in (None, "", [])
    assert str(type_.to_cell(value)) == entry.example


def test_every_property_belongs_to_a_table_and_has_a_meaning_and_terms() -> None:
    heads = {entry.table for entry in entries().values() if not entry.property}
    assert {entry.table for entry in PROPERTIES} <= heads
    assert all(entry.meaning and entry.terms for entry in entries().values())


def test_every_label_has_its_key_and_every_relation_its_row() -> None:
    assert len(labels()) == 8
    assert all((label, key_of(label)) in entries() for label in labels())
    assert all((type_, "") in entries() for type_ in RELATIONS.values())


@pytest.mark.long
@pytest.mark.neo4j
def test_it_knows_every_property_of_the_samples_with_its_types(engine: Database) -> None:
    for table in tables(load_samples(engine)).values():
        assert (table.name, "") in entries(), table.name
        for column in table.columns:
            entry = entries()[table.name, column.property]
            assert column.type in entry.types, (table.name, column)

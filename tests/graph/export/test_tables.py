"""Tables of a graph: their columns are those that the graph has, and what no table can hold is refused."""

from __future__ import annotations

from datetime import date

import pytest

from graph.export.tables import ChangedError, Column, Table, label_of, tables, values
from graph.session import Database
from loaders.errors import MailuoError


def test_a_property_of_two_types_has_two_columns_and_each_value_one_place() -> None:
    columns = (Column("from_date", "from", "date"), Column("from_integer", "from", "integer"))
    table = Table("relationships", "SUCCEEDED_BY", columns)
    assert values(table, {"from": 2018}) == [None, 2018]
    assert values(table, {"from": date(2018, 3, 17)}) == [date(2018, 3, 17), None]
    assert values(table, {}) == [None, None]


def test_a_property_without_a_column_means_that_the_graph_changed() -> None:
    with pytest.raises(ChangedError, match="changed"):
        values(Table("nodes", "Region", (Column("id", "id", "string"),)), {"id": "320000", "new": 1})


def test_the_label_of_a_node_is_the_one_that_keys_are_unique_in() -> None:
    assert label_of(["Measure", "Provision"]) == "Provision"


@pytest.mark.neo4j
def test_the_columns_are_those_of_the_graph_known_ones_first(database: Database) -> None:
    database.write(
        """
        CREATE (a:Region:MacroRegion {id: 'x', name: '甲', zeal: 0.5, adds: [], on: date('2022-01-01'), to: 2010})
          -[:SUCCEEDED_BY {from: 2018}]->(b:Region {id: 'y'})-[:SUCCEEDED_BY {from: date('2018-01-01')}]->(a),
          (a)-[:NEAR_TO]->(b), (:Lock {id: 'writer'}), (:Meta {id: 'model'})
        """
    )
    found = tables(database)
    assert {name: [(column.name, column.type) for column in table.all] for name, table in found.items()} == {
        "Region": [
            ("labels", "list"),
            ("id", "string"),
            ("name", "string"),
            ("to", "integer"),
            ("adds", "list"),
            ("on", "date"),
            ("zeal", "number"),
        ],
        "SUCCEEDED_BY": [(name, "string") for name in ("from_label", "from_id", "to_label", "to_id")]
        + [("from_date", "date"), ("from_integer", "integer")],
        "NEAR_TO": [(name, "string") for name in ("from_label", "from_id", "to_label", "to_id")],
    }


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("foreign", "sentence"),
    [
        ("CREATE (:Person {id: 'a'})", "not mailuo's (Person)"),
        ("CREATE ({id: 'a'})", "not mailuo's (no label)"),
        ("CREATE (:Document:Region {id: 'a'})", "not mailuo's"),
        ("CREATE (:Document {title: 'a'})", "not mailuo's (Document)"),
        ("CREATE (:Document)", "not mailuo's (Document)"),
        ("CREATE (:Document {id: 'a'}), (:Document {title: 'b'})", "not mailuo's (Document)"),
        ("CREATE (:Department {id: 'a', at: point({x: 1, y: 2})})", "at of Department has values of the type Point"),
    ],
)
def test_what_is_not_mailuos_or_has_no_place_is_refused(database: Database, foreign: str, sentence: str) -> None:
    database.write(foreign)
    with pytest.raises(MailuoError) as caught:
        tables(database)
    assert sentence in caught.value.sentence

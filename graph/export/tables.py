"""The tables of a graph: one a label, one a relationship type, with the columns that its nodes or relationships have.

The columns come from the graph itself, so that no property is left out that this module has not heard of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.export.dictionary import entries, key_of, labels
from graph.export.values import BY_NEO4J
from graph.session import Database
from graph.statements import statement
from loaders.errors import MailuoError

Kind = Literal["nodes", "relationships"]
OWN = frozenset({"Lock", "Meta"})
"""Labels of what mailuo keeps about the database and not in the graph."""
ENDS = ("from_label", "from_id", "to_label", "to_id")
_Types = dict[str, dict[str, set[str]]]


class ChangedError(MailuoError):
    """The graph was written to while it was read."""

    def __init__(self) -> None:
        super().__init__(
            "The graph was changed while it was being exported, so nothing was written.",
            "Run the export again when no load or correction is under way.",
        )


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the property that it holds, and its type (a name of values.TYPES).

    A property whose values have two types has a column each, called property_type.
    """

    name: str
    property: str
    type: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; rows begin with the columns of ``leading``, all text but the list of labels, then the properties."""

    kind: Kind
    name: str
    columns: tuple[Column, ...]

    @property
    def path(self) -> str:
        """Where it stands in an export, without the suffix."""
        return f"{self.kind}/{self.name}"

    @property
    def leading(self) -> tuple[Column, ...]:
        """The columns that say which node, or between which nodes."""
        if self.kind == "relationships":
            return tuple(Column(name, "", "string") for name in ENDS)
        return (Column("labels", "", "list"),)

    @property
    def all(self) -> tuple[Column, ...]:
        """Every column in its order."""
        return self.leading + self.columns


def tables(database: Database) -> dict[str, Table]:
    """Return the tables of a graph by label and relationship type.

    MailuoError where a node is none of mailuo's, has no key, or a value has a type that no table can hold.
    """
    nodes: _Types = {}
    for row in database.read(statement("export/node_properties").text):
        label = _label(row["labels"])
        if label is None:
            continue
        found = nodes.setdefault(label, {})
        if row["property"]:
            found.setdefault(row["property"], set()).update(row["types"])
        if row["property"] == key_of(label) and not row["mandatory"]:
            raise _foreign(row["labels"])
    if keyless := [label for label, found in nodes.items() if key_of(label) not in found]:
        raise _foreign(keyless)
    edges: _Types = {}
    for row in database.read(statement("export/edge_properties").text):
        found = edges.setdefault(row["kind"].removeprefix(":`").removesuffix("`"), {})
        if row["property"]:
            found.setdefault(row["property"], set()).update(row["types"])
    return {table.name: table for table in (*_tables("nodes", nodes), *_tables("relationships", edges))}


def label_of(found: Iterable[str]) -> str:
    """The label, among those of a node, that its key is unique in."""
    return next(label for label in found if label in labels())


def _label(found: list[str]) -> str | None:
    if len(found) == 1 and found[0] in OWN:
        return None
    known = [label for label in found if label in labels()]
    if len(known) != 1 or OWN.intersection(found):
        raise _foreign(found)
    return known[0]


def _foreign(found: list[str]) -> MailuoError:
    return MailuoError(
        f"The database has nodes that are not mailuo's ({', '.join(found) or 'no label'}): it cannot be exported.",
        "Take them out, or keep them in a database of their own.",
    )


def _tables(kind: Kind, found: _Types) -> list[Table]:
    order = {key: place for place, key in enumerate(entries())}
    last = len(order)
    names = sorted(found, key=lambda name: (order.get((name, ""), last), name))
    return [
        Table(
            kind,
            name,
            tuple(
                column
                for prop in sorted(found[name], key=lambda prop: (order.get((name, prop), last), prop))
                for column in _columns(name, prop, found[name][prop])
            ),
        )
        for name in names
    ]


def _columns(table: str, prop: str, found: set[str]) -> list[Column]:
    unknown = found - BY_NEO4J.keys()
    if unknown:
        raise MailuoError(f"{prop} of {table} has values of the type {min(unknown)}, which no table here can hold.")
    types = sorted(BY_NEO4J[name] for name in found)
    if len(types) == 1:
        return [Column(prop, prop, types[0])]
    return [Column(f"{prop}_{type_}", prop, type_) for type_ in types]


def values(table: Table, properties: Mapping[str, Any]) -> list[Any]:
    """The values of a node or relationship, Python's own, for the columns of its table; null where it has none.

    ChangedError where it has one that the table has no column for.
    """
    found = []
    for column in table.columns:
        value = properties.get(column.property)
        shared = column.name != column.property
        found.append(None if shared and value is not None and type_of(value) != column.type else value)
    if len(found) - found.count(None) != len(properties):
        raise ChangedError
    return found


def type_of(value: Any) -> str:
    """The type that a value, Python's own, has in a table."""
    return _PYTHON[type(value).__name__]


_PYTHON = {
    "str": "string",
    "int": "integer",
    "float": "number",
    "bool": "boolean",
    "date": "date",
    "datetime": "datetime",
    "list": "list",
    "bytes": "bytes",
}

"""How what is selected stands in the answer of its statement: as lists, which cost half of what maps cost to read.

- An object is the list of its fields' values, in the order of the selection; __typename is the type's name.
- A value of an interface or union is such a list with the type's name in front.
- A connection is the list of its rows (empty where no field needs them) and then the values of its counted fields,
  totalCount and facets. A row is its sort keys (null where no cursor is selected) and then a value a nodes field and a
  list an edges field: the values of the edges' node fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLOutputType, is_list_type, is_non_null_type

from api.graphql.connections import CURSOR, PAGE, ROWS
from api.graphql.fields import TYPE, Record
from api.graphql.paging import Page
from api.graphql.selection import Selection

Fields = tuple[Selection, ...]
Pages = Mapping[Selection, Page]
"""What the connections of a selection ask for."""


def is_connection(selection: Selection) -> bool:
    """Whether a field is a list that is read in pages."""
    return selection.abstract is None and selection.type_name.endswith("Connection")


def fields_of(selection: Selection) -> Fields:
    """Return what is selected of a field that has one type."""
    (fields,) = selection.branches.values()
    return fields


def counted(fields: Fields) -> Fields:
    """Return the fields of a connection that are said of the whole list."""
    return tuple(field for field in fields if field.name in {"totalCount", "facets"})


def rows(fields: Fields) -> Fields:
    """Return the fields of a connection that show its rows."""
    return tuple(field for field in fields if field.name in {"nodes", "edges"})


def nodes_of(edges: Selection) -> Fields:
    """Return the fields of an edge that show its row."""
    return tuple(field for field in fields_of(edges) if field.name == "node")


def as_maps(type_: GraphQLOutputType, selection: Selection, pages: Pages, value: Any) -> Any:
    """Return an answer with maps for lists, keyed as the fields of the schema read them."""
    if is_non_null_type(type_):
        return as_maps(type_.of_type, selection, pages, value)
    if value is None or not selection.branches:
        return value
    if is_list_type(type_):
        return [as_maps(type_.of_type, selection, pages, one) for one in value]
    return _one(selection, pages, value)


def _one(selection: Selection, pages: Pages, value: list[Any]) -> Record:
    if selection.abstract is not None:
        return {TYPE: value[0], **_object(selection.branches[value[0]], pages, value[1:])}
    if is_connection(selection):
        return _connection(selection, pages, value)
    return _object(fields_of(selection), pages, value)


def _object(fields: Fields, pages: Pages, values: list[Any]) -> Record:
    return {field.key: as_maps(field.type, field, pages, value) for field, value in zip(fields, values, strict=True)}


def _connection(selection: Selection, pages: Pages, value: list[Any]) -> Record:
    fields = fields_of(selection)
    record = _object(counted(fields), pages, value[1:])
    return {**record, PAGE: pages[selection], ROWS: [_row(rows(fields), pages, row) for row in value[0]]}


def _row(fields: Fields, pages: Pages, row: list[Any]) -> Record:
    record: Record = {CURSOR: row[0]}
    for field, value in zip(fields, row[1:], strict=True):
        if field.name == "nodes":
            record[field.key] = _one(field, pages, value)
        else:
            record[field.key] = _object(nodes_of(field), pages, value)
    return record

"""Turns the record of a compiled statement into the response itself, as graphql-core would complete it.

The order of keys, __typename, enum names and nullability are settled here. Where a record does not fit the schema
(a null in a field that cannot be null, a number in a text), nothing is shaped: graphql-core then completes the record
field by field and reports what is wrong as the specification says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLOutputType, is_enum_type, is_list_type, is_non_null_type

from api.graphql import connections
from api.graphql.fields import TYPE, Record
from api.graphql.selection import TYPENAME, Selection

Shaper = Callable[[Any], Any]

_LEAVES: dict[str, tuple[type, ...]] = {
    "ID": (str,),
    "String": (str,),
    "Date": (str,),
    "Boolean": (bool,),
    "Int": (int,),
    "Float": (float, int),
}
_INT_LIMIT = 2**31


class MisfitError(Exception):
    """The record does not fit the schema."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A value that is part of the response as it is."""

    value: Any


def complete(selection: Selection, record: Any) -> Ready | Any:
    """Return the response of a root field, or the record itself where it does not fit the schema."""
    try:
        return Ready(_shaper(selection.type, selection)(record))
    except MisfitError:
        return record


def _shaper(type_: GraphQLOutputType, selection: Selection) -> Shaper:
    if is_non_null_type(type_):
        inner = _shaper(type_.of_type, selection)

        def present(value: Any) -> Any:
            if value is None:
                raise MisfitError
            return inner(value)

        return present
    shape = _value(type_, selection)
    return lambda value: None if value is None else shape(value)


def _value(type_: GraphQLOutputType, selection: Selection) -> Shaper:
    if is_list_type(type_):
        inner = _shaper(type_.of_type, selection)
        return lambda values: [inner(value) for value in values]
    if is_enum_type(type_):
        names = {value.value: name for name, value in type_.values.items()}
        return lambda value: _enum(names, value)
    if not selection.branches:
        return _leaf(selection.type_name)
    if selection.abstract is not None:
        shapes = {name: _object(name, fields) for name, fields in selection.branches.items()}
        return lambda value: shapes[value[TYPE]](value)
    ((name, fields),) = selection.branches.items()
    return _connection(name, fields) if _pages(fields) else _object(name, fields)


def _enum(names: dict[Any, str], value: Any) -> str:
    if value not in names:
        raise MisfitError
    return names[value]


def _leaf(name: str) -> Shaper:
    types = _LEAVES[name]

    def leaf(value: Any) -> Any:
        if type(value) not in types or (name == "Int" and not -_INT_LIMIT <= value < _INT_LIMIT):
            raise MisfitError
        return float(value) if name == "Float" else value

    return leaf


def _object(name: str, fields: tuple[Selection, ...]) -> Shaper:
    shapes = [(field.key, None if field.name == TYPENAME else _shaper(field.type, field)) for field in fields]

    def shape(record: Record) -> Record:
        return {key: name if inner is None else inner(record[key]) for key, inner in shapes}

    return shape


def _pages(fields: tuple[Selection, ...]) -> bool:
    return any(field.parent.endswith("Connection") for field in fields)


def _connection(name: str, fields: tuple[Selection, ...]) -> Shaper:
    shapes = [(field.key, _connected(name, field)) for field in fields]
    return lambda record: {key: shape(record) for key, shape in shapes}


def _connected(name: str, field: Selection) -> Shaper:
    """Return what shapes a field of a connection from the connection's record."""
    if field.name == TYPENAME:
        return lambda _: name
    if field.name == "nodes":
        shape = _shaper(field.type, field)
        return lambda record: shape([row[field.key] for row in connections.page(record)])
    if field.name == "edges":
        edge = _edge(field)
        return lambda record: [edge(record, row) for row in connections.page(record)]
    if field.name == "pageInfo":
        info = _page_info(field)
        return lambda record: info(connections.page_info(record))
    shape = _shaper(field.type, field)
    return lambda record: shape(record[field.key])


def _edge(selection: Selection) -> Callable[[Record, Record], Record]:
    ((name, fields),) = selection.branches.items()
    inner = {field.key: _shaper(field.type, field) for field in fields if field.name == "node"}

    def shape(record: Record, row: Record) -> Record:
        edge = row[selection.key]
        return {
            field.key: name
            if field.name == TYPENAME
            else connections.cursor(record, row)
            if field.name == "cursor"
            else inner[field.key](edge[field.key])
            for field in fields
        }

    return shape


def _page_info(selection: Selection) -> Callable[[connections.PageInfo], Record]:
    ((name, fields),) = selection.branches.items()
    values = {
        "hasNextPage": "has_next_page",
        "hasPreviousPage": "has_previous_page",
        "startCursor": "start_cursor",
        "endCursor": "end_cursor",
    }
    return lambda info: {
        field.key: name if field.name == TYPENAME else getattr(info, values[field.name]) for field in fields
    }

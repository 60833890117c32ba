"""Turns the answer of a compiled statement into the response itself, as graphql-core would complete it.

Keys, enum names and nullability are settled here. Where an answer does not fit the schema (a null in a field that
cannot be null, a number in a text), nothing is shaped: graphql-core then completes it field by field and reports what
is wrong as the specification says.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import GraphQLOutputType, get_nullable_type, is_enum_type, is_list_type, is_non_null_type

from api.graphql import connections, cursors, layout
from api.graphql.fields import Record
from api.graphql.paging import Page
from api.graphql.selection import TYPENAME, Selection

Shaper = Callable[[Any], Any]

_LEAVES: dict[str, frozenset[type]] = {
    "ID": frozenset({str}),
    "String": frozenset({str}),
    "Date": frozenset({str}),
    "Boolean": frozenset({bool}),
}
_INT_LIMIT = 2**31


class MisfitError(Exception):
    """The answer does not fit the schema."""


def shaper(selection: Selection, pages: layout.Pages) -> Shaper:
    """Return what makes the response of a root field of its answer, or raises MisfitError."""
    return _Shapes(pages).of(selection.type, selection)


class _Shapes:
    """Makes a function a selected field that shapes its values, once however many values there are."""

    def __init__(self, pages: layout.Pages) -> None:
        self._pages = pages

    def of(self, type_: GraphQLOutputType, selection: Selection) -> Shaper:
        if is_non_null_type(type_):
            inner = self.of(type_.of_type, selection)

            def present(value: Any) -> Any:
                if value is None:
                    raise MisfitError
                return inner(value)

            return present
        shape = self._value(type_, selection)
        return lambda value: None if value is None else shape(value)

    def _value(self, type_: GraphQLOutputType, selection: Selection) -> Shaper:
        if is_list_type(type_):
            inner = self.of(type_.of_type, selection)
            return lambda values: [inner(value) for value in values]
        if is_enum_type(type_):
            names = {value.value: name for name, value in type_.values.items()}
            return lambda value: _enum(names, value)
        if not selection.branches:
            return _number(selection.type_name) or _leaf(selection.type_name)
        if selection.abstract is not None:
            shapes = {name: self._object(fields) for name, fields in selection.branches.items()}
            return lambda value: shapes[value[0]](value[1:])
        if layout.is_connection(selection):
            return self._connection(selection, self._pages[selection])
        return self._object(layout.fields_of(selection))

    def _object(self, fields: layout.Fields) -> Shaper:
        """Return what makes a map of a list: plain values as they are, once a row of just these types was looked at."""
        keys = tuple(field.key for field in fields)
        plain = {place: types for place, field in enumerate(fields) if (types := _plain(field)) is not None}
        shapes = [(place, self.of(field.type, field)) for place, field in enumerate(fields) if place not in plain]
        seen: set[tuple[type, ...]] = set()

        def shape(values: list[Any]) -> Record:
            types = tuple(map(type, values))
            if types not in seen:
                if any(types[place] not in allowed for place, allowed in plain.items()):
                    raise MisfitError
                seen.add(types)
            record = dict(zip(keys, values, strict=True))
            for place, inner in shapes:
                record[keys[place]] = inner(values[place])
            return record

        return shape

    def _connection(self, selection: Selection, page: Page) -> Shaper:
        fields = layout.fields_of(selection)
        places = {field: place for place, field in enumerate(layout.counted(fields), 1)}
        places |= {field: place for place, field in enumerate(layout.rows(fields), 1)}
        ((name, _),) = selection.branches.items()
        shapes = [(field.key, self._connected(name, field, page, places.get(field, 0))) for field in fields]
        return lambda value: {key: shape(value) for key, shape in shapes}

    def _connected(self, name: str, field: Selection, page: Page, place: int) -> Shaper:
        """Return what shapes a field of a connection from the whole connection."""
        if field.name == TYPENAME:
            return lambda _: name
        if field.name == "pageInfo":
            info = _page_info(field)
            return lambda value: info(connections.page_info(page, [row[0] for row in value[0]]))
        if field.name == "edges":
            edge = self._edge(field, page, place)
            return lambda value: [edge(row) for row in connections.in_order(page, value[0])]
        shape = self.of(field.type, field)
        if field.name == "nodes":
            return lambda value: shape([row[place] for row in connections.in_order(page, value[0])])
        return lambda value: shape(value[place])

    def _edge(self, selection: Selection, page: Page, place: int) -> Shaper:
        ((name, fields),) = selection.branches.items()
        nodes = {field: (at, self.of(field.type, field)) for at, field in enumerate(layout.nodes_of(selection))}

        def shape(row: list[Any]) -> Record:
            record: Record = {}
            for field in fields:
                if field in nodes:
                    at, inner = nodes[field]
                    record[field.key] = inner(row[place][at])
                else:
                    record[field.key] = name if field.name == TYPENAME else cursors.encode(page.seal, row[0])
            return record

        return shape


def _plain(field: Selection) -> frozenset[type] | None:
    """Return the types that a field's values may have where they stand in the response as they are, else None."""
    types = None if is_list_type(get_nullable_type(field.type)) else _LEAVES.get(field.type_name)
    return types if types is None or is_non_null_type(field.type) else types | {type(None)}


def _enum(names: dict[Any, str], value: Any) -> str:
    if value not in names:
        raise MisfitError
    return names[value]


def _leaf(name: str) -> Shaper:
    types = _LEAVES[name]

    def leaf(value: Any) -> Any:
        if type(value) not in types:
            raise MisfitError
        return value

    return leaf


def _number(name: str) -> Shaper | None:
    return {"Int": _int, "Float": _float}.get(name)


def _int(value: Any) -> int:
    if type(value) is not int or not -_INT_LIMIT <= value < _INT_LIMIT:
        raise MisfitError
    return value


def _float(value: Any) -> float:
    if type(value) not in (int, float):
        raise MisfitError
    return float(value)


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

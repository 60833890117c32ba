"""Pages of lists: what first, after, last and before ask for, and the Cypher that reads just those rows.

A list is read along its sort keys up to one row more than the page has, or, for `last`, against them. Where the first
key may be null, the rows without it are a part of their own behind the others, which is read only when the page reaches
it: so an index can give the order of the rows that have one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from api.graphql import cursors
from api.graphql.errors import RequestError
from api.graphql.fragments import Fragment, Key, fill, part
from api.graphql.selection import Selection

MAX_PAGE = 100
PAGING = frozenset({"first", "after", "last", "before", "orderBy"})

_OPPOSITE = {"ASC": "DESC", "DESC": "ASC"}
_BEYOND = {"ASC": ">", "DESC": "<"}

Parameter = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Page:
    """What the arguments of a connection ask for: at most `count` rows of its order between two of its rows.

    `backward`: the last ones. `after` and `before` are the sort keys of the rows around, `seal` what cursors belong to.
    """

    count: int
    backward: bool
    keys: tuple[Key, ...]
    seal: str
    after: list[Any] | None
    before: list[Any] | None


def asked(selection: Selection, fragment: Fragment) -> Page:
    """Read a connection's arguments, whatever is selected of it; RequestError where one cannot be."""
    arguments = selection.arguments
    keys = tuple(fragment.orders.get(arguments.get("orderBy")) or next(iter(fragment.orders.values())))
    seal = _seal(selection)

    def place(name: str) -> list[Any] | None:
        cursor = arguments.get(name)
        return None if cursor is None else cursors.decode(seal, keys, cursor)

    backward = arguments.get("last") is not None
    count = _count(selection, "last" if backward else "first")
    return Page(count, backward, keys, seal, place("after"), place("before"))


def _seal(selection: Selection) -> str:
    """Return what the cursors of a list name: the list, its order, and a digest of its filters."""
    arguments = selection.arguments
    named = ":".join(filter(None, (selection.parent, selection.name, arguments.get("orderBy"))))
    filters = {name: value for name, value in arguments.items() if name not in PAGING and value is not None}
    if not filters:
        return named
    written = orjson.dumps(filters, option=orjson.OPT_SORT_KEYS)
    return f"{named}:{hashlib.blake2b(written, digest_size=6).hexdigest()}"


def _count(selection: Selection, name: str) -> int:
    count = selection.arguments.get(name)
    if count is None:
        count = MAX_PAGE // 2
    if not isinstance(count, int) or not 0 <= count <= MAX_PAGE:
        raise RequestError(f"{selection.name}: {name} is a number from 0 to {MAX_PAGE}.")
    return count


@dataclass(frozen=True, slots=True)
class Reading:
    """A list as it is read: what matches it, its variable, its keys in the direction of reading, and its parameters."""

    rows: str
    child: str
    keys: tuple[Key, ...]
    limit: str
    parameter: Parameter
    backward: bool


@dataclass(frozen=True, slots=True)
class _Bound:
    """A row that the page lies beyond (`start`) or ends in front of, in the direction of reading."""

    start: bool
    values: list[Any]


def rows_of_page(
    page: Page, rows: str, names: Mapping[str, str], row: Callable[[str], str], parameter: Parameter
) -> str:
    """Return the expression of a page's rows and the one beyond them, in the direction in which they are read.

    `rows` matches the whole list and `names` are its variables; `row` makes the map of a row, given the expression of
    its sort keys, and `parameter` makes a parameter of a value.
    """
    keys = tuple(_read(key, names, backward=page.backward) for key in page.keys)
    list_ = Reading(rows, names["child"], keys, parameter(page.count + 1), parameter, page.backward)
    bounds = [
        _Bound((name == "after") != page.backward, values)
        for name, values in (("after", page.after), ("before", page.before))
        if values is not None
    ]
    if not keys[0].nulls:
        conditions = [_condition(bound, keys, parameter) for bound in bounds]
        return _part("page", list_, keys, conditions, row=row(f"[{_listed(keys)}]"))
    return _part(
        "page_of_parts",
        list_,
        keys,
        [],
        first=_rows_of_part(list_, bounds, null=page.backward),
        second=_rows_of_part(list_, bounds, null=not page.backward),
        row=row(f"{list_.child}_keys"),
    )


def _rows_of_part(list_: Reading, bounds: Sequence[_Bound], *, null: bool) -> str:
    """Return the rows that have no first key (`null`), or those that have one."""
    kept = list_.keys[1:] if null else list_.keys
    conditions = [fill(part("null" if null else "not_null"), {"key": list_.keys[0].text})]
    earlier = null == list_.backward
    for bound in bounds:
        if (bound.values[0] is None) == null:
            values = bound.values[1:] if null else bound.values
            conditions.append(_condition(_Bound(bound.start, values), kept, list_.parameter))
        elif bound.start == earlier:
            return part("no_rows")
    return _part("rows_of_part", list_, kept, conditions)


def _part(name: str, list_: Reading, keys: Sequence[Key], conditions: Sequence[str], **places: str) -> str:
    template = part(name, frozenset({"bounds"}) if conditions else frozenset())
    order = ", ".join(f"{key.text} {key.direction}" for key in keys)
    given = {"rows": list_.rows, "child": list_.child, "limit": list_.limit, "keys": _listed(list_.keys)}
    return fill(template, {**given, "order": order, "bounds": " AND ".join(conditions), **places})


def _read(key: Key, names: Mapping[str, str], *, backward: bool) -> Key:
    direction = _OPPOSITE[key.direction] if backward else key.direction
    return replace(key, text=fill(key.text, names), direction=direction)


def _listed(keys: Sequence[Key]) -> str:
    return ", ".join(key.text for key in keys)


def _condition(bound: _Bound, keys: Sequence[Key], parameter: Parameter) -> str:
    """Return what says that a row lies on the page's side of a bound: the keys compared, most significant first."""
    written = ""
    for key, value in reversed(list(zip(keys, bound.values, strict=True))):
        sign = _BEYOND[key.direction if bound.start else _OPPOSITE[key.direction]]
        places = {"key": key.text, "sign": sign, "value": parameter(value), "rest": written}
        written = fill(part("beyond_or_same" if written else "beyond"), places)
    return written

"""Reads the Cypher fragments of the GraphQL fields: a file a type below cypher/graphql, a section a field.

A section begins with ``// field: name`` (the GraphQL name). A list says ``// order: EXPRESSION ASC`` (or DESC; a line a
key, most significant first; before the colon the value of orderBy that it is for, where there are several) and
``// tie: EXPRESSION`` (unique in the list, the last key of each order). ``DATE`` before the direction: the values are
days. ``NULLS`` behind it: the first key may be null, and rows without it stand last. A plain property as first key
lets an index give the order. A line that ends with ``// if NAME`` stands only in a statement whose field was given that
argument (NAME=true: with that value). Placeholders:

- ``{{this}}`` the thing that the field belongs to, ``{{child}}`` the variable of what the field answers;
- ``{{select}}`` the selected fields of the child, ``{{select:EXPRESSION}}`` of what the expression gives;
- ``{{branch:Type}}`` what is selected of the child as that type, where the field's type is an interface;
- ``{{$name}}`` the parameter of an argument (``{{$where.level}}`` of a field of it);
- ``{{_name}}`` a variable of the fragment's own;
- ``{{statement:folder/name}}`` a statement of the library, whose parameters the root field provides.

A line ``{{use:type.field}}`` stands for the lines of another section, of its own file one that stands above.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.statements import statement

_MARK = re.compile(r"// (?P<key>field|order|tie)(?: (?P<name>\w+))?: (?P<value>.+)")
PLACE = re.compile(r"\{\{(\$?[\w.]+)\}\}")
_KEY = re.compile(r"(?P<text>.+?)(?P<date> DATE)?(?: (?P<direction>ASC|DESC))(?P<nulls> NULLS)?")
_USE = re.compile(r"\s*\{\{use:(?P<type>\w+)\.(?P<field>\w+)\}\}\s*")
_CONDITION = re.compile(r"(?P<text>.*?)\s*// if (?P<name>[\w.=]+)\s*$")


@dataclass(frozen=True, slots=True)
class Key:
    """A sort key of a list: its expression, its direction (ASC or DESC), whether it is a day, and may be null."""

    text: str
    direction: str = "ASC"
    date: bool = False
    nulls: bool = False


@dataclass(slots=True)
class Fragment:
    """What a field is in Cypher; `orders` are those of a list. A line's condition is an argument's name."""

    lines: list[tuple[str, str | None]] = field(default_factory=list)
    orders: dict[str | None, list[Key]] = field(default_factory=dict)

    def text(self, given: frozenset[str] = frozenset()) -> str:
        """Return the Cypher for a field that was given these arguments."""
        return "\n".join(line for line, condition in self.lines if condition is None or condition in given).strip()

    def conditions(self) -> set[str]:
        """Return the arguments that lines depend on."""
        return {condition for _, condition in self.lines if condition is not None}


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return a template with its placeholders filled in; those without a value stay."""
    return PLACE.sub(lambda found: values.get(found[1], found[0]), template)


def part(name: str, given: frozenset[str] = frozenset()) -> str:
    """Return one of the texts of cypher/graphql/parts that join the fragments."""
    return fragments("parts")[name].text(given)


@functools.cache
def fragments(name: str) -> dict[str, Fragment]:
    """Return the sections of cypher/graphql/`name`.cypher; ValueError for a line outside of any section."""
    sections: dict[str, Fragment] = {}
    current: Fragment | None = None
    for line in statement(f"graphql/{name}").text.splitlines():
        mark = _MARK.fullmatch(line.strip())
        if mark and mark["key"] == "field":
            current = sections.setdefault(mark["value"].strip(), Fragment())
        elif current is None:
            raise ValueError(f"{name}: {line!r} stands before the first field")
        elif mark and mark["key"] == "order":
            current.orders.setdefault(mark["name"], []).append(_key(mark["value"], name))
        elif mark:
            for keys in current.orders.values():
                keys.append(Key(mark["value"].strip()))
        elif line.strip():
            current.lines.extend(_lines(line, {name: sections}))
    return sections


def _key(value: str, name: str) -> Key:
    found = _KEY.fullmatch(value.strip())
    if found is None:
        raise ValueError(f"{name}: {value!r} is not a sort key")
    return Key(found["text"], found["direction"], found["date"] is not None, found["nulls"] is not None)


def _lines(line: str, own: Mapping[str, Mapping[str, Fragment]]) -> list[tuple[str, str | None]]:
    used = _USE.fullmatch(line)
    if used:
        return (own.get(used["type"]) or fragments(used["type"]))[used["field"]].lines
    condition = _CONDITION.fullmatch(line)
    return [(condition["text"], condition["name"]) if condition else (line, None)]

"""Compiles a selection into one Cypher statement that answers it as one value whose keys are the response keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLSchema

from api.graphql.connections import CURSOR, PAGE, ROWS
from api.graphql.errors import CostError
from api.graphql.fields import TYPE
from api.graphql.fragments import PLACE, Fragment, fill, fragments, part
from api.graphql.paging import Page, asked, rows_of_page
from api.graphql.selection import TYPENAME, Selection
from graph.statements import statement

MAX_ROWS = 50_000
"""How many rows the pages of one operation may come to when all of them are full."""

_SELECT = re.compile(r"\{\{select(?::(.+?))?\}\}")
_BRANCH = re.compile(r"\{\{branch:(\w+)\}\}")
_STATEMENT = re.compile(r"\{\{statement:([\w/]+)\}\}")


@dataclass(frozen=True, slots=True)
class Query:
    """A statement and its parameters; its one record holds one value, called value.

    `rows` counts what the pages of the operation come to so far when all of them are full.
    """

    text: str
    parameters: dict[str, Any]
    rows: int


def compile_selection(schema: GraphQLSchema, selection: Selection, provided: Mapping[str, Any], rows: int = 0) -> Query:
    """Return the statement of a root field; `provided` are parameters that its fragment names as they are.

    `rows` are those of the operation's other root fields. RequestError for arguments that no page can have, CostError
    when full pages would come to more than MAX_ROWS.
    """
    compiler = _Compiler(schema, dict(provided), rows=rows)
    value = compiler.value(selection, "", 1)
    return Query(fill(part("statement"), {"value": value}), compiler.parameters, compiler.rows)


def _file(type_name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type_name).lower()


def _map(entries: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"`{key}`: {value}" for key, value in entries.items()) + "}"


def _choice(values: Mapping[str, str], conditions: Mapping[str, str]) -> str:
    branches = [fill(part("branch"), {"condition": conditions[name], "value": value}) for name, value in values.items()]
    return fill(part("choice"), {"branches": "\n".join(branches)})


@dataclass(slots=True)
class _Compiler:
    schema: GraphQLSchema
    parameters: dict[str, Any]
    names: int = 0
    rows: int = 0
    known: dict[tuple[int, str], str] = field(default_factory=dict)

    def value(self, selection: Selection, this: str, times: int) -> str:
        """Return the expression of a field of `this`, which stands `times` times in the whole answer."""
        fragment = self.fragment(selection)
        if fragment.orders:
            return self.connection(selection, fragment, this, times)
        text, names = self.expand(selection, fragment, this)
        child = names["child"]
        text = _BRANCH.sub(lambda found: self.branch(selection, found[1], child, times), text)
        return _SELECT.sub(lambda found: self.selected(selection, found[1] or child, times), text)

    def fragment(self, selection: Selection) -> Fragment:
        type_ = self.schema.get_type(selection.parent)
        interfaces = [interface.name for interface in getattr(type_, "interfaces", ())]
        for name in (selection.parent, *interfaces):
            found = fragments(_file(name)).get(selection.name)
            if found is not None:
                return found
        raise LookupError(f"{selection.parent}.{selection.name} has no fragment")

    def expand(self, selection: Selection, fragment: Fragment, this: str) -> tuple[str, dict[str, str]]:
        """Return the fragment's text with all but its select filled in, and what its variables are called."""
        names = {"this": this, "child": self.fresh("n")}
        text = fragment.text(_given(selection.arguments))
        text = _STATEMENT.sub(lambda found: statement(found[1]).text, text)
        return self.local(selection, text, names), names

    def local(self, selection: Selection, text: str, names: dict[str, str]) -> str:
        def place(found: re.Match[str]) -> str:
            name = found[1]
            if name.startswith("$"):
                return self.argument(selection, name[1:])
            if name.startswith("_") and name not in names:
                names[name] = self.fresh(name[1:])
            return names.get(name, found[0])

        return PLACE.sub(place, text)

    def fresh(self, name: str) -> str:
        self.names += 1
        return f"{name}{self.names}"

    def argument(self, selection: Selection, path: str) -> str:
        known = self.known.get((id(selection), path))
        if known is None:
            value: Any = selection.arguments
            for step in path.split("."):
                value = value.get(step) if isinstance(value, dict) else None
            known = self.known[id(selection), path] = self.parameter(value)
        return known

    def parameter(self, value: Any) -> str:
        name = f"p{len(self.parameters)}"
        self.parameters[name] = value
        return f"${name}"

    def selected(self, selection: Selection, this: str, times: int) -> str:
        """Return the map of what is selected of `this`; of an interface or union, by the type that it is."""
        if selection.abstract is None:
            (fields,) = selection.branches.values()
            return self.map(fields, this, times)
        choice = fragments(_file(selection.abstract))
        conditions = {name: fill(choice[f"is {name}"].text(), {"this": this}) for name in selection.branches}
        shared, *others = set(selection.branches.values())
        if not others:
            types = _choice({name: f"'{name}'" for name in conditions}, conditions)
            return self.map(shared, this, times, {TYPE: types})
        return _choice({name: self.branch(selection, name, this, times) for name in conditions}, conditions)

    def branch(self, selection: Selection, name: str, this: str, times: int) -> str:
        """Return the map of what is selected of `this` as the type `name`, which the map names too."""
        return self.map(selection.branches[name], this, times, {TYPE: f"'{name}'"})

    def map(
        self, fields: tuple[Selection, ...], this: str, times: int, entries: Mapping[str, str] | None = None
    ) -> str:
        values = {field.key: self.value(field, this, times) for field in fields if field.name != TYPENAME}
        return _map({**(entries or {}), **values})

    def connection(self, selection: Selection, fragment: Fragment, this: str, times: int) -> str:
        """Return the record of a connection (see connections): its rows only where a field needs them."""
        (fields,) = selection.branches.values()
        entries: dict[str, str] = {}
        page = asked(selection, fragment)
        for chosen in fields:
            if chosen.name == "totalCount":
                rows, _ = self.expand(selection, fragment, this)
                entries[chosen.key] = fill(part("total"), {"rows": rows})
            elif chosen.name == "facets":
                entries[chosen.key] = self.facets(selection, fragment, chosen, this)
        shown = tuple(chosen for chosen in fields if chosen.name in {"nodes", "edges", "pageInfo"})
        if shown:
            entries |= self.page(selection, fragment, shown, this, times, page)
        return _map(entries)

    def facets(self, selection: Selection, fragment: Fragment, chosen: Selection, this: str) -> str:
        rows, inner = self.expand(selection, fragment, this)
        names = {"child": self.fresh("facet"), "rows": rows, "row": inner["child"]}
        text = self.local(chosen, self.fragment(chosen).text(), names)
        return _SELECT.sub(lambda found: self.selected(chosen, found[1] or names["child"], 1), text)

    def page(
        self,
        selection: Selection,
        fragment: Fragment,
        shown: tuple[Selection, ...],
        this: str,
        times: int,
        page: Page,
    ) -> dict[str, str]:
        self.rows += times * page.count
        if self.rows > MAX_ROWS:
            raise CostError(f"The operation asks for more than {MAX_ROWS} rows; take smaller pages.")
        rows, names = self.expand(selection, fragment, this)
        read = rows_of_page(
            page,
            rows,
            names,
            lambda keys: self.row(shown, names["child"], times * page.count, keys),
            self.parameter,
        )
        said = {
            "count": page.count,
            "backward": page.backward,
            "seal": page.seal,
            "after": page.after is not None,
            "before": page.before is not None,
        }
        return {PAGE: self.parameter(said), ROWS: read}

    def row(self, shown: tuple[Selection, ...], child: str, times: int, keys: str) -> str:
        entries = {CURSOR: keys}
        for chosen in shown:
            if chosen.name == "nodes":
                entries[chosen.key] = self.selected(chosen, child, times)
            elif chosen.name == "edges":
                (fields,) = chosen.branches.values()
                entries[chosen.key] = _map(
                    {inner.key: self.selected(inner, child, times) for inner in fields if inner.name == "node"}
                )
        return _map(entries)


def _given(arguments: Mapping[str, Any], prefix: str = "") -> frozenset[str]:
    """Return the dotted names of the arguments that have a value; of flags and words also with it, as name=true."""
    names: set[str] = set()
    for name, value in arguments.items():
        if isinstance(value, dict):
            names |= _given(value, f"{prefix}{name}.")
        if isinstance(value, (bool, str)):
            names.add(f"{prefix}{name}={str(value).lower()}")
        if value is not None:
            names.add(prefix + name)
    return frozenset(names)

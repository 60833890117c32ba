"""Compiles a selection into one Cypher statement that answers it as one value whose keys are the response keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLSchema, get_nullable_type, is_list_type

from api.graphql import layout
from api.graphql.errors import CostError
from api.graphql.fragments import PLACE, Fragment, fill, fragments, part
from api.graphql.paging import Page, asked, rows_of_page
from api.graphql.selection import TYPENAME, Selection
from graph.statements import statement

MAX_ROWS = 50_000
"""How many rows one operation may come to (its cost): its pages full, its other lists of LISTED each."""
LISTED = 3
"""Rows that a list without pages counts for: most have fewer, and each has a limit of its own."""
TEXTS = {"Document": 250, "Provision": 1, "Measure": 1, "Section": 1}
"""Rows that a whole text of these types counts for, by how much longer it is than other values."""

_SELECT = re.compile(r"\{\{select(?::(.+?))?\}\}")
_BRANCH = re.compile(r"\{\{branch:(\w+)\}\}")
_STATEMENT = re.compile(r"\{\{statement:([\w/]+)\}\}")


_Rows = Callable[[], tuple[str, dict[str, str]]]
"""Makes the match of a list's rows with variables of its own, and says what they are called."""


@dataclass(frozen=True, slots=True)
class Query:
    """A statement and its parameters; its one record holds one value, called value, laid out as `layout` says.

    `pages` has what each connection asks for; `rows` counts what the operation comes to so far (see MAX_ROWS).
    """

    text: str
    parameters: dict[str, Any]
    rows: int
    pages: layout.Pages


def compile_selection(schema: GraphQLSchema, selection: Selection, rows: int = 0) -> Query:
    """Return the statement of a root field; parameters that its fragment names as they are come to it later.

    `rows` are those of the operation's other root fields. RequestError for arguments that no page can have, CostError
    when they would come to more than MAX_ROWS.
    """
    compiler = _Compiler(schema, {}, rows=rows)
    value = compiler.value(selection, "", 1)
    return Query(fill(part("statement"), {"value": value}), compiler.parameters, compiler.rows, compiler.pages)


def _file(type_name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type_name).lower()


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(values)}]"


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
    pages: dict[Selection, Page] = field(default_factory=dict)

    def value(self, selection: Selection, this: str, times: int) -> str:
        """Return the expression of a field of `this`, which stands `times` times in the whole answer."""
        if selection.name == "text":
            self.count(times * TEXTS.get(selection.parent, 0))
        elif selection.branches and is_list_type(get_nullable_type(selection.type)):
            times *= LISTED
            self.count(times)
        fragment = self.fragment(selection)
        if fragment.orders:
            return self.connection(selection, fragment, this, times)
        text, names = self.expand(selection, fragment, this)
        child = names["child"]
        text = _BRANCH.sub(lambda found: self.branch(selection, found[1], child, times), text)
        return _SELECT.sub(lambda found: self.selected(selection, found[1] or child, times), text)

    def count(self, rows: int) -> None:
        self.rows += rows
        if self.rows > MAX_ROWS:
            raise CostError(f"The operation asks for more than {MAX_ROWS} rows; take smaller pages.")

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
        """Return the list of what is selected of `this`; of an interface or union, by the type that it is."""
        if selection.abstract is None:
            ((name, fields),) = selection.branches.items()
            return _list(self.values(name, fields, this, times))
        choice = fragments(_file(selection.abstract))
        conditions = {name: fill(choice[f"is {name}"].text(), {"this": this}) for name in selection.branches}
        shared, *others = set(selection.branches.values())
        if not others:
            type_ = _choice({name: f"'{name}'" for name in conditions}, conditions)
            names = (type_ if field.name == TYPENAME else self.value(field, this, times) for field in shared)
            return _list((type_, *names))
        return _choice({name: self.branch(selection, name, this, times) for name in conditions}, conditions)

    def branch(self, selection: Selection, name: str, this: str, times: int) -> str:
        """Return the list of what is selected of `this` as the type `name`, which stands in front."""
        return _list((f"'{name}'", *self.values(name, selection.branches[name], this, times)))

    def values(self, name: str, fields: Iterable[Selection], this: str, times: int) -> Iterator[str]:
        return (f"'{name}'" if field.name == TYPENAME else self.value(field, this, times) for field in fields)

    def connection(self, selection: Selection, fragment: Fragment, this: str, times: int) -> str:
        """Return the record of a connection (see connections): its rows only where a field needs them."""
        page = self.pages[selection] = asked(selection, fragment)
        if not fragment.once:
            return self.listed(selection, page, lambda: self.expand(selection, fragment, this), times)
        rows, names = self.expand(selection, fragment, this)
        all_ = self.fresh("all")

        def again() -> tuple[str, dict[str, str]]:
            child = self.fresh("n")
            return fill(part("again"), {"all": all_, "child": child}), {"child": child}

        value = self.listed(selection, page, again, times)
        return fill(part("once"), {"rows": rows, "child": names["child"], "all": all_, "value": value})

    def listed(self, selection: Selection, page: Page, rows: _Rows, times: int) -> str:
        """Return what is selected of a list whose rows are matched anew for each part of it."""
        fields = layout.fields_of(selection)
        shown = [field for field in fields if field.name in {"nodes", "edges", "pageInfo"}]
        return _list(
            (
                self.page(shown, page, *rows(), times) if shown else "[]",
                *(
                    self.facets(field, *rows()) if field.name == "facets" else fill(part("total"), {"rows": rows()[0]})
                    for field in layout.counted(fields)
                ),
            )
        )

    def facets(self, chosen: Selection, rows: str, inner: dict[str, str]) -> str:
        names = {"child": self.fresh("facet"), "rows": rows, "row": inner["child"]}
        text = self.local(chosen, self.fragment(chosen).text(), names)
        return _SELECT.sub(lambda found: self.selected(chosen, found[1] or names["child"], 1), text)

    def page(self, shown: list[Selection], page: Page, rows: str, names: dict[str, str], times: int) -> str:
        times *= page.count
        self.count(times)
        # The row beyond the page and the keys of each row are read only where something selected says what they say.
        told = {(field.name, inner.name) for field in shown for inner in next(iter(field.branches.values()))}
        more = not told.isdisjoint({("pageInfo", "hasNextPage"), ("pageInfo", "hasPreviousPage")})
        sealed = not told.isdisjoint({("edges", "cursor"), ("pageInfo", "startCursor"), ("pageInfo", "endCursor")})
        return rows_of_page(
            page,
            page.count + more,
            rows,
            names,
            lambda keys: self.row(tuple(shown), names["child"], times, keys if sealed else "null"),
            self.parameter,
        )

    def row(self, shown: tuple[Selection, ...], child: str, times: int, keys: str) -> str:
        values = [keys]
        for chosen in layout.rows(shown):
            if chosen.name == "nodes":
                values.append(self.selected(chosen, child, times))
            else:
                values.append(_list(self.selected(inner, child, times) for inner in layout.nodes_of(chosen)))
        return _list(values)


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

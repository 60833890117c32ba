"""Answers root fields: each compiles its selection into one statement and reads one value."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

import strawberry
from graphql import GraphQLObjectType, GraphQLSchema, is_non_null_type
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.graphql.compiler import Query, compile_selection
from api.graphql.errors import NotFoundError
from api.graphql.fields import Argument, Record, declare
from api.graphql.layout import as_maps
from api.graphql.selection import Selection, select
from graph.session import Database
from graph.statements import statement

T = TypeVar("T")


class Reader(Protocol):
    """What reads the graph for an operation."""

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
        """Return the one value of the one record of a statement."""

    async def plan(self, text: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Return how Neo4j plans a statement."""

    async def call(self, function: Callable[[Database], T]) -> T:
        """Return what a function of the graph package answers."""


MAX_STATEMENTS = 6
"""Statements of one operation that run at once, so that one with many root fields does not take all there is."""


@dataclass(slots=True)
class Tally:
    """What an operation comes to: `cost`, its rows when its pages are full, and `objects` that it selects."""

    cost: int = 0
    objects: int = 0


@dataclass(slots=True, kw_only=True)
class Context(Tally):
    """What the fields of one operation share.

    `fast` false leaves every value to graphql-core; `statements` collects what was asked, where it is a list.
    """

    reader: Reader
    request_id: str = ""
    fast: bool = True
    statements: list[Query] | None = None
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MAX_STATEMENTS))
    executor: Executor | None = None


Prepare = Callable[[Context, Selection], Awaitable[Mapping[str, Any]]]
"""Looks at a root field's selection before its statement is run: refuses arguments, or returns more parameters."""


@dataclass(frozen=True, slots=True)
class Root:
    """A root field: what prepares it, which arguments are ids of documents, and how the lack of an answer is said."""

    prepare: Prepare | None
    documents: tuple[str, ...]
    missing: str


ROOT = "root"
"""The metadata of a Strawberry field under which its Root stands."""


class Executor(StrawberryGraphQLCoreExecutionContext):
    """Shows itself to the fields of its operation, which read their selection with it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.context_value.executor = self


def root(
    description: str,
    prepare: Prepare | None = None,
    /,
    *,
    documents: tuple[str, ...] = (),
    missing: str = "nothing is known under this id.",
    **arguments: Argument,
) -> Any:
    """Return a root field, answered by one statement; `prepare` may refuse its arguments or add parameters.

    `documents` names the arguments that are ids of documents: where nothing is found, those that are former ids are
    looked up and the field is asked once more. `missing` ends the sentence that says that there is no answer.
    """
    made = Root(prepare, documents, missing)

    async def resolve(root: Record | None, info: strawberry.Info, **_: object) -> Any:  # noqa: ARG001
        return await _resolved(info, made)

    return declare(resolve, description, None, arguments, {ROOT: made})


async def _resolved(info: strawberry.Info, root: Root) -> Any:
    """Return a root field's value as graphql-core completes it."""
    context: Context = info.context
    raw = info._raw_info  # the nodes of the field: Strawberry's own wrapper of them walks the whole operation
    executor = context.executor
    if executor is None or not isinstance(raw.parent_type, GraphQLObjectType):
        raise TypeError("root fields run under the executor of this module")
    selection = select(executor, raw.parent_type, raw.field_nodes)
    query = compiled(context, raw.schema, selection)
    query, value = await answered(context, raw.schema, root, selection, query)
    return as_maps(selection.type, selection, query.pages, value)


def compiled(tally: Tally, schema: GraphQLSchema, selection: Selection) -> Query:
    """Return the statement of a root field, and count its cost."""
    query = compile_selection(schema, selection, tally.cost)
    tally.cost = query.rows
    return query


async def answered(
    context: Context, schema: GraphQLSchema, root: Root, selection: Selection, query: Query
) -> tuple[Query, Any]:
    """Return the value of a root field, and the statement that it is from; NotFoundError where there must be one."""
    value = await _value(context, root, selection, query)
    if value is None and root.documents:
        present = await _present(context, selection, root.documents)
        if present:
            selection = replace(selection, arguments={**selection.arguments, **present})
            query = compiled(Tally(), schema, selection)  # the same rows as before, which are counted already
            value = await _value(context, root, selection, query)
    if value is None and is_non_null_type(selection.type):
        raise NotFoundError(f"{selection.name}: {root.missing}")
    return query, value


async def _value(context: Context, root: Root, selection: Selection, query: Query) -> Any:
    async with context.turn:
        provided = await root.prepare(context, selection) if root.prepare else {}
        parameters = {**query.parameters, **provided}
        if context.statements is not None:
            context.statements.append(replace(query, parameters=parameters))
        return await context.reader.value(query.text, parameters)


async def _present(context: Context, selection: Selection, documents: tuple[str, ...]) -> dict[str, str]:
    """Return the ids that documents have now, of those that were asked for by a former one."""
    text = statement("graphql/former").text
    given = {name: selection.arguments.get(name) for name in documents}
    async with context.turn:
        found = {name: await context.reader.value(text, {"id": value}) for name, value in given.items()}
    return {name: value for name, value in found.items() if value is not None}

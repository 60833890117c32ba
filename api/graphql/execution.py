"""Runs operations: a root field compiles its selection, reads one record, and answers it shaped or for graphql-core."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import strawberry
from graphql import GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, GraphQLSchema, is_non_null_type
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.graphql.compiler import compile_selection
from api.graphql.errors import NotFoundError
from api.graphql.fields import Argument, Record, declare
from api.graphql.selection import Selection, select
from api.graphql.shape import Ready, complete
from graph.session import Database
from graph.statements import statement

T = TypeVar("T")


class Reader(Protocol):
    """What reads the graph for an operation."""

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
        """Return the one value of the one record of a statement."""

    async def call(self, function: Callable[[Database], T]) -> T:
        """Return what a function of the graph package answers."""


@dataclass(slots=True)
class Context:
    """What the fields of one operation share.

    `fast` false leaves every value to graphql-core. `cost` counts the rows that the operation's pages come to when all
    of them are full.
    """

    reader: Reader
    request_id: str = ""
    fast: bool = True
    cost: int = 0
    executor: Executor | None = None


Prepare = Callable[[Context, Selection], Awaitable[Mapping[str, Any]]]
"""Looks at a root field's selection before its statement is compiled: refuses arguments, or returns more parameters."""


class Executor(StrawberryGraphQLCoreExecutionContext):
    """Completes no value that is ready, and shows itself to the fields of its operation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.context_value.executor = self

    def complete_value(
        self,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: Any,
        position_context: Any,
    ) -> AwaitableOrValue[Any]:
        """Return a ready value as it is, and complete any other."""
        if type(result) is Ready:
            return result.value
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


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

    async def resolve(root: Record | None, info: strawberry.Info, **_: object) -> Any:  # noqa: ARG001
        return await _answer(info, prepare, documents, missing)

    return declare(resolve, description, None, arguments)


async def _answer(info: strawberry.Info, prepare: Prepare | None, documents: tuple[str, ...], missing: str) -> Any:
    context: Context = info.context
    raw = info._raw_info  # the nodes of the field: Strawberry's own wrapper of them walks the whole operation
    executor = context.executor
    if executor is None or not isinstance(raw.parent_type, GraphQLObjectType):
        raise TypeError("root fields run under the executor of this module")
    selection = select(executor, raw.parent_type, raw.field_nodes)
    record = await _record(context, raw.schema, selection, prepare)
    if record is None and await _renamed(context, selection, documents):
        record = await _record(context, raw.schema, selection, prepare)
    if record is None and is_non_null_type(selection.type):
        raise NotFoundError(f"{selection.name}: {missing}")
    return complete(selection, record) if context.fast else record


async def _record(context: Context, schema: GraphQLSchema, selection: Selection, prepare: Prepare | None) -> Any:
    provided = await prepare(context, selection) if prepare else {}
    query = compile_selection(schema, selection, provided, context.cost)
    context.cost = query.rows
    return await context.reader.value(query.text, query.parameters)


async def _renamed(context: Context, selection: Selection, documents: tuple[str, ...]) -> bool:
    """Put the present ids of documents in the place of former ones; false when there were none."""
    text = statement("graphql/former").text
    given = {name: selection.arguments.get(name) for name in documents}
    found = {name: await context.reader.value(text, {"id": value}) for name, value in given.items()}
    present = {name: value for name, value in found.items() if value is not None}
    selection.arguments.update(present)
    return bool(present)

"""Runs operations: a root field compiles its selection, reads one record, and answers it shaped or for graphql-core."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import strawberry
from graphql import GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.graphql.compiler import Query, compile_selection
from api.graphql.fields import Argument, Record, declare
from api.graphql.selection import select
from api.graphql.shape import Ready, complete

Prepare = Callable[[Any, dict[str, Any]], Awaitable[Mapping[str, Any]]]
"""Looks at the arguments of a root field (as parameters) before its statement is compiled; returns more parameters."""


class Reader(Protocol):
    """What reads the graph for an operation."""

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
        """Return the one value of the one record of a statement."""


@dataclass(slots=True)
class Context:
    """What the fields of one operation share; `fast` false leaves every value to graphql-core."""

    reader: Reader
    request_id: str = ""
    fast: bool = True
    executor: Executor | None = None


class Executor(StrawberryGraphQLCoreExecutionContext):
    """Completes no value that is ready, and shows itself to the fields of its operation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.context_value.executor = self

    def complete_value(
        self,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> AwaitableOrValue[Any]:
        """Return a ready value as it is, and complete any other."""
        if type(result) is Ready:
            return result.value
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)


def root(description: str, prepare: Prepare | None = None, /, **arguments: Argument) -> Any:
    """Return a root field, answered by one statement; `prepare` may refuse its arguments or add parameters."""

    async def resolve(root: Record | None, info: strawberry.Info, **_: object) -> Any:  # noqa: ARG001
        return await _answer(info, prepare)

    return declare(resolve, description, None, arguments)


async def _answer(info: strawberry.Info, prepare: Prepare | None) -> Any:
    context: Context = info.context
    raw = info._raw_info  # the nodes of the field: Strawberry's own wrapper of them walks the whole operation
    executor = context.executor
    if executor is None or not isinstance(raw.parent_type, GraphQLObjectType):
        raise TypeError("root fields run under the executor of this module")
    selection = select(executor, raw.parent_type, raw.field_nodes)
    provided = await prepare(context, selection.arguments) if prepare else {}
    query: Query = compile_selection(raw.schema, selection, provided)
    record = await context.reader.value(query.text, query.parameters)
    return complete(selection, record) if context.fast else record

"""Runs operations by plans: what an operation asks is read, compiled and given a shape once, and then only asked.

A plan answers as graphql-core does (a test compares their bytes), without walking any value. What no plan can answer is
left to graphql-core: documents that are not sound, the schema's own fields, and answers that do not fit the schema.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLError,
    GraphQLSchema,
    OperationType,
    is_non_null_type,
    located_error,
    parse,
)
from graphql.execution.collect_fields import collect_fields
from graphql.execution.executor import Executor
from strawberry.schema.schema_converter import GraphQLCoreConverter

from api.graphql.compiler import Query
from api.graphql.errors import RequestError
from api.graphql.execution import ROOT, Context, Root, Tally, answered, compiled
from api.graphql.limits import MAX_TOKENS, validated
from api.graphql.selection import TYPENAME, Selection, select
from api.graphql.shape import MisfitError, Shaper, shaper

KEPT = 128
"""Plans that are kept, those asked for last."""
LARGEST = 10_000
"""Characters of an operation and its variables beyond which its plan is not kept, so that memory is bounded."""


@dataclass(frozen=True, slots=True)
class Result:
    """What graphql-core calls an ExecutionResult."""

    data: dict[str, Any] | None
    errors: list[GraphQLError] | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A root field with its statement and the shape of its answer, or with what is wrong with its arguments."""

    key: str
    nodes: list[FieldNode]
    required: bool
    root: Root | None
    selection: Selection | None = None
    query: Query | None = None
    shape: Shaper | None = None
    error: RequestError | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The root fields of an operation, and the rows that its pages come to when all of them are full."""

    schema: GraphQLSchema
    fields: tuple[_Asked, ...]
    cost: int

    async def run(self, context: Context) -> Result:
        """Return the answer; MisfitError where one does not fit the schema."""
        context.cost = self.cost
        errors: list[GraphQLError] = []
        try:
            if len(self.fields) == 1:
                values = [await self._caught(self.fields[0], context, errors)]
            else:
                values = await _all([self._caught(one, context, errors) for one in self.fields])
        except GraphQLError as error:
            return Result(None, [*errors, error])
        data = {one.key: value for one, value in zip(self.fields, values, strict=True)}
        return Result(data, errors or None)

    async def _caught(self, asked: _Asked, context: Context, errors: list[GraphQLError]) -> Any:
        """Return the value of a field, null where it fails and may be null."""
        try:
            return await self._value(asked, context)
        except MisfitError:
            raise
        except Exception as error:
            located = located_error(error, asked.nodes, [asked.key])
            if asked.required:
                raise located from error
            errors.append(located)
            return None

    async def _value(self, asked: _Asked, context: Context) -> Any:
        if asked.root is None:
            return "Query"
        if asked.error is not None:
            raise type(asked.error)(*asked.error.args)  # a new one: each raising would lengthen the trace of one
        assert asked.selection is not None
        assert asked.query is not None
        assert asked.shape is not None
        query, value = await answered(context, self.schema, asked.root, asked.selection, asked.query)
        if query is not asked.query:  # asked anew with a present id for a former one
            return shaper(asked.selection, query.pages)(value)
        return asked.shape(value)


async def _all(coroutines: list[Any]) -> list[Any]:
    """Await all; the first failure ends the others."""
    tasks = [asyncio.ensure_future(one) for one in coroutines]
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def run(
    schema: GraphQLSchema, text: str, variables: dict[str, Any] | None, operation: str | None, context: Context
) -> Result | None:
    """Return the answer to an operation; None where it is graphql-core's to answer."""
    plan = plan_of(schema, text, variables, operation)
    if plan is None:
        return None
    try:
        return await plan.run(context)
    except MisfitError:
        context.cost = 0
        return None


def plan_of(schema: GraphQLSchema, text: str, variables: dict[str, Any] | None, operation: str | None) -> Plan | None:
    """Return the plan of an operation, None where it has none."""
    try:
        written = orjson.dumps(variables)
    except orjson.JSONEncodeError:
        return None
    make: Callable[..., Plan | None] = _kept if len(text) + len(written) < LARGEST else _made
    try:
        return make(schema, text, written, operation)
    except GraphQLError:  # a null for an argument that takes none, which only a variable can bring
        return None


def _made(schema: GraphQLSchema, text: str, variables: bytes, operation: str | None) -> Plan | None:
    document = _parsed(text) if len(text) < LARGEST else _parsed.__wrapped__(text)
    if document is None or validated(schema, document):
        return None
    counted = Tally()
    executor = Executor.build(schema, document, None, counted, orjson.loads(variables), operation)
    if isinstance(executor, list) or executor.operation.operation is not OperationType.QUERY:
        return None
    assert schema.query_type is not None
    collected = collect_fields(
        schema, executor.fragments, executor.variable_values, schema.query_type, executor.operation, False
    )
    grouped = {key: [one.node for one in group] for key, group in collected.grouped_field_set.items()}
    if any(nodes[0].name.value.startswith("__") and nodes[0].name.value != TYPENAME for nodes in grouped.values()):
        return None
    fields = tuple(_planned(executor, counted, key, nodes) for key, nodes in grouped.items())
    return Plan(schema, fields, counted.cost)


_kept = functools.lru_cache(maxsize=KEPT)(_made)


def _planned(executor: Executor[Any], counted: Tally, key: str, nodes: list[FieldNode]) -> _Asked:
    schema = executor.schema
    assert schema.query_type is not None
    name = nodes[0].name.value
    if name == TYPENAME:
        return _Asked(key, nodes, True, None)
    definition = schema.query_type.fields[name]
    root: Root = definition.extensions[GraphQLCoreConverter.DEFINITION_BACKREF].metadata[ROOT]
    required = is_non_null_type(definition.type)
    try:
        selection = select(executor, schema.query_type, nodes)
        query = compiled(counted, schema, selection)
    except RequestError as error:
        return _Asked(key, nodes, required, root, error=error)
    return _Asked(key, nodes, required, root, selection, query, shaper(selection, query.pages))


@functools.lru_cache(maxsize=KEPT)
def _parsed(text: str) -> DocumentNode | None:
    try:
        return parse(text, max_tokens=MAX_TOKENS)
    except (GraphQLError, RecursionError):
        return None

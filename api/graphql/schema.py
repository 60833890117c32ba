"""The GraphQL schema: its root fields, its limits and its printed form."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode
from strawberry.extensions import (
    MaxTokensLimiter,
    ParserCache,
    SchemaExtension,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import merge_types
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from api.graphql import plans
from api.graphql.alignments.queries import AlignmentQueries
from api.graphql.alignments.types import Alignment
from api.graphql.citations.queries import CitationQueries
from api.graphql.citations.types import Citation
from api.graphql.deadlines.queries import DeadlineQueries
from api.graphql.deadlines.types import Deadline
from api.graphql.departments.queries import DepartmentQueries
from api.graphql.departments.types import Department
from api.graphql.documents.queries import DocumentQueries
from api.graphql.errors import Schema
from api.graphql.execution import Context, Executor
from api.graphql.implementations.queries import ImplementationQueries
from api.graphql.limits import MAX_TOKENS, Validation
from api.graphql.nodes.queries import NodeQueries
from api.graphql.plans import Result
from api.graphql.provisions.queries import MeasureQueries
from api.graphql.provisions.types import Measure, Section
from api.graphql.regions.queries import RegionQueries
from api.graphql.regions.types import Region
from api.graphql.scalars import DATE
from api.graphql.search.queries import SearchQueries
from api.graphql.statistics.queries import StatisticsQueries
from api.graphql.traversals.queries import TraversalQueries
from api.graphql.wanted.queries import WantedQueries

Query = merge_types(
    "Query",
    (
        NodeQueries,
        DocumentQueries,
        MeasureQueries,
        CitationQueries,
        AlignmentQueries,
        DepartmentQueries,
        RegionQueries,
        SearchQueries,
        TraversalQueries,
        ImplementationQueries,
        DeadlineQueries,
        WantedQueries,
        StatisticsQueries,
    ),
)


class OneOperation(SchemaExtension):
    """Refuses several operations without the name of one, which Strawberry takes for the first (GraphQL, 6.1)."""

    def on_validate(self) -> Iterator[None]:
        """Look at the parsed document."""
        context = self.execution_context
        assert context.graphql_document is not None
        definitions = context.graphql_document.definitions
        operations = [one for one in definitions if isinstance(one, OperationDefinitionNode)]
        if len(operations) > 1 and context._provided_operation_name is None:
            raise GraphQLError("Must provide operation name if query contains multiple operations.")
        yield


@functools.cache
def schema() -> Schema:
    """Return the schema; operations beyond its limits are refused before anything is read."""
    return Schema(
        query=Query,
        types=(Measure, Section, Citation, Deadline, Department, Region, Alignment),
        config=StrawberryConfig(scalar_map={date: DATE}),
        execution_context_class=Executor,
        extensions=[
            lambda: MaxTokensLimiter(max_token_count=MAX_TOKENS),
            ParserCache,
            OneOperation,
            Validation,
        ],
    )


async def execute(
    text: str, variables: dict[str, Any] | None, context: Context, operation: str | None = None
) -> Result | ExecutionResult:
    """Return the answer to an operation, by a plan where there is one and `context.fast` allows it."""
    core = schema()._schema
    planned = await plans.run(core, text, variables, operation, context) if context.fast else None
    if planned is not None:
        return planned
    return await schema().execute(
        text,
        variable_values=variables,
        context_value=context,
        operation_name=operation,
        allowed_operation_types={OperationType.QUERY},
    )


def printed() -> str:
    """Return the schema as GraphQL writes it, with a line end."""
    return schema().as_str() + "\n"

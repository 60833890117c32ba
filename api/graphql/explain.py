"""Shows how an operation was answered: its statements, and how Neo4j plans them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api.graphql.compiler import Query
from api.graphql.execution import Reader


async def explained(reader: Reader, query: Query) -> dict[str, Any]:
    """Return a statement, its parameters, and its plan: a line an operator, those that it reads from further in."""
    return {
        "cypher": query.text,
        "parameters": {name: str(value) for name, value in query.parameters.items()},
        "plan": list(_lines(await reader.plan(query.text, query.parameters))),
    }


def _lines(operator: dict[str, Any], depth: int = 0) -> Iterator[str]:
    name = operator["operatorType"].partition("@")[0]
    details = str(operator.get("args", {}).get("Details", ""))
    yield f"{'  ' * depth}{name} {details}".rstrip()
    for child in operator.get("children", ()):
        yield from _lines(child, depth + 1)

"""Validates documents within limits, in time that grows with their text alone.

Strawberry's own limiters walk fragments anew wherever they are spread, which takes time without bound; here each
fragment is measured once, and what is beyond a limit is not looked at any further.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    validate,
)
from strawberry.extensions import SchemaExtension

MAX_TOKENS = 3000
MAX_DEPTH = 14
MAX_ALIASES = 60
MAX_FRAGMENTS = 60
"""Of one document: graphql-core goes from fragment to fragment by calls, whose number Python bounds."""
MAX_FIELDS = 500
"""In the text of one document: graphql-core compares each with each where they may merge."""


class Size(NamedTuple):
    """How deep a selection is, how many aliases it has with every fragment written out, and fields in the text."""

    depth: int = 0
    aliases: int = 0
    fields: int = 0


class Validation(SchemaExtension):
    """Validates each document once, and what is within the limits alone."""

    def on_validate(self) -> Iterator[None]:
        """Look at the parsed document."""
        context = self.execution_context
        assert context.graphql_document is not None
        context.pre_execution_errors = validated(context.schema._schema, context.graphql_document)
        yield


@functools.lru_cache(maxsize=128)
def validated(schema: GraphQLSchema, document: DocumentNode) -> list[GraphQLError]:
    """Return what is wrong with a document."""
    return list(_Measured(document).errors()) or validate(schema, document)


class _Measured:
    """A document whose fragments are measured when they are met; cycles and unknown ones count nothing."""

    def __init__(self, document: DocumentNode) -> None:
        self._definitions = document.definitions
        fragments = [one for one in document.definitions if isinstance(one, FragmentDefinitionNode)]
        self._fragments = {one.name.value: one for one in fragments}
        self._count = len(fragments)
        self._known: dict[str, Size] = {}

    def errors(self) -> Iterator[GraphQLError]:
        """Say which limits the document is beyond."""
        if self._count > MAX_FRAGMENTS:
            yield GraphQLError(f"{self._count} fragments found. Allowed: {MAX_FRAGMENTS}")
            return
        operations = [one for one in self._definitions if isinstance(one, OperationDefinitionNode)]
        sizes = [self._selections(one.selection_set) for one in operations]
        aliases = sum(size.aliases for size in sizes)
        for name in self._fragments:
            self._fragment(name)
        fields = sum(size.fields for size in [*sizes, *self._known.values()])
        if any(size.depth > MAX_DEPTH for size in sizes):
            yield GraphQLError(f"The operation exceeds the maximum depth of {MAX_DEPTH}.")
        if aliases > MAX_ALIASES:
            yield GraphQLError(f"{aliases} aliases found. Allowed: {MAX_ALIASES}")
        if fields > MAX_FIELDS:
            yield GraphQLError(f"{fields} fields found. Allowed: {MAX_FIELDS}")

    def _selections(self, chosen: SelectionSetNode | None) -> Size:
        sizes = [self._selection(one) for one in chosen.selections] if chosen else []
        deepest = max((one.depth for one in sizes), default=0)
        return Size(deepest, sum(one.aliases for one in sizes), sum(one.fields for one in sizes))

    def _selection(self, node: Any) -> Size:
        if isinstance(node, FragmentSpreadNode):
            return self._fragment(node.name.value)._replace(fields=0)
        size = self._selections(node.selection_set)
        if not isinstance(node, FieldNode):
            return size
        # The schema itself is answered from memory, and graphql-core bounds how deep it is asked.
        depth = 0 if node.name.value.startswith("__") else size.depth + bool(node.selection_set)
        return Size(depth, size.aliases + (node.alias is not None), size.fields + 1)

    def _fragment(self, name: str) -> Size:
        if name not in self._known:
            self._known[name] = Size()  # what a cycle finds
            fragment = self._fragments.get(name)
            self._known[name] = self._selections(fragment.selection_set) if fragment else Size()
        return self._known[name]

"""Turns what an operation asks of a root field into a tree, as graphql-core itself collects it.

Fragments, aliases, merged fields, @skip and @include are graphql-core's work (`collect_subfields`), so that the
compiled path cannot differ from the specification there.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLAbstractType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_abstract_type,
    is_object_type,
)
from graphql.execution.collect_fields import FieldDetails, FieldDetailsList
from graphql.execution.executor import Executor
from graphql.execution.values import get_argument_values

TYPENAME = "__typename"


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """One selected field: its response key, its type, its arguments, and what is selected of each type that it may be.

    `branches` is empty for a leaf; `parent` is the name of the type that has the field. Types of an interface of which
    the same fields of it are selected share one tuple of fields.
    """

    key: str
    name: str
    parent: str
    type: GraphQLOutputType
    arguments: dict[str, Any]
    branches: dict[str, tuple[Selection, ...]]
    abstract: str | None

    @property
    def type_name(self) -> str:
        """Name of the field's type without list and non-null."""
        return str(get_named_type(self.type).name)


def select(executor: Executor[Any], parent: GraphQLObjectType, nodes: list[FieldNode]) -> Selection:
    """Return the selection of a root field, given its nodes in the operation."""
    details = [FieldDetails(node, None, None) for node in nodes]
    return _field(executor, parent, nodes[0].alias.value if nodes[0].alias else nodes[0].name.value, details)


def _field(executor: Executor[Any], parent: GraphQLObjectType, key: str, details: FieldDetailsList) -> Selection:
    node = details[0].node
    definition = executor.schema.get_field(parent, node.name.value)
    if definition is None:
        raise LookupError(f"{parent.name} has no field {node.name.value}")
    named = get_named_type(definition.type)
    branches: dict[str, tuple[Selection, ...]] = {}
    if is_object_type(named):
        branches[named.name] = _fields(executor, named, details)
    elif is_abstract_type(named):
        branches = _branches(executor, named, details)
    return Selection(
        key=key,
        name=node.name.value,
        parent=parent.name,
        type=definition.type,
        arguments=_arguments(executor, definition, details[0]),
        branches=branches,
        abstract=named.name if is_abstract_type(named) else None,
    )


def _fields(executor: Executor[Any], type_: GraphQLObjectType, details: FieldDetailsList) -> tuple[Selection, ...]:
    grouped = executor.collect_subfields(type_, details).grouped_field_set
    return tuple(_field(executor, type_, key, group) for key, group in grouped.items())


def _branches(
    executor: Executor[Any], type_: GraphQLAbstractType, details: FieldDetailsList
) -> dict[str, tuple[Selection, ...]]:
    """Return what is selected of each type that `type_` may be.

    What is selected of a Provision is read once for its types: else each level of provisions in provisions would double
    the selection, and the statement with it. The types of Node have ids of different kinds, so they share nothing.
    """
    common = {TYPENAME, *getattr(type_, "fields", {})} if type_.name != "Node" else set()
    read: dict[tuple[object, ...], tuple[Selection, ...]] = {}
    branches = {}
    for possible in executor.schema.get_possible_types(type_):
        grouped = executor.collect_subfields(possible, details).grouped_field_set
        same: tuple[object, ...] = tuple((key, *(id(one.node) for one in group)) for key, group in grouped.items())
        if not all(group[0].node.name.value in common for group in grouped.values()):
            same = (possible.name, *same)
        if same not in read:
            read[same] = tuple(_field(executor, possible, key, group) for key, group in grouped.items())
        branches[possible.name] = read[same]
    return branches


def _arguments(executor: Executor[Any], definition: GraphQLField, details: FieldDetails) -> dict[str, Any]:
    if not definition.args:
        return {}
    values = get_argument_values(definition, details.node, executor.variable_values, details.fragment_variable_values)
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    """Return an argument as a parameter of a statement: stored words for enums, null inputs left out."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value

"""Declares the fields of the schema: each one reads what the compiled statement answered under its response key."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry

Record = dict[str, Any]

TYPE = ":type"
"""The key under which a record of an interface or union names its type; no response key can hold a colon."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a field: its type, what it means, its default (none: required) and its name in GraphQL."""

    type: Any
    description: str
    default: Any = inspect.Parameter.empty
    name: str | None = None


def field(description: str, *, name: str | None = None, **arguments: Argument) -> Any:
    """Return a field whose value stands in the record under the response key."""

    def read(root: Record, info: strawberry.Info, **_: object) -> Any:
        return root[str(info.path.key)]

    return declare(read, description, name, arguments)


def declare(
    resolver: Callable[..., Any],
    description: str,
    name: str | None,
    arguments: dict[str, Argument],
    metadata: Mapping[Any, Any] | None = None,
) -> Any:
    """Return a field with `resolver`, which takes the record, the info and these arguments by name."""
    signed = inspect.Signature(
        [
            inspect.Parameter("root", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Any),
            inspect.Parameter("info", inspect.Parameter.KEYWORD_ONLY, annotation=strawberry.Info),
            *(_parameter(key, argument) for key, argument in arguments.items()),
        ]
    )
    vars(resolver)["__signature__"] = signed
    return strawberry.field(resolver=resolver, description=description, name=name, metadata=metadata)


def _parameter(key: str, argument: Argument) -> inspect.Parameter:
    described = strawberry.argument(description=argument.description, name=argument.name)
    return inspect.Parameter(
        key,
        inspect.Parameter.KEYWORD_ONLY,
        default=argument.default,
        annotation=Annotated[argument.type, described],
    )


def optional(type_: Any, description: str, *, name: str | None = None) -> Argument:
    """Return an argument that may be left out."""
    return Argument(type_ | None, description, strawberry.UNSET, name)


def paging(default: int = 50) -> dict[str, Any]:
    """Return the arguments that choose the page of a list; `default` is how many rows it has when none is said."""
    return {
        "first": Argument(int | None, "How many rows, at most 100 (每页条数).", default),
        "after": optional(str, "Only rows behind this cursor (起始游标)."),
        "last": optional(int, "How many rows, counted from the end; first is then not looked at (末尾条数)."),
        "before": optional(str, "Only rows in front of this cursor (截止游标)."),
    }


class Named:
    """A type that stands behind an interface or union: its record says which one it is."""

    @classmethod
    def resolve_type(cls, record: Record, *_: object) -> str:
        """Return the name of the record's type."""
        return str(record[TYPE])

    @classmethod
    def is_type_of(cls, record: object, _: object) -> bool:
        """Accept a record of this type: one that stands behind a union says which it is."""
        return isinstance(record, dict) and record.get(TYPE, cls.__name__) == cls.__name__

"""Operations over the whole schema for hypothesis: aliases, fragments, directives, interfaces, unions, arguments."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLInputObjectType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from hypothesis import strategies as st

MOST_ALIASES = 30
"""Beyond them an operation grows no deeper, so that it stays within the limits of the schema."""
IDS = (
    "甲发〔2021〕1号",
    "乙发〔2022〕7号",
    "丙发〔2020〕9号",
    "旧甲",
    "乙发〔2022〕7号#一/（一）",
    "乙发〔2022〕7号#preamble",
    "废止决定@2023-01-01#preamble!同名!0",
    "江苏省发展和改革委员会",
    "各设区市人民政府@320000",
    "320000",
    "长三角",
    "什么也不是",
)
TEXTS = ("投资", "项目 开工", "江苏省", "乙发[2022]7号", "", "%' OR 1=1 //", "省发展改革委")
DATES = ("2020-01-01", "2022-06-01", "2023-06-01", "2030-01-01")

Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass
class _Writer:
    """Writes one operation; every alias is new, so that no two fields of one response key differ.

    Fields without arguments mostly stand unaliased, so that equal ones merge; those of a single type of an interface
    or union are always aliased, since types of one name may differ between them.
    """

    schema: GraphQLSchema
    draw: Draw
    cursors: Sequence[str] = ()
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0

    def selections(self, type_: Any, depth: int, aliased: bool = False) -> str:
        depth = 0 if self.aliases > MOST_ALIASES else depth
        parts = ["__typename"] if self.draw(st.integers(0, 4)) == 0 else []
        if is_abstract_type(type_):
            parts += [self.narrowed(one, depth) for one in self.some(self.schema.get_possible_types(type_), 2)]
        names = sorted(getattr(type_, "fields", {}))
        fitting = [name for name in names if depth > 0 or is_leaf_type(get_named_type(type_.fields[name].type))]
        parts += [self.field(name, type_.fields[name], depth, aliased) for name in self.some(fitting, 4)]
        return "{ " + " ".join(filter(None, parts) if any(parts) else ["__typename"]) + " }"

    def some(self, choices: Any, most: int) -> list[Any]:
        ordered = sorted(choices, key=str)
        if not ordered:
            return []
        chosen: list[Any] = self.draw(st.lists(st.sampled_from(ordered), min_size=1, max_size=most, unique=True))
        return chosen

    def narrowed(self, type_: Any, depth: int) -> str:
        inner = self.selections(type_, depth, aliased=True)
        if self.draw(st.booleans()):
            return f"... on {type_.name} {self.directive()} {inner}"
        name = f"F{len(self.fragments)}"
        self.fragments.append(f"fragment {name} on {type_.name} {inner}")
        return f"...{name} {self.directive()}"

    def field(self, name: str, definition: Any, depth: int, aliased: bool) -> str:
        arguments = self.arguments(definition.args)
        alias = ""
        if aliased or definition.args or self.draw(st.integers(0, 4)) == 0:
            self.aliases += 1
            alias = f"k{self.aliases}: "
        text = f"{alias}{name}{arguments} {self.directive()}"
        named = get_named_type(definition.type)
        return text if is_leaf_type(named) else f"{text} {self.selections(named, depth - 1)}"

    def directive(self) -> str:
        return str(
            self.draw(st.sampled_from(["", "", "", "", "@include(if: $yes)", "@skip(if: $no)", "@skip(if: $yes)"]))
        )

    def arguments(self, args: dict[str, GraphQLArgument]) -> str:
        given = {
            name: self.value(name, argument.type)
            for name, argument in args.items()
            # Most cursors belong elsewhere, so few are given, or most operations would be refused.
            if (name not in {"after", "before"} or (self.cursors and self.draw(st.integers(0, 7)) == 0))
            and (is_non_null_type(argument.type) or self.draw(st.booleans()))
        }
        return f"({', '.join(f'{name}: {value}' for name, value in given.items())})" if given else ""

    def value(self, name: str, type_: Any) -> str:
        if is_non_null_type(type_):
            return self.value(name, type_.of_type)
        if is_list_type(type_):
            return f"[{self.value(name, type_.of_type)}]"
        if is_input_object_type(type_):
            return self.object(type_)
        if name in {"after", "before"}:
            return json.dumps(self.draw(st.sampled_from(self.cursors)))
        if is_enum_type(type_):
            return str(self.draw(st.sampled_from(sorted(type_.values))))
        return self.scalar(name, type_.name)

    def object(self, type_: GraphQLInputObjectType) -> str:
        names = self.some(type_.fields, 2)
        return "{" + ", ".join(f"{name}: {self.value(name, type_.fields[name].type)}" for name in names) + "}"

    def scalar(self, name: str, type_name: str) -> str:
        choices: dict[str, tuple[str, ...]] = {
            "ID": tuple(f'"{one}"' for one in IDS),
            "String": tuple(f'"{one}"' for one in (IDS if name == "docNumber" else TEXTS)),
            "Date": tuple(f'"{one}"' for one in DATES),
            "Boolean": ("true", "false"),
            "Float": ("0.5", "1"),
            "Int": ("2021", "2022") if name == "year" else ("1", "2", "3"),
        }
        return str(self.draw(st.sampled_from(choices[type_name])))


@st.composite
def operations(draw: Draw, schema: GraphQLSchema, depth: int, cursors: Sequence[str] = ()) -> str:
    """One sound operation with one or two root fields; its variables have defaults.

    Without cursors, no list goes on behind one.
    """
    writer = _Writer(schema, draw, cursors)
    query = schema.query_type
    assert query is not None
    fields = [
        writer.field(name, query.fields[name], depth, True)
        for name in writer.some([n for n in query.fields if n != "stats"], 2)
    ]
    head = "query ($yes: Boolean = true, $no: Boolean = false) { __typename @include(if: $yes) @skip(if: $no)"
    return "\n".join([f"{head} {' '.join(fields)} }}", *writer.fragments])

"""Texts that would be harmful as a part of a statement, and every place of the schema that takes a text."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLInputObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

LOW = "乙发〔2022〕7号"
UNKNOWN = "什么也不是"
"""What is found nowhere: a hostile text is answered as this one is."""
INJECTIONS = (
    "' OR 1=1 //",
    '" OR ""="',
    "`) DETACH DELETE (n",
    "'}) DETACH DELETE n //",
    "}) CREATE (:Document {id: 'x'}) //",
    "{{this}} {{child}} {{select}}",
    "{{$id}} {{statement:trace/trace}}",
    "$p0 $query $document",
    "\\u0027 OR true //",
    "\\' RETURN 1 //",
    "// if id",
    "*) LOAD CSV FROM 'file:///etc/passwd' AS x //",
    "CALL dbms.components()",
    "${jndi:ldap://127.0.0.1/a}",
    "../../../../etc/passwd",
    "%s %d %n {0} {}",
)
SEARCHES = (
    "*",
    "?",
    "投*",
    "*资",
    "投资~",
    "投资~0.1",
    "/投.*/",
    "title:投资",
    "tokens:投资 OR tokens:开工",
    "[a TO z]",
    "{* TO *}",
    "+投资 -扩大",
    "!投资",
    "投资 && 项目",
    "投资 || 没有",
    "投资 AND NOT 扩大",
    "(投资",
    '"投资 项目"~10',
    '\\"投资',
    "投资^1000",
    "\\",
    "_exists_:id",
    "*:*",
    "ａ：ｂ",
)
"""What Lucene would read as more than words."""
VALID = {
    "text": "投资",
    "document": LOW,
    "from": LOW,
    "to": LOW,
    "upper": "甲发〔2021〕1号",
    "lower": LOW,
    "region": "320000",
}
ONE = {"document": LOW, "department": "国务院", "region": "320000"}
"""The root fields that answer one thing whose fields take arguments, and an id for each."""


def places(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    """Yield the name of each argument that takes a text, down to fields of fields, and an operation with it as $x."""
    query = schema.query_type
    assert query is not None
    for name, definition in query.fields.items():
        for where, (kind, arguments) in _filled(definition.args):
            yield f"{name}({where})", f"query ($x: {kind}) {{ {name}{arguments} {_leaves(definition.type)} }}"
    for name, identifier in ONE.items():
        for inner, definition in get_named_type(query.fields[name].type).fields.items():
            for where, (kind, arguments) in _filled(definition.args):
                asked = f"{inner}{arguments} {_leaves(definition.type)}"
                yield f"{name}.{inner}({where})", f'query ($x: {kind}) {{ {name}(id: "{identifier}") {{ {asked} }} }}'


def _filled(args: dict[str, GraphQLArgument]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield where a text can stand among arguments, and the arguments with $x there and with all that is needed."""
    for name, argument in args.items():
        for path, kind, value in _texts(name, argument.type):
            needed = [other for other in args if other != name and is_non_null_type(args[other].type)]
            others = [f"{other}: {_value(other, args[other])}" for other in needed]
            yield path, (kind, f"({', '.join([f'{name}: {value}', *others])})")


def _texts(path: str, type_: Any) -> Iterator[tuple[str, str, str]]:
    named = get_named_type(type_)
    if is_input_object_type(named):
        assert isinstance(named, GraphQLInputObjectType)
        for name, field in named.fields.items():
            for inner, kind, value in _texts(f"{path}.{name}", field.type):
                yield inner, kind, f"{{{name}: {value}}}"
    elif named.name in {"ID", "String"} and not is_list_type(get_nullable_type(type_)):
        yield path, f"{named.name}!", "$x"


def _leaves(type_: Any) -> str:
    """Select what says whether something was found; never the text that was sent."""
    named = get_named_type(type_)
    if is_leaf_type(named):
        return ""
    fields = getattr(named, "fields", {})
    if "totalCount" in fields:
        return "{ totalCount pageInfo { hasNextPage } }"
    leaves = [
        name
        for name, field in fields.items()
        if is_leaf_type(get_named_type(field.type)) and not field.args and name != "normalized"
    ]
    return f"{{ __typename {' '.join(leaves)} }}"


def _value(name: str, argument: GraphQLArgument) -> str:
    return "{}" if is_input_object_type(get_named_type(argument.type)) else json.dumps(VALID[name])


def forgeries(cursor: str) -> Iterator[tuple[str, str]]:
    """Yield cursors made of one that the server gave out: damaged, and with other keys sealed in."""
    raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    yield from {
        "cut": cursor[: len(cursor) // 2],
        "twice": cursor * 2,
        "padded": cursor + "=" * 3,
        "with a blank": cursor[:5] + " " + cursor[5:],
        "reversed": cursor[::-1],
        "huge": cursor * 500,
        "of another alphabet": "文件" + cursor,
        "not of base64": "!" * 40,
        "empty": "",
        "of NUL": "\0",
        "of bytes": _sealed(bytes(range(256))),
        "of half a list": _sealed(raw[: len(raw) // 2]),
        "of 10,000 lists": _sealed(b"[" * 10_000 + b"]" * 10_000),
        "of a surrogate": _sealed(raw.replace(b'"]', b'\\ud800"]')),
        "of NaN": _sealed(b'["Query:documents", NaN, "x"]'),
    }.items()
    values = json.loads(raw)
    for place in range(len(values)):
        for wrong in (
            None,
            True,
            0,
            -1,
            2**63,
            2**64 - 1,
            10**400,
            1e308,
            [],
            {},
            ["x"],
            {"a": [1]},
            *INJECTIONS,
            "x" * 9000,
        ):
            changed = [*values[:place], wrong, *values[place + 1 :]]
            yield f"{place}: {str(wrong)[:30]}", _sealed(json.dumps(changed).encode())
    yield "without keys", _sealed(json.dumps(values[:1]).encode())
    yield "with more keys", _sealed(json.dumps(values * 50).encode())
    yield "of an object", _sealed(json.dumps({"after": values}).encode())


def _sealed(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")

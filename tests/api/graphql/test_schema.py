"""The schema is committed as it is, and keeps the contract."""

from __future__ import annotations

from pathlib import Path

from graphql import GraphQLSchema, build_schema, find_breaking_changes, find_dangerous_changes

from api.graphql.schema import printed, schema


def test_the_committed_schema_is_current() -> None:
    committed = (Path(__file__).parents[3] / "schema.graphql").read_text("utf8")
    assert committed == printed(), "mailuo schema > schema.graphql renews it"


def test_every_type_field_argument_and_default_of_the_contract_is_there(shared: Path) -> None:
    contract = build_schema((shared / "contract" / "schema.graphql").read_text("utf8"))
    ours = build_schema(printed())
    changes = [*find_breaking_changes(contract, ours), *find_dangerous_changes(contract, ours)]
    found = {change.description for change in changes if "_ADDED" not in change.type.name}
    assert found == set()


def test_everything_of_the_schema_is_described() -> None:
    core: GraphQLSchema = schema()._schema
    bare = [
        f"{name}.{field}"
        for name, type_ in core.type_map.items()
        if not name.startswith("__") and name not in {"Query", "PageInfo"}
        for field, definition in getattr(type_, "fields", {}).items()
        for described in (definition, *getattr(definition, "args", {}).values())
        if not described.description
    ]
    assert bare == []

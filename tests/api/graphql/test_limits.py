"""What is asked for stays bounded, and what fails is typed or masked."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from typing import Any

import pytest
from graphql import GraphQLError
from neo4j.exceptions import ClientError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError
from strawberry.schema.exceptions import InvalidOperationTypeError

from api.graphql import plans
from api.graphql.compiler import MAX_ROWS
from api.graphql.errors import EngineError, formatted, from_neo4j
from api.graphql.limits import MAX_ALIASES
from api.graphql.reader import Neo4jReader
from api.graphql.schema import schema
from graph.session import Database
from loaders.errors import MailuoError
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j


class Failing:
    """A reader that fails in one way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:  # noqa: ARG002
        raise self.error

    async def call(self, function: Any) -> Any:  # noqa: ARG002
        raise self.error


def _nested(levels: int) -> str:
    inner = "id"
    for _ in range(levels):
        inner = f"parent {{ {inner} }}"
    return f'{{ node(id: "320000") {{ ... on Region {{ {inner} }} }} }}'


def test_depth_is_bounded(ask: Asker) -> None:
    assert "errors" not in ask.run(_nested(8))
    code, message = ask.refused(_nested(20))
    assert code == "BAD_REQUEST"
    assert "depth" in message


def test_aliases_are_bounded(ask: Asker) -> None:
    fields = " ".join(f"a{number}: __typename" for number in range(MAX_ALIASES + 1))
    code, message = ask.refused(f"{{ {fields} }}")
    assert code == "BAD_REQUEST"
    assert "aliases" in message


def test_tokens_are_bounded(ask: Asker) -> None:
    code, message = ask.refused("{ " + "__typename " * 4000 + "}")
    assert code == "BAD_REQUEST"
    assert "tokens" in message


def test_rows_are_bounded_over_all_root_fields(ask: Asker) -> None:
    page = "documents(first: 100) { nodes { id provisions(first: 100) { nodes { id } } } }"
    answer = ask.run(f"{{ {' '.join(f'p{number}: {page}' for number in range(6))} }}")
    assert answer["data"] is None
    codes = {(error["extensions"]["code"], error["message"]) for error in answer["errors"]}
    assert codes == {("TOO_MUCH", f"The operation asks for more than {MAX_ROWS} rows; take smaller pages.")}
    inner = "provisions(first: 100) { nodes { document { provisions { nodes { id } } } } }"
    deep = f"documents(first: 100) {{ nodes {{ {inner} }} }}"
    assert ask.refused(f"{{ {deep} }}")[0] == "TOO_MUCH"


@pytest.mark.parametrize(
    "query",
    [
        "query ($x: Boolean = true) { a: documents @include(if: $x) { totalCount } }",
        "query ($x: Boolean = true) { documents { totalCount @include(if: $x) } }",
        'query ($x: Date = "2022-01-01") { documents { nodes { validity(on: $x) { answer } } } }',
    ],
)
def test_a_null_where_none_may_be_is_the_clients_fault(ask: Asker, query: str) -> None:
    assert "errors" not in ask.run(query)
    answer = ask.run(query, {"x": None})
    assert answer == ask.run(query, {"x": None}, fast=False)
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"BAD_REQUEST"}


def test_every_field_that_fails_is_named(ask: Asker) -> None:
    answer = ask.run('{ a: document(id: "x", docNumber: "y") { id } trace(document: "nope") { truncated } }')
    assert answer["data"] is None
    assert [error["path"] for error in answer["errors"]] == [["a"], ["trace"]]


def test_an_argument_that_is_refused_again_and_again_leaves_nothing_behind(ask: Asker) -> None:
    query = "{ documents(first: 1000) { nodes { id } } }"
    for _ in range(20):
        ask.refused(query)
    plan = plans.plan_of(schema()._schema, query, None, None)
    assert plan is not None
    assert plan is plans.plan_of(schema()._schema, query, None, None)
    error = plan.fields[0].error
    assert error is not None
    assert len(traceback.extract_tb(error.__traceback__)) < 20


def test_nothing_can_be_written(reader: Neo4jReader, ask: Asker, small: Database) -> None:
    with pytest.raises(ClientError, match="read access mode"):
        ask.runner.run(reader.value("CREATE (n:Document {id: 'x'}) RETURN n.id AS value", {}))
    with pytest.raises(ClientError):
        ask.runner.run(reader.value("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row AS value LIMIT 1", {}))
    assert small.read("MATCH (d:Document) RETURN count(*) AS count") == [{"count": 4}]
    with pytest.raises(InvalidOperationTypeError):
        ask.run("mutation { stats { held } }")


@pytest.mark.parametrize("text", ["' OR 1=1 //", '"}) DETACH DELETE n //', "`}} {{$id}}", "\\u0027", "*:* AND ~"])
def test_values_are_never_part_of_a_statement(ask: Asker, text: str) -> None:
    query = """query ($text: String!, $id: ID!) {
      documents(where: {text: $text}) { totalCount } node(id: $id) { id } lookup(text: $text) { status }
      document(id: $id) { id } byNumber: document(docNumber: $text) { id }
    }"""
    assert ask(query, text=text, id=text) == {
        "documents": {"totalCount": 0},
        "node": None,
        "lookup": {"status": "NONE"},
        "document": None,
        "byNumber": None,
    }


def test_a_statement_ends_at_its_time_limit(ask: Asker) -> None:
    async def ask_for_too_much() -> str:
        hasty = Neo4jReader(timeout=0.3)
        await hasty.open()
        try:
            await hasty.value("UNWIND range(1, 1000000000) AS a RETURN sum(a % 7) AS value", {})
        except Exception as error:
            return getattr(error, "code", repr(error))
        finally:
            await hasty.close()
        return "no error"

    assert ask.runner.run(ask_for_too_much()) == "TIMEOUT"


NO_INDEX = "Caused by: There is no such fulltext schema index: document_tokens"


def _coded(kind: type[Neo4jError], code: str, message: str = "told") -> Neo4jError:
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    assert isinstance(error, kind)
    return error


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ServiceUnavailable("gone"), "ENGINE_UNAVAILABLE"),
        (SessionExpired("gone"), "ENGINE_UNAVAILABLE"),
        (ConnectionResetError(), "ENGINE_UNAVAILABLE"),
        (_coded(ClientError, "Neo.ClientError.Transaction.TransactionTimedOut"), "TIMEOUT"),
        (_coded(TransientError, "Neo.TransientError.General.MemoryPoolOutOfMemoryError"), "TOO_MUCH"),
        (_coded(TransientError, "Neo.TransientError.General.DatabaseUnavailable"), "ENGINE_UNAVAILABLE"),
        (_coded(ClientError, "Neo.ClientError.Procedure.ProcedureCallFailed", NO_INDEX), "ENGINE_UNAVAILABLE"),
    ],
)
def test_failures_of_the_driver_are_typed(ask: Asker, error: Neo4jError | OSError, code: str) -> None:
    found = Asker(ask.runner, Failing(from_neo4j(error))).refused("{ documents { totalCount } }")  # type: ignore[arg-type]
    assert found[0] == code


def test_unforeseen_failures_are_masked_and_logged(ask: Asker, caplog: pytest.LogCaptureFixture) -> None:
    failing = Asker(ask.runner, Failing(from_neo4j(_coded(ClientError, "Neo.ClientError.Statement.SyntaxError"))))  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR, "mailuo.graphql"):
        found = failing.refused("{ documents { totalCount } }")
    assert found == ("INTERNAL", "The request failed for a reason inside the server; its log has it as r1.")
    assert "told" in caplog.text


@pytest.mark.parametrize(("exit_code", "code"), [(2, "BAD_INPUT"), (3, "ENGINE_UNAVAILABLE")])
def test_errors_meant_for_people_are_passed_on(ask: Asker, exit_code: int, code: str) -> None:
    failing = Asker(ask.runner, Failing(MailuoError("A sentence.", "Advice.", exit_code)))  # type: ignore[arg-type]
    assert failing.refused('{ lookup(text: "x") { status } }') == (code, "A sentence.")


def test_an_error_within_an_error_is_found() -> None:
    inner = GraphQLError("outer", original_error=GraphQLError("inner", original_error=EngineError("gone")))
    assert formatted(inner, "r2")["extensions"] == {"code": "ENGINE_UNAVAILABLE", "requestId": "r2"}

"""A small graph of our own in the real Neo4j, and what asks the schema about it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api.graphql.errors import formatted
from api.graphql.execution import Context
from api.graphql.reader import Neo4jReader
from api.graphql.schema import execute
from graph.schema import ensure
from graph.session import Database
from graph.tokens import tokens
from loaders.keys import number_key, title_key

SMALL = Path(__file__).parent / "small.cypher"
Answer = dict[str, Any]


class Asker:
    """Runs operations one after the other; `fast` false leaves every value to graphql-core."""

    def __init__(self, runner: asyncio.Runner, reader: Neo4jReader) -> None:
        self.runner = runner
        self.reader = reader

    def run(self, query: str, variables: dict[str, Any] | None = None, *, fast: bool = True) -> Answer:
        """Return the response as a client gets it: data, and errors where there are any."""
        context = Context(reader=self.reader, request_id="r1", fast=fast)
        result = self.runner.run(execute(query, variables, context))
        answer: Answer = {"data": result.data}
        if result.errors:
            answer["errors"] = [formatted(error, "r1") for error in result.errors]
        return answer

    def __call__(self, query: str, **variables: Any) -> Any:
        """Return the data of an operation that both paths answer alike and without errors."""
        answer = self.run(query, variables)
        assert "errors" not in answer, answer["errors"]
        assert self.run(query, variables, fast=False) == answer
        return answer["data"]

    def refused(self, query: str, **variables: Any) -> tuple[str, str]:
        """Return code and message of the one error that both paths answer with."""
        answer = self.run(query, variables)
        assert self.run(query, variables, fast=False) == answer
        (error,) = answer["errors"]
        return error["extensions"]["code"], error["message"]


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    """The event loop of the asynchronous driver."""
    with asyncio.Runner() as running:
        yield running


@pytest.fixture(scope="session")
def reader(engine: Database, runner: asyncio.Runner) -> Iterator[Neo4jReader]:
    """The reader of the tests' Neo4j."""
    # A busy machine may take its time; the limit has a test of its own.
    opened = Neo4jReader(timeout=120)
    runner.run(opened.open())
    yield opened
    runner.run(opened.close())


@pytest.fixture(scope="session")
def indexed(engine: Database) -> None:
    """The constraints and indexes of a database that is loaded into."""
    ensure(engine)


@pytest.fixture
def small(indexed: None, database: Database) -> Database:  # noqa: ARG001
    """The graph of small.cypher, with the keys and words by which a load lets things be found."""
    database.write(SMALL.read_text("utf8"))
    for row in database.read(
        "MATCH (n:Document|Provision|Department|Region) "
        "RETURN n.id AS id, n.title AS title, n.name AS name, n.text AS text"
    ):
        database.write(
            "MATCH (n:Document|Provision|Department|Region {id: $id}) SET n.tokens = $tokens",
            id=row["id"],
            tokens=tokens(row["title"], row["name"], None if row["title"] else row["text"]),
        )
    for row in database.read("MATCH (d:Document) RETURN d.id AS id, d.doc_number AS number, d.title AS title"):
        database.write(
            "MATCH (d:Document {id: $id}) SET d.number_key = $number_key, d.title_keys = $title_keys",
            id=row["id"],
            number_key=row["number"] and number_key(row["number"]),
            title_keys=[] if row["title"] == row["number"] else [str(title_key(row["title"]))],
        )
    return database


@pytest.fixture
def ask(small: Database, reader: Neo4jReader, runner: asyncio.Runner) -> Asker:  # noqa: ARG001
    """What asks the schema about the small graph."""
    return Asker(runner, reader)

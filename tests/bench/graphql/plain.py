"""Plain Strawberry over the same graph: default resolvers, and a DataLoader that batches each relation.

The server that a good developer writes with Strawberry's own means: one query a relation and level, only the columns
that the types have, drivers and caches as mailuo has them. ``NEO4J_URI=… PORT=… python -m tests.bench.graphql.plain``.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Any, LiteralString

import neo4j
import strawberry
import uvicorn
from neo4j import AsyncDriver, AsyncGraphDatabase
from starlette.applications import Starlette
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache

DOCUMENT: LiteralString = "{.id, .doc_number, .title, .kind, .level, issued_on: toString(d.issued_on)}"
DOCUMENTS: LiteralString = (
    f"MATCH (d:Document {{held: true}}) WITH d ORDER BY d.issued_on DESC, d.id LIMIT $first RETURN d{DOCUMENT} AS row"
)
NUMBERED: LiteralString = f"MATCH (d:Document {{doc_number: $number}}) RETURN d{DOCUMENT} AS row LIMIT 1"
NAMED: LiteralString = "MATCH (b:Department {name: $name}) RETURN b{.id, .name} AS row LIMIT 1"
FIRST_MEASURES: LiteralString = """
    UNWIND $keys AS key MATCH (d:Document {id: key})
    RETURN key, COLLECT {
      MATCH (d)-[:HAS_PROVISION]->(m:Measure) WITH m ORDER BY m.position LIMIT $first
      RETURN m{.id, .path, .heading, .text}
    } AS rows"""
RESPONSIBILITIES: LiteralString = """
    UNWIND $keys AS key MATCH (m:Provision {id: key})
    RETURN key, COLLECT {
      MATCH (m)<-[r:RESPONSIBLE_FOR]-(b:Department) RETURN {role: r.role, department: b{.id, .name}} ORDER BY r.start
    } AS rows"""
IMPLEMENTED_BY: LiteralString = f"""
    UNWIND $keys AS key MATCH (u:Document {{id: key}})
    RETURN key, COLLECT {{ MATCH (u)<-[:IMPLEMENTS]-(d:Document) RETURN d{DOCUMENT} ORDER BY d.id }} AS rows"""
ISSUERS: LiteralString = """
    UNWIND $keys AS key MATCH (d:Document {id: key})
    RETURN key, COLLECT {
      MATCH (d)-[at:ISSUED_BY]->(b:Department) RETURN b{.id, .name} ORDER BY at.position
    } AS rows"""
LEADS: LiteralString = """
    UNWIND $keys AS key MATCH (b:Department {id: key})
    RETURN key, COLLECT {
      MATCH (b)-[r:RESPONSIBLE_FOR {role: 'lead'}]->(m:Measure) WITH r, m ORDER BY m.id LIMIT $first
      RETURN {role: r.role, measure: m{.id, .path, .heading, .text}}
    } AS rows"""

Rows = list[dict[str, Any]]


class Context:
    """What the resolvers of one request share: the driver, and a loader a relation."""

    def __init__(self, driver: AsyncDriver, database: str) -> None:
        self._driver = driver
        self._database = database
        self._loaders: dict[tuple[str, int | None], DataLoader[str, Rows]] = {}

    async def read(self, statement: LiteralString, **parameters: Any) -> Rows:
        """Return the rows of a statement."""
        async with self._driver.session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            return [dict(record) async for record in await session.run(statement, parameters)]

    async def related(self, statement: LiteralString, key: str, first: int | None = None) -> Rows:
        """Return the rows of a relation of one thing, read together with those of the others of the request."""
        loader = self._loaders.get((statement, first))
        if loader is None:

            async def load(keys: list[str]) -> Sequence[Rows]:
                rows = {row["key"]: row["rows"] for row in await self.read(statement, keys=keys, first=first)}
                return [rows.get(key, []) for key in keys]

            loader = self._loaders[statement, first] = DataLoader(load_fn=load)
        return await loader.load(key)


Info = strawberry.Info[Context, None]


@strawberry.type
class Department:
    id: strawberry.ID
    name: str

    @strawberry.field
    async def leads(self, info: Info, first: int = 50) -> list[Responsibility]:
        return [_responsibility(row) for row in await info.context.related(LEADS, self.id, first)]


@strawberry.type
class Measure:
    id: strawberry.ID
    path: str
    heading: str | None
    text: str

    @strawberry.field
    async def responsibilities(self, info: Info) -> list[Responsibility]:
        return [_responsibility(row) for row in await info.context.related(RESPONSIBILITIES, self.id)]


@strawberry.type
class Responsibility:
    role: str
    department: Department | None = None
    measure: Measure | None = None


@strawberry.type
class Document:
    id: strawberry.ID
    doc_number: str | None
    title: str
    kind: str | None
    level: str | None
    issued_on: date | None

    @strawberry.field
    async def measures(self, info: Info, first: int | None = None) -> list[Measure]:
        most = 2**31 if first is None else first
        return [Measure(**row) for row in await info.context.related(FIRST_MEASURES, self.id, most)]

    @strawberry.field
    async def implemented_by(self, info: Info) -> list[Document]:
        return [_document(row) for row in await info.context.related(IMPLEMENTED_BY, self.id)]

    @strawberry.field
    async def issuers(self, info: Info) -> list[Department]:
        return [Department(**row) for row in await info.context.related(ISSUERS, self.id)]


def _responsibility(row: dict[str, Any]) -> Responsibility:
    department, measure = row.get("department"), row.get("measure")
    return Responsibility(
        role=row["role"],
        department=Department(**department) if department else None,
        measure=Measure(**measure) if measure else None,
    )


def _document(row: dict[str, Any]) -> Document:
    issued_on = row["issued_on"]
    return Document(**{**row, "issued_on": date.fromisoformat(issued_on) if issued_on else None})


@strawberry.type
class Query:
    @strawberry.field
    async def documents(self, info: Info, first: int = 20) -> list[Document]:
        return [_document(row["row"]) for row in await info.context.read(DOCUMENTS, first=first)]

    @strawberry.field
    async def document(self, info: Info, doc_number: str) -> Document | None:
        return next((_document(row["row"]) for row in await info.context.read(NUMBERED, number=doc_number)), None)

    @strawberry.field
    async def department(self, info: Info, name: str) -> Department | None:
        return next((Department(**row["row"]) for row in await info.context.read(NAMED, name=name)), None)


schema = strawberry.Schema(query=Query, extensions=[ParserCache, ValidationCache])


class Application(GraphQL[Context, None]):
    """Strawberry's own application, with loaders that live as long as a request."""

    def __init__(self, make: Callable[[], Context]) -> None:
        super().__init__(schema)
        self._make = make

    async def get_context(self, request: Any, response: Any) -> Context:  # noqa: ARG002
        return self._make()


def main() -> None:
    """Serve until the process is ended."""
    auth = (os.environ["NEO4J_USER"], os.environ["NEO4J_PASSWORD"])
    opened: list[AsyncDriver] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        quiet = neo4j.NotificationMinimumSeverity.OFF
        async with AsyncGraphDatabase.driver(
            os.environ["NEO4J_URI"], auth=auth, notifications_min_severity=quiet, fetch_size=-1
        ) as driver:
            opened.append(driver)
            yield

    app = Starlette(lifespan=lifespan)
    app.mount("/", Application(lambda: Context(opened[0], "neo4j")))
    config = uvicorn.Config(app, port=int(os.environ["PORT"]), log_config=None, access_log=False, server_header=False)
    uvicorn.Server(config).run()


if __name__ == "__main__":
    main()

"""Reads the graph for operations: READ sessions, a time limit a statement, and a Neo4j that is brought back."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncResult, AsyncSession, Query
from neo4j.exceptions import DriverError, Neo4jError

from api.graphql.errors import EngineError, from_neo4j
from api.graphql.fragments import fill, part
from api.graphql.parameters import in_a_map
from graph import server
from graph.session import Database, connect
from loaders.errors import MailuoError

T = TypeVar("T")

TIME_LIMIT = 10.0
"""Seconds that a statement may take before Neo4j ends it."""
THREADS = 8
"""Functions of the graph package that run at once."""
PATIENCE = 2.0
"""Seconds that a request waits for a lost Neo4j before it is told so: enough where only the connections are lost."""


@dataclass(slots=True)
class _Connection:
    """Both drivers to one Neo4j: the asynchronous one of the operations, and one for what is written for threads."""

    driver: AsyncDriver
    database: Database
    idle: list[AsyncSession] = field(default_factory=list)
    closed: bool = False

    @contextlib.asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """Lend a session that reads; one in which nothing went wrong is lent again, which is quicker than a new one."""
        session = (
            self.idle.pop()
            if self.idle
            else self.driver.session(database=self.database.name, default_access_mode=neo4j.READ_ACCESS)
        )
        try:
            yield session
        except BaseException:
            await session.__aexit__(*sys.exc_info())  # type: ignore[no-untyped-call]
            raise
        if self.closed:
            await session.close()
        else:
            self.idle.append(session)

    async def close(self) -> None:
        self.closed = True
        for session in self.idle:
            with contextlib.suppress(Neo4jError, DriverError, OSError):
                await session.close()
        with contextlib.suppress(Neo4jError, DriverError, OSError):
            await self.driver.close()
        self.database.close()


class Neo4jReader:
    """Answers statements from the Neo4j that `graph.session.connect` finds; it cannot write.

    A Neo4j that went away is connected to again in the background (mailuo's own is started), and until it is there
    every read is refused with EngineError after PATIENCE seconds.
    """

    def __init__(self, *, timeout: float = TIME_LIMIT, patience: float = PATIENCE) -> None:
        self._timeout = timeout
        self._patience = patience
        self._connection: _Connection | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._closed = False
        # Of their own: connecting anew never waits for look-ups that nobody waits for any more.
        self._threads = ThreadPoolExecutor(THREADS, "mailuo-call")

    async def open(self) -> None:
        """Connect, and start mailuo's own Neo4j when it does not run; MailuoError says why there is none."""
        self._closed = False
        self._connection = await self._connect()

    async def close(self) -> None:
        """Close every connection; the server stays."""
        self._closed = True
        if self._connecting is not None:
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
        self._threads.shutdown(wait=False)
        self._threads = ThreadPoolExecutor(THREADS, "mailuo-call")

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
        """Return the one value of the one record of a statement; RequestError for what a client may know."""

        async def read(result: AsyncResult) -> Any:
            record = await result.single(strict=True)
            return record["value"]

        return await self._run(text, parameters, read)

    async def plan(self, text: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Return how Neo4j plans a statement: the last operator, with those that it reads from as its children."""

        async def read(result: AsyncResult) -> dict[str, Any]:
            summary = await result.consume()
            return summary.plan or {}

        return await self._run(fill(part("plan"), {"text": text}), parameters, read)

    async def _run(self, text: str, parameters: Mapping[str, Any], take: Callable[[AsyncResult], Awaitable[T]]) -> T:
        written, given = in_a_map(text, parameters)

        async def read(connection: _Connection) -> T:
            query = Query(written, timeout=self._timeout)
            async with connection.session() as session:
                return await take(await _begun(session.run(query, given)))

        return await self._try(read)

    async def call(self, function: Callable[[Database], T]) -> T:
        """Return what a function of the graph package answers, run in a thread."""

        async def read(connection: _Connection) -> T:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._threads, function, connection.database)

        return await self._try(read)

    async def _try(self, read: Callable[[_Connection], Awaitable[T]]) -> T:
        connection = self._connection or await self._again()
        try:
            return await self._read(connection, read)
        except EngineError:
            self._lose(connection)
        return await self._read(await self._again(), read)

    async def _read(self, connection: _Connection, read: Callable[[_Connection], Awaitable[T]]) -> T:
        try:
            return await read(connection)
        except (Neo4jError, DriverError, OSError) as error:
            raise from_neo4j(error) from error
        except MailuoError as error:
            cause = error.__cause__
            raise from_neo4j(cause) if isinstance(cause, (Neo4jError, DriverError, OSError)) else error from error

    def _lose(self, lost: _Connection) -> None:
        """Forget a connection that failed, once, however many reads it failed for."""
        if self._connection is lost:
            self._connection = None
            self._connecting = asyncio.create_task(self._replace(lost))

    async def _again(self) -> _Connection:
        """Return the connection that is made in the background; EngineError when it is not there in time."""
        if self._connection is None:
            if self._connecting is None or self._connecting.done():
                self._connecting = asyncio.create_task(self._replace(None))
            await asyncio.wait({self._connecting}, timeout=self._patience)
        if self._connection is None:
            raise EngineError("The graph database does not answer; it is being started again.")
        return self._connection

    async def _replace(self, lost: _Connection | None) -> None:
        if lost is not None:
            await lost.close()
        with contextlib.suppress(MailuoError):
            self._connection = await self._connect()

    async def _connect(self) -> _Connection:
        database = await asyncio.to_thread(self._open)
        driver = AsyncGraphDatabase.driver(
            database.uri,
            auth=_auth(),
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            connection_timeout=self._timeout,
            fetch_size=-1,
        )
        return _Connection(driver, database)

    def _open(self) -> Database:
        # In a thread of its own, which goes on when who waits for it is cancelled.
        database = connect()
        if self._closed:
            database.close()
        return database


async def _begun(run: Coroutine[Any, Any, T]) -> T:
    """Await a statement's beginning, and cancel none half-way: the driver would lose the socket that it is opening."""
    task = asyncio.create_task(run)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        # Nobody asks any more how it ended; unasked, a failure would be printed with its traceback.
        task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        await asyncio.wait({task})
        raise


def _auth() -> tuple[str, str]:
    if os.environ.get("NEO4J_URI"):
        user = os.environ.get("NEO4J_USER") or os.environ.get("NEO4J_USERNAME") or server.USER
        return user, os.environ.get("NEO4J_PASSWORD", "")
    return server.USER, server.password()

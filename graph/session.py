"""Connections to Neo4j: the one that NEO4J_URI names, else the one that mailuo runs itself."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Literal, Self

import neo4j
from neo4j import Driver, GraphDatabase, ManagedTransaction, Query, Result, Transaction
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph import server
from loaders.errors import MailuoError

OLDEST = (5, 26)
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
MANAGED_DATABASE = "neo4j"
NO_INDEX = re.compile(r"no such fulltext schema index: (document|provision|department|region)_t")
Access = Literal["READ", "WRITE"]


class Database:
    """One Neo4j database; close it, or use it in a ``with`` block.

    ``name`` is None for the home database of the user, which a server of the user's own decides.
    """

    def __init__(self, driver: Driver, uri: str, name: str | None) -> None:
        self.driver = driver
        self.uri = uri
        self.name = name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; the server stays."""
        self.driver.close()

    @contextlib.contextmanager
    def session(self, access: Access = "READ") -> Iterator[neo4j.Session]:
        """Open a session; what the server or the network refuses inside of it is raised as MailuoError."""
        mode = neo4j.READ_ACCESS if access == "READ" else neo4j.WRITE_ACCESS
        with explained(self.uri), self.driver.session(database=self.name, default_access_mode=mode) as session:
            yield session

    def read(self, cypher: str, /, *, timeout: float | None = None, **parameters: Any) -> list[dict[str, Any]]:
        """Run one statement that reads, in one round trip, and return its rows; ``timeout`` in seconds ends it."""
        with self.session("READ") as session:
            return rows(session.run(_query(cypher, timeout), parameters))

    def write(self, cypher: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Run one statement in a transaction of its own and return its rows; tried again when it was in the way."""

        def work(transaction: ManagedTransaction) -> list[dict[str, Any]]:
            return rows(transaction.run(cypher, parameters))

        with self.session("WRITE") as session:
            return session.execute_write(work)


def connect(*, start: bool = True) -> Database:
    """Return the database to work on, its version and credentials checked.

    With NEO4J_URI that server (NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE), else mailuo's own, started when it is not
    running and ``start`` allows. MailuoError when there is none, it is older than 5.26, or it refuses the credentials.
    """
    uri = os.environ.get("NEO4J_URI")
    if uri:
        user = os.environ.get("NEO4J_USER") or os.environ.get("NEO4J_USERNAME") or server.USER
        return _open(uri, user, os.environ.get("NEO4J_PASSWORD", ""), os.environ.get("NEO4J_DATABASE") or None)
    found = server.start() if start else server.running()
    if found is None:
        raise MailuoError("Neo4j is not running.", "`mailuo db start` starts it.")
    return _open(found.uri, server.USER, server.password(), MANAGED_DATABASE)


def rows(result: Result) -> list[dict[str, Any]]:
    """Return the rows of a result; ``dict(record)`` would look each name up in the list of names, once a value."""
    names = result.keys()
    return [dict(zip(names, record, strict=True)) for record in result]


def writer_lock(transaction: Transaction | ManagedTransaction) -> None:
    """Take the one lock of all writers in a transaction, waiting for who holds it; its end gives the lock back.

    The statement load/lock writes to the single node Lock, which Neo4j locks until the transaction ends, so a writer
    that dies releases it too.
    """
    from graph.statements import statement

    transaction.run(statement("load/lock").text).consume()


@contextlib.contextmanager
def explained(uri: str) -> Iterator[None]:
    """Turn what a driver raises into MailuoError; a statement's own faults keep the server's words and exit code 2."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _explain(error, uri) from error


def version_of(agent: str) -> tuple[int, ...]:
    """Return the numbers of a server's agent string (``Neo4j/5.26.30`` → (5, 26, 30)); empty when it has none."""
    found = re.match(r"[^/]*/(\d+(?:\.\d+)*)", agent)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def _query(cypher: str, timeout: float | None) -> Query:
    return Query(cypher, timeout=timeout)


def _open(uri: str, user: str, password: str, name: str | None) -> Database:
    with explained(uri):
        driver = _driver(uri, user, password)
        try:
            agent = driver.get_server_info().agent
            if version_of(agent) < OLDEST:
                raise _too_old(agent, uri)
        except BaseException:
            driver.close()
            raise
    return Database(driver, uri, name)


def _driver(uri: str, user: str, password: str) -> Driver:
    try:
        if uri.partition("://")[0] not in SCHEMES:
            raise ValueError(uri)
        return GraphDatabase.driver(
            uri,
            auth=(user, password),
            notifications_min_severity=neo4j.NotificationMinimumSeverity.OFF,
            connection_timeout=15,
        )
    except ValueError as error:
        raise MailuoError(
            f"{uri} is not an address of Neo4j.", "Such as neo4j+s://host or bolt://host:7687.", 2
        ) from error


def _too_old(agent: str, uri: str) -> MailuoError:
    return MailuoError(
        f"{agent} at {uri} is too old: mailuo needs Neo4j 5.26 or newer.",
        "Update that server, or unset NEO4J_URI and mailuo runs its own.",
    )


def not_set_up(error: Exception) -> bool:
    """Whether a statement failed since the database has no index of mailuo's yet."""
    return isinstance(error, Neo4jError) and bool(NO_INDEX.search(error.message or ""))


def _explain(error: Neo4jError | DriverError, uri: str) -> MailuoError:
    code = getattr(error, "code", None) or ""
    if isinstance(error, AuthError):
        return MailuoError(f"Neo4j at {uri} refuses the user name or password.", "Check NEO4J_USER and NEO4J_PASSWORD.")
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return MailuoError(f"Neo4j at {uri} cannot be reached.", "Check that it runs and that NEO4J_URI is right.")
    if isinstance(error, ConfigurationError):
        return MailuoError(f"The address {uri} cannot be used: {error}.")
    if isinstance(error, ClientError) and "DatabaseNotFound" in code:
        return MailuoError(f"Neo4j at {uri} has no such database.", "Check NEO4J_DATABASE.")
    if "TransactionTimedOut" in code:
        return MailuoError(
            "The statement took longer than it was allowed, so it was ended.", "Narrow it, or give it more time."
        )
    if "LockClientStopped" in code:
        return MailuoError("The statement waited for another writer until its time was over.", "Try again later.")
    if "MemoryPoolOutOfMemory" in code or "TransactionOutOfMemory" in code:
        return MailuoError(
            "The statement needed more memory than one may take, so it was ended.", "Narrow it, or add a LIMIT."
        )
    if not_set_up(error):
        return MailuoError("This database was never loaded.", "`mailuo load PATH` sets it up and fills it.", 1)
    message = getattr(error, "message", None) or str(error)
    if "ParameterMissing" in code:
        return MailuoError(
            f"The statement has parameters without a value: {message.rpartition(': ')[2]}.",
            "A value is given by -p name=value, in the shell by :param name value.",
            2,
        )
    return MailuoError(f"Neo4j says: {message}", exit_code=2 if isinstance(error, ClientError) else 3)

"""Run a person's own Cypher: planned and judged first, in one transaction that reads, with limits, rows as they come.

Neo4j keeps the limits of time and memory by rows, not inside of an expression. So the statement runs on a connection
and a thread of its own, which are given up when the limit is past, the answer grows beyond what this process may hold,
or the person does; and where Neo4j goes on all the same, mailuo's own is started anew.
"""

from __future__ import annotations

import contextlib
import os
import queue
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import psutil
from neo4j import READ_ACCESS, WRITE_ACCESS, ResultSummary, Transaction
from neo4j.exceptions import Neo4jError, ServiceUnavailable, SessionExpired

from graph import guard, schema, server
from graph.faults import located
from graph.session import Database, connect, explained, writer_lock
from graph.statements import statement
from loaders.errors import MailuoError

SECONDS = 60.0
LARGEST = 10_000_000
"""Characters of a row: the whole text of the longest documents has a tenth of it."""
GRACE = 3.0
"""Seconds beyond the limit in which Neo4j says that it ended a statement."""
PATIENCE = 5.0
"""Seconds in which a statement that was given up must have ended in Neo4j."""
MEMORY = 512 << 20
"""Bytes by which this process may grow while it waits for rows: one row can be larger than all the rest."""
BATCH = 100
"""Rows that Neo4j sends at a time."""
LOOK = 0.1

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a statement may take: seconds in Neo4j, rows of the answer, characters of a row."""

    seconds: float = SECONDS
    rows: int = 10_000
    row: int = LARGEST


@dataclass(slots=True)
class Outcome:
    """What is known at the end: whether rows were cut off, what was changed, and the plan where it was asked for."""

    cut: bool = False
    changes: dict[str, int] = field(default_factory=dict)
    plan: Mapping[str, Any] | None = None


class Run:
    """One statement of a person's own; in a ``with`` block, whose end ends the statement in Neo4j too.

    ``columns`` are known inside of the block, ``outcome`` after the last of ``rows()``; where a ``mode``
    (explain, profile) was typed, it has the plan. MailuoError (2) for what the
    guard refuses or Neo4j cannot read, (3) for what goes beyond the limits. With ``write`` it holds the lock of all
    writers and commits at the end.
    """

    def __init__(
        self, text: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None, *,
        write: bool = False,
    ) -> None:  # fmt: skip
        self.columns: list[str] = []
        self.outcome = Outcome()
        self._asked = guard.asked(text)
        self.mode = self._asked.mode
        self._parameters = dict(parameters or {})
        self._limits = limits or Limits()
        self._write = write
        self._mark = secrets.token_hex(8)
        self._passed: queue.Queue[list[str] | list[Row] | BaseException | None] = queue.Queue(2)
        self._given_up = threading.Event()
        self._done = False
        self._database = connect()
        if write:
            # Without its constraint the lock of all writers would hold nobody up.
            schema.ensure(self._database)
        self._thread = threading.Thread(target=self._work, name="mailuo-own", daemon=True)
        self._ours = not os.environ.get("NEO4J_URI")

    def __enter__(self) -> Self:
        self._memory = psutil.Process().memory_info().rss
        self._end = time.monotonic() + self._limits.seconds + GRACE
        try:
            self._thread.start()
            for columns in self._take():
                self.columns = columns
                break
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def rows(self) -> Iterator[Row]:
        """Return the rows as they come; each is held only until the next one is asked for."""
        for batch in self._take():
            yield from batch

    def _take(self) -> Iterator[Any]:
        """Return what the thread passes on, until its end or a limit's."""
        while not self._done:
            try:
                passed = self._passed.get(timeout=LOOK)
            except queue.Empty:
                self._check_limits()
                continue
            if passed is None:
                self._done = True
            elif isinstance(passed, BaseException):
                self._done = True
                raise self._failure(passed)
            else:
                yield passed

    def _check_limits(self) -> None:
        if psutil.Process().memory_info().rss - self._memory > MEMORY:
            self._close(at_once=True)
            raise MailuoError(
                "The answer is larger than this process may hold, so the statement was ended.",
                "Ask for less of it: fewer columns, parts of long texts and lists.",
            )
        if time.monotonic() > self._end:
            restarted = self._close()
            raise MailuoError(
                f"The statement took longer than {self._limits.seconds:g} s, so it was ended"
                + (", and Neo4j was started anew since it did not let go of it." if restarted else "."),
                "Narrow it, or give it more time with --timeout.",
            )

    def _close(self, *, at_once: bool = False) -> bool:
        """End the statement in Neo4j if it has not ended, and say whether Neo4j had to be started anew for that.

        The thread closes its connection itself. Only one that waits for Neo4j in vain, or (``at_once``) for a row that
        must not come, has it closed from here.
        """
        finished, self._done = self._done, True
        self._given_up.set()
        if self._thread.ident is None:
            self._database.close()
            return False
        if at_once:
            self._database.close()
        restarted = not finished and self._end_in_neo4j()
        self._thread.join(PATIENCE)
        if self._thread.is_alive():
            with contextlib.suppress(Exception):  # what a driver says that is closed by two threads at once
                self._database.close()
        return restarted

    def _end_in_neo4j(self) -> bool:
        """Have Neo4j end what was given up; start mailuo's own anew when it does not."""
        latest = time.monotonic() + PATIENCE
        end = statement("guard/end").text
        try:
            with connect(start=False) as database:
                while database.read(end, timeout=PATIENCE, mark=self._mark):
                    if time.monotonic() > latest:
                        break
                    time.sleep(LOOK)
                else:
                    return False
        except MailuoError:
            if not self._ours:
                raise
            if server.running() is None:
                return False
        if not self._ours:
            raise MailuoError(
                "The statement was given up, but that Neo4j goes on computing it.",
                "Nothing interrupts what it computes inside of one expression; its administrator can restart it.",
            )
        # What it computes keeps it from ending in order; what was stored is safe in its log.
        server.stop(patience=PATIENCE)
        server.start()
        return True

    def _failure(self, error: BaseException) -> BaseException:
        """Say why Neo4j went away, where it did and is mailuo's own, and start it again."""
        lost = isinstance(error.__cause__, ServiceUnavailable | SessionExpired)
        if not (lost and self._ours and self._has_died()):
            return error
        server.start()
        return MailuoError(
            "The statement needed more memory than Neo4j has: Neo4j ended, and was started again.",
            "Nothing that was stored is lost. Narrow it; make lists with collect(), whose memory is counted.",
        )

    def _has_died(self) -> bool:
        end = time.monotonic() + PATIENCE
        while server.running():
            if time.monotonic() > end:
                return False
            time.sleep(LOOK)
        return True

    def _work(self) -> None:
        passed: BaseException | None = None
        try:
            with self._database as database:
                self._ask(database)
        except BaseException as error:  # whatever it is, it belongs to who waits for the rows
            passed = error
        self._pass(passed)

    def _ask(self, database: Database) -> None:
        mode = WRITE_ACCESS if self._write else READ_ACCESS
        # In an explicit transaction Neo4j itself refuses transactions inside of a statement.
        with (
            explained(database.uri),
            database.driver.session(database=database.name, default_access_mode=mode, fetch_size=BATCH) as session,
            session.begin_transaction(metadata={"mailuo": self._mark}, timeout=self._limits.seconds) as transaction,
        ):
            self._go_on()
            plan = self._judged(transaction, database)
            if self._asked.mode == "explain":
                self._pass([])
                self.outcome.plan = plan
                return
            if self._write:
                writer_lock(transaction)
            self._go_on()
            self._answer(transaction, self._asked.text)
            if self._write:
                transaction.commit()

    def _judged(self, transaction: Transaction, database: Database) -> Mapping[str, Any]:
        text = self._asked.text
        try:
            summary = transaction.run(_filled("explain", text), self._parameters).consume()
        except Neo4jError as error:
            raise located(error, text, shift=len(_filled("explain", ""))) from error
        home = database.name if self._ours else summary.database
        plan = summary.plan or {"operatorType": "?"}
        guard.check(text, plan, summary.query_type, self._parameters, write=self._write, home=home or "")
        return plan

    def _answer(self, transaction: Transaction, text: str) -> None:
        """Pass the columns and then the rows on, in lists of BATCH at most, up to the limit."""
        profiled = self._asked.mode == "profile"
        result = transaction.run(_filled("profile", text) if profiled else text, self._parameters)
        names = list(result.keys())
        self._pass(names)
        batch: list[Row] = []
        for count, record in enumerate(result, 1):
            if count > self._limits.rows:
                self.outcome.cut = True
                break
            row = dict(zip(names, record, strict=True))
            self._check_size(row, count)
            batch.append(row)
            if len(batch) == BATCH:
                self._pass(batch)
                batch = []
        if batch:
            self._pass(batch)
        if self._write or profiled or not self.outcome.cut:
            self._sum_up(result.consume())

    def _sum_up(self, summary: ResultSummary) -> None:
        self.outcome.plan = summary.profile
        counters = {name: count for name, count in vars(summary.counters).items() if isinstance(count, int)}
        self.outcome.changes = {
            name: count for name, count in counters.items() if count and not name.startswith(("_", "contains"))
        }

    def _check_size(self, row: Row, count: int) -> None:
        for name, value in row.items():
            if _weight(value, self._limits.row) > self._limits.row:
                raise MailuoError(
                    f"{name} of row {count} has more than {self._limits.row} characters.",
                    "Ask for a part of it: left(text, 1000), list[..100].",
                )

    def _go_on(self) -> None:
        """Stop here if the statement was given up: what begins after that nobody else ends."""
        if self._given_up.is_set():
            raise MailuoError("The statement was given up.")

    def _pass(self, passed: list[str] | list[Row] | BaseException | None) -> None:
        while not self._given_up.is_set():
            with contextlib.suppress(queue.Full):
                self._passed.put(passed, timeout=LOOK)
                return
        if isinstance(passed, list):
            self._go_on()


def _filled(name: str, text: str) -> str:
    return statement(f"guard/{name}").text.replace("{{text}}", text)


def _weight(value: Any, most: int) -> int:
    """Return about how many characters a value is printed with, counted no further than ``most``."""
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, Mapping) or hasattr(value, "items"):
        value = [part for pair in value.items() for part in pair]
    elif hasattr(value, "nodes"):
        value = [*value.nodes, *value.relationships]
    if not isinstance(value, list | tuple):
        return 8
    total = 0
    for item in value:
        total += _weight(item, most - total)
        if total > most:
            break
    return total

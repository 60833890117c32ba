"""The reader loses its Neo4j, says so, and finds it again."""

from __future__ import annotations

import asyncio
import gc
import os
import warnings
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from api.graphql.errors import EngineError, TimeLimitError
from api.graphql.reader import Neo4jReader, _begun
from graph import server
from graph.session import Database
from loaders.errors import MailuoError

pytestmark = pytest.mark.neo4j


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder whose server the test may kill."""
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path))
    yield tmp_path
    server.stop()


def test_a_killed_neo4j_is_started_again(own_home: Path) -> None:  # noqa: ARG001
    async def life() -> tuple[object, object]:
        reader = Neo4jReader(timeout=60, patience=0.2)
        await reader.open()
        try:
            before = await reader.value("RETURN 1 AS value", {})
            running = server.running()
            assert running is not None
            process = psutil.Process(running.pid)
            process.kill()
            process.wait(20)
            with pytest.raises(EngineError, match="started again"):
                await reader.value("RETURN 1 AS value", {})
            with pytest.raises(EngineError):
                await reader.call(lambda database: database.read("RETURN 1 AS value"))
            return before, await _patiently(reader)
        finally:
            await reader.close()

    assert asyncio.run(life()) == (1, [{"value": 2}])


async def _patiently(reader: Neo4jReader) -> object:
    for _ in range(900):
        try:
            return await reader.call(lambda database: database.read("RETURN 2 AS value"))
        except EngineError:
            await asyncio.sleep(0.2)
    raise AssertionError("Neo4j did not come back")


def test_a_lost_connection_is_replaced_unseen(engine: Database, runner: asyncio.Runner) -> None:  # noqa: ARG001
    async def life() -> object:
        reader = Neo4jReader(timeout=60)
        await reader.open()
        assert reader._connection is not None
        lost = reader._connection
        calls = []

        async def once(connection: object) -> object:
            calls.append(connection)
            if connection is lost:
                raise OSError("reset")
            return len(calls)

        try:
            return await reader._try(once)
        finally:
            await reader.close()

    assert runner.run(life()) == 2


def test_a_neo4j_that_cannot_be_had_is_asked_for_again_at_each_read(
    engine: Database,  # noqa: ARG001
    runner: asyncio.Runner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def life() -> object:
        reader = Neo4jReader(timeout=60, patience=30)
        monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
        with pytest.raises(MailuoError):
            await reader.open()
        with pytest.raises(EngineError):
            await reader.value("RETURN 1 AS value", {})
        monkeypatch.delenv("NEO4J_URI")
        try:
            return await reader.value("RETURN 1 AS value", {})
        finally:
            await reader.close()

    assert runner.run(life()) == 1


def test_a_server_of_ones_own_is_read_with_its_credentials(
    engine: Database, runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", engine.uri)
    monkeypatch.setenv("NEO4J_USER", server.USER)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password())

    async def life() -> object:
        reader = Neo4jReader(timeout=60)
        await reader.open()
        try:
            return await reader.value("RETURN 3 AS value", {})
        finally:
            await reader.close()

    assert runner.run(life()) == 3


def test_closing_ends_the_search_for_a_neo4j(monkeypatch: pytest.MonkeyPatch) -> None:
    async def life() -> None:
        reader = Neo4jReader(patience=0)
        with pytest.raises(EngineError):
            await reader.value("RETURN 1 AS value", {})
        await reader.close()

    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    asyncio.run(life())
    assert os.environ["NEO4J_URI"]


def test_what_the_graph_package_says_in_sentences_stays_typed(reader: Neo4jReader, runner: asyncio.Runner) -> None:
    def slow(database: Database) -> object:
        return database.read("UNWIND range(1, 1000000000) AS a RETURN sum(a % 7) AS n", timeout=0.2)

    def wrong(database: Database) -> object:  # noqa: ARG001
        raise MailuoError("No such thing.", exit_code=2)

    with pytest.raises(TimeLimitError):
        runner.run(reader.call(slow))
    with pytest.raises(MailuoError, match="No such thing"):
        runner.run(reader.call(wrong))


@pytest.mark.usefixtures("engine")
def test_a_read_that_is_cancelled_at_any_moment_leaves_no_socket_open() -> None:
    async def cancelled_after(turns: int) -> None:
        reader = Neo4jReader(timeout=60)
        await reader.open()
        reading = asyncio.create_task(reader.value("RETURN 1 AS value", {}))
        for _ in range(turns):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.wait({reading})
        await reader.close()

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        for turns in range(1, 30):
            asyncio.run(cancelled_after(turns))
        gc.collect()
    assert [str(warning.message) for warning in seen] == []


def test_a_beginning_that_fails_when_nobody_waits_any_more_is_silent() -> None:
    said: list[object] = []

    async def fails(begun: asyncio.Event, go: asyncio.Event) -> None:
        begun.set()
        await go.wait()
        raise OSError("too late")

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: said.append(context))
        begun, go = asyncio.Event(), asyncio.Event()
        waiting = asyncio.create_task(_begun(fails(begun, go)))
        await begun.wait()
        waiting.cancel()
        await asyncio.sleep(0)
        go.set()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(main())
    gc.collect()
    assert said == []

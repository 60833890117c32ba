"""A load or its Neo4j that dies at any moment: loading again gives the graph of an undisturbed load."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph import server
from graph.digest import digest
from graph.load import load
from graph.session import Database, connect
from loaders.errors import MailuoError

pytestmark = pytest.mark.neo4j

SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"
KILLS = 20 if os.environ.get("MAILUO_LONG") else 3
STEPS = 9
"""Documents of the samples, one line of progress each before they are written."""
PROGRAM = """
import sys
from graph.load import load
from graph.session import connect
with connect() as database:
    print("ready", flush=True)
    load(database, sys.argv[1:], on_progress=lambda progress: print(progress, flush=True))
"""


@pytest.fixture
def undisturbed(ready: Database) -> str:
    """The digest of the samples, loaded by one process to its end; the graph is empty again."""
    load(ready, [SAMPLES])
    whole = digest(ready)
    _clear(ready)
    return whole


def test_a_load_that_is_killed_at_any_moment_goes_on_where_it_stopped(ready: Database, undisturbed: str) -> None:
    chance = random.Random()
    for _ in range(KILLS):
        _clear(ready)
        step, pause = chance.randrange(STEPS + 4), chance.random() * 0.3
        with _loading() as process:
            _read_lines(process, step)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(pause)
            process.kill()
        report = load(ready, [SAMPLES])
        assert digest(ready) == undisturbed, f"killed {pause:.3f} s after line {step}"
        assert report.held == STEPS


def test_what_was_written_before_a_kill_is_not_written_again(ready: Database, undisturbed: str) -> None:
    with _loading() as process:
        _read_lines(process, 6)
        process.kill()
    written = ready.read("MATCH (d:Document {held: true})-[:FROM]->() RETURN count(DISTINCT d) AS times")[0]["times"]
    assert 0 < written < STEPS
    report = load(ready, [SAMPLES])
    assert len(report.new) == STEPS - written
    assert digest(ready) == undisturbed


def test_two_loads_at_once_both_succeed(ready: Database, undisturbed: str) -> None:
    with _loading() as one, _loading() as other:
        assert [process.wait(300) for process in (one, other)] == [0, 0]
    assert digest(ready) == undisturbed
    assert {row["state"] for row in ready.read("MATCH (s:Source) RETURN s.state AS state")} == {"linked"}


def test_nothing_that_was_acknowledged_is_lost_when_neo4j_is_killed(ready: Database, undisturbed: str) -> None:
    load(ready, [SAMPLES])
    running = server.running()
    assert running
    process = psutil.Process(running.pid)
    process.kill()
    process.wait(60)
    with contextlib.suppress(MailuoError):
        ready.read("RETURN 1")
    with connect() as again:
        assert digest(again) == undisturbed
        found = again.read("CALL db.index.fulltext.queryNodes('document_tokens', '证照') YIELD node RETURN node.id")
        assert found
    assert load(ready, [SAMPLES]).files_unchanged == 8


def _clear(database: Database) -> None:
    database.write("MATCH (n) WHERE NOT n:Region AND NOT n:Meta DETACH DELETE n")


@contextlib.contextmanager
def _loading() -> Iterator[subprocess.Popen[str]]:
    """A load of the samples in a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(SAMPLES)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _read_lines(process: subprocess.Popen[str], count: int) -> None:
    assert process.stdout
    for _ in range(count + 1):
        process.stdout.readline()

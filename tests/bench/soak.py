"""Keep `mailuo serve` busy: many connections for minutes, then Neo4j killed under load; each answer is checked.

The operations are asked once before the load, and every answer under load has to be the same bytes. A refusal is clean
when it is a 503 with BUSY or TIMEOUT and Retry-After; while Neo4j is away, a 503 with ENGINE_UNAVAILABLE. Figures are
printed, and the exit code is 1 where something does not hold.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
import psutil

from graph import server
from graph.load import load
from graph.session import connect
from tests.accuracy.score import SHARED
from tests.samples import FOLDER, LOWER, UPPER

OPERATIONS = (
    "{ stats { held documents measures } }",
    f'{{ lookup(text: "{LOWER}") {{ status document {{ title issuers {{ name }} }} }} }}',
    f'{{ document(docNumber: "{LOWER}") {{ text measures(first: 20) {{ nodes {{ path heading }} }} }} }}',
    f'{{ trace(document: "{UPPER}") {{ nodes {{ depth document {{ docNumber }} }} edges {{ relation }} }} }}',
    "{ documents(first: 50) { totalCount nodes { title issuedOn region { name } } pageInfo { endCursor } } }",
    '{ search(text: "政务服务", first: 10) { totalCount nodes { score snippet } } }',
    "{ departments(first: 50) { nodes { name level region { name } } } }",
    "{ measures(first: 20, orderBy: DUE) { nodes { path deadlines { text endsOn } } } }",
)
AWAY = "ENGINE_UNAVAILABLE"
BUSY = {"BUSY", "TIMEOUT"}
"""What an overloaded machine may make of a request; a statement that Neo4j ended is told so with 200."""
REFUSALS = {*BUSY, AWAY}
BACK = 10.0
"""Seconds after Neo4j's return within which every answer is right again."""
LONGEST = 20.0
"""Seconds that any request may take: above the time limit of an operation."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One answer: when it was asked for, how long that took, and what it was (answered, BUSY, wrong …)."""

    began: float
    took: float
    kind: str


@dataclass(slots=True)
class Soak:
    """A running server, the right answers, and what was seen of it."""

    home: Path
    port: int
    process: psutil.Process
    expected: list[bytes] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)

    def kinds(self) -> Counter[str]:
        """Count what was seen."""
        return Counter(one.kind for one in self.seen)

    def expect(self, holds: bool, failure: str) -> None:
        """Note a failure where something does not hold."""
        if not holds:
            self.failures.append(failure)


@contextlib.contextmanager
def serving(files: Sequence[Path]) -> Iterator[Soak]:
    """Load files into a Neo4j of its own, and serve it, in a folder that is thrown away."""
    kept = {name: os.environ.get(name) for name in ("MAILUO_HOME", "NEO4J_URI")}
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        stack.callback(_restore, kept)
        os.environ["MAILUO_HOME"] = folder
        os.environ.pop("NEO4J_URI", None)
        stack.callback(server.stop)
        with connect() as database:
            report = load(database, files)
        print(f"serving {report.held} documents")
        log = stack.enter_context((Path(folder) / "serve.log").open("wb"))
        command = [str(Path(sys.executable).with_name("mailuo")), "serve", "--port", "0"]
        child = stack.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True))
        stack.callback(child.terminate)
        assert child.stdout is not None
        said = child.stdout.readline()
        yield Soak(Path(folder), int(said.rpartition(":")[2].partition("/")[0]), psutil.Process(child.pid))


def _restore(values: dict[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, query: str) -> tuple[int, bytes, bytes]:
    """Send one operation over a connection that stays open, and return status, head and body."""
    body = json.dumps({"query": query}).encode()
    head = f"POST /graphql HTTP/1.1\r\nhost: mailuo\r\ncontent-type: application/json\r\ncontent-length: {len(body)}"
    writer.write(f"{head}\r\n\r\n".encode() + body)
    await writer.drain()
    answered = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(answered.partition(b"content-length: ")[2].partition(b"\r\n")[0])
    return int(answered.split(b" ", 2)[1]), answered, await reader.readexactly(length)


async def learn(soak: Soak) -> None:
    """Ask every operation once, before the load, and keep the answers."""
    reader, writer = await asyncio.open_connection("127.0.0.1", soak.port)
    for query in OPERATIONS:
        for _ in range(10):
            status, _, body = await ask(reader, writer, query)
            if status == 200:  # not before the plans are made, where the machine is busy
                break
        assert status == 200, body
        assert b'"errors"' not in body, body
        soak.expected.append(body)
    writer.close()


async def _worker(soak: Soak, number: int, end: asyncio.Event) -> None:
    turn = number
    while not end.is_set():
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", soak.port)
        except OSError as error:
            soak.seen.append(Seen(time.monotonic(), 0, f"broken: {error!r}"))
            await asyncio.sleep(0.5)
            continue
        with contextlib.closing(writer):
            while not end.is_set():
                turn += 1
                kind = await _one(soak, reader, writer, turn % len(OPERATIONS))
                if kind.startswith("broken"):
                    break
                if kind in REFUSALS:
                    await asyncio.sleep(0.5)


async def _one(soak: Soak, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, which: int) -> str:
    began = time.monotonic()
    try:
        status, head, body = await ask(reader, writer, OPERATIONS[which])
        kind = _kind(status, head, body, soak.expected[which])
    except (OSError, asyncio.IncompleteReadError) as error:
        kind = f"broken: {error!r}"
    soak.seen.append(Seen(began, time.monotonic() - began, kind))
    return kind


def _kind(status: int, head: bytes, body: bytes, expected: bytes) -> str:
    if body == expected:
        return "answered" if status == 200 else f"status {status}"
    codes = {error["extensions"]["code"] for error in json.loads(body).get("errors", ())}
    clean = codes == {"TIMEOUT"} if status == 200 else status == 503 and b"\r\nretry-after: " in head
    return codes.pop() if clean and len(codes) == 1 and codes <= REFUSALS else f"wrong, {status}: {body[:300]!r}"


@contextlib.asynccontextmanager
async def load_of(soak: Soak, connections: int) -> AsyncIterator[None]:
    """Keep so many connections busy within the block, and watch the server's memory."""
    end = asyncio.Event()

    async def watch() -> None:
        while not end.is_set():
            soak.memory.append(soak.process.memory_info().rss)
            await asyncio.sleep(1)

    tasks = [asyncio.create_task(_worker(soak, number, end)) for number in range(connections)]
    tasks.append(asyncio.create_task(watch()))
    try:
        yield
    finally:
        end.set()
        await asyncio.gather(*tasks)


async def steady(soak: Soak, connections: int, seconds: float) -> None:
    """Load the server for a while: right answers or clean refusals, and memory that does not grow."""
    async with load_of(soak, connections):
        await asyncio.sleep(seconds)
    kinds = soak.kinds()
    soak.expect(kinds["answered"] > 0, "nothing was answered")
    soak.expect(not set(kinds) - {"answered", *BUSY}, f"neither answered nor refused: {kinds}")
    third = len(soak.memory) // 3
    middle, last = (sorted(part)[len(part) // 2] >> 20 for part in (soak.memory[third:-third], soak.memory[-third:]))
    print(
        f"{connections} connections, {seconds:.0f} s: {dict(kinds)}, {kinds['answered'] / seconds:.0f} answers a second"
    )
    print(f"slowest {max(one.took for one in soak.seen):.1f} s; memory at most {max(soak.memory) >> 20} MB, ", end="")
    print(f"{middle} MB in the middle third, {last} MB in the last")
    if third >= 10:
        soak.expect(last <= middle * 1.1, f"memory grows: {middle} MB, then {last} MB")


async def killed(soak: Soak, connections: int, calm: float) -> None:
    """Kill Neo4j under load: clear refusals until mailuo has brought it back, and right answers soon after.

    The load goes on for `calm` seconds after the return.
    """
    soak.seen.clear()
    before = _held(soak)
    async with load_of(soak, connections):
        await asyncio.sleep(2)
        engine = server.running()
        assert engine is not None
        psutil.Process(engine.pid).kill()
        gone = time.monotonic()
        back = await asyncio.to_thread(_returned, engine.pid)
        await asyncio.sleep(calm)
    _judge(soak, gone, back)
    await asyncio.sleep(2)
    after = _held(soak)
    print(f"sockets, threads and files of the server before and after: {before}, {after}")
    soak.expect(all(now <= then * 1.2 + 10 for now, then in zip(after, before, strict=True)), "something leaks")
    soak.expect(soak.process.is_running(), "the server process ended")


def _judge(soak: Soak, gone: float, back: float) -> None:
    kinds = soak.kinds()
    refused = [one for one in soak.seen if one.kind == AWAY]
    right = [one.began + one.took for one in soak.seen if one.kind == "answered" and one.began > gone + 0.5]
    late = [one for one in soak.seen if one.began > back + BACK and one.kind not in {"answered", *BUSY}]
    print(f"Neo4j killed under {dict(kinds)}: away for {back - gone:.1f} s, ", end="")
    print(
        f"slowest {max(one.took for one in soak.seen):.1f} s, first right answer {min(right, default=0) - back:+.1f} s"
    )
    soak.expect(not set(kinds) - {"answered", *REFUSALS}, f"neither answered nor refused: {kinds}")
    soak.expect(bool(refused), "nothing was refused while Neo4j was away")
    soak.expect(max(one.took for one in soak.seen) < LONGEST, "a request took too long")
    soak.expect(bool(right) and min(right) < back + BACK, "no right answer came back in time")
    soak.expect(not late, f"still refused {BACK:.0f} s after the return: {Counter(one.kind for one in late)}")


def _returned(killed: int) -> float:
    """Wait until another Neo4j of the data folder answers a driver of our own, and return when."""
    while time.monotonic():
        engine = server.running()
        if engine is not None and engine.pid != killed and _reads(engine.uri):
            break
        time.sleep(0.1)
    return time.monotonic()


def _reads(uri: str) -> bool:
    with contextlib.suppress(neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError, OSError):
        auth = (server.USER, server.password())
        with neo4j.GraphDatabase.driver(uri, auth=auth) as driver, driver.session(database="neo4j") as session:
            session.run("RETURN 1").consume()
        return True
    return False


def _held(soak: Soak) -> tuple[int, int, int]:
    process = soak.process
    return len(process.net_connections("tcp")), process.num_threads(), process.num_fds()


async def soaked(soak: Soak, connections: int, seconds: float, under: int, calm: float) -> list[str]:
    """Run both parts and return what failed."""
    await learn(soak)
    await steady(soak, connections, seconds)
    await killed(soak, under, calm)
    return soak.failures


def main() -> int:
    """Run the soak on the compilation, or on the samples where it is not at hand."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--connections", type=int, default=500)
    parser.add_argument("--under", type=int, default=50, help="connections while Neo4j is killed")
    given = parser.parse_args()
    corpus = Path(SHARED) / "corpus"
    with serving([corpus] if corpus.is_dir() else sorted(FOLDER.glob("*.txt"))) as soak:
        failures = asyncio.run(soaked(soak, given.connections, given.seconds, given.under, BACK + 5))
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

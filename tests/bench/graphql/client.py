"""The load generator, a process of its own: prepared bytes out over kept connections, answers read to their length.

It reads one slot a line from its input as JSON and answers with one line: the latencies in milliseconds, and the
seconds that it took and computed. Over HTTP a connection sends one request after the other; over Bolt each has a
session of the driver that fetches all rows, so that what it computes is what the driver does.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import neo4j
import uvloop
from neo4j import AsyncGraphDatabase

Slot = dict[str, Any]
Ask = Callable[[int], Awaitable[None]]


def prepared(port: int, path: str, body: bytes) -> bytes:
    """Return the bytes of a request."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
    return f"{head}Accept: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


async def answer(reader: asyncio.StreamReader) -> bytes:
    """Return the body of an answer; RuntimeError when its status is not 200."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b"content-length:" in head:
        size = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        body = await reader.readexactly(size)
    else:
        body = b""
        while size := int(await reader.readline(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
    if not head.startswith(b"http/1.1 200"):
        raise RuntimeError(f"{head!r} {body[:500]!r}")
    return body


async def run(slot: Slot) -> dict[str, Any]:
    """Run a slot: so many connections for so many seconds, or until so many requests were answered."""
    times: list[float] = []
    end = time.perf_counter() + slot["seconds"]
    enough = slot.get("requests", 1 << 40)

    async def work(number: int, ask: Ask) -> None:
        turn = number
        while (began := time.perf_counter()) < end and len(times) < enough:
            await ask(turn)
            times.append((time.perf_counter() - began) * 1000)
            turn += 1

    began, cpu = time.perf_counter(), time.process_time()
    await (_bolt if "uri" in slot else _http)(slot, work)
    return {"latencies": times, "seconds": time.perf_counter() - began, "cpu": time.process_time() - cpu}


async def _http(slot: Slot, work: Callable[[int, Ask], Awaitable[None]]) -> None:
    requests = [prepared(slot["port"], slot["path"], body.encode()) for body in slot["bodies"]]

    async def connection(number: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", slot["port"], limit=1 << 24)

        async def ask(turn: int) -> None:
            writer.write(requests[turn % len(requests)])
            await answer(reader)

        await work(number, ask)
        writer.close()

    await asyncio.gather(*(connection(number) for number in range(slot["connections"])))


async def _bolt(slot: Slot, work: Callable[[int, Ask], Awaitable[None]]) -> None:
    quiet = neo4j.NotificationMinimumSeverity.OFF
    async with AsyncGraphDatabase.driver(
        slot["uri"], auth=tuple(slot["auth"]), notifications_min_severity=quiet, fetch_size=-1
    ) as driver:

        async def connection(number: int) -> None:
            async with driver.session(database="neo4j", default_access_mode=neo4j.READ_ACCESS) as session:

                async def ask(turn: int) -> None:
                    asked = slot["statements"][turn % len(slot["statements"])]
                    async for _ in await session.run(asked["text"], asked["parameters"]):
                        pass

                await work(number, ask)

        await asyncio.gather(*(connection(number) for number in range(slot["connections"])))


def main() -> None:
    """Answer slots until the input ends."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        for line in sys.stdin:
            print(json.dumps(runner.run(run(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()

"""One run: every server and case in interleaved rounds over one Neo4j, with each one's latencies and processor time."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from graph import server as engine
from graph.session import connect
from tests.bench.graphql import floor, servers
from tests.bench.graphql.cases import Case, cases
from tests.bench.graphql.operations import SHARED, canonical
from tests.bench.graphql.servers import Server

CONNECTIONS = (1, 16)
PLANNING = 4
"""How often an operation may fail before it is left out."""
Slot = dict[str, Any]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Effort:
    """How long is measured: rounds, seconds a slot, and requests of a warm-up, within so many seconds."""

    rounds: int
    seconds: float
    warm_up: int
    warming: float


@dataclass(slots=True)
class Measured:
    """What was measured of one server, case and number of connections, over all rounds."""

    latencies: list[float] = field(default_factory=list)
    seconds: float = 0.0
    own_cpu: float = 0.0
    neo4j_cpu: float = 0.0

    def figures(self) -> dict[str, float]:
        """Return p50 and p95 in milliseconds, requests a second, and milliseconds of processor time a request."""
        ordered, count = sorted(self.latencies), len(self.latencies)
        return {
            "p50": ordered[count // 2],
            "p95": ordered[min(count - 1, count * 95 // 100)],
            "rps": count / self.seconds,
            "cpu": self.own_cpu * 1000 / count,
            "neo4j_cpu": self.neo4j_cpu * 1000 / count,
            "requests": count,
        }


Key = tuple[str, str, int]


class Client:
    """The load generator."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.bench.graphql.client"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, slot: Slot) -> dict[str, Any]:
        """Return what a slot took."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(slot) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the load generator ended")
        found: dict[str, Any] = json.loads(line)
        return found

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)


@contextmanager
def running(peer: Path | None, say: Say) -> Iterator[list[Server]]:
    """Run the servers on the Neo4j of MAILUO_HOME; `peer` is the folder that it was installed into."""
    found = engine.start()
    environment = {"NEO4J_URI": found.uri, "NEO4J_USER": engine.USER, "NEO4J_PASSWORD": engine.password()}
    with ExitStack() as stack:
        started = [stack.enter_context(servers.mailuo({})), stack.enter_context(servers.plain(environment))]
        if peer is not None:
            started.append(stack.enter_context(servers.peer(environment, peer)))
        say("servers: " + ", ".join(f"{one.name} ({one.process.pid})" for one in started))
        yield started


def agree(servers_: list[Server], chosen: list[Case], say: Say) -> None:
    """Check that all servers answer each shared case with the same values; RuntimeError where they do not."""
    for case in chosen:
        if case.operation not in SHARED:
            continue
        for variables in case.variables:
            said = {
                one.name: canonical(one.name, case.operation, one.ask(case.operation, variables)) for one in servers_
            }
            first = next(iter(said.values()))
            for name, value in said.items():
                if value != first:
                    raise RuntimeError(f"{case.name} {variables}: {name} answers\n{value!r}\nand not\n{first!r}")
    say(f"answers: {', '.join(one.name for one in servers_)} say the same")


def measure(peer: Path | None, effort: Effort, say: Say = print) -> dict[Key, Measured]:
    """Measure all that can be on the Neo4j of MAILUO_HOME."""
    with connect() as database:
        chosen = cases(database)
    neo4j = psutil.Process(engine.start().pid)
    with running(peer, say) as started:
        chosen = _answered(started[0], chosen, say)
        agree(started, chosen, say)
        slots = {(name, case.name): slot for case in chosen for name, slot in _slots(started, case)}
        processes = {one.name: one.process for one in started}
        client = Client()
        try:
            return _rounds(client, slots, processes, neo4j, effort, say)
        finally:
            client.close()


def _answered(mailuo: Server, chosen: list[Case], say: Say) -> list[Case]:
    """Leave out what mailuo's schema does not have, and what it does not answer in its time limit."""
    kept = []
    for case in chosen:
        problem = ""
        # Neo4j plans a statement when it first comes, which can take longer than an operation may.
        for _ in range(PLANNING):
            try:
                mailuo.ask(case.operation, case.variables[0])
            except (RuntimeError, OSError) as error:
                problem = str(error)
            else:
                kept.append(case)
                break
        else:
            say(f"{case.name}: left out: {problem[:200]}")
    return kept


def _slots(started: list[Server], case: Case) -> Iterator[tuple[str, Slot]]:
    for one in started:
        if case.operation in one.operations:
            bodies = [one.body(case.operation, variables) for variables in case.variables]
            yield one.name, {"port": one.port, "path": one.path, "bodies": bodies}
    bolt = {"uri": engine.start().uri, "auth": [engine.USER, engine.password()]}
    yield "floor", {**bolt, "statements": floor.statements(case.operation, case.variables)}
    if by_hand := floor.by_hand(case.operation, case.variables):
        yield "by hand", {**bolt, "statements": by_hand}


def _rounds(
    client: Client,
    slots: Mapping[tuple[str, str], Slot],
    processes: Mapping[str, psutil.Process],
    neo4j: psutil.Process,
    effort: Effort,
    say: Say,
) -> dict[Key, Measured]:
    for slot in slots.values():
        client.run({**slot, "connections": 4, "seconds": effort.warming, "requests": effort.warm_up})
    say("warm")
    results: dict[Key, Measured] = {}
    visits = [(key, connections) for key in slots for connections in CONNECTIONS]
    for number in range(effort.rounds):
        random.Random(number).shuffle(visits)
        for (name, case), connections in visits:
            own = processes.get(name)
            before = servers.cpu(own) if own else 0.0, servers.cpu(neo4j)
            found = client.run({**slots[name, case], "connections": connections, "seconds": effort.seconds})
            result = results.setdefault((name, case, connections), Measured())
            result.latencies += found["latencies"]
            result.seconds += found["seconds"]
            # Over bare Bolt the load generator is what the driver runs in.
            result.own_cpu += servers.cpu(own) - before[0] if own else found["cpu"]
            result.neo4j_cpu += servers.cpu(neo4j) - before[1]
        say(f"round {number + 1} of {effort.rounds}")
    return results

"""The servers of the benchmark as processes on one Neo4j, each started as its users start it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from tests.bench.graphql.operations import MAILUO, PLAIN

HERE = Path(__file__).parent
START = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: how it is reached, and its operations."""

    name: str
    process: psutil.Process
    port: int
    path: str
    operations: dict[str, str]

    def body(self, operation: str, variables: dict[str, Any]) -> str:
        """Return the body of a request."""
        query = " ".join(self.operations[operation].split())
        return json.dumps({"query": query, "variables": variables}, ensure_ascii=False)

    def ask(self, operation: str, variables: dict[str, Any]) -> dict[str, Any]:
        """Return the data of an answer; RuntimeError where it has errors."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{self.path}",
            self.body(operation, variables).encode(),
            {"content-type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=120) as response:
            answered = json.loads(response.read())
        if answered.get("errors"):
            raise RuntimeError(f"{self.name}, {operation}: {answered['errors']}")
        found: dict[str, Any] = answered["data"]
        return found


def cpu(process: psutil.Process) -> float:
    """Return the seconds of processor time that a process and its children have had."""
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.Error):
            times = one.cpu_times()
            total += times.user + times.system
    return total


@contextmanager
def mailuo(environment: dict[str, str]) -> Iterator[Server]:
    """Run ``mailuo serve``."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("mailuo")), "serve", "--port", str(port)]
    with _running("mailuo", command, environment, port, "/graphql", MAILUO) as server:
        yield server


@contextmanager
def plain(environment: dict[str, str]) -> Iterator[Server]:
    """Run the plain Strawberry server."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.graphql.plain"]
    with _running("plain", command, {**environment, "PORT": str(port)}, port, "/", PLAIN) as server:
        yield server


@contextmanager
def peer(environment: dict[str, str], folder: Path) -> Iterator[Server]:
    """Run the peer that was installed into a folder."""
    port = free_port()
    asked = json.loads((folder / "operations.json").read_text("utf8"))
    operations = {name: operation["query"] for name, operation in asked.items()}
    production = {**environment, "PORT": str(port), "NODE_ENV": "production"}
    with _running("peer", ["node", "server.mjs"], production, port, "/", operations, folder) as server:
        yield server


def install_peer(source: Path, folder: Path) -> str | None:
    """Copy the peer and fetch its packages as the lock beside this module has them; return why it cannot be had."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        return "there is no npm"
    if not (source / "server.mjs").is_file():
        return f"{source} does not hold it"
    folder.mkdir(parents=True, exist_ok=True)
    for file in source.iterdir():
        shutil.copy(file, folder)
    shutil.copy(HERE / "peer-lock.json", folder / "package-lock.json")
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True, check=False
    )
    return None if done.returncode == 0 else f"npm ci failed: {done.stderr[-500:]}"


def free_port() -> int:
    """Return a port that no one listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _running(
    name: str,
    command: list[str],
    environment: dict[str, str],
    port: int,
    path: str,
    operations: dict[str, str],
    folder: Path | None = None,
) -> Iterator[Server]:
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(
        command, env={**os.environ, **environment}, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder
    )
    try:
        server = Server(name, psutil.Process(child.pid), port, path, operations)
        _await(server, child)
        yield server
    finally:
        child.terminate()
        child.wait(30)


def _await(server: Server, child: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START
    while time.monotonic() < end and child.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError(f"{server.name} does not answer")

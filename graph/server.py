"""The Neo4j that mailuo runs itself: one a data folder, on 127.0.0.1, shared by every mailuo process.

It is detached from whoever starts it and lives until it is stopped. Who starts or stops it holds one lock, so that many
processes at once get one server. What runs is known by process id and command line: a stale state file deceives nobody.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph import jars, ports, runtime
from graph.home import home
from graph.ports import HOST
from loaders.errors import MailuoError

USER = "neo4j"
START_TIMEOUT = 180.0
STOP_TIMEOUT = 60.0
LOCK_TIMEOUT = 900.0
"""Seconds that a process waits for another one that starts the server, a first download included."""
ROOM = 256 << 20
"""Bytes that must be free before a server is started: a full disk would damage what is being written."""
PORT_ATTEMPTS = 5
"""How often another port is tried: between looking for a free one and Neo4j's taking it another program may come."""
HELLO = bytes.fromhex("6060b017" + "00040405" + "00" * 12)
"""The Bolt handshake (protocol specification, Handshake): the magic number and one proposal, 5.4 down to 5.0."""


class _PortTaken(Exception):
    """Another program took the chosen port before Neo4j did."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its process id, Bolt port, Neo4j's version, and the port of Neo4j Browser where that is on."""

    pid: int
    port: int
    version: str
    http: int | None = None

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://{HOST}:{self.port}"

    @property
    def browser(self) -> str | None:
        """The address of Neo4j Browser, with that of the server to log in to; None where it is off."""
        return (
            f"http://{HOST}:{self.http}/browser/?connectURL=bolt%3A%2F%2F{USER}%40{HOST}%3A{self.port}"
            if self.http
            else None
        )


def folder() -> Path:
    """Return Neo4j's own folder: conf, data and logs."""
    return home() / "neo4j"


def password() -> str:
    """Return the password of this data folder's server; the first call makes it, readable by the owner alone."""
    file = password_file()
    with contextlib.suppress(FileExistsError):
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as opened:
            # Letters and digits alone: neo4j-admin takes a password that begins with a hyphen for an option.
            opened.write(secrets.token_hex(24))
    return file.read_text("ascii")


def password_file() -> Path:
    """Return the file that keeps it."""
    return home() / "password"


def running() -> Server | None:
    """Return the server of this data folder when its process is alive."""
    state = _remembered()
    return state if state and _process(state) else None


def start(*, browser: bool = False) -> Server:
    """Return the running server, started when there is none; the data of one that died is as it was left.

    With ``browser`` it serves Neo4j Browser too, until it is stopped, and is started again for it where it did not:
    most people never open it, and need neither its jar nor one more port that other programs can reach.
    MailuoError when it cannot be started: a port that the user fixed is taken, the disk is full, Neo4j says no.
    """
    server = running()
    if server and _ready(server) and (server.http or not browser):
        return server
    with _lock():
        server = running()
        if browser and server and not server.http:
            jars.install(browser=True)  # what cannot be fetched should not cost the server that runs
            _stop()
        for _ in range(PORT_ATTEMPTS):
            server = running() or _start(browser)
            try:
                _await(server)
            except _PortTaken:
                continue
            return server
        raise MailuoError(
            f"Every port that was tried from {ports.FIRST_BOLT} up was taken by another program at the last moment.",
            "Try again, or set MAILUO_BOLT_PORT.",
        )


def stop(patience: float | None = None) -> bool:
    """Stop the server and wait for its end, after ``patience`` seconds (STOP_TIMEOUT) by force; false when none ran."""
    with _lock():
        return _stop(patience)


def reset() -> None:
    """Stop the server and delete its data; the password and the address stay."""
    with _lock():
        _stop()
        for name in ("data", "logs"):
            if (folder() / name).exists():
                shutil.rmtree(folder() / name)


def size() -> int:
    """Return the bytes that the data folder takes on the disk."""
    return sum(file.stat().st_size for file in folder().rglob("*") if file.is_file())


@contextlib.contextmanager
def _lock() -> Iterator[None]:
    try:
        with FileLock(home() / "start.lock", timeout=LOCK_TIMEOUT):
            yield
    except Timeout as error:
        raise MailuoError(
            "Another mailuo process has been starting or stopping Neo4j for a quarter of an hour.",
            "Wait for it or end it, then try again.",
        ) from error


def _state_file() -> Path:
    return home() / "server.json"


def _remembered() -> Server | None:
    try:
        return Server(**json.loads(_state_file().read_text("utf8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _process(server: Server) -> psutil.Process | None:
    # A process id comes round again, at the latest after a restart of the machine; the command line names the folder.
    # (The start time would not do: it moves when the machine's clock is set.)
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(server.pid)
        return process if _is_ours(process) else None
    return None


def _is_ours(process: psutil.Process) -> bool:
    """Whether a process is the server of this data folder, and alive."""
    mark = runtime.command(folder())[1:]
    return process.cmdline()[1:] == mark and process.status() != psutil.STATUS_ZOMBIE


def _start(browser: bool) -> Server:
    free = shutil.disk_usage(home()).free
    if free < ROOM:
        raise MailuoError(
            f"The disk is nearly full: {free >> 20} MB are free in {home()}, Neo4j needs {ROOM >> 20} MB.",
            "Free some space, or set MAILUO_HOME to a folder on another disk.",
        )
    version, _ = jars.locked()
    remembered = _remembered()
    browser = browser or (remembered is not None and remembered.http is not None)  # a server that died had it on
    class_path = jars.install(browser=browser)
    _end_orphan()
    port, http = ports.bolt(folder()), ports.http(folder())
    runtime.configure(folder(), port, http, class_path, browser=browser)
    if not (folder() / "data" / "dbms").is_dir():
        runtime.set_password(folder(), class_path, password())
    process = _launch()
    server = Server(process.pid, port, version, http if browser else None)
    part = _state_file().with_suffix(".part")
    part.write_text(json.dumps(asdict(server)), "utf8")
    part.replace(_state_file())
    return server


def _launch() -> psutil.Process:
    with _console().open("wb") as console:
        child = subprocess.Popen(
            runtime.command(folder()),
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            cwd=folder(),
            start_new_session=True,
        )
    process = psutil.Process(child.pid)
    # Popen warns about a child that outlives its handle; outliving us is what this child is for.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        del child
    return process


def _await(server: Server) -> None:
    end = time.monotonic() + START_TIMEOUT
    while not _ready(server):
        if _has_ended(server):
            if _lost_port():
                raise _PortTaken
            raise _failure(server)
        if time.monotonic() > end:
            raise MailuoError(
                f"Neo4j has not answered on {server.uri} for {START_TIMEOUT:.0f} s.",
                f"Its log is {_console()}; `mailuo db stop` ends it.",
            )
        time.sleep(0.05)


def _has_ended(server: Server) -> bool:
    """Whether a server that was launched is gone, seen twice.

    Linux shows no command line of a program in the moment in which it is being executed.
    """
    if _process(server):
        return False
    time.sleep(0.2)
    return _process(server) is None


def _ready(server: Server) -> bool:
    """Whether the server answers: on a port that it has itself, for another program may have been quicker."""
    process = _process(server)
    if process is None or not _answers(server.port):
        return False
    with contextlib.suppress(psutil.Error):
        listening = {item.laddr.port for item in process.net_connections("tcp") if item.laddr}
        return {server.port, server.http or server.port} <= listening
    return False


def _lost_port() -> bool:
    """Whether the server ended since its port was taken, and the next start may choose another one."""
    fixed = os.environ.get("MAILUO_BOLT_PORT")
    return not fixed and "Address already in use" in _printed()


def _answers(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=2) as connection:
            connection.sendall(HELLO)
            return any(connection.recv(4))
    except OSError:
        return False


def _stop(patience: float | None = None) -> bool:
    server = running()
    process = _process(server) if server else _orphan()
    _state_file().unlink(missing_ok=True)
    if process is None:
        return False
    _end(process, patience)
    return True


def _end(process: psutil.Process, patience: float | None = None) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.terminate()
        if not _ended(process, STOP_TIMEOUT if patience is None else patience):
            process.kill()
            _ended(process, STOP_TIMEOUT)


def _ended(process: psutil.Process, patience: float) -> bool:
    """Wait for the end of a process; false when it does not come.

    Where the one that started it lives and does not look, such as ``mailuo serve``, it stays as a zombie: that is its
    end too, though not for ``psutil.Process.wait``.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            with contextlib.suppress(psutil.TimeoutExpired):
                process.wait(0)  # takes it away where it is a child of this very process
            return True
        time.sleep(0.05)
    return False


def _orphan() -> psutil.Process | None:
    """Find a server of this data folder that the state file does not know, such as after the file was deleted."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if _is_ours(process):
                return process
    return None


def _end_orphan() -> None:
    orphan = _orphan()
    if orphan:
        _end(orphan)


def _console() -> Path:
    return folder() / "console.log"


def _printed() -> str:
    """What the last start printed: Java itself to the console, Neo4j to its log, which holds earlier starts too."""
    files = (_console(), folder() / "logs" / "neo4j.log")
    console, log = (file.read_text("utf8", errors="replace") if file.exists() else "" for file in files)
    return console + log.rpartition("Starting...")[2]


def _failure(server: Server) -> MailuoError:
    """Say why the server ended, from what it printed."""
    printed = _printed()
    causes = {
        "No space left on device": ("the disk is full", "Free some space, then try again; what was stored is kept."),
        "Address already in use": (f"port {server.port} was taken by another program", "Try again."),
        "locked by another process": (f"another Neo4j works on {folder()}", "End that process, then try again."),
        "OutOfMemory": ("its memory ran out", "Close other programs, then try again; what was stored is kept."),
        "Permission denied": (f"it may not write to {folder()}", "Give yourself the folder, or set MAILUO_HOME."),
    }
    for mark, (reason, advice) in causes.items():
        if mark in printed:
            return MailuoError(f"Neo4j ended at its start: {reason}.", advice)
    return MailuoError("Neo4j ended at its start.", f"What it printed is in {_console()} and {folder() / 'logs'}.")

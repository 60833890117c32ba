"""Ports of 127.0.0.1 for the Neo4j that mailuo runs: the last ones again where they are free, else others.

Kept, because a driver's address and what a browser stores (by scheme, host and port) should outlive a restart.
"""

from __future__ import annotations

import contextlib
import os
import socket
import zlib
from pathlib import Path

from loaders.errors import MailuoError

HOST = "127.0.0.1"
FIRST_BOLT = 7697
FIRST_HTTP = 7497
SPAN = 200


def bolt(folder: Path) -> int:
    """Choose the Bolt port of the server in ``folder``: MAILUO_BOLT_PORT, else the last one, else a free one.

    MailuoError (2) when MAILUO_BOLT_PORT is no port; MailuoError when it, or every port from 7697 to 7896, is taken.
    """
    fixed = os.environ.get("MAILUO_BOLT_PORT")
    if not fixed:
        return _choose(folder, "bolt", FIRST_BOLT, "Set MAILUO_BOLT_PORT.")
    if not fixed.isdecimal() or not 0 < int(fixed) < 65536:
        raise MailuoError(f"MAILUO_BOLT_PORT={fixed} is not a port.", "Set it to a number from 1024 to 65535.", 2)
    if not _free(int(fixed)):
        raise MailuoError(
            f"Port {fixed}, set by MAILUO_BOLT_PORT, is in use by another program.",
            "End that program, set another port, or unset MAILUO_BOLT_PORT and mailuo chooses a free one.",
        )
    return int(fixed)


def http(folder: Path) -> int:
    """Choose the port of Neo4j Browser: the last one, else a free one from 7497 to 7696; MailuoError without any."""
    return _choose(folder, "http", FIRST_HTTP, "End a program that holds one, then try again.")


def _choose(folder: Path, connector: str, first: int, advice: str) -> int:
    last = _last(folder, connector)
    if last and _free(last):
        return last
    # Two data folders that start at the same moment should not reach for the same port.
    shift = zlib.crc32(str(folder).encode()) % SPAN
    for port in (first + (shift + step) % SPAN for step in range(SPAN)):
        if port != last and _free(port):
            return port
    raise MailuoError(f"No port from {first} to {first + SPAN - 1} is free.", advice)


def _last(folder: Path, connector: str) -> int | None:
    with contextlib.suppress(OSError):
        for line in (folder / "conf" / "neo4j.conf").read_text("utf8").splitlines():
            if line.startswith(f"server.{connector}.listen_address="):
                return int(line.rpartition(":")[2])
    return None


def _free(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":
            # A connection that was closed a moment ago does not hold the port for a server.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True

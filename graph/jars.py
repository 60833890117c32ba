"""Neo4j's jars: fetched side by side into the cache, verified against the committed lock, continued where cut off."""

from __future__ import annotations

import errno
import functools
import hashlib
import shutil
import sys
import threading
import tomllib
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import requests
from filelock import FileLock

from graph.home import cache
from loaders.errors import MailuoError

LOCK = Path(__file__).parent / "jars.lock.toml"
ATTEMPTS = 4
PARALLEL = 8
TIMEOUT = 30
CHUNK = 1 << 16
BROWSER = "neo4j-browser"
SPARE = 64 << 20
"""Bytes that stay free on the disk beside the jars."""


@dataclass(frozen=True, slots=True, order=True)
class Jar:
    """One jar of the lock: its Maven coordinates, size in bytes and sha256."""

    group: str
    artifact: str
    version: str
    classifier: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """The file's name in the cache and in a registry."""
        classifier = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{classifier}.jar"

    @property
    def path(self) -> str:
        """The path below a registry's root, as Maven lays repositories out."""
        return f"{self.group.replace('.', '/')}/{self.artifact}/{self.version}/{self.name}"


@functools.cache
def locked() -> tuple[str, tuple[Jar, ...]]:
    """Return Neo4j's version and its jars as the committed lock has them."""
    content = tomllib.loads(LOCK.read_text("utf8"))
    return content["version"], tuple(Jar(**entry) for entry in content["jars"])


def registries() -> list[str]:
    """Return the addresses of the Maven registries, in the order to try: jgo's configuration, else its default."""
    from jgo.config import GlobalSettings
    from jgo.maven import MavenContext

    configured = GlobalSettings.load().repositories
    return [address.rstrip("/") for address in MavenContext(remote_repos=configured or None).remote_repos.values()]


def install(*, browser: bool = False) -> list[Path]:
    """Return the class path: every jar of the lock, verified by its sha256, fetched when it is missing or damaged.

    Neo4j Browser's, a tenth of them all, only with ``browser``. Processes that share the cache wait for each other.
    MailuoError when a jar cannot be had or the disk is full.
    """
    version, listed = locked()
    jars = [jar for jar in listed if browser or jar.artifact != BROWSER]
    folder = cache() / "jars"
    try:
        folder.mkdir(exist_ok=True)
        with FileLock(cache() / "jars.lock"):
            missing = _missing(jars, folder)
            if missing:
                _room(missing, folder)
                _fetch_all(missing, folder, f"Neo4j {version}")
    except OSError as error:
        raise _storage_error(error, folder) from error
    return [folder / jar.name for jar in jars]


def _missing(jars: Iterable[Jar], folder: Path) -> list[Jar]:
    def missing(jar: Jar) -> bool:
        file = folder / jar.name
        return not file.is_file() or file.stat().st_size != jar.size or _sha256(file) != jar.sha256

    listed = list(jars)
    with ThreadPoolExecutor(PARALLEL) as pool:
        return [jar for jar, absent in zip(listed, pool.map(missing, listed), strict=True) if absent]


def _room(missing: list[Jar], folder: Path) -> None:
    needed = sum(jar.size for jar in missing) + SPARE
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise MailuoError(
            f"The disk has no room for Neo4j: {needed >> 20} MB are needed in {folder}, {free >> 20} MB are free.",
            "Free some space, or set MAILUO_CACHE to a folder on another disk.",
        )


def _fetch_all(missing: list[Jar], folder: Path, what: str) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    total = sum(jar.size for jar in missing)
    console = Console(stderr=True)
    if not console.is_terminal:
        print(f"Fetching {what}: {len(missing)} jars, {total >> 20} MB.", file=sys.stderr)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"Fetching {what}", total=total)
        _side_by_side(missing, folder, lambda size: progress.advance(task, size))


def _side_by_side(missing: list[Jar], folder: Path, advance: Callable[[int], None]) -> None:
    sources, stop = registries(), threading.Event()
    with requests.Session() as session, ThreadPoolExecutor(PARALLEL) as pool:
        # The largest first, so that no big jar is left over to come alone at the end.
        ordered = sorted(missing, key=lambda jar: -jar.size)
        tasks = [pool.submit(_Download(jar, folder, sources, session, advance, stop).run) for jar in ordered]
        try:
            wait(tasks, return_when=FIRST_EXCEPTION)
        finally:
            failed = [task for task in tasks if task.done() and not task.cancelled() and task.exception()]
            if failed or not all(task.done() for task in tasks):
                stop.set()
                pool.shutdown(cancel_futures=True)
        for task in failed:
            task.result()


class _Stopped(Exception):
    """Another jar failed: this download ends where it is, its part file stays."""


@dataclass(slots=True)
class _Download:
    jar: Jar
    folder: Path
    sources: list[str]
    session: requests.Session
    advance: Callable[[int], None]
    stop: threading.Event

    def run(self) -> None:
        """Bring the jar into the folder under its name, whole and verified, or raise MailuoError."""
        part = self.folder / f"{self.jar.name}.part"
        problem = ""
        counted = part.stat().st_size if part.exists() else 0
        self.advance(min(counted, self.jar.size))
        for attempt in range(ATTEMPTS):
            source = self.sources[attempt % len(self.sources)]
            try:
                self._receive(f"{source}/{self.jar.path}", part)
            except _Stopped:
                return
            except requests.RequestException as error:
                problem = _reason(error, source)
                self.stop.wait(0.2 * 2**attempt)
                continue
            if _sha256(part) == self.jar.sha256:
                part.replace(self.folder / self.jar.name)
                return
            problem = f"what {urlsplit(source).netloc} sent is not the jar of the lock (its sha256 differs)"
            self.advance(-part.stat().st_size)
            part.unlink()
        raise MailuoError(
            f"Neo4j could not be fetched: {self.jar.name}: {problem}.",
            "Try again: what has come is kept. Behind a proxy set HTTPS_PROXY; a mirror is named under "
            "[repositories] in jgo's configuration file (JGO_CONFIG_FILE).",
        )

    def _receive(self, url: str, part: Path) -> None:
        """Append to the part file what it lacks; a server that knows no ranges sends the whole again."""
        have = part.stat().st_size if part.exists() else 0
        if have >= self.jar.size:
            return
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
        with self.session.get(url, headers=headers, stream=True, timeout=TIMEOUT) as response:
            response.raise_for_status()
            continued = response.headers.get("Content-Range", "").startswith(f"bytes {have}-")
            if have and not continued:
                self.advance(-have)
            with part.open("ab" if have and continued else "wb") as file:
                for chunk in response.iter_content(CHUNK):
                    if self.stop.is_set():
                        raise _Stopped
                    file.write(chunk)
                    self.advance(len(chunk))


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _reason(error: requests.RequestException, source: str) -> str:
    host = urlsplit(source).netloc
    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"{host} answered {error.response.status_code} {error.response.reason}"
    if isinstance(error, requests.Timeout):
        return f"{host} did not answer in {TIMEOUT} s"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return f"{host} ended the transfer before its end"
    if isinstance(error, requests.exceptions.SSLError):
        return f"{host} shows a certificate that is not trusted here (REQUESTS_CA_BUNDLE names those that are)"
    return f"{host} cannot be reached"


def _storage_error(error: OSError, folder: Path) -> MailuoError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return MailuoError(
            f"The disk is full: Neo4j's jars do not fit into {folder}.",
            "Free some space, or set MAILUO_CACHE to a folder on another disk; what has come is kept.",
        )
    return MailuoError(
        f"Neo4j's jars cannot be kept in {folder}: {error.strerror or error}.",
        "Set MAILUO_CACHE to a folder that you may write.",
    )

"""Exports of a graph of a million nodes: ``python -m tests.bench.export [DOCUMENTS]`` (left out: 61,000 of them).

Each form is written by a process of its own, whose memory and processor time are those of the export; Neo4j's memory
stands beside it. Parquet is imported again into a second, empty Neo4j, whose graph has the same digest or the import
fails.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from graph import server
from tests.bench.graphql import store
from tests.bench.graphql.synthetic import Synthetic

DOCUMENTS = 61_000
FORMS = ("csv", "parquet", "graphml", "jsonld")
AGAIN = "parquet"
"""The form that is imported: csv is written into Neo4j in the same way."""
MB = 1 << 20


def main(documents: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = folder / "first", folder / "second"
        store.prepare(Synthetic(documents), first)
        try:
            for form in FORMS:
                _say(_apart("export", first, form, folder / form))
        finally:
            _stop(first)
        try:
            _say(_apart("import", second, AGAIN, folder / AGAIN))
        finally:
            _stop(second)


def _say(found: dict[str, float | str]) -> None:
    print(
        f"{found['what']:15} {found['nodes']:>10,} nodes {found['relationships']:>10,} relationships  "
        f"{found['seconds']:6.0f} s, {found['cpu']:5.0f} s of CPU  {found['megabytes']:6,.0f} MB on the disk  "
        f"{found['peak']:5.0f} MB of memory at most, Neo4j's {found['neo4j']:6,.0f} MB",
        flush=True,
    )


def _apart(work: str, home: Path, form: str, folder: Path) -> dict[str, float | str]:
    command = [sys.executable, "-m", "tests.bench.export", work, str(home), form, str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, float | str] = json.loads(done.stdout)
    return found


def _stop(home: Path) -> None:
    with store.at(home):
        server.stop()


def measure(work: str, home: Path, form: str, folder: Path) -> None:
    """Export or import once, and print what it took."""
    from graph.export.export import export
    from graph.export.formats import Format
    from graph.export.restore import opened, restore
    from graph.session import connect

    home.mkdir(exist_ok=True)
    with store.at(home):
        if work == "import":
            server.reset()
        with connect() as database, _watched_neo4j() as most:
            began = time.perf_counter()
            if work == "export":
                manifest = export(database, Format(form), folder)
            else:
                found = opened(folder)
                manifest = found.manifest
                restore(database, found)
            seconds = time.perf_counter() - began
    counts = {
        kind: sum(table["rows"] for table in manifest["tables"] if table["kind"] == kind)
        for kind in ("nodes", "relationships")
    }
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MB
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak, cpu = used.ru_maxrss / 1024, used.ru_utime + used.ru_stime
    told = {
        "what": f"{work} {form}",
        **counts,
        "seconds": seconds,
        "cpu": cpu,
        "megabytes": size,
        "peak": peak,
        "neo4j": most[0],
    }
    print(json.dumps(told))


@contextmanager
def _watched_neo4j() -> Iterator[list[float]]:
    """The most memory that Neo4j takes meanwhile, in MB, looked at four times a second."""
    process = psutil.Process(server.start().pid)
    most = [0.0]
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.25):
            most[0] = max(most[0], process.memory_info().rss / MB)

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield most
    finally:
        over.set()
        thread.join()


if __name__ == "__main__":
    if sys.argv[1:2] in (["export"], ["import"]):
        measure(sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else DOCUMENTS)

"""Time loads of the compilation: by an engine that has just started, of nothing new, and by one that has run."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from graph import server
from graph.load import load
from graph.session import connect
from tests.accuracy.score import SHARED


def main() -> None:
    """Start a Neo4j of its own in a folder that is thrown away, and print the times in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MAILUO_HOME"] = folder
        os.environ.pop("NEO4J_URI", None)
        corpus = [Path(SHARED) / "corpus"]
        try:
            with connect() as database:
                for name in ("empty database, engine just started", "nothing changed", "empty database, warm engine"):
                    if name.endswith("warm engine"):
                        database.write("MATCH (n) DETACH DELETE n")
                    began = time.perf_counter()
                    report = load(database, corpus)
                    print(f"load, {name}: {time.perf_counter() - began:.1f} s, {report.held} documents held")
        finally:
            server.stop()


if __name__ == "__main__":
    main()

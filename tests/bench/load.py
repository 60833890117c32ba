"""Time a load of the compilation into an empty database, and a second one that finds nothing changed."""

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
    """Start a Neo4j of its own in a folder that is thrown away, and print both times in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MAILUO_HOME"] = folder
        os.environ.pop("NEO4J_URI", None)
        corpus = [Path(SHARED) / "corpus"]
        try:
            with connect() as database:
                for name in ("empty database", "nothing changed"):
                    began = time.perf_counter()
                    report = load(database, corpus)
                    print(f"load, {name}: {time.perf_counter() - began:.1f} s, {report.held} documents held")
        finally:
            server.stop()


if __name__ == "__main__":
    main()

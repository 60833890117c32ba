"""GraphQL side by side: ``python -m tests.bench.graphql [--quick] [--documents N] [--home FOLDER] [--out FOLDER]``.

mailuo, plain Strawberry, the peer and bare Bolt on one Neo4j, first with the compilation, then with a synthetic graph.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph import server
from graph.load import load
from graph.session import connect
from tests.accuracy.score import SHARED
from tests.bench.graphql import report, servers
from tests.bench.graphql.measure import Effort, measure
from tests.bench.graphql.store import at, prepare, timed
from tests.bench.graphql.synthetic import Synthetic

FULL = Effort(rounds=5, seconds=1.5, warm_up=400, warming=30)
QUICK = Effort(rounds=1, seconds=0.5, warm_up=40, warming=5)


def main() -> None:
    """Run the whole and say where the outcome is."""
    options = _options()
    home: Path = options.home
    out: Path = options.out
    missing = servers.install_peer(Path(SHARED) / "peer", home / "peer")
    if missing:
        say(f"the peer is left out: {missing}")
    peer = None if missing else home / "peer"
    graphs: dict[str, report.Graph] = {}
    synthetic = Synthetic(options.documents, options.seed)
    made: dict[str, Callable[[], None]] = {
        "compilation": lambda: _compilation(home / "compilation"),
        f"{options.documents:,} documents": lambda: prepare(synthetic, home / "synthetic", say),
    }
    effort = QUICK if options.quick else Effort(options.rounds, options.seconds, FULL.warm_up, options.warming)
    for (name, make), folder in zip(made.items(), ("compilation", "synthetic"), strict=True):
        if options.graph in (None, folder):
            make()
            with _engine(home / folder):
                graphs[name] = {key: found.figures() for key, found in measure(peer, effort, say).items()}
            say(f"written: {report.write(graphs, out)}")
    print((out / "bench.md").read_text("utf8"))


def _options() -> argparse.Namespace:
    below = Path(tempfile.gettempdir()) / "mailuo-bench"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round over 2,000 documents")
    parser.add_argument("--documents", type=int, help="documents of the synthetic graph (100,000; quick: 2,000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the synthetic graph")
    parser.add_argument("--rounds", type=int, default=FULL.rounds)
    parser.add_argument("--seconds", type=float, default=FULL.seconds, help="of each server and case in a round")
    parser.add_argument("--warming", type=float, default=FULL.warming, help="seconds at most of each one's warm-up")
    parser.add_argument("--graph", choices=("compilation", "synthetic"), help="this one alone")
    parser.add_argument("--home", type=Path, default=below, help="folder of the graphs and the peer, which are kept")
    parser.add_argument("--out", type=Path, default=below / "out", help="folder of table and picture")
    options = parser.parse_args()
    options.documents = options.documents or (2_000 if options.quick else 100_000)
    return options


def _compilation(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with at(folder), timed(say, "compilation loaded"), connect() as database:
        load(database, [Path(SHARED) / "corpus"])


@contextmanager
def _engine(folder: Path) -> Iterator[None]:
    """Work with the Neo4j of a folder, the only one that runs, and stop it."""
    with at(folder):
        try:
            yield
        finally:
            server.stop()


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


if __name__ == "__main__":
    os.environ.pop("MAILUO_JAVA_OPTIONS", None)
    main()

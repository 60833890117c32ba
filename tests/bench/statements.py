"""Every named statement: ``python -m tests.bench.statements [--quick] [--documents N] [--home FOLDER] [--out FOLDER]``.

Each is asked with typical parameters through mailuo's library and, with the same text, by the bare driver, first on the
compilation, then on a synthetic graph. The table says what is met: p50 of 5 ms and p95 of 50 ms on the compilation; no
more than 3 times as long in the large graph where the header says anchored, a row where that graph answers with more.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import neo4j

from graph import server
from graph.ask import checked, find, run
from graph.load import load
from graph.session import Database, connect
from tests.accuracy.score import SHARED
from tests.bench.graphql.__main__ import say
from tests.bench.graphql.store import at, prepare, timed
from tests.bench.graphql.synthetic import Synthetic
from tests.bench.statements_asked import Question, questions

P50, P95, GROWTH = 5.0, 50.0, 3.0
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Effort:
    """How often a question is asked each way: calls and seconds at most, and calls before, in half of these seconds."""

    calls: int
    seconds: float
    warm_up: int


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of a question through the library and over bare Bolt, and the median of its rows."""

    rows: float
    p50: float
    p95: float
    bare_p50: float
    bare_p95: float


FULL = Effort(calls=200, seconds=10, warm_up=200)
QUICK = Effort(calls=5, seconds=1, warm_up=1)


def main() -> None:
    """Time both graphs and write the table."""
    options = _options()
    home: Path = options.home
    effort = QUICK if options.quick else FULL
    synthetic = Synthetic(options.documents, options.seed)
    made: dict[str, Callable[[], None]] = {
        "compilation": lambda: _compilation(home / "compilation"),
        "synthetic": lambda: prepare(synthetic, home / "synthetic", say),
    }
    timings: dict[str, dict[str, Timed]] = {}
    for name, make in made.items():
        if options.graph in (None, name):
            make()
            with at(home / name), connect() as database:
                timings[name] = times(database, effort, say)
                server.stop()
    options.out.mkdir(parents=True, exist_ok=True)
    kept = {name: {key: asdict(one) for key, one in timed_.items()} for name, timed_ in timings.items()}
    (options.out / "statements.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf8")
    text = "\n".join(table(timings, options.documents)) + "\n"
    (options.out / "statements.md").write_text(text, "utf8")
    say(f"{text}\nwritten: {options.out / 'statements.md'}")


def _options() -> argparse.Namespace:
    below = Path(tempfile.gettempdir()) / "mailuo-bench"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few calls, 2,000 documents")
    parser.add_argument("--documents", type=int, help="documents of the synthetic graph (100,000; quick: 2,000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the synthetic graph")
    parser.add_argument("--graph", choices=("compilation", "synthetic"), help="this one alone")
    parser.add_argument("--home", type=Path, default=below, help="folder of the graphs, which are kept")
    parser.add_argument("--out", type=Path, default=below / "out", help="folder of the table")
    options = parser.parse_args()
    options.documents = options.documents or (2_000 if options.quick else 100_000)
    return options


def _compilation(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with at(folder), timed(say, "compilation loaded"), connect() as database:
        load(database, [Path(SHARED) / "corpus"])


def times(database: Database, effort: Effort, say: Callable[[str], None]) -> dict[str, Timed]:
    """Time every question of a graph, one after the other, by its name."""
    found = {}
    for question in questions(database):
        found[question.name] = one = _time(database, question, effort)
        say(f"{question.name}: {one.p50:.1f} / {one.p95:.1f} ms, bare {one.bare_p50:.1f} / {one.bare_p95:.1f} ms")
    return found


def _time(database: Database, question: Question, effort: Effort) -> Timed:
    through: list[float] = []
    bare: list[float] = []
    sizes = []
    turns = itertools.cycle(question.parameters)
    _both(database, question, itertools.islice(turns, effort.warm_up), effort.seconds / 2)
    for one, other, rows in _both(database, question, itertools.islice(turns, effort.calls), effort.seconds):
        through.append(one)
        bare.append(other)
        sizes.append(rows)
    return Timed(statistics.median(sizes), *_percentiles(through), *_percentiles(bare))


def _both(
    database: Database, question: Question, asked: Iterable[Mapping[str, Any]], seconds: float
) -> list[tuple[float, float, int]]:
    """Ask both ways in turns, so that what disturbs the one disturbs the other; milliseconds of each, and the rows."""
    taken = []
    until = time.monotonic() + seconds
    for parameters in asked:
        began = time.perf_counter()
        rows = run(database, question.statement, parameters)
        between = time.perf_counter()
        same = ask_bare(database.driver, database.name, question.statement, parameters)
        ended = time.perf_counter()
        if len(rows) != len(same):
            raise RuntimeError(f"{question.name}: {len(rows)} rows through the library, {len(same)} over Bolt")
        taken.append((1000 * (between - began), 1000 * (ended - between), len(rows)))
        if time.monotonic() > until:
            break
    return taken


def _percentiles(taken: list[float]) -> tuple[float, float]:
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def ask_bare(driver: neo4j.Driver, name: str | None, statement: str, parameters: Mapping[str, Any]) -> Rows:
    """Ask with the driver alone: the same text and parameters in an auto-commit transaction."""
    asked = find(statement)
    with driver.session(database=name, default_access_mode=neo4j.READ_ACCESS) as session:
        result = session.run(asked.text, checked(asked, parameters))  # type: ignore[arg-type]
        names = result.keys()
        return [dict(zip(names, record, strict=True)) for record in result]


def table(timings: Mapping[str, Mapping[str, Timed]], documents: int) -> Iterator[str]:
    """The lines of the report: a row a question, and how many met what is aimed at."""
    small, large = timings.get("compilation", {}), timings.get("synthetic", {})
    yield "p50 / p95 in ms through mailuo's library, and over bare Bolt (the same text, the driver alone)."
    yield ""
    heads = ["rows", "compilation", "bare Bolt", "rows", f"{documents:,} documents", "bare Bolt", "growth", "met"]
    yield f"| question | cost | {' | '.join(heads)} |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|---|"
    judged: list[bool] = []
    for name in dict.fromkeys((*small, *large)):
        one, other = small.get(name), large.get(name)
        kind = "anchored" if " by " in name else find(name).cost.partition(" ")[0]
        met = None
        if one:
            steady = kind != "anchored" or other is None or other.p50 <= GROWTH * one.p50 * _more(one, other)
            met = one.p50 <= P50 and one.p95 <= P95 and steady
            judged.append(met)
        said = {None: "–", True: "yes", False: "NO"}[met]
        cells = [*_cells(one), *_cells(other), _grown(one, other), said]
        yield f"| {name} | {kind} | {' | '.join(cells)} |"
    yield ""
    yield f"{sum(judged)} of {len(judged)} met."


def _grown(one: Timed | None, other: Timed | None) -> str:
    if one is None or other is None:
        return "–"
    growth, more = other.p50 / one.p50, _more(one, other)
    return f"{growth:.1f} ×" + (f", a row {growth / more:.1f} ×" if more > 1 else "")


def _more(one: Timed, other: Timed) -> float:
    """How many times as many rows the other one has, at least once."""
    return max(1.0, other.rows / max(1.0, one.rows))


def _cells(one: Timed | None) -> list[str]:
    if one is None:
        return ["–", "–", "–"]
    return [f"{one.rows:g}", f"{one.p50:.1f} / {one.p95:.1f}", f"{one.bare_p50:.1f} / {one.bare_p95:.1f}"]


if __name__ == "__main__":
    os.environ.pop("MAILUO_JAVA_OPTIONS", None)
    main()

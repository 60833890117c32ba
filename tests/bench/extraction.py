"""How fast files become documents on one core: ``python -m tests.bench.extraction [PATH…]``.

Without a path: the compilation beside the checkout (MAILUO_SHARED names another folder), else the samples, many times.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from loaders.clean import clean
from loaders.discover import discover
from loaders.extract import extract_raw
from loaders.find import find
from loaders.readers import Raw, read_file
from loaders.split import split
from loaders.structure import structure

ROOT = Path(__file__).parents[2]
ROUNDS = 3
T = TypeVar("T")


def corpus() -> list[Path]:
    """The files that are measured when none is named."""
    shared = Path(os.environ.get("MAILUO_SHARED") or ROOT.parent / "shared") / "corpus"
    return discover([shared if shared.is_dir() else ROOT / "loaders" / "samples"])[0]


def fastest(work: Callable[[], T]) -> tuple[float, T]:
    """The shortest time of several rounds, in seconds of this process, and what was made."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        made = work()
        times.append(time.process_time() - start)
    return min(times), made


def main(paths: Iterable[str]) -> None:
    files = [file for file in discover(paths)[0] if file.suffix == ".txt"] or corpus()
    start = time.process_time()
    raws: list[Raw] = [read_file(file) for file in files if file.suffix == ".txt"]
    characters = sum(len(line.text) for raw in raws for line in raw.lines)
    found = [extract_raw(raw) for raw in raws]
    first = time.process_time() - start
    documents = sum(len(extraction.documents) for extraction in found)
    print(f"{len(raws)} files, {documents} documents, {characters:,} characters")
    print(f"first run, registries and all  {first:6.2f} s")
    whole, _ = fastest(lambda: [extract_raw(raw) for raw in raws])
    reading, _ = fastest(lambda: [read_file(file) for file in files if file.suffix == ".txt"])
    cleaning, cleaned = fastest(lambda: [clean(raw) for raw in raws])
    splitting, splits = fastest(lambda: [split(text) for text in cleaned])
    parts = [part for found in splits for part in found.parts]
    structuring, made = fastest(lambda: [structure(part) for part in parts])
    finding, _ = fastest(lambda: [find(document, lambda _: (None, None)) for document in made])
    stages = {"read": reading, "clean": cleaning, "split": splitting, "structure": structuring, "find": finding}
    for name, seconds in stages.items():
        print(f"{name:30} {seconds:6.2f} s")
    print(f"{'all stages but reading':30} {whole:6.2f} s  {characters / whole:,.0f} characters a second")


if __name__ == "__main__":
    main(sys.argv[1:])

"""How memory and time grow with a large text: ``python -m tests.bench.large [MB…]`` (left out: 25, 50 and 100).

The text is the compilation again and again (extraction.corpus), extracted in a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.extraction import corpus


def main(sizes: Sequence[int]) -> None:
    source = "".join(file.read_text("utf8") + "\n" for file in corpus() if file.suffix == ".txt")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = Path(folder) / "large.txt"
            with file.open("w", encoding="utf8") as stream:
                for _ in range(max(1, size * 1_000_000 // len(source.encode()))):
                    stream.write(source)
            done = subprocess.run(
                [sys.executable, "-m", "tests.bench.large", "measure", str(file)], check=True, capture_output=True
            )
            found = json.loads(done.stdout)
            speed = found["characters"] / found["seconds"]
            print(
                f"{size:4} MB  {found['documents']:6,} documents  {found['seconds']:7.1f} s  "
                f"{speed:9,.0f} characters a second  {found['peak']:5.0f} MB at most",
                flush=True,
            )


def measure(file: str) -> None:
    from loaders.batch import extract_paths
    from loaders.records import Extraction

    start = time.process_time()
    documents = characters = 0
    for found in extract_paths([file]):
        if isinstance(found, Extraction):
            documents += len(found.documents)
            characters += sum(len(document.text) for document in found.documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    seconds = time.process_time() - start
    print(json.dumps({"documents": documents, "characters": characters, "seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(sys.argv[2])
    else:
        main([int(size) for size in sys.argv[1:]] or [25, 50, 100])

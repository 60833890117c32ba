"""Score what mailuo extracts from the compilation against the hand-made reference, kind by kind.

Run as a program: prints the README's table, and with --baseline what was gained and lost against a committed list of
errors; --renew writes that list anew.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from loaders.extract import guides
from loaders.readers import read_file

SHARED = Path(os.environ.get("MAILUO_SHARED") or Path(__file__).parents[3] / "shared")
BASELINE = Path(__file__).with_name("errors.txt")
Rows = dict[str, dict[str, float]]


def extraction(shared: Path) -> list[dict[str, Any]]:
    """The compilation's documents in the guide's JSON."""
    return guides(read_file(shared / "corpus" / "policy-compilation-2022.txt"))


def scores(documents: list[dict[str, Any]], shared: Path) -> Rows:
    """Precision, recall, F1 and counts a kind, by the reference's own scorer."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        file.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)
        file.flush()
        command = [sys.executable, str(shared / "reference" / "score.py"), file.name, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf8")
    rows: Rows = json.loads(done.stdout)
    return rows


def table(rows: Rows) -> list[str]:
    """The scores as the lines of a Markdown table: n is the number of items in the reference."""
    lines = ["| kind | precision | recall | F1 | n |", "|---|---:|---:|---:|---:|"]
    for kind, row in rows.items():
        cells = (f"{row[name]:.3f}" for name in ("precision", "recall", "f1"))
        lines.append(f"| {kind} | {' | '.join(cells)} | {row['expected']:.0f} |")
    return lines


def errors(documents: list[dict[str, Any]], shared: Path) -> list[str]:
    """Every item that is missed or found without standing in the reference, one line each."""
    scorer = _scorer(shared)
    found = {scorer.fold(document["title"]): document for document in documents}
    return sorted(_errors(scorer, found, shared))


def _errors(scorer: ModuleType, found: dict[str, dict[str, Any]], shared: Path) -> Iterator[str]:
    for file in sorted((shared / "reference").glob("[a-z][0-9][0-9]*.json")):
        wanted = json.loads(file.read_text("utf8"))
        twin = found.get(scorer.fold(wanted["title"]))
        want, have = scorer.doc_items(wanted), scorer.doc_items(twin) if twin else {}
        for kind in sorted(want.keys() | have.keys()):
            here, there = have.get(kind, set()), want.get(kind, set())
            yield from (f"{kind}\tmissed\t{wanted['id']}\t{_words(item)}" for item in there - here)
            yield from (f"{kind}\textra\t{wanted['id']}\t{_words(item)}" for item in here - there)


def _words(item: Any) -> str:
    return " ".join(str(part) for part in item) if isinstance(item, tuple) else str(item)


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "reference" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def changes(now: list[str], before: list[str]) -> list[str]:
    """What was lost (a new error, +) and gained (an error that is gone, -) against the baseline."""
    lost = [f"+ {line}" for line in now if line not in before]
    return lost + [f"- {line}" for line in before if line not in now]


def baseline() -> list[str]:
    """The errors that the last renewal found."""
    return BASELINE.read_text("utf8").splitlines() if BASELINE.exists() else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with corpus and reference")
    parser.add_argument("--baseline", action="store_true", help="print what was gained and lost instead of the table")
    parser.add_argument("--renew", action="store_true", help="write the list of errors anew")
    asked = parser.parse_args()
    documents = extraction(asked.shared)
    if asked.baseline:
        print("\n".join(changes(errors(documents, asked.shared), baseline())) or "nothing changed")
    elif asked.renew:
        BASELINE.write_text("".join(f"{line}\n" for line in errors(documents, asked.shared)), "utf8")
    else:
        print("\n".join(table(scores(documents, asked.shared))))


if __name__ == "__main__":
    main()

"""How well measures are aligned: against our own labels, and against the reference, which decided nothing.

``python -m tests.accuracy.alignment`` prints precision, recall and F1 of both and how often a score is right, with
intervals; with ``--fit`` also the coefficients that our labels give (graph/alignment/match.py).

The labels are those of two people who read the documents blind, before the score was fitted, every pair of measures of
the documents that they were given: ``same`` (the lower measure orders the same action on the same object), ``related``
(neither right nor wrong) or nothing. Between all other documents of the compilation, which are of other matters, only
what was aligned was labelled, by two other people; it is counted what they say of what is aligned now.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.alignment import match as matching
from graph.alignment.candidates import worth_comparing
from graph.alignment.compare import Compared, Paper, compare
from graph.alignment.passages import Unit
from loaders.extract import extract_file
from loaders.find.measures import is_organisational

SHARED = Path(os.environ.get("MAILUO_SHARED") or Path(__file__).parents[3] / "shared")
LABELS = Path(__file__).with_name("alignment_labels.csv")
ELSEWHERE = Path(__file__).with_name("alignment_elsewhere.csv")
SAME, RELATED, NEITHER = "same", "related", "neither"
BINS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
Pair = tuple[str, str]


@dataclass(frozen=True)
class Labelled:
    """Two documents (titles) with the labels of their measures (paths); what has none was read and is nothing."""

    lower: str
    upper: str
    labels: dict[Pair, str]


@dataclass(frozen=True)
class Result:
    """How many pairs are right, wrong and expected."""

    right: int
    wrong: int
    expected: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.expected, 1)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def own_labels() -> list[Labelled]:
    """What our own annotators said, document pair by document pair."""
    with LABELS.open(encoding="utf8", newline="") as file:
        return _grouped(
            (
                (row["annotator"], row["lower_title"], row["upper_title"]),
                (row["lower_path"], row["upper_path"]),
                row["label"],
            )
            for row in csv.DictReader(file)
        )


def reference(shared: Path) -> list[Labelled]:
    """What the reference says; its documents without any label count too."""
    said = json.loads((shared / "reference" / "alignment.json").read_text("utf8"))
    titles = said["documents"]
    found = {tuple(pair): Labelled(titles[pair[0]], titles[pair[1]], {}) for pair in said["pairs"]}
    for row in said["alignments"]:
        (lower, path), (upper, above) = row["local"].split("#"), row["national"].split("#")
        found[lower, upper].labels[path, above] = row["label"]
    return list(found.values())


def _grouped(rows: Iterable[tuple[tuple[str, str, str], Pair, str]]) -> list[Labelled]:
    found: dict[tuple[str, str, str], dict[Pair, str]] = defaultdict(dict)
    for key, pair, label in rows:
        found[key][pair] = label
    return [Labelled(lower, upper, labels) for (_, lower, upper), labels in found.items()]


@cache
def papers(shared: Path) -> dict[str, Paper]:
    """The documents of the compilation by title, as aligning reads them; the ids of their measures are the paths."""
    documents = extract_file(shared / "corpus" / "policy-compilation-2022.txt").documents
    return {
        document.title: Paper(
            tuple(
                Unit(item.path, item.text, item.start, item.heading)
                for item in document.provisions
                if item.is_measure and not is_organisational(item.heading)
            )
        )
        for document in documents
    }


def compared(said: Labelled, shared: Path) -> Iterator[tuple[Compared, str | None]]:
    """Every two measures that are compared, with their label."""
    known = papers(shared)
    for item in compare(known[said.lower], known[said.upper]):
        yield item, said.labels.get((item.lower.id, item.upper.id))


def result(labelled: Sequence[Labelled], shared: Path) -> Result:
    """What matching finds against the labels, as the reference's scorer counts."""
    right = wrong = expected = 0
    known = papers(shared)
    for said in labelled:
        expected += sum(label == SAME for label in said.labels.values())
        for found in matching.match(known[said.lower], known[said.upper]):
            label = said.labels.get((found.compared.lower.id, found.compared.upper.id))
            right += found.aligned and label == SAME
            wrong += found.aligned and label is None
    return Result(right, wrong, expected)


def calibration(labelled: Sequence[Labelled], shared: Path) -> Iterator[tuple[float, float, int, int, int]]:
    """By span of scores: its ends, and how many pairs of it are the same, related and neither."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for said in labelled:
        for item, label in compared(said, shared):
            score = 1 / (1 + math.exp(-matching.logit(item.likeness)))
            place = max(at for at, begin in enumerate(BINS[:-1]) if score >= begin)
            counts[place][0 if label == SAME else 1 if label == RELATED else 2] += 1
    for at in sorted(counts):
        same, related, neither = counts[at]
        yield BINS[at], BINS[at + 1], same, related, neither


def elsewhere(shared: Path) -> Counter[str]:
    """What two people say of the measures that are aligned between the documents without labels of their own.

    ``neither`` where both say so, ``related`` where they differ, ``unread`` what they did not see.
    """
    with ELSEWHERE.open(encoding="utf8", newline="") as file:
        said = {
            (row["lower_title"], row["upper_title"], row["lower_path"], row["upper_path"]): {row["one"], row["two"]}
            for row in csv.DictReader(file)
        }
    known = papers(shared)
    counts: Counter[str] = Counter()
    for lower, upper in sorted({key[:2] for key in said}):
        if not worth_comparing(known[lower], known[upper]):
            continue
        for found in matching.match(known[lower], known[upper]):
            labels = said.get((lower, upper, found.compared.lower.id, found.compared.upper.id))
            if found.aligned:
                counts["unread" if labels is None else labels.pop() if len(labels) == 1 else RELATED] += 1
    return counts


def interval(right: int, number: int) -> tuple[float, float]:
    """The 95 % interval of a share, as Wilson gives it (Journal of the American Statistical Association 22, 1927)."""
    z = 1.96
    share, spread = right / number, z * z / number
    middle = (share + spread / 2) / (1 + spread)
    reach = z * math.sqrt(share * (1 - share) / number + spread / number / 4) / (1 + spread)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def table(shared: Path) -> list[str]:
    """The lines that the READMEs print."""
    lines = ["| labels | precision | recall | F1 | pairs that are the same |", "|---|---:|---:|---:|---:|"]
    for name, labelled in (("our own", own_labels()), ("the reference", reference(shared))):
        found = result(labelled, shared)
        lines.append(f"| {name} | {found.precision:.3f} | {found.recall:.3f} | {found.f1:.3f} | {found.expected} |")
    return lines


def main() -> None:
    """Print how well measures are aligned."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true", help="print the coefficients that our labels give")
    asked = parser.parse_args()
    print(*table(SHARED), sep="\n")
    print("\nscore       same  related  neither  share that is the same (95 %)")
    for begin, end, same, related, neither in calibration([*own_labels(), *reference(SHARED)], SHARED):
        number = same + related + neither
        low, high = interval(same, number)
        print(
            f"{begin:.1f} to {end:.1f} {same:6} {related:8} {neither:8}  {same / number:.2f} ({low:.2f} to {high:.2f})"
        )
    counts = elsewhere(SHARED)
    shares = ", ".join(f"{label} {counts[label]}" for label in (SAME, RELATED, NEITHER, "unread"))
    print(f"\nbetween documents of other matters {counts.total()} alignments: {shares}")
    if asked.fit:
        from tests.accuracy.logistic import fit

        rows = [
            (matching.signs(item.likeness), label == SAME)
            for said in own_labels()
            for item, label in compared(said, SHARED)
            if label != RELATED
        ]
        print("\nINTERCEPT, WHOLE, HEADING, CLAUSE =", ", ".join(f"{value:.3f}" for value in fit(rows)))


if __name__ == "__main__":
    main()

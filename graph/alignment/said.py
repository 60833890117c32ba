"""What people said of two measures: that they are aligned, or that they are not, whatever their words are.

A correction of an alignment has the id of the alignment as its target: the lower measure, ``~``, the upper one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from graph.alignment.levels import Standing, comparable
from graph.transaction import Tx, run
from loaders.errors import MailuoError

Pair = tuple[str, str]
"""Lower and upper."""
BETWEEN = "~"


def halves(target: str) -> Pair | None:
    """The lower and the upper measure of an alignment's id; None for the id of anything else."""
    lower, mark, upper = target.partition(BETWEEN)
    return (lower, upper) if mark and "#" in lower and "#" in upper else None


class Said:
    """What people said of measures that are held, by the documents that these are of."""

    def __init__(self, transaction: Tx) -> None:
        self._of: defaultdict[Pair, dict[Pair, bool]] = defaultdict(dict)
        for row in run(transaction, "load/align_said"):
            pair = (row["lower"], row["upper"])
            self._of[row["lower_document"], row["upper_document"]][pair] = row["aligned"]

    def documents(self) -> set[Pair]:
        """The documents of which anything is said."""
        return set(self._of)

    def between(self, lower: str, upper: str) -> Mapping[Pair, bool]:
        """What is said of the measures of two documents."""
        return self._of.get((lower, upper), {})

    def pairs(self) -> list[list[str]]:
        """All pairs of measures of which anything is said."""
        return sorted([*pair] for said in self._of.values() for pair in said)

    def marks(self) -> dict[str, tuple[str, ...]]:
        """For each document, what is said of it, as words that tell two states apart."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for documents, said in self._of.items():
            words = [f"{lower}{BETWEEN}{upper} {aligned}" for (lower, upper), aligned in said.items()]
            for name in documents:
                found[name] += words
        return {name: tuple(sorted(words)) for name, words in found.items()}


def check(transaction: Tx, lower: str, upper: str) -> None:
    """Refuse what no alignment can be between; MailuoError (2) says why."""
    row = run(transaction, "load/aligned_pair", lower=lower, upper=upper)[0]
    if not row["measures"]:
        raise MailuoError(
            f"{lower} or {upper} is no measure.", "Only measures are aligned: say first that it is one (measure).", 2
        )
    below, above = (Standing.of(document) for document in row["documents"])
    if not below or not above or not comparable(below, above):
        raise MailuoError(
            f"{lower} is not of a lower level than {upper}, or is elsewhere.",
            "The id has the measure of the lower level first, and its document is of the other's jurisdiction.",
            2,
        )

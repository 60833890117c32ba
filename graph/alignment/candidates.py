"""Find the documents that are worth comparing with others, through the index of words.

Two documents are, when a measure of one and a measure of the other share telling words that together weigh enough. That
is a property of the two alone, so it does not matter what else is held or which of them came first; the work grows with
the new measures and with the places where their telling words stand, not with all pairs. The index has more words of a
measure than aligning reads (those of its parentheses), so what it finds is looked at once more (`worth_comparing`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from graph.alignment.compare import Paper
from graph.transaction import Tx, run

ENOUGH = 1400
"""How much the telling words that two measures share must weigh, in thousandths.

Of 33 alignments that 800 has and 1400 has not, two people found 6 to be the same (tests/accuracy/alignment.py); it
has all that are the same between the labelled documents of one matter.
"""
_AT_ONCE = 500


class Candidates:
    """Which documents share enough with others, as the index of words says."""

    def __init__(self, transaction: Tx) -> None:
        self._transaction = transaction

    def of(self, papers: Mapping[str, Paper]) -> dict[str, set[str]]:
        """For each document, the ids of those that are worth comparing with it."""
        telling = (words for paper in papers.values() for words in paper.telling)
        places = self._places({word for words in telling for word in words})
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name, paper in papers.items():
            for words in paper.telling:
                shared: Counter[str] = Counter()
                for word, weight in words.items():
                    for other in places.get(word, ()):
                        shared[other] += weight
                found[name].update(other.rpartition("#")[0] for other, weight in shared.items() if weight >= ENOUGH)
            found[name].discard(name)
        return found

    def _places(self, words: set[str]) -> dict[str, list[str]]:
        """The ids of the measures that have each word."""
        wanted = sorted(words)
        places: dict[str, list[str]] = {}
        for at in range(0, len(wanted), _AT_ONCE):
            rows = run(self._transaction, "load/align_sharing", terms=wanted[at : at + _AT_ONCE])
            places |= {row["term"]: row["measures"] for row in rows}
        return places


def worth_comparing(one: Paper, other: Paper) -> bool:
    """Whether a measure of one document and a measure of the other share enough."""
    return any(
        sum(map(words.__getitem__, words.keys() & others.keys())) >= ENOUGH
        for words in one.telling
        for others in other.telling
    )

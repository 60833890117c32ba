"""Compare the measures of two documents: how far two of them order the same action on the same object.

All is a pure function of the two documents and of the shipped tables. A feature counts by its weight (weights.csv) and
by how surprising it is that both measures have it: what most measures of both documents speak of tells none apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.alignment.passages import Feature, Sentence, Unit
from graph.alignment.tables import objects, words_of
from graph.alignment.weights import OBJECT, weight

_SURPRISE = 4.0  # a coincidence of one in e^4 counts in full
_MORE = 6  # measures that are thought to each document, so that short ones do not make everything common
_ELSEWHERE = 0.3  # in how many of those a feature would stand
_FLOOR = 0.3  # keeps a few common characters of short texts from looking like much
_SENTENCE_FLOOR = 1.0
_LEAST = 0.15
"""Measures whose texts share less than this are not compared sentence by sentence; no alignment has so little."""


@dataclass(frozen=True)
class Paper:
    """A document to align: its measures, in order; ``others`` are aligned only where a person says so."""

    units: tuple[Unit, ...]
    others: tuple[Unit, ...] = ()

    @cached_property
    def times(self) -> Counter[Feature]:
        """In how many measures each feature stands."""
        whole = Counter(feature for unit in self.units for feature in unit.features)
        for unit in self.units:
            clauses = (clause for sentence in unit.sentences for clause in sentence.clauses)
            whole.update(frozenset[Feature]().union(*clauses))
        return whole


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two measures are.

    ``whole``: what the two texts share of all that they say. ``heading``: what the heading of the lower one shares with
    the likest sentence of the upper one. ``clause``: what the two likest clauses share. All from 0 up.
    """

    whole: float
    heading: float
    clause: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Two measures, how alike they are, and the sentences that show it."""

    lower: Unit
    upper: Unit
    likeness: Likeness
    lower_sentence: Sentence
    upper_sentence: Sentence

    @property
    def shared(self) -> tuple[str, ...]:
        """The words that the two sentences share, those that say most first; two words for one object with a slash."""
        lower = self.lower.text[self.lower_sentence.start : self.lower_sentence.end].lower()
        upper = self.upper.text[self.upper_sentence.start : self.upper_sentence.end].lower()
        said: dict[str, float] = {}
        for feature in self.lower_sentence.features & self.upper_sentence.features:
            kind, _, value = feature.partition(":")
            if kind == "word":
                said[value] = max(said.get(value, 0.0), weight(feature))
            elif kind == "frame" and value.startswith(OBJECT):
                name = value.removeprefix(OBJECT).rpartition(">")[0]
                below, above = (words_of(objects(), name, text) for text in (lower, upper))
                for word in below & above or ({f"{min(below)}/{min(above)}"} if below and above else ()):
                    said[word] = max(said.get(word, 0.0), weight(feature))
        return tuple(sorted(said, key=lambda name: (-said[name], name)))


def compare(lower: Paper, upper: Paper) -> Iterator[Compared]:
    """Every two measures of the documents that have something in common."""
    weigh = _Weigh(lower, upper)
    above = [(unit, weigh.total(unit.features)) for unit in upper.units]
    for below in lower.units:
        total = weigh.total(below.features)
        for unit, other in above:
            whole = weigh.total(below.features & unit.features) / ((total * other) ** 0.4 + _FLOOR)
            if whole >= _LEAST:
                yield _closely(below, unit, whole, weigh)


def compare_two(lower: Paper, upper: Paper, below: Unit, above: Unit) -> Compared:
    """Two measures of the documents, whatever they have in common."""
    return _closely(below, above, 0.0, _Weigh(lower, upper))


class _Weigh(dict[Feature, float]):
    """What features weigh between two documents, worked out when first asked for."""

    def __init__(self, lower: Paper, upper: Paper) -> None:
        super().__init__()
        self._lower, self._lowers = lower.times, len(lower.units) + _MORE
        self._upper, self._uppers = upper.times, len(upper.units) + _MORE

    def __missing__(self, feature: Feature) -> float:
        chance = (self._lower[feature] + _ELSEWHERE) * (self._upper[feature] + _ELSEWHERE)
        surprise = -math.log(chance / (self._lowers * self._uppers)) / _SURPRISE
        self[feature] = value = weight(feature) * min(1.0, surprise)
        return value

    def total(self, features: Iterable[Feature]) -> float:
        """What the features weigh together."""
        return sum(map(self.__getitem__, features))


def _closely(lower: Unit, upper: Unit, whole: float, weigh: _Weigh) -> Compared:
    lowers = [(sentence, weigh.total(sentence.features)) for sentence in lower.sentences]
    uppers = [(sentence, weigh.total(sentence.features)) for sentence in upper.sentences]
    best = (-1.0, lower.first, upper.first)
    heading = clause = 0.0
    for at, (one, total) in enumerate(lowers):
        for other, above in uppers:
            both = weigh.total(one.features & other.features)
            if not both:
                continue
            if at == 0 and lower.heading:
                heading = max(heading, both / (total**0.7 + _SENTENCE_FLOOR))
            clause = max(clause, _likest(one.clauses, other.clauses, weigh))
            # Rounded, since sums of floats depend on the order of a set: of two alike the first one counts.
            share = round(both / ((total * above) ** 0.35 + _SENTENCE_FLOOR), 9)
            best = max(best, (share, one, other), key=lambda found: found[0])
    likeness = Likeness(whole, heading, clause)
    return Compared(lower, upper, likeness, best[1], best[2])


def _likest(lower: Collection[frozenset[Feature]], upper: Collection[frozenset[Feature]], weigh: _Weigh) -> float:
    """What the two likest clauses share, as an amount times its share of what they say."""
    found = 0.0
    for one in lower:
        total = weigh.total(one)
        for other in upper:
            both = weigh.total(one & other)
            if both * both > found * _FLOOR:
                found = max(found, both * both / (math.sqrt(total * weigh.total(other)) + _FLOOR))
    return found

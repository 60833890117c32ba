"""Compare the measures of two documents: how far two of them order the same action on the same object.

All is a pure function of the two documents and of the shipped tables. A feature counts by its weight (weights.csv) and
by how surprising it is that both measures have it: what most measures of both documents speak of tells none apart.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from graph.alignment.passages import Feature, Sentence, Unit
from graph.alignment.tables import objects, words_of
from graph.alignment.weights import OBJECT, telling, weight

_SURPRISE = 4.0  # a coincidence of one in e^4 counts in full
_MORE = 6  # measures that are thought to each document, so that short ones do not make everything common
_ELSEWHERE = 0.3  # in how many of those a feature would stand
_NOWHERE = math.log(_ELSEWHERE)
_FLOOR = 0.3  # keeps a few common characters of short texts from looking like much
_SENTENCE_FLOOR = 1.0
_LEAST = 0.15
"""Measures whose texts share less than this are not compared sentence by sentence; no alignment has so little."""


_Places = dict[Feature, list[int]]
"""In which clauses of a sentence each character stands."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Features with what they weigh by themselves."""

    features: frozenset[Feature]
    weight: float


@dataclass(frozen=True, slots=True)
class _WeighedSentence(_Weighed):
    sentence: Sentence
    clauses: tuple[_Weighed, ...]
    places: _Places


@dataclass(frozen=True, slots=True)
class _WeighedUnit(_Weighed):
    unit: Unit
    sentences: tuple[_WeighedSentence, ...]


def _weighed_unit(unit: Unit) -> _WeighedUnit:
    return _WeighedUnit(unit.features, _alone(unit.features), unit, tuple(map(_weighed_sentence, unit.sentences)))


def _weighed_sentence(sentence: Sentence) -> _WeighedSentence:
    places: _Places = {}
    for at, clause in enumerate(sentence.clauses):
        for feature in clause:
            places.setdefault(feature, []).append(at)
    clauses = tuple(_Weighed(clause, _alone(clause)) for clause in sentence.clauses)
    return _WeighedSentence(sentence.features, _alone(sentence.features), sentence, clauses, places)


def _alone(features: frozenset[Feature]) -> float:
    return sum(map(weight, features))


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

    @cached_property
    def telling(self) -> tuple[dict[str, int], ...]:
        """The telling words of each measure."""
        return tuple(telling(unit.features) for unit in self.units)

    @cached_property
    def weighed(self) -> dict[str, _WeighedUnit]:
        """The measures by their ids, with what everything in them weighs by itself."""
        return {unit.id: _weighed_unit(unit) for unit in self.units}

    @cached_property
    def logs(self) -> dict[Feature, float]:
        """The logarithms of these, as the surprise is a sum of them."""
        return {feature: math.log(times + _ELSEWHERE) for feature, times in self.times.items()}

    @cached_property
    def often(self) -> list[tuple[int, Feature]]:
        """The features that stand in more than one measure, most often ones first."""
        return sorted(((times, feature) for feature, times in self.times.items() if times > 1), reverse=True)


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
    above = [(one, weigh.total(one), one.features & weigh.names) for one in upper.weighed.values()]
    for below in lower.weighed.values():
        total, common = weigh.total(below), below.features & weigh.names
        for one, other, shared in above:
            whole = weigh.sum(common & shared) / ((total * other) ** 0.4 + _FLOOR)
            if whole >= _LEAST:
                yield _closely(below, one, whole, weigh)


def compare_two(lower: Paper, upper: Paper, below: Unit, above: Unit) -> Compared:
    """Two measures of the documents, whatever they have in common."""
    return _closely(_weighed_unit(below), _weighed_unit(above), 0.0, _Weigh(lower, upper))


_Clauses = list[tuple[frozenset[Feature], float]]
_Totals = tuple[Sentence, float, _Clauses, _Places]


class _Weigh(dict[Feature, float]):
    """What the features weigh between two documents that do not weigh there what they weigh alone.

    These are those of both, and those that one document has so often that even one place elsewhere were no surprise.
    """

    def __init__(self, lower: Paper, upper: Paper) -> None:
        super().__init__()
        size = (len(lower.units) + _MORE) * (len(upper.units) + _MORE)
        most, few = math.log(size), size / _ELSEWHERE / math.exp(_SURPRISE) - _ELSEWHERE
        features = lower.logs.keys() & upper.logs.keys()
        for paper in (lower, upper):
            features |= {feature for _, feature in takewhile(lambda one: one[0] > few, paper.often)}
        below, above = lower.logs, upper.logs
        self._less: dict[Feature, float] = {}
        for feature in features:
            chance = below.get(feature, _NOWHERE) + above.get(feature, _NOWHERE)
            alone = weight(feature)
            self[feature] = here = alone * min(1.0, (most - chance) / _SURPRISE)
            self._less[feature] = here - alone
        self.names = frozenset(self)
        self._totals: dict[int, list[_Totals]] = {}  # by identity: two documents may have measures of one id

    def totals(self, measure: _WeighedUnit) -> list[_Totals]:
        """The sentences of a measure with what they and their clauses weigh, reckoned once for all comparisons."""
        found = self._totals.get(id(measure))
        if found is None:
            found = self._totals[id(measure)] = [self._of(one) for one in measure.sentences]
        return found

    def _of(self, weighed: _WeighedSentence) -> _Totals:
        clauses = [(one.features, self.total(one)) for one in weighed.clauses]
        return weighed.sentence, self.total(weighed), clauses, weighed.places

    def total(self, weighed: _Weighed) -> float:
        """What the features weigh together."""
        return weighed.weight + sum(map(self._less.__getitem__, weighed.features & self.names))

    def sum(self, features: Iterable[Feature]) -> float:
        """What features of both documents weigh together."""
        return sum(map(self.__getitem__, features))


def _closely(lower: _WeighedUnit, upper: _WeighedUnit, whole: float, weigh: _Weigh) -> Compared:
    below, above = weigh.totals(lower), weigh.totals(upper)
    best = (-1.0, lower.unit.first, upper.unit.first)
    heading = clause = 0.0
    for at, (one, total, clauses, _) in enumerate(below):
        for other, others, parts, places in above:
            both = weigh.sum(one.features & other.features)
            if not both:
                continue
            if at == 0 and lower.unit.heading:
                heading = max(heading, both / (total**0.7 + _SENTENCE_FLOOR))
            clause = max(clause, _likest(clauses, parts, places, weigh))
            # Rounded, since sums of floats depend on the order of a set: of two alike the first one counts.
            share = round(both / ((total * others) ** 0.35 + _SENTENCE_FLOOR), 9)
            best = max(best, (share, one, other), key=lambda found: found[0])
    return Compared(lower.unit, upper.unit, Likeness(whole, heading, clause), best[1], best[2])


def _likest(lower: _Clauses, upper: _Clauses, places: _Places, weigh: _Weigh) -> float:
    """What the two likest clauses share, as an amount times its share of what they say.

    Two clauses share few characters if any, so each character is looked up where it stands: a tenth of the work of
    laying every two clauses over each other.
    """
    found = 0.0
    for one, total in lower:
        shared: dict[int, float] = {}
        for feature in one & places.keys():
            weight = weigh[feature]
            for at in places[feature]:
                shared[at] = shared.get(at, 0.0) + weight
        for at, both in shared.items():
            if both * both > found * _FLOOR:
                found = max(found, both * both / (math.sqrt(total * upper[at][1]) + _FLOOR))
    return found

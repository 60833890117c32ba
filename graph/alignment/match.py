"""Decide which measures of two documents are aligned, and what comes nearest to one that is not.

The score is a logistic function of how alike two measures are, fitted to pairs that were labelled by hand
(``python -m tests.accuracy.alignment --fit``, which also prints how often a score is right).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.alignment.compare import Compared, Likeness, Paper, compare, compare_two

INTERCEPT, WHOLE, HEADING, CLAUSE = 4.846, 4.077, 0.961, 2.050
_ZERO = 0.1  # what a likeness of nothing counts, so that it has a logarithm
CONTENT = 0.4
"""The score from which two measures are aligned by what they say alone."""
CITED = 0.25
"""The score from which they are where the lower document cites or forwards the upper one."""
NEAREST = 0.05
"""The score from which a measure is worth a look as the nearest one."""
_MARGIN = 4.0  # logits behind the best of both measures
_FEW = 8


@dataclass(frozen=True, slots=True)
class Match:
    """Two measures with their score, from 0 to 1; ``aligned`` or else the nearest that there is to the upper one.

    ``manual``: a person says so, and the score is 1.
    """

    compared: Compared
    score: float
    aligned: bool
    manual: bool = False


def logit(likeness: Likeness) -> float:
    """The logarithm of the odds that two measures order the same action on the same object."""
    return INTERCEPT + sum(times * sign for times, sign in zip((WHOLE, HEADING, CLAUSE), signs(likeness), strict=True))


def signs(likeness: Likeness) -> tuple[float, float, float]:
    """What the score is a function of: the logarithms of the likeness of the wholes, the headings and the clauses."""
    return (
        math.log(likeness.whole + _ZERO),
        math.log(likeness.heading + _ZERO),
        math.log(likeness.clause + _ZERO),
    )


def match(
    lower: Paper, upper: Paper, linked: bool = False, said: Mapping[tuple[str, str], bool] | None = None
) -> list[Match]:
    """The aligned measures of two documents, and the nearest to each upper one without any.

    ``linked``: the lower document cites or forwards the upper one, so that less is asked of their words. A lower
    measure has a few upper ones at most, none of which is far behind the best that it, or the upper one, has.
    ``said``: by the ids of a lower and an upper measure, whether a person says that they are aligned.
    """
    said = said or {}
    ranked = sorted(
        # Sums of floats depend on the order of a set; nine digits do not.
        (
            (round(logit(item.likeness), 9), item)
            for item in compare(lower, upper)
            if (item.lower.id, item.upper.id) not in said
        ),
        key=lambda pair: (-pair[0], pair[1].lower.id, pair[1].upper.id),
    )
    least = _logit(CITED if linked else CONTENT)
    best: dict[str, float] = {}
    for value, item in ranked:
        best.setdefault(item.lower.id, value)
        best.setdefault(item.upper.id, value)
    times: Counter[str] = Counter()
    aligned = list(_manual(lower, upper, said))
    for value, item in ranked:
        near = min(best[item.lower.id], best[item.upper.id]) - value <= _MARGIN
        if value >= least and near and times[item.lower.id] < _FEW:
            times[item.lower.id] += 1
            aligned.append(_match(item, value, True))
    return aligned + _nearest(ranked, {item.compared.upper.id for item in aligned})


def _manual(lower: Paper, upper: Paper, said: Mapping[tuple[str, str], bool]) -> Iterator[Match]:
    below, above = ({unit.id: unit for unit in (*paper.units, *paper.others)} for paper in (lower, upper))
    for (one, other), aligned in sorted(said.items()):
        if aligned:
            yield Match(compare_two(lower, upper, below[one], above[other]), 1.0, aligned=True, manual=True)


def _nearest(ranked: Iterable[tuple[float, Compared]], taken: set[str]) -> list[Match]:
    least = _logit(NEAREST)
    nearest: dict[str, Match] = {}
    for value, item in ranked:
        if value >= least and item.upper.id not in taken:
            nearest.setdefault(item.upper.id, _match(item, value, False))
    return list(nearest.values())


def _match(item: Compared, value: float, aligned: bool) -> Match:
    return Match(item, round(1 / (1 + math.exp(-value)), 4), aligned)


def _logit(share: float) -> float:
    return math.log(share / (1 - share))

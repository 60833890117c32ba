"""Logistic regression of few features by Newton's method, which needs no library for some thousand rows."""

from __future__ import annotations

import math
from collections.abc import Sequence

Row = tuple[Sequence[float], bool]
RIDGE = 0.5
"""Pulls the coefficients of features towards 0, not the intercept."""


def fit(rows: Sequence[Row], steps: int = 30) -> list[float]:
    """Intercept and coefficients; each row is the features of a thing and whether it is of the kind."""
    size = len(rows[0][0]) + 1
    found = [0.0] * size
    for _ in range(steps):
        slope = [RIDGE * value * (at > 0) for at, value in enumerate(found)]
        bend = [[RIDGE * (at == to and at > 0) for to in range(size)] for at in range(size)]
        for features, right in rows:
            signs = (1.0, *features)
            share = 1 / (1 + math.exp(-sum(map(float.__mul__, found, signs))))
            for at in range(size):
                slope[at] += (share - right) * signs[at]
                for to in range(size):
                    bend[at][to] += share * (1 - share) * signs[at] * signs[to]
        step = _solved(bend, slope)
        found = [value - change for value, change in zip(found, step, strict=True)]
        if max(map(abs, step)) < 1e-9:
            break
    return found


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with pivots."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda place: abs(rows[place][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for other in range(len(rows)):
            if other != at:
                times = rows[other][at]
                rows[other] = [value - times * own for value, own in zip(rows[other], rows[at], strict=True)]
    return [row[-1] for row in rows]

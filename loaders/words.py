"""Borders of words: whether a string inside a text is more likely the ends of two other words than a word itself.

The counts are those of jieba's dictionary (dict.txt of the installed package, which is read and not imported).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_LONGEST = 4  # characters of the words that are weighed
_AROUND = 5  # characters on either side that are
_RARE = 50  # the least count of a name: the dictionary's counts of small places say little
_COMMON = 20  # the count above which a word is one of everyday
_MARGIN = 2.0  # nats: e^2 times as likely. Real places stay below 1, borders are mostly above 3
_IMPOSSIBLE = -1e9


@cache
def _likelihoods() -> tuple[Mapping[str, float], float]:
    """The logarithm of each word's share of all words, and that of a word counted once."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    counts: dict[str, int] = {}
    with Path(found.origin).with_name("dict.txt").open(encoding="utf-8") as file:
        for line in file:
            word, count, _ = line.split(" ")
            if len(word) <= _LONGEST:
                counts[word] = int(count)
    once = -math.log(sum(counts.values()))
    return {word: math.log(count or 1) + once for word, count in counts.items()}, once


def _likeliest(text: str, within: tuple[int, int] | None = None) -> float:
    """The likelihood of the likeliest way to cut a text into words; none may start with the span and go past it."""
    likelihoods, once = _likelihoods()
    best = [0.0] + [_IMPOSSIBLE] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            if within and start == within[0] and end > within[1]:
                continue
            likelihood = likelihoods.get(text[start:end], once if end - start == 1 else _IMPOSSIBLE)
            best[end] = max(best[end], best[start] + likelihood)
    return best[-1]


@lru_cache(1 << 16)
def _weighed(before: str, name: str, behind: str) -> bool:
    likelihoods, once = _likelihoods()
    word = max(likelihoods.get(name, once), math.log(_RARE) + once)
    span = len(before), len(before) + len(name)
    as_word = _likeliest(before) + word + _likeliest(behind)
    return _likeliest(before + name + behind, span) > as_word + _MARGIN


def cuts_words(text: str, start: int, end: int) -> bool:
    """Whether the span cuts the words around it (江|河源|头 is 江河 and 源头; 出|海口 is 出海口)."""
    first = start
    while first > max(0, start - _AROUND) and "\u4e00" <= text[first - 1] <= "\u9fff":
        first -= 1
    last = end
    while last < min(len(text), end + _AROUND) and "\u4e00" <= text[last] <= "\u9fff":
        last += 1
    return _weighed(text[first:start], text[start:end], text[end:last])


def is_word(text: str) -> bool:
    """Whether the text is a word of more than one character that is not quite rare."""
    likelihoods, once = _likelihoods()
    return len(text) > 1 and likelihoods.get(text, once) > math.log(_COMMON) + once

"""The tables that alignment reads: what measures speak of, what they do, and phrases that say nothing."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Names:
    """The words of a table, each with the names of the rows that have it."""

    names: Mapping[str, frozenset[str]]
    pattern: re.Pattern[str]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this folder."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def objects() -> Names:
    """What measures speak of: words that stand for one object of policy (电子签章, 电子印章 → 电子证照)."""
    return _names(rows("objects"), "object")


@cache
def actions() -> Names:
    """What measures do: words that stand for one action (研发, 攻关 → 研发)."""
    return _names(rows("actions"), "action")


@cache
def boilerplate() -> re.Pattern[str]:
    """Phrases that stand in measures of every field and tell nothing of what one orders."""
    return re.compile("|".join(row["pattern"] for row in rows("boilerplate")))


@lru_cache(maxsize=1 << 14)
def names_in(table: Names, text: str) -> frozenset[str]:
    """The names of the rows that have a word in the text (small letters); of two that overlap the longer counts."""
    return frozenset[str]().union(*(table.names[found[0]] for found in table.pattern.finditer(text)))


def words_of(table: Names, name: str, text: str) -> frozenset[str]:
    """The words in the text (small letters) that stand for a row."""
    return frozenset(found[0] for found in table.pattern.finditer(text) if name in table.names[found[0]])


def _names(found: list[dict[str, str]], column: str) -> Names:
    names: dict[str, set[str]] = {}
    for row in found:
        for word in row["words"].lower().split():
            names.setdefault(word, set()).add(row[column])
    longest = sorted(names, key=lambda word: (-len(word), word))
    return Names({word: frozenset(of) for word, of in names.items()}, re.compile("|".join(map(re.escape, longest))))

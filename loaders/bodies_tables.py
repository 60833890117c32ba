"""The rows of the body registry: central bodies, local ones as templates, provinces (loaders/registries/*.csv).

Registries hold what is published about the state's organisation and are never filled from documents, so that a
name means the same whatever was loaded before.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, cast

from loaders.records import BodyKind, Level

NATION = "100000"
Rank = Literal["top", "dept", "vertical"]
_FOLDER = Path(__file__).parent / "registries"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a registry file by its name without ``.csv``; every value is a string, empty where nothing stands."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True, slots=True)
class Central:
    """A body with a name of its own; successors are pairs of a name and the day of the change."""

    name: str
    short: str
    aliases: tuple[str, ...]
    kind: BodyKind
    level: Level | None
    parent: str | None
    successors: tuple[tuple[str, date], ...]


@dataclass(frozen=True, slots=True)
class Local:
    """A body that every place has: templates of its name and of its printed forms.

    ``{P}`` and ``{S}`` in the names stand for the place's full and short name; in forms ``{p}`` stands for any name of
    a place (江苏省, 江苏, 省), ``{f}`` for all but the short one, ``{s}`` for the short one alone. ``rank`` tells what
    the level is: top (the place's own), dept (of a department of it), vertical (a ministry commands it).
    ``above`` is the name's template in the province where that differs (财政局, 财政厅).
    """

    name: str
    short: str
    forms: tuple[str, ...]
    kind: BodyKind
    rank: Rank
    counterpart: str | None
    above: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class Succession:
    """What a reform of the bodies of every place made of one, and on which day at that level: two templates of names.

    ``{A}`` in ``after`` stands for the full name of the province that the place belongs to.
    """

    before: str
    after: str
    level: str
    day: date


@dataclass(frozen=True, slots=True)
class Province:
    """A province-level region: GB/T 2260 code, names and the characters that its document numbers start with."""

    code: str
    name: str
    short: str
    marks: tuple[str, ...]


def _several(text: str) -> tuple[str, ...]:
    return tuple(item for item in text.split("|") if item)


def _dated(text: str) -> tuple[tuple[str, date], ...]:
    pairs = (item.split("@") for item in _several(text))
    return tuple((name, date.fromisoformat(day)) for name, day in pairs)


@cache
def centrals() -> tuple[Central, ...]:
    """Every body of departments.csv."""
    return tuple(
        Central(
            row["name"],
            row["short"],
            _several(row["aliases"]),
            cast("BodyKind", row["kind"]),
            cast("Level", row["level"]) if row["level"] else None,
            row["parent"] or None,
            _dated(row["successors"]),
        )
        for row in rows("departments")
    )


@cache
def locals_() -> tuple[Local, ...]:
    """Every template of departments_local.csv."""
    return tuple(
        Local(
            row["name"],
            row["short"],
            _several(row["forms"]),
            cast("BodyKind", row["kind"]),
            cast("Rank", row["rank"]),
            row["counterpart"] or None,
            row["above"] or None,
            row["parent"] or None,
        )
        for row in rows("departments_local")
    )


@cache
def successions() -> tuple[Succession, ...]:
    """Every row of departments_successors.csv."""
    return tuple(
        Succession(row["before"], row["after"], row["level"], date.fromisoformat(row["day"]))
        for row in rows("departments_successors")
    )


@cache
def provinces() -> tuple[Province, ...]:
    """The 31 provinces, autonomous regions and municipalities."""
    return tuple(
        Province(row["code"], row["name"], row["short"], _several(row["mark"])) for row in rows("departments_provinces")
    )

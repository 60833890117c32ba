"""The registry of places: GB/T 2260 to county level with its changes since 2005, macro-regions, shorthand and zones.

Tables are CSV under registries/ (registries/README.regions.md names the published packages they were made from).
Years are calendar years, because the published lists of changes give no days.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.records import Level, Place

COUNTRY = "100000"
_PEOPLE = (
    "蒙古|满|回|朝鲜|畲|土家|苗|瑶|侗|壮|各|仫佬|毛南|黎|羌|彝|藏|仡佬|布依|水|傣|哈尼|纳西|白|普米|傈僳|独龙|怒|拉祜|佤|"
    "布朗|裕固|哈萨克|东乡|保安|撒拉|土|达斡尔|鄂温克|塔吉克|锡伯"
)
_AUTONOMOUS = re.compile(rf"(?P<base>.{{2,6}}?)族?(?:(?:{_PEOPLE})族?){{0,4}}自治(?P<kind>[县旗])")
_FOLDER = Path(__file__).parent / "registries"
_LEVELS: dict[str, Level] = {"central": "central", "province": "province", "city": "city", "county": "county"}


@dataclass(frozen=True, slots=True)
class Term:
    """The years in which a region exists, both inclusive, null where open or before 2005."""

    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of regions.csv.

    ``full`` says where the full name alone is a place: "" anywhere, "near" only in documents of its province or beside
    a place of it, "after" only behind its parent's name (城区 is a common noun). ``use`` says the same of ``short``
    ("always" or "near"). ``former`` are names that the same code had before.
    """

    place: Place
    term: Term
    successor: str | None
    full: str
    short: str
    use: str
    former: tuple[str, ...]

    @property
    def prefecture(self) -> str:
        """The usual name of an autonomous prefecture (大理白族自治州 → 大理州); empty for other regions."""
        return (self.short or self.place.name[:2]) + "州" if self.place.name.endswith("自治州") else ""


@dataclass(frozen=True, slots=True)
class Macro:
    """One row of regions_macro.csv: ``members`` are codes, ``context`` that of the province where the name means it."""

    place: Place
    aliases: tuple[str, ...]
    members: tuple[str, ...]
    term: Term
    context: str | None


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a registry, in order."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def rows() -> Mapping[str, Row]:
    """Every region of GB/T 2260 by code, abolished ones too."""
    found = {}
    for row in table("regions"):
        place = Place(row["code"], row["name"], _LEVELS[row["level"]], parent=row["parent"] or None)
        term = Term(_year(row["from"]), _year(row["to"]))
        former = tuple(filter(None, row["former"].split("|")))
        found[place.id] = Row(place, term, row["successor"] or None, row["full"], row["short"], row["use"], former)
    return found


@cache
def usual_names() -> Mapping[str, tuple[str, str]]:
    """Code and use ("always" or "near") by the usual names that stand beside the full and the short one of a region.

    Those of autonomous counties and banners leave out the peoples (威宁县), except where another region has the name;
    one whose short name is a common word (通道) is near only. The others are the rows of regions_usual.csv (科左中旗).
    """
    known = {row.place.name for row in rows().values()} | {old for row in rows().values() for old in row.former}
    found = {row["name"]: (row["code"], row["use"]) for row in table("regions_usual")}
    for code, row in rows().items():
        match = _AUTONOMOUS.fullmatch(row.place.name)
        if match and row.term.last is None and (name := match["base"] + match["kind"]) not in known:
            found[name] = code, "always" if row.short else "near"
    return found


@cache
def macro_regions() -> Mapping[str, Macro]:
    """Named macro-regions by name."""
    return {
        row["name"]: Macro(
            Place(row["name"], row["name"], macro=True),
            tuple(filter(None, row["aliases"].split("|"))),
            tuple(row["members"].split("|")),
            Term(_year(row["from"])),
            row["context"] or None,
        )
        for row in table("regions_macro")
    }


@cache
def _places() -> Mapping[str, Place]:
    return {code: row.place for code, row in rows().items()} | {
        name: macro.place for name, macro in macro_regions().items()
    }


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    """Ids by full and by usual short name, regions that still exist first."""
    names: dict[str, list[str]] = {}
    living = sorted(rows().values(), key=lambda row: row.term.last is not None)
    for row in living:
        for name in dict.fromkeys((row.place.name, row.short, row.prefecture, *row.former)):
            if name:
                names.setdefault(name, []).append(row.place.id)
    for name, (code, _) in usual_names().items():
        names.setdefault(name, []).append(code)
    for name, macro in macro_regions().items():
        for alias in macro.aliases:
            names.setdefault(alias, []).append(name)
    return {name: tuple(ids) for name, ids in names.items()}


def place(code_or_name: str) -> Place | None:
    """The region with the code, id or name (full or usual short); None where there is none or more than one."""
    if code_or_name in _places():
        return _places()[code_or_name]
    ids = _names().get(code_or_name, ())
    living = [item for item in ids if item not in rows() or rows()[item].term.last is None]
    wanted = living or ids
    if len(wanted) > 1:
        wanted = [item for item in wanted if rows()[item].place.level == "province"]
    return _places()[wanted[0]] if len(wanted) == 1 else None


def all_places() -> tuple[Place, ...]:
    """Every region and macro-region of the registry: those that exist and those abolished since 2005."""
    return tuple(_places().values())


def term(place_id: str) -> Term:
    """The years of a region or macro-region; open on both sides for an unknown one."""
    if place_id in rows():
        return rows()[place_id].term
    return macro_regions()[place_id].term if place_id in macro_regions() else Term()


def memberships() -> Iterator[tuple[str, str]]:
    """Pairs (child id, parent id): GB/T 2260's hierarchy, then the members of macro-regions."""
    for code, row in rows().items():
        if row.place.parent:
            yield code, row.place.parent
    for name, macro in macro_regions().items():
        for member in macro.members:
            yield member, name


def successions() -> Iterator[tuple[str, str, int | None]]:
    """Triples (id, id of its successor, year): regions abolished, merged or recoded since 2005."""
    for code, row in rows().items():
        if row.successor:
            yield code, row.successor, row.term.last


def within(child: str, ancestor: str) -> bool:
    """Whether a region lies in another one, or is it."""
    current: str | None = child
    while current:
        if current == ancestor:
            return True
        current = rows()[current].place.parent if current in rows() else None
    return ancestor in macro_regions() and child in macro_regions()[ancestor].members


def _year(text: str) -> int | None:
    return int(text) if text else None

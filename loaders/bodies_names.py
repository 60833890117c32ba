"""Read the name of a body that starts at an offset of a text: look-ups by first characters, no alternations.

A name is a row's own (国家发展改革委), or a place and what stands for a template (江苏省 + 发展改革委; 国家税务总局 +
江苏省 + 税务局), each with an office behind it or not (财政部办公厅).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Any, Generic, TypeVar

from loaders.bodies_tables import Central, Local, centrals, locals_, provinces
from loaders.records import Place
from loaders.regions import all_places, term
from loaders.regions_registry import rows as regions

RELATIVE = ("自治区", "自治州", "省", "市", "县", "区", "州", "盟", "旗")
NO_DEPARTMENT = ("人民政府", "政府", "行政公署", "行署", "党委", "委")
"""What stands behind every place and names no body without it: the rest of a list that was cut (各盟行署、人民政府)."""
OFFICES = ("办公厅", "办公室", "秘书局", "综合司")
_MARKER = re.compile(r"\{([pfs])\}")
_LONGEST = 24  # characters of a department's name without its place
# A row of places that prints unit and organ once, behind its last place, 等 or their number: 盐田、南山、宝安区政府;
# of several units behind 等 or a number (昆明、红河等州、市人民政府) each place has its own.
_LAST = (
    r"(?P<last>[\u4e00-\u9fff]{2,13}?)(?P<others>等?(?:\d{1,2}|[两二三四五六七八九十]{0,3}))"
    r"(?P<unit>(?:(?<=[等\d两二三四五六七八九十])[省市区县旗州][、和]?)?[省市区县旗州])"
)
_BEHIND = r"(?=[^\u4e00-\u9fff]|[负牵配按和与及]|$)"
_ROW = re.compile(rf"(?P<first>(?:[\u4e00-\u9fff]{{1,7}}、){{0,30}}?){_LAST}(?P<organ>(?:人民)?政府|){_BEHIND}")
# One that prints the organ alone once: 南京市、苏州市人民政府.
_ROW_OF_UNITS = re.compile(
    rf"(?P<first>(?:[\u4e00-\u9fff]{{1,8}}[省市区县旗州盟]、){{1,30}}){_LAST}(?P<organ>(?:人民)?政府){_BEHIND}"
)
_UNITS = "省市区县旗州盟"
T = TypeVar("T")
_EMPTY: dict[int, dict[str, list[Any]]] = {}


@dataclass(frozen=True, slots=True)
class Match:
    """A body's name that ends at ``end``: its row, and for a template the places that its prefix can be.

    ``relative`` is the printed prefix where it names no place by itself (省, 市); ``office`` is what stands behind.
    """

    end: int
    row: Central | Local
    places: tuple[Place, ...] = ()
    relative: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class _Prefix:
    marks: str  # the template markers that this form of a place's name fits
    places: tuple[Place, ...] = ()
    relative: str = ""


class Starts(Generic[T]):
    """Strings with values, found where they start at an offset of a text: by their first two characters, by length."""

    def __init__(self) -> None:
        self._pairs: dict[str, dict[int, dict[str, list[T]]]] = {}

    def add(self, text: str, value: T) -> None:
        self._pairs.setdefault(text[:2], {}).setdefault(len(text), {}).setdefault(text, []).append(value)

    def pairs(self) -> Iterator[str]:
        """The first two characters of every string; of a string of one character, that one."""
        return iter(self._pairs)

    def at(self, text: str, start: int) -> Iterator[tuple[int, T]]:
        """Every (end, value) of a string that stands at ``start``."""
        pair = text[start : start + 2]
        for key in (pair, pair[:1]) if len(pair) == 2 else (pair,):
            for length, names in self._pairs.get(key, _EMPTY).items():
                for value in names.get(text[start : start + length], ()):
                    yield start + length, value


@dataclass(frozen=True, slots=True)
class _Lexicon:
    names: Starts[Central]
    prefixes: Starts[_Prefix]
    leads: Starts[str]
    tails: dict[str, Starts[tuple[str, Local]]]  # by lead; "" where the place comes first


@cache
def places_by_code() -> dict[str, Place]:
    """Every region of GB/T 2260 by its code."""
    return {place.id: place for place in all_places() if not place.macro}


@cache
def _living_names() -> Counter[str]:
    return Counter(place.name for place in places_by_code().values() if term(place.id).last is None)


@cache
def short_name(place: Place) -> str:
    """The place's usual name without its unit (江苏省 → 江苏, 苏州市 → 苏州); counties keep their full one."""
    province = next((row for row in provinces() if row.code == place.id), None)
    if province:
        return province.short
    bare = regions()[place.id].short if place.level == "city" else ""
    return full_name(place) if not bare or any(row.short == bare for row in provinces()) else bare


@cache
def full_name(place: Place) -> str:
    """The place's name as a body bears it, behind its parent's where others are called so (南京市鼓楼区)."""
    parent = places_by_code().get(place.parent or "")
    return place.name if _living_names()[place.name] < 2 or parent is None else parent.name + place.name


@cache
def _lexicon() -> _Lexicon:
    names: Starts[Central] = Starts()
    for row in centrals():
        for name in dict.fromkeys((row.name, row.short, *row.aliases)):
            names.add(name, row)
    tails: dict[str, Starts[tuple[str, Local]]] = {}
    leads: Starts[str] = Starts()
    for local in locals_():
        for form in local.forms:
            lead, mark, tail = _MARKER.split(form)
            if lead not in tails:
                tails[lead] = Starts()
                if lead:
                    leads.add(lead, lead)
            tails[lead].add(tail, (mark, local))
    return _Lexicon(names, _prefixes(), leads, tails)


def _prefixes() -> Starts[_Prefix]:
    full: dict[str, list[Place]] = {}
    short: dict[str, list[Place]] = {}
    for place in places_by_code().values():
        if place.level in ("province", "city", "county"):
            for name in filter(None, (place.name, regions()[place.id].prefecture)):
                full.setdefault(name, []).append(place)
            bare = regions()[place.id].short if place.level == "city" else short_name(place)
            if bare and bare != place.name:
                short.setdefault(bare, []).append(place)
    prefixes: Starts[_Prefix] = Starts()
    for name, found in full.items():
        prefixes.add(name, _Prefix("pf", tuple(_living(found))))
    for name, found in short.items():
        best = [place for place in found if place.level == "province"] or _living(found)
        prefixes.add(name, _Prefix("ps", tuple(best)))
    for word in RELATIVE:
        prefixes.add(word, _Prefix("pf", relative=word))
    return prefixes


def _living(places: list[Place]) -> list[Place]:
    """Without the regions that were abolished or have another code now, where others of the name stand."""
    return [place for place in places if term(place.id).last is None] or places


def matches(text: str, start: int) -> Iterator[Match]:
    """Every name of a body that stands at ``start``, in no order."""
    lexicon = _lexicon()
    for end, row in lexicon.names.at(text, start):
        yield Match(end, row)
        for office in OFFICES:
            if text.startswith(office, end):
                yield Match(end + len(office), row, office=office)
    yield from _placed(lexicon, text, start, "")
    for end, lead in lexicon.leads.at(text, start):
        yield from _placed(lexicon, text, end, lead)


def _placed(lexicon: _Lexicon, text: str, start: int, lead: str) -> Iterator[Match]:
    for end, prefix in _prefix(lexicon, text, start):
        for stop, (mark, row) in lexicon.tails[lead].at(text, end) if lead in lexicon.tails else ():
            if mark in prefix.marks:
                yield Match(stop, row, prefix.places, prefix.relative)
                if row.kind == "government" and row.rank != "top":
                    for office in OFFICES:
                        if text.startswith(office, stop):
                            yield Match(stop + len(office), row, prefix.places, prefix.relative, office)


def _prefix(lexicon: _Lexicon, text: str, start: int) -> Iterator[tuple[int, _Prefix]]:
    """Every place's name at ``start``, also behind the name of the place that it belongs to (江苏省南京市)."""
    for end, prefix in lexicon.prefixes.at(text, start):
        yield end, prefix
        if "f" in prefix.marks and prefix.places:
            for further, inner in _prefix(lexicon, text, end):
                inside = tuple(place for place in inner.places if _within(place, prefix.places))
                if inside:
                    yield further, _Prefix(inner.marks, inside)


def _within(place: Place, outer: tuple[Place, ...]) -> bool:
    """Whether the code of ``place`` lies in one of the outer regions' (GB/T 2260: two digits a level)."""
    return any(place.id != item.id and place.id.startswith(_stem(item.id)) for item in outer)


def _stem(code: str) -> str:
    return code[:2] if code.endswith("0000") else code[:4]


def longest(text: str, start: int) -> Match | None:
    """The longest name of a body that stands at ``start``."""
    return max(matches(text, start), key=lambda match: match.end, default=None)


def prefixes(name: str) -> tuple[str, ...]:
    """What the names behind a relative one in its list can leave out (省财政厅: 省; 省委宣传部: 省委 or 省)."""
    match = longest(name, 0)
    if match is None or match.end != len(name) or not match.relative:
        return ()
    party = (match.relative + word for word in ("委", "党委"))
    return (*(item for item in party if name.startswith(item) and len(name) > len(item)), match.relative)


def carried(text: str, start: int, end: int, before: tuple[str, ...]) -> tuple[int, str]:
    """The end of the longest name at ``start`` that leaves out a prefix of the list, and the prefix; else ``start``."""
    found = [(start, "")]
    for prefix in before:
        match = longest(prefix + text[start : min(end, start + _LONGEST)], 0)
        stop = start + match.end - len(prefix) if match else start
        name = text[start:stop]
        if name and name not in NO_DEPARTMENT and not name.endswith("总局"):  # a 总局 is the nation's
            found.append((stop, prefix))
    return max(found, key=lambda item: item[0])


@cache
def _openings() -> frozenset[str]:
    """The first two characters that a body's name can have."""
    lexicon = _lexicon()
    tails = {pair[0] for pair in lexicon.tails[""].pairs()}
    pairs = {*lexicon.names.pairs(), *lexicon.leads.pairs(), *lexicon.prefixes.pairs()}
    pairs |= {lead + place[0] for lead in lexicon.leads.pairs() if len(lead) == 1 for place in lexicon.prefixes.pairs()}
    return frozenset(pairs | {word + tail for word in pairs if len(word) == 1 for tail in tails})


def named(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the longest names in running text, from left to right; most offsets cost one look-up of a pair."""
    openings, at = _openings(), 0
    for start, pair in enumerate(map(add, text, text[1:])):
        if pair in openings and start >= at:
            match = longest(text, start)
            if match:
                at = match.end
                yield start, at


def place_end(text: str, start: int) -> int | None:
    """The end of a region's name, full (南通市) or short (南通), that starts at ``start``."""
    return max((end for end, prefix in _prefix(_lexicon(), text, start) if prefix.places), default=None)


def shared_end(text: str, start: int, end: int) -> tuple[int, str]:
    """The end of a place at ``start`` whose row prints its unit or organ once for all, and the name that this makes.

    盐田 in 盐田、南山、宝安区政府 is 盐田区政府, 南京市 in 南京市、苏州市人民政府 is 南京市人民政府; the last of a row
    goes to its end where 等 or a number stands between (湘潭三市人民政府). ``start`` and nothing where there is no row.
    """
    for form in (_ROW, _ROW_OF_UNITS):
        row = form.match(text, start, end)
        if not row:
            continue
        names = _names_of(row)
        wholes = [_whole_of(name, row) for name in names]
        if all(wholes) and (len(names) > 1 or row["others"]):
            return (start + len(names[0]) if len(names) > 1 else row.end()), wholes[0]
    return start, ""


def _names_of(row: re.Match[str]) -> list[str]:
    last = row["last"]
    joint = re.search("[和与及]", last[1:]) if not _with_unit(last, row["unit"]) else None
    ends = [last[: joint.start() + 1], last[joint.end() + 1 :]] if joint else [last]
    return [*row["first"].split("、")[:-1], *ends]


def _whole_of(name: str, row: re.Match[str]) -> str:
    """A place of a row with what the row prints once behind it; nothing where there is no such place."""
    united = _with_unit(name, row["unit"])
    if united:
        return united + row["organ"]
    return name + row["organ"] if row["organ"] and name[-1] in _UNITS and _is_place(name) else ""


def _with_unit(name: str, units: str) -> str:
    """The name with its unit; a 州 before a 市 of the same name, which is its county (大理州, 大理市)."""
    named = (name + unit for unit in sorted(set(units) & set(_UNITS), key="州".__ne__) if _is_place(name + unit))
    return next(named, "")


def _is_place(name: str) -> bool:
    return place_end(name, 0) == len(name)


def bare_end(text: str, start: int) -> int | None:
    """The end of a department's name without its place (财政厅, 发展改革委) that starts at ``start``."""
    ends = (end for end, (mark, _) in _lexicon().tails[""].at(text, start) if mark != "s")
    return max((end for end in ends if text[start:end] not in NO_DEPARTMENT), default=None)

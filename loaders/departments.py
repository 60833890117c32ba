"""Which body a printed name is: the registry of departments, governments and other organs.

One body has one id, its full name, whatever is printed; a relative name (省财政厅) is read in the jurisdiction of the
document that prints it. A name that no row or pattern knows stays a body of its own and is never merged by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from loaders.bodies_codes import issuer_of
from loaders.bodies_generic import generic
from loaders.bodies_names import NO_DEPARTMENT, Match, full_name, longest, matches, named, places_by_code, short_name
from loaders.bodies_tables import NATION, Central, Local, centrals, successions
from loaders.records import Body, Level, Place


@dataclass(frozen=True, slots=True)
class Relations:
    """What the registry says of a body's place among others: ids of bodies, with days where known, and region ids.

    ``predecessors`` and ``successors`` are pairs of an id and the day of the change; ``covers`` is the region that a
    generic body stands for.
    """

    parent: str | None = None
    counterparts: tuple[str, ...] = ()
    predecessors: tuple[tuple[str, date | None], ...] = ()
    successors: tuple[tuple[str, date | None], ...] = ()
    seat: str | None = None
    covers: str | None = None


def resolve(name: str, *, level: Level | None, province: str | None, local: bool = False, prefix: str = "") -> Body:
    """The body that ``name`` is in a document of this level and jurisdiction (``province``: a GB/T 2260 code).

    ``local``: the document leaves its place out of its own departments' names, so that 发展改革委 is the place's.
    ``prefix``: what its list may leave out in front of it (省 of 能源局 in 省发展改革委、能源局).
    """
    below = level in ("province", "province_dept", "city", "county")
    ways = (re.sub(r"\s+", "", front + name) for front in dict.fromkeys((prefix, "")))
    found = [_resolve(way, province, local and below, below) for way in ways]
    return next((body for body in found if body.known), found[-1])


@lru_cache(maxsize=65536)
def _resolve(name: str, province: str | None, local: bool, below: bool) -> Body:
    found = _bare(name, province) if local else None
    for match in () if found else _whole(name):
        found = found or _body(match, province)
    found = found or generic(name, province) or _government(name, province)
    return found or (_bare(name, province) if below else None) or Body(name, name)


def _bare(name: str, code: str | None) -> Body | None:
    """The department of the jurisdiction that a name without any place means there (财政厅, 人力资源社会保障局)."""
    place = places_by_code().get(code or "")
    if not place or name in NO_DEPARTMENT:
        return None
    return next((found for match in _whole(place.name + name) if (found := _body(match, code))), None)


def _whole(name: str) -> list[Match]:
    """The readings of a whole name, those with an own row first."""
    found = [match for match in matches(name, 0) if match.end == len(name)]
    return sorted(found, key=lambda match: (isinstance(match.row, Local), bool(match.office)))


def _body(match: Match, province: str | None) -> Body | None:
    """The body of a match; None where its prefix is no place, or several, in this jurisdiction."""
    if isinstance(match.row, Central):
        return _office(_central(match.row), match.office)
    place = _place(match, province)
    return _office(_local(match.row, place), match.office) if place else None


def _place(match: Match, province: str | None) -> Place | None:
    if match.relative:
        return _relative(match.relative, province)
    if len(match.places) == 1:
        return match.places[0]
    inside = [place for place in match.places if province and place.id.startswith(province[:2])]
    return inside[0] if len(inside) == 1 else None


def _relative(word: str, code: str | None) -> Place | None:
    """The region of the jurisdiction ``code`` that a relative prefix means: 省 and 自治区 the province, 市 the city."""
    codes = places_by_code()
    chain = [codes[item] for item in (code, code[:4] + "00", code[:2] + "0000") if item in codes] if code else []
    return next((place for place in chain if place.name.endswith(word)), None)


@cache
def _central(row: Central) -> Body:
    aliases = tuple(name for name in dict.fromkeys((*row.aliases, row.short)) if name != row.name)
    return Body(row.name, row.name, row.short, aliases, row.level, row.kind, True, NATION)


@lru_cache(maxsize=65536)
def _local(row: Local, place: Place) -> Body:
    name, short = _filled(row.name, place), _filled(row.short, place)
    aliases = tuple(item for item in dict.fromkeys((short, *_printed(row, place))) if item != name)
    return Body(name, name, short, aliases, _level(row, place), row.kind, True, place.id)


def _filled(template: str, place: Place) -> str:
    return template.replace("{P}", full_name(place)).replace("{S}", short_name(place))


def _printed(row: Local, place: Place) -> Iterator[str]:
    """The forms of a row that name the place themselves; relative ones would be another body elsewhere."""
    for form in row.forms:
        if "{s}" not in form:
            yield re.sub(r"\{[pf]\}", full_name(place), form)
        elif short_name(place) != place.name:
            yield form.replace("{s}", short_name(place))


def _level(row: Local, place: Place) -> Level | None:
    if row.rank == "vertical":
        return "ministry"
    if place.level == "province" and row.rank == "dept":
        return "province_dept"
    return place.level


def _office(body: Body, office: str) -> Body:
    """An office of a body speaks at the body's level."""
    if not office:
        return body
    short = f"{body.short_name}{office}" if body.short_name else None
    aliases = tuple(f"{alias}{office}" for alias in body.aliases)
    return Body(body.id + office, body.name + office, short, aliases, body.level, body.kind, True, body.region)


def _government(name: str, province: str | None) -> Body | None:
    """A place's name alone, where a body is expected, is its government (南通市、泰州市等设区市人民政府)."""
    if len(name) < 2:
        return None
    for match in _whole(name + "人民政府"):
        place = _place(match, province)
        if place and place.name.endswith(("地区", "盟")):  # a province's office governs there
            return next((_body(office, province) for office in _whole(name + "行政公署")), None)
        if found := _body(match, province):
            return found
    return None


def is_body_name(text: str) -> bool:
    """Whether the whole text is one body's name that the registry knows."""
    return any(match.end == len(text) for match in matches(text, 0))


def bodies_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The longest registry names in running text, from left to right, as (start, end, name)."""
    return ((start, end, text[start:end]) for start, end in named(text))


def level_of(names: Sequence[str], number: str | None, title: str | None) -> Level | None:
    """The level of a document: of the first issuer that the registry knows, else of its number's code or title."""
    province = province_of(names, number, title)
    for name in names:
        level = resolve(name, level=None, province=province).level
        if level:
            return level
    return next((body.level for body in issuers_of(number, title) if body.level), None)


def province_of(names: Sequence[str], number: str | None, title: str | None) -> str | None:
    """The code of the province whose jurisdiction a document has; None for central ones and where nothing tells."""
    for name in names:
        region = resolve(name, level=None, province=None).region
        if region:
            return None if region == NATION else region[:2] + "0000"
    for body in issuers_of(number, title):
        if body.region:
            return None if body.region == NATION else body.region[:2] + "0000"
    return None


def issuers_of(number: str | None, title: str | None) -> tuple[Body, ...]:
    """The bodies that a document's number, else the names in front of its title, say issued it; () when unknown."""
    coded = issuer_of(number, title) if number else None
    if coded:
        return (resolve(coded, level=None, province=None),)
    at, found = 0, []
    while title and (match := longest(title, at)):
        body = _body(match, None)
        if body:
            found.append(body)
        at = match.end
    return tuple(found)


def body(body_id: str) -> Body | None:
    """The body of an id that the registry can make; None for unknown names."""
    found = resolve(body_id.partition("@")[0], level=None, province=body_id.partition("@")[2] or None)
    return found if found.known and found.id == body_id else None


def related(body_id: str) -> Relations:
    """The relations of a body by its id; empty where the registry does not know it."""
    found = body(body_id)
    if not found:
        return Relations()
    if found.kind == "generic":
        return Relations(covers=found.region)
    match = _whole(body_id)[0]
    if match.office:
        return Relations(parent=body_id.removesuffix(match.office), seat=found.region)
    if isinstance(match.row, Central):
        return _central_relations(match.row)
    return _local_relations(match.row, match.places)


def _central_relations(row: Central) -> Relations:
    before = tuple((other.name, day) for other in centrals() for name, day in other.successors if name == row.name)
    return Relations(row.parent, (), before, row.successors, NATION)


def _local_relations(row: Local, places: tuple[Place, ...]) -> Relations:
    """Those of a local body: its own place's parent body, the same department above, and the central one."""
    (place,) = places
    parent = _filled(row.parent, place) if row.parent else None
    before, after = _predecessors(row, place), _successors(row, place)
    if row.rank == "vertical":
        return Relations(parent, (), before, after, seat=place.id)
    above = places_by_code().get(place.parent or "")
    upper = None
    if above and above.level in ("province", "city"):
        upper = _filled(row.above if row.above and _is_province(above) else row.name, above)
    counterparts = tuple(item for item in (upper, row.counterpart) if item)
    return Relations(parent, counterparts, before, after, seat=place.id)


def _successors(row: Local, place: Place) -> tuple[tuple[str, date], ...]:
    """What reforms made of the body that a row is in a place."""
    return tuple(
        (_filled(change.after.replace("{A}", full_name(_province(place))), place), change.day)
        for change in successions()
        if (change.before, change.level) == (row.name, place.level)
    )


def _predecessors(row: Local, place: Place) -> tuple[tuple[str, date], ...]:
    """What it was before; a body of a province that was one of a city (南京分行) is found from there alone."""
    return tuple(
        (_filled(change.before, place), change.day)
        for change in successions()
        if (change.after, change.level) == (row.name, place.level)
    )


def _province(place: Place) -> Place:
    while place.level != "province" and (above := places_by_code().get(place.parent or "")):
        place = above
    return place


def _is_province(place: Place) -> bool:
    """Whether departments are 厅 there; those of a municipality are called as a city's."""
    return place.level == "province" and not place.name.endswith("市")

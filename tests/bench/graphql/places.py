"""The bodies of the synthetic graph: governments and their departments in real regions, about 3,000 of them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.tokens import tokens
from loaders.bodies_tables import centrals
from loaders.records import Place
from loaders.regions import all_places

NATION = "100000"
PROVINCIAL = (
    "发展和改革委员会|发展改革委 教育厅|教育厅 科学技术厅|科技厅 工业和信息化厅|工业和信息化厅 公安厅|公安厅 "
    "民政厅|民政厅 司法厅|司法厅 财政厅|财政厅 人力资源和社会保障厅|人力资源社会保障厅 自然资源厅|自然资源厅 "
    "生态环境厅|生态环境厅 住房和城乡建设厅|住房城乡建设厅 交通运输厅|交通运输厅 水利厅|水利厅 "
    "农业农村厅|农业农村厅 商务厅|商务厅 文化和旅游厅|文化和旅游厅 卫生健康委员会|卫生健康委 "
    "退役军人事务厅|退役军人厅 应急管理厅|应急厅 市场监督管理局|市场监管局 统计局|统计局 医疗保障局|医保局 "
    "地方金融监督管理局|地方金融监管局"
)
URBAN = "发展和改革委员会|发展改革委 教育局|教育局 财政局|财政局 商务局|商务局 民政局|民政局 卫生健康委员会|卫生健康委"
"""Names of departments behind that of their place, each with its short form."""
MINISTRIES = 60


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its names, level, kind, region, and the body that it is part of."""

    name: str
    short: str
    level: str
    region: str
    kind: str = "government"
    parent: str | None = None
    counterpart: str | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A government with its departments, and the collective body that it gives tasks to."""

    place: Place
    sign: str
    government: Body
    departments: tuple[Body, ...]
    generic: Body


@functools.cache
def nation() -> Seat:
    """The State Council and ministries from the registry."""
    rows = [row for row in centrals() if row.level == "ministry" and row.kind == "government"][:MINISTRIES]
    council = Body("国务院", "国务院", "central", NATION)
    ministries = tuple(Body(row.name, row.short, "ministry", NATION, parent="国务院") for row in rows)
    generic = Body("各省、自治区、直辖市人民政府", "各省级人民政府", "province", NATION, "generic")
    return Seat(next(place for place in all_places() if place.id == NATION), "国", council, ministries, generic)


@functools.cache
def provinces() -> tuple[Seat, ...]:
    """The provinces, each with the same departments."""
    places = [place for place in all_places() if place.level == "province"]
    return tuple(_seat(place, place.name[:1], "province", PROVINCIAL, "各设区市人民政府", "city") for place in places)


@functools.cache
def cities() -> dict[str, tuple[Seat, ...]]:
    """The cities of each province that has any, by the province's code."""
    found: dict[str, list[Seat]] = {}
    for place in all_places():
        if place.level == "city" and place.parent:
            seat = _seat(place, place.name[:2], "city", URBAN, "各县（市、区）人民政府", "county")
            found.setdefault(place.parent, []).append(seat)
    return {province: tuple(seats) for province, seats in found.items()}


def _seat(place: Place, sign: str, level: str, departments: str, collective: str, below: str) -> Seat:
    kind = "省" if level == "province" else "市"
    # The name alone can be that of two cities; the code of the region cannot.
    government = Body(f"{place.name}人民政府", f"{kind}政府", level, place.id)
    under = "province_dept" if level == "province" else "city"
    offices = tuple(
        Body(
            f"{place.name}{name}",
            f"{kind}{short}",
            under,
            place.id,
            parent=government.name,
            counterpart="国家发展和改革委员会" if name == "发展和改革委员会" else None,
        )
        for name, _, short in (item.partition("|") for item in departments.split())
    )
    return Seat(
        place, sign, government, offices, Body(f"{collective}@{place.id}", collective, below, place.id, "generic")
    )


def seats() -> Iterator[Seat]:
    """Every seat of a government."""
    yield nation()
    yield from provinces()
    for group in cities().values():
        yield from group


def bodies() -> Iterator[Body]:
    """Every body once."""
    seen: set[str] = set()
    for seat in seats():
        for body in (seat.government, *seat.departments, seat.generic):
            if body.name not in seen:
                seen.add(body.name)
                yield body


def department(body: Body) -> tuple[Any, ...]:
    """The row of a body: id, name, short_name, aliases, level, kind, known, tokens."""
    name = body.name.partition("@")[0]
    return body.name, name, body.short, [], body.level, body.kind, True, tokens(name, body.short)

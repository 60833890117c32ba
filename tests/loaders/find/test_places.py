"""Regions that a unit names, read with the document's own jurisdiction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.find.places import places
from loaders.find.scope import Scope
from loaders.records import Body, Issuer, Level
from tests.loaders.find.one_unit import scope


def issued_by(text: str, *issuers: tuple[Level, str | None], before: str = "") -> Scope:
    """The scope of a unit whose document bodies of these levels with these seats issued."""
    made = scope(text, before=before)
    bodies = [Body(str(order), str(order), level=level, region=seat) for order, (level, seat) in enumerate(issuers)]
    return replace(made, document=replace(made.document, issuers=tuple(Issuer(body.name, body) for body in bodies)))


@pytest.mark.parametrize(
    ("text", "issuers", "expected"),
    [
        ("在全省推广。", [("province", "320000")], ["江苏省"]),
        ("在全省推广。", [("central", "100000")], []),
        ("我省各地推广。", [("ministry", "320000"), ("province_dept", "320000")], ["江苏省"]),
        ("在全市推广，我省其他市参照。", [("city", "320500")], ["苏州市", "江苏省"]),
        ("在全县推广。", [("county", "320830")], ["盱眙县"]),
        ("在全省推广。", [("province", None)], []),
        ("两省交界地区，全市推广。", [("province", "330000"), ("city", "320500")], []),
        ("鼓楼区、思明区", [("province", "350000")], ["鼓楼区", "思明区"]),
    ],
)
def test_the_issuers_seats_say_which_place_is_meant(
    text: str, issuers: list[tuple[Level, str | None]], expected: list[str]
) -> None:
    assert [item.place.name for item in places(issued_by(text, *issuers))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进建设。（南京市、苏州市负责）",
        "推进建设。（责任单位：省商务厅、南通、泰州）",
        "推进建设。(镇江市牵头，扬州市配合)",
        "推进建设。（省商务厅，各市（含昆山、太仓市）人民政府）",
    ],
)
def test_a_parenthesis_of_responsibility_names_no_places(text: str) -> None:
    assert places(issued_by(text, ("province", "320000"))) == ()


def test_shorthand_gives_one_mention_a_region_with_the_same_quote() -> None:
    made = issued_by("服务苏浙皖和上海。", ("province", "320000"), before="前文。\n")
    found = places(made)
    assert [item.place.name for item in found] == ["江苏省", "浙江省", "安徽省", "上海市"]
    assert [item.evidence.quote for item in found] == ["苏浙皖"] * 3 + ["上海"]
    assert [item.evidence.rule for item in found] == ["place.shorthand"] * 3 + ["place.name"]
    assert all(made.document.text[e.start : e.end] == e.quote for e in (item.evidence for item in found))

"""Short and usual names of counties and districts."""

from __future__ import annotations

import pytest

from loaders.regions import place, places_in

JIANGSU, JIANGXI, HUNAN = "320000", "360000", "430000"

ROWS = [
    # autonomous counties and banners without the name of a people
    (
        "威宁县、木垒县、鄂温克旗和双江县",
        None,
        "威宁彝族回族苗族自治县 木垒哈萨克自治县 鄂温克族自治旗 双江拉祜族佤族布朗族傣族自治县",
    ),
    ("通道县与新晃县", HUNAN, "通道侗族自治县 新晃侗族自治县"),
    ("建设通道县级平台，互助县内循环", JIANGSU, ""),
    ("支持东乡县", JIANGXI, "东乡县"),
]


@pytest.mark.parametrize(("text", "province", "expected"), ROWS)
def test_short_names_of_places(text: str, province: str | None, expected: str) -> None:
    found = (item.name for _, _, places in places_in(text, province=province) for item in places)
    assert " ".join(found) == expected


def test_a_usual_name_finds_its_region() -> None:
    found = place("塔什库尔干县")
    assert found is not None
    assert found.name == "塔什库尔干塔吉克自治县"

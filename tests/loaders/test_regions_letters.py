"""Provinces by one character each in a row."""

from __future__ import annotations

import time

import pytest

from loaders.regions import place, places_in
from loaders.regions_registry import table

ROWS = [
    ("深化湘粤桂协作，建设渝鄂湘黔走廊", "湖南省 广东省 广西壮族自治区 重庆市 湖北省 湖南省 贵州省"),
    ("浙皖沪苏联合执法，辐射苏浙皖赣", "浙江省 安徽省 上海市 江苏省 江苏省 浙江省 安徽省 江西省"),
    ("京津冀鲁豫联防，推动京津冀协同", "北京市 天津市 河北省 山东省 河南省 京津冀"),
    ("支持陕甘宁、川陕等革命老区", "陕西省 甘肃省 宁夏回族自治区 四川省 陕西省"),
    ("港澳琼旅游互联，粤港澳大湾区", "香港特别行政区 澳门特别行政区 海南省 粤港澳大湾区"),
    ("深化苏陕协作、闽宁协作，加强鲁豫两省会商", "江苏省 陕西省 福建省 宁夏回族自治区 山东省 河南省"),
    ("在冀晋交界地区、桂粤省际边界试点", "河北省 山西省 广西壮族自治区 广东省"),
    # the last letter begins another word
    ("陕甘宁新时代文明实践，陕甘宁青年创业", "陕西省 甘肃省 宁夏回族自治区 陕西省 甘肃省 宁夏回族自治区"),
    ("陕甘宁青新、甘青新地区", "陕西省 甘肃省 宁夏回族自治区 青海省 新疆维吾尔自治区 甘肃省 青海省 新疆维吾尔自治区"),
    # lines, pairs that are no regions, names of places, other names
    ("推进京沪高铁、沪昆高铁、川黔铁路，湘桂通道", ""),
    ("京港澳高速拓宽，京港澳、沪渝等高速公路服务区", ""),
    ("粤赣湘高速公路，皖赣线、浙赣线改造", ""),
    ("青藏高原、云贵高原，新藏公路", ""),
    ("苏宁易购、京东物流，湘赣两级，鲁豫市场", ""),
    ("辽宁青年、江苏鲁南、贵州新川", "辽宁省 江苏省 贵州省"),
    ("粤港澳台青年，港澳台企业", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_of_letters(text: str, expected: str) -> None:
    assert " ".join(item.name for _, _, places in places_in(text) for item in places) == expected


@pytest.mark.parametrize("row", table("regions_letters"), ids=lambda row: row["letter"])
def test_every_letter_gives_its_province(row: dict[str, str]) -> None:
    found = [item for _, _, places in places_in(row["example"]) for item in places]
    assert row["letter"] in row["example"]
    assert place(row["place"]) in found
    assert len(found) == sum(letter["letter"] in row["example"] for letter in table("regions_letters"))


@pytest.mark.parametrize("part", ["粤桂琼", "京港澳、沪渝", "苏浙、", "陕甘宁新"])
def test_reading_letters_is_linear(part: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()  # other processes do not count
        list(places_in(part * times))
        return time.process_time() - started

    short, long = (min(seconds(times) for _ in range(3)) for times in (500, 4000))
    assert long < 20 * short + 0.1

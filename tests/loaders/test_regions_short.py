"""Short names of places in rows and behind their city, and the usual names of autonomous counties and banners."""

from __future__ import annotations

import time

import pytest

from loaders.regions import place, places_in
from loaders.regions_registry import table

JILIN, JIANGSU, ZHEJIANG, ANHUI, HUBEI = "220000", "320000", "330000", "340000", "420000"
FUJIAN, JIANGXI, SHANDONG, HUNAN, GUANGXI, GUIZHOU = "350000", "360000", "370000", "430000", "450000", "520000"
HEBEI, NEIMENGGU, BEIJING, TIANJIN, SHANGHAI, GANSU = "130000", "150000", "110000", "120000", "310000", "620000"

ROWS = [
    # the kind stands once, behind the row
    ("扶持东明、梁山、东平等县发展蔬菜种植。", SHANDONG, "东明县 梁山县 东平县"),
    ("依托宝山、金山等区布局新材料产业。", SHANGHAI, "宝山区 金山区"),
    ("在青浦区、金山、崇明三区试行。", SHANGHAI, "青浦区 金山区 崇明区"),
    ("武平、永定等县（区）", FUJIAN, "武平县 永定区"),
    ("定远、天长、来安等县（市、区）", ANHUI, "定远县 天长市 来安县"),
    ("阜阳、亳州两市及太和、太湖和东至三县", ANHUI, "阜阳市 亳州市 太和县 太湖县 东至县"),
    ("济宁市梁山、微山等县", SHANDONG, "济宁市 梁山县 微山县"),
    ("南安、永安、石狮市可以先行", FUJIAN, "南安市 永安市 石狮市"),
    ("吉安、泰和、万安等市县", JIANGXI, "吉安市 泰和县 万安县"),
    ("威宁、沿河等县", GUIZHOU, "威宁彝族回族苗族自治县 沿河土家族自治县"),
    ("江西万年、余干、玉山等县", None, "万年县 余干县 玉山县"),
    ("朝阳、海淀等区", BEIJING, "朝阳区 海淀区"),
    ("朝阳、海淀等区", None, "海淀区"),
    ("朝阳、绿园等区", JILIN, "朝阳区 绿园区"),
    # no row of names, another kind, a government, a word that goes on
    ("东平、梁山等县人民政府", SHANDONG, ""),
    ("东平、梁山等乡镇", SHANDONG, ""),
    ("通过合作、开放、东平等方式", SHANDONG, ""),
    ("发展种植、加工、合作等县域产业", GANSU, ""),
    ("完善和平、友好、合作等市场机制", TIANJIN, ""),
    ("旅游、和平等区域", TIANJIN, ""),
    ("文化、教育、金山等区", SHANGHAI, ""),
    ("金山、大运河、崇明等区", SHANGHAI, "崇明区"),
    ("支持新埠头、宝山、金山等区", SHANGHAI, "宝山区 金山区"),
    ("居住、物流、港口等区", GUANGXI, ""),
    # a district behind its city
    ("杭州滨江、台州路桥、温州鹿城", ZHEJIANG, "滨江区 路桥区 鹿城区"),
    ("支持绍兴柯桥等地改造。", ZHEJIANG, "柯桥区"),
    ("宜春市袁州和丰城市", JIANGXI, "宜春市 袁州区 丰城市"),
    ("整治杭州滨江大道", ZHEJIANG, "杭州市"),
    ("天津和平安建设，推进天津和平，天津河西走读", TIANJIN, "天津市 和平区 天津市"),
    ("保护沧州运河、白洋淀", HEBEI, "沧州市"),
    ("杭州西湖、大运河申遗", ZHEJIANG, "杭州市"),
    ("路桥、滨江建设", ZHEJIANG, ""),
    # autonomous counties and banners without the name of a people
    (
        "威宁县、木垒县、鄂温克旗和双江县",
        None,
        "威宁彝族回族苗族自治县 木垒哈萨克自治县 鄂温克族自治旗 双江拉祜族佤族布朗族傣族自治县",
    ),
    ("科左中旗、达茂旗、伊旗", NEIMENGGU, "科尔沁左翼中旗 达尔罕茂明安联合旗 伊金霍洛旗"),
    ("通辽市科左中旗、前郭县", None, "通辽市 科尔沁左翼中旗 前郭尔罗斯蒙古族自治县"),
    ("海西州、黔西南州、湘西州", None, "海西蒙古族藏族自治州 黔西南布依族苗族自治州 湘西土家族苗族自治州"),
    ("伊旗、莫旗和塔县", JIANGSU, ""),
    ("通道县与新晃县", HUNAN, "通道侗族自治县 新晃侗族自治县"),
    ("建设通道县级平台，互助县内循环", JIANGSU, ""),
    ("支持东乡县", JIANGXI, "东乡县"),
    # short names that only the own province means, and counties of one character
    ("支持天门、仙桃、神农架转型", HUBEI, "天门市 仙桃市 神农架林区"),
    ("登上天门山，推介仙桃，神农架", JIANGSU, ""),
    ("东兴、凭祥口岸", GUANGXI, "东兴市 凭祥市"),
    ("内江市东兴区", None, "内江市 东兴区"),
    ("支持成县、文县和徽县", GANSU, "成县 文县 徽县"),
    ("建成县级平台，打造人文县城，形成县域经济", GANSU, ""),
]


@pytest.mark.parametrize(("text", "province", "expected"), ROWS)
def test_short_names_of_places(text: str, province: str | None, expected: str) -> None:
    found = (item.name for _, _, places in places_in(text, province=province) for item in places)
    assert " ".join(found) == expected


@pytest.mark.parametrize("row", table("regions_usual"), ids=lambda row: row["name"])
def test_every_usual_name_finds_its_region(row: dict[str, str]) -> None:
    found = [
        item.id for _, _, places in places_in(row["example"], province=row["code"][:2] + "0000") for item in places
    ]
    assert found == [row["code"]]
    elsewhere = [item.id for _, _, places in places_in(row["example"], province=JIANGSU) for item in places]
    assert elsewhere == (found if row["use"] == "always" else [])


def test_the_span_of_a_name_in_a_row_is_the_printed_name() -> None:
    text = "重点支持东平、梁山等县。"
    assert [text[start:end] for start, end, _ in places_in(text, province=SHANDONG)] == ["东平", "梁山"]


def test_a_usual_name_finds_its_region() -> None:
    found = place("塔什库尔干县")
    assert found is not None
    assert found.name == "塔什库尔干塔吉克自治县"


@pytest.mark.parametrize("part", ["蚌埠、阜阳六市及定远、凤阳、", "定远、", "定远和", "市"])
def test_reading_rows_is_linear(part: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()  # other processes do not count
        list(places_in(part * times + "等县", province=ANHUI))
        return time.process_time() - started

    short, long = (min(seconds(times) for _ in range(3)) for times in (500, 4000))
    assert long < 20 * short + 0.1  # a quadratic reader would take 64 times as long

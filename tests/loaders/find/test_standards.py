from __future__ import annotations

import pytest

from loaders.find.standards import standard_behind, standards_in
from tests.loaders.find.cited import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("执行HJ 2027—2013、HJ2028-2013和CJJ 95-2013", ["HJ 2027-2013", "HJ 2028-2013", "CJJ 95-2013"]),
        ("执行JTS 181—2016，JGJ 1-2014。", ["JTS 181-2016", "JGJ 1-2014"]),
        ("执行DB31/T 1099—2018、DB31/ 405—2021、DB3702/T 12", ["DB31/T 1099-2018", "DB31/ 405-2021", "DB3702/T 12"]),
        ("执行T/CECS 1—2020、T/CAQI 10、Q/ABC 001-2019", ["T/CECS 1-2020", "T/CAQI 10", "Q/ABC 001-2019"]),
        ("执行DBJ/T 13-118-2021、DGJ32/J 26—2017", ["DBJ/T 13-118-2021", "DGJ32/J 26-2017"]),
        ("执行JTG D20—2017、JTG/T F20-2015", ["JTG D20-2017", "JTG/T F20-2015"]),
        ("执行GB 8978-96、GBZ 2.1—2019、SL／T 278—2020", ["GB 8978-96", "GBZ 2.1-2019", "SL/T 278-2020"]),
        ("执行CJJ 37、SL 176", []),  # as PM 10
        ("PM 10、LED 200、LNG 2020", []),
        ("CPI 2019-2020，IPO 100—2000亿元，CN61-1373，EV 300-2020款", []),
        ("AMGB 12-2020和A4 12-2020", []),
        ("TSP 200—2000微克，VOC 50-2000毫克，KW 100—2000千瓦", []),
    ],
)
def test_standards_are_known_by_the_form_of_their_numbers(text: str, expected: list[str]) -> None:
    assert [item.number for item in standards_in(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("title", "behind", "expected"),
    [
        ("城市道路设计规范", "CJJ 37）", "CJJ 37"),
        ("城市道路设计规范", "CJJ37，以下简称《规范》）", "CJJ 37"),
        ("城市道路设计规范", "CJJ 37版）", None),
        ("照明产品目录", "LED 200）", None),
    ],
)
def test_an_industrys_number_without_its_year_stands_behind_its_title(
    title: str, behind: str, expected: str | None
) -> None:
    assert standard_behind(title, f"（{behind}", 1) == expected


def test_a_standard_is_cited_with_its_title_and_number() -> None:
    text = "执行《城市道路设计规范》（CJJ 37）和《溶解氧仪要求》（HJ 925—2017）。"
    assert read(text) == [("城市道路设计规范", "CJJ 37", "implements"), ("溶解氧仪要求", "HJ 925-2017", "implements")]

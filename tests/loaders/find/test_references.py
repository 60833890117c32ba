from __future__ import annotations

import pytest

from loaders.find.references import references


def quotes(text: str) -> list[str]:
    return [text[item.start : item.end] for item in references(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实《甲规划》（国发〔2020〕1号）、《乙规划》。", ["《甲规划》（国发〔2020〕1号）", "《乙规划》"]),
        ("落实《甲规划》（国发（2020）1号，以下简称《规划》）。", ["《甲规划》（国发（2020）1号，以下简称《规划》）"]),
        ("落实《甲办法》（试行）（财建〔2020〕1号）要求", ["《甲办法》（试行）（财建〔2020〕1号）"]),
        ("落实《甲规划》（包括附表）的要求", ["《甲规划》"]),
        ("国发〔2020〕1号《甲规划》", ["国发〔2020〕1号《甲规划》"]),
        ("（国发〔2020〕1号）《甲规划》", ["（国发〔2020〕1号）《甲规划》"]),
        ("国发〔2020〕1号文件《甲规划》（国发〔2020〕2号）", ["国发〔2020〕1号", "《甲规划》（国发〔2020〕2号）"]),
        ("《甲规划》国发〔2020〕1号，《乙规划》", ["《甲规划》国发〔2020〕1号", "《乙规划》"]),
        ("《关于印发《甲规划》的通知》（国发〔2020〕1号）", ["《关于印发《甲规划》的通知》（国发〔2020〕1号）"]),
        ("《关于印发《甲规划》的通知（国发〔2020〕1号）要求", ["《关于印发《甲规划》的通知（国发〔2020〕1号）"]),
        ("《关于印发发展计划的通知，落实《乙规划》。", ["《关于印发发展计划的通知", "《乙规划》"]),
        ("《甲" * 3, []),
        ("《甲规划》（没有闭合", ["《甲规划》"]),
        ("《甲规划》（没有\n闭合）", ["《甲规划》"]),
        ("《甲规划》（配套《乙规划》国发〔2020〕1号）", ["《甲规划》"]),
        ("《" + "甲" * 200 + "规划》", []),
        ("执行GB 2760、GB/T 9704-2012和DB32/T 4567—2023", ["GB 2760", "GB/T 9704-2012", "DB32/T 4567—2023"]),
        ("使用LNG 2020和MGB 12", []),
        ("按照价格法、会计法处理", ["价格法", "会计法"]),
        ("按照《价格法》处理", ["《价格法》"]),
        ("写错的价格法》处理", []),
    ],
)
def test_the_whole_printed_reference_is_quoted(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_standards_are_written_one_way() -> None:
    text = "GB/T9704—2012、GB 2760－2014、DB32/T 4567-2023、SL／T 278—2020"
    assert [item.number for item in references(text, 0, len(text))] == [
        "GB/T 9704-2012",
        "GB 2760-2014",
        "DB32/T 4567-2023",
        "SL/T 278-2020",
    ]


def test_only_the_asked_span_is_read() -> None:
    text = "《甲规划》（国发〔2020〕1号）"
    assert references(text, 0, 4) == []
    (item,) = references(text, 0, 5)
    assert (item.title, item.number, item.end) == ("甲规划", None, 5)

"""Decimal numbering (1 总则, 1.1, 1.1.1), as plans for emergencies print it; every sentence is ours."""

from __future__ import annotations

import pytest

from tests.loaders.numbered import headings, paths

DO = "窗口要当场办理。"
SCOPE = ["1 总则", f"1.1 目的。{DO}", f"1.2 范围。{DO}"]

NUMBERING = {
    "bare numbers of chapters": (
        [*SCOPE, "2 任务", "2.1 收件", f"2.1.1 {DO}", f"2.1.2 {DO}", f"2.2 发件。{DO}"],
        ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.1/2.1.1", "2/2.1/2.1.2", "2/2.2"],
    ),
    "four levels": (
        [*SCOPE, "2 任务", "2.1 收件", "2.1.1 登记", f"2.1.1.1 {DO}", f"2.1.1.2 {DO}", f"2.2 发件。{DO}"],
        ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.1/2.1.1", "2/2.1/2.1.1/2.1.1.1", "2/2.1/2.1.1/2.1.1.2", "2/2.2"],
    ),
    "a chapter without sections": ([*SCOPE, "2 附则", DO], ["1", "1/1.1", "1/1.2", "2"]),
    "items under decimals": (
        [*SCOPE, "2 任务", "2.1 收件", f"（1）登记。{DO}", f"（2）编号。{DO}", "2.2 发件", f"（一）平信。{DO}",
         f"（二）快件。{DO}", f"2.3 回访。{DO}"],
        ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.1/（1）", "2/2.1/（2）", "2/2.2", "2/2.2/（一）", "2/2.2/（二）",
         "2/2.3"],
    ),
    "under Chinese numbers": (
        ["一、总则", *SCOPE[1:], "二、任务", f"2.1 收件。{DO}", f"2.2 发件。{DO}", f"三、附则。{DO}"],
        ["一", "一/1.1", "一/1.2", "二", "二/2.1", "二/2.2", "三"],
    ),
    "under chapters": (
        ["第一章 总则", f"1.1　{DO}", f"1.2　{DO}", "第二章 任务", f"2.1　{DO}", f"2.2　{DO}"],
        ["第一章", "第一章/1.1", "第一章/1.2", "第二章", "第二章/2.1", "第二章/2.2"],
    ),
    "under Arabic numbers": (
        ["1．收件。", f"1.1窗口{DO}", f"1.2窗口{DO}", "2．发件。", f"2.1窗口{DO}", f"2.2窗口{DO}", f"3．回访。{DO}"],
        ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.2", "3"],
    ),
    "full-width points, and a year behind the number": (
        ["1　总则", f"1．1　目的。{DO}", f"1．2　2025年目标。{DO}"],
        ["1", "1/1.1", "1/1.2"],
    ),
    "contents in front": (
        ["1 总则", "1.1 目的", "1.2 范围", "2 任务", "2.1 收件", "2.2 发件", *SCOPE],
        ["1", "1/1.1", "1/1.2"],
    ),
    "a catalogue": (
        ["一、机具。", "1.犁", "1.1 圆盘犁", "1.2 铧式犁", "2.播种机", "2.1 条播机", "2.2 穴播机"],
        ["一", "一/1", "一/2"],
    ),
    "figures": (
        [f"一、目标。{DO}", "1.1倍的增速要保持。", "1.2亿元用于窗口。", f"二、任务。{DO}", "2.5公里内设一个窗口。",
         "2.1版接口要升级。", "2.0系统要上线。", f"三、保障。{DO}", "3.15晚会曝光的窗口要整改。"],
        ["一", "二", "三"],
    ),
    "figures in a table of values": (
        ["一、标准。", "1.1以上的窗口为优。", "1.2以下的为良。", "1.3左右。", "1.4美元。", "1.5摄氏度。", "1.6千吨。"],
        ["一"],
    ),
    "units that begin like figures": (
        ["1 总则", f"1.1 以上率下。{DO}", f"1.2 以内需促办件。{DO}", f"1.3 左右岸共治。{DO}"],
        ["1", "1/1.1", "1/1.2", "1/1.3"],
    ),
    "a decimal of another chapter": ([f"一、目标。{DO}", f"2.1 收件。{DO}", f"2.2 发件。{DO}"], ["一"]),
    "a row of a table with a bare number": ([f"一、目标。{DO}", "1甲县窗口", "2乙县窗口", "3丙县窗口"], ["一"]),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERING)
def test_decimals_stand_under_the_numbers_that_they_begin_with(name: str) -> None:
    lines, expected = NUMBERING[name]
    assert paths(*lines) == expected


def test_headings_of_decimals_are_those_printed() -> None:
    lines = [
        "1 总则",
        "1.1 目的",
        "为了便民，制定本预案。",
        f"1.2 窗口应当值守，值守不得中断。{DO}",
        "1.3 分级",
        f"1.3.1 {DO}",
    ]
    lines += [f"1.3.2 {DO}"]
    expected = {"1": "总则", "1/1.1": "目的", "1/1.2": None, "1/1.3": "分级", "1/1.3/1.3.1": None, "1/1.3/1.3.2": None}
    assert headings(*lines) == expected


def test_a_chapter_behind_a_full_row_of_print_begins_a_paragraph() -> None:
    row = "各县窗口要在收到材料以后当场登记并且当场告知办理的时间和地点"
    lines = ["1 总则", f"1.1 {row[:28]}", f"{row[2:]}，", f"{row[:28]}，及时办结。", f"1.2 {row[:28]}", f"{row[2:]}，"]
    lines += [f"{row[:28]}，及时办结。", "2 任务", f"2.1 {row[:28]}", f"{row[2:]}，", f"{row[:28]}；", "2.2 发件。"]
    assert paths(*lines)[:6] == ["1", "1/1.1", "1/1.2", "2", "2/2.1", "2/2.2"]

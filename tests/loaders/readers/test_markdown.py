from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract_file
from loaders.readers.markdown import is_markdown, plain


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# 关于种茶的通知", "关于种茶的通知"),
        ("### （一）种茶 ###", "（一）种茶"),
        ("**甲发〔2020〕1号**", "甲发〔2020〕1号"),
        ("给予**50万元**奖励，**不得**截留", "给予50万元奖励，不得截留"),
        ("> 来源：茶办", "来源：茶办"),
        ("- 种茶；", "种茶；"),
        ("* 采茶。", "采茶。"),
        ("1. 制茶", "1. 制茶"),
        ("见[通知](https://example.org/1)", "见通知"),
        ("　　——坚持种茶", "　　——坚持种茶"),
        ("-5℃", "-5℃"),
        ("---", "---"),
        ("# 甲" + " " * 30_000 + "乙", "甲" + " " * 30_000 + "乙"),  # in linear time
        ("", ""),
    ],
)
def test_a_line_loses_its_marks(line: str, words: str) -> None:
    assert plain(line) == words


@pytest.mark.parametrize(
    ("text", "expected"), [("# 甲\n乙", True), ("乙\n## 甲", True), ("#1机组", False), ("甲 # 乙", False), ("", False)]
)
def test_headings_tell_markdown(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


def test_a_document_in_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# 山南省水利厅关于修渠的通知\n\n**山水发〔2019〕7号**\n\n> 发布日期：2019-03-06\n\n各市水利局：\n\n"
        "现通知如下。\n\n## 一、修渠\n\n### （一）修好主渠\n\n- 各市**按时**修渠。\n\n### （二）分工\n\n"
        "| 序号 | 任务 | 责任单位 | 完成时限 |\n|---|:---:|---|---|\n| 1 | 修支渠 | 省水利厅 | 2019年底前 |\n\n"
        "---\n\n山南省水利厅\n\n2019年3月4日\n",
        "utf-8",
    )
    (found,) = extract_file(tmp_path / "a.md").documents
    assert (found.title, found.doc_number, found.addressees) == (
        "山南省水利厅关于修渠的通知",
        "山水发〔2019〕7号",
        "各市水利局",
    )
    assert [(item.path, item.heading) for item in found.provisions] == [
        ("preamble", None),
        ("一", "修渠"),
        ("一/（一）", "修好主渠"),
        ("一/（二）", "分工"),
        ("一/（二）/1", None),
    ]
    assert [fact.name for fact in found.provisions[-1].responsibilities] == ["省水利厅"]

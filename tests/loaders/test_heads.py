"""Titles among printed rows; every text is ours."""

from __future__ import annotations

import pytest

from loaders.heads import heads, is_addressed

NUMBER = "山政办发〔2022〕901号"


@pytest.mark.parametrize(
    ("rows", "begins"),
    [
        (["山西省财政厅关于规范票据的通知", NUMBER], [0]),
        (["山西省财政厅关于印发票据管理方案", "的通知", NUMBER], [0]),
        (["山西省人民政府关于表扬票据管理先进", "单位的决定", f"{NUMBER}2022年9月1日"], [0]),
        (["山西省财政厅关于规范票据的意见", "（试行）", NUMBER], [0]),
        (["关于做好票据管理", "工作的通知", NUMBER], [0]),
        (["山西省人民政府令", "第901号"], [0]),
        (["山西省财政厅关于规范票据的通知", "各市财政局，各县财政局，各有关单位，山西省", "直单位："], [0]),
        (["山西省人大常委会关于票据管理的决定", "（2022年9月1日山西省第十届人民代表大会"], [0]),
        (["财政部、商务部、水利部", "财政部关于规范票据的通知", NUMBER], [1]),
        (["的若干要求。", "山西省财政厅转发财政部", "关于规范票据的通知", NUMBER], [1, 2]),
        (["按照省里的要求管理票据", "山西省财政厅关于规范票据的通知", NUMBER], [1]),
        (["山西省财政厅关于规范票据的通知", "要求各市按季检查。"], []),  # what running text names
        (["山西省财政厅关于规范票据的通知", f"（{NUMBER}）"], []),
        (["山西省财政厅关于规范票据的通知》", NUMBER], []),
        (["关于规范票据的通知", "各市财政局："], []),  # perhaps an attachment's
        (["票据管理方案", "各市财政局："], []),
        (["山西省财政厅关于规范票据的通知", "责任单位：省商务厅"], []),
        (["附件：山西省财政厅关于规范票据的通知", NUMBER], []),
        (["山西省财政厅关于规范票据的通知"], []),
    ],
)
def test_rows_that_begin_a_document(rows: list[str], begins: list[int]) -> None:
    assert sorted(heads(rows)) == begins


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各市财政局，省直各单位：", True),
        ("山西省财政厅：你厅请示收悉。", True),
        ("责任单位：省财政厅", False),
        ("山西省财政厅：一般公共预算单位", False),
        ("现将有关事项通知如下：", False),
    ],
)
def test_addressees(text: str, expected: bool) -> None:
    assert is_addressed(text) is expected

from __future__ import annotations

import pytest

from loaders.blocks import blocks
from tests.loaders.written import cleaned


def parts(text: str) -> list[str]:
    return [block.text for block in blocks(cleaned(text))]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        pytest.param(
            "江苏省财政厅关于规范票据的通知苏财综〔2023〕901号各市财政局：现通知如下。",
            ["江苏省财政厅关于规范票据的通知", "苏财综〔2023〕901号", "各市财政局：现通知如下。"],
            id="title, number, addressees",
        ),
        pytest.param(
            "苏财综〔2023〕901号各市财政局：", ["苏财综〔2023〕901号", "各市财政局："], id="number, addressees"
        ),
        pytest.param(
            "江苏省财政厅关于规范票据的通知各市财政局：",
            ["江苏省财政厅关于规范票据的通知", "各市财政局："],
            id="title, addressees",
        ),
        pytest.param(
            "本通知自印发之日起施行。江苏省财政厅2023年9月1日",
            ["本通知自印发之日起施行。", "江苏省财政厅2023年9月1日"],
            id="text, signature",
        ),
        pytest.param(
            "（联系人：王某；电话：1）江苏省财政厅 江苏省商务厅2023年9月1日",
            ["（联系人：王某；电话：1）", "江苏省财政厅江苏省商务厅2023年9月1日"],
            id="remark, signature",
        ),
        pytest.param(
            "江苏省财政厅文件 苏财综〔2023〕901号 关于规范票据的通知",
            ["江苏省财政厅文件", "苏财综〔2023〕901号", "关于规范票据的通知"],
            id="red head, number, title",
        ),
        pytest.param(
            "根据江苏省财政厅文件苏财综〔2023〕901号执行票据管理的规定",
            ["根据江苏省财政厅文件苏财综〔2023〕901号执行票据管理的规定"],
            id="a cited document of a body",
        ),
        pytest.param("江苏省财政厅2023年9月1日", ["江苏省财政厅2023年9月1日"], id="a signature alone"),
        pytest.param(
            "根据《江苏省财政厅关于规范票据的通知》（苏财综〔2023〕901号）办理。",
            ["根据《江苏省财政厅关于规范票据的通知》（苏财综〔2023〕901号）办理。"],
            id="a citation",
        ),
        pytest.param(
            "按照苏财综〔2023〕901号文件的要求：各地抓好落实。",
            ["按照苏财综〔2023〕901号文件的要求：各地抓好落实。"],
            id="a cited number",
        ),
        pytest.param(
            "通知自发布之日起，至2023年9月1日", ["通知自发布之日起，至2023年9月1日"], id="a date that no body signs"
        ),
        pytest.param(
            "购置日期为：2023年8月1日，至2023年9月1日", ["购置日期为：2023年8月1日，至2023年9月1日"], id="a period"
        ),
    ],
)
def test_what_runs_together_comes_apart(paragraph: str, expected: list[str]) -> None:
    assert parts(paragraph) == expected


def test_blocks_are_the_clean_text_without_its_breaks() -> None:
    head = "江苏省财政厅关于规范票据的通知苏财综〔2023〕901号各市财政局：现通知如下。"
    text = f"{head}\n一、开票。\n特此通知。江苏省财政厅2023年9月1日"
    source = cleaned(text)
    assert "".join(block.text for block in blocks(source)) == source.text.replace("\n", "")
    assert all(source.text[block.start : block.end] == block.text for block in blocks(source))

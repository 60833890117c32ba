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


@pytest.mark.parametrize(
    "below",
    [
        "《江苏省票据办法》，由省政府2017年公布。",
        "《江苏省票据办法》（2017年1月1日发布）",
        "《江苏省票据办法》已公布，请执行。",
    ],
)
def test_an_order_that_a_list_names_is_one_line(below: str) -> None:
    text = f"江苏省财政厅关于清理办法的通知\n现将办法公布如下。\n江苏省人民政府令第901号\n{below}"
    assert parts(text)[2] == "江苏省人民政府令第901号"


@pytest.mark.parametrize(
    ("line", "below", "number"),
    [
        ("江苏省人民政府令第901号", "现公布《江苏省票据办法》，自9月1日起施行。", "第901号"),
        ("江苏省人民政府令第901号", "《江苏省票据办法》已经省政府同意，现予公布，自9月1日起施行。", "第901号"),
        ("江苏省人民代表大会公告 第九号", "《江苏省票据条例》已由大会通过，现予公布。", "第九号"),
        ("江苏省人民代表大会公告（第9号）", "现将《江苏省票据条例》公布施行。", "（第9号）"),
        ("江苏省财政厅公告2023年第901号", "《江苏省票据办法》已经通过，现予发布。", "2023年第901号"),
        ("江苏省财政厅公告2023年第901号", "现将票据的事项公告如下。", "2023年第901号"),
        ("江苏省人民政府令第901号", "第一条 票据由省印制。《江苏省票据办法》同时公布。", "第901号"),
        ("按照江苏省人民政府令第901号办理", "《江苏省票据办法》已经公布。", None),
        ("江苏省人民政府令第901号", "《江苏省票据办法》由省财政厅解释。另行公布。", "第901号"),
    ],
)
def test_an_order_whose_number_shares_its_line(line: str, below: str, number: str | None) -> None:
    bare = line.replace(" ", "")
    expected = [bare.removesuffix(number), number] if number else [bare]
    assert parts(f"{line}\n{below}")[: len(expected) + 1] == [*expected, below.replace(" ", "")]
    assert parts(f"江苏省票据办法\n{line}\n{below}")[1] == bare  # the number of the text


@pytest.mark.parametrize(
    ("below", "apart"),
    [
        ("为规范票据，现将有关事项公告如下。", True),
        ("根据票据条例，现公布票据目录。", True),
        ("已被商务部公告2021年第902号替代。", False),
        ("根据商务部公告2021年第902号，停止执行。", False),
        ("要认真执行。", False),
    ],
)
def test_what_an_announcement_with_its_number_is_about(below: str, apart: bool) -> None:
    number, about = "商务部公告2020年第901号", "（关于规范票据的公告）"
    text = f"商务部关于收费的公告\n现公告如下。\n{number}{about}\n{below}"
    assert parts(text)[2:-1] == ([number, about] if apart else [number + about])


def test_blocks_are_the_clean_text_without_its_breaks() -> None:
    head = "江苏省财政厅关于规范票据的通知苏财综〔2023〕901号各市财政局：现通知如下。"
    text = f"{head}\n一、开票。\n特此通知。江苏省财政厅2023年9月1日"
    source = cleaned(text)
    assert "".join(block.text for block in blocks(source)) == source.text.replace("\n", "")
    assert all(source.text[block.start : block.end] == block.text for block in blocks(source))

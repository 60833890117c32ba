"""Splitting: web pages and dumps, whose lines stand around a document and between its title and its text."""

from __future__ import annotations

import pytest

from loaders.structure import structure
from tests.loaders.compiled import FIRST, ISSUED, SECOND, ranges, titles
from tests.loaders.written import parted


@pytest.mark.parametrize(
    ("above", "number"),
    [
        ("关于规范票据的通知\n苏财综〔2023〕901号\n", "苏财综〔2023〕901号"),
        ("江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n", "苏财综〔2023〕901号"),
        ("江苏省财政厅关于核销票据的通知\n苏财综〔2023〕902号\n", None),
    ],
)
def test_a_number_under_the_title_that_a_page_repeats(above: str, number: str | None) -> None:
    text = f"{above}江苏省财政厅关于规范票据的通知\n各市财政局：\n现通知如下。\n一、开票。当场开具。"
    (part,) = parted(text).parts
    assert "".join(block.text for block in part.title) == "江苏省财政厅关于规范票据的通知"
    assert (part.number.text if part.number else None) == number


@pytest.mark.parametrize("body", ["中国人民银行", "中国银保监会", "大连市人民政府", "小浪底管理中心"])
def test_the_name_of_a_body_is_no_part_of_a_web_page(body: str) -> None:
    found = parted(FIRST.replace("江苏省财政厅\n2023年9月1日", body))
    assert not found.rejections


@pytest.mark.parametrize(
    "layout", ["大 中 小", "[大] [中] [小]", "字体：大 中 小", "【打印】【关闭】", "相关链接", "微信扫一扫"]
)
def test_layout_of_a_web_page_is_no_part_of_the_document(layout: str) -> None:
    found = parted(f"{layout}\n{FIRST}\n{layout}")
    assert [part.first_line for part in found.parts] == [2]
    assert [item.reason for item in found.rejections] == ["before the first document", "web page around the document"]


@pytest.mark.parametrize(
    "info",
    [
        "发布时间：2023-09-03 来源：省财政厅办公室 浏览次数：213",
        "2023-09-03 10:00",
        "2023-09-03 10:00 来源：省财政厅办公室",
        "2023年9月3日 来源：省财政厅办公室",
        "2023年09月03日 10:12 来源：省财政厅办公室",
        "阅读：123次",
        "来源：省财政厅办公室",
        "【字体：大 中 小】",
        "字体：大 中 小\n原文链接：https://example.org/t20230903_1.html",
        "索引号：0143/2023-00123\n大 中 小",
        "> 发布日期：2023-09-03",
    ],
)
def test_lines_of_a_page_between_title_and_number_are_passed_over(info: str) -> None:
    title, rest = FIRST.split("\n", 1)
    found = parted(f"{title}\n{info}\n{rest}")
    (part,) = found.parts
    assert (part.number.text if part.number else None, part.blocks[part.body].text) == (
        "苏财综〔2023〕901号",
        "各市财政局：",
    )
    assert not found.rejections
    assert parted(f"{title}\n{info}\n{title}\n{rest}").parts[0].number is not None


@pytest.mark.parametrize(
    "below",
    [
        "相关文件\n江苏省人民政府关于推进票据改革的意见\n江苏省财政厅关于做好2023年票据工作的通知\n网站地图|联系我们",
        "相关稿件\n江苏省财政厅关于印发票据方案的通知（苏财综〔2022〕9号）\n省财政厅召开发布会，介绍有关情况。",
        "【政策解读】\n《江苏省财政厅关于规范票据的通知》政策问答2023-09-09\n相关文档\n江苏省财政厅关于做好票据工作的通知",
        "附件下载：\n1.票据样式.doc",
        "政策解读：《江苏省财政厅关于规范票据的通知》解读\n一图读懂",
        "上一篇：江苏省财政厅关于表彰先进的决定\n下一篇：江苏省财政厅关于调整机构的通知\n地址：北京西路 邮编：210024",
        "网站地图 | 联系我们 | 隐私声明\n主办：江苏省财政厅 承办：信息中心\nCopyright 2023 All Rights Reserved",
    ],
)
def test_links_and_foot_of_a_page_below_a_document_are_no_document(below: str) -> None:
    count = FIRST.count("\n") + 1
    lines = count + below.count("\n") + 1
    found = parted(f"{FIRST}\n{below}")
    assert ranges(found) == [
        (1, count, "江苏省财政厅关于规范票据的通知"),
        (count + 1, lines, "web page around the document"),
    ]
    assert titles(parted(f"{FIRST}\n{below}\n{SECOND}"))[1:] == ["浙江省商务厅关于促进消费的若干意见"]


@pytest.mark.parametrize("head", ["政策解读", "相关政策"])
def test_a_heading_of_a_text_that_could_head_links_cuts_nothing(head: str) -> None:
    assert not parted(f"{ISSUED}\n{head}\n二、宣传。各市要做好宣传。").rejections
    assert not parted(FIRST.replace("二、核销", f"{head}\n二、核销")).rejections


@pytest.mark.parametrize(
    "tail",
    [
        "政策解读：财政部门要开展宣讲，2023年底前覆盖全部窗口。\n责任分工：省财政厅牵头。",
        "（二）政策宣传\n相关政策：鼓励各地加大宣传。\n关联政策\n附件\n1．票据清单\n2．窗口安排表",
        "相关政策\n窗口可以享受优惠，省财政厅统筹资金。\n相关信息：\n一、补贴标准\n每张票据补贴5元；",
        "政策解读：支持各地组织宣讲",
        "政策解读：围绕《票据办法》开展宣讲，2023年底前覆盖全部窗口。",
        "政策解读：" + "《" * 50_000 + "票据。",
    ],
)
def test_text_behind_a_label_that_could_head_links_is_no_link(tail: str) -> None:
    assert not parted(f"{ISSUED}\n{tail}").rejections


@pytest.mark.parametrize("text", ["正文：\n", "正文："])
@pytest.mark.parametrize(
    "fields",
    ["文号：苏财综〔2023〕901号\n发文机关：省财政厅", "链接：https://example.org/1\n文号：苏财综〔2023〕901号"],
)
@pytest.mark.parametrize("label", ["标题：", "文件名称："])
def test_a_dump_labels_titles_and_texts(label: str, fields: str, text: str) -> None:
    title, _, rest = FIRST.split("\n", 2)
    one = f"{label}{title}\n{fields}\n成文日期：2023-09-01\n{text}{rest}\n"
    other = one.replace("901", "902").replace("规范票据的通知", "核销票据的通知")
    found = parted(f"{one}---\n{other}")
    for part, number, name in zip(found.parts, ("901", "902"), ("规范", "核销"), strict=True):
        read = structure(part)
        assert (read.title, read.doc_number, read.addressees) == (
            f"江苏省财政厅关于{name}票据的通知",
            f"苏财综〔2023〕{number}号",
            "各市财政局",
        )
    assert not found.rejections


def test_a_sentence_that_begins_like_layout_is_text() -> None:
    tail = "返回的票据由窗口统一核销。"
    assert not parted(FIRST.replace("江苏省财政厅\n2023年9月1日", tail)).rejections


@pytest.mark.parametrize(
    "label",
    [
        "发文字号：苏财综〔2023〕907号",
        "索引号：\n0143\n发文字号：\n苏财综〔2023〕907号\n有效性：\n有效",
        "文　号：\n苏财综〔2023〕907号\n名称：",
        "【发布单位】江苏省财政厅\n【发布文号】苏财综〔2023〕907号\n【发布日期】2023-09-02",
        "文　　号：苏财综〔2023〕907号　　发布日期：2023年9月3日",
        "索 引 号：\t0143\n文 件 号：\t苏财综〔2023〕907号",
    ],
)
def test_a_web_page_gives_the_number_that_the_document_lacks(label: str) -> None:
    part = parted(f"{label}\n" + FIRST.replace("苏财综〔2023〕901号\n", "")).parts[0]
    assert part.number is None
    assert part.label == "苏财综〔2023〕907号"


@pytest.mark.parametrize(
    "fields",
    [
        "索引号: 0143/2023-00901 分类:\n名称: {title}\n文号: 苏财综〔2023〕907号 有效性: 有效",
        "名　称：{title}\n文号：苏财综〔2023〕907号　索引号：0143号\n分类：财政",
        "文件标题：{title}\n发文字号：苏财综〔2023〕907号",
    ],
)
def test_fields_between_a_title_and_its_text_may_name_the_title_again(fields: str) -> None:
    title = "江苏省财政厅关于规范票据的通知"
    text = f"{title}\n来源：省财政厅\n{fields.format(title=title)}\n各市财政局：\n现通知如下。\n一、开票。当场开具。"
    (part,) = parted(text).parts
    read = structure(part)
    assert (read.title, read.doc_number, read.addressees) == (title, "苏财综〔2023〕907号", "各市财政局")

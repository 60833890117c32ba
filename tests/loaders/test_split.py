"""Splitting: compilations, carried texts, collections, cut files; every line ends in a part or a rejection."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.structure import structure
from tests.loaders.compiled import ANNOUNCEMENT, DECISION, FIRST, FORWARDED, ISSUED, NOTICE, SECOND, ranges, titles
from tests.loaders.written import cleaned, parted

COMPILATIONS = {
    "two documents": ([FIRST, SECOND], ["江苏省财政厅关于规范票据的通知", "浙江省商务厅关于促进消费的若干意见"]),
    "a notice and the numbered text that it forwards": (
        [NOTICE, FORWARDED],
        ["江苏省财政厅转发财政部关于规范票据的通知", "财政部关于规范票据的通知"],
    ),
    "a notice with the text that it issues is one": ([ISSUED], ["江苏省人民政府办公厅关于印发江苏省驿站方案的通知"]),
    "an issued text and another document": (
        [ISSUED, FIRST],
        ["江苏省人民政府办公厅关于印发江苏省驿站方案的通知", "江苏省财政厅关于规范票据的通知"],
    ),
    "a decision without number": (
        [DECISION, FIRST],
        ["江苏省人民代表大会常务委员会关于促进人才发展的决定", "江苏省财政厅关于规范票据的通知"],
    ),
    "a decision behind another": (
        [FIRST, DECISION],
        ["江苏省财政厅关于规范票据的通知", "江苏省人民代表大会常务委员会关于促进人才发展的决定"],
    ),
    "an announcement": ([FIRST, ANNOUNCEMENT], ["江苏省财政厅关于规范票据的通知", "财政部税务总局公告"]),
    "three with a blank line or none between": (
        [SECOND + "\n\n", ANNOUNCEMENT, FIRST],
        ["浙江省商务厅关于促进消费的若干意见", "财政部税务总局公告", "江苏省财政厅关于规范票据的通知"],
    ),
    "an attachment with a title of its own stays": (
        [FIRST + "\n附件1\n江苏省票据管理办法\n第一条 票据由省统一印制。", SECOND],
        ["江苏省财政厅关于规范票据的通知", "浙江省商务厅关于促进消费的若干意见"],
    ),
    "a title repeated above its document": (
        ["江苏省财政厅关于规范票据的通知\n" + FIRST],
        ["江苏省财政厅关于规范票据的通知"],
    ),
    "a table of titles in front": (
        ["江苏省财政厅关于规范票据的通知\n浙江省商务厅关于促进消费的若干意见\n", FIRST, SECOND],
        ["江苏省财政厅关于规范票据的通知", "浙江省商务厅关于促进消费的若干意见"],
    ),
}


HEADS = {
    "a genre noun in the middle, 的通知 on the next line": (
        "江苏省财政厅关于印发江苏省票据方案\n的通知\n苏财综〔2023〕901号\n现将方案印发给你们。",
        "江苏省财政厅关于印发江苏省票据方案的通知",
    ),
    "a genre noun at a line's end": (
        "江苏省财政厅\n关于进一步落实票据管理办法\n有关问题的通知\n苏财综〔2023〕901号\n现通知如下。",
        "江苏省财政厅关于进一步落实票据管理办法有关问题的通知",
    ),
    "a month below is no part of it": (
        "江苏省财政厅关于规范票据的指导意见\n（2023年4月）\n为了便民，提出本意见。",
        "江苏省财政厅关于规范票据的指导意见",
    ),
    "a line that begins with 和 goes on": (
        "江苏省财政厅关于印发规范票据若干措施\n和任务分工方案的\n通知\n苏财综〔2023〕901号\n现通知如下。",
        "江苏省财政厅关于印发规范票据若干措施和任务分工方案的通知",
    ),
    "a bracket below": ("江苏省票据管理办法\n（试行）\n第一条 为了便民。", "江苏省票据管理办法（试行）"),
    "red head, number, title": (
        "江苏省财政厅文件\n苏财综〔2023〕901号\n江苏省财政厅关于规范票据的通知\n现通知如下。",
        "江苏省财政厅关于规范票据的通知",
    ),
    "a body above a title without verb is no part of it": (
        "江苏省财政厅\n江苏省票据管理办法\n第一条 为了便民。",
        "江苏省票据管理办法",
    ),
    "a body that its line breaks": (
        "国家市场监督\n管理总局关于规范票据的通知\n国市监〔2023〕901号\n现通知如下。",
        "国家市场监督管理总局关于规范票据的通知",
    ),
    "a body named twice": (
        "江苏省财政厅\n江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n现通知如下。",
        "江苏省财政厅关于规范票据的通知",
    ),
    "bodies on two lines": (
        "江苏省财政厅 江苏省商务厅\n江苏省审计厅关于规范票据的通知\n苏财综〔2023〕901号\n现通知如下。",
        "江苏省财政厅江苏省商务厅江苏省审计厅关于规范票据的通知",
    ),
    "a collection's name above": (
        "政策文件选编\n江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n现通知如下。",
        "江苏省财政厅关于规范票据的通知",
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_lines_of_a_title(name: str) -> None:
    text, title = HEADS[name]
    assert titles(parted(text))[-1] == title


def test_titles_of_attached_and_carried_texts_begin_no_document() -> None:
    attached = "附件\n江苏省财政厅关于票据的说明\n票据由省统一印制。"
    quoted = "江苏省财政厅关于票据样式的公告\n2022年8月1日\n样式由省统一印制。"
    assert titles(parted(f"{FIRST}\n{attached}")) == ["江苏省财政厅关于规范票据的通知"]
    assert titles(parted(f"{FIRST}\n{quoted}")) == ["江苏省财政厅关于规范票据的通知"]
    own = "江苏省财政厅关于票据样式的公告\n样式由省统一印制。"
    assert titles(parted(f"{FIRST}\n{own}")) == ["江苏省财政厅关于规范票据的通知", "江苏省财政厅关于票据样式的公告"]


@pytest.mark.parametrize("name", COMPILATIONS)
def test_documents_of_a_compilation(name: str) -> None:
    texts, expected = COMPILATIONS[name]
    assert titles(parted("\n".join(texts))) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([FIRST, SECOND], [(1, 8, "江苏省财政厅关于规范票据的通知"), (9, 16, "浙江省商务厅关于促进消费的若干意见")]),
        (
            ["2023年政策选编\n编者的话。\n", FIRST],
            [(1, 3, "before the first document"), (4, 11, "江苏省财政厅关于规范票据的通知")],
        ),
        (
            ["首页 > 政策\n发布日期：2023年9月2日", FIRST, "打印 关闭\n责任编辑：王某\n"],
            [
                (1, 2, "before the first document"),
                (3, 10, "江苏省财政厅关于规范票据的通知"),
                (11, 12, "web page around the document"),
            ],
        ),
        (["只是一段话，没有标题。"], [(1, 1, "no document in it")]),
        (["江苏省财政厅关于规范票据的通知"], [(1, 1, "a title without its text")]),
        (["", " ", "— 3 —"], [(1, 3, "no document in it")]),
    ],
)
def test_every_line_is_in_a_document_or_rejected_with_a_reason(
    texts: list[str], expected: list[tuple[int, int, str]]
) -> None:
    assert ranges(parted("\n".join(texts))) == expected


@pytest.mark.parametrize(
    ("tail", "last", "rejected"),
    [
        ("\n三、监督。财政部门要对票据的印制、领取、使用的情况进行检查，对违反规定的窗口", 6, (7, 7)),
        (
            "\n三、监督。财政部门进行检查。\n对违反规定的窗口，由上级财政部门责令改正，并在全省范围内通报，情节严重的依法给予",
            6,
            (7, 8),
        ),
        ("\n三、监督。财政部门进行检查。", 7, None),
        ("\n三、监督。财", 6, (7, 7)),
        ("\n三、监督。财政部门依照《票据", 6, (7, 7)),
        ("\n三、监督。财政部门（含派出", 6, (7, 7)),
        ("\n三、监督", 7, None),
        ("\n三、监督。到2011年底，财政部", 6, (7, 7)),
        ("\n三、到2011年底，财政部", 6, (7, 7)),
        ("\n江苏省财政厅\n二○二三年九月一", 7, (8, 8)),
        ("\n三、监督。财政部门进行检查。江苏省财政厅", 7, None),
        ("\n江苏省财政厅\n2023年9月1日", 8, None),
        ("\n抄送：省委办公厅，省人大常委会办公厅，省政协办公厅，省法院，省检察院", 7, None),
        (
            "\n附件1：票据样式\n本样式由省财政厅统一印制，票据的编号由年份，地区和顺序号三部分组成，各窗口领取时",
            8,
            None,
        ),
        ("\n附件：票据的样式，以及填写时需要注意的若干事项，以及各种票据的编号规则和含义", 7, None),
    ],
)
def test_a_document_that_is_cut_off_is_kept_as_far_as_it_is_whole(
    tail: str, last: int, rejected: tuple[int, int] | None
) -> None:
    whole = FIRST.rsplit("\n", 2)[0]
    found = parted(whole + tail)
    assert [part.last_line for part in found.parts] == [last]
    assert [(item.first_line, item.last_line) for item in found.rejections] == ([rejected] if rejected else [])
    assert all("cut off" in item.reason for item in found.rejections)


def test_a_preamble_that_is_cut_off_leaves_no_document() -> None:
    found = parted(
        "江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n为了规范票据的印制、领取和使用，根据有关法律的规定，现将票据的"
    )
    assert not found.parts
    assert [item.reason for item in found.rejections] == ["a title without its text", "cut off in mid-sentence"]


@pytest.mark.parametrize(
    "text", ["", "各市财政局：\n", "各市财政局：\n现就有关事项通知如下：\n", "各市财政局：\n为贯彻《票据管理"]
)
def test_a_document_of_which_only_the_head_is_there_is_none(text: str) -> None:
    found = parted("江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n" + text)
    assert not found.parts
    assert found.rejections[0].reason == "a title without its text"


@pytest.mark.parametrize(
    "ordinals",
    ["1. 2. ", "1、 2、", "一、 二、", "（一） （二）", "(1) (2)", "【1】 【2】", "第一篇 第二篇", "01\u3000 02\u3000"],
)
def test_a_collection_may_number_its_documents(ordinals: str) -> None:
    one, other = ordinals.split(" ", 1)
    issued = ISSUED.replace("\n苏政", "\n发布时间：2023-09-03\n苏政")
    found = parted(f"政策汇编\n第一部分 国家政策\n{one}{FIRST}\n第二部分 地方政策\n{other.strip(' ')}{issued}")
    assert titles(found) == ["江苏省财政厅关于规范票据的通知", "江苏省人民政府办公厅关于印发江苏省驿站方案的通知"]
    assert [part.number.text for part in found.parts if part.number] == ["苏财综〔2023〕901号", "苏政办发〔2023〕905号"]
    assert ranges(found)[0] == (1, 2, "before the first document")
    assert [part.first_line for part in found.parts] == [3, 12]


def test_units_and_lists_of_documents_are_no_numbered_titles() -> None:
    listed = "1．江苏省财政厅关于票据的通知\n苏财综〔2001〕1号\n2．江苏省财政厅关于核销的通知\n苏财综〔2001〕2号"
    told = "1．财政部关于票据的通知（财综〔2001〕1号）\n{0}\n2．江苏省财政厅关于核销的通知（苏财综〔2001〕2号）\n{0}"
    for more in (
        listed,
        told.format("责任单位：省财政厅、省商务厅"),
        told.format("责任单位：\n省财政厅"),
        told.format("主要内容：支持窗口核销。"),
        told.format("支持对象：各类窗口"),
        told.format("省财政厅：负责核销。"),
        told.format("为票据的基本规定").replace("（", "\n（"),
        "三、完善票据管理办法\n各地要完善办法。",
        "三、落实省财政厅关于规范票据的意见\n要求如下：\n1．开票。",
    ):
        assert titles(parted(FIRST.replace("\n江苏省财政厅\n2023", f"\n{more}\n江苏省财政厅\n2023"))) == [
            "江苏省财政厅关于规范票据的通知"
        ]


@pytest.mark.parametrize(
    "head",
    [
        "江苏省财政厅关于规范票据的通知\n（苏财综〔2023〕901号）",
        "江苏省财政厅关于规范票据的通知\n(苏财综〔2023〕901号)",
        "江苏省财政厅关于规范票据的通知（苏财综〔2023〕901号）",
        "江苏省财政厅关于规范票据的通知(苏财综[2023]901号)\n来源：省财政厅",
        "1. 江苏省财政厅关于规范票据的通知（苏财综〔2023〕901号）",
        "江苏省财政厅关于规范票据的通知\n发文字号苏财综〔2023〕901号",
    ],
)
def test_a_number_may_stand_in_brackets_under_or_behind_the_title(head: str) -> None:
    text = f"{head}\n{FIRST.split(chr(10), 2)[2]}"
    for part in (parted(text).parts[0], parted(f"{SECOND}\n\n{text}").parts[1]):
        found = structure(part)
        assert (found.title, found.doc_number, found.addressees) == (
            "江苏省财政厅关于规范票据的通知",
            "苏财综〔2023〕901号",
            "各市财政局",
        )


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("3. 江苏省财政厅关于规范票据的\n若干意见\n苏财综〔2023〕908号", None),
        ("3. 江苏省财政厅\n关于规范票据的\n若干意见\n苏财综〔2023〕908号", None),
        ("4.江苏省财政厅\n关于规范票据的若干意见\n（2023年3月28日）\n苏财综〔2023〕908号", date(2023, 3, 28)),
        ("江苏省财政厅关于规范票据的若干意见\n（2023年3月28日）\n苏财综〔2023〕908号", date(2023, 3, 28)),
        ("江苏省财政厅关于规范票据的若干意见\n（苏财综〔2023〕908号）", None),
        ("江苏省财政厅关于规范票据的若干意见\n2023年3月28日 苏财综〔2023〕908号", date(2023, 3, 28)),
        ("江苏省财政厅关于规范票据的若干意见\n2023年3月28日\n苏财综〔2023〕908号", date(2023, 3, 28)),
        ("江苏省财政厅关于规范票据的若干意见\n苏财综〔2023〕908号 2023年3月28日", date(2023, 3, 28)),
    ],
)
def test_numbers_and_days_below_titles_of_a_collection(head: str, day: date | None) -> None:
    text = f"{head}\n为规范票据，提出本意见。\n一、开票。窗口当场开具。"
    for part in (parted(text).parts[0], parted(f"{FIRST}\n{text}\n{SECOND}").parts[1]):
        found = structure(part)
        assert (found.title, found.doc_number, found.issued_on) == (
            "江苏省财政厅关于规范票据的若干意见",
            "苏财综〔2023〕908号",
            day,
        )


def test_the_mark_of_a_sample_is_no_part_of_it_and_marks_all_documents() -> None:
    found = parted(f"示例摘要，非原文\n\n{FIRST}\n{SECOND}")
    assert [part.sample for part in found.parts] == [True, True]
    assert found.parts[0].first_line == 1
    assert "示例" not in found.parts[0].blocks[0].text
    assert not parted(FIRST).parts[0].sample


def test_the_printed_form_names_lines_numbers_titles_and_reasons() -> None:
    printed = str(parted(f"编者的话。\n{FIRST}\n{DECISION}")).splitlines()
    assert printed == [
        "2-9\t苏财综〔2023〕901号\t江苏省财政厅关于规范票据的通知",
        "10-14\t-\t江苏省人民代表大会常务委员会关于促进人才发展的决定",
        "1-1\trejected\tbefore the first document",
    ]


def test_a_part_knows_its_span() -> None:
    part = parted(FIRST).parts[0]
    source = cleaned(FIRST).text
    assert source[part.start : part.end] == source


_DOCUMENTS = [FIRST, SECOND, NOTICE, FORWARDED, ISSUED, DECISION, ANNOUNCEMENT, "编者的话。", "打印 关闭", "— 3 —", ""]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_DOCUMENTS), max_size=8), st.integers(0, 200))
def test_every_line_is_accounted_for_once(texts: list[str], cut: int) -> None:
    source = "\n".join(texts)
    source = source[: len(source) - cut]
    found = parted(source)
    lines = cleaned(source).raw.lines
    taken = [line for first, last, _ in ranges(found) for line in range(first, last + 1)]
    assert taken == [line.number for line in lines] or not source.strip()

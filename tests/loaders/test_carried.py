"""Carried texts and attachments; every sentence is ours."""

from __future__ import annotations

import pytest

from tests.loaders.structured import document, headings

NOTICE = """江苏省人民政府办公厅关于印发江苏省驿站建设方案的通知
苏政办发〔2022〕901号
各市人民政府：
《江苏省驿站建设方案》已经省政府同意，现印发给你们，请认真实施。
江苏省人民政府办公厅
2022年9月1日
"""
PLAN = "为了建设驿站，制定本方案。\n一、合理布局。十五分钟可达。\n二、统一标识。全省一个样。"


@pytest.mark.parametrize(
    "title",
    [
        "江苏省驿站建设方案",
        "附件\n江苏省驿站建设方案",
        "江苏省驿站\n建设方案",
        "（此件公开发布）\n江苏省驿站建设方案",
        "附件：\n江苏省驿站建设的方案",
        "《江苏省驿站建设方案》",
    ],
)
def test_the_issued_text_is_found_by_its_title(title: str) -> None:
    found = document(f"{NOTICE}{title}\n{PLAN}")
    assert found.issued_title == "江苏省驿站建设方案"
    assert found.issued_kind == "方案"
    assert [item.path for item in found.provisions] == ["preamble", "附/preamble", "一", "二"]
    assert found.provisions[1].text == "为了建设驿站，制定本方案。"


def test_a_notice_with_units_of_its_own_keeps_them_and_the_carried_ones_get_a_prefix() -> None:
    found = document(
        NOTICE.replace("请认真实施。", "请认真实施。\n一、加强领导。分管领导负责。\n二、按月通报。每月一次。")
        + "江苏省驿站建设方案\n"
        + PLAN
    )
    assert headings(found) == {
        "一": "加强领导",
        "二": "按月通报",
        "附/一": "合理布局",
        "附/二": "统一标识",
    }


def test_a_second_attachment_has_its_own_prefix() -> None:
    found = document(
        f"{NOTICE}附件1\n江苏省驿站建设方案\n{PLAN}\n附件2\n江苏省驿站评价办法\n一、按季评价。由省政务办组织。\n二、公布结果。在网上公布。"
    )
    assert list(headings(found)) == ["一", "二", "附2/一", "附2/二"]
    assert [item.parent for item in found.provisions] == [None] * len(found.provisions)


@pytest.mark.parametrize(
    ("labels", "prefixes"),
    [
        (["附件1", "附件2"], ["附1", "附2"]),
        (["附件一：", "附件二："], ["附1", "附2"]),
        (["附件2", "附件3"], ["附2", "附3"]),
        (["附件"], ["附2"]),
        (["附件1", "附件1"], ["附1", "附3"]),
        (["附件3", "附件3"], ["附2", "附3"]),
    ],
)
def test_attachments_behind_a_carried_text_have_their_printed_numbers(labels: list[str], prefixes: list[str]) -> None:
    attached = "".join(f"{label}\n江苏省驿站评价办法\n一、按季评价。由省政务办组织。\n" for label in labels)
    found = document(f"{NOTICE}江苏省驿站建设方案\n{PLAN}\n{attached}")
    assert list(headings(found)) == ["一", "二", *(f"{prefix}/一" for prefix in prefixes)]


def test_parents_of_a_carried_unit_carry_the_prefix() -> None:
    notice = NOTICE.replace("请认真实施。", "请认真实施。\n一、加强领导。分管领导负责。")
    found = document(f"{notice}江苏省驿站建设方案\n一、布局\n（一）城区。十五分钟可达。")
    assert [(item.path, item.parent) for item in found.provisions[-2:]] == [("附/一", None), ("附/一/（一）", "附/一")]


def test_a_table_of_contents_is_no_text() -> None:
    contents = "目 录\n第一章 总则\n第二章 布局\n"
    text = "第一章 总则\n第一条 驿站为群众服务。\n第二章 布局\n第二条 十五分钟可达。"
    found = document(f"{NOTICE}江苏省驿站建设方案\n{contents}{text}")
    assert list(headings(found)) == ["第一章", "第一章/第一条", "第二章", "第二章/第二条"]


def test_a_table_of_contents_without_a_text_behind_it_stays() -> None:
    found = document(f"{NOTICE}江苏省驿站建设方案\n目 录\n第一章 总则\n第二章 布局")
    assert list(headings(found)) == ["第一章", "第二章"]


def test_an_adoption_or_number_under_the_carried_title_is_no_text() -> None:
    found = document(f"{NOTICE}江苏省驿站建设方案\n（2022年8月1日省政府常务会议通过）\n{PLAN}")
    assert found.provisions[1].text == "为了建设驿站，制定本方案。"


ATTACHMENTS = {
    "one without number": ("附件：驿站名录", ["驿站名录"]),
    "numbered, one a line": ("附件：1. 驿站名录\n2. 标识样式\n3. 评价表", ["驿站名录", "标识样式", "评价表"]),
    "numbered with full-width stops": ("附件：1．驿站名录\n2．标识样式", ["驿站名录", "标识样式"]),
    "a year behind the number": ("附件：1. 2020年驿站名录\n2. 2020年标识样式", ["2020年驿站名录", "2020年标识样式"]),
    "years behind the number": ("附件：1.2014—2016年驿站名录\n2.标识样式", ["2014—2016年驿站名录", "标识样式"]),
    "numbered on one line": ("附件：1.驿站名录2.标识样式表3.评价办法", ["驿站名录", "标识样式表", "评价办法"]),
    "one label each": ("附件1：驿站名录\n附件2：标识样式", ["驿站名录", "标识样式"]),
    "label with a Chinese numeral": ("附件一：驿站名录\n附件二：标识样式", ["驿站名录", "标识样式"]),
    "a closing mark": ("附件：驿站名录。", ["驿站名录"]),
    "a year inside": ("附件：2022年驿站建设任务表", ["2022年驿站建设任务表"]),
    "a decimal inside": ("附件：驿站3.0版标准", ["驿站3.0版标准"]),
    "a section's number inside": ("附件：1.驿站标准第2.章2.名录", ["驿站标准第2.章", "名录"]),
    "a remark in front": ("（此件公开发布）\n附件：驿站名录", ["驿站名录"]),
    "none": ("", []),
    "names of files": ("附件：1. 驿站名录.doc\n2. 标识样式.PDF", ["驿站名录", "标识样式"]),
    "names of files on one line": ("附件：1.驿站名录.docx2.标识样式.xls", ["驿站名录", "标识样式"]),
    "a list under its label": ("附件：\n1. 驿站名录\n2. 标识样式", ["驿站名录", "标识样式"]),
    "names of files under their label": ("附件：\n1. 驿站名录.docx\n2. 标识样式.pdf", ["驿站名录", "标识样式"]),
    "one file under its label": ("附件\n驿站名录.docx", ["驿站名录"]),
    "附 alone": ("附：驿站名录", ["驿站名录"]),
}


@pytest.mark.parametrize("name", ATTACHMENTS)
def test_attachments_are_listed_behind_the_text(name: str) -> None:
    listed, expected = ATTACHMENTS[name]
    text = "关于建设驿站的通知\n苏民〔2022〕902号\n各市：\n一、布局。十五分钟可达。\n二、标识。全省一个样。"
    text += f"\n{listed}\n江苏省民政厅\n2022年9月1日"
    found = document(text.replace("\n\n", "\n"))
    assert list(found.attachments) == expected
    assert found.issued_on is not None
    assert list(headings(found)) == ["一", "二"]


@pytest.mark.parametrize("listed", ["附件：1.驿站名录\n2.标识样式", "附件：\n1. 驿站名录.docx\n2. 标识样式.pdf"])
def test_attachments_listed_behind_the_signature(listed: str) -> None:
    found = document(
        f"关于建设驿站的通知\n苏民〔2022〕902号\n各市：\n一、布局。十五分钟可达。\n江苏省民政厅\n2022年9月1日\n{listed}"
    )
    assert list(found.attachments) == ["驿站名录", "标识样式"]
    assert list(headings(found)) == ["一"]


def test_an_attachment_listed_behind_the_issued_text_with_its_own_text_below() -> None:
    found = document(
        f"{NOTICE}江苏省驿站建设方案\n{PLAN}\n附件：驿站任务清单\n驿站任务清单\n1．建设驿站。\n2．评价驿站。"
    )
    assert found.attachments == ("驿站任务清单",)
    assert list(headings(found)) == ["一", "二", "1", "2"]


def test_the_text_of_an_attachment_is_no_title_of_one() -> None:
    found = document(
        "关于建设驿站的通知\n苏民〔2022〕902号\n各市：\n一、布局。十五分钟可达。\n江苏省民政厅\n2022年9月1日\n附件\n驿站评价办法\n"
        "第一条 按季评价。\n第二条 公布结果。"
    )
    assert found.attachments == ()
    assert list(headings(found)) == ["一", "第一条", "第二条"]


def test_an_attachment_labelled_on_its_title_line_is_a_text() -> None:
    found = document(
        "关于建设驿站的通知\n苏民〔2022〕902号\n各市：\n一、布局。十五分钟可达。\n江苏省民政厅\n2022年9月1日\n附件：驿站评价办法\n"
        "第一条 按季评价。\n第二条 公布结果。"
    )
    assert list(headings(found)) == ["一", "第一条", "第二条"]


@pytest.mark.parametrize(
    ("behind", "listed"),
    [
        ("附件：1.驿站名录\n2.标识样式\n（此件公开发布）", ("驿站名录", "标识样式")),
        ("附件：驿站名录\n附件：标识样式", ("驿站名录", "标识样式")),
        ("附件：驿站建设和管理工作\n任务分解表", ("驿站建设和管理工作任务分解表",)),
        ("附件：驿站名录\n标识样式", ("驿站名录", "标识样式")),
        ("附：1．驿站名录\n2．标识样式\n附1\n驿站名录\n苏州驿站。\n附2\n标识样式", ("驿站名录", "标识样式")),
        ("附件：驿站名录\n一、苏州。", ("驿站名录",)),
        ("附件：驿站名录\n2022年9月1日", ("驿站名录",)),
        ("附件：1.驿站名录\n2.标识样式\n（以上附件从略）", ("驿站名录", "标识样式")),
        ("附件：驿站任务分解表\n（省民政厅基层处提供）", ("驿站任务分解表",)),
        ("附件：1.驿站台账表\n（按季填写）\n2.标识样式", ("驿站台账表", "标识样式")),
        ("附件：驿站建设和管理规范\n（试行）", ("驿站建设和管理规范（试行）",)),
    ],
)
def test_a_list_of_attachments_ends_where_another_form_begins(behind: str, listed: tuple[str, ...]) -> None:
    text = "关于建设驿站的通知\n苏民〔2022〕902号\n各市：\n一、布局。十五分钟可达。\n江苏省民政厅\n2022年9月1日\n"
    assert document(text + behind).attachments == listed


def test_a_sentence_between_text_and_list_means_that_there_is_none() -> None:
    text = "关于建设驿站的通知\n苏民〔2022〕902号\n各市：\n一、布局。十五分钟可达。\n江苏省民政厅\n2022年9月1日\n"
    assert document(f"{text}驿站由县统一管理。\n附件：驿站名录").attachments == ()


@pytest.mark.parametrize(
    ("title", "said", "printed", "issued"),
    [
        ("关于印发驿站细则的通知（摘要）", "现印发驿站细则。", "", "驿站细则"),
        ("关于印发驿站若干措施的通知（节选）", "现印发给你们。", "", "驿站若干措施"),
        ("关于印发驿站细则（试行）的通知", "现印发给你们。", "", "驿站细则（试行）"),
        ("关于印发驿站细则的通知", "我们制定了《江苏省驿站细则》，现印发给你们。", "", "江苏省驿站细则"),
        ("关于印发驿站细则的通知", "现印发给你们。", "江苏省驿站细则\n一、布局。十五分钟可达。", "江苏省驿站细则"),
        ("关于印发驿站细则的通知", "根据《江苏省驿站细则》，现印发给你们。", "", "驿站细则"),  # of the place above
        ("关于印发驿站细则的通知", "我们制定了《城乡驿站细则》。", "", "驿站细则"),  # no place
    ],
)
def test_the_issued_title_is_the_texts_own(title: str, said: str, printed: str, issued: str) -> None:
    head = f"江苏省交通运输厅{title}\n苏交〔2023〕901号\n各市交通运输局：\n"
    assert document(f"{head}{said}\n江苏省交通运输厅\n2023年9月1日\n{printed}").issued_title == issued

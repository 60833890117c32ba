"""Whole documents: what the parts of a document become in its record."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract import check_quotes
from tests.loaders.structured import document, documents, headings
from tests.loaders.written import parted

NOTICE = """江苏省财政厅 江苏省商务厅关于规范票据的通知
苏财综〔2023〕901号
各市财政局、商务局：
为了规范票据，现将有关事项通知如下。
一、票据管理
（一）开票。窗口当场开具。
（二）核销。每月核销一次。
二、监督检查。财政部门按年检查。
本通知自印发之日起施行。
附件：票据样式
江苏省财政厅 江苏省商务厅
2023年9月1日
（此件公开发布）"""


def test_the_head_of_a_document() -> None:
    found = document(NOTICE)
    assert found.doc_number == "苏财综〔2023〕901号"
    assert found.title == "江苏省财政厅江苏省商务厅关于规范票据的通知"
    assert (found.kind, found.issued_title, found.issued_kind) == ("通知", None, None)
    assert [issuer.name for issuer in found.issuers] == ["江苏省财政厅", "江苏省商务厅"]
    assert all(issuer.body.known for issuer in found.issuers)
    assert (found.level, found.issued_on, found.year) == ("province_dept", date(2023, 9, 1), 2023)
    assert found.addressees == "各市财政局、商务局"
    assert found.attachments == ("票据样式",)
    assert (found.source.first_line, found.source.last_line, found.source.file) == (1, 13, "own.txt")


def test_provisions_in_order_with_parents_and_their_own_text() -> None:
    found = document(NOTICE)
    assert [(item.path, item.parent, item.has_own_text) for item in found.provisions] == [
        ("preamble", None, True),
        ("一", None, False),
        ("一/（一）", "一", True),
        ("一/（二）", "一", True),
        ("二", None, True),
        ("closing", None, True),
    ]
    assert [item.position for item in found.provisions] == list(range(6))
    assert found.provisions[0].text == "为了规范票据，现将有关事项通知如下。"
    assert found.provisions[2].text == "（一）开票。窗口当场开具。"
    assert found.provisions[5].text == "本通知自印发之日起施行。"


def test_evidence_quotes_the_heading_or_the_first_sentence() -> None:
    found = document(
        NOTICE.replace("（二）核销。每月核销一次。", "（二）凡在月内开具的票据，窗口应当每月核销一次。逾期的说明原因。")
    )
    quotes = [(item.evidence.quote, item.evidence.rule) for item in found.provisions]
    assert quotes == [
        ("为了规范票据，现将有关事项通知如下。", "section.first_sentence"),
        ("票据管理", "unit.heading"),
        ("开票", "unit.heading"),
        ("凡在月内开具的票据，窗口应当每月核销一次。", "unit.first_sentence"),
        ("监督检查", "unit.heading"),
        ("本通知自印发之日起施行。", "section.first_sentence"),
    ]
    assert check_quotes(found) == 6


def test_offsets_are_those_of_the_document_s_own_text_in_a_compilation() -> None:
    first, second = documents(f"{NOTICE}\n{NOTICE.replace('901', '902')}")
    assert first.text.replace("901", "902") == second.text
    for item in second.provisions:
        assert second.text[item.start : item.end] == item.text


@pytest.mark.parametrize(
    ("title", "text", "issued"),
    [
        (
            "江苏省财政厅关于印发江苏省票据方案的通知",
            "现将《关于江苏省票据的方案》印发给你们。",
            "关于江苏省票据的方案",
        ),
        ("江苏省财政厅关于印发江苏省票据方案的通知", "现将方案印发给你们。", "江苏省票据方案"),
        ("江苏省财政厅关于规范票据的通知", "现将《江苏省票据方案》的要求通知如下。", None),
        (
            "江苏省财政厅关于转发审计厅等部门江苏省票据方案的通知",
            "审计厅、商务厅《江苏省票据方案》已经同意，现转发你们。",
            "江苏省票据方案",
        ),
        ("江苏省财政厅转发省审计厅江苏省票据方案的通知", "现将方案转发给你们。", "江苏省票据方案"),
    ],
)
def test_the_title_of_the_issued_text(title: str, text: str, issued: str | None) -> None:
    found = document(
        f"{title}\n苏财综〔2023〕901号\n各市：\n{text}\n江苏省财政厅\n2023年9月1日\n江苏省票据方案\n一、开票。当场开具。"
    )
    assert found.issued_title == issued


def test_an_order_carries_the_text_that_it_names_and_prints() -> None:
    found = document(
        "江苏省人民政府令\n第17号\n《江苏省票据管理办法》已经省政府常务会议通过，现予公布。\n省长 王某\n2023年9月1日\n"
        "江苏省票据管理办法\n"
        "第一条 为了规范票据，制定本办法。\n第二条 窗口当场开具。"
    )
    assert found.doc_number == "江苏省人民政府令第17号"
    assert found.issued_title == "江苏省票据管理办法"
    assert [item.path for item in found.provisions] == ["preamble", "第一条", "第二条"]


def test_a_decision_has_the_congress_and_the_day_of_its_adoption() -> None:
    found = document(
        "关于促进人才发展的决定\n（2023年7月29日江苏省第十四届人民代表大会常务委员会第四次会议通过）\n"
        "为了促进人才发展，作出本决定。\n一、支持人才流动。"
    )
    assert [issuer.name for issuer in found.issuers] == ["江苏省人民代表大会常务委员会"]
    assert found.issued_on == date(2023, 7, 29)
    assert found.doc_number is None


def test_the_year_is_that_of_the_number_where_no_date_is_printed() -> None:
    text = "江苏省财政厅关于规范票据的通知\n{}现通知如下。\n一、开票。当场开具。"
    assert document(text.format("苏财综〔2019〕901号\n")).year == 2019
    assert document(text.format("")).year is None


def test_addressees_that_share_a_paragraph_with_the_text() -> None:
    found = document(
        "江苏省财政厅关于规范票据的通知\n苏财综〔2019〕901号\n各市财政局：现通知如下。\n一、开票。当场开具。"
    )
    assert found.addressees == "各市财政局"
    assert found.provisions[0].text == "现通知如下。"


def test_a_document_without_units_is_its_preamble() -> None:
    found = document(
        "江苏省财政厅关于规范票据的通知\n苏财综〔2019〕901号\n各市：\n请按月核销。\n逾期的说明原因。\n江苏省财政厅\n2019年9月1日"
    )
    assert [(item.path, item.text) for item in found.provisions] == [("preamble", "请按月核销。\n逾期的说明原因。")]


def test_samples_mark_their_documents() -> None:
    assert document(f"示例摘要，非原文\n\n{NOTICE}").sample
    assert not document(NOTICE).sample
    assert len(parted(NOTICE).parts) == 1


def test_half_width_punctuation_is_read_as_full_width_and_kept_as_printed() -> None:
    found = document(
        "江苏省财政厅关于规范票据的通知\n苏财综[2023]901号\n各市财政局,省级各部门:\n为规范票据,现通知如下.\n"
        "一、重点任务\n(一)规范开票,方便群众.窗口当场开具.(省财政厅负责)\n(二)按月核销.每月核销一次.\n"
        "江苏省财政厅\n2023年9月1日"
    )
    assert (found.title, found.addressees) == ("江苏省财政厅关于规范票据的通知", "各市财政局,省级各部门")
    assert headings(found) == {"一": "重点任务", "一/(一)": "规范开票,方便群众", "一/(二)": "按月核销"}
    assert "为规范票据,现通知如下." in found.text


@pytest.mark.parametrize(
    ("below", "signed", "day"),
    [
        ("（赣府发〔2020〕901号　2020年4月20日）", "", date(2020, 4, 20)),
        ("（2020年4月20日　赣府发〔2020〕901号）", "", date(2020, 4, 20)),
        ("赣府发〔2020〕901号　2020年4月20日", "", date(2020, 4, 20)),
        ("赣府发〔2020〕901号\n2020年4月20日", "", date(2020, 4, 20)),
        ("赣府发〔2020〕901号\n2020年4月25日", "\n江西省人民政府\n2020年4月20日", date(2020, 4, 20)),  # a page's
        ("（赣府发〔2020〕901号）", "", None),
        ("赣府发〔2020〕901号", "\n2020年4月20日", date(2020, 4, 20)),
    ],
)
def test_a_day_beside_the_number_dates_a_document_that_is_not_signed(below: str, signed: str, day: date | None) -> None:
    title = "江西省人民政府关于建设驿站的意见"
    found = document(f"{title}\n{below}\n各市、县（区）人民政府：\n提出以下意见。\n一、布局。十五分钟可达。{signed}")
    assert (found.title, found.doc_number, found.issued_on) == (title, "赣府发〔2020〕901号", day)
    assert found.addressees == "各市、县（区）人民政府"


def test_a_day_behind_a_bracketed_number_is_no_head_in_a_list_of_documents() -> None:
    notice = "江西省人民政府关于清理文件的通知\n赣府发〔2021〕901号\n现将废止的文件公布如下。\n"
    listed = [
        f"江西省人民政府关于建设{what}的意见\n（赣府发〔2020〕90{count}号　2020年4月20日）\n"
        for count, what in enumerate(("驿站", "绿道"), 2)
    ]
    assert document(notice + "".join(listed)).doc_number == "赣府发〔2021〕901号"

"""Where heads print their numbers: under, above and beside the title, in brackets, as the title itself."""

from __future__ import annotations

import pytest

from tests.loaders.compiled import FIRST
from tests.loaders.structured import document, documents

UNITS = "一、开票。窗口当场开具。\n二、核销。每月核销一次。"


@pytest.mark.parametrize(
    ("title", "below", "number"),
    [
        (
            "财政部 税务总局关于规范票据的公告",
            "（财政部 税务总局公告2020年第915号）",
            "财政部 税务总局公告2020年第915号",
        ),
        ("市场监管总局关于规范票据的公告", "（2020年第918号）", "市场监管总局公告2020年第918号"),
        ("市场监管总局关于规范票据的公告", "2020年第918号", "市场监管总局公告2020年第918号"),
        ("农业农村部关于规范票据的公告", "第918号", "农业农村部公告第918号"),
        ("关于规范票据的若干措施", "（鄂财综规〔2020〕912号）", "鄂财综规〔2020〕912号"),
        ("市场监管总局关于规范票据的公告", "（2020年修订）", None),
        ("市场监管总局关于规范票据的意见", "（2020年第918号）", None),
    ],
)
def test_a_number_below_a_title_and_no_addressees(title: str, below: str, number: str | None) -> None:
    assert document(f"{title}\n{below}\n{UNITS}").doc_number == number


def test_a_bracketed_number_behind_another_document_begins_one_above_its_first_unit() -> None:
    found = documents(f"{FIRST}\n关于规范票据的若干措施\n（苏财综〔2023〕912号）\n{UNITS}")
    assert [item.doc_number for item in found] == ["苏财综〔2023〕901号", "苏财综〔2023〕912号"]
    listed = "关于规范票据的若干措施\n（苏财综〔2023〕912号）\n二、商务类\n关于消费的若干措施\n（苏商〔2023〕913号）"
    assert len(documents(f"{FIRST}\n{listed}")) == 1


OPENED = "为了规范票据，现就有关事项公告如下："


@pytest.mark.parametrize(
    ("printed", "title", "number", "issuers"),
    [
        (
            "海关总署公告2020年第975号（关于规范票据的公告）",
            "关于规范票据的公告",
            "海关总署公告2020年第975号",
            ["海关总署"],
        ),
        (
            "您的位置：首页 > 海关法规\n海关总署公告2020年第975号（关于规范票据的公告）\n"
            "【法规类型】规范性文件\t【内容类别】综合类\n"
            "【文　　号】公告〔2020〕975号\n【发文机关】海关总署\n【效　　力】[有效]",
            "关于规范票据的公告",
            "海关总署公告2020年第975号",
            ["海关总署"],
        ),
        (
            "海关总署公告2020年第975号（关于规范票据的公告）\n公告〔2020〕975号",
            "关于规范票据的公告",
            "海关总署公告2020年第975号",
            ["海关总署"],
        ),
        (
            "财政部 税务总局公告2021年第915号（关于规范票据的公告）",
            "关于规范票据的公告",
            "财政部 税务总局公告2021年第915号",
            ["财政部", "税务总局"],
        ),
        (
            "海关总署令第954号（中华人民共和国海关票据管理办法）",
            "中华人民共和国海关票据管理办法",
            "海关总署令第954号",
            ["海关总署"],
        ),
        (
            "商务部公告2020年第961号 关于规范票据的公告",
            "关于规范票据的公告",
            "商务部公告2020年第961号",
            ["商务部"],
        ),
        ("商务部公告2020年第961号", "商务部公告", "商务部公告2020年第961号", ["商务部"]),
        (
            "商务部 海关总署公告2020年第961号",
            "商务部海关总署公告",
            "商务部 海关总署公告2020年第961号",
            ["商务部", "海关总署"],
        ),
        ("中国人民银行公告〔2020〕第95号", "中国人民银行公告", "中国人民银行公告〔2020〕第95号", ["中国人民银行"]),
        ("中国人民银行公告\n〔2020〕第95号", "中国人民银行公告", "中国人民银行公告〔2020〕第95号", ["中国人民银行"]),
        (
            "商务部公告2020年第961号\n关于规范\n票据的公告",
            "关于规范票据的公告",
            "商务部公告2020年第961号",
            ["商务部"],
        ),
        (
            "商务部关于规范票据的公告\n商务部公告2020年第961号",
            "商务部关于规范票据的公告",
            "商务部公告2020年第961号",
            ["商务部"],
        ),
        (
            "商务部关于规范票据的公告\n来源：商务部\n商务部公告2020年第961号",
            "商务部关于规范票据的公告",
            "商务部公告2020年第961号",
            ["商务部"],
        ),
        ("部令 第919号\n\n票据管理办法（试行）", "票据管理办法（试行）", None, []),
    ],
)
def test_a_number_that_is_the_title_or_stands_beside_it(
    printed: str, title: str, number: str | None, issuers: list[str]
) -> None:
    found = document(f"{printed}\n{OPENED}\n{UNITS}")
    assert (found.title, found.doc_number, [item.name for item in found.issuers]) == (title, number, issuers)
    assert [item.path for item in found.provisions] == ["preamble", "一", "二"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("公告2020年第961号\n\n关于规范票据的公告", "商务部公告2020年第961号"),
        ("关于规范票据的公告\n（2020年第961号）", "商务部公告2020年第961号"),
        ("关于规范票据的通知\n（2020年第961号）", None),
    ],
)
def test_a_number_of_bodies_that_only_the_signature_names(printed: str, number: str | None) -> None:
    assert document(f"{printed}\n{OPENED}\n{UNITS}\n商务部\n2020年12月1日").doc_number == number


def test_an_order_and_an_announcement_on_one_line_carry_their_text() -> None:
    text = (
        "《票据条例》已经会议通过，现予公布，自2021年1月1日起施行。\n2020年12月1日\n票据条例\n第一条 票据由省统一印制。"
    )
    for title, printed in (("中华人民共和国国务院令", "第952号"), ("湖北省人民代表大会常务委员会公告", "（第952号）")):
        found = document(f"{title}{printed}\n{text}")
        number = f"{title}{printed.strip('（）')}"
        assert (found.title, found.doc_number, found.issued_title) == (title, number, "票据条例")


@pytest.mark.parametrize(
    "lines",
    [
        "海关总署公告2019年第975号（关于监管的公告）\n海关总署公告2018年第976号（关于验放的公告）",  # a list
        "商务部公告2019年第961号",
        "商务部公告2019年第961号\n商务部公告2019年第962号",
        "票据依据\n商务部公告2019年第961号\n按照上述公告执行。",
    ],
)
def test_numbers_of_announcements_inside_a_document_begin_none(lines: str) -> None:
    for before in (FIRST, FIRST.replace("江苏省财政厅\n2023年9月1日", "")):
        (found,) = documents(f"{before.strip()}\n{lines}")
        assert found.doc_number == "苏财综〔2023〕901号"


def test_announcements_behind_each_other_are_documents() -> None:
    one, two = (f"商务部公告2020年第96{count}号\n{OPENED}\n{UNITS}\n商务部\n2020年12月1日" for count in "12")
    assert [item.doc_number for item in documents(f"{one}\n{two}")] == [
        "商务部公告2020年第961号",
        "商务部公告2020年第962号",
    ]


def test_an_order_that_names_its_text_beside_its_number_is_one_document_with_it() -> None:
    made = "《中华人民共和国海关票据管理办法》已经会议通过，现予公布，自2022年1月1日起施行。\n署长 张某\n2021年11月23日"
    text = "中华人民共和国海关票据管理办法\n（2021年11月23日海关总署令第954号公布）\n第一条 票据由海关统一印制。"
    found = document(f"海关总署令第954号（中华人民共和国海关票据管理办法）\n{made}\n{text}")
    assert (found.title, found.doc_number) == ("中华人民共和国海关票据管理办法", "海关总署令第954号")
    assert [item.path for item in found.provisions] == ["preamble", "第一条"]

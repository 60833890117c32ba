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

"""Brackets and fields behind a title that print who answers for the unit; every sentence is ours."""

from __future__ import annotations

import pytest

from loaders.duties import is_duty, title_end
from loaders.find import find
from tests.loaders.structured import document

TITLES = [
    ("建设窗口（责任单位：省政务办、省财政厅）", "建设窗口"),
    ("建设窗口〔牵头单位：省财政厅；配合单位：省审计厅〕", "建设窗口"),
    ("建设窗口（省财政厅牵头）", "建设窗口"),
    ("建设窗口（省财政厅、省审计厅按职责分工负责）", "建设窗口"),
    ("建设窗口（省财政厅会同省审计厅负责）", "建设窗口"),
    ("建设窗口（各市人民政府负责）", "建设窗口"),
    ("建设窗口（省财政厅）", "建设窗口"),
    ("建设窗口（省林业局、各市（区）人民政府）", "建设窗口"),
    ("建设窗口（列首位的为牵头单位，下同）", "建设窗口"),
    ("建设窗口（试行）", "建设窗口（试行）"),
    ("建设窗口（分步实施）", "建设窗口（分步实施）"),
    ("建设窗口（含自助终端，下同）", "建设窗口（含自助终端，下同）"),
    ("落实条例（国务院令第9号）", "落实条例（国务院令第9号）"),
    ("推广做法（财政部试点成果）", "推广做法（财政部试点成果）"),
    ("（省财政厅牵头）", "（省财政厅牵头）"),
    ("建设（省财政厅）窗口", "建设（省财政厅）窗口"),
]


@pytest.mark.parametrize(("title", "plain"), TITLES)
def test_a_title_ends_in_front_of_the_bracket_with_its_bodies(title: str, plain: str) -> None:
    assert title[: title_end(title)] == plain


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("（省财政厅负责）", True),
        ("（责任单位：省财政厅）（配合单位：省审计厅）。", True),
        ("责任单位：省财政厅、省审计厅", True),
        ("牵头单位：省财政厅；配合单位：省审计厅。", True),
        ("（省财政厅负责）窗口要公示。", False),
        ("责任单位：省财政厅。窗口要公示。", False),
        ("完成时限：年底前", False),
        ("（此处略）", False),
        ("窗口要公示。（省财政厅负责）", False),
        ("", False),
    ],
)
def test_paragraphs_that_only_print_duties(paragraph: str, expected: bool) -> None:
    assert is_duty(paragraph) is expected


HEAD = "某省人民政府关于窗口的意见\n某政发〔2021〕9号\n各市人民政府：\n为了便民，提出以下意见。\n"
ITEM = "（一）收件。窗口要当场收件。"
UNITS = [
    (f"一、建设窗口（责任单位：省财政厅）\n{ITEM}", "建设窗口", False, "省财政厅:responsible"),
    (f"一、建设窗口（省财政厅、省审计厅牵头）\n{ITEM}", "建设窗口", False, "省财政厅:lead 省审计厅:lead"),
    (f"一、建设窗口（省财政厅）\n{ITEM}", "建设窗口", False, "省财政厅:responsible"),
    (f"一、建设窗口。（责任单位：省财政厅）\n{ITEM}", "建设窗口", False, "省财政厅:responsible"),
    (f"一、建设窗口\n牵头单位：省财政厅\n{ITEM}", "建设窗口", False, "省财政厅:lead"),
    (f"一、建设窗口。窗口要进乡镇。（省财政厅负责）\n{ITEM}", "建设窗口", True, "省财政厅:responsible"),
    ("一、建设窗口（责任单位：省财政厅）\n窗口要进乡镇。", "建设窗口", True, "省财政厅:responsible"),
    ("一、建设窗口（省财政厅）。窗口要进乡镇。", "建设窗口", True, "省财政厅:responsible"),
    ("一、把窗口开进乡镇（省财政厅负责）。", None, True, "省财政厅:responsible"),
    (f"一、建设窗口（试行）\n{ITEM}", "建设窗口（试行）", False, ""),
]


@pytest.mark.parametrize(("text", "heading", "measure", "bodies"), UNITS)
def test_a_title_with_its_bodies(text: str, heading: str | None, measure: bool, bodies: str) -> None:
    found = find(document(f"{HEAD}{text}\n二、经费。经费由财政安排。"), lambda _: (None, None))
    unit = next(item for item in found.provisions if item.path == "一")
    assert (unit.heading, unit.is_measure, unit.has_own_text) == (heading, measure, measure)
    assert " ".join(f"{item.name}:{item.role}" for item in unit.responsibilities) == bodies

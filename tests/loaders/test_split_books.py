"""Splitting: books of documents, with a table of contents and their name above the titles; every sentence is ours."""

from __future__ import annotations

import pytest

from tests.loaders.compiled import titles
from tests.loaders.written import parted

CONTENTS = ("江南省财政厅关于规范票据的通知", "江南省民政厅关于建设驿站的通知")
BILLS = (
    "江南省财政厅\n江南省商务厅\n关于规范票据的通知\n江财〔2022〕901号\n各市财政局：\n一、要求。票据要规范。\n二、检查。按季检查。\n"
    "江南省财政厅\n江南省商务厅\n2022年9月1日\n"
)
STATIONS = (
    "江南省民政厅关于建设驿站的通知\n江民〔2022〕902号\n各市民政局：\n一、布局。十五分钟可达。\n二、标识。全省一个样。\n"
    "江南省民政厅\n2022年9月2日\n"
)


@pytest.mark.parametrize("between", ["", "\n— 1 —\n"])
@pytest.mark.parametrize("above", ["目　录\n", "江南省惠民政策选编\n（第三辑）\n目 录\n"])
@pytest.mark.parametrize(
    "entry",
    [
        "{title}……{page}",
        "{order}．{title}（江财〔2022〕90{order}号）.......{page}",
        "{order}、{title}（江财〔2022〕90{order}号）……（{page}）",
        "{title} . . . . . . {page}",
        "{title}……\n{page}",
        "{title}……- {page} -",
        "{title}      {page}",
        "{title}（江财〔2022〕90{order}号）\t{page}",
        "{title}\n{page}",
        "{order}.{title}（江财〔2022〕90{order}号）",
    ],
)
def test_a_table_of_contents_is_no_part_of_the_first_title(entry: str, above: str, between: str) -> None:
    lines = [entry.format(order=order, title=title, page=4 * order) for order, title in enumerate(CONTENTS, 1)]
    found = parted(above + "\n".join(lines) + f"\n{between}{BILLS}{STATIONS}")
    assert titles(found) == ["江南省财政厅江南省商务厅关于规范票据的通知", "江南省民政厅关于建设驿站的通知"]


RULES = "票据管理条例\n（2022年9月1日江南省第九届人民代表大会常务委员会第三次会议通过）\n第一条 票据由省统一印制。"


@pytest.mark.parametrize(
    "above", ["江南省法规汇编\n", "江南省法规汇编\n（上册）\n", "江南省人民政府公报 2022·6\n", "财政文件选编\n\n"]
)
def test_the_name_of_the_book_is_no_part_of_the_title(above: str) -> None:
    assert titles(parted(above + RULES)) == ["票据管理条例"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("江南省财政厅关于印发票据政策汇编\n的通知", "江南省财政厅关于印发票据政策汇编的通知"),
        ("江南省财政厅关于印发\n票据政策汇编\n的通知", "江南省财政厅关于印发票据政策汇编的通知"),
        ("江南省\n票据管理条例", "江南省票据管理条例"),
    ],
)
def test_a_title_that_names_a_book_keeps_its_lines(lines: str, title: str) -> None:
    assert titles(parted(f"{lines}\n江财〔2022〕901号\n各市财政局：\n一、要求。票据要规范。\n")) == [title]

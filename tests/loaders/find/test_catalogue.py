"""Rows of a catalogue of documents: read as one reference each, in any order of the columns, and what is no row."""

from __future__ import annotations

import time

import pytest

from loaders.find.references import references
from tests.loaders.elsewhere.read import document
from tests.loaders.find.cited import read

TITLE, NUMBER = "浙江省财政厅关于加强票据管理的通知", "浙财综〔2008〕12号"

ROWS = [
    (f"1{TITLE}2008年5月6日{NUMBER}", TITLE, NUMBER),
    (f"1{TITLE}{NUMBER}2008-05-06", TITLE, NUMBER),
    (f"12. {NUMBER}{TITLE}2008年5月6日", TITLE, NUMBER),
    (f"3{NUMBER}2008.5.6{TITLE}", TITLE, NUMBER),
    (f"42008年5月6日{TITLE}{NUMBER}", TITLE, NUMBER),
    (f"{TITLE}2008年5月6日{NUMBER}", TITLE, NUMBER),
    (f"|5|{TITLE}|{NUMBER}|2008年5月6日|", TITLE, NUMBER),
    (f"6{TITLE}2008年5月6日{NUMBER}第四条、第六条", TITLE, NUMBER),
    (
        "7浙江省财政厅关于印发《彩票资金办法》的通知浙财综〔2009〕3号",
        "浙江省财政厅关于印发《彩票资金办法》的通知",
        "浙财综〔2009〕3号",
    ),
    ("8浙江省财政厅关于出让金的批复浙财综〔2010〕33号", "浙江省财政厅关于出让金的批复", "浙财综〔2010〕33号"),
    (
        "9国家税务总局关于发票的公告国家税务总局公告2012年第40号2012年8月10日",
        "国家税务总局关于发票的公告",
        "国家税务总局公告2012年第40号",
    ),
    ("10浙江省渔业管理办法1990年10月17日浙江省人民政府令第3号", "浙江省渔业管理办法", "浙江省人民政府令第3号"),
    ("11《浙江省渔业管理办法》浙江省人民政府令第3号1990年10月17日", "浙江省渔业管理办法", "浙江省人民政府令第3号"),
    (f"1.落实{TITLE}{NUMBER}", None, NUMBER),
    (f"1.{TITLE}{NUMBER}文件要求", None, NUMBER),
    (f"1.{TITLE}2008年5月6日3{TITLE}{NUMBER}", None, NUMBER),
    (f"{TITLE}{NUMBER}", None, NUMBER),
    (f"1.省财政厅2008年5月6日印发的通知{NUMBER}", None, NUMBER),
    (f"2008年5月6日，省政府转发{NUMBER}", None, NUMBER),
]


@pytest.mark.parametrize(("text", "title", "number"), ROWS)
def test_a_row_is_a_title_with_its_number(text: str, title: str | None, number: str) -> None:
    (item,) = references(text, 0, len(text))
    assert (item.title, item.number) == (title, number)


@pytest.mark.parametrize(
    ("head", "title", "relation"),
    [
        ("废止的规范性文件目录", "浙江省财政厅关于清理文件的通知", "repeals"),
        ("部分条款失效的文件", "浙江省财政厅关于清理文件的通知", "repeals"),
        ("失效文件目录（12件）", "浙江省财政厅关于清理文件的通知", "repeals"),
        ("继续有效的规范性文件目录", "浙江省财政厅关于废止部分文件的通知", "refers"),
        ("拟废止的规范性文件目录", "浙江省财政厅关于清理文件的通知", "refers"),
        ("继续有效规范性文件目录", "浙江省财政厅关于废止部分文件的通知", "refers"),
        ("保留的规范性文件目录", "浙江省财政厅关于废止部分文件的通知", "refers"),
        ("拟废止的规范性文件目录", "浙江省财政厅关于废止部分文件的通知", "refers"),
        ("有效期届满失效的文件目录", "浙江省财政厅关于清理文件的通知", "repeals"),
        ("规范性文件", "浙江省财政厅关于公布废止文件的通知", "repeals"),
        ("规范性文件", "浙江省财政厅关于修改和废止部分文件的通知", "refers"),
        ("规范性文件", "浙江省财政厅关于清理文件的通知", "refers"),
    ],
)
def test_rows_below_the_head_of_a_list_of_repeals_are_repealed(head: str, title: str, relation: str) -> None:
    text = (
        f"附件1\n{head}\n序号标题日期文号\n1{TITLE}2008年5月6日{NUMBER}\n2关于收费的通知2009年1月6日浙财综〔2009〕3号"
    )
    expected = [(TITLE, NUMBER, relation), ("关于收费的通知", "浙财综〔2009〕3号", relation)]
    assert read(text, "附/preamble", title=title) == expected


CELLS = [
    ("序号", "标题", "文号", "日期"),
    ("1", "浙江省财政厅关于加强票据管理的通知", "浙财综〔2008〕12号", "2008年5月6日"),
    ("2", "浙江省财政厅关于印发《彩票资金管理办法》的通知", "浙财综〔2009〕3号", "2009年1月16日"),
    ("3", "浙江省财政厅 浙江省物价局关于停车收费标准的批复", "浙财综〔2010〕33号", "2010年11月1日"),
    ("4", "关于印发车船税征收办法的通知", "浙财税政〔2012〕9号", "2012年2月1日"),
]
NOTICE = """浙江省财政厅关于公布废止文件目录的通知
浙财法〔2021〕5号

各市、县（市、区）财政局：
　　经清理，现将废止的文件目录予以公布。
　　附件：废止的规范性文件目录

浙江省财政厅
2021年3月5日

附件
废止的规范性文件目录
"""


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 1, 3, 2), (0, 2, 1, 3), (0, 2, 3, 1), (0, 1, 2), (1, 2, 3)])
@pytest.mark.parametrize("between", ["\t", "    ", " | "])
def test_a_table_of_repeals_stays_in_its_document_row_by_row(between: str, order: tuple[int, ...]) -> None:
    rows = (between.join(cells[column] for column in order) for cells in CELLS)
    edges = ("| ", " |") if "|" in between else ("", "")
    found = document(NOTICE + "\n".join(row.join(edges) for row in rows))
    repealed = [item for provision in found.provisions for item in provision.citations if item.relation == "repeals"]
    assert [(item.title, item.number) for item in repealed] == [
        (cells[1].replace(" ", ""), cells[2]) for cells in CELLS[1:]
    ]


@pytest.mark.parametrize("became", ["继续有效", "废止", "拟修改", "部分条款失效", "2022年1月1日失效"])
def test_a_row_that_says_what_became_of_the_document_stays_in_its_list(became: str) -> None:
    rows = "\n".join(f"{count}\t{TITLE}\t浙财综〔2008〕{count}号\t{became}" for count in range(1, 5))
    assert document(NOTICE + rows).text.count("浙财综〔2008〕") == 4


def test_rows_take_linear_time() -> None:
    empty = f"{' | ' * 90}{NUMBER}\n"
    for piece in (f"1{TITLE}{NUMBER}2008年5月6日", "1《", "|1", "12008年5月6日", f"1{TITLE}", NUMBER, empty):
        text = piece * 4000
        started = time.perf_counter()
        references(text, 0, len(text))
        assert time.perf_counter() - started < 5

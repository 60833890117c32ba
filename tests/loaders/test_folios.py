"""Page numbers alone on a line of a source without pages, and the heads beside them; every sentence is ours."""

from __future__ import annotations

from time import process_time

import pytest

from loaders.rows import rows
from tests.loaders.written import paragraphs, raw

ROW = "各市要把窗口延伸到乡镇和村，把材料一次收齐，由后台分送有关部门"


def marks(source: str) -> list[int]:
    return [mark.value for mark in rows(raw(source))[1]]


def texts(source: str) -> list[str]:
    return [row.text for row in rows(raw(source))[0]]


def page(*ends: str, rows: int = 12) -> str:
    """A page of running text, with what stands at its foot and the head of the next."""
    return "\n".join([ROW] * rows + list(ends)) + "\n"


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        (page("1") + page("2") + page("3") + page(), [1, 2, 3]),
        (page("", "· 12 ·", "") + page("", "·13·", "") + page("", "• 14 •", "") + page(), [12, 13, 14]),
        (page("１") + page("２") + page("３") + page(), [1, 2, 3]),
        (page(f"{' ' * 30}1") + page(f"{' ' * 30}2") + page(f"{' ' * 30}3") + page(), [1, 2, 3]),  # centred
        (page("1") + page("2"), [1, 2]),  # the second ends the source
        (page("1") + page("2") + page() + page("4") + page(), [1, 2, 4]),  # a page whose number is not printed
        (page("1") + page("2") + page("3", rows=3) + page("4") + page(), [1, 2, 3, 4]),  # a page of few words
        (page("1") + page("2") + page("3") + page("1") + page("2") + page("3"), [1, 2, 3, 1, 2, 3]),
        (page("公布。", "省财政厅", "1", "省商务厅", rows=12) + page("2"), [1, 2]),  # in a signature
        (page("完成时限：2022年底。", "1") + page("2") + page("按季检查。", "3") + page(), [1, 2, 3]),
        (page("— 1 —") + page("2") + page("— 3 —"), [1, 3]),
    ],
)
def test_digits_that_rise_at_the_distance_of_pages_are_their_numbers(source: str, taken: list[int]) -> None:
    assert marks(source) == taken


CELL = "按季检查窗口，公布结果。"


@pytest.mark.parametrize(
    "source",
    [
        page("1") + page(),  # one alone
        page("1") + page("2") + page(),
        page("3") + page("2") + page("1"),
        page("2021") + page("2022") + page("2023"),  # years
        page("1", rows=2) + page("2", rows=2) + page("3", rows=2),  # too close
        page(CELL, "1") + page(CELL, "2") + page(CELL, "3") + page(CELL),  # numbers of sections
        f"序号\n任务\n部门\n1\n{page()}2\n{page()}3\n{page()}",  # a table
        "".join(f"{at}\n{ROW * 9}\n省财政厅、省商务厅、省民政厅、省水利厅\n" for at in range(1, 5)),  # another
        page("1", "16.5") + page("2", "8") + page("3", "30%"),  # columns of figures
        page("1个") + page("2个") + page("3个"),
    ],
)
def test_other_digits_alone_stay(source: str) -> None:
    assert marks(source) == []
    assert len(texts(source)) == len(source.split())


def test_a_page_number_between_two_rows_does_not_part_them() -> None:
    body = ["省财政厅        省商务厅", "", "1", "", "省民政厅", "2022年9月1日"]
    number = ["按照通知（苏财综〔", "2", "2022〕901号）办理。"]
    heading = ["按季公布。", "（二）建设驿站", "3", "1.布局。"]
    found = paragraphs(page(*body) + page(*number) + page(*heading) + page())
    assert "省民政厅" in found
    assert "（二）建设驿站" in found
    assert "1.布局。" in [text[:5] for text in found]
    assert any("按照通知（苏财综〔2022〕901号）办理。" in text for text in found)


ISSUE, HEAD = "山南省人民政府公报　2022·6", "山南省人民政府文件"


@pytest.mark.parametrize(
    "heads",
    [
        [(ISSUE, "31"), (HEAD, "32"), (ISSUE, "33")],
        [("31", ISSUE), ("32", HEAD), ("33", ISSUE)],
        [("— 31 —", ISSUE), ("— 32 —", HEAD), ("— 33 —", "山南省民政厅等文件")],
        [("31", "山南省票据管理条例"), ("32", "山南省票据管理条例"), ("33", "山南省票据管理条例")],
        [("· 31 ·", "票据政策汇编（第三辑）"), ("· 32 ·", "山南省财政厅文件"), ("· 33 ·", "票据政策汇编（第三辑）")],
    ],
)
def test_heads_beside_page_numbers_are_taken_out(heads: list[tuple[str, str]]) -> None:
    source = "山南省票据管理条例\n" + "".join(page(*pair) for pair in heads) + page()
    assert set(texts(source)) == {"山南省票据管理条例", ROW}


GAZETTE = "山南省水利文告"


@pytest.mark.parametrize(
    "heads",
    [
        [
            ("31", f"规范性文件    {GAZETTE}"),
            ("32", f"{GAZETTE}　　2022年第6号（总第9号）"),
            ("33", f"{GAZETTE}  人事"),
        ],
        [(f"规章    {GAZETTE}", "31"), (f"{GAZETTE}    2022年第6号", "32"), (f"{GAZETTE}    人事", "33")],
        [(f"3{at}　{GAZETTE}　2022·6" if at % 2 else f"人事　3{at}",) for at in range(4)],
        [(f"{GAZETTE}    {at}",) for at in range(7, 11)],
    ],
)
def test_running_heads_of_several_parts_are_taken_out(heads: list[tuple[str, ...]]) -> None:
    assert set(texts("".join(page(*head) for head in heads) + page())) == {ROW}


@pytest.mark.parametrize(
    "rows",
    [
        ["甲市水库    省水利厅", "乙市水库    省水利厅", "丙市水库    省水利厅"],  # of a table
        ["重点任务    责任单位"] * 2,
        [f"规范性文件    {GAZETTE}", f"{GAZETTE}    人事"],
    ],
)
def test_rows_of_tables_beside_page_numbers_stay(rows: list[str]) -> None:
    found = texts("".join(page(str(at), row) for at, row in enumerate(rows, 31)) + page())
    assert {"".join(row.split()) for row in rows} <= set(found)


@pytest.mark.parametrize(
    "rows",
    [
        [f"{at}　建设水库{at}　省水利厅" for at in range(1, 5)],
        [f"{at}　甲市建设水库" for at in range(4, 0, -1)],
        [f"{at}　甲市建设水库，完工。" for at in range(1, 5)],
    ],
)
def test_numbered_rows_of_tables_stay(rows: list[str]) -> None:
    assert len(texts("".join(page(row) for row in rows))) == 13 * len(rows)


def test_a_page_number_beside_the_issue_of_a_gazette_needs_no_series() -> None:
    assert texts(f"由省财政\n{ISSUE}\n31\n厅牵头。") == ["由省财政", "厅牵头。"]
    assert texts(f"由省财政\n31\n\f{ISSUE}\n厅牵头。\n32\n\f各市配合。") == ["由省财政", "厅牵头。", "各市配合。"]


@pytest.mark.parametrize(
    "below",
    [
        f"{HEAD}\n山政发〔2022〕901号\n关于建设驿站的通知",  # the red head of a document
        "山南省票据统计公报\n2022年票据增加。",
        "票据管理办法\n第一条 票据由省印制。",
        "票据案例选编\n（一）甲市。",  # the title of an attachment
        "山南省民政厅\n2022年9月1日",
    ],
)
def test_the_beginning_of_a_document_below_a_page_number_stays(below: str) -> None:
    source = page("— 3 —", *below.split("\n"))
    assert texts(source)[-len(below.split("\n")) :] == texts(below)


def test_items_of_a_list_are_no_pages_of_a_source_that_prints_its_own() -> None:
    items = [f"{count}\n{ROW}\n{'建设厂房并购置设备若干台套' * 20}" for count in range(1, 13)]
    pages = ["\n".join(items[first : first + 4]) for first in (0, 4, 8)]
    assert marks("\f".join(f"{page}\n— {count} —\n" for count, page in enumerate(pages, 5))) == [5, 6, 7]


@pytest.mark.parametrize(
    "piece",
    [
        "1\n甲\n", "1\n2\n", "甲\n1\n乙乙乙\n2\n", f"{HEAD}\n— 1 —\n", f"1\n{ROW * 9}\n",
        "".join(f"{count}\n{'各市已经完成任务。' * 35}\n" for count in range(1, 100)),
        "".join(f"{count}\n某省公报如下\n" for count in range(1, 100)),
    ],
)  # fmt: skip
def test_many_digits_take_linear_time(piece: str) -> None:
    def seconds(lines: int) -> float:
        started = process_time()  # other processes do not count
        marks(piece * (lines // piece.count("\n")))
        return process_time() - started

    short, long = (min(seconds(lines) for _ in range(2)) for lines in (1000, 8000))
    assert long < 20 * short + 0.1  # a quadratic reader would take 64 times as long

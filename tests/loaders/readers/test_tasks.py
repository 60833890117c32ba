"""Tables of tasks: each row with what the table's head says of its cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract_file
from loaders.readers.tasks import Span, Table, count
from tests.loaders.readers.test_docx import p, package

HEAD = [["序号"], ["重点任务"], ["牵头单位"], ["责任单位"], ["完成时限"]]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (
            [HEAD, [["1"], ["压减事项"], ["省财政厅"], ["省商务厅", "省税务局"], ["2022年底前"]]],
            ["序号\t重点任务\t牵头单位\t责任单位\t完成时限",
             "1．压减事项。（牵头单位：省财政厅；责任单位：省商务厅、省税务局；完成时限：2022年底前）"],
        ),
        (
            [[["工作内容"], ["责任部门"]], [["优化流程，压缩时限。"], ["市水务局"]], [["公布清单"], ["-"]]],
            ["工作内容\t责任部门", "1．优化流程，压缩时限。（责任部门：市水务局）", "2．公布清单。"],
        ),
        # The first column stands beside two rows, and is printed with the first one.
        (
            [[["类别"], ["任务"], ["责任单位"]], [["环境"], ["治水"], ["省水利厅"]], [["治气"], ["省生态环境厅"]]],
            ["类别\t任务\t责任单位", "1．治水。（责任单位：省水利厅）", "2．治气。（责任单位：省生态环境厅）"],
        ),
        # A row of one cell heads a part of the table; a row without a task is no task.
        (
            [HEAD, [["一、优化环境"]], [["1"], [""], ["省财政厅"], [""], [""]]],
            ["序号\t重点任务\t牵头单位\t责任单位\t完成时限", "一、优化环境", "1\t省财政厅"],
        ),
        ([[["品种"], ["产量"]], [["茶"], ["3"]]], ["品种\t产量", "茶\t3"]),
        ([[["责任单位"], ["电话"]], [["省财政厅"], ["123"]]], ["责任单位\t电话", "省财政厅\t123"]),
    ],
)  # fmt: skip
def test_a_row_is_a_task_with_its_labels(rows: list[list[list[str]]], lines: list[str]) -> None:
    table = Table()
    assert [table.line(row) for row in rows] == lines


WHOLE = Span()
COLUMNS = [["序号"], ["重点任务"], ["具体举措"], ["牵头单位"], ["配合单位"], ["完成时限"]]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        # A task beside two rows, each with a number of its own; bodies and a time limit beside both.
        (
            [
                ([["1"], ["建设基础"], ["新建基站"], ["通信局"], ["各市政府"], ["2024年"]],
                 [WHOLE, Span(down=2), WHOLE, WHOLE, Span(down=2), Span(down=2)]),
                ([["2"], ["建设中心"], ["数据局"]], [WHOLE] * 3),
                ([["3"], ["发展产业"], ["建设基地"], ["工信厅"], [""], ["2025年"]], [WHOLE] * 6),
            ],
            [
                "1．建设基础。新建基站。（牵头单位：通信局；配合单位：各市政府；完成时限：2024年）",
                "2．建设中心。（牵头单位：数据局；配合单位：各市政府；完成时限：2024年）",
                "3．发展产业。建设基地。（牵头单位：工信厅；完成时限：2025年）",
            ],
        ),
        # One cell for leading and other bodies; a heading across the table; a last column without a cell.
        (
            [
                ([["一、产业"]], [Span(across=6)]),
                ([["1"], ["建设基础"], ["新建基站"], ["各市政府"], ["2024年"]],
                 [WHOLE, WHOLE, WHOLE, Span(across=2), WHOLE]),
                ([["2"], ["建设中心。"], ["数据局"], ["统计局"], ["2025年"]],
                 [WHOLE, Span(across=2), WHOLE, WHOLE, WHOLE]),
            ],
            [
                "一、产业",
                "1．建设基础。新建基站。（责任单位：各市政府；完成时限：2024年）",
                "2．建设中心。（牵头单位：数据局；配合单位：统计局；完成时限：2025年）",
            ],
        ),
        # Word writes an empty cell where the one above goes on.
        (
            [
                ([["1"], ["建设基础"], ["新建基站"], ["通信局"], [""], ["2024年"]], [WHOLE] * 6),
                ([["2"], [""], ["建设中心"], [""], [""], ["2025年"]],
                 [WHOLE, Span(goes_on=True), WHOLE, Span(goes_on=True), WHOLE, WHOLE]),
            ],
            [
                "1．建设基础。新建基站。（牵头单位：通信局；完成时限：2024年）",
                "2．建设中心。（牵头单位：通信局；完成时限：2025年）",
            ],
        ),
    ],
)  # fmt: skip
def test_merged_cells_stand_where_the_table_has_them(
    rows: list[tuple[list[list[str]], list[Span]]], lines: list[str]
) -> None:
    table = Table()
    table.line(COLUMNS, [WHOLE] * 6)
    assert [table.line(cells, spans) for cells, spans in rows] == lines


def test_a_long_cell_is_printed_once_however_many_rows_it_stands_beside() -> None:
    table = Table()
    table.line(COLUMNS, [WHOLE] * 6)
    row = [["1"], ["建设" * 300], ["新建基站"], ["通信局"], [""], [""]]
    assert "建设建设" in table.line(row, [WHOLE] * 6)
    below = [["2"], [""], ["建设中心"], ["数据局"], [""], [""]]
    assert table.line(below, [WHOLE, Span(goes_on=True), *[WHOLE] * 4]) == "2．建设中心。（牵头单位：数据局）"


@pytest.mark.parametrize(("value", "columns"), [("2", 2), (" 3 ", 3), ("0", 1), ("", 1), ("两", 1), ("99999", 200)])
def test_a_cell_takes_a_column_at_least_and_no_more_than_a_page_can_have(value: str, columns: int) -> None:
    assert count(value) == columns


def test_a_head_of_two_rows_names_the_columns_of_the_second() -> None:
    table = Table()
    table.line([["序号"], ["任务"], ["责任单位"]], [Span(down=2), Span(down=2), Span(across=2)])
    table.line([["牵头单位"], ["配合单位"]])
    assert table.line([["1"], ["治水"], ["水利厅"], ["财政厅"]]) == "1．治水。（牵头单位：水利厅；配合单位：财政厅）"


TEXT = (
    "河南省人民政府办公厅关于印发优化环境任务分工的通知",
    "豫政办〔2019〕5号",
    "各省辖市人民政府：",
    "现将《优化环境任务分工》印发给你们，请认真落实。",
    "河南省人民政府办公厅",
    "2019年3月2日",
    "优化环境任务分工",
)
ROWS = (
    ("序号", "任务", "牵头单位", "配合单位", "完成时限"),
    ("1", "压减许可事项", "省司法厅", "省财政厅", "2019年6月底前"),
    ("2", "公布办事清单", "省大数据局", "省商务厅", "2019年底前"),
)


def in_word() -> bytes:
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in ROWS)
    return package("".join(map(p, TEXT)) + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>")


def on_a_page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in TEXT)}<table>{rows}</table></body></html>".encode()


@pytest.mark.parametrize(("name", "data"), [("a.docx", in_word()), ("a.html", on_a_page())])
def test_a_table_of_tasks_says_who_answers_by_when(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    (document,) = extract_file(file).documents
    said = {
        item.path: (
            [(fact.name, fact.role) for fact in item.responsibilities],
            [due.text for due in item.deadlines],
        )
        for item in document.provisions
        if item.is_measure
    }
    assert said == {
        "1": ([("省司法厅", "lead"), ("省财政厅", "participant")], ["2019年6月底前"]),
        "2": ([("省大数据局", "lead"), ("省商务厅", "participant")], ["2019年底前"]),
    }

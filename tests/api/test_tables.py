from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import neo4j.time
import pytest
from rich.cells import cell_len
from rich.console import Console

from api.answers import Format, answer
from api.tables import LONGEST, as_csv, as_json, as_table, cell, page, print_table


def _printed(rows: list[dict[str, Any]], columns: list[str], width: int = 80) -> list[str]:
    file = io.StringIO()
    print_table(rows, columns, Console(file=file, width=width))
    return [line.rstrip() for line in file.getvalue().splitlines()]


ROWS = [{"id": "国发[2022]5号", "n": 3, "none": None}, {"id": "abc", "n": 12, "none": None}]


def test_chinese_characters_take_two_columns_and_brackets_stay() -> None:
    assert _printed(ROWS, ["id", "n", "none"]) == [
        "id               n",
        "─" * 18,
        "国发[2022]5号    3",
        "abc             12",
    ]


def test_a_column_that_is_empty_everywhere_is_left_out() -> None:
    assert not any("none" in line for line in _printed(ROWS, ["id", "n", "none"]))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_wide_answer_fits_the_terminal_and_loses_nothing(width: int) -> None:
    row = {f"column{number}": f"第{number}项" * 5 for number in range(8)}
    lines = _printed([row, row], list(row), width)
    assert max(map(cell_len, lines)) <= width
    shown = "".join(line for line in lines).replace(" ", "")
    assert all(value in shown for value in row.values())
    assert all(name in shown for name in row)


def test_a_wide_answer_is_printed_as_records() -> None:
    row = {f"c{number}": "长" * 20 for number in range(6)} | {"empty": None}
    lines = _printed([row, {**row, "c0": None}], list(row), 60)
    assert lines[0] == "c0  " + "长" * 20
    assert sum(line.startswith("c1") for line in lines) == 2
    assert sum(line.startswith("c0") for line in lines) == 1


def test_long_texts_are_cut_in_tables_alone() -> None:
    rows = [{"text": "文" * (LONGEST + 9)}]
    assert cell(rows[0]["text"]) == "文" * LONGEST + "…"
    assert json.loads(as_json(rows)) == rows
    assert next(csv.DictReader(io.StringIO(as_csv(rows, ["text"])))) == rows[0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (1234567, "1234567"),
        (0.123456, "0.1235"),
        (["甲", "乙"], "甲；乙"),
        ([], ""),
        ({"name": "甲", "role": "lead", "none": None}, "name=甲 role=lead"),
        ([{"a": "甲"}, {"a": "乙"}], "a=甲；a=乙"),
        (date(2022, 2, 7), "2022-02-07"),
        (neo4j.time.Date(2022, 2, 7), "2022-02-07"),
        (neo4j.time.DateTime(2022, 2, 7, 1, 2, 3), "2022-02-07T01:02:03.000000000"),
        ("两行\n文字\x1b[31m", "两行 文字 [31m"),
        ({1}, "{1}"),
    ],
)
def test_values_as_one_line_of_a_table(value: object, text: str) -> None:
    assert cell(value) == text


def test_csv_has_every_column_in_order_and_quotes_what_needs_it() -> None:
    rows = [{"b": 'x,"y"', "a": ["甲", "乙"]}, {"a": None}]
    assert as_csv(rows, ["a", "b", "c"]) == 'a,b,c\r\n甲；乙,"x,""y""",\r\n,,\r\n'
    assert as_csv([], ["a"]) == "a\r\n"


def test_json_keeps_chinese_and_writes_dates_as_iso_8601() -> None:
    assert '"题": "国发〔2022〕5号"' in as_json([{"题": "国发〔2022〕5号"}])
    assert json.loads(as_json({"on": neo4j.time.Date(2022, 2, 7), "off": date(2022, 1, 1)})) == {
        "on": "2022-02-07", "off": "2022-01-01",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"page": 3, "printed_page": 1}, "page 3 (printed 1)"),
        ({"page": 3, "printed_page": 3}, "page 3"),
        ({"page": 3, "printed_page": None}, "page 3"),
        ({"page": None, "printed_page": None}, ""),
    ],
)
def test_where_a_fact_is_printed_in_words(row: dict[str, int | None], text: str) -> None:
    assert page(row) == text


def test_a_table_for_people_shows_the_printed_number_beside_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"page": 99, "printed_page": 105}
    answer([row], list(row), Format.TABLE, shown=("page",))
    assert "99 (printed 105)" in capsys.readouterr().out
    answer([row], list(row), Format.CSV, shown=("page",))
    assert "99,105" in capsys.readouterr().out


def test_no_rows_are_a_table_without_columns() -> None:
    assert as_table([], ["a"], 80)

"""Cells: every type there and back, and nothing that a spreadsheet would run."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import neo4j.time
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.values import FORMULA, TYPES, plain
from tests.graph.export.hard import HARD


@pytest.mark.parametrize(
    ("type_", "value", "cell"),
    [
        ("string", "省财政厅", "省财政厅"),
        ("string", "", "'"),
        ("string", "=1+1", "'=1+1"),
        ("string", "'a", "''a"),
        ("string", "＝1", "'＝1"),
        ("integer", -3, -3),
        ("number", 0.1, 0.1),
        ("boolean", True, "true"),
        ("boolean", False, "false"),
        ("date", date(2022, 8, 1), "2022-08-01"),
        ("datetime", datetime(2022, 8, 1, 2, 3, 4, 5, UTC), "2022-08-01T02:03:04.000005+00:00"),
        ("list", ["甲", '"'], '["甲", "\\""]'),
        ("list", [], "[]"),
        ("bytes", b"\x00\xff", "AP8="),
    ],
)
def test_a_value_becomes_a_cell_and_comes_back(type_: str, value: Any, cell: Any) -> None:
    assert TYPES[type_].to_cell(value) == cell
    assert TYPES[type_].from_cell(str(cell)) == value


@given(st.text())
def test_any_text_comes_back_and_is_neither_a_formula_nor_empty(text: str) -> None:
    cell = TYPES["string"].to_cell(text)
    assert isinstance(cell, str)
    assert cell
    assert cell[0] not in FORMULA
    assert TYPES["string"].from_cell(cell) == text


def test_the_hard_texts_begin_in_every_dangerous_way() -> None:
    assert {text[0] for text in HARD if text} >= {"=", "+", "-", "@", "\t", "\r", "＝", "'"}


@pytest.mark.parametrize(
    ("type_", "cell"),
    [("integer", "x"), ("boolean", "yes"), ("date", "2022-13-01"), ("list", "{}"), ("list", "[1]"), ("bytes", "?")],
)
def test_a_cell_that_cannot_be_is_refused(type_: str, cell: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        TYPES[type_].from_cell(cell)


def test_the_drivers_dates_become_pythons_and_times_those_of_utc() -> None:
    assert plain(neo4j.time.Date(2022, 8, 1)) == date(2022, 8, 1)
    east = neo4j.time.DateTime.from_iso_format("2022-08-01T08:00:00.123456789+08:00")
    assert plain(east) == datetime(2022, 8, 1, 0, 0, 0, 123456, UTC)
    assert plain("甲") == "甲"

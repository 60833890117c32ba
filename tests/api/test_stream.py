from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from api import stream
from api.answers import Format, answer

ROWS: list[dict[str, Any]] = [
    {"title": "关于“放管服”的\n意见", "tags": ["a", "b"], "n": 1.5},
    {"title": None, "tags": [], "n": None},
    {"title": 'a "quoted", b', "tags": [{"x": 1}], "n": 3},
]


@pytest.mark.parametrize("form", Format)
def test_a_stream_prints_what_an_answer_prints(form: Format, capsys: pytest.CaptureFixture[str]) -> None:
    columns = list(ROWS[0])
    answer(ROWS, columns, form)
    whole = capsys.readouterr().out
    assert stream.stream(iter(ROWS), columns, form) == 3
    assert capsys.readouterr().out == whole


def test_an_answer_without_rows_is_whole_too(capsys: pytest.CaptureFixture[str]) -> None:
    printed = {}
    for form in Format:
        assert stream.stream([], ["a", "b"], form) == 0
        printed[form] = capsys.readouterr().out.splitlines()
    assert printed == {Format.JSON: ["[]"], Format.CSV: ["a,b"], Format.TABLE: []}


def test_a_table_longer_than_a_page_goes_on_in_the_next_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(stream, "PAGE", 2)
    assert stream.stream(({"n": n} for n in range(5)), ["n"], Format.TABLE) == 5
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if line and not line.startswith("─")] == ["n", "0", "1", "n", "2", "3", "n", "4"]


@pytest.mark.parametrize("form", Format)
def test_rows_that_were_printed_are_not_kept(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    class Nowhere:
        encoding = "utf8"

        def write(self, text: str) -> int:
            return len(text)

        def flush(self) -> None:
            pass

        def isatty(self) -> bool:
            return False

    monkeypatch.setattr("sys.stdout", Nowhere())
    monkeypatch.setattr(stream, "PAGE", 20)

    def rows() -> Iterator[dict[str, Any]]:
        for n in range(500):
            yield {"n": n, "text": "x" * 100_000}

    tracemalloc.start()
    try:
        assert stream.stream(rows(), ["n", "text"], form) == 500
        assert tracemalloc.get_traced_memory()[1] < 20_000_000, "50 MB of rows"
    finally:
        tracemalloc.stop()

"""``mailuo audit`` and ``correct``: the sheet, the filled sheet, one correction, and the list."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app
from graph.load import load
from graph.session import Database
from tests.graph.papers import paper, written

pytestmark = pytest.mark.neo4j

NUMBER = "苏政发〔2022〕801号"
SIGNED = ("--author", "甲", "--note", "原件第2页")


def mailuo(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def loaded(ready: Database, tmp_path: Path) -> Database:
    load(ready, written(tmp_path, one=paper(measures=("各设区市要开放目录。（省数字办牵头，省财政厅配合）",))))
    return ready


def test_one_field_is_corrected_listed_and_taken_back(loaded: Database) -> None:
    done = mailuo("correct", "苏政发[2022]801号", "issued_on", "2022-07-01", *SIGNED)
    assert (done.exit_code, done.stdout) == (0, f"{NUMBER}: issued_on = 2022-07-01.\n")
    (row,) = json.loads(mailuo("correct", "--list").stdout)
    assert (row["target"], row["value"], row["author"], row["note"], row["state"]) == (
        NUMBER, "2022-07-01", "甲", "原件第2页", "applied",
    )  # fmt: skip
    back = mailuo("correct", NUMBER, "issued_on", "--undo")
    assert (back.exit_code, back.stdout) == (0, f"{NUMBER}: issued_on as it was read.\n")
    assert mailuo("correct", "--list").exit_code == 1


@pytest.mark.parametrize(("encoding", "right", "wrong"), [("utf-8-sig", "right", "wrong"), ("gb18030", "对", "错")])
def test_a_filled_sheet_is_counted_and_what_is_wrong_corrected(
    loaded: Database, tmp_path: Path, encoding: str, right: str, wrong: str
) -> None:
    rows = list(csv.DictReader(io.StringIO(mailuo("audit", "responsibility", "--format", "csv").stdout)))
    assert {row["reading"] for row in rows} == {"lead: 省数字办 = 省数字办", "participant: 省财政厅 = 江苏省财政厅"}
    for row in rows:
        bad = "省数字办" in row["reading"]
        row["verdict"] = wrong if bad else right
        row["field"], row["value"] = ("role", "responsible") if bad else ("", "")
    sheet = tmp_path / "sheet.csv"
    with sheet.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    done = mailuo("correct", "--file", sheet, *SIGNED)
    assert done.exit_code == 0
    assert done.stdout == (
        "2 judged, 1 right: 0.500 (95 % interval 0.095 to 0.905).\n1 correction of this file stands now.\n"
    )
    again = json.loads(mailuo("audit", "responsibility").stdout)
    assert "responsible: 省数字办 = 省数字办" in {row["reading"] for row in again}


def test_an_exported_list_is_read_back_and_a_bad_row_named(loaded: Database, tmp_path: Path) -> None:
    mailuo("correct", NUMBER, "expires_on", "2025-12-31", *SIGNED)
    exported = mailuo("correct", "--list", "--format", "csv").stdout
    sheet = tmp_path / "corrections.csv"
    sheet.write_text(exported + "无此文件,issued_on,2022-01-01,甲,原件,,\n", "utf8")
    mailuo("correct", NUMBER, "expires_on", "--undo")
    done = mailuo("correct", "--file", sheet)
    assert (done.exit_code, done.stdout) == (3, "1 correction of this file stands now.\n")
    assert "无此文件 issued_on: Nothing that is held has the id 无此文件." in done.stderr
    assert mailuo("correct", "--list", "--format", "csv").stdout == exported


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((NUMBER, "issued_on", "2022-07-01"), 2, "a correction needs its author"),
        ((NUMBER, "issued_on", "July", *SIGNED), 2, "issued_on=July cannot be."),
        ((NUMBER, "issued_on", "--undo"), 1, "its issued_on was not corrected"),
        (("江苏省财政厅", "alias", "--undo"), 1, "Name the alias that is to go"),
        (("无此文件", "issued_on", "2022-07-01", *SIGNED), 1, "No document is known as 无此文件."),
        ((), 2, "What is to be corrected is not said."),
        (("--file", "missing.csv", *SIGNED), 3, "missing.csv: no such file."),
        ((NUMBER, "title", "  ", *SIGNED), 2, "The title of a document cannot be empty."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(loaded: Database, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = mailuo("correct", *words)
    assert (done.exit_code, done.stdout) == (code, "")
    assert sentence in done.stderr


def test_a_sheet_that_is_no_text_is_named(loaded: Database, tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_bytes(b"\x81\xff\xff")
    done = mailuo("correct", "--file", file)
    assert done.exit_code == 3
    assert f"{file}: undecodable" in done.stderr

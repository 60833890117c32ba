"""The reading commands on the sample corpus: what they answer, in which form, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api import answers
from api.cli import app
from graph.session import Database
from tests.samples import LOWER, UPPER, load_samples

pytestmark = pytest.mark.neo4j
TITLE = "国务院关于加快推进政务服务标准化规范化便利化的指导意见"
ROOT = Path(answers.__file__).parents[1]


@pytest.fixture(scope="module", autouse=True)
def samples(engine: Database) -> Database:
    return load_samples(engine)


def _run(*words: str) -> Result:
    return CliRunner(env={"COLUMNS": "120"}).invoke(app, words)


def _json(*words: str) -> Any:
    result = _run(*words)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_a_trace_up_shows_what_is_carried_out_with_cue_quote_and_page() -> None:
    rows = _json("trace", "苏政发[2022]71号", "--up")
    first = rows[0]
    assert (first["relation"], first["from_id"], first["to_id"], first["depth"]) == ("implements", LOWER, UPPER, -1)
    assert "贯彻落实" in first["cue"]
    assert first["quote"] == f"《{TITLE}》（{UPPER}）"
    assert first["quote"] in first["sentence"]
    assert (first["page"], first["path"], first["preamble"]) == (1, "preamble", True)
    assert {row["depth"] < 0 for row in rows} == {True}


def test_a_trace_for_people_draws_the_same() -> None:
    shown = _run("trace", "苏政发[2022]71号", "--up", "--format", "table").stdout
    assert f"IMPLEMENTS  {UPPER}  {TITLE}" in shown
    assert "为深入贯彻落实" in shown
    assert "preamble, page 1, cue 贯彻落实" in shown
    assert "▼" not in shown
    both = _run("trace", LOWER, "--format", "table").stdout
    assert "▲" in both
    assert "▼" in both


def test_a_trace_down_reaches_the_city_below_the_province() -> None:
    rows = _json("trace", UPPER, "--down", "--relation", "implements")
    assert {row["relation"] for row in rows} == {"implements"}
    assert LOWER in {row["from_id"] for row in rows}
    assert {row["depth"] > 0 for row in rows} == {True}
    assert {row["depth"] for row in _json("trace", UPPER, "--down", "--depth", "1")} == {1}


def test_a_trace_of_nothing_is_exit_code_1() -> None:
    result = _run("trace", UPPER, "--relation", "amends", "--format", "table")
    assert result.exit_code == 1
    assert "nothing is known" in result.stdout


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        (["国发(2022) 5号"], 0, "exact"),
        ([f"《{TITLE}》"], 0, "exact"),
        (["国发[2016]51号"], 0, "wanted"),
        (["政务服务"], 4, "ambiguous"),
        (["国发[1999]999号"], 1, "none"),
    ],
)
def test_a_look_up_says_its_status_and_ends_with_its_code(words: list[str], code: int, status: str) -> None:
    result = _run("lookup", *words)
    assert (result.exit_code, json.loads(result.stdout)["status"]) == (code, status)
    assert _run("lookup", *words, "--format", "table").stdout.startswith(status)


@pytest.mark.parametrize("command", ["trace", "document"])
def test_an_ambiguous_reference_prints_its_candidates(command: str) -> None:
    result = _run(command, "政务服务")
    assert (result.exit_code, result.stdout) == (4, "")
    assert LOWER in result.stderr
    assert UPPER in result.stderr
    unknown = _run(command, "国发[1999]999号")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "国发〔1999〕999号" in unknown.stderr


def test_a_document_is_shown_whole() -> None:
    document = _json("document", "苏政发（2022）71号")
    assert document["issuers"] == ["江苏省人民政府"]
    assert document["issued_on"] == "2022-07-24"
    measures = {row["path"]: row for row in document["provisions"] if row["kind"] == "measure"}
    bodies = measures["四/（一）"]["bodies"]
    assert [(body["name"], body["role"]) for body in bodies][:2] == [("省政务办", "lead"), ("省公安厅", "participant")]
    assert measures["四/（二）"]["deadlines"][0]["ends_on"] == "2023-12-31"
    assert measures["四/（三）"]["regions"] == sorted(measures["四/（三）"]["regions"])


def test_a_document_for_people_has_head_provisions_bodies_and_deadlines() -> None:
    shown = _run("document", LOWER, "--format", "table").stdout
    for text in (
        "A sample",
        "江苏省人民政府",
        "四/（一）",
        "lead: 省政务办",
        "participant: 省公安厅、",
        "deadline: 2023年底前",
    ):
        assert text in shown, text
    assert "not held" in _run("document", "国发[2016]51号", "--format", "table").stdout


def test_search_finds_words_and_shows_where() -> None:
    rows = _json("search", "跨域通办")
    assert rows[0]["document_id"] == LOWER
    assert "跨域通办" in rows[0]["snippet"]
    assert "跨域通办" in _run("search", "跨域通办", "--format", "table").stdout
    assert _run("search", "没有这样的词组合").exit_code == 1
    assert _run("search", "政务", "--type", "other").exit_code == 2


def test_wanted_documents_come_with_who_cites_them() -> None:
    rows = _json("wanted")
    assert [row["citations"] for row in rows] == sorted((row["citations"] for row in rows), reverse=True)
    assert LOWER in next(row for row in rows if row["id"] == "江苏省优化营商环境条例")["cited_by"]


def test_stats_count_the_graph() -> None:
    counts = {(row["group"], row["key"]): row["count"] for row in _json("stats")}
    assert counts["all", "documents held"] == 9
    assert counts["all", "documents"] == 9 + counts["all", "documents wanted"]
    assert counts["all", "citations"] == sum(count for (group, _), count in counts.items() if group == "relation")


def test_departments_and_one_of_them() -> None:
    rows = _json("departments")
    assert [row["duties"] for row in rows] == sorted((row["duties"] for row in rows), reverse=True)
    assert all(not row["known"] for row in json.loads(_run("departments", "--unknown").stdout))
    portfolio = _json("department", "国务院办公厅", "--role", "lead")
    assert {(row["document_id"], row["role"]) for row in portfolio} >= {(UPPER, "lead")}
    assert all(row["duty"] for row in portfolio)
    assert "国务院办公厅" in _run("department", "国务院办公厅", "--format", "table").stdout


def test_a_name_of_several_bodies_or_none_says_so() -> None:
    several = _run("department", "政务")
    assert several.exit_code == 4
    assert "measures)" in several.stderr
    assert _run("department", "没有这个局").exit_code == 1


def test_deadlines_of_a_span_in_order() -> None:
    rows = _json("deadlines", "--from", "2022-09-01", "--to", "2022-12-31")
    days = [row["ends_on"] or row["starts_on"] for row in rows]
    assert days == sorted(days)
    assert all("2022-09-01" <= day <= "2022-12-31" for day in days)
    shown = _run("deadlines", "--from", "2022-09-01", "--to", "2022-12-31", "--format", "table").stdout
    assert "starts_on" in shown
    some = _json("deadlines", "--department", "国务院办公厅")
    assert 0 < len(some) < len(_json("deadlines"))
    assert _run("deadlines", "--from", "1950-01-01", "--to", "1950-12-31", "--format", "table").exit_code == 1
    assert _run("deadlines", "--from", "1.1.2022").exit_code == 2


@pytest.mark.parametrize("words", [["wanted"], ["stats"], ["departments"], ["trace", LOWER], ["document", LOWER]])
def test_csv_has_the_columns_of_the_statement(words: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(_run(*words, "--format", "csv").stdout)))
    assert rows
    assert None not in rows[0]
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("words", [["stats"], ["wanted"], ["departments"], ["deadlines"]])
def test_tables_fit_the_terminal(words: list[str]) -> None:
    from rich.cells import cell_len

    result = _run(*words, "--format", "table")
    assert result.exit_code == 0
    assert max(cell_len(line) for line in result.stdout.splitlines()) <= 120


def test_a_process_prints_json_where_its_answer_is_read_by_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "api.cli", "lookup", "国发[2022]5号"],
        cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["document"]["id"] == UPPER

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from api.commands import extract as command
from loaders.errors import MailuoError
from loaders.extract import STAGES

NOTICE = """江苏省财政厅关于规范票据的通知
苏财综〔2023〕901号
各市：
根据《江苏省票据管理条例》，现通知如下。
一、开票。窗口在2023年底前当场开具，先在南京市试行。（省财政厅负责）
二、核销。按月核销。
江苏省财政厅
2023年9月1日
"""

app = typer.Typer()
command.register(app)


@app.callback()
def program() -> None:
    """A callback keeps the command's name part of the call."""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["extract", *map(str, words)])


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "通知.txt"
    file.write_text(NOTICE)
    return file


def test_each_document_is_one_line_of_json(notice: Path) -> None:
    result = run(notice)
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    assert found["doc_number"] == "苏财综〔2023〕901号"
    assert [item["path"] for item in found["provisions"]] == ["一", "二"]
    assert "省财政厅" in line  # readable, not escaped


def test_out_writes_a_file(notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    result = run(notice, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(out.read_text("utf8"))["title"] == "江苏省财政厅关于规范票据的通知"


def test_out_never_overwrites_a_file_to_read(notice: Path) -> None:
    result = run(notice.parent, "--out", notice)
    assert isinstance(result.exception, MailuoError)
    assert result.exception.exit_code == 2
    assert notice.read_text() == NOTICE


def test_an_out_that_cannot_be_written_is_named(notice: Path, tmp_path: Path) -> None:
    result = run(notice, "--out", tmp_path / "no" / "out.jsonl")
    assert isinstance(result.exception, MailuoError)
    assert "out.jsonl: cannot be written" in result.exception.sentence


@pytest.mark.parametrize(
    ("stage", "printed"),
    [
        ("read", "5\t-\t一、开票。窗口在2023年底前当场开具，先在南京市试行。（省财政厅负责）"),
        ("clean", "5\t一、开票。窗口在2023年底前当场开具，先在南京市试行。（省财政厅负责）"),
        ("split", "1-8\t苏财综〔2023〕901号\t江苏省财政厅关于规范票据的通知"),
        ("structure", "  一  开票"),
        ("find", "      responsible 省财政厅"),
        ("records", '"doc_number":"苏财综〔2023〕901号"'),
    ],
)
def test_every_stage_can_be_printed(notice: Path, stage: str, printed: str) -> None:
    result = run(notice, "--stage", stage)
    assert result.exit_code == 0
    assert printed in result.stdout


def test_the_help_names_the_stages() -> None:
    assert ", ".join(STAGES[:-1]) + f" or {STAGES[-1]}" in (command.extract.__annotations__["stage"])


def test_facts_are_printed_with_their_rules(notice: Path) -> None:
    found = run(notice, "--stage", "find").stdout
    assert "《江苏省票据管理条例》" in found
    assert "in 南京市" in found
    assert "  issued on: 2023-09-01" in found
    assert "  issuers: 江苏省财政厅" in found


def test_an_unknown_stage_is_wrong_use(notice: Path) -> None:
    result = run(notice, "--stage", "parse")
    assert isinstance(result.exception, MailuoError)
    assert result.exception.exit_code == 2
    assert "parse" in result.exception.sentence


@pytest.mark.parametrize("stage", [None, "structure", "find"])
def test_a_bad_file_is_named_and_the_good_ones_are_printed(notice: Path, tmp_path: Path, stage: str | None) -> None:
    bad = tmp_path / "a.txt"
    bad.write_text("")
    result = run(bad, notice, *(["--stage", stage] if stage else []))
    assert result.exit_code == 3
    assert result.stderr == f"{bad}: the file is empty.\n"
    assert "江苏省财政厅关于规范票据的通知" in result.stdout


def test_lines_that_are_lost_are_named_and_the_call_fails(notice: Path) -> None:
    notice.write_text(
        NOTICE.split("江苏省财政厅\n")[0] + "三、监督。财政部门要对票据的印制、领取、使用的情况进行检查，对违反规定的"
    )
    result = run(notice)
    assert result.exit_code == 3
    assert result.stderr == "通知.txt, line 7: cut off in mid-sentence.\n"
    assert len(result.stdout.splitlines()) == 1


def test_layout_around_a_document_is_named_and_nothing_failed(notice: Path) -> None:
    notice.write_text(f"首页 > 政策\n{NOTICE}")
    result = run(notice)
    assert result.exit_code == 0
    assert result.stderr == "通知.txt, line 1: before the first document.\n"

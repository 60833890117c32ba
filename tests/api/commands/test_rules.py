from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from api.cli import app

NOTICE = """江苏省财政厅关于规范票据的通知
苏财综〔2023〕901号
各市：
现通知如下。
一、开票。窗口在2023年底前当场开具。
江苏省财政厅
2023年9月1日
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, ["rules", *map(str, words)])


def test_every_rule_is_listed_with_its_table_and_example() -> None:
    rows = json.loads(run("--format", "json").stdout)
    (row,) = (row for row in rows if row["rule"] == "unit.heading")
    assert (row["table"], row["example"]) == ("rules.csv", "一、种好茶树")
    assert row["reason"].startswith("GB/T 9704")
    assert any(row["table"] == "relation_cues.csv" for row in rows)


def test_on_a_corpus_those_that_fired_least_come_first(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NOTICE)
    rows = json.loads(run(file, "--format", "json").stdout)
    assert rows[0]["facts"] == 0
    assert {row["rule"]: (row["facts"], row["documents"]) for row in rows if row["facts"]} == {
        "deadline.before_year": (1, 1),
        "section.first_sentence": (1, 1),
        "unit.heading": (1, 1),
    }


def test_a_bad_file_is_named_and_the_others_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTICE)
    (tmp_path / "b.txt").write_text("")
    result = run(tmp_path, "--format", "csv")
    assert result.exit_code == 3
    assert "b.txt: the file is empty" in result.stderr
    assert "unit.heading,1,1" in result.stdout

"""The shell and the tables at a real terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api import cli
from graph.session import Database

pytestmark = [pytest.mark.neo4j, pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")]
ROOT = Path(cli.__file__).parents[1]


def _at_a_terminal(words: list[str], typed: bytes) -> str:
    import pty

    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", *words],
        cwd=ROOT, env={**os.environ, "COLUMNS": "100", "TERM": "xterm"}, stdin=inner, stdout=inner, stderr=inner,
    )  # fmt: skip
    os.close(inner)
    os.write(outer, typed)
    shown = b""
    while True:
        try:
            part = os.read(outer, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(outer)
    assert process.wait(60) == 0
    return shown.decode()


def test_the_shell_prompts_draws_tables_and_remembers_what_was_typed(database: Database, mailuo_home: Path) -> None:
    database.write("CREATE (:Document {id: '甲发〔2021〕1号', title: '关于投资的意见', held: true})")
    shown = _at_a_terminal(["shell"], b"MATCH (d:Document) RETURN d.id AS id, d.title AS title;\n:exit\n")
    assert "Nothing can be written." in shown
    assert "甲发〔2021〕1号   关于投资的意见" in shown
    assert "1 row" in shown
    assert "MATCH (d:Document)" in (mailuo_home / "shell_history").read_text("utf8")


def test_the_answer_of_a_reading_command_is_a_table(database: Database) -> None:
    shown = _at_a_terminal(["stats"], b"")
    assert "─────" in shown
    assert "[" not in shown.replace("\x1b[", "")

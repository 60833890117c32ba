"""The shell and the tables at a real terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
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
    shown = _shown(outer)
    os.close(outer)
    assert process.wait(60) == 0
    return shown


def _shown(outer: int) -> str:
    shown = b""
    while True:
        try:
            part = os.read(outer, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
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


ENDLESS = "UNWIND range(1, 1000000000000) AS x RETURN sum(x) AS n"
RUNNING = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.mailuo IS NOT NULL RETURN 1 AS one"


def _await(database: Database, running: bool) -> None:
    end = time.monotonic() + 30
    while bool(database.read(RUNNING)) is not running:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_ctrl_c_ends_a_statement_in_neo4j_too(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "endless.cypher"
    file.write_text(ENDLESS, "utf8")
    with subprocess.Popen(
        [sys.executable, "-m", "api.cli", "query", "--file", str(file)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        _await(database, running=True)
        process.send_signal(signal.SIGINT)
        output, said = process.communicate(timeout=30)
    assert process.returncode not in (0, 1, 2)
    assert output == ""
    assert "Traceback" not in said
    assert database.read(RUNNING) == []


def test_ctrl_c_in_the_shell_ends_the_statement_and_not_the_shell(database: Database) -> None:
    import pty

    outer, inner = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "api.cli", "shell"], cwd=ROOT, env={**os.environ, "TERM": "xterm"},
        stdin=inner, stdout=inner, stderr=inner, start_new_session=True, preexec_fn=_own_terminal,
    ) as process:  # fmt: skip
        os.close(inner)
        os.write(outer, f"{ENDLESS};\n".encode())
        _await(database, running=True)
        os.write(outer, b"\x03")
        _await(database, running=False)
        os.write(outer, b"RETURN 'goes' + ' on' AS x;\n:exit\n")
        shown = _shown(outer)
        assert process.wait(60) == 0, shown
    assert "Ended, in Neo4j too." in shown
    assert "goes on" in shown


def _own_terminal() -> None:
    """Make standard input the terminal of the new session, so that Ctrl-C comes as a signal."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_a_table_on_a_terminal_shows_the_first_thousand_rows(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "long.cypher"
    file.write_text("UNWIND range(1, 1000000000000) AS x RETURN x", "utf8")
    shown = _at_a_terminal(["query", "--file", str(file)], b"")
    assert "Only the first 1000 rows are shown; --limit asks for more." in shown
    assert [word for word in shown.split() if word.isdecimal()][:1000] == [str(n) for n in range(1, 1001)]
    assert "1001" not in shown

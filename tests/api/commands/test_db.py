from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph import schema, server
from graph.session import Database, connect

pytestmark = pytest.mark.neo4j


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path))
    yield tmp_path
    server.stop()


def test_a_server_is_started_shown_stopped_and_emptied(own_home: Path) -> None:
    run = CliRunner().invoke
    before = run(app, ["db", "status"])
    assert (before.exit_code, json.loads(before.stdout)[0]["running"]) == (1, False)
    searched = run(app, ["search", "数据"])
    assert (searched.exit_code, searched.stderr[:33]) == (1, "This database was never loaded.\n`")
    started = run(app, ["db", "start"])
    assert started.exit_code == 0
    assert f"{own_home}" in started.stdout
    status = run(app, ["db", "status"])
    row = json.loads(status.stdout)[0]
    assert (status.exit_code, row["running"]) == (0, True)
    with connect() as database:
        assert not schema.ensure(database)
    assert row["address"] in started.stdout
    assert (row["user"], Path(row["password_file"]).read_text()) == (server.USER, server.password())
    assert row["process"] == server.running().pid  # type: ignore[union-attr]
    assert run(app, ["db", "stop"]).stdout == "Neo4j is stopped.\n"
    assert run(app, ["db", "stop"]).stdout == "Neo4j was not running.\n"
    refused = run(app, ["db", "reset"])
    assert (refused.exit_code, refused.stderr) == (2, "Nothing was deleted.\nAdd --yes to delete what was loaded.\n")
    assert (own_home / "neo4j" / "data").is_dir()
    assert run(app, ["db", "reset", "--yes"]).exit_code == 0
    assert not (own_home / "neo4j" / "data").exists()


def test_a_reset_at_a_terminal_asks_first(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_home / "neo4j" / "data").mkdir(parents=True)
    monkeypatch.setattr("api.commands.db.interactive", lambda: True)
    refused = CliRunner().invoke(app, ["db", "reset"], input="n\n")
    assert refused.exit_code == 1
    assert (own_home / "neo4j" / "data").is_dir()
    assert CliRunner().invoke(app, ["db", "reset"], input="y\n").exit_code == 0
    assert not (own_home / "neo4j" / "data").exists()


def test_a_server_of_one_s_own_is_shown_and_left_alone(engine: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", engine.uri)
    monkeypatch.setenv("NEO4J_USER", server.USER)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password())
    status = CliRunner().invoke(app, ["db", "status"])
    assert (status.exit_code, json.loads(status.stdout)[0]["address"]) == (0, engine.uri)
    for words in (["start"], ["stop"], ["reset", "--yes"]):
        result = CliRunner().invoke(app, ["db", *words])
        assert result.exit_code == 2
        assert "NEO4J_URI names a server of your own" in result.stderr
    assert server.running()


@pytest.fixture
def with_browser(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> server.Server:
    """A server with Neo4j Browser, as the command finds it; tests/api/web_pages looks at a real one."""
    found = server.Server(pid=1, port=7700, version="5.26", http=7500)
    monkeypatch.setattr("graph.browser.start", lambda: found)
    return found


def test_browser_is_told_with_its_files_and_where_the_password_is(with_browser: server.Server, own_home: Path) -> None:
    told = CliRunner().invoke(app, ["db", "browser"])
    assert told.exit_code == 0
    assert "http://127.0.0.1:7500/browser/?connectURL=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A7700\n" in told.stdout
    assert f"in {own_home}/password (for you alone, mode 600)" in told.stdout
    assert server.password() not in told.stdout, "a pipe or a log is not told the password"
    for name in ("mailuo-queries.zip", "mailuo.grass"):
        assert f"{own_home}/browser/{name}" in told.stdout
        assert (own_home / "browser" / name).is_file()
    assert "It only reads, until" in told.stdout


def test_browser_shows_the_password_to_who_sits_at_a_terminal(
    with_browser: server.Server, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.commands.db.at_terminal", lambda: True)
    assert f"Password:      {server.password()}\n" in CliRunner().invoke(app, ["db", "browser"]).stdout


@pytest.mark.parametrize(("opens", "exit_code"), [(True, 0), (False, 3)])
def test_browser_is_opened_where_there_is_one(
    with_browser: server.Server, opens: bool, exit_code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or opens)
    told = CliRunner().invoke(app, ["db", "browser", "--open"])
    assert (told.exit_code, opened) == (exit_code, [with_browser.browser])
    assert server.password() not in opened[0]


def test_browser_of_a_server_of_one_s_own_is_that_server_s(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j://graph.example:7687")
    out = own_home / "elsewhere"
    told = CliRunner().invoke(app, ["db", "browser", "--out", str(out)])
    assert told.exit_code == 0
    assert "log in to neo4j://graph.example:7687" in told.stdout
    assert (out / "mailuo.grass").is_file()
    assert server.running() is None
    assert CliRunner().invoke(app, ["db", "browser", "--open"]).exit_code == 2

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph import server
from graph.session import Database, connect
from loaders.errors import MailuoError


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder without a server."""
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def own_server(own_home: Path) -> Iterator[Path]:
    """A data folder whose server, if a test starts one, is stopped."""
    yield own_home
    server.stop()


def start_in_a_process() -> subprocess.Popen[str]:
    command = "from graph import server; found = server.start(); print(found.pid, found.port)"
    return subprocess.Popen([sys.executable, "-c", command], stdout=subprocess.PIPE, text=True)


@pytest.mark.neo4j
def test_a_server_is_shared_outlives_its_starter_and_comes_back_with_its_data_when_it_died(own_server: Path) -> None:
    starters = [start_in_a_process() for _ in range(3)]
    answers = {starter.communicate()[0] for starter in starters}
    assert len(answers) == 1, "processes that start at once get one server"
    found = server.running()
    assert found is not None
    assert answers == {f"{found.pid} {found.port}\n"}
    assert server.start() == found, "the server outlives who started it"
    with connect() as database:
        database.write("CREATE (:Kept {what: 'acknowledged'})")

    os.kill(found.pid, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(found.pid)] if psutil.pid_exists(found.pid) else [], timeout=20)
    with connect() as database:
        assert database.read("MATCH (k:Kept) RETURN k.what AS what") == [{"what": "acknowledged"}]
    assert server.size() > 0

    (own_server / "server.json").unlink()
    assert server.running() is None
    assert server.stop(), "a server that the state file does not know is found by its command line"
    server.reset()
    assert not (own_server / "neo4j" / "data").exists()
    assert (own_server / "password").exists()


@pytest.mark.neo4j
def test_it_listens_on_this_machine_alone(engine: Database) -> None:
    found = server.running()
    assert found is not None
    listening = [item for item in psutil.Process(found.pid).net_connections("inet") if item.status == "LISTEN"]
    assert [(item.laddr.ip.removeprefix("::ffff:"), item.laddr.port) for item in listening] == [
        ("127.0.0.1", found.port)
    ]


def test_the_password_is_made_once_for_its_owner_alone(own_home: Path) -> None:
    first = server.password()
    assert server.password() == first
    # neo4j-admin takes what begins with a hyphen for an option.
    assert first.isalnum()
    assert len(first) >= 24
    assert stat.S_IMODE((own_home / "password").stat().st_mode) == 0o600


def test_nothing_runs_in_a_new_folder_and_stopping_says_so(own_home: Path) -> None:
    assert server.running() is None
    assert server.stop() is False


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "not json",
        json.dumps({"pid": os.getpid(), "port": 7697, "version": "5.26"}),
        json.dumps({"pid": 2**22 + 1, "port": 7697, "version": "5.26"}),
    ],
    ids=["empty", "without fields", "no JSON", "another program's process", "no process"],
)
def test_a_stale_state_file_deceives_nobody(own_home: Path, content: str) -> None:
    (own_home / "server.json").write_text(content)
    assert server.running() is None


def test_a_fixed_port_in_use_is_one_sentence(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("MAILUO_BOLT_PORT", str(other.getsockname()[1]))
        with pytest.raises(MailuoError, match="is in use by another program") as caught:
            server.start()
    assert caught.value.exit_code == 3
    assert "MAILUO_BOLT_PORT" in caught.value.advice


@pytest.mark.parametrize("port", ["x", "0", "70000", "-1"])
def test_a_fixed_port_that_is_none_is_wrong_use(own_home: Path, port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_BOLT_PORT", port)
    with pytest.raises(MailuoError, match="is not a port") as caught:
        server.start()
    assert caught.value.exit_code == 2


def test_a_nearly_full_disk_is_said_before_the_start(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        free = 10 << 20

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(MailuoError, match="disk is nearly full: 10 MB are free") as caught:
        server.start()
    assert "MAILUO_HOME" in caught.value.advice


def test_another_process_that_starts_for_too_long_is_told(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(server, "LOCK_TIMEOUT", 0.05)
    with FileLock(own_home / "start.lock"), pytest.raises(MailuoError, match="Another mailuo process"):
        server.start()


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("java.io.IOException: No space left on device", "the disk is full"),
        ("Lock file has been locked by another process", "another Neo4j works on"),
        ("java.lang.OutOfMemoryError: Java heap space", "its memory ran out"),
        ("Starting...\nAddress already in use\nStarting...\nNo space left on device", "the disk is full"),
        ("AccessDeniedException: Permission denied", "it may not write to"),
        ("something new", "What it printed is in"),
    ],
)
def test_a_start_that_fails_is_explained_by_what_it_printed(own_home: Path, printed: str, reason: str) -> None:
    (own_home / "neo4j" / "logs").mkdir(parents=True)
    (own_home / "neo4j" / "logs" / "neo4j.log").write_text(printed)
    ended = server.Server(pid=2**22 + 1, port=7697, version="5.26")
    with pytest.raises(MailuoError) as caught:
        server._await(ended)
    assert reason in f"{caught.value.sentence} {caught.value.advice}"


def test_a_port_lost_at_the_last_moment_makes_another_one_be_tried(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own_home / "neo4j").mkdir()
    (own_home / "neo4j" / "console.log").write_text("java.net.BindException: Address already in use")
    ended = server.Server(pid=2**22 + 1, port=7697, version="5.26")
    starts: list[int] = []
    monkeypatch.setattr(server, "_start", lambda _: starts.append(1) or ended)
    with pytest.raises(MailuoError, match="taken by another program at the last moment"):
        server.start()
    assert len(starts) == server.PORT_ATTEMPTS
    monkeypatch.setenv("MAILUO_BOLT_PORT", "7697")
    with pytest.raises(MailuoError, match="port 7697 was taken"):
        server.start()


def test_a_server_is_ready_only_on_a_port_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_answers", lambda _: True)
    monkeypatch.setattr(server, "_is_ours", lambda _: True)
    this = psutil.Process()
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        own.listen()
        port = own.getsockname()[1]
        assert server._ready(server.Server(this.pid, port, "5.26"))
        assert not server._ready(server.Server(this.pid, 9, "5.26"))


def test_a_server_that_never_answers_is_given_up(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "START_TIMEOUT", 0.1)
    monkeypatch.setattr(server, "_is_ours", lambda _: True)
    this = psutil.Process()
    silent = server.Server(this.pid, port=9, version="5.26")
    with pytest.raises(MailuoError, match="has not answered"):
        server._await(silent)


@pytest.mark.usefixtures("own_home")
def test_a_server_that_is_being_executed_has_not_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [True, False, False]
    monkeypatch.setattr(server, "START_TIMEOUT", 0.1)
    monkeypatch.setattr(server, "_is_ours", lambda _: looks.pop() if looks else True)
    with pytest.raises(MailuoError, match="has not answered"):
        server._await(server.Server(psutil.Process().pid, port=9, version="5.26"))
    assert looks == []


def test_a_process_that_ignores_its_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "STOP_TIMEOUT", 0.3)
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        server._end(psutil.Process(child.pid))
        assert not psutil.pid_exists(child.pid)


def test_an_end_that_the_starter_does_not_look_at_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "STOP_TIMEOUT", 20)
    starter = (
        "import subprocess, time; child = subprocess.Popen(['sleep', '60']); "
        "print(child.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", starter], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        process = psutil.Process(int(running.stdout.readline()))
        server._end(process)
        assert process.status() == psutil.STATUS_ZOMBIE
        running.kill()

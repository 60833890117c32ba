from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import psutil
import pytest

from graph import runtime
from loaders.errors import MailuoError


@pytest.mark.parametrize(
    ("gigabytes", "heap", "page_cache"), [(1, 512, 64), (8, 1024, 512), (24, 2048, 1024), (256, 2048, 1024)]
)
def test_memory_is_a_share_of_the_machines_within_bounds(
    gigabytes: int, heap: int, page_cache: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Memory:
        total = gigabytes << 30

    monkeypatch.setattr(psutil, "virtual_memory", lambda: Memory)
    assert runtime.memory() == (heap, page_cache)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("server.default_listen_address", "127.0.0.1"),
        ("server.bolt.listen_address", "127.0.0.1:7697"),
        ("dbms.security.allow_csv_import_from_file_urls", "false"),
        ("dbms.security.auth_enabled", "true"),
        ("db.tx_log.preallocate", "false"),
        ("dbms.usage_report.enabled", "false"),
        ("server.http.enabled", "false"),
    ],
)
def test_the_configuration_says_what_safety_needs(name: str, value: str) -> None:
    assert runtime.settings(7697, 7497)[name] == value


def test_browser_is_on_this_machine_alone_and_takes_no_cypher_over_http() -> None:
    chosen = runtime.settings(7697, 7497, browser=True)
    assert (chosen["server.http.enabled"], chosen["server.http.listen_address"]) == ("true", "127.0.0.1:7497")
    assert chosen["server.http_enabled_modules"] == "BROWSER"
    assert chosen["client.allow_telemetry"] == "false"
    policy = chosen["dbms.security.http_static_content_security_policy_header"]
    assert "connect-src 'self' ws://127.0.0.1:7697;" in policy
    assert "https:" not in policy
    assert runtime.settings(7697, 7497)["server.http.listen_address"] == "127.0.0.1:7497", "kept for the next time"


def test_the_command_line_stands_in_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    runtime.configure(tmp_path, 7697, 7497, [tmp_path / 'a "quoted" \\ jar.jar'])
    arguments = tmp_path / "conf" / "java.args"
    assert stat.S_IMODE(arguments.stat().st_mode) == 0o600
    assert '\\"quoted\\" \\\\ jar.jar' in arguments.read_text("utf8")
    assert runtime.command(tmp_path)[1] == f"@{arguments}"
    assert Path(runtime.java()).is_file()


@pytest.mark.parametrize(
    ("options", "expected"),
    [("", []), ("-Xmx6g -Dname=value", ["-Xmx6g", "-Dname=value"]), ("'-Dname=two words'", ["-Dname=two words"])],
)
def test_options_of_the_user_stand_after_mailuos_own(
    options: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAILUO_JAVA_OPTIONS", options)
    runtime.configure(tmp_path, 7697, 7497, [tmp_path / "a.jar"])
    lines = (tmp_path / "conf" / "java.args").read_text("utf8").splitlines()
    last_own = max(number for number, line in enumerate(lines) if line.startswith('"-Xm') and "6g" not in line)
    assert lines[last_own + 1 : lines.index('"-cp"')] == [f'"{option}"' for option in expected]


def test_options_that_cannot_be_read_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_JAVA_OPTIONS", "'-Dopen")
    with pytest.raises(MailuoError, match="MAILUO_JAVA_OPTIONS='-Dopen cannot be read"):
        runtime.configure(tmp_path, 7697, 7497, [])


def test_a_refused_password_is_told_with_neo4js_reason_and_its_file_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf").mkdir()

    def refuse(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, "", "A password must be at least 8 characters.\nmore")

    monkeypatch.setattr(subprocess, "run", refuse)
    with pytest.raises(MailuoError, match="must be at least 8 characters"):
        runtime.set_password(tmp_path, [], "x")
    assert not (tmp_path / "conf" / "password.args").exists()

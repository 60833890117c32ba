from __future__ import annotations

import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from loaders.errors import MailuoError
from loaders.readers import read_file


def refused(path: Path | str) -> str:
    with pytest.raises(MailuoError) as caught:
        read_file(path)
    assert caught.value.exit_code == 3
    assert caught.value.advice
    return caught.value.sentence


def test_a_missing_file_and_a_broken_link_are_told_apart(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "gone.txt")
    assert refused(tmp_path / "none.txt") == f"{tmp_path}/none.txt: no such file."
    assert refused(link) == f"{link}: a broken link."


def test_a_link_to_itself_is_unreadable(tmp_path: Path) -> None:
    link = tmp_path / "loop.txt"
    link.symlink_to(link)
    assert refused(link).startswith(f"{link}: unreadable (")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path}: a folder, not a file."


def test_pipes_sockets_and_devices_are_refused_without_opening_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert refused(Path("socket")) == "socket: not a regular file but a socket."
    assert refused(Path("pipe")) == "pipe: not a regular file but a pipe."
    assert refused("/dev/zero") == "/dev/zero: not a regular file but a device."


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "unreadable, permission denied."),
        (OSError(5, "Input/output error"), "unreadable (Input/output error)."),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    file = tmp_path / "文件.txt"
    file.write_text("通知")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert refused(file) == f"{file}: {reason}"


def test_200_megabytes_are_refused_before_they_are_read(tmp_path: Path) -> None:
    file = tmp_path / "大.txt"
    with file.open("wb") as stream:
        stream.truncate(200_000_000)
    tracemalloc.start()
    assert refused(file) == f"{file}: too large, 200 MB where the limit is 134 MB."
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_file_that_grows_while_it_is_read_stays_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "文件.txt"
    file.write_bytes(b"a" * 20)
    sizes = Path.stat(file)
    monkeypatch.setenv("MAILUO_MAX_BYTES", "30")
    file.write_bytes(b"a" * 50)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: sizes)
    assert "too large" in refused(file)


def test_the_limit_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "文件.txt"
    file.write_text("各市人民政府")
    monkeypatch.setenv("MAILUO_MAX_BYTES", "17")
    assert "too large" in refused(file)
    monkeypatch.setenv("MAILUO_MAX_BYTES", "18")
    assert read_file(file).lines[0].text == "各市人民政府"


@pytest.mark.parametrize("value", ["64M", "0", "-1"])
def test_a_limit_that_is_no_number_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("MAILUO_MAX_BYTES", value)
    with pytest.raises(MailuoError, match="MAILUO_MAX_BYTES is") as caught:
        read_file(tmp_path / "文件.txt")
    assert caught.value.exit_code == 2

"""Zip archives: their files one by one, and what is wrong with some of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from loaders.errors import MailuoError
from loaders.readers import Raw, archives, read_sources
from tests.loaders.readers.renderings import table, zipped


def found(file: Path) -> list[tuple[str, str]]:
    """Each source of an archive: its name, and its first line or why there is none."""
    sources = read_sources(file)
    return [(item.file, item.lines[0].text) if isinstance(item, Raw) else ("", item.sentence) for item in sources]


def test_files_come_in_the_order_of_their_paths_and_hidden_ones_not(tmp_path: Path) -> None:
    file = tmp_path / "档案.zip"
    members = {"b.txt": "乙", "a/丙.txt": "丙", "__MACOSX/b.txt": "x", "a/.x": "x", "a/": ""}
    file.write_bytes(zipped({name: text.encode() for name, text in members.items()}))
    first, second = read_sources(file)
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert [(item.file, item.lines[0].text) for item in (first, second)] == [
        ("档案.zip!/a/丙.txt", "丙"),
        ("档案.zip!/b.txt", "乙"),
    ]
    assert first.uri == f"{file.as_uri()}!/a/%E4%B8%99.txt"


def test_names_of_chinese_windows_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    flagged = zipped({"通知.txt": "甲".encode()})
    old = flagged.replace("通知".encode(), b"\xcd\xa8\xd6\xaa\x2d\x31")
    # Bit 11 of the flags says UTF-8 (APPNOTE.TXT, 4.4.4): at byte 6 of a local header, 8 of a central one.
    local, central = old.index(b"PK\x03\x04"), old.index(b"PK\x01\x02")
    data = bytearray(old)
    data[local + 7] &= ~8
    data[central + 9] &= ~8
    file.write_bytes(bytes(data))
    assert found(file) == [("a.zip!/通知-1.txt", "甲")]


def test_a_table_in_an_archive_gives_its_rows(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"a.csv": table([{"正文": "甲"}, {"正文": "乙"}]).encode()}))
    assert found(file) == [("a.zip!/a.csv#row=1", "甲"), ("a.zip!/a.csv#row=2", "乙")]


def test_a_damaged_member_keeps_none_of_the_others_back(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    data = zipped({"a.txt": "甲甲".encode(), "b.txt": "乙乙".encode()})
    file.write_bytes(data.replace("甲甲".encode(), "甲丁".encode()))
    first, second = found(file)
    assert first[1].startswith(f"{file}!/a.txt: damaged (Bad CRC-32")
    assert second == ("a.zip!/b.txt", "乙乙")


def test_an_encrypted_member_is_called_so(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"x" * 40}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    file = tmp_path / "a.zip"
    file.write_bytes(bytes(data))
    assert found(file) == [("", f"{file}!/a.txt: encrypted.")]


def test_a_member_that_unpacks_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"x" * 3_000_000)
    file = tmp_path / "a.zip"
    file.write_bytes(stream.getvalue())
    monkeypatch.setenv("MAILUO_MAX_BYTES", "1000000")
    assert found(file) == [("", f"{file}!/bomb.txt: too large, over 1 MB.")]


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LIMIT_MEMBERS", 1)
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"a.txt": b"x", "b.txt": b"x"}))
    with pytest.raises(MailuoError, match="2 files where the limit is 1"):
        found(file)

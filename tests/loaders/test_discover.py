from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.discover import discover
from loaders.records import Rejection


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")


def test_a_folder_gives_all_files_below_it_in_a_fixed_order(tmp_path: Path) -> None:
    make(tmp_path, "乙.txt", "a/2.txt", "a/10.txt", "a.txt", ".hidden", ".git/config")
    files, rejections = discover([tmp_path])
    assert [str(file.relative_to(tmp_path)) for file in files] == ["a/10.txt", "a/2.txt", "a.txt", "乙.txt"]
    assert rejections == []


def test_paths_keep_their_order_and_each_file_comes_once(tmp_path: Path) -> None:
    make(tmp_path, "b/1.txt", "a/1.txt")
    (tmp_path / "a/link.txt").symlink_to(tmp_path / "b/1.txt")
    files, rejections = discover([tmp_path / "b/1.txt", tmp_path / "a", str(tmp_path / "b")])
    assert files == [tmp_path / "b/1.txt", tmp_path / "a/1.txt"]
    assert rejections == []


def test_folders_that_hold_one_another_are_entered_once(tmp_path: Path) -> None:
    make(tmp_path, "a/1.txt")
    (tmp_path / "a/up").symlink_to(tmp_path)
    assert discover([tmp_path])[0] == [tmp_path / "a/1.txt"]


def test_what_gives_no_file_is_named_with_its_reason(tmp_path: Path) -> None:
    make(tmp_path, "good.txt", "only-hidden/.x")
    (tmp_path / "empty/empty").mkdir(parents=True)
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    paths = [tmp_path / name for name in ("empty", "good.txt", "none", "broken", "only-hidden")]
    files, rejections = discover(paths)
    assert files == [tmp_path / "good.txt"]
    assert rejections == [
        Rejection(str(tmp_path / "empty"), "a folder without files"),
        Rejection(str(tmp_path / "none"), "no such file"),
        Rejection(str(tmp_path / "broken"), "a broken link"),
        Rejection(str(tmp_path / "only-hidden"), "a folder without files"),
    ]


def test_broken_links_inside_a_folder_are_left_to_the_reader(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    assert discover([tmp_path]) == ([tmp_path / "broken"], [])


def test_a_folder_that_cannot_be_listed_is_named_and_the_rest_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "closed/1.txt", "open/1.txt")
    listing = os.scandir

    def scandir(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    files, rejections = discover([tmp_path])
    assert files == [tmp_path / "open/1.txt"]
    assert rejections == [Rejection(str(tmp_path / "closed"), "unreadable, permission denied")]

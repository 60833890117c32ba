from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from graph import home
from loaders.errors import MailuoError


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path / "a" / "b"))
    folder = home.home()
    assert folder == tmp_path / "a" / "b"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_the_variable_it_is_the_users_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILUO_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert home.home().is_relative_to(tmp_path)


def test_the_cache_has_a_variable_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_CACHE", str(tmp_path / "cache"))
    assert home.cache() == tmp_path / "cache"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path / "file" / "below"))
    with pytest.raises(MailuoError, match="cannot be made") as caught:
        home.home()
    assert "MAILUO_HOME" in caught.value.advice
    assert caught.value.exit_code == 3


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(MailuoError, match="may not be written"):
        home.home()

"""The folder of an export: whole or not there, never over anything else."""

from __future__ import annotations

import errno
import subprocess
from pathlib import Path

import pytest

from graph.export import folder
from graph.export.folder import MANIFEST, SUMS, staged
from loaders.errors import MailuoError


def export(out: Path, text: str = "1", *, overwrite: bool = False) -> None:
    with staged(out, overwrite=overwrite) as place:
        (place / MANIFEST).write_text(text, "utf8")
        (place / "nodes").mkdir()
        (place / "nodes" / "甲 乙.csv").write_text("a", "utf8")


def half_way(out: Path) -> None:
    with staged(out, overwrite=True) as place:
        (place / MANIFEST).write_text("2", "utf8")
        raise RuntimeError("half way")


def names(place: Path) -> list[str]:
    return sorted(file.name for file in place.iterdir())


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "no parent"])
def test_it_is_written_where_there_is_nothing(tmp_path: Path, before: str) -> None:
    out = tmp_path / "more" / "out" if before == "no parent" else tmp_path / "out"
    if before == "an empty folder":
        out.mkdir()
    export(out)
    assert names(out) == [MANIFEST, "nodes", SUMS]
    assert names(out.parent) == ["out"]


def test_the_checksums_are_those_of_sha256sum(tmp_path: Path) -> None:
    export(tmp_path / "out")
    done = subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path / "out", capture_output=True, text=True, check=True)
    assert done.stdout.count(": OK") == 2
    (tmp_path / "out" / MANIFEST).write_text("2", "utf8")
    assert subprocess.run(["sha256sum", "-c", SUMS], cwd=tmp_path / "out", capture_output=True).returncode == 1


def test_an_earlier_export_is_replaced_only_when_asked(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(out)
    with pytest.raises(MailuoError, match="earlier export") as caught:
        export(out, "2")
    assert "--overwrite" in caught.value.advice
    assert caught.value.exit_code == 2
    export(out, "2", overwrite=True)
    assert (out / MANIFEST).read_text("utf8") == "2"
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_is_no_export_is_never_replaced(tmp_path: Path, overwrite: bool) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.docx").write_text("mine", "utf8")
    with pytest.raises(MailuoError, match="no export of mailuo's"):
        export(out, overwrite=overwrite)
    (tmp_path / "file").write_text("mine", "utf8")
    with pytest.raises(MailuoError, match="is not a folder"):
        export(tmp_path / "file", overwrite=overwrite)
    assert (out / "thesis.docx").read_text("utf8") == (tmp_path / "file").read_text("utf8") == "mine"


def test_what_somebody_put_beside_an_export_is_not_taken_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(out)
    (out / "nodes" / "notes.txt").write_text("mine", "utf8")
    with pytest.raises(MailuoError, match="holds more than an export: nodes/notes.txt"):
        export(out, overwrite=True)


def test_what_fails_leaves_the_earlier_export_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(out)
    with pytest.raises(RuntimeError, match="half"):
        half_way(out)
    assert (out / MANIFEST).read_text("utf8") == "1"
    assert names(tmp_path) == ["out"]


def test_a_rename_that_fails_brings_the_earlier_export_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    export(out)
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name.endswith(".partial"):
            raise OSError(errno.EIO, "no")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(MailuoError, match="could not be written"):
        export(out, "2", overwrite=True)
    assert (out / MANIFEST).read_text("utf8") == "1"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "could not be written: Permission denied")],
)
def test_a_full_disk_and_a_forbidden_place_are_said(tmp_path: Path, number: int, sentence: str) -> None:
    with pytest.raises(MailuoError, match=sentence) as caught, staged(tmp_path / "out", overwrite=False):
        raise OSError(number, "Permission denied")
    assert caught.value.exit_code == 3
    assert names(tmp_path) == []


def test_sums_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    (tmp_path / SUMS).write_text("no sums", "utf8")
    with pytest.raises(MailuoError, match="cannot be read"):
        folder.sums(tmp_path)

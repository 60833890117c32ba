"""The folder of an export: written beside its place under another name, and put there in one step when it is whole."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from loaders.errors import MailuoError

MANIFEST = "manifest.json"
SUMS = "sha256sums.txt"


@contextlib.contextmanager
def staged(out: Path, *, overwrite: bool) -> Iterator[Path]:
    """Give an empty folder to write into; it becomes ``out`` when the block ends well, else it is taken away.

    MailuoError (2) where ``out`` is a file, or a folder with something in it (an earlier export: unless ``overwrite``);
    (3) where the disk is full or the place cannot be written to.
    """
    out = Path(os.path.abspath(out.expanduser()))
    check(out, overwrite=overwrite)
    staging = out.with_name(f".{out.name}.{os.getpid()}.partial")
    with explained(out):
        try:
            staging.mkdir(parents=True)
            yield staging
            _sums(staging)
            check(out, overwrite=overwrite)
            _put(staging, out)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def check(out: Path, *, overwrite: bool) -> None:
    """Refuse a place that has something else already; MailuoError (2)."""
    if out.exists() and not out.is_dir():
        raise MailuoError(f"{out} is not a folder.", "Name a folder that is empty or not there.", 2)
    if not out.is_dir() or not any(out.iterdir()):
        return
    if not (out / MANIFEST).is_file() or not (out / SUMS).is_file():
        raise MailuoError(
            f"{out} is not empty, and no export of mailuo's.", "Name a folder that is empty or not there.", 2
        )
    if not overwrite:
        raise MailuoError(f"{out} holds an earlier export.", "--overwrite replaces it.", 2)
    # --overwrite takes the whole folder away, so nothing else may be in it.
    if others := files(out) - sums(out).keys() - {SUMS}:
        raise MailuoError(f"{out} holds more than an export: {min(others)}.", "Move that, or name another folder.", 2)


def files(folder: Path) -> set[str]:
    """The files below a folder, by their paths in it."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()}


def sums(folder: Path) -> dict[str, str]:
    """The checksums of an export by file; MailuoError where they cannot be read."""
    try:
        lines = (folder / SUMS).read_text("utf8").splitlines()
        return {name: sum_ for sum_, name in (line.split("  ", 1) for line in lines)}
    except (OSError, ValueError) as error:
        raise MailuoError(f"{folder / SUMS} cannot be read.", "Export the graph again.") from error


def _put(staging: Path, out: Path) -> None:
    if not out.is_dir():
        staging.rename(out)
        return
    before = staging.with_suffix(".before")
    out.rename(before)
    try:
        staging.rename(out)
    except OSError:
        before.rename(out)
        raise
    shutil.rmtree(before, ignore_errors=True)


def _sums(folder: Path) -> None:
    """Write the checksums of all files as ``sha256sum -c`` reads them, and see all of it on the disk."""
    lines = []
    for name in sorted(files(folder)):
        lines.append(f"{sha256(folder / name)}  {name}\n")
        with (folder / name).open("rb") as stream:
            os.fsync(stream.fileno())
    (folder / SUMS).write_text("".join(lines), "utf8")


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextlib.contextmanager
def explained(place: Path) -> Iterator[None]:
    """Turn what the file system refuses into MailuoError."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise MailuoError(
                f"The disk is full: {place} could not be written.", "Free some space, or name another disk."
            ) from error
        raise MailuoError(
            f"{place} could not be written: {error.strerror or error}.", "Name a folder that you may write to."
        ) from error

"""The bytes of a source file, bounded in size, from regular files only."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from loaders.errors import MailuoError

LIMIT = 128 * 1024 * 1024
LIMIT_VARIABLE = "MAILUO_MAX_BYTES"


def content(file: Path) -> bytes:
    """All bytes of a file; MailuoError when it is missing, no regular file, over the limit or unreadable.

    The size is looked at before anything is read, and pipes and devices are never opened, so that neither can hang.
    """
    most = limit()
    try:
        state = file.stat()
        if stat.S_ISDIR(state.st_mode):
            raise MailuoError(f"{file}: a folder, not a file.", "Give the files in it.")
        if not stat.S_ISREG(state.st_mode):
            raise MailuoError(f"{file}: not a regular file but a {_special(state.st_mode)}.", "Give a text file.")
        if state.st_size > most:
            raise _too_large(file, state.st_size, most)
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except OSError as error:
        raise MailuoError(f"{file}: {reason(file, error)}.", "Check the path and its permissions.") from error
    if len(data) > most:
        raise _too_large(file, len(data), most)
    return data


def reason(file: Path, error: OSError) -> str:
    """Why a path could not be opened, in words."""
    if isinstance(error, FileNotFoundError):
        return "a broken link" if file.is_symlink() else "no such file"
    if isinstance(error, PermissionError):
        return "unreadable, permission denied"
    return f"unreadable ({error.strerror or type(error).__name__})"


def _special(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def limit() -> int:
    """The bytes that a file may have: MAILUO_MAX_BYTES, or LIMIT."""
    value = os.environ.get(LIMIT_VARIABLE, "")
    if not value:
        return LIMIT
    if not value.isdecimal() or not int(value):
        raise MailuoError(f"{LIMIT_VARIABLE} is {value!r}, not a number of bytes.", f"Default: {LIMIT}.", exit_code=2)
    return int(value)


def _too_large(file: Path, size: int, limit: int) -> MailuoError:
    return MailuoError(
        f"{file}: too large, {size / 1e6:.0f} MB where the limit is {limit / 1e6:.0f} MB.",
        f"Split it into its documents, or raise {LIMIT_VARIABLE} (bytes).",
    )

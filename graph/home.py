"""Where mailuo keeps things on this machine: the data folder and the cache that all data folders share."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from loaders.errors import MailuoError


def home() -> Path:
    """Return the data folder (``MAILUO_HOME``, else the user's data folder), made for its owner alone.

    MailuoError when it cannot be made or written to.
    """
    return _folder("MAILUO_HOME", platformdirs.user_data_path("mailuo"))


def cache() -> Path:
    """Return the folder of what can be fetched again (``MAILUO_CACHE``, else the user's cache folder).

    MailuoError when it cannot be made or written to.
    """
    return _folder("MAILUO_CACHE", platformdirs.user_cache_path("mailuo"))


def _folder(variable: str, default: Path) -> Path:
    chosen = os.environ.get(variable)
    folder = (Path(chosen).expanduser() if chosen else default).absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise MailuoError(
            f"The folder {folder} cannot be made: {error.strerror}.", f"Set {variable} to a folder that you may write."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise MailuoError(f"The folder {folder} may not be written.", f"Set {variable} to a folder that you may write.")
    return folder

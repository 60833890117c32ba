"""Files in, numbered lines out: a module a format, all with the same result."""

from __future__ import annotations

import hashlib
from pathlib import Path

from loaders.errors import MailuoError
from loaders.readers import text
from loaders.readers._file import content
from loaders.readers._raw import Line, Raw
from loaders.readers.formats import recognise

__all__ = ["Line", "Raw", "read_file"]


def read_file(path: Path | str) -> Raw:
    """Read one file into lines; MailuoError names the file and the reason when it cannot be read.

    ``uri`` is the file URI of the resolved absolute path, ``sha256`` is of the bytes as they stand. Limits: the bytes
    of a file (MAILUO_MAX_BYTES, default 64 MiB), the characters of a line and the lines of a file (readers.text).
    """
    file = Path(path)
    data = content(file)
    if format_name := recognise(data):
        raise MailuoError(f"{file}: not text but {format_name}.", "Save its text as a UTF-8 text file and give that.")
    return Raw(
        uri=file.resolve().as_uri(),
        file=file.name,
        sha256=hashlib.sha256(data).hexdigest(),
        lines=text.lines(file, text.decode(file, data)),
    )

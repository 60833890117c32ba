"""Files in, numbered lines out: a module a format, all with the same result."""

from __future__ import annotations

from loaders.readers._raw import Line, Raw
from loaders.readers.text import read_file

__all__ = ["Line", "Raw", "read_file"]

"""Versions that are kept with the graph: of its model, and of the programs that made its facts."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import loaders

MODEL = 2
"""Raised when labels, relationships, properties or the stored records change, so that an old graph is not mixed in."""


_WRITING = ("write.py", "rows.py", "corrections.py", "tokens.py", "terms.csv")


@functools.cache
def extractor_version() -> str:
    """A digest of everything that decides what is read from a file and how it is written.

    A file that another version read is read again.
    """
    root = Path(loaders.__file__).parent
    files = sorted(file for file in root.rglob("*") if file.suffix in {".py", ".csv"})
    return _digest(writer_version(), files)


@functools.cache
def writer_version() -> str:
    """A digest of everything that decides how a record becomes nodes and edges: the rows, and the tokenizer.

    A document that another version wrote is written again, also where its record is the same.
    """
    return _digest(version("jieba"), [Path(__file__).parent / name for name in _WRITING])


def _digest(beginning: str, files: Iterable[Path]) -> str:
    digest = hashlib.sha256(beginning.encode())
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]

"""Versions that are kept with the graph: of its model, and of the programs that made its facts."""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version
from pathlib import Path

import loaders

MODEL = 1
"""Raised when labels, relationships, properties or the stored records change, so that an old graph is not mixed in."""


@functools.cache
def extractor_version() -> str:
    """A digest of everything that decides what is read from a file: the loaders, their tables, and the tokenizer.

    A file that another version read is read again.
    """
    digest = hashlib.sha256(version("jieba").encode())
    here = Path(__file__).parent
    root = Path(loaders.__file__).parent
    files = [here / "write.py", here / "rows.py", here / "tokens.py", here / "terms.csv"]
    files += sorted(file for file in root.rglob("*") if file.suffix in {".py", ".csv"})
    for file in files:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]

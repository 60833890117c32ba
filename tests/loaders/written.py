"""Texts of our own writing on their way through the first stages: what the loaders' tests share."""

from __future__ import annotations

from pathlib import Path

from loaders.clean import Clean, clean
from loaders.readers import Raw
from loaders.readers.text import lines
from loaders.split import Part, Split, split


def raw(text: str, name: str = "own.txt") -> Raw:
    """The text as if it had been read from a file."""
    return Raw(f"file:///{name}", name, "0" * 64, lines(Path(name), text))


def cleaned(text: str) -> Clean:
    return clean(raw(text))


def paragraphs(text: str) -> list[str]:
    """The paragraphs that are left when the layout is out."""
    return cleaned(text).text.split("\n")


def parted(text: str) -> Split:
    return split(cleaned(text))


def only_part(text: str) -> Part:
    (part,) = parted(text).parts
    return part

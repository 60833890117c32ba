"""Extract many files: a bad one is named with its reason and keeps none of the others back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from loaders.discover import discover
from loaders.errors import MailuoError
from loaders.extract import extract_file
from loaders.records import Extraction, Rejection

# Layout around documents is accounted for, and nothing is lost with it.
_LAYOUT = frozenset({"before the first document", "web page around the document"})

T = TypeVar("T")


def extract_paths(paths: Iterable[Path | str]) -> Iterator[Extraction | Rejection]:
    """Extract every file that the paths mean, one after the other; a Rejection stands for each that gave nothing."""
    return each_file(paths, extract_file)


def each_file(paths: Iterable[Path | str], work: Callable[[Path], T]) -> Iterator[T | Rejection]:
    """The result of ``work`` for every file of the paths, or a Rejection where it raised MailuoError or ValueError."""
    files, rejections = discover(paths)
    yield from rejections
    for file in files:
        try:
            yield work(file)
        except MailuoError as error:
            if error.exit_code != 3:
                raise
            yield Rejection(str(file), _reason(file, error.sentence))
        except ValueError as error:
            yield Rejection(str(file), f"not extracted, a check failed ({error})")


def is_loss(rejection: Rejection) -> bool:
    """Whether text of a document may be lost with it, unlike the layout of a web page around one."""
    return rejection.reason not in _LAYOUT


def sentence(rejection: Rejection) -> str:
    """One sentence that names the file, the lines where it is about some of them, and the reason."""
    lines = ""
    if rejection.first_line is not None and rejection.last_line is not None:
        one = rejection.first_line == rejection.last_line
        lines = f", line {rejection.first_line}" if one else f", lines {rejection.first_line}-{rejection.last_line}"
    return f"{rejection.file}{lines}: {rejection.reason}."


def _reason(file: Path, text: str) -> str:
    for name in (str(file), file.name):
        if text.startswith(f"{name}: "):
            return text[len(name) + 2 :].rstrip(".")
    return text.rstrip(".")

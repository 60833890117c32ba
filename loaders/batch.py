"""Extract many files: a bad one is named with its reason and keeps none of the others back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from loaders.discover import discover
from loaders.errors import MailuoError
from loaders.extract import extract_raw
from loaders.readers import Raw
from loaders.records import Extraction, Rejection
from loaders.sections import IsKnown, sources

# Layout around documents is accounted for, and nothing is lost with it.
_LAYOUT = frozenset({"before the first document", "web page around the document"})

T = TypeVar("T")


def extract_paths(paths: Iterable[Path | str]) -> Iterator[Extraction | Rejection]:
    """Extract every source that the paths mean, one after the other; a Rejection stands for each that gave nothing."""
    return each_source(paths, extract_raw)


def each_source(
    paths: Iterable[Path | str],
    work: Callable[[Raw], T],
    columns: Mapping[str, str] | None = None,
    is_known: IsKnown | None = None,
) -> Iterator[T | Rejection]:
    """The result of ``work`` for every source of the paths, or a Rejection where it raised MailuoError or ValueError.

    A source is a file, a file of an archive or a row of a table; ``columns`` as in readers.read_sources. A large text
    comes in sections, ``is_known`` as in loaders.sections.
    """
    files, rejections = discover(paths)
    yield from rejections
    for file in files:
        try:
            for raw in sources(file, columns, is_known):
                yield _rejection(file, raw) if isinstance(raw, MailuoError) else _worked(file, raw, work)
        except MailuoError as error:
            yield _rejection(file, error)


def _worked(file: Path, raw: Raw, work: Callable[[Raw], T]) -> T | Rejection:
    try:
        return work(raw)
    except MailuoError as error:
        return _rejection(file, error)
    except ValueError as error:
        return Rejection(f"{file}{raw.file.removeprefix(file.name)}", f"not extracted, a check failed ({error})")


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


def _rejection(file: Path, error: MailuoError) -> Rejection:
    """The error as a Rejection of what its sentence names, a source of the file, or else of the file."""
    if error.exit_code != 3:
        raise error
    for name in (str(file), file.name):
        inner, colon, reason = error.sentence.removeprefix(name).partition(": ")
        if error.sentence.startswith(name) and colon and (not inner or inner.startswith(("!/", "#row="))):
            return Rejection(f"{file}{inner}", reason.rstrip("."))
    return Rejection(str(file), error.sentence.rstrip("."))

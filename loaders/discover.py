"""Find the files that paths mean: files as given, folders with everything below them, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loaders.readers._file import reason
from loaders.records import Rejection


def discover(paths: Iterable[Path | str]) -> tuple[list[Path], list[Rejection]]:
    """The files of all paths, each once, and the paths that gave none with the reason.

    Paths keep their order; within a folder files are sorted by their path below it. Hidden files and folders are left
    out, links are followed, a folder is never entered twice.
    """
    files: dict[Path, Path] = {}
    rejections: list[Rejection] = []
    for path in map(Path, paths):
        try:
            path.stat()
            found = _below(path, rejections) if path.is_dir() else [path]
        except OSError as error:
            rejections.append(Rejection(str(path), reason(path, error)))
            continue
        if not found and not any(Path(rejection.file).is_relative_to(path) for rejection in rejections):
            rejections.append(Rejection(str(path), "a folder without files"))
        for file in found:
            files.setdefault(_identity(file), file)
    return list(files.values()), rejections


def _identity(file: Path) -> Path:
    try:
        return file.resolve()
    except OSError:
        return file.absolute()


def _below(folder: Path, rejections: list[Rejection]) -> list[Path]:
    return sorted(_walk(folder, rejections, set()), key=lambda file: file.relative_to(folder).parts)


def _walk(folder: Path, rejections: list[Rejection], entered: set[Path]) -> Iterator[Path]:
    real = folder.resolve()
    if real in entered:
        return
    entered.add(real)
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    except OSError as error:
        rejections.append(Rejection(str(folder), reason(folder, error)))
        return
    for name in names:
        path = folder / name
        if path.is_dir():
            yield from _walk(path, rejections, entered)
        else:
            yield path

"""The library of Cypher statements: every statement of the product is one headed file below cypher/.

A header is comment lines at the top of the file, each ``// key: value``; keys are purpose, group, cost, parameter
(repeated), column (repeated) and example. Parameters and columns read ``name TYPE — meaning``; a cost begins with
anchored, linear or precomputed. Group and cost stand where people ask by name (trace/ and analysis/).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import MailuoError

KEYS = ("purpose", "group", "cost", "parameter", "column", "example")
_HEADER = re.compile(rf"//\s*({'|'.join(KEYS)}):\s*(.*)")
_FIELD = re.compile(r"(?P<name>\w+)\s+(?P<type>[A-Z][A-Z<> ]*?)(?P<optional>\?)?\s+—\s+(?P<meaning>.+)")


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a column: its name, Cypher type, and meaning; an optional parameter may be left out (null)."""

    name: str
    type: str
    meaning: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One headed Cypher file; ``text`` is what is sent to the database."""

    name: str
    folder: str
    purpose: str
    parameters: tuple[Field, ...]
    columns: tuple[Field, ...]
    example: str
    text: str
    group: str = ""
    cost: str = ""


def root() -> Path:
    """The folder that holds the statements: inside the package when installed, beside it in a checkout."""
    installed = Path(__file__).parent / "cypher"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "cypher"


@functools.cache
def statement(path: str) -> Statement:
    """Return the statement ``folder/name``; MailuoError (2) when there is none."""
    file = root() / f"{path}.cypher"
    if not file.is_file():
        raise MailuoError(f"No statement is called {path}.", "`mailuo query` lists them.", 2)
    return parse(file.read_text("utf8"), folder=file.parent.name, name=file.stem)


@functools.cache
def statements() -> tuple[Statement, ...]:
    """Return every statement, by folder and name."""
    files = sorted(root().glob("*/*.cypher"))
    return tuple(statement(f"{file.parent.name}/{file.stem}") for file in files)


def parse(source: str, *, folder: str, name: str) -> Statement:
    """Read a headed file; ValueError when a line of the header cannot be read."""
    values: dict[str, list[str]] = {key: [] for key in KEYS}
    body: list[str] = []
    for line in source.splitlines():
        found = None if body else _HEADER.match(line)
        if found:
            values[found[1]].append(found[2].strip())
        elif line.strip() or body:
            body.append(line)
    return Statement(
        name=name,
        folder=folder,
        purpose=" ".join(values["purpose"]),
        parameters=tuple(_field(text, name) for text in values["parameter"]),
        columns=tuple(_field(text, name) for text in values["column"]),
        example=" ".join(values["example"]),
        text="\n".join(body).strip(),
        group=" ".join(values["group"]),
        cost=" ".join(values["cost"]),
    )


def _field(text: str, name: str) -> Field:
    found = _FIELD.fullmatch(text)
    if found is None:
        raise ValueError(f"{name}: the header line {text!r} is not 'name TYPE — meaning'")
    return Field(found["name"], found["type"], found["meaning"], found["optional"] is not None)

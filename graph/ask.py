"""Ask a named statement: its parameters are checked against its header, its rows come back as its header says."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from graph.session import Database
from graph.statements import Field, Statement, statement, statements
from loaders.errors import MailuoError

FOLDERS = ("trace", "analysis")
"""The folders whose statements people ask by name; the others are parts of the program's own work."""

_TYPES: dict[str, type | tuple[type, ...]] = {
    "STRING": str,
    "INTEGER": int,
    "FLOAT": (int, float),
    "BOOLEAN": bool,
    "DATE": date,
    "LIST<STRING>": (list, tuple),
}


def named() -> tuple[Statement, ...]:
    """Return the statements that people ask by name, by folder and name."""
    return tuple(one for folder in FOLDERS for one in statements() if one.folder == folder)


def find(name: str) -> Statement:
    """Return a statement by its name, with or without its folder; MailuoError (2) when there is none."""
    for one in named():
        if name in (one.name, f"{one.folder}/{one.name}"):
            return one
    raise MailuoError(f"No statement is called {name}.", "`mailuo query` lists them.", 2)


def run(
    database: Database, name: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
) -> list[dict[str, Any]]:
    """Run a named statement in a READ session and return its rows; parameters that are left out are null.

    MailuoError (2) for an unknown statement, an unknown or missing parameter, or a value of another type.
    """
    asked = find(name)
    return rows_of(database, asked, checked(asked, parameters or {}), timeout=timeout)


def rows_of(
    database: Database, asked: Statement, values: Mapping[str, Any], *, timeout: float | None = None
) -> list[dict[str, Any]]:
    """Return the rows of a named statement for checked values, ``timeout`` in seconds.

    They come in blocks (cypher/sessions/blocks.cypher), as whoever calls wants all of them.
    """
    names = [field.name for field in asked.columns]
    blocks = database.read(_in_blocks(asked), timeout=timeout, **values)
    return [dict(zip(names, row, strict=True)) for found in blocks for row in found["block"]]


@cache
def _in_blocks(asked: Statement) -> str:
    columns = ", ".join(field.name for field in asked.columns)
    return statement("sessions/blocks").text.replace("{{columns}}", columns).replace("{{statement}}", asked.text)


def checked(asked: Statement, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Return every parameter of a statement with its value, null where it is optional and left out."""
    known = {field.name: field for field in asked.parameters}
    unknown = [name for name in parameters if name not in known]
    if unknown:
        raise MailuoError(f"{asked.name} has no parameter {unknown[0]}.", _offer(asked), 2)
    for name, field in known.items():
        value = parameters.get(name)
        if value is None:
            if not field.optional:
                raise MailuoError(f"{asked.name} needs the parameter {name}: {field.meaning}.", _offer(asked), 2)
        elif not _fits(value, field.type):
            raise _mismatch(field, value)
    return {name: parameters.get(name) for name in known}


def typed(asked: Statement, texts: Mapping[str, str]) -> dict[str, Any]:
    """Turn values as people type them into those of the header; a list is typed with commas between its items."""
    known = {field.name: field for field in asked.parameters}
    return {name: _value(known[name], text) if name in known else text for name, text in texts.items()}


def loose(text: str) -> Any:
    """Turn a value that no header describes into what JSON says that it is, else leave it a text."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _fits(value: Any, kind: str) -> bool:
    # In Python a bool is an int too; in Cypher it is not.
    return isinstance(value, _TYPES[kind]) and (kind == "BOOLEAN" or not isinstance(value, bool))


def _value(field: Field, text: str) -> Any:
    try:
        return _READERS[field.type](text)
    except (ValueError, KeyError) as error:
        raise _mismatch(field, text) from error


_READERS: dict[str, Callable[[str], Any]] = {
    "STRING": str,
    "INTEGER": int,
    "FLOAT": float,
    "BOOLEAN": lambda text: {"true": True, "false": False}[text.lower()],
    "DATE": date.fromisoformat,
    "LIST<STRING>": lambda text: [item.strip() for item in text.split(",") if item.strip()],
}


def _mismatch(field: Field, value: Any) -> MailuoError:
    example = {"DATE": ", such as 2022-12-31", "BOOLEAN": ": true or false", "LIST<STRING>": ": a,b,c"}
    return MailuoError(
        f"{field.name}={value} is not a value of type {field.type}.",
        f"{field.name} is {field.type}{example.get(field.type, '')}: {field.meaning}.",
        2,
    )


def _offer(asked: Statement) -> str:
    if not asked.parameters:
        return f"{asked.name} has no parameters."
    names = (f"{field.name} {field.type}{' (optional)' if field.optional else ''}" for field in asked.parameters)
    return f"Its parameters: {', '.join(names)}."

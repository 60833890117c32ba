"""The types of values in tables, and how a cell of CSV holds each of them so that it can be read back.

A cell of text that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that is empty or
begins with an apostrophe: reading takes one apostrophe away, and an empty cell is null.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import neo4j.time

GUARD = "'"
FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV injection), full-width forms included."""
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Type:
    """A type of values: what Neo4j calls it, Frictionless's type and format, GraphML's, and a cell there and back."""

    neo4j: str
    field: Mapping[str, str]
    graphml: str
    to_cell: Callable[[Any], Cell]
    from_cell: Callable[[str], Any]


def guarded(text: str) -> str:
    """Text as it stands in a cell."""
    return GUARD + text if not text or text[0] in FORMULA or text[0] == GUARD else text


def plain(value: Any) -> Any:
    """A value of the driver as Python's own: dates, and times in UTC with microseconds."""
    if isinstance(value, neo4j.time.Date):
        return value.to_native()
    if isinstance(value, neo4j.time.DateTime):
        return value.to_native().astimezone(UTC)
    return value


def _list(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _texts(text: str) -> list[str]:
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise ValueError(text)
    return found


TYPES: Mapping[str, Type] = {
    "string": Type("String", {"type": "string"}, "string", guarded, lambda text: text.removeprefix(GUARD)),
    "integer": Type("Long", {"type": "integer"}, "long", int, int),
    "number": Type("Double", {"type": "number"}, "double", float, float),
    "boolean": Type("Boolean", {"type": "boolean"}, "boolean", lambda value: "true" if value else "false", _truth),
    "date": Type("Date", {"type": "date"}, "string", date.isoformat, date.fromisoformat),
    "datetime": Type("DateTime", {"type": "datetime"}, "string", datetime.isoformat, datetime.fromisoformat),
    "list": Type("StringArray", {"type": "array"}, "string", _list, _texts),
    "bytes": Type(
        "ByteArray",
        {"type": "string", "format": "binary"},
        "string",
        lambda value: base64.b64encode(value).decode(),
        lambda text: base64.b64decode(text, validate=True),
    ),
}
BY_NEO4J = {type_.neo4j: name for name, type_ in TYPES.items()}

"""Tables with a document a row: CSV, JSON lines and JSON lists, their columns known by name or told."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from loaders.bodies_tables import rows as registry
from loaders.errors import MailuoError
from loaders.numbers import normal
from loaders.readers import formats, html

SUFFIXES = {".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json"}
ROLES = ("text", "title", "number", "issuers", "date", "url")
LIMIT_CELL = 4_000_000
_TAIL = 120
"""Characters at the end of a text in which its date stands where it has one."""
_DATE = re.compile(r"[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[二一]\s*[○〇零九Oo0]\S{2,4}年\S{1,3}月\S{1,3}日")
_ISO = re.compile(r"([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can write and UTF-8 cannot."""

Columns = Mapping[str, str]
Cells = Mapping[str, str]


def rows(name: str, text: str, form: str, columns: Columns) -> Iterator[tuple[int, str, str | None] | MailuoError]:
    """Each row's number (1-based, headers apart), the text of its document and its address; or what is wrong with it.

    The text is as a page prints it: the number, the title, the text, and the issuers and the date where the text does
    not end with a date itself. ``columns`` says which column is what (ROLES); the others are known by their names
    (registries/columns.csv). MailuoError when no column holds a text.
    """
    found = {"csv": _csv, "jsonl": _jsonl, "json": _json}[form](name, text)
    meant: dict[str, str] | None = None
    for number, cells in found:
        if isinstance(cells, MailuoError):
            yield cells
            continue
        if meant is None or form != "csv":
            meant = _meant(name, list(cells), columns)
        row = {role: cells.get(column, "").strip() for role, column in meant.items()}
        try:
            row["text"] = _seen(Path(f"{name}#row={number}"), row["text"])
        except MailuoError as error:
            yield error
        else:
            yield number, _page(row), row.get("url") or None


def _seen(name: Path, cell: str) -> str:
    """The text of a cell, which may be a piece of a web page."""
    if not cell:
        raise MailuoError(f"{name}: the column of the text is empty.", "Give the text.")
    if "\0" in cell:
        raise MailuoError(f"{name}: not text, it holds NUL characters.", "Save it anew.")
    return html.read(name, cell.encode()) if formats.recognise(cell.encode()) == formats.HTML else cell


def _csv(name: str, text: str) -> Iterator[tuple[int, Cells]]:
    csv.field_size_limit(max(LIMIT_CELL, csv.field_size_limit()))  # of the process: never below another's
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    try:
        for number, cells in enumerate(reader, 1):
            yield number, {key.strip(): value for key, value in cells.items() if key is not None}
    except csv.Error as error:
        where = f"line {reader.line_num} ({error})"
        raise MailuoError(f"{name}: not a CSV that can be read, {where}.", "Save it anew.") from error


def _jsonl(name: str, text: str) -> Iterator[tuple[int, Cells | MailuoError]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            cells = json.loads(line)
        except (ValueError, RecursionError):
            cells = None
        yield number, _object(name, number, cells, "line")


def _json(name: str, text: str) -> Iterator[tuple[int, Cells | MailuoError]]:
    """A list of objects, or one object."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MailuoError(f"{name}: not JSON that can be read.", "Save it anew; an object a line is .jsonl.") from error
    for number, cells in enumerate(read if isinstance(read, list) else [read], 1):
        yield number, _object(name, number, cells, "entry")


def _object(name: str, number: int, cells: object, what: str) -> Cells | MailuoError:
    if isinstance(cells, dict):
        return {key: _words(value) for key, value in cells.items()}
    return MailuoError(
        f"{name}#row={number}: the {what} is no JSON object.", f"Give one a{'n' * (what == 'entry')} {what}."
    )


def _words(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(_words, value))
    return "" if value is None else _SURROGATE.sub("\ufffd", str(value))


def _meant(name: str, headers: list[str], columns: Columns) -> dict[str, str]:
    known = {header: role for role, header in _names()}
    found = {known[header.casefold()]: header for header in reversed(headers) if header.casefold() in known}
    for role, column in columns.items():
        if role not in ROLES:
            raise MailuoError(f"{role} is nothing that a column can be.", f"These are: {', '.join(ROLES)}.", 2)
        if column in headers:
            found[role] = column
    if "text" not in found:
        listed = ", ".join(headers[:12]) or "none"
        raise MailuoError(f"{name}: no column is known to hold the text, of {listed}.", "Say --columns text=NAME.")
    return found


@functools.cache
def _names() -> tuple[tuple[str, str], ...]:
    return tuple((row["role"], row["header"].casefold()) for row in registry("columns"))


def _page(row: Cells) -> str:
    """The row as a page that prints it."""
    text, title, number = row["text"], row.get("title", ""), row.get("number", "")
    head = []
    if number and number not in text[:1000]:
        head.append(number if normal(number) else f"发文字号：{number}")  # what the head has no room for is labelled
    if title and _bare(title) not in _bare(text[:1000]):
        head.append(title)
    tail = []
    if row.get("date") and not _DATE.search(text[-_TAIL:]):
        tail = [*re.split(r"[、,，;；\s]+", row.get("issuers", "")), _ISO.sub(_printed, row["date"])]
    return "\n".join([*head, text, *filter(None, tail)])


def _printed(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{year}年{int(month)}月{int(day)}日"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)

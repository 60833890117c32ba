"""Rows printed as they come, in any form, so that an answer of any length takes no memory."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from api.answers import Format, chosen, console
from api.tables import as_csv, as_json, print_table

Row = Mapping[str, Any]

PAGE = 1000
"""Rows of one table: the widths of its columns are those of the rows in it; the next one has its own."""


def stream(rows: Iterable[Row], columns: Sequence[str], form: Format | None) -> int:
    """Print rows and return how many there were; the text is that of `api.answers.answer` for the same rows."""
    match chosen(form):
        case Format.JSON:
            return _json(rows)
        case Format.CSV:
            return _csv(rows, columns)
        case Format.TABLE:
            return _tables(rows, columns)


def _json(rows: Iterable[Row]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):
        # A line break inside of a text is written \n in JSON: every real one is layout.
        text = as_json(row).replace("\n", "\n  ")
        sys.stdout.write(f"{',' if count > 1 else '['}\n  {text}")
    print("\n]" if count else "[]")
    return count


def _csv(rows: Iterable[Row], columns: Sequence[str]) -> int:
    count = 0
    head = as_csv([], columns)
    sys.stdout.write(head)
    for row in rows:
        sys.stdout.write(as_csv([row], columns)[len(head) :])
        count += 1
    return count


def _tables(rows: Iterable[Row], columns: Sequence[str]) -> int:
    count, left = 0, iter(rows)
    while page := list(islice(left, PAGE)):
        count += len(page)
        print_table(page, columns, console())
    return count

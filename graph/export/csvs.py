"""Tables as CSV (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need to read Chinese), there and back.

Lists are JSON, dates ISO 8601, bytes base64; values.py says how text is kept from being run as a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from graph.export.tables import Table
from graph.export.values import TYPES

SUFFIX = "csv"
LONGEST = 1 << 30
"""Characters of a cell; the text of a document is far longer than what Python's reader allows by itself."""


class Writer:
    """A file of CSV on its way."""

    def __init__(self, folder: Path, table: Table) -> None:
        path = folder / f"{table.path}.{SUFFIX}"
        path.parent.mkdir(exist_ok=True)
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, quoting=csv.QUOTE_NONNUMERIC)
        self._writer.writerow([column.name for column in table.all])
        self._cells = [TYPES[column.type].to_cell for column in table.all]

    def write(self, row: Sequence[Any]) -> None:
        """Add a row: the values of all columns."""
        self._writer.writerow(
            [None if value is None else cell(value) for cell, value in zip(self._cells, row, strict=True)]
        )

    def close(self) -> None:
        """End the file."""
        self._file.close()


def read(folder: Path, table: Table) -> Iterator[list[Any]]:
    """Read the rows of a table; ValueError with the line where a row or a value cannot be."""
    csv.field_size_limit(LONGEST)
    values = [TYPES[column.type].from_cell for column in table.all]
    with (folder / f"{table.path}.{SUFFIX}").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, strict=True)
        if next(rows, []) != [column.name for column in table.all]:
            raise ValueError("the first line has other columns than the manifest")
        try:
            for row in rows:
                yield [value(cell) if cell else None for value, cell in zip(values, row, strict=True)]
        except (ValueError, csv.Error) as error:
            raise ValueError(f"line {rows.line_num}: {error}") from error

"""Tables as Parquet, there and back: lists as lists, dates as dates, times in UTC with microseconds, bytes as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from graph.export.tables import Table

SUFFIX = "parquet"
ROWS = 20_000
CHARACTERS = 4_000_000
"""A group of rows is written when it has so many rows, or so many characters of text: what is held in memory."""
BATCH = 500
"""Rows that are read at a time."""
_TYPES: dict[str, Any] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "datetime": pa.timestamp("us", "UTC"),
    "list": pa.list_(pa.string()),
    "bytes": pa.binary(),
}


class Writer:
    """A file of Parquet on its way."""

    def __init__(self, folder: Path, table: Table) -> None:
        path = folder / f"{table.path}.{SUFFIX}"
        path.parent.mkdir(exist_ok=True)
        self._schema = pa.schema([(column.name, _TYPES[column.type]) for column in table.all])
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Sequence[Any]] = []
        self._characters = 0

    def write(self, row: Sequence[Any]) -> None:
        """Add a row: the values of all columns."""
        self._rows.append(row)
        self._characters += sum(len(value) for value in row if isinstance(value, str | bytes))
        if len(self._rows) >= ROWS or self._characters >= CHARACTERS:
            self._flush()

    def close(self) -> None:
        """End the file."""
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(zip(*self._rows, strict=True), self._schema, strict=True)
            arrays = [pa.array(values, field.type) for values, field in columns]
            self._file.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows, self._characters = [], 0


def read(folder: Path, table: Table) -> Iterator[list[Any]]:
    """Read the rows of a table; ValueError where its columns are not those of the manifest."""
    with parquet.ParquetFile(folder / f"{table.path}.{SUFFIX}") as file:
        schema = pa.schema([(column.name, _TYPES[column.type]) for column in table.all])
        if not file.schema_arrow.equals(schema):
            raise ValueError("it has other columns than the manifest")
        for batch in file.iter_batches(batch_size=BATCH):
            yield from map(list, zip(*(column.to_pylist() for column in batch.columns), strict=True))

"""Bring an export of tables back into an empty database, so that its graph has the digest that it had.

Checksums are checked before anything is written. While it is written the database says that it is of no version of the
model, so that no other part of mailuo works on half a graph; the writers' lock is held all the while. What fails is
taken out again; what was cut off (a killed process) is taken out by the next import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
from neo4j import ManagedTransaction

from graph import schema
from graph.digest import digest
from graph.export import csvs
from graph.export.dictionary import labels
from graph.export.folder import MANIFEST, SUMS, sha256, sums
from graph.export.package import VERSION, end_labels, tables_of
from graph.export.tables import ENDS, OWN, Table
from graph.session import Database, writer_lock
from graph.statements import statement
from graph.transaction import run
from graph.version import MODEL
from loaders.errors import MailuoError

BATCH = 1000
CHARACTERS = 2_000_000
"""A batch is written when it has so many rows, or so many characters of text."""
ALONE = OWN.union(labels())
"""Labels of which a node has exactly one."""
UNFINISHED = 0
"""The version of the model that a database has while an import is on its way."""
OnProgress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Export:
    """A folder that was checked: what it says of itself, and its tables, nodes first."""

    folder: Path
    manifest: dict[str, Any]
    tables: tuple[Table, ...]

    @property
    def suffix(self) -> str:
        """Of the files of its tables."""
        return str(self.manifest["format"])


def opened(folder: Path) -> Export:
    """Read and check an export; MailuoError where it is none, is of another version, or a file is not as written."""
    if not (folder / MANIFEST).is_file() or not (folder / SUMS).is_file():
        raise MailuoError(f"{folder} holds no export.", "`mailuo export --format csv --out DIR` writes one.", 2)
    checked = _checked(folder)
    try:
        manifest = orjson.loads((folder / MANIFEST).read_bytes())
        tables = tables_of(manifest)
        layout, model, form = manifest["layout"], manifest["model"], manifest["format"]
        str(manifest["digest"]), manifest["setup"]
    except (KeyError, TypeError, ValueError) as error:
        raise MailuoError(f"{folder / MANIFEST} cannot be read: {error}.", "Export the graph again.") from error
    if layout != VERSION or model != MODEL:
        raise MailuoError(
            f"{folder} was written for version {model} of the model (layout {layout}), this mailuo has version {MODEL} "
            f"(layout {VERSION}).",
            "Import it with the mailuo that wrote it, or load the files again.",
        )
    if form not in ("csv", "parquet"):
        raise MailuoError(f"{folder} is {form}, which is not read back.", "csv and parquet are.", 2)
    for name in (MANIFEST, *(f"{table.path}.{form}" for table in tables)):
        if name not in checked:
            raise MailuoError(f"{folder / SUMS} lacks {name}.", "Export the graph again.")
    return Export(folder, manifest, tuple(sorted(tables, key=lambda table: table.kind)))


def _checked(folder: Path) -> set[str]:
    """The files that are as they were exported; others that somebody put beside them are not read."""
    wanted = sums(folder)
    for name in sorted(wanted):
        if not (folder / name).is_file():
            raise MailuoError(f"{name} is missing in {folder}.", "Copy the export again, or export the graph again.")
        if sha256(folder / name) != wanted[name]:
            raise MailuoError(
                f"{folder / name} is not what was exported: its checksum is another one.",
                "Copy the export again; an export that was edited cannot be imported.",
            )
    return set(wanted)


def restore(database: Database, export: Export, on_progress: OnProgress | None = None) -> None:
    """Write an export into an empty database.

    MailuoError: (2) the database is not empty; (3) a table cannot be read, or the graph got another digest.
    """
    _clear_unfinished(database)
    schema.ensure(database)
    with database.session("WRITE") as holder, holder.begin_transaction() as lock:
        writer_lock(lock)
        _must_be_empty(database)
        _stamp(database, UNFINISHED, export)
        try:
            _clear(database)
            _write(database, export, on_progress)
            if digest(database) != export.manifest["digest"]:
                raise MailuoError(
                    "The imported graph has another digest than the exported one, so it was taken out again.",
                    "Export the graph again, by this version of mailuo.",
                )
        except BaseException:
            _undo(database)
            raise
        _stamp(database, MODEL, export)
    database.read(statement("load/await_search").text)


def _clear_unfinished(database: Database) -> None:
    """Take out what an import left that was cut off; one that is on its way holds the lock, and is waited for."""
    if _is_unfinished(database):
        with database.session("WRITE") as holder, holder.begin_transaction() as lock:
            writer_lock(lock)
            if _is_unfinished(database):
                _undo(database)


def _is_unfinished(database: Database) -> bool:
    model = database.read(statement("schema/model").text)
    return bool(model) and model[0]["version"] == UNFINISHED


def _undo(database: Database) -> None:
    _clear(database)
    database.write(statement("export/forget_model").text)


def _must_be_empty(database: Database) -> None:
    if not database.read(statement("export/is_empty").text)[0]["empty"]:
        raise MailuoError(
            "This graph is not empty, and an import would be mixed with it.",
            "Name another data folder (MAILUO_HOME) or database, or empty this one with `mailuo db reset`.",
            2,
        )


def _stamp(database: Database, version: int, export: Export) -> None:
    """Say of which version the graph is, and which registry of regions it has: another one is set up by a load."""
    setup = export.manifest["setup"]
    database.write(statement("schema/stamp").text, p={"version": version, "setup": setup})


def _clear(database: Database) -> None:
    with database.session("WRITE") as session:
        session.run(statement("export/clear").text).consume()


def _write(database: Database, export: Export, on_progress: OnProgress | None) -> None:
    done = 0
    for table in export.tables:
        name = f"{table.path}.{export.suffix}"
        try:
            for batch in _batches(_rows(export, table)):
                with database.session("WRITE") as session:
                    session.execute_write(_nodes if table.kind == "nodes" else _edges, table, batch)
                done += len(batch)
                if on_progress:
                    on_progress(done)
        except (OSError, ValueError) as error:
            raise MailuoError(f"{export.folder / name} cannot be read: {error}.", "Export the graph again.") from error


def _rows(export: Export, table: Table) -> Iterator[list[Any]]:
    if export.suffix == "csv":
        return csvs.read(export.folder, table)
    from graph.export import parquets

    return parquets.read(export.folder, table)


def _batches(rows: Iterable[list[Any]]) -> Iterator[list[list[Any]]]:
    waiting = iter(rows)
    while batch := _batch(waiting):
        yield batch


def _batch(rows: Iterator[list[Any]]) -> list[list[Any]]:
    batch: list[list[Any]] = []
    characters = 0
    for row in islice(rows, BATCH):
        batch.append(row)
        characters += sum(len(value) for value in row if isinstance(value, str | bytes))
        if characters >= CHARACTERS:
            break
    return batch


def _properties(table: Table, row: list[Any]) -> dict[str, Any]:
    found = zip(table.columns, row[len(table.leading) :], strict=True)
    return {column.property: value for column, value in found if value is not None}


def _nodes(transaction: ManagedTransaction, table: Table, batch: list[list[Any]]) -> None:
    for row in batch:
        if table.name not in row[0] or len(ALONE.intersection(row[0])) != 1:
            raise ValueError(f"a node with the labels {row[0]}")
    run(
        transaction,
        "export/write_nodes",
        rows=[{"labels": row[0], "properties": _properties(table, row)} for row in batch],
    )


def _edges(transaction: ManagedTransaction, table: Table, batch: list[list[Any]]) -> None:
    rows = [_edge(table, row) for row in batch]
    written = run(transaction, "export/write_edges", type=table.name, rows=rows)[0]["written"]
    if written != len(batch):
        raise ValueError(f"{len(batch) - written} relationships lead to nodes that are not there")


def _edge(table: Table, row: list[Any]) -> Mapping[str, Any]:
    from_label, to_label = end_labels(table, row)
    return {
        "from": {from_label: row[ENDS.index("from_id")]},
        "to": {to_label: row[ENDS.index("to_id")]},
        "properties": _properties(table, row),
    }

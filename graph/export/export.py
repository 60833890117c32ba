"""Write a graph to a folder: CSV, Parquet, GraphML or JSON-LD, with a manifest and checksums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from graph import schema
from graph.export import csvs, graphml, jsonld, package
from graph.export.folder import staged
from graph.export.formats import Format
from graph.export.reading import Edge, Node, Reading
from graph.export.tables import ChangedError, Table, tables, values
from graph.session import Database
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from graph.export import parquets

OnProgress = Callable[[int], None]
EVERY = 10_000
"""Nodes and relationships between two words of progress."""


Writer = Callable[[Path, Table], "csvs.Writer | parquets.Writer"]


class Sink(Protocol):
    """What takes a graph in, item by item; ``told`` are words of its own for the manifest."""

    def put(self, item: Node | Edge) -> None:
        """Take in a node or a relationship."""

    def close(self) -> None:
        """End all files."""

    def told(self) -> Mapping[str, Any]:
        """What the manifest says besides."""


class TableSink:
    """Nodes and relationships into one table a label and one a relationship type."""

    def __init__(self, folder: Path, found: Mapping[str, Table], writer: Writer) -> None:
        self._tables = found
        with ExitStack() as files:
            self._writers = {name: files.enter_context(closing(writer(folder, table))) for name, table in found.items()}
            self._files = files.pop_all()

    def put(self, item: Node | Edge) -> None:
        """Add the row of a node or a relationship; ChangedError where there is no such table or column."""
        name = item.label if isinstance(item, Node) else item.kind
        table = self._tables.get(name)
        if table is None:
            raise ChangedError
        leading: list[Any] = [item.labels] if isinstance(item, Node) else []
        if isinstance(item, Edge):
            leading = [item.from_label, item.from_id, item.to_label, item.to_id]
        self._writers[name].write(leading + values(table, item.properties))

    def close(self) -> None:
        """End all files."""
        self._files.close()

    def told(self) -> Mapping[str, Any]:
        """Nothing besides."""
        return {}


def export(
    database: Database,
    form: Format,
    out: Path,
    *,
    overwrite: bool = False,
    on_progress: OnProgress | None = None,
) -> dict[str, Any]:
    """Write the whole graph to the folder ``out`` and return its manifest; nothing is there before all of it is.

    MailuoError: (1) the graph is empty; (2) the folder has something else; (3) the disk is full, the graph changed
    meanwhile, is of another model, or has something that is not mailuo's.
    """
    schema.check(database)
    found = tables(database)
    if "Document" not in found:
        raise MailuoError("This graph is empty: there is nothing to export.", "`mailuo load PATH` fills it.", 1)
    with staged(out, overwrite=overwrite) as folder:
        reading = Reading(database)
        sink = _sink(form, folder, found)
        with closing(sink):
            for item in _watched(reading, on_progress):
                sink.put(item)
        if not reading.unchanged():
            raise ChangedError
        manifest = package.manifest(database, form, reading.digest, reading.counts, found.values())
        manifest |= sink.told()
        package.write_dictionary(folder, found.values())
        if form in (Format.CSV, Format.PARQUET):
            package.write_package(folder, found.values(), form, manifest)
        package.write_manifest(folder, manifest)
    return manifest


def _sink(form: Format, folder: Path, found: Mapping[str, Table]) -> Sink:
    if form is Format.GRAPHML:
        return graphml.Sink(folder, found)
    if form is Format.JSONLD:
        return jsonld.Sink(folder)
    if form is Format.CSV:
        return TableSink(folder, found, csvs.Writer)
    # pyarrow takes a moment and some memory, which the other forms need not.
    from graph.export import parquets

    return TableSink(folder, found, parquets.Writer)


def _watched(reading: Reading, on_progress: OnProgress | None) -> Iterator[Node | Edge]:
    for number, item in enumerate(reading, start=1):
        if on_progress and number % EVERY == 0:
            on_progress(number)
        yield item

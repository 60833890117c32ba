"""What stands beside the tables of an export: the data dictionary, Frictionless's datapackage.json, the manifest."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import orjson

from graph.export.dictionary import entries, key_of, labels
from graph.export.folder import MANIFEST
from graph.export.tables import ENDS, Column, Table
from graph.export.values import TYPES, guarded
from graph.session import Database
from graph.statements import statement
from graph.version import MODEL, extractor_version

DICTIONARY = "data-dictionary.csv"
PACKAGE = "datapackage.json"
VERSION = 1
"""Of the layout of exports; raised when an older mailuo could not read them."""
_LEADING = {
    "labels": "all labels of the node",
    "from_label": "label of the node that it comes from",
    "from_id": "key of the node that it comes from",
    "to_label": "label of the node that it goes to",
    "to_id": "key of the node that it goes to",
}
_MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_DESCRIPTION = (
    "A graph of Chinese policy documents, made by mailuo. A cell of text in CSV that begins with an apostrophe has the "
    "text after it: so nothing is run as a formula, and an empty text ('') is not null (an empty cell)."
)


def write_dictionary(folder: Path, tables: Iterable[Table]) -> None:
    """Write what every column means, for people."""
    with (folder / DICTIONARY).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(("table", "column", "type", "meaning", "example"))
        for table in tables:
            entry = entries().get((table.name, ""))
            writer.writerow(
                (table.path, "", "", entry.meaning if entry else "", guarded(entry.example if entry else ""))
            )
            for column in table.all:
                row = (table.path, column.name, column.type, _meaning(table, column), guarded(_example(table, column)))
                writer.writerow(row)


def write_package(folder: Path, tables: Iterable[Table], suffix: str, manifest: Mapping[str, Any]) -> None:
    """Write datapackage.json (Data Package version 2, Table Schema)."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "mailuo-graph",
        "title": "mailuo 脉络",
        "description": _DESCRIPTION,
        "version": manifest["digest"][:16],
        "created": manifest["made_at"],
        "resources": [_resource(folder, table, suffix) for table in tables],
    }
    (folder / PACKAGE).write_bytes(orjson.dumps(package, option=orjson.OPT_INDENT_2))


def _resource(folder: Path, table: Table, suffix: str) -> dict[str, Any]:
    path = f"{table.path}.{suffix}"
    entry = entries().get((table.name, ""))
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in table.all], "missingValues": [""]}
    if table.kind == "nodes":
        schema["primaryKey"] = [key_of(table.name)]
    return {
        "name": table.path.replace("/", "-").lower(),
        "type": "table",
        "path": path,
        "format": suffix,
        "mediatype": _MEDIA[suffix],
        "encoding": "utf-8",
        "description": entry.meaning if entry else "",
        "bytes": (folder / path).stat().st_size,
        "schema": schema,
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, **TYPES[column.type].field, "description": _meaning(table, column)}
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field


def _meaning(table: Table, column: Column) -> str:
    if not column.property:
        return _LEADING[column.name]
    entry = entries().get((table.name, column.property))
    return entry.meaning if entry else ""


def _example(table: Table, column: Column) -> str:
    if not column.property:
        return {"labels": f'["{table.name}"]', "from_label": labels()[0], "to_label": labels()[0]}.get(column.name, "")
    entry = entries().get((table.name, column.property))
    return entry.example if entry and column.type in (entry.types[0],) else ""


def manifest(
    database: Database, form: str, digest: str, counts: Mapping[str, int], tables: Iterable[Table]
) -> dict[str, Any]:
    """What an export says of itself: the programs and versions that made it, its digest, counts, and columns."""
    programs = database.read(statement("export/programs").text)[0]
    model = database.read(statement("schema/model").text)
    return {
        "mailuo": version("mailuo"),
        "layout": VERSION,
        "format": form,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": MODEL,
        "setup": model[0]["setup"] if model else None,
        "extractor": extractor_version(),
        "extractors_of_the_facts": sorted(programs["extractors"]),
        "unfinished_files": programs["unfinished"],
        "digest": digest,
        "tables": [
            {
                "kind": table.kind,
                "name": table.name,
                "rows": counts.get(table.name, 0),
                "columns": [
                    {"name": column.name, "property": column.property, "type": column.type} for column in table.columns
                ],
            }
            for table in tables
        ],
    }


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the manifest."""
    (folder / MANIFEST).write_bytes(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))


def tables_of(manifest: Mapping[str, Any]) -> list[Table]:
    """The tables that a manifest tells of; KeyError, TypeError or ValueError where it tells of none that can be."""
    found = []
    for row in manifest["tables"]:
        columns = tuple(Column(one["name"], one["property"], one["type"]) for one in row["columns"])
        table = Table(row["kind"], row["name"], columns)
        if not table.name.isidentifier() or table.kind not in ("nodes", "relationships"):
            raise ValueError(f"a table called {table.path}")
        if unknown := [column.type for column in columns if column.type not in TYPES]:
            raise ValueError(f"a column of the type {unknown[0]}")
        if table.kind == "nodes" and table.name not in labels():
            raise ValueError(f"nodes with the label {table.name}")
        found.append(table)
    return found


def end_labels(table: Table, row: list[Any]) -> tuple[str, str]:
    """The labels of a relationship's ends; ValueError where they are none of mailuo's."""
    found = row[ENDS.index("from_label")], row[ENDS.index("to_label")]
    if unknown := [label for label in found if label not in labels()]:
        raise ValueError(f"{table.path}: a node with the label {unknown[0]}")
    return found

"""Rows for people and for machines: a table of the terminal's width, JSON, or CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from neo4j.graph import Entity

Row = Mapping[str, Any]

LONGEST = 300
"""Characters of a cell that a table shows; JSON and CSV have them all."""
NARROWEST = 18
"""Terminal columns below which a column of long text is no longer read but spelled: nine Chinese characters."""
GAP = 2

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def as_json(value: Any) -> str:
    """Return any answer as JSON; dates as ISO 8601 texts, nodes and relationships as their labels and properties."""
    import orjson

    return orjson.dumps(value, default=_plain, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS).decode()


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """Return rows as CSV (RFC 4180) with a head line; lists with ；between their items."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_flat(row.get(column), "；") for column in columns] for row in rows)
    return file.getvalue()


def as_table(rows: Sequence[Row], columns: Sequence[str], width: int) -> RenderableType:
    """Return rows as a table, or one below the other where the columns would be too narrow to read.

    Columns that are empty in every row are left out. ``width`` in terminal columns, of which a Chinese character
    takes two.
    """
    cells = [[cell(row.get(column)) for column in columns] for row in rows]
    filled = [place for place in range(len(columns)) if any(row[place] for row in cells)]
    needs = [
        min(NARROWEST, max(cell_len(text) for text in (columns[place], *(row[place] for row in cells))))
        for place in filled
    ]
    if sum(needs) + GAP * len(needs) > width:
        return Group(*(_record([(columns[place], row[place]) for place in filled]) for row in cells))
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, GAP, 0, 0), pad_edge=False)
    for place, need in zip(filled, needs, strict=True):
        numeric = all(isinstance(row.get(columns[place]), int | float | None) for row in rows)
        table.add_column(Text(columns[place]), overflow="fold", min_width=need, justify="right" if numeric else "left")
    for row in cells:
        # Texts, never markup: in markup the brackets of 国发[2022]5号 would vanish.
        table.add_row(*(Text(row[place]) for place in filled))
    return table


def cell(value: Any) -> str:
    """Return a value as one line of a table."""
    text = _CONTROLS.sub(" ", _flat(value, "；"))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def page(row: Row) -> str:
    """Return where a fact is printed, in words: the page of the file, and the number on it where that is another."""
    if row.get("page") is None:
        return ""
    printed = row.get("printed_page")
    return f"page {row['page']}" + (f" (printed {printed})" if printed not in (None, row["page"]) else "")


def print_table(rows: Sequence[Row], columns: Sequence[str], console: Console) -> None:
    """Print rows to a terminal, wide tables as records."""
    console.print(as_table(rows, columns, console.width), soft_wrap=False)


def _record(fields: Sequence[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in fields:
        if text:
            table.add_row(Text(name), Text(text))
    table.add_row("", "")
    return table


def _flat(value: Any, between: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple):
        return between.join(_flat(item, between) for item in value)
    if isinstance(value, Mapping):
        said = ((key, _flat(item, between)) for key, item in value.items())
        return " ".join(f"{key}={text}" for key, text in said if text)
    plain = value if isinstance(value, str | int) else _plain(value)
    return str(plain) if isinstance(plain, str | int) else as_json(plain)


def _plain(value: Any) -> Any:
    """Return what the driver hands out as what JSON knows."""
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_properties(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_properties(value)}
    if isinstance(value, Path):
        return {"nodes": list(value.nodes), "relationships": list(value.relationships)}
    return str(value)


def _properties(entity: Entity) -> dict[str, Any]:
    return {"properties": dict(entity)}

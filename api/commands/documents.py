"""``mailuo document``, ``wanted`` and ``stats``: one document whole, what is missing, and what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import FormatOption, Reference, answer, console, machine, opened, resolve

if TYPE_CHECKING:
    from rich.console import RenderableType

Row = Mapping[str, Any]
_HEAD = (
    "doc_number", "issuers", "level", "region", "issued_on", "effective_on", "expires_on", "addressees",
    "issued_title", "aliases", "attachments", "inferred", "cited_by", "files",
)  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("document")(document)
    app.command("wanted")(wanted)
    app.command("stats")(stats)


def document(reference: Reference, form: FormatOption = None) -> None:
    """Show one document: its head, and its provisions with bodies, deadlines and citations."""
    from graph.ask import find, run

    with opened() as database:
        asked = {"document": resolve(database, reference).id}
        head = run(database, "document", asked)[0]
        provisions = run(database, "provisions", asked)
    columns = [field.name for field in find("provisions").columns]
    if not machine(provisions, columns, form, whole=head | {"provisions": provisions}):
        screen = console()
        for part in (*_head(head), *(part for row in provisions for part in provision(row))):
            screen.print(part)


def wanted(
    level: Annotated[str | None, typer.Option(help="Only this level: central, ministry, province …")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 50,
    form: FormatOption = None,
) -> None:
    """List documents that are cited but not held, most cited first: what to look for next."""
    from graph.ask import find, run

    with opened() as database:
        rows = run(database, "wanted", {"level": level, "limit": limit})
    columns = [field.name for field in find("wanted").columns]
    answer(rows, columns, form, shown=("citations", "id", "title", "level", "cited_by"))


def stats(form: FormatOption = None) -> None:
    """Count what the graph holds."""
    from graph.ask import find, run

    with opened() as database:
        rows = run(database, "stats")
    answer(rows, [field.name for field in find("stats").columns], form)


def _head(head: Row) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    from api.tables import cell

    yield Text(head["title"], style="bold")
    if head["sample"]:
        yield Text("A sample (示例摘要，非原文): not an official text.", style="yellow")
    if not head["held"]:
        yield Text("Its text is not held: it is known because others cite it.", style="yellow")
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name in _HEAD:
        if text := cell(head[name]):
            table.add_row(name, Text(text))
    yield table


def provision(row: Row) -> Iterator[RenderableType]:
    """Return one provision to print: number, heading, page, text, and what was found in it."""
    from rich.padding import Padding
    from rich.text import Text

    from api.tables import page

    depth = row["path"].count("/") * 2
    mark = f"  [{row['modality'] or 'measure'}]" if row["kind"] == "measure" else ""
    title = Text.assemble((row["path"], "cyan"), "  ", (row["heading"] or "", "bold"), (mark, "green"))
    yield Text("")
    yield Padding(title.append(f"  {page(row)}", "dim"), (0, 0, 0, depth))
    if row["text"]:
        yield Padding(Text(row["text"]), (0, 0, 0, depth + 2))
    for name, text in _facts(row):
        yield Padding(Text.assemble((f"{name}: ", "dim"), text), (0, 0, 0, depth + 2))


def _facts(row: Row) -> Iterator[tuple[str, str]]:
    roles: dict[str, list[str]] = {}
    for body in row["bodies"]:
        names = roles.setdefault(body["role"], [])
        if body["name"] not in names:
            names.append(body["name"])
    yield from ((role, "、".join(names)) for role, names in roles.items())
    for due in row["deadlines"]:
        days = [str(day.iso_format()) if day else "" for day in (due["starts_on"], due["ends_on"])]
        yield "deadline", f"{due['text']}  {'–'.join(days)}".rstrip(" –")
    if row["regions"]:
        yield "regions", "、".join(row["regions"])
    for citation in row["citations"]:
        yield citation["relation"], f"{citation['quote']}  → {citation['target'] or citation['status']}"

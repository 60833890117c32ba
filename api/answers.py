"""What the reading commands share: the form of an answer, the database, and the document that a reference names."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from loaders.errors import MailuoError

if TYPE_CHECKING:
    from rich.console import Console

    from graph.lookup import Match
    from graph.session import Database

Row = Mapping[str, Any]


class Format(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="How to print the answer; left out: a table on a terminal, json otherwise."),
]
EMPTY = "This graph is empty: `mailuo load PATH` fills it. The demo's is apart, see what `make demo` printed."
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        metavar="ROLE=NAME,…",
        help="Which column of a table is the text, title, number, issuers, date or url: text=正文,title=标题.",
    ),
]
Reference = Annotated[str, typer.Argument(metavar="REF", help="A document's number or title, as people type it.")]


def chosen(form: Format | None) -> Format:
    """Return the form that was asked for, else the one that suits where the answer goes."""
    return form or (Format.TABLE if sys.stdout.isatty() else Format.JSON)


@contextmanager
def opened() -> Iterator[Database]:
    """Open the database, mailuo's own being started when it does not run."""
    from graph.session import connect

    with connect() as database:
        yield database


def console() -> Console:
    """Return the console that answers go to."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def mapped(columns: str | None) -> dict[str, str]:
    """The roles of ColumnsOption with the columns that have them."""
    pairs = [pair.partition("=") for pair in (columns or "").split(",") if pair.strip()]
    if not all(role.strip() and name.strip() for role, _, name in pairs):
        raise MailuoError(f"--columns {columns} cannot be read.", "Such as --columns text=正文,title=标题.", 2)
    return {role.strip(): name.strip() for role, _, name in pairs}


def answer(
    rows: Sequence[Row], columns: Sequence[str], form: Format | None, *, shown: Sequence[str] | None = None
) -> None:
    """Print rows; an empty answer ends the command with exit code 1.

    ``shown`` are the columns of the table, where people need fewer than machines.
    """
    if not machine(rows, columns, form):
        _table(_with_printed_pages(rows) if shown else rows, shown or columns)
    if not rows:
        raise typer.Exit(1)


def _with_printed_pages(rows: Sequence[Row]) -> list[Row]:
    """The rows with the number that is printed on a page beside its count in the file."""
    from api.tables import page

    return [{**row, "page": page(row).removeprefix("page ")} if "printed_page" in row else row for row in rows]


def machine(rows: Sequence[Row], columns: Sequence[str], form: Format | None, *, whole: object | None = None) -> bool:
    """Print rows as JSON or CSV where that is asked for; ``whole`` is the JSON, where it is more than the rows."""
    from api.tables import as_csv, as_json

    form = chosen(form)
    if form is Format.JSON:
        print(as_json(rows if whole is None else whole))
    elif form is Format.CSV:
        print(as_csv(rows, columns), end="")
    return form is not Format.TABLE


def resolve(database: Database, reference: str) -> Match:
    """Return the document that a reference names, held or wanted.

    MailuoError (4) with the candidates where it names several, (1) where it names none.
    """
    from graph.lookup import lookup

    found = lookup(database, reference)
    if found.document:
        return found.document
    if found.candidates:
        lines = "\n".join(f"  {line(match)}" for match in found.candidates)
        raise MailuoError(f"{reference} does not name one document. It can mean:", f"{lines}\nType one of these.", 4)
    advice = "`mailuo search` looks inside." if _holds_any(database) else EMPTY
    raise MailuoError(f"No document is known as {found.normalized or reference}.", advice, 1)


def _holds_any(database: Database) -> bool:
    from graph.ask import run

    return any(row["group"] == "level" for row in run(database, "stats", {}))


def line(match: Match) -> str:
    """Return a document as people name it: number, title, and whether its text is there."""
    names = dict.fromkeys(filter(None, (match.doc_number or match.id, match.title)))
    return "  ".join(names) + ("" if match.held else "  (wanted)")


def _table(rows: Sequence[Row], columns: Sequence[str]) -> None:
    from api.tables import print_table

    if rows:
        print_table(rows, columns, console())
    else:
        print("Nothing found.", file=sys.stderr)

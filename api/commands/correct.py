"""``mailuo audit`` and ``mailuo correct``: facts for a person's verdict, and what a person says against them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.answers import FormatOption, answer, opened, resolve
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from graph.audit import Sheet
    from graph.corrections import Correction
    from graph.session import Database


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("correct")(correct)
    app.command("audit")(audit)


def audit(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="document, measure, citation, responsibility, deadline, mention, region, alignment.",
        ),
    ],
    sample: Annotated[int, typer.Option(help="How many facts to draw.", min=1)] = 20,
    seed: Annotated[int, typer.Option(help="One seed draws the same facts again.")] = 1,
    form: FormatOption = None,
) -> None:
    """Draw facts of one kind with their quotes; a filled sheet (--format csv) is what `correct --file` reads."""
    from graph.audit import FACTS, TO_FILL, draw

    with opened() as database:
        rows = draw(database, kind, sample, seed)
    answer(rows, (*FACTS, *TO_FILL), form, shown=("document", "path", "page", "quote", "reading"))


def correct(
    target: Annotated[
        str | None,
        typer.Argument(metavar="TARGET", help="A document (REF), or the id of a provision, fact, body or alignment."),
    ] = None,
    field: Annotated[str | None, typer.Argument(metavar="FIELD", help="Such as issued_on, role, removed.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="Left out: it has none.")] = None,
    author: Annotated[str, typer.Option(help="Who says so.")] = "",
    note: Annotated[str, typer.Option(help="What shows it: a page, an address, a printed copy.")] = "",
    file: Annotated[
        Path | None, typer.Option(help="A CSV of corrections, or a filled sheet of `audit`.", metavar="FILE")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the correction back.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List all corrections; as csv, --file reads it.")] = False,
    form: FormatOption = None,
) -> None:
    """Correct what was read, with your name and source beside it; no reload undoes it."""
    if listed:
        _list(form)
    elif file:
        _from_file(file, author, note)
    elif target and field:
        _one(target, field, value, author, note, undo)
    else:
        raise MailuoError("What is to be corrected is not said.", "`mailuo correct TARGET FIELD VALUE`, or --file.", 2)


def _list(form: FormatOption) -> None:
    from graph.ask import find, run

    with opened() as database:
        rows = run(database, "corrections")
    answer(rows, [field.name for field in find("corrections").columns], form)


def _one(target: str, field: str, value: str | None, author: str, note: str, undo: bool) -> None:
    from graph import correct as work

    with opened() as database:
        named = _named(database, target)
        if undo:
            said = work.correction(named, field, value, author or "-", note or "-")
            refused = work.undo(database, [said])
        else:
            said = work.correction(named, field, value, author, note)
            refused = work.correct(database, [said])
    for _, error in refused:
        raise error
    print(f"{named}: {field} {'as it was read' if undo else f'= {value}' if value else 'has no value'}.")


def _named(database: Database, target: str) -> str:
    """The id that a target has: as typed where it is a fact's or something has it, else the named document's."""
    from graph.correct import is_id

    return target if "#" in target or is_id(database, target) else resolve(database, target).id


def _from_file(file: Path, author: str, note: str) -> None:
    from graph import correct as work
    from graph.audit import read
    from loaders.readers import content
    from loaders.readers.text import decode

    try:
        text = decode(file, content(file))
        sheet = read(csv.DictReader(io.StringIO(text, newline="")), author, note)
    except csv.Error as error:
        raise MailuoError(f"{file}: it is no CSV ({error}).", "Save it as CSV with commas.", 3) from error
    with opened() as database:
        refused = work.correct(database, sheet.corrections) if sheet.corrections else []
    _report(sheet, refused)


def _report(sheet: Sheet, refused: list[tuple[Correction, MailuoError]]) -> None:
    import sys

    from graph.audit import interval

    judged = sheet.right + sheet.wrong
    if judged:
        low, high = interval(sheet.right, judged)
        share = sheet.right / judged
        print(f"{judged} judged, {sheet.right} right: {share:.3f} (95 % interval {low:.3f} to {high:.3f}).")
    kept = len({said.id for said in sheet.corrections} - {said.id for said, _ in refused})
    print(f"{kept} correction{'s' * (kept != 1)} of this file {'stands' if kept == 1 else 'stand'} now.")
    for name, error in [*sheet.refused, *((f"{said.target} {said.field}", error) for said, error in refused)]:
        print(f"{name}: {error.sentence} {error.advice}", file=sys.stderr)
    if sheet.refused or refused:
        raise typer.Exit(3)

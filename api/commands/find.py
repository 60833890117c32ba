"""``mailuo lookup`` and ``mailuo search``: the document that a reference names, and texts by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from api.answers import FormatOption, answer, line, machine, opened


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("lookup")(lookup)
    app.command("search")(search)


def lookup(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A number in any writing, or a title.")],
    form: FormatOption = None,
) -> None:
    """Say which document a number or title names: exact, wanted, ambiguous (exit 4) or none (exit 1)."""
    from dataclasses import asdict

    from graph.lookup import lookup as find

    with opened() as database:
        found = find(database, text)
    matches = [found.document] if found.document else list(found.candidates)
    rows = [{"status": found.status, **asdict(match)} for match in matches]
    columns = ("status", "id", "doc_number", "title", "held")
    if not machine(rows, columns, form, whole=asdict(found)):
        print(found.status)
        for match in matches:
            print(f"  {line(match)}")
    if code := {"none": 1, "ambiguous": 4}.get(found.status):
        raise typer.Exit(code)


def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words, with or without spaces between them.")],
    types: Annotated[
        list[str] | None,
        typer.Option("--type", help="document, measure, section, department or region; may be repeated."),
    ] = None,
    level: Annotated[str | None, typer.Option(help="Only documents of this level: central, province …")] = None,
    year: Annotated[int | None, typer.Option(help="Only documents of this year.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1, max=1000)] = 20,
    form: FormatOption = None,
) -> None:
    """Search documents, provisions, bodies and regions for words, best first."""
    from graph.search import KINDS
    from graph.search import search as find
    from loaders.errors import MailuoError

    for kind in types or ():
        if kind not in KINDS:
            raise MailuoError(f"There is no type {kind}.", f"The types are: {', '.join(KINDS)}.", 2)
    with opened() as database:
        rows = find(database, text, types=types, level=level, year=year, limit=limit)
    columns = ("score", "kind", "id", "document_id", "doc_number", "title", "path", "heading", "snippet", "page")
    rows = [{column: row[column] for column in (*columns, "printed_page")} for row in rows]
    answer(rows, (*columns, "printed_page"), form, shown=("kind", "document_id", "path", "snippet"))

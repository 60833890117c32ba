"""``mailuo query``: named statements, and people's own Cypher from a file or stdin; it reads unless told to write."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from api.answers import Format, FormatOption, answer, opened
from loaders.errors import MailuoError

TIMEOUT = 60.0


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("query")(query)


def query(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A statement; left out: lists them.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter; may be repeated.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Run the Cypher of this file instead; - : stdin.")] = None,
    timeout: Annotated[float, typer.Option(help="Seconds that it may take.", min=0.1)] = TIMEOUT,
    limit: Annotated[
        int | None,
        typer.Option(help="Rows of a --file's answer; left out: 1,000 on a terminal, 1,000,000 otherwise.", min=1),
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Let the Cypher of --file change data.")] = False,
    form: FormatOption = None,
) -> None:
    """Run a named statement, or Cypher from a file; both can only read, but for --write."""
    from graph.ask import checked, find, named, rows_of, typed

    values = _values(parameters or ())
    if file is not None:
        if name:
            raise MailuoError("Give a name or --file, not both.", exit_code=2)
        _own(file, values, timeout, limit, form, write=write)
    elif write or limit:
        raise MailuoError("--write and --limit are for Cypher of your own.", "Name it with --file; - is stdin.", 2)
    elif name:
        asked = find(name)
        given = checked(asked, typed(asked, values))
        with opened() as database:
            rows = rows_of(database, asked, given, timeout=timeout)
        answer(rows, [field.name for field in asked.columns], form)
    else:
        rows = [
            {"name": one.name, "purpose": one.purpose, "parameters": [_parameter(field) for field in one.parameters],
             "example": one.example}
            for one in named()
        ]  # fmt: skip
        answer(rows, ("name", "purpose", "parameters", "example"), form, shown=("name", "purpose"))


def _values(pairs: Sequence[str]) -> dict[str, str]:
    values = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not key or not equals:
            raise MailuoError(f"{pair} is not a parameter.", "Parameters are typed as -p key=value.", 2)
        values[key] = value
    return values


def _own(
    file: Path, values: Mapping[str, str], timeout: float, limit: int | None, form: Format | None, *, write: bool
) -> None:
    from api.own import WARNING, run
    from graph.ask import checked, loose, typed
    from graph.statements import parse

    try:
        source = sys.stdin.read() if str(file) == "-" else file.read_text("utf8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise MailuoError(f"{file}: cannot be read ({reason}).", "Give another file to --file.") from error
    try:
        asked = parse(source, folder="", name=file.stem)
    except ValueError as error:
        raise MailuoError(f"{error}.", "A file may also have no header.", 2) from error
    if asked.parameters:
        given = checked(asked, typed(asked, values))
    else:
        given = {key: loose(value) for key, value in values.items()}
    if write:
        print(WARNING, file=sys.stderr)
    count = run(asked.text, given, form=form, seconds=timeout, rows=limit, write=write)
    if not count and not write:
        raise typer.Exit(1)


def _parameter(field: Any) -> str:
    return f"{field.name} {field.type}{' (optional)' if field.optional else ''}"

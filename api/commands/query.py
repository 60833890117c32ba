"""``mailuo query`` and ``mailuo shell``: named statements and people's own Cypher, in sessions that can only read."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import Format, FormatOption, answer, chosen, console, opened
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from graph.session import Database

TIMEOUT = 60.0
PROMPT = "mailuo> "
HELP = """\
Type Cypher; a semicolon or an empty line runs it. Nothing can be written.
:statements lists the named statements, :stats (or another name) runs one, :exit ends."""


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("query")(query)
    app.command("shell")(shell)


def query(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A statement; left out: lists them.")] = None,
    parameters: Annotated[
        list[str] | None, typer.Option("-p", "--parameter", metavar="KEY=VALUE", help="A parameter; may be repeated.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Run the Cypher of this file instead; - : stdin.")] = None,
    timeout: Annotated[float, typer.Option(help="Seconds that it may take.", min=0.1)] = TIMEOUT,
    form: FormatOption = None,
) -> None:
    """Run a named statement, or Cypher from a file, in a session that can only read."""
    from graph.ask import checked, find, named, typed

    values = _values(parameters or ())
    if file is not None:
        if name:
            raise MailuoError("Give a name or --file, not both.", exit_code=2)
        _own(file, values, timeout, form)
    elif name:
        asked = find(name)
        given = checked(asked, typed(asked, values))
        with opened() as database:
            rows = database.read(asked.text, timeout=timeout, **given)
        answer(rows, [field.name for field in asked.columns], form)
    else:
        rows = [
            {"name": one.name, "purpose": one.purpose, "parameters": [_parameter(field) for field in one.parameters],
             "example": one.example}
            for one in named()
        ]  # fmt: skip
        answer(rows, ("name", "purpose", "parameters", "example"), form, shown=("name", "purpose"))


def shell() -> None:
    """Type Cypher and see tables, in a session that can only read; lines are remembered."""
    with opened() as database, _history():
        if sys.stdin.isatty():
            print(HELP)
        for text in statements_of(_lines()):
            if text in (":exit", ":quit"):
                return
            _run(database, text)


def statements_of(lines: Iterator[str]) -> Iterator[str]:
    """Return what was typed, statement by statement: one ends with a semicolon, an empty line, or the input."""
    typed: list[str] = []
    for line in lines:
        text = line.strip()
        if text.startswith(":") and not typed:
            yield text
            continue
        if text:
            typed.append(line.rstrip())
        if typed and (not text or text.endswith(";")):
            yield "\n".join(typed).rstrip("; \t")
            typed.clear()
    if typed:
        yield "\n".join(typed)


def _values(pairs: Sequence[str]) -> dict[str, str]:
    values = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not key or not equals:
            raise MailuoError(f"{pair} is not a parameter.", "Parameters are typed as -p key=value.", 2)
        values[key] = value
    return values


def _own(file: Path, values: Mapping[str, str], timeout: float, form: Format | None) -> None:
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
    with opened() as database:
        rows = database.read(asked.text, timeout=timeout, **given)
    answer(rows, [field.name for field in asked.columns] or list(rows[0] if rows else ()), form)


def _parameter(field: Any) -> str:
    return f"{field.name} {field.type}{' (optional)' if field.optional else ''}"


def _lines() -> Iterator[str]:
    prompt = sys.stdin.isatty()
    while True:
        try:
            line = input(PROMPT) if prompt else input()
        except EOFError:
            return
        yield line


def _run(database: Database, text: str) -> None:
    from graph.ask import named, run

    try:
        if text == ":statements":
            rows: list[dict[str, Any]] = [{"name": one.name, "purpose": one.purpose} for one in named()]
        elif text.startswith(":"):
            rows = run(database, text[1:], timeout=TIMEOUT)
        else:
            rows = database.read(text, timeout=TIMEOUT)
        _print(rows)
    except MailuoError as error:
        print("  ".join(filter(None, (error.sentence, error.advice))), file=sys.stderr)


def _print(rows: Sequence[Mapping[str, Any]]) -> None:
    from api.tables import as_json, print_table

    if chosen(None) is Format.JSON:
        print(as_json(rows))
    elif rows:
        print_table(rows, list(rows[0]), console())
    print(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", file=sys.stderr)


@contextlib.contextmanager
def _history() -> Iterator[None]:
    """Remember the lines typed, where the terminal can."""
    from graph.home import home

    if not sys.stdin.isatty():
        yield
        return
    try:
        import readline
    except ImportError:  # Python for Windows has none
        yield
        return
    file = home() / "shell_history"
    with contextlib.suppress(OSError):
        readline.read_history_file(file)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            readline.set_history_length(1000)
            readline.write_history_file(file)

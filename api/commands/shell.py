"""``mailuo shell``: a prompt for Cypher and named statements, which can only read unless it was started to write."""

from __future__ import annotations

import contextlib
import shlex
import sys
from collections.abc import Callable, Iterator
from typing import Annotated, Any

import typer

from api.answers import Format, answer, chosen
from api.commands.query import TIMEOUT
from graph.lexer import is_mark, tokens
from loaders.errors import MailuoError

PROMPT = "mailuo> "
FURTHER = "      > "
READS = "Nothing can be written."
WRITES = "Statements may change data; each that goes through is kept at once."
HELP = """\
Type Cypher, over several lines if need be; a semicolon or an empty line runs it. {state}
  :statements         the named statements
  :most_cited limit=5 runs one of them with its parameters
  :param key value    sets $key for what follows (JSON or a text); without a value takes it back
  :params             the parameters that are set
  :help, :exit        this text, the end
EXPLAIN and PROFILE show a plan. Ctrl-C ends a statement, here and in Neo4j."""


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("shell")(shell)


def shell(
    write: Annotated[bool, typer.Option("--write", help="Let what is typed change data.")] = False,
    timeout: Annotated[float, typer.Option(help="Seconds that a statement may take.", min=0.1)] = TIMEOUT,
    limit: Annotated[
        int | None, typer.Option(help="Rows shown; left out: 1,000 on a terminal, 1,000,000 otherwise.", min=1)
    ] = None,
) -> None:
    """Type Cypher and see tables; it can only read, but for --write. Lines are remembered."""
    from api.own import WARNING

    typed = Shell(write=write, timeout=timeout, limit=limit)
    if write:
        print(WARNING, file=sys.stderr)
    with _history():
        if sys.stdin.isatty():
            print(typed.help())
        for text in statements_of(_lines):
            if text in (":exit", ":quit"):
                return
            typed.run(text)


def statements_of(line: Callable[[bool], str]) -> Iterator[str]:
    """Return what is typed, statement by statement: one ends with a semicolon, an empty line, or the input.

    ``line`` gives the next line, told whether a statement goes on; EOFError ends the input, KeyboardInterrupt drops
    what was typed of a statement. A semicolon inside of a text or a comment ends nothing.
    """
    typed: list[str] = []
    while True:
        try:
            read = line(bool(typed))
        except KeyboardInterrupt:
            print(file=sys.stderr)
            typed.clear()
            continue
        except EOFError:
            break
        text = read.strip()
        if text.startswith(":") and not typed:
            yield text
            continue
        if text:
            typed.append(read.rstrip())
        if typed and (not text or _ends("\n".join(typed))):
            yield "\n".join(typed).rstrip("; \t\n")
            typed.clear()
    if typed:
        yield "\n".join(typed).rstrip("; \t\n")


def _ends(text: str) -> bool:
    """Whether a semicolon stands at the end, and neither in a text nor in a comment that are still open."""
    if not text.endswith(";"):
        return False
    found = tokens(text)
    opened = any(
        is_mark(found, place, "'", '"', "`")
        or (is_mark(found, place, "/") and is_mark(found, place + 1, "*") and text.startswith("/*", token.start))
        for place, token in enumerate(found)
    )
    return is_mark(found, len(found) - 1, ";") and not opened


class Shell:
    """The state of a shell: its parameters, its limits, and whether it may write."""

    def __init__(self, *, write: bool, timeout: float, limit: int | None) -> None:
        self._write = write
        self._timeout = timeout
        self._limit = limit
        self._parameters: dict[str, Any] = {}

    def help(self) -> str:
        """What can be typed."""
        return HELP.format(state=WRITES if self._write else READS)

    def run(self, text: str) -> None:
        """Do what was typed; what goes wrong is said, and the shell goes on."""
        try:
            if text.startswith(":"):
                self._command(text[1:])
            else:
                self._own(text)
        except MailuoError as error:
            print("\n".join(filter(None, (error.sentence, error.advice))), file=sys.stderr)
        except KeyboardInterrupt:
            print("Ended, in Neo4j too.", file=sys.stderr)

    def _command(self, text: str) -> None:
        from graph.ask import loose, named

        name, _, rest = text.partition(" ")
        if name == "help":
            print(self.help())
        elif name == "statements":
            _print([{"name": one.name, "purpose": one.purpose} for one in named()])
        elif name == "params":
            _print([{"parameter": key, "value": value} for key, value in self._parameters.items()])
        elif name == "param":
            key, _, value = rest.strip().partition(" ")
            if not key.isidentifier():
                raise MailuoError(f":{text} sets nothing.", "Parameters are set by :param key value.", 2)
            self._parameters.pop(key, None)
            if value.strip():
                self._parameters[key] = loose(value.strip())
        else:
            self._named(name, rest)

    def _named(self, name: str, rest: str) -> None:
        from api.answers import opened
        from graph.ask import checked, find, rows_of, typed

        asked = find(name)
        try:
            words = shlex.split(rest)
        except ValueError as error:
            raise MailuoError(f"{rest} cannot be read.", "Close the quotation.", 2) from error
        pairs = [word.partition("=") for word in words]
        if wrong := next((key for key, equals, _ in pairs if not equals), None):
            raise MailuoError(f"{wrong} is not a parameter.", f"Such as :{name} key=value.", 2)
        given = checked(asked, typed(asked, {key: value for key, _, value in pairs}))
        with opened() as database:
            _print(rows_of(database, asked, given, timeout=self._timeout))

    def _own(self, text: str) -> None:
        from api.own import run

        count = run(text, self._parameters, seconds=self._timeout, rows=self._limit, write=self._write)
        _count(count)


def _print(rows: list[dict[str, Any]]) -> None:
    if rows or chosen(None) is Format.JSON:
        with contextlib.suppress(typer.Exit):
            answer(rows, list(rows[0]) if rows else (), None)
    _count(len(rows))


def _count(rows: int) -> None:
    print(f"{rows} row{'' if rows == 1 else 's'}", file=sys.stderr)


def _lines(goes_on: bool) -> str:
    prompt = FURTHER if goes_on else PROMPT
    return input(prompt) if sys.stdin.isatty() else input()


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

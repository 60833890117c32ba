"""The program ``mailuo``: its commands, and how errors reach a person (a sentence, the next step, an exit code)."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.commands import (
    bodies,
    correct,
    db,
    demo,
    documents,
    export,
    extract,
    find,
    implementation,
    load,
    query,
    rules,
    serve,
    shell,
    trace,
)
from loaders.errors import MailuoError

BUG = 3
"""Exit code of a fault in mailuo itself: as of any other failure, so that scripts need only one test."""


class Program(TyperGroup):
    """All commands, and how they end when there is no answer to give."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed; MailuoError and faults become a sentence on stderr and an exit code."""
        try:
            return super().invoke(ctx)
        except MailuoError as error:
            _debug()
            _say(error.sentence, error.advice)
            raise typer.Exit(error.exit_code) from error
        except (typer.Exit, typer.Abort, OSError) as error:
            # Typer ends quietly for a reader that went away (EPIPE); any other OSError is a fault like the rest.
            if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
                _fault(error)
            raise
        except Exception as error:
            if type(error).__module__.startswith("typer"):
                raise  # wrong use, which Typer says itself
            _fault(error)


app = typer.Typer(
    cls=Program,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="脉络 — makes Chinese policy traceable: documents in, a Neo4j graph out in which every fact shows its source.",
)
COMMANDS = (
    *(load, extract, find, documents, trace, implementation, bodies, query),
    *(shell, correct, rules, export, db, serve, demo),
)
for command in COMMANDS:
    command.register(app)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"mailuo {version('mailuo')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def main() -> None:
    """Run the program; a reader that goes away (``mailuo … | head``) ends it quietly."""
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end; there is nobody left to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fault(error: Exception) -> None:
    _debug()
    _say(
        f"mailuo failed in a way that it should not: {type(error).__name__}: {error}.",
        "Set MAILUO_DEBUG=1 to see where, and report it.",
    )
    raise typer.Exit(BUG) from error


def _debug() -> None:
    if os.environ.get("MAILUO_DEBUG"):
        traceback.print_exc()


def _say(sentence: str, advice: str) -> None:
    print(sentence, file=sys.stderr)
    if advice:
        print(advice, file=sys.stderr)


if __name__ == "__main__":
    main()

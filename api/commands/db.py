"""``mailuo db``: the Neo4j that mailuo runs itself, started, stopped, looked at and emptied."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from api.answers import FormatOption, answer
from loaders.errors import MailuoError

db = typer.Typer(no_args_is_help=True, help="Start, stop, look at or empty the Neo4j that mailuo runs itself.")


def register(app: typer.Typer) -> None:
    """Add the group of commands to the program."""
    app.add_typer(db, name="db")


@db.command()
def start() -> None:
    """Start Neo4j, made ready for documents; it runs until it is stopped and is shared by every mailuo process."""
    from graph import schema, server
    from graph.session import connect

    _own("started")
    running = server.start()
    with connect() as database:
        schema.ensure(database)
    print(f"Neo4j {running.version} answers on {running.uri}; its data are in {server.folder()}.")


@db.command()
def stop() -> None:
    """Stop Neo4j; the data stay."""
    from graph import server

    _own("stopped")
    print("Neo4j is stopped." if server.stop() else "Neo4j was not running.")


@db.command()
def status(form: FormatOption = None) -> None:
    """Say whether Neo4j runs, where, and how large it is; exit code 1 where it does not run."""
    from graph import server
    from graph.session import connect

    if uri := os.environ.get("NEO4J_URI"):
        with connect() as database:
            version = database.driver.get_server_info().agent.partition("/")[2]
        row = {"running": True, "version": version, "address": uri, "data": None, "megabytes": None, "process": None}
        row |= {"user": None, "password_file": None}
    else:
        found = server.running()
        row = {
            "running": found is not None,
            "version": found.version if found else None,
            "address": found.uri if found else None,
            "data": str(server.folder()),
            "megabytes": round(server.size() / 1e6),
            "process": found.pid if found else None,
            "user": server.USER,
            "password_file": str(server.password_file()),
        }
    answer([row], list(row), form)
    if not row["running"]:
        raise typer.Exit(1)


@db.command()
def reset(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Stop Neo4j and delete everything that was loaded."""
    from graph import server

    _own("emptied")
    if not yes:
        if not interactive():
            raise MailuoError("Nothing was deleted.", "Add --yes to delete what was loaded.", 2)
        typer.confirm(f"Delete everything in {server.folder()}?", abort=True)
    server.reset()
    print("Neo4j is stopped, and its data are deleted.")


def interactive() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def _own(done: str) -> None:
    if uri := os.environ.get("NEO4J_URI"):
        raise MailuoError(
            f"NEO4J_URI names a server of your own ({uri}), which is not {done} from here.",
            "Unset NEO4J_URI to work on the Neo4j that mailuo runs itself.",
            2,
        )

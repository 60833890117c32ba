"""``mailuo db``: the Neo4j that mailuo runs itself, started, stopped, looked at and emptied."""

from __future__ import annotations

import os
import sys
from pathlib import Path
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
        row |= {"user": None, "password_file": None, "browser": None}
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
            "browser": found.browser if found else None,
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


@db.command()
def browser(
    show: Annotated[bool, typer.Option("--open", help="Open it in this machine's web browser.")] = False,
    out: Annotated[Path | None, typer.Option(help="Where to write what it imports; left out: the data folder.")] = None,
) -> None:
    """Serve Neo4j Browser, say how to log in, and write the saved queries and the style that it imports."""
    from graph import browser as neo4j_browser
    from graph import server
    from graph.home import home

    own = not os.environ.get("NEO4J_URI")
    address = neo4j_browser.start().browser if own else None
    zipped, style = neo4j_browser.write(out or home() / "browser")
    if own:
        print(f"Neo4j Browser: {address}")
        print(f"User:          {server.USER}")
        print(f"Password:      {_password()}")
    else:
        print(f"NEO4J_URI names a server of your own: log in to {os.environ['NEO4J_URI']} with the Neo4j Browser that")
        print("belongs to it (mostly port 7474 of its host; of Aura, its console), as NEO4J_USER.")
    print(f"\nTo import, drop these files on its window, one after the other:\n  {zipped}\n  {style}")
    print("The queries then stand under the star, in folders called mailuo; change the values in them as you like.")
    if own:
        print(
            "\nIt only reads, until you type `:config useReadTransactions: false`: then it can change and delete all."
        )
        print(
            "Your web browser keeps the password until `:server disconnect`. `mailuo db stop` ends Browser and Neo4j."
        )
    if show:
        _show(address)


def _password() -> str:
    """The password for who sits at a terminal; a log or a pipe is told only in which file it stands."""
    from graph import server

    file = f"{server.password_file()} (for you alone, mode 600)"
    return f"{server.password()}\n               kept in {file}" if at_terminal() else f"in {file}"


def _show(address: str | None) -> None:
    import webbrowser

    if address is None:
        raise MailuoError("Which web page shows a server of your own is not known here.", "Leave --open out.", 2)
    if not webbrowser.open(address):
        raise MailuoError("This machine has no web browser to open.", "Open the address that is printed above.")


def at_terminal() -> bool:
    """Whether what is printed goes to a screen alone."""
    return sys.stdout.isatty()


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

"""``mailuo export`` and ``mailuo import``: a graph out to a folder, and a folder of tables back into an empty graph."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import console, opened
from graph.export.formats import Format

if TYPE_CHECKING:
    from graph.export.export import OnProgress


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("export")(export)
    app.command("import")(restore)


def export(
    form: Annotated[Format, typer.Option("--format", help="Tables, a picture's nodes and edges, or linked data.")],
    out: Annotated[Path, typer.Option(help="The folder to write: empty, or not there yet.", metavar="DIR")],
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier export in this folder.")] = False,
) -> None:
    """Write the whole graph to a folder, with checksums and a digest; it is there whole or not at all."""
    from graph.export import folder
    from graph.export.export import export as work

    folder.check(out, overwrite=overwrite)
    with opened() as database, _progress("Exporting") as on_progress:
        manifest = work(database, form, out, overwrite=overwrite, on_progress=on_progress)
    _tell(manifest, f"in {out}")
    if manifest["unfinished_files"]:
        print(
            f"{manifest['unfinished_files']} files are not loaded to their end: load them again, then export again.",
            file=sys.stderr,
        )


def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that `mailuo export` wrote as csv or parquet.")],
) -> None:
    """Bring an export back into an empty graph; its checksums are checked before, its digest after."""
    from graph.export import restore as work

    found = work.opened(folder)
    with opened() as database, _progress("Importing") as on_progress:
        work.restore(database, found, on_progress)
    _tell(found.manifest, "imported")


def _tell(manifest: dict[str, Any], where: str) -> None:
    for kind in ("nodes", "relationships"):
        count = sum(table["rows"] for table in manifest["tables"] if table["kind"] == kind)
        print(f"{kind:13} {count:,} {where}")
    print(f"{'digest':13} {manifest['digest']}")


@contextmanager
def _progress(doing: str) -> Iterator[OnProgress | None]:
    if not sys.stdout.isatty():
        yield None
        return
    with console().status(f"{doing} …") as status:
        yield lambda done: status.update(f"{doing} … {done:,} nodes and relationships")

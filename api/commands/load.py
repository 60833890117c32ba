"""``mailuo load`` and ``mailuo unload``: documents into the graph and out of it, with an account of every line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.answers import ColumnsOption, console, line, mapped, opened, resolve
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from graph.load import OnProgress, Progress
    from graph.report import LoadReport
    from graph.session import Database

SHOWN = 20
"""Duplicates and documents taken out that are named; a load of thousands would scroll the account away."""


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("load")(load)
    app.command("unload")(unload)


def load(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with everything below them.", metavar="PATH…")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    columns: ColumnsOption = None,
) -> None:
    """Load documents into the graph; bad files are named, good ones still loaded (exit code 3)."""
    from graph.load import load as work

    with opened() as database, _bar() as on_progress:
        report = work(database, paths, dry_run, on_progress, mapped(columns))
    _print(report)
    if report.failed:
        raise typer.Exit(3)


def unload(
    reference: Annotated[str, typer.Argument(help="A document's number or title, or a file that was loaded.")],
) -> None:
    """Take a document out of the graph, or a whole file; where others cite it a wanted document stays."""
    from graph.load import unload as work

    with opened() as database:
        for meant in _meant(database, reference):
            left = work(database, meant)
            for name in left.gone:
                print(f"{name} is unloaded.")
            for name, uri in left.kept:
                print(f"{name} is shown from its copy in {uri} now.")


def _meant(database: Database, reference: str) -> list[str]:
    """The uris of a file that was loaded, else the id of the one held document that the reference names."""
    from graph.load import loaded_from

    for uri in (reference, Path(reference).expanduser().resolve().as_uri()):
        if found := loaded_from(database, uri):
            return found
    match = resolve(database, reference)
    if not match.held:
        raise MailuoError(f"{line(match)}: its text is not held.", "There is nothing to unload.", 1)
    return [match.id]


@contextmanager
def _bar() -> Iterator[OnProgress | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading", total=None)

        def advance(progress: Progress) -> None:
            name = f"{progress.file} ({progress.files_done + 1}/{progress.files})"
            bar.update(task, description=name, completed=progress.documents_done, total=progress.documents)

        yield advance


def _print(report: LoadReport) -> None:
    from rich.table import Table
    from rich.text import Text

    from loaders.batch import sentence

    table = Table.grid(padding=(0, 2))
    for name, text in _account(report):
        table.add_row(Text(name, style="bold"), Text(text))
    console().print(table)
    for rejection in report.rejections:
        print(sentence(rejection), file=sys.stderr)


def _account(report: LoadReport) -> Iterator[tuple[str, str]]:
    would = " (nothing was written: --dry-run)" if report.dry_run else ""
    unchanged = f", {report.files_unchanged} of them as they were" if report.files_unchanged else ""
    failed = f"; {report.files_failed} not loaded" if report.files_failed else ""
    yield "files", f"{report.files}{unchanged}{failed}"
    if report.lines:
        yield (
            "lines",
            f"{report.lines}: {report.lines_in_documents} in documents, {report.lines_rejected} rejected, "
            f"{report.lines_blank} blank or layout between them",
        )
    same = len(report.unchanged) + report.documents_unchanged_in_files
    yield (
        "documents",
        f"{len(report.new)} new, {len(report.changed)} changed, {same} unchanged, {len(report.duplicate)} duplicate, "
        f"{len(report.removed)} taken out{would}",
    )
    for name, found in (("duplicate", report.duplicate), ("taken out", report.removed)):
        if found:
            more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            yield name, "; ".join(found[:SHOWN]) + more
    if report.quotes:
        yield "quotes", f"{report.quotes} of {report.quotes} stand at their offsets"
    yield "graph", f"{report.held} documents held, {report.wanted} wanted"
    yield "citations", ", ".join(f"{times} {status}" for status, times in report.citations.items()) or "none"
    yield "time", f"{report.seconds:.1f} s"

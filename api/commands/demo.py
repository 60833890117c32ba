"""``mailuo demo``: everything once, on the sample corpus or on people's own files, in a data folder of its own."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import console, opened
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from rich.console import Console

    from graph.report import LoadReport
    from graph.session import Database

SHOWN = "苏政发〔2022〕71号"
"""The document whose trace the samples are made to show."""
MARK = "of-a-demo"
"""The file that tells a demo's data folder from a person's own one, whatever that is called."""


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("demo")(demo)


def demo(
    once: Annotated[bool, typer.Option("--once", help="End after the trace, without the server.")] = False,
    corpus: Annotated[Path | None, typer.Option(help="Load these files instead of the samples.")] = None,
    port: Annotated[int, typer.Option(help="The server's port; 0: a free one.", min=0, max=65535)] = 8000,
) -> None:
    """Start Neo4j, load the sample corpus, show a trace with its evidence, then serve it."""
    from graph import server

    screen = console()
    if corpus is not None and not corpus.exists():
        raise MailuoError(f"{corpus}: there is no such file or folder.", "Give another one to --corpus.")
    home = _own_home(corpus)
    screen.print("脉络 mailuo: policy documents in, a graph out in which every fact shows its source\n", style="bold")
    running = server.start()
    screen.print(f"Neo4j {running.version} runs on {running.uri}, data in {home}", style="dim", highlight=False)
    with opened() as database:
        _load(database, corpus, screen)
        reference = _document(database)
        if reference:
            _trace(database, reference, screen)
            _measure(database, reference, screen)
    if once:
        screen.print(
            f"\nTo ask more of this graph: export MAILUO_HOME={home}", style="dim", highlight=False, soft_wrap=True
        )
        screen.print("then mailuo trace, search, query, serve …; mailuo db stop ends its Neo4j.", style="dim")
        return
    from api.commands.serve import HOST, serve

    serve(host=HOST, port=port)


def folder(corpus: Path | None = None) -> Path:
    """Return the data folder of the demo, in the person's own one; where that is set to a demo's, beside it."""
    from graph.home import home

    name = "demo" if corpus is None else f"demo-{hashlib.sha256(str(corpus.resolve()).encode()).hexdigest()[:8]}"
    own = home()
    return (own.parent if (own / MARK).is_file() else own) / name


def _own_home(corpus: Path | None) -> Path:
    """Turn this process to a data folder of the demo's own: samples never come among a person's documents."""
    from graph.home import home

    os.environ.pop("NEO4J_URI", None)
    os.environ["MAILUO_HOME"] = str(folder(corpus))
    (home() / MARK).touch()
    return home()


def _load(database: Database, corpus: Path | None, screen: Console) -> None:
    import loaders
    from graph.load import load

    samples = sorted((Path(loaders.__file__).parent / "samples").glob("*.txt"))
    with screen.status("Reading documents …"):
        report = load(database, samples if corpus is None else [corpus])
    screen.print(_said(report), highlight=False)
    for rejection in report.rejections:
        screen.print(f"  {rejection.file}: {rejection.reason}", style="yellow", markup=False)
    if not report.held:
        raise MailuoError("No document was found in these files.", "`mailuo extract PATH --stage split` shows why.")


def _said(report: LoadReport) -> str:
    return (
        f"{report.held} documents held, {report.wanted} more are cited and not held; "
        f"{report.quotes} quotes found again at their offsets; {report.seconds:.1f} s"
    )


def _document(database: Database) -> str | None:
    """Return the document to show: the samples' own, else the one that most clearly carries out another."""
    from graph.ask import run
    from graph.lookup import lookup

    found = lookup(database, SHOWN)
    if found.status == "exact" and found.document:
        return found.document.id
    rows = run(database, "carries_out", {"limit": 1})
    return str(rows[0]["lower_id"]) if rows else None


def _trace(database: Database, reference: str, screen: Console) -> None:
    from api.answers import resolve
    from api.commands.trace import drawn
    from graph.ask import run

    screen.print(f"\n$ mailuo trace {reference} --up", style="cyan", highlight=False)
    rows = run(database, "trace", {"document": reference, "direction": "up"})
    for part in drawn(resolve(database, reference), rows, "up"):
        screen.print(part)


def _measure(database: Database, reference: str, screen: Console) -> None:
    from api.commands.documents import provision
    from graph.ask import run

    rows = run(database, "provisions", {"document": reference, "measures": True})
    if not rows:
        return
    screen.print(f"\n$ mailuo document {reference}  (one of its {len(rows)} measures)", style="cyan", highlight=False)
    for part in provision(max(rows, key=_richness)):
        screen.print(part)


def _richness(row: Mapping[str, Sequence[Any]]) -> tuple[bool, int]:
    """A measure shows most that has a deadline and many bodies; of equal ones max() takes the first."""
    return bool(row["deadlines"]), len(row["bodies"])

"""``mailuo implementation`` and ``compare``: how a document is carried out below, and what that rests on."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import Reference, console, line, opened, resolve
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from rich.table import Table

    from api.report.findings import Findings
    from api.report.page import Making
    from api.report.words import Words
    from graph.session import Database
    from loaders.records import Place

Row = Mapping[str, Any]


class MapFormat(StrEnum):
    """The forms of an implementation map."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


class Language(StrEnum):
    """The languages of a map for people."""

    ZH = "zh"
    EN = "en"


SUFFIXES = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
FormOption = Annotated[
    MapFormat | None,
    typer.Option("--format", help="Left out: as --out ends, else a table on a terminal, json otherwise."),
]
OutOption = Annotated[Path | None, typer.Option("--out", help="Write to this file: .md, .html, .csv, .json.")]
ReportOption = Annotated[Path | None, typer.Option("--report", help="Write a report to this HTML file as well.")]
LanguageOption = Annotated[
    Language | None, typer.Option("--language", help="Left out: en for a table, zh for Markdown and reports.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("implementation")(implementation)
    app.command("compare")(compare)


def implementation(
    reference: Reference,
    region: Annotated[str, typer.Option("--region", help="Where it is looked for: 江苏, 江苏省, 320000.")],
    form: FormOption = None,
    out: OutOption = None,
    report: ReportOption = None,
    language: LanguageOption = None,
) -> None:
    """Show how a document is carried out in a region: measure by measure, with what is silent and what is added."""
    where = located(region)
    with opened() as database:
        upper = resolve(database, reference)
        rows = _asked(database, {"upper": upper.id, "region": where.id})
        _give(database, rows, where, (form, out, report, language))


def compare(
    upper: Annotated[str, typer.Argument(metavar="UPPER", help="The document of the higher level.")],
    lower: Annotated[str, typer.Argument(metavar="LOWER", help="The document of the lower level.")],
    form: FormOption = None,
    out: OutOption = None,
    report: ReportOption = None,
    language: LanguageOption = None,
) -> None:
    """Show how one document is carried out by another of a lower level."""
    with opened() as database:
        above, below = resolve(database, upper), resolve(database, lower)
        if not below.held:
            raise MailuoError(
                f"{line(below)}: its text is not held, so that there is nothing to compare.", "Load it first.", 1
            )
        rows = _asked(database, {"upper": above.id, "lower": below.id})
        if not rows[0]["searched"]:
            raise MailuoError(
                f"{below.id} is not of a lower level than {above.id}.",
                "Type the document of the higher level first.",
                2,
            )
        _give(database, rows, line(below), (form, out, report, language))


def located(text: str) -> Place:
    """Return the region that a text names; MailuoError (4) with the candidates of several, (1) where there is none."""
    from loaders.regions_registry import all_places, place

    found = place(text.strip())
    if found:
        return found
    same = [one for one in all_places() if text.strip() and one.name == text.strip()]
    if same:
        lines = "\n".join(f"  {one.id}  {one.name}" for one in same)
        raise MailuoError(f"{text} does not name one region. It can mean:", f"{lines}\nType one of these codes.", 4)
    raise MailuoError(f"No region is known as {text}.", "Type a name or code of GB/T 2260: 江苏, 江苏省, 320000.", 1)


def _asked(database: Database, parameters: Mapping[str, str]) -> list[Row]:
    from graph.ask import run

    return list(run(database, "implementation", parameters))


def _give(
    database: Database,
    rows: Sequence[Row],
    where: Place | str,
    options: tuple[MapFormat | None, Path | None, Path | None, Language | None],
) -> None:
    """Print or write an answer in the form that was asked for; nothing found ends with exit code 1."""
    from api.report.findings import findings
    from api.report.page import page

    form, out, report, language = options
    found = findings(rows)
    form = _chosen(form, out)
    tongue = str(language or (Language.EN if form is MapFormat.TABLE else Language.ZH))
    if form is MapFormat.TABLE and out is None:
        _screen(found, where, tongue)
    elif form is MapFormat.TABLE:
        raise MailuoError("A table is for the terminal.", "--out takes json, csv, markdown or html.", 2)
    else:
        _put(_text(database, rows, found, where, form, tongue), out)
    if report is not None:
        report_language = str(language or Language.ZH)
        _put(page(found, _where(where), _making(database), report_language), report)
    if not found.found:
        raise typer.Exit(1)


def _chosen(form: MapFormat | None, out: Path | None) -> MapFormat:
    if form is not None:
        return form
    if out is None:
        return MapFormat.TABLE if sys.stdout.isatty() else MapFormat.JSON
    if out.suffix.lower() not in SUFFIXES:
        raise MailuoError(f"{out}: its ending does not say which form is meant.", "Say it with --format.", 2)
    return MapFormat(SUFFIXES[out.suffix.lower()])


def _text(
    database: Database, rows: Sequence[Row], found: Findings, where: Place | str, form: MapFormat, language: str
) -> str:
    from api.report.findings import as_graphql
    from api.report.markdown import markdown
    from api.report.page import page
    from api.tables import as_csv, as_json
    from graph.ask import find

    if form is MapFormat.JSON:
        region = None if isinstance(where, str) else {"id": where.id, "name": where.name}
        return as_json(as_graphql(found, region)) + "\n"
    if form is MapFormat.CSV:
        return as_csv(rows, [field.name for field in find("implementation").columns])
    made = markdown if form is MapFormat.MARKDOWN else page
    return made(found, _where(where), _making(database), language)


def _put(text: str, file: Path | None) -> None:
    if file is None:
        print(text, end="")
        return
    try:
        file.write_text(text, "utf8", newline="")
    except OSError as error:
        raise MailuoError(f"{file}: cannot be written ({error.strerror}).", "Give another file.") from error
    print(f"Written: {file}", file=sys.stderr)


def _where(where: Place | str) -> dict[str, str]:
    """Where it was looked, in words, by language."""
    from api.report.words import LANGUAGES, Words

    key, name = ("where_document", where) if isinstance(where, str) else ("where_region", where.name)
    return {language: Words(language)(key, name=name) for language in LANGUAGES}


def _making(database: Database) -> Making:
    from importlib.metadata import version

    from api.report.page import Making
    from graph.digest import digest
    from graph.version import extractor_version

    command = shlex.join(["mailuo", *sys.argv[1:]])
    return Making(version("mailuo"), digest(database), extractor_version(), date.today().isoformat(), command)


def _screen(found: Findings, where: Place | str, language: str) -> None:
    """Print the map for people: what it rests on, the measures, the additions."""
    from rich.text import Text

    from api.report.words import Words

    words, screen = Words(language), console()
    screen.print(Text(words.name(found.basis), style="bold"))
    for sentence in words.rests_on(found.basis, _where(where)[language]):
        screen.print(Text(sentence))
    for row in found.documents:
        relations = words("comma").join(words(one) for one in row["relations"]) or words("by_content")
        screen.print(Text(f"  {words.name(row)}  {row['issued_on'] or ''}  {relations}", style="dim"))
    if found.measures:
        screen.print(_table(found, words))
    for row in found.added:
        note = f" ({words('organisational')})" if row["organisational"] else ""
        screen.print(Text(f"+ {words('added')}: {words.name(row)}  {words.place(row, 'lower')}{note}"))


def _table(found: Findings, words: Words) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from api.tables import cell

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for key in ("upper", "reading", "lower", "quotes", "bodies", "deadlines"):
        table.add_column(Text(words(key)), overflow="fold")
    for one in found.measures:
        rows = [*one.aligned, *one.adopted, *([one.nearest] if one.nearest else [])] or [one.upper]
        for place, row in enumerate(rows):
            first = place == 0
            cells = (
                words.place(one.upper, "upper") if first else "",
                _said(one.upper, row, words),
                "" if row["document_id"] is None else f"{words.name(row)} {words.place(row, 'lower')}".strip(),
                row["lower_quote"] or "",
                _bodies(one.upper, words) if first else "",
                _due(one.upper, row, words) if first else "",
            )
            table.add_row(*(Text(cell(text)) for text in cells))
    return table


def _said(upper: Row, row: Row, words: Words) -> str:
    """What one row of the table says: its reading, with basis, lag and score where it has them."""
    if row["reading"] == "adopted":
        return words("adopted")
    if row["score"] is None:
        said = words("silent" if upper["silent"] else "none")
    else:
        said = f"{words.reading(row)}, {words.lag(row['lag_days'])}, {row['score']:.2f}"
        said = f"{words('silent')}; {said}" if upper["silent"] else f"{words(row['basis'])}: {said}"
    return f"{said} ({words('organisational')})" if upper["silent"] and upper["organisational"] else said


def _bodies(upper: Row, words: Words) -> str:
    pairs = upper["bodies"]
    named = ((words.body(p["upper"], p["upper_roles"]), words.body(p["lower"], p["lower_roles"])) for p in pairs)
    return "；".join(f"{above} → {below}" for above, below in named)


def _due(upper: Row, row: Row, words: Words) -> str:
    above, below = upper["upper_deadlines"], row["lower_deadlines"] or []
    if not above and not below:
        return ""
    due = words("due_none" if upper["due"] == "none" else upper["due"])
    return f"{'、'.join(above) or '—'} → {'、'.join(below) or '—'} ({due})"

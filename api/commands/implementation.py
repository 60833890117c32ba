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
    from rich.text import Text
    from rich.tree import Tree

    from api.report.findings import Findings, Measure
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
        command = ("implementation", reference, "--region", where.id)
        _give(database, rows, where, command, (form, out, report, language))


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
                f"{below.id} is not of a lower level than {above.id}, or not where that one applies.",
                "Type the document of the higher level first.",
                2,
            )
        _give(database, rows, line(below), ("compare", upper, lower), (form, out, report, language))


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
    command: Sequence[str],
    options: tuple[MapFormat | None, Path | None, Path | None, Language | None],
) -> None:
    """Print or write an answer in the form that was asked for; nothing found ends with exit code 1."""
    from api.report.findings import findings
    from api.report.markdown import markdown
    from api.report.page import page

    form, out, report, language = options
    found = findings(rows)
    form = _chosen(form, out)
    tongue = str(language or (Language.EN if form is MapFormat.TABLE else Language.ZH))
    if form is MapFormat.TABLE and out is None:
        _screen(found, where, tongue)
    elif form is MapFormat.TABLE:
        raise MailuoError("A table is for the terminal.", "--out takes json, csv, markdown or html.", 2)
    elif form in (MapFormat.JSON, MapFormat.CSV):
        _put(_data(rows, found, where, form), out)
    else:
        made = markdown if form is MapFormat.MARKDOWN else page
        _put(made(found, _where(where), _making(database, command), tongue), out)
    if report is not None:
        _put(page(found, _where(where), _making(database, command), str(language or Language.ZH)), report)
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


def _data(rows: Sequence[Row], found: Findings, where: Place | str, form: MapFormat) -> str:
    """The answer for programs: JSON in the shape of GraphQL, or the rows of the statement as CSV."""
    from api.report.findings import as_graphql
    from api.tables import as_csv, as_json
    from graph.ask import find

    if form is MapFormat.CSV:
        return as_csv(rows, [field.name for field in find("implementation").columns])
    region = None if isinstance(where, str) else {"id": where.id, "name": where.name}
    return as_json(as_graphql(found, region)) + "\n"


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


def _making(database: Database, command: Sequence[str]) -> Making:
    """How the report is made; the command without the files that it writes."""
    from importlib.metadata import version

    from api.report.page import Making
    from graph.alignment.align import aligner_version
    from graph.alignment.match import CITED, CONTENT
    from graph.digest import digest
    from graph.version import extractor_version

    return Making(
        version=version("mailuo"),
        digest=digest(database),
        extractor=extractor_version(),
        aligner=aligner_version(),
        content=CONTENT,
        cited=CITED,
        made_on=date.today().isoformat(),
        command=shlex.join(["mailuo", *command]),
    )


def _screen(found: Findings, where: Place | str, language: str) -> None:
    """Print the map for people: what it rests on, the measures one by one, the additions."""
    from rich.text import Text

    from api.report.words import Words

    words, screen = Words(language), console()
    screen.print(Text(words.name(found.basis), style="bold"))
    for sentence in words.rests_on(found, _where(where)[language]):
        screen.print(Text(sentence))
    for row in found.documents:
        screen.print(Text(f"  {words.name(row)}  {row['issued_on'] or ''}  {words.relations(row)}", style="dim"))
    for one in found.measures:
        screen.print(_tree(one, words))
    for row in found.added:
        note = f" ({words('organisational')})" if row["organisational"] else ""
        screen.print(Text(f"+ {words('added')}: {words.short(row)}  {words.place(row, 'lower')}{note}"))


def _tree(one: Measure, words: Words) -> Tree:
    """Return one upper measure with what is below it, who answers for it, and by when."""
    from rich.text import Text
    from rich.tree import Tree

    from api.tables import cell

    tree = Tree(Text(cell(words.place(one.upper, "upper")), style="bold"), guide_style="dim")
    for row in one.aligned:
        tree.add(_pair(row, words, "green" if row["reading"] == "carries_out" else "cyan"))
    for row in one.adopted:
        tree.add(Text.assemble((words("adopted"), "green"), "  ", cell(words.short(row))))
    if not one.aligned and not one.adopted:
        silent = one.upper["silent"]
        note = f" ({words('organisational')})" if one.upper["organisational"] else ""
        branch = tree.add(Text(words("silent" if silent else "none") + note, style="yellow" if silent else "dim"))
        if one.nearest:
            branch.add(_pair(one.nearest, words, "dim"))
    for pair in one.bodies:
        above, below = (words.body(pair[side], pair[f"{side}_roles"]) for side in ("upper", "lower"))
        note = f"  {words('counterpart')}" if pair["counterpart"] else ""
        tree.add(Text(cell(f"{words('bodies')}: {above} → {below}{note}"), style="dim"))
    if due := words.due(one):
        tree.add(Text(cell(f"{words('deadlines')}: {due}"), style="dim"))
    return tree


def _pair(row: Row, words: Words, style: str) -> Text:
    from rich.text import Text

    from api.tables import cell

    basis = "" if row["reading"] == "nearest" else f"{words('basis')}: {words(row['basis'])}, "
    text = Text.assemble((words.reading(row), style), "  ", cell(f"{words.short(row)}  {words.place(row, 'lower')}"))
    text.append(f"  {basis}{words.lag(row['lag_days'])}, {words('score')} {row['score']:.2f}", "dim")
    for side in ("upper", "lower"):
        text.append(f"\n{words(side)} “{cell(row[f'{side}_quote'])}”  {words.printed(row, side)}", "dim")
    return text

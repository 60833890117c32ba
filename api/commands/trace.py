"""``mailuo trace``: what a document carries out and what carries it out, each with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import FormatOption, Reference, console, line, machine, opened, resolve

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from graph.lookup import Match

Row = Mapping[str, Any]
RELATIONS = ("implements", "based_on", "forwards", "extends", "amends", "repeals", "refers")
_WAYS = {
    "up": "▲ up: what it carries out or cites",
    "down": "▼ down: what carries it out or cites it",
}


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("trace")(trace)


def trace(
    reference: Reference,
    up: Annotated[bool, typer.Option("--up", help="Only what it carries out or cites.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Only what carries it out or cites it.")] = False,
    depth: Annotated[int, typer.Option(help="Steps at most.", min=1, max=20)] = 4,
    relations: Annotated[
        list[str] | None, typer.Option("--relation", help=f"{', '.join(RELATIONS)}; may be repeated.")
    ] = None,
    form: FormatOption = None,
) -> None:
    """Follow a document up to what it carries out and down to what carries it out, with the sentence that says so."""
    from graph.ask import find, run
    from loaders.errors import MailuoError

    for relation in relations or ():
        if relation not in RELATIONS:
            raise MailuoError(f"There is no relation {relation}.", f"The relations are: {', '.join(RELATIONS)}.", 2)
    direction = "both" if up == down else "up" if up else "down"
    with opened() as database:
        root = resolve(database, reference)
        asked = {"document": root.id, "direction": direction, "depth": depth, "relations": relations or None}
        rows = run(database, "trace", asked)
    if not machine(rows, [field.name for field in find("trace").columns], form):
        screen = console()
        for part in drawn(root, rows, direction):
            screen.print(part)
    if not rows:
        raise typer.Exit(1)


def drawn(root: Match, rows: Sequence[Row], direction: str) -> Iterator[Tree | Text]:
    """Return the trees of a trace, one a direction, and a line where documents were left out."""
    from rich.text import Text
    from rich.tree import Tree

    ways = ("up", "down") if direction == "both" else (direction,)
    yield Text(line(root), style="bold")
    for way in ways:
        tree = Tree(Text(_WAYS[way], style="dim"), guide_style="dim")
        _grow(tree, root.id, rows, way, {root.id})
        yield tree if tree.children else Text(f"{_WAYS[way]}: nothing is known", style="dim")
    if rows and rows[0]["truncated"]:
        yield Text("More documents are related than are shown: ask with a smaller --depth or one --relation.", "yellow")


def _grow(tree: Tree, here: str, rows: Sequence[Row], way: str, seen: set[str]) -> None:
    near, far, step = ("from", "to", -1) if way == "up" else ("to", "from", 1)
    edges = [
        row for row in rows if row[f"{near}_id"] == here and (row[f"{far}_depth"] - row[f"{near}_depth"]) * step >= 0
    ]
    for row in edges:
        branch = tree.add(label(row, far))
        target = row[f"{far}_id"]
        if target not in seen:
            seen.add(target)
            _grow(branch, target, rows, way, seen)


def label(row: Row, far: str) -> Text:
    """Return one relation in words: what it is, the document at its ``far`` end, the quote, and where it is printed."""
    from rich.text import Text

    from api.tables import cell, page

    names = dict.fromkeys(filter(None, (row[f"{far}_number"], row[f"{far}_title"])))
    text = Text.assemble((row["relation"].upper(), "green"), "  ", ("  ".join(names), "bold"))
    if far == "to" and not row["to_held"]:
        text.append("  (wanted)", "yellow")
    if row["quote"]:
        cue = f"cue {row['cue']}" if row["cue"] else ""
        where = ", ".join(filter(None, (row["path"], page(row), cue, _more(row["citations"]))))
        sentence = Text(cell(row["sentence"]), "dim")
        sentence.highlight_words([cell(row["quote"])], "not dim")
        sentence.highlight_words([row["cue"]] if row["cue"] else [], "not dim green")
        text.append("\n“", "dim").append_text(sentence).append(f"”  {where}", "dim")
    return text


def _more(citations: int | None) -> str:
    return f"and {citations - 1} more" if citations and citations > 1 else ""

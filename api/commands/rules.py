"""``mailuo rules``: the rules that read facts, and how often each fired on a corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.answers import FormatOption, answer


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("rules")(rules)


def rules(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]...", help="Files or folders to count on; without, no counts.")
    ] = None,
    form: FormatOption = None,
) -> None:
    """List every rule; with files, the facts that it read and in how many documents, those that fired least first."""
    from loaders import rules as known
    from loaders.batch import extract_paths, sentence
    from loaders.records import Document, Extraction

    rows = [
        {"rule": rule.name, "table": rule.table, "reason": rule.reason, "example": rule.example}
        for rule in known.rules()
    ]
    if not paths:
        answer(rows, ("rule", "table", "reason", "example"), form)
        return
    documents: list[Document] = []
    failed = False
    for result in extract_paths(paths):
        if isinstance(result, Extraction):
            documents += result.documents
        else:
            failed = True
            typer.echo(sentence(result), err=True)
    counts = known.count(documents)
    counted = [
        {"rule": row["rule"], "facts": counts.facts[row["rule"]], "documents": counts.documents[row["rule"]], **row}
        for row in rows
    ]
    counted.sort(key=lambda row: (row["documents"], row["facts"], row["rule"]))
    answer(counted, ("rule", "facts", "documents", "table", "reason", "example"), form)
    if failed:
        raise typer.Exit(3)

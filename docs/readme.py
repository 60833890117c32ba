"""Renew what the two READMEs print of a running mailuo: the answers, the picture of the terminal, the accuracy.

``make docs`` runs ``mailuo demo --once`` in a data folder of its own and takes everything from there.
tests/test_readme.py proves that what is printed is what the sample graph answers.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh.md")
PICTURE = ROOT / "docs" / "demo.svg"
COLUMNS = 112
Rows = list[dict[str, Any]]

_CYPHER = re.compile(r"(```cypher\n(?P<statement>.*?)```\n\n)(?P<answer>(?:\|[^\n]*\n)*)", re.DOTALL)
_GRAPHQL = re.compile(r"(```graphql\n(?P<query>.*?)```\n\n```json\n)(?P<answer>.*?)(```\n)", re.DOTALL)
_ACCURACY = re.compile(r"(<!-- accuracy:begin .*?-->\n)(?P<table>.*?)(<!-- accuracy:end -->)", re.DOTALL)
_ALIGNMENT = re.compile(r"(<!-- alignment:begin .*?-->\n)(?P<table>.*?)(<!-- alignment:end -->)", re.DOTALL)


def statements(markdown: str) -> list[str]:
    """Return the Cypher statements of a README that an answer follows, in order."""
    return [match["statement"] for match in _CYPHER.finditer(markdown)]


def renewed(markdown: str, cypher: Callable[[str], Rows], graphql: Callable[[str], Mapping[str, Any]]) -> str:
    """Return the README with every answer asked anew."""
    markdown = _CYPHER.sub(lambda match: match[1] + table(cypher(match["statement"])), markdown)
    return _GRAPHQL.sub(
        lambda match: match[1] + json.dumps(graphql(match["query"]), ensure_ascii=False, indent=2) + "\n" + match[4],
        markdown,
    )


def table(rows: Rows) -> str:
    """Return rows as a Markdown table; every row has the columns of the first."""
    if not rows:
        raise ValueError("The statement answers nothing on the samples.")
    columns = list(rows[0])
    lines = [columns, ["---"] * len(columns), *([_cell(row[column]) for column in columns] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "<br>".join(_cell(item) for item in value)
    return str(value).replace("\n", " ").replace("|", "\\|")


def with_accuracy(markdown: str, lines: Iterable[str], marks: re.Pattern[str] = _ACCURACY) -> str:
    """Return the README with another table between the marks."""
    return marks.sub(lambda match: match[1] + "".join(f"{line}\n" for line in lines) + match[3], markdown)


def picture(output: str, title: str) -> str:
    """Return a terminal's output as an SVG that loads nothing from anywhere."""
    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console
    from rich.text import Text

    plain = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor", legacy_windows=False)
    console.print(Text.from_ansi(output))
    return console.export_svg(title=title, code_format=plain, unique_id="mailuo")


def graphql(query: str) -> Mapping[str, Any]:
    """Return what GraphQL answers to a query."""
    from api.graphql.http import Asked, Runner
    from api.graphql.reader import Neo4jReader

    async def ask() -> Mapping[str, Any]:
        reader = Neo4jReader(timeout=60)
        await reader.open()
        try:
            answer = await Runner(reader, time_limit=60).run(Asked(query), "readme")
        finally:
            await reader.close()
        data: Mapping[str, Any] = answer.body["data"]
        return data

    return asyncio.run(ask())


def main() -> None:
    """Run the demo once, then write the picture, the answers and the accuracy into both READMEs."""
    from graph import server
    from graph.session import connect
    from tests.accuracy import alignment, score

    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "demo"
        # Colours of a terminal, and none of its animations, which a picture would show frame by frame.
        terminal = {"FORCE_COLOR": "1", "TTY_INTERACTIVE": "0", "COLUMNS": str(COLUMNS)}
        environment = os.environ | {"MAILUO_HOME": folder, **terminal}
        command = [sys.executable, "-m", "api.cli", "demo", "--once"]
        shown = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
        PICTURE.write_text(picture(shown.replace(folder, "~/.local/share/mailuo"), "make demo"), encoding="utf-8")
        os.environ["MAILUO_HOME"] = str(home)
        accuracy = score.table(score.scores(score.extraction(score.SHARED), score.SHARED))
        with connect() as database:
            for readme in READMES:
                text = renewed(readme.read_text("utf8"), database.read, graphql)
                text = with_accuracy(text, alignment.table(score.SHARED), _ALIGNMENT)
                readme.write_text(with_accuracy(text, accuracy), encoding="utf-8")
        server.stop()


if __name__ == "__main__":
    main()

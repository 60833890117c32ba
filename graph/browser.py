"""Neo4j Browser on mailuo's own server, with what an analyst imports there: the statements as saved queries, a style.

Browser imports a zip of .cypher files as saved queries, a folder each, the first comment being a query's name, and a
.grass file as its style; both are dropped on its window. Its pages come over HTTP, its questions go over Bolt.
"""

from __future__ import annotations

import csv
import functools
import io
import re
import shlex
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph import server
from graph.ask import FOLDERS, checked, typed
from graph.session import connect
from graph.statements import Statement, statement, statements
from loaders.errors import MailuoError

STYLE = Path(__file__).with_name("style.csv")
_PARAMETER = re.compile(r"\$(\w+)")
PICTURES = "browser"
"""The folder of the statements that answer with nodes and relationships, for Browser to draw."""
_LOOKS = 10


@dataclass(frozen=True, slots=True)
class Look:
    """How the nodes of one label are drawn: colour, the property that is the caption, diameter in Browser's pixels."""

    label: str
    colour: str
    caption: str
    diameter: int


def start() -> server.Server:
    """Return mailuo's own server with Neo4j Browser on it, started again for that where it ran without.

    MailuoError when a transaction of somebody's is open, which a new start would end, or as ``server.start`` raises it.
    """
    running = server.running()
    if running and not running.http:
        others = _at_work()
        if others:
            raise MailuoError(
                f"Neo4j must be started again to serve Browser, and works for others ({others} open transactions).",
                "Try again when they are done.",
            )
    return server.start(browser=True)


def _at_work() -> int:
    """How many transactions of others are open; what is about to end is waited for."""
    with connect(start=False) as database:
        for _ in range(_LOOKS):
            others: int = database.read(statement("sessions/at_work").text)[0]["others"]
            if not others:
                break
            time.sleep(0.3)
    return others


@functools.cache
def looks() -> tuple[Look, ...]:
    """Return the style: a look a label, general labels before the special ones that the same nodes carry."""
    with STYLE.open(encoding="utf8", newline="") as opened:
        return tuple(
            Look(row["label"], row["colour"], row["caption"], int(row["diameter"])) for row in csv.DictReader(opened)
        )


def grass() -> str:
    """Return the style as Browser reads it: rules in its own dialect of CSS."""
    rules = [
        "node {\n  diameter: 50px;\n  color: #9aa5b1;\n  border-color: #6b7280;\n  border-width: 2px;\n"
        '  text-color-internal: #ffffff;\n  font-size: 10px;\n  caption: "{id}";\n}\n',
        "relationship {\n  color: #9aa5b1;\n  shaft-width: 1px;\n  font-size: 8px;\n  padding: 3px;\n"
        "  text-color-external: #374151;\n  text-color-internal: #ffffff;\n"
        '  caption: "<type>";\n}\n',
    ]
    for look in looks():
        rules.append(
            f"node.{look.label} {{\n  color: {look.colour};\n  border-color: {look.colour};\n"
            f'  text-color-internal: #ffffff;\n  diameter: {look.diameter}px;\n  caption: "{{{look.caption}}}";\n}}\n'
        )
    return "\n".join(rules)


def queries() -> dict[str, str]:
    """Return the saved queries by their place in the zip: every named statement, and those that draw a picture."""
    folders = {PICTURES: "mailuo pictures"} | {folder: f"mailuo {folder}" for folder in FOLDERS}
    return {f"{folders[one.folder]}/{one.name}.cypher": saved(one) for one in statements() if one.folder in folders}


def saved(one: Statement) -> str:
    """Return a statement as Browser saves it: its name, what it answers, its parameters, and the Cypher.

    The values of the header's example stand in place of the parameters, null where it leaves one out: of a script that
    sets them by ``:param`` lines first, Browser shows that it was done, and no answer.
    """
    values = {name: _literal(value) for name, value in example(one).items()}
    lines = [f"// {one.name}: {one.purpose}"]
    for field in one.parameters:
        lines.append(f"// {field.name} = {values[field.name]} {field.type}{'?' * field.optional}: {field.meaning}")
    return "\n".join([*lines, _PARAMETER.sub(lambda found: values[found[1]], one.text), ""])


def example(one: Statement) -> dict[str, Any]:
    """Return every parameter of a statement with its value in the header's example."""
    words = shlex.split(one.example)
    texts = dict(words[place + 1].split("=", 1) for place, word in enumerate(words) if word == "-p")
    return checked(one, typed(one, texts))


def write(folder: Path) -> tuple[Path, Path]:
    """Write what Browser imports into a folder, and return the zip of saved queries and the style.

    MailuoError when the folder cannot be written.
    """
    zipped, style = folder / "mailuo-queries.zip", folder / "mailuo.grass"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        zipped.write_bytes(_zip(queries()))
        style.write_text(grass(), "utf8")
    except OSError as error:
        raise MailuoError(
            f"{folder} cannot be written: {error.strerror}.", "Name another folder with --out."
        ) from error
    return zipped, style


def _literal(value: Any) -> str:
    """Write a parameter's value in Cypher."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{escaped}'"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_literal, value))}]"
    return str(value)


def _zip(files: Mapping[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            # One date for all, so that the same statements are the same file.
            opened.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()

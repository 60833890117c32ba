"""Show in a person's own statement where Neo4j could not read it."""

from __future__ import annotations

import re

from neo4j.exceptions import Neo4jError

from loaders.errors import MailuoError

_POSITION = re.compile(r"\s*\(line (?P<line>\d+), column (?P<column>\d+) \(offset: \d+\)\)(?P<shown>.*)", re.DOTALL)
SHOWN = 100
"""Characters of a line that are shown around the place."""


def located(error: Neo4jError, text: str, *, shift: int) -> Exception:
    """Return a fault of a statement as MailuoError (2) with its line and a mark below the place; others as they are.

    ``shift`` are the characters that stood in front of the first line when Neo4j read it.
    """
    message = error.message or ""
    found = _POSITION.search(message)
    lines = text.split("\n")
    if not found or int(found["line"]) > len(lines):
        return error
    line, column = int(found["line"]), int(found["column"])
    column = max(1, column - shift if line == 1 else column)
    written = lines[max(line, 1) - 1].rstrip("\r")
    first = max(0, column - SHOWN // 2)
    # A Chinese character takes two places of a terminal.
    before = "".join("　" if ord(character) > 0x2E7F else " " for character in written[first : column - 1])
    return MailuoError(
        f"Neo4j says: {message[: found.start()].rstrip('.')} (line {max(line, 1)}, column {column}).",
        f"{written[first : first + SHOWN]}\n{before}^",
        2,
    )

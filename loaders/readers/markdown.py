"""Markdown: the same lines without its marks, a row of a table as readers.tasks has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.readers.tasks import Table

_HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_LEAD = re.compile(r"(?:\s*(?:#{1,6}|>+|[-*+]) +)+")
_TRAIL = re.compile(r"(?<! ) +#+ *$")
_STRONG = re.compile(r"\*\*(?=[^\s*])([^*]*)\*\*")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:https?:|[./#])[^()\s]*\)")
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULED = re.compile(r"[\s|:-]+")


def is_markdown(text: str) -> bool:
    """Whether a text has headings as Markdown writes them; in print no line begins so."""
    return _HEADING.search(text) is not None


def plain(text: str) -> str:
    """The text without its marks, line by line."""
    return "\n".join(_plain(text))


def _plain(text: str) -> Iterator[str]:
    table: Table | None = None
    for line in text.split("\n"):
        if not _ROW.fullmatch(line):
            table = None
            yield _words(_TRAIL.sub("", _LEAD.sub("", line, count=1)) if _LEAD.match(line) else line)
        elif _RULED.fullmatch(line):
            yield ""
        else:
            table = table or Table()
            yield table.line([[_words(cell.strip())] for cell in line.strip().strip("|").split("|")])


def _words(line: str) -> str:
    return _LINK.sub(r"\1", _STRONG.sub(r"\1", line))

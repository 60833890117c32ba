"""Full text in Chinese: what was typed becomes words, the index ranks, a snippet shows the words where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.ask import run
from graph.session import Database
from graph.tokens import words

KINDS = ("document", "measure", "section", "department", "region")
SNIPPET = 80
"""Characters of a snippet."""
LEAD = 16
"""Characters of it before the first word found."""

_SPECIAL = re.compile(r"[+\-&|!(){}\[\]^\"~*?:\\/<>=]")
"""What the Lucene query parser reads as syntax (its documentation, Escaping Special Characters)."""


def search(
    database: Database,
    text: str,
    *,
    types: Sequence[str] | None = None,
    level: str | None = None,
    year: int | None = None,
    limit: int | None = None,
) -> list[dict[str, Any]]:
    """Find the nodes that have every word of a text, best first: the columns of analysis/search, and ``snippet``."""
    asked = words(text)
    if not asked:
        return []
    rows = run(
        database,
        "search",
        {"query": lucene(asked), "types": list(types) if types else None, "level": level, "year": year, "limit": limit},
    )
    for row in rows:
        # What was typed counts as one more word: where it stands as it is, it is shown.
        row["snippet"] = snippet(row["text"] or row["heading"] or row["title"], [text.strip().lower(), *asked])
    return rows


def lucene(asked: Sequence[str]) -> str:
    """Return a Lucene query for nodes with all of the words; nothing in them is syntax."""
    return " ".join("+" + _SPECIAL.sub(r"\\\g<0>", word) for word in asked)


def snippet(text: str, asked: Sequence[str]) -> str:
    """Return the part of a text that shows most of what was asked, first the longest; … where the text goes on."""
    # Lower case can be longer than what it was made of (İ), and then offsets do not fit.
    lowered = text.lower() if len(text.lower()) == len(text) else text
    places = [match.start() for word in asked for match in re.finditer(re.escape(word), lowered)]

    def shown(start: int) -> tuple[int, int]:
        window = lowered[start : start + SNIPPET - LEAD]
        return -sum(len(word) for word in asked if word in window), start

    start = max(0, min(places, key=shown, default=0) - LEAD)
    end = min(len(text), start + SNIPPET)
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"

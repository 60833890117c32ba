"""Look a document up by what people type: a number in any writing, a title whole or without its issuers, both at once.

Nothing is guessed: one document is the answer only where number or whole title leave no other; a part of a title gives
candidates, even a single one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.ask import run
from graph.session import Database
from loaders.keys import TitleKey, is_relative, number_key, title_key
from loaders.numbers import normal

Status = Literal["exact", "ambiguous", "wanted", "none"]
MOST = 20
"""Candidates at most: the contract's limit."""
LONGEST = 400
"""Characters beyond which a text is no reference: the longest titles of official documents have about 150."""

_MARKS = re.compile(r"[\s《》〈〉「」『』“”\"]")
_JOINTS = re.compile(r"[（(《》\s]")
"""Where a title and the number beside it can meet."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """A document that a look-up found; ``held`` is false of one that is known only because others cite it."""

    id: str
    doc_number: str | None
    title: str
    held: bool


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found: ``document`` where the status is exact (held) or wanted (cited, not held).

    ``candidates`` has the documents that an ambiguous text can mean, at most 20; ``normalized`` the text as it was
    understood: a number in the house's writing, else the title without marks and spaces; None for an empty text.
    """

    status: Status
    document: Match | None = None
    candidates: tuple[Match, ...] = ()
    normalized: str | None = None


def lookup(database: Database, text: str, *, timeout: float | None = None) -> Lookup:
    """Find the document that a text names; ``timeout`` in seconds ends each of its statements."""
    text = text.strip() if len(text) <= LONGEST else ""
    compact = _MARKS.sub("", text)
    if not compact:
        return Lookup("none")
    title, number = _parts(text)
    found = _whole(database, [text, compact], title, number, timeout)
    if not found:
        found_parts = () if number else _containing(database, text, compact, timeout)
        return Lookup("ambiguous" if found_parts else "none", candidates=found_parts, normalized=number or compact)
    if len(found) > 1 or not _agrees(found[0], title, number):
        return Lookup("ambiguous", candidates=tuple(map(_match, found[:MOST])), normalized=number or compact)
    document = _match(found[0])
    return Lookup("exact" if document.held else "wanted", document, normalized=number or compact)


def _parts(text: str) -> tuple[str | None, str | None]:
    """Take a text apart into title and number, each None where the text has none."""
    # 号 is often left out. A title in front of a number can look like a long 机关代字, but none has 关于.
    number = normal(text) or normal(text + "号")
    if number and "关于" not in number:
        return None, number
    for joint in _JOINTS.finditer(text):
        before, behind = text[: joint.start()], text[joint.start() :]
        for title, rest in ((before, behind), (behind, before)):
            number = normal(rest.strip("（）()《》 \t\n"))
            if number and title.strip():
                return title, number
    return text, None


def _whole(
    database: Database, ids: Sequence[str], title: str | None, number: str | None, timeout: float | None
) -> list[Row]:
    key = _typed(title) if title else None
    rows = run(
        database,
        "lookup",
        {
            "ids": [*ids, number] if number else list(ids),
            "number_key": number_key(number) if number else None,
            "issuers": key.issuers if key else None,
            "rest": key.rest if key else None,
        },
        timeout=timeout,
    )
    documents = {row["id"]: row for row in reversed(rows)}
    ways: dict[str, set[str]] = {}
    for row in rows:
        ways.setdefault(row["by"], set()).add(row["id"])
    chosen = _narrowed(ways, documents, key)
    return [row for identifier, row in reversed(documents.items()) if identifier in chosen]


def _typed(title: str) -> TitleKey:
    """The key of a typed title; nobody says whose 省政府 is meant, so it says no more than a title without issuers."""
    key = title_key(title)
    return TitleKey("", key.rest) if is_relative(key) else key


def _narrowed(ways: dict[str, set[str]], documents: dict[str, Row], key: TitleKey | None) -> set[str]:
    by_number = ways.get("id", set()) | ways.get("number", set()) or ways.get("former_id", set())
    by_title = ways.get("title", set())
    if key and len(by_title) > 1:
        # Typed with the very issuers of one document, a title is not that of another that leaves them out.
        by_title = {one for one in by_title if str(key) in documents[one]["title_keys"]} or by_title
    return by_number & by_title or by_number | by_title


def _agrees(row: Row, title: str | None, number: str | None) -> bool:
    """Whether a document found by number has the title that was typed with it, and the other way round."""
    if not title or not number:
        return True
    if row["number_key"] not in (None, number_key(number)):
        return False
    key = _typed(title)
    titles = [TitleKey(*one.split("|", 1)) for one in row["title_keys"]]
    return not titles or any(
        one.rest == key.rest and (one.issuers == key.issuers or not one.issuers or not key.issuers) for one in titles
    )


def _containing(database: Database, text: str, compact: str, timeout: float | None) -> tuple[Match, ...]:
    key = title_key(compact)
    rows = run(
        database,
        "lookup_part",
        {
            "text": compact,
            "folded": key.issuers + key.rest,
            "number": number_key(compact),
            "words": text.split(),
            "limit": MOST,
        },
        timeout=timeout,
    )
    return tuple(map(_match, rows))


def _match(row: Row) -> Match:
    return Match(row["id"], row["doc_number"], row["title"], row["held"])

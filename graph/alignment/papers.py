"""Documents as they are read for aligning, kept while a transaction works with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.alignment.compare import Paper
from graph.alignment.passages import Page, Unit
from graph.transaction import Tx, run

_AT_ONCE = 200


class Papers:
    """The measures of documents, read from the database as they are asked for."""

    def __init__(self, transaction: Tx) -> None:
        self._transaction = transaction
        self._known: dict[str, Paper] = {}

    def fetch(self, documents: Iterable[str]) -> None:
        """Read those of the documents that are not known yet."""
        wanted = sorted(set(documents) - self._known.keys())
        for at in range(0, len(wanted), _AT_ONCE):
            for row in run(self._transaction, "load/align_measures", documents=wanted[at : at + _AT_ONCE]):
                self._known[row["document"]] = _paper(row["measures"])

    def of(self, document: str) -> Paper:
        """A document that was fetched."""
        return self._known[document]


def _paper(measures: Iterable[Mapping[str, Any]]) -> Paper:
    units: dict[bool, list[Unit]] = {False: [], True: []}
    for one in measures:
        pages = ((one["start"], one["page"], one["printed_page"]), *map(_turn, one["turns"]))
        units[one["organisational"]].append(Unit(one["id"], one["text"], one["start"], one["heading"], pages))
    return Paper(tuple(units[False]), tuple(units[True]))


def _turn(written: str) -> Page:
    """A page that begins within a measure, from its place, its number and the printed one with spaces between."""
    start, *numbers = written.split()
    page, printed = (None if number == "-" else int(number) for number in numbers)
    return int(start), page, printed

"""What an implementation map says in words, in Chinese and in English, and never more than the graph says."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from api.report.findings import Findings, Measure

LANGUAGES = ("zh", "en")
DAYS_OF_MONTH = 30.44

Row = Mapping[str, Any]


class Words:
    """The words of one language, by their keys in words.csv; keys of the graph (carries_out, lead …) are among them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _table(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with values put in; KeyError for one that the table lacks."""
        text = self._words[key]
        return text.format(**values) if values else text

    def name(self, row: Row) -> str:
        """Return a document as people name it: number and title."""
        names = dict.fromkeys(filter(None, (row["document_number"], row["document_title"])))
        return " ".join(names)

    def short(self, row: Row) -> str:
        """Return a document by its number, one without a number by its title."""
        return str(row["document_number"] or row["document_title"])

    def rests_on(self, found: Findings, where: str) -> list[str]:
        """Return the sentences that stand first: what was compared, with what, and where that ends."""
        basis = found.basis
        status = basis["status"]
        dated = basis["issued_on"] is not None or status != "no_later_text"
        said = [self(f"status_{status}" if dated else "status_no_date", upper=self.name(basis))]
        if basis["searched"]:
            span = self.span(basis["searched_from"], basis["searched_to"])
            later = basis["searched_later"] if basis["issued_on"] else self("unknown")
            said.append(self("searched", where=where, documents=basis["searched"], later=later, span=span))
        else:
            said.append(self("searched_nothing", where=where))
        if basis["applies"] is False:
            said.append(self("applies_not", where=where))
        if basis["sample"]:
            said.append(self("sample"))
        if basis["coverage"] is not None:
            said.append(self("covered", percent=f"{basis['coverage']:.0%}"))
        if found.cut:
            lists = self("comma").join(f"{self(name)} ({most})" for name, most in found.cut.items())
            said.append(self("cut", lists=lists))
        return said

    def span(self, first: object, last: object) -> str:
        """Return the dates of the oldest and the newest document."""
        if first is None:
            return self("no_dates")
        return str(first) if first == last else self("from_to", first=first, last=last)

    def lag(self, days: int | None) -> str:
        """Return how long after the upper document the lower one came."""
        if days is None:
            return self("lag_unknown")
        if days == 0:
            return self("lag_none")
        months = round(abs(days) / DAYS_OF_MONTH)
        about = self("months", months=months) if months > 1 else ""
        key = "lag_later" if days > 0 else "lag_earlier"
        return self(f"{key}_one") if abs(days) == 1 else self(key, days=abs(days)) + about

    def reading(self, row: Row) -> str:
        """Return what an alignment says: carrying out only where a citation or a forwarding proves it."""
        return self(str(row["reading"]))

    def place(self, row: Row, side: str) -> str:
        """Return where a measure stands: its path and its heading."""
        return " ".join(filter(None, (row[f"{side}_path"], row[f"{side}_heading"])))

    def printed(self, row: Row, side: str) -> str:
        """Return where a quote is printed: page of the file, number on it, offsets in the document's text."""
        page, number = row[f"{side}_page"], row[f"{side}_printed_page"]
        where = [self("page", page=page)] if page is not None else []
        if number is not None:
            where.append(self("printed_page", page=number))
        where.append(self("offsets", start=row[f"{side}_start"], end=row[f"{side}_end"]))
        return self("comma").join(where)

    def relations(self, row: Row) -> str:
        """Return how a document cites the upper one, or that it does so by what it says alone."""
        return self("comma").join(self(one) for one in row["relations"]) or self("by_content")

    def due(self, one: Measure) -> str:
        """Return the time limits on both levels as printed, and how the last ones compare; empty where none is."""
        above = one.upper["upper_deadlines"]
        below = list(dict.fromkeys(text for row in one.compared for text in row["compared_deadlines"]))
        if not above and not below:
            return ""
        due = one.upper["due"]
        sides = (self("comma").join(texts) or "—" for texts in (above, below))
        return f"{' → '.join(sides)}{self('compared', due=self('due_none' if due == 'none' else due))}"

    def body(self, name: str | None, roles: list[str]) -> str:
        """Return a body with its parts, a dash where there is none."""
        if not name:
            return "—"
        return f"{name}{self('roles', roles=self('comma').join(self(role) for role in roles))}" if roles else name


@cache
def _table(language: str) -> Mapping[str, str]:
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: row[language] for row in csv.DictReader(file)}

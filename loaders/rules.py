"""Every rule that reads facts, and how often each fired on a corpus: what fires once or never is looked at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from loaders.bodies_tables import rows
from loaders.extract import evidences
from loaders.records import Document

_TABLES = {
    "rules": "",
    "relation_cues": "citation.",
    "deadline_forms": "deadline.",
}
"""The tables whose rows are rules, and what stands before a row's name in the evidence of a fact."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by the name that evidence gives, the table with its rows, why it holds beyond the documents at hand, and
    text that it reads a fact in."""

    name: str
    table: str
    reason: str
    example: str


@dataclass(slots=True)
class Counts:
    """How many facts each rule read, and in how many documents."""

    facts: Counter[str]
    documents: Counter[str]


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule once, in the order of the tables and their rows; the example is that of its first row."""
    found: dict[str, Rule] = {}
    for table, prefix in _TABLES.items():
        for row in rows(table):
            name = prefix + row["rule" if "rule" in row else "form"]
            found.setdefault(name, Rule(name, f"{table}.csv", row["reason"], row["example"]))
    return tuple(found.values())


def count(documents: Iterable[Document]) -> Counts:
    """Count the facts of documents by the rule that read them; a rule that no table has is counted too."""
    counts = Counts(Counter(), Counter())
    for document in documents:
        of_document = Counter(evidence.rule for evidence in evidences(document))
        counts.facts += of_document
        counts.documents.update(of_document.keys())
    return counts

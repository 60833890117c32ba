"""The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from api.report.diagram import diagram, is_reduced
from api.report.findings import Findings
from api.report.references import reference
from api.report.words import LANGUAGES, Words

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Making:
    """How a report was made, so that it can be made again: versions and digests, thresholds, day, and command.

    ``content`` and ``cited`` are the scores from which measures are aligned, by content alone and with a citation.
    """

    version: str
    digest: str
    extractor: str
    aligner: str
    content: float
    cited: float
    made_on: str
    command: str


def page(found: Findings, where: Mapping[str, str], making: Making, language: str) -> str:
    """Return the report; every text from a document is escaped. ``where``: where it was looked, by language."""
    words = Words(language)
    other = Words(next(one for one in LANGUAGES if one != language))
    return _template().render(
        found=found, words=words, other=other, where=where, making=making, drawing=diagram(found, words),
        reduced=is_reduced(found), references=references(found), marked=marked, lowest=lowest(found),
    )  # fmt: skip


def references(found: Findings) -> list[str]:
    """Return the references of the upper document and of every lower one that the report names."""
    nearest = (one.nearest for one in found.measures if one.nearest)
    rows = {row["document_id"]: row for row in (found.basis, *found.documents, *nearest)}
    return [reference(row) for row in rows.values()]


def lowest(found: Findings) -> str:
    """Return the lowest score among the alignments, a dash where there are none."""
    scores = [row["score"] for one in found.measures for row in one.aligned]
    return f"{min(scores):.2f}" if scores else "—"


def marked(quote: str, terms: Sequence[str] | None) -> Markup:
    """Return a quote, escaped, with every shared term marked, longer terms first."""
    # Two words for one object stand with a slash between.
    words = {word for term in terms or () for word in term.split("/") if word}
    kept = sorted(words, key=lambda word: (-len(word), word))
    if not kept:
        return escape(quote)
    parts = re.split(f"({'|'.join(map(re.escape, kept))})", quote)
    # A split by one group gives what stands between at even places, and what was found at odd ones.
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if place % 2 else part for place, part in enumerate(parts)
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("api.report", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return environment.get_template("report.html")

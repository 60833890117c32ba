"""The diagram of an implementation map: upper measures on the left, what is below them on the right, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape
from rich.cells import cell_len, set_cell_size

from api.report.findings import Findings, Measure
from api.report.words import Words

Row = Mapping[str, Any]
STEP = 24
"""Points from one row to the next."""
TOP = 34
BOX = 300
GAP = 140
WIDTH = 2 * BOX + GAP
CELLS = 46
"""Terminal columns of a label that fit into a box; a Chinese character takes two."""
MOST_BELOW = 40
"""Rows on the right beyond which only documents are drawn."""
_STYLES = {"carries_out": "carries", "same_action": "same", "parallel": "parallel", "adopted": "adopted"}


@dataclass(frozen=True, slots=True)
class _Below:
    """A row on the right: a document, or a measure of the document above it; ``key`` is its id."""

    key: str
    label: str
    is_document: bool


def diagram(found: Findings, words: Words) -> Markup:
    """Return the drawing; its classes are styled by the report. Empty where no upper measure is known."""
    if not found.measures:
        return Markup("")
    below, whole = _below(found, words)
    places = {one.key: place for place, one in enumerate(below)}
    height = TOP + STEP * max(len(found.measures), len(below)) + 6
    parts = [
        f'<svg class="diagram" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(words("diagram"))}">',
        _head(0, words.name(found.basis)),
        _head(BOX + GAP, words("lower")),
        *_lines(found, places, whole),
        *(_box(0, place, words.place(one.upper, "upper"), _kind(one)) for place, one in enumerate(found.measures)),
        *(_box(BOX + GAP, place, one.label, "document" if one.is_document else "") for place, one in enumerate(below)),
        "</svg>",
    ]
    return Markup("\n".join(parts))


def is_reduced(found: Findings) -> bool:
    """Whether the right side shows documents only, its measures being too many to read."""
    return len(_measures_below(found)) + len(_documents_below(found)) > MOST_BELOW


def _documents_below(found: Findings) -> dict[str, Row]:
    rows = [*found.documents, *(row for one in found.measures for row in (*one.aligned, *one.adopted))]
    return {row["document_id"]: row for row in reversed(rows)}


def _measures_below(found: Findings) -> dict[str, Row]:
    rows = sorted((row for one in found.measures for row in one.aligned), key=lambda row: row["lower_start"])
    return {row["lower_id"]: row for row in rows}


def _below(found: Findings, words: Words) -> tuple[list[_Below], bool]:
    """The right side in the order of the documents, and whether measures are left out."""
    measures, documents, whole = _measures_below(found), _documents_below(found), is_reduced(found)
    order = {row["document_id"]: place for place, row in enumerate(found.documents)}
    rows = []
    for identifier in sorted(documents, key=lambda one: order.get(one, len(order))):
        rows.append(_Below(identifier, words.name(documents[identifier]), True))
        if not whole:
            rows += [
                _Below(key, words.place(row, "lower"), False)
                for key, row in measures.items()
                if row["document_id"] == identifier
            ]
    return rows, whole


def _lines(found: Findings, places: Mapping[str, int], whole: bool) -> Iterator[str]:
    for place, one in enumerate(found.measures):
        drawn = set()
        for row in (*one.aligned, *one.adopted):
            target = row["document_id"] if whole or row["reading"] == "adopted" else row["lower_id"]
            style = _STYLES[row["reading"]]
            if (target, style) not in drawn:
                drawn.add((target, style))
                yield _line(place, places[target], style)


def _line(left: int, right: int, style: str) -> str:
    start, end, bend = _middle(left), _middle(right), GAP // 2
    return (
        f'<path class="{style}" d="M{BOX} {start} C{BOX + bend} {start} {BOX + bend} {end} {BOX + GAP} {end}"'
        ' fill="none"/>'
    )


def _middle(place: int) -> int:
    return TOP + STEP * place + STEP // 2 - 2


def _kind(one: Measure) -> str:
    if one.upper["silent"]:
        return "uncounted" if one.upper["organisational"] else "silent"
    return ""


def _box(left: int, place: int, label: str, kind: str) -> str:
    top = TOP + STEP * place
    return (
        f'<g class="box {kind}"><title>{escape(label)}</title>'
        f'<rect x="{left + 1}" y="{top}" width="{BOX - 2}" height="{STEP - 5}" rx="2"/>'
        f'<text x="{left + 7}" y="{top + 14}">{escape(_short(label))}</text></g>'
    )


def _head(left: int, label: str) -> str:
    return f'<text class="head" x="{left + 2}" y="20">{escape(_short(label))}</text>'


def _short(label: str) -> str:
    return label if cell_len(label) <= CELLS else set_cell_size(label, CELLS - 2).rstrip() + "…"

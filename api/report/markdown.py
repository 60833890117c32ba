"""The report as Markdown: the same sections without the diagram, for notes and for pandoc."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from api.report.findings import Findings, Measure
from api.report.page import Making, lowest, references
from api.report.words import Words

Row = Mapping[str, Any]
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_SPACE = re.compile(r"\s+")


def markdown(found: Findings, where: Mapping[str, str], making: Making, language: str) -> str:
    """Return the report; every text from a document is escaped. ``where``: where it was looked, by language."""
    words = Words(language)
    return "\n".join(
        [
            f"# {plain(words('title', upper=words.name(found.basis)))}",
            *_section(words("rests_on"), map(plain, words.rests_on(found, where[language]))),
            *_section(words("documents"), _documents(found, words)),
            *_section(words("measures"), _measures(found, words)),
            *_section(words("silence"), _silence(found, words)),
            *_section(words("additions"), _additions(found, words)),
            *_section(words("references"), (f"{n}. {plain(one)}" for n, one in enumerate(references(found), 1))),
            *_section(words("made"), _made(found, making, words)),
            "",
        ]
    )


def plain(text: object) -> str:
    """Return a text as Markdown shows it unchanged, on one line."""
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", str(text)))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"\n## {plain(title)}\n"
    nothing = True
    for line in lines:
        nothing = False
        yield line
    if nothing:
        yield "—"


def _documents(found: Findings, words: Words) -> Iterator[str]:
    for row in found.documents:
        yield f"- {plain(words.name(row))}, {row['issued_on'] or '—'}: {words.relations(row)}"
        if row["lower_quote"]:
            cue = f"{plain(row['cue'])} … " if row["cue"] else ""
            yield f"  - {words('cites')}: {cue}“{plain(row['lower_quote'])}” ({words.printed(row, 'lower')})"


def _measures(found: Findings, words: Words) -> Iterator[str]:
    if found.basis["status"] == "upper_not_held":
        yield words("not_claimed")
    for one in found.measures:
        yield f"\n### {plain(words.place(one.upper, 'upper'))}\n"
        for row in one.aligned:
            yield from _pair(row, words)
        for row in one.adopted:
            yield f"- **{words('adopted')}** ({words.lag(row['lag_days'])}): {plain(words.name(row))}"
        if not one.aligned:
            yield from _quote(one.upper, "upper", words)
            if not one.adopted:
                note = f" · {words('organisational')}" if one.upper["organisational"] else ""
                yield f"- **{words('silent' if one.upper['silent'] else 'none')}**{note}"
        yield from _about(one, words)


def _pair(row: Row, words: Words) -> Iterator[str]:
    basis = "" if row["reading"] == "nearest" else f"{words('basis')} {words(row['basis'])}; "
    yield (
        f"- **{words.reading(row)}** ({basis}{words.lag(row['lag_days'])}; {words('score')} {row['score']:.2f}): "
        f"{plain(words.short(row))} — {plain(words.place(row, 'lower'))}"
    )
    yield from _quote(row, "upper", words)
    yield from _quote(row, "lower", words)
    if row["shared_terms"]:
        yield f"  - {words('shared')}: {plain(words('comma').join(row['shared_terms']))}"


def _quote(row: Row, side: str, words: Words) -> Iterator[str]:
    yield f"  - {words(side)}: “{plain(row[f'{side}_quote'] or '')}” ({words.printed(row, side)})"


def _about(one: Measure, words: Words) -> Iterator[str]:
    if due := words.due(one):
        yield f"- {words('deadlines')}: {plain(due)}"
    for pair in one.bodies:
        upper = plain(words.body(pair["upper"], pair["upper_roles"]))
        lower = plain(words.body(pair["lower"], pair["lower_roles"]))
        note = f" · {words('counterpart')}" if pair["counterpart"] else ""
        yield f"- {words('bodies')}: {upper} → {lower}{note}"


def _silence(found: Findings, words: Words) -> Iterator[str]:
    if found.basis["status"] != "compared":
        yield words("not_claimed")
        return
    yield words("silence_note")
    if not found.silent:
        yield f"\n{words('nothing')}"
    for one in found.silent:
        yield f"\n### {plain(words.place(one.upper, 'upper'))}\n"
        yield from _pair(one.nearest, words) if one.nearest else _quote(one.upper, "upper", words)
    if found.silent_organisational:
        yield f"\n### {words('organisational')}\n"
    for one in found.silent_organisational:
        yield f"- {plain(words.place(one.upper, 'upper'))}"


def _additions(found: Findings, words: Words) -> Iterator[str]:
    if found.basis["status"] == "upper_not_held":
        yield words("not_claimed")
        return
    yield words("additions_note")
    if not found.added:
        yield f"\n{words('nothing')}"
    for row in found.added:
        note = f" · {words('organisational')}" if row["organisational"] else ""
        yield f"- {plain(words.short(row))} — {plain(words.place(row, 'lower'))}{note}"
        yield from _quote(row, "lower", words)


def _made(found: Findings, making: Making, words: Words) -> Iterator[str]:
    yield f"{words('meaning')}\n"
    yield f"{words('thresholds', content=making.content, cited=making.cited)}\n"
    yield f"- {words('version')}: mailuo {making.version}"
    yield f"- {words('digest')}: {making.digest}"
    yield f"- {words('extractor')}: {making.extractor}"
    yield f"- {words('aligner')}: {making.aligner}"
    yield f"- {words('made_on')}: {making.made_on}"
    yield f"- {words('command')}: {plain(making.command)}"
    yield f"- {words('lowest')}: {lowest(found)}"

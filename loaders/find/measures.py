"""Judge which provisions are measures, and whether they order, support, allow or forbid (GUIDE.md, Articles).

A unit with text of its own is a measure unless it only aims, describes, defines or dates: its heading is a row of
registries/section_headings.csv, it lies under such a unit, or each of its sentences is a row of section_sentences.csv
or leaves a case beside those to other rules (deferring_sentences.csv). One that prints who answers for it is a measure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from loaders.find.responsibilities import prints_duty
from loaders.forms import unit_number
from loaders.records import CLOSING, PREAMBLE, Document, Modality, Provision
from loaders.regions_registry import table

Judgement = tuple[bool, Modality | None]
_SECTION: Judgement = (False, None)
# A heading that orders by itself: 提高补助标准。从2023年1月1日起执行。
_ORDERS = re.compile("提高|降低|下调|上调|扩大|放宽|增加|加大|取消|暂停|停[征止]|免[征除收]|减[征免收]|缓[缴征]")
_SENTENCE = re.compile(r"[^。；！？\n]+")


def judge(document: Document) -> Mapping[str, Judgement]:
    """By path, whether each provision is a measure and with which modality; no modality where it is none."""
    described: set[str] = set()
    judged: dict[str, Judgement] = {}
    for provision in document.provisions:
        path = provision.path
        last = path.rpartition("/")[2]
        if last in (PREAMBLE, CLOSING):
            judged[path] = _SECTION
            continue
        above = provision.parent
        own = provision.text[_heading_end(provision) :]
        said = _only_says(own) and not _ORDERS.match(provision.heading or "")
        aims = above in described or _is_section_heading(provision.heading) or said
        if aims and not prints_duty(document, provision):
            described.add(path)
            judged[path] = _SECTION
        elif not provision.has_own_text:
            judged[path] = _SECTION
        else:
            judged[path] = True, _modality(provision.heading, own)
    return judged


def _heading_end(provision: Provision) -> int:
    """Where the number and the printed heading of a unit end in its text."""
    if provision.heading:
        at = provision.text.find(provision.heading)
        if at >= 0:
            return at + len(provision.heading)
    number = unit_number(provision.text)
    return number.length if number else 0


def is_organisational(heading: str | None) -> bool:
    """Whether a measure only says that the work is led, shared out, supervised and made known (加强组织领导).

    Nearly every document ends in such measures, so that they tell nothing of what it orders; the rows are those of
    registries/organisational_headings.csv.
    """
    return heading is not None and _is_row("organisational_headings", heading)


def _is_section_heading(heading: str | None) -> bool:
    return heading is not None and _is_row("section_headings", heading)


def _only_says(text: str) -> bool:
    """Whether every sentence defines, dates, repeals, or states a purpose, scope or principle."""
    text = text.lstrip("】〕）)")  # around the printed title of an article
    sentences = [sentence for match in _SENTENCE.finditer(text) if (sentence := match[0].strip(" \u3000、．.：:"))]
    ordering = [sentence for sentence in sentences if not _is_row("section_sentences", sentence)]
    return len(ordering) < len(sentences) and all(_is_row("deferring_sentences", sentence) for sentence in ordering)


def _is_row(name: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(name))


def _modality(heading: str | None, text: str) -> Modality:
    """What the first cue of the heading, else of the text says; an order where no cue stands."""
    for part in (heading or "", text):
        match = _cues().search(part)
        if match:
            return cast(Modality, cast(str, match.lastgroup).partition("_")[0])
    return "order"


@cache
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in table(name))


@cache
def _cues() -> re.Pattern[str]:
    rows = table("modality_cues")
    return re.compile("|".join(f"(?P<{row['modality']}_{at}>{row['cue']})" for at, row in enumerate(rows)))

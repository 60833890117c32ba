"""Give a document its structure: head, preamble, numbered units, closing, signature, attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loaders.blocks import Block
from loaders.carried import Text, attachments, texts
from loaders.departments import level_of, province_of, resolve
from loaders.head import Head, head
from loaders.keys import document_id
from loaders.numbers import of_issuers
from loaders.records import CLOSING, PREAMBLE, Document, Evidence, Issuer, Provision, Source, Turn
from loaders.regions_registry import place
from loaders.signature import Signature, adopted, ordered, signature
from loaders.split import Part
from loaders.titles import carried_in, ends_with_body, folded, is_bare_order, issuer_prefix, kind_of
from loaders.units import Unit, units

_QUOTED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]?")


@dataclass(frozen=True, slots=True)
class _Span:
    """A provision to be: its path, its parent's, its blocks, its heading and whether there is text of its own."""

    path: str
    parent: str | None
    first: int
    end: int
    unit: Unit | None = None


def structure(part: Part) -> Document:
    """The document of a part with its provisions; they have no facts yet."""
    top = head(part)
    blocks = _from_body(part.blocks, top)
    congress, day = adopted(part.adoption.text) if part.adoption else (None, None)
    order, orderers = ordered(part.adoption.text) if part.adoption else (None, ())
    number = top.number or order
    signed = signature(part.clean, blocks, top.body, len(blocks), top.issuers)
    names = _issuers(top, signed, (congress,) if congress else orderers)
    issued_on = _issued_on(part, day, signed)
    carried = carried_in(top.title)
    parts = texts(blocks, top.body, signed, carried)
    issued = _issued_title(blocks, parts, carried, top.title)
    spans = _spans(blocks, parts)
    number = number or (_of_signature(part.number.text, names, kind_of(top.title)) if part.number else None)
    level = level_of(names, number, top.title)
    province = province_of(names, number, top.title)
    limits = [text.first for text in parts[1:]] + [len(blocks)]
    lists = (attachments(blocks, text, limit) for text, limit in zip(parts, limits, strict=True))
    return Document(
        id=document_id(number, top.title, issued_on, issued),
        doc_number=number,
        title=top.title,
        issued_title=issued,
        kind=kind_of(top.title),
        issued_kind=kind_of(issued) if issued else None,
        level=level,
        issuers=tuple(Issuer(name, resolve(name, level=level, province=province)) for name in names),
        issued_on=issued_on,
        year=year_of(number, issued_on),
        effective_on=None,
        expires_on=None,
        addressees=top.addressees,
        attachments=next(filter(None, lists), ()),
        text=part.clean.text[part.start : part.end],
        provisions=tuple(_provision(part, blocks, span, order) for order, span in enumerate(spans)),
        source=_source(part),
        sample=part.sample,
    )


def _from_body(blocks: Sequence[Block], top: Head) -> list[Block]:
    """The blocks with the addressees cut off the first one of the text, where both share a paragraph."""
    if top.body >= len(blocks) or blocks[top.body].start == top.cut:
        return list(blocks)
    first = blocks[top.body]
    rest = Block(top.cut, first.end, first.text[top.cut - first.start :])
    return [*blocks[: top.body], rest, *blocks[top.body + 1 :]]


def _issuers(top: Head, signed: Signature | None, adopters: tuple[str, ...]) -> tuple[str, ...]:
    """Issuers of the signature, else of the title, else the bodies that adopted the text or made it known."""
    if signed and signed.names:
        return signed.names
    return top.issuers or adopters


def _of_signature(printed: str, names: Sequence[str], kind: str | None) -> str | None:
    """The number of an announcement or order whose bodies only the signature names (公告2020年第61号)."""
    printed = printed.strip("（()）")
    kind = next((name for name in ("公告", "通告", "令") if printed.startswith(name) or name == kind), None)
    return of_issuers(printed, names, kind) if kind else None


def _issued_on(part: Part, day: date | None, signed: Signature | None) -> date | None:
    """The day under the title, else the signature's; a day beside the number may be a page's and yields to that."""
    beside = part.adoption is not None and part.number is not None and part.adoption.start >= part.number.start
    if signed and signed.issued_on and (day is None or beside and signed.names):
        return signed.issued_on
    return day


def year_of(number: str | None, issued_on: date | None) -> int | None:
    """The year of a document: of its date, else the one that its number prints."""
    if issued_on:
        return issued_on.year
    match = _YEAR.search(number or "")
    return int(match[0]) if match else None


def _source(part: Part) -> Source:
    raw = part.clean.raw
    return Source(raw.uri, raw.sha256, raw.file, raw.url, part.first_line, part.last_line)


def _issued_title(blocks: Sequence[Block], parts: Sequence[Text], carried: str | None, title: str) -> str | None:
    """The carried text's title as the notice quotes it in 《》, else as printed above it, else as in the title."""
    own = parts[0]
    notice = "".join(block.text for block in blocks[own.first : own.end])
    quoted = [match[1] for match in _QUOTED.finditer(notice[:3000])]
    if carried is None:
        order = is_bare_order(title)
        heads = {folded(text.title): text.title for text in parts[1:] if text.title}
        return next((name for name in quoted if folded(name) in heads), None) if order else None
    wanted = {folded(carried), folded(carried.removeprefix(issuer_prefix(carried) or ""))}
    for name in [*quoted, *(text.title for text in parts[1:] if text.title)]:
        if folded(name) in wanted or _follows_bodies(folded(name), folded(carried)):
            return name
    made = [name for name in quoted if re.search(rf"(?:[制修][定订]|编制|将|印发)了?《{re.escape(name)}》", notice)]
    named = [*made, *(text.title for text in parts[1:] if text.title)]
    return next((name for name in named if _adds_place(folded(name), folded(carried))), carried)


def _adds_place(name: str, carried: str) -> bool:
    """Whether only the place that it is for stands in front: 印发基金管理细则的通知, 《陕西省基金管理细则》."""
    return name.endswith(carried) and name != carried and place(name.removesuffix(carried)) is not None


def _follows_bodies(name: str, carried: str) -> bool:
    """Whether only the bodies that made it stand in front: 转发财政厅等部门某省公路办法的通知, 《某省公路办法》."""
    return carried.endswith(name) and ends_with_body(carried.removesuffix(name))


def _spans(blocks: Sequence[Block], parts: Sequence[Text]) -> list[_Span]:
    """All provisions of all texts in order; paths that a carried text repeats get its part prefix."""
    spans: list[_Span] = []
    taken: set[str] = set()
    for text, prefix in zip(parts, _prefixes(parts), strict=True):
        found = units(blocks, text.first, text.end)
        tail = found[-1].end if found else text.end
        repeated = bool(taken & {unit.path for unit in found})
        own: list[_Span] = []
        opening = found[0].first if found else text.end
        if opening > text.first:
            own.append(_Span(_free(PREAMBLE, prefix, taken), None, text.first, opening))
        for unit, limit in zip(found, [*(other.first for other in found[1:]), tail], strict=False):
            path = prefix + unit.path if repeated else unit.path
            parent = None if unit.parent is None else (prefix if repeated else "") + found[unit.parent].path
            own.append(_Span(path, parent, unit.first, unit.end, unit))
            if unit.end < limit:  # the article goes on behind its items
                own.append(_Span(f"{parent}/{CLOSING}", parent, unit.end, limit))
        if tail < text.end:
            own.append(_Span(_free(CLOSING, prefix, taken), None, tail, text.end))
        taken |= {span.path for span in own}
        spans += own
    return spans


def _prefixes(parts: Sequence[Text]) -> list[str]:
    """What sets the paths of each text apart: 附/ for the first one carried, then the number of the attachment."""
    found = ["", "附/"][: len(parts)]
    for order, text in enumerate(parts[2:], 2):
        printed = f"附{text.number}/"
        found.append(printed if text.number and printed not in found else f"附{order}/")
    return found if len(set(found)) == len(found) else ["", "附/", *(f"附{order}/" for order in range(2, len(parts)))]


def _free(path: str, prefix: str, taken: set[str]) -> str:
    return prefix + path if path in taken else path


def _provision(part: Part, blocks: Sequence[Block], span: _Span, position: int) -> Provision:
    """The record of one provision; its evidence quotes the heading, or the first sentence."""
    base = part.start
    start, end = blocks[span.first].start, blocks[span.end - 1].end
    unit = span.unit
    if unit is None:
        left, rule = start, "section.first_sentence"
        match = _SENTENCE.match(part.clean.text, start, end)
        right = match.end() if match and match.end() > start else end
    elif unit.heading is not None:
        left = start + blocks[span.first].text.index(unit.heading, unit.number.length)
        right, rule = left + len(unit.heading), "unit.heading"
    else:
        left, right, rule = start + unit.number.length, start + unit.heading_end, "unit.first_sentence"
    page, printed = part.clean.pages(left)
    quote = part.clean.text[left:right]
    return Provision(
        path=span.path,
        parent=span.parent,
        heading=quote if unit and unit.heading is not None else None,
        text=part.clean.text[start:end],
        position=position,
        start=start - base,
        end=end - base,
        is_measure=False,
        has_own_text=unit.has_own_text if unit else True,
        modality=None,
        evidence=Evidence(quote, left - base, right - base, page, printed, rule),
        turns=tuple(Turn(at - base, *pages) for at, *pages in part.clean.turns(left, end)),
    )

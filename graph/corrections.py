"""Corrections that people make: what one may say, and a document with all of them applied.

A correction is an answer of a person to what was read; it never changes a quote, only what the quote is taken for. It
names its target by an id that no better rule moves: that of the document as it was read, of a provision (document and
path), or of a fact (provision, key and ordinal). Applying is a pure function of the record and the corrections, so
that a reload or a new extractor ends in the same graph.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from loaders.departments import body, level_of, province_of, resolve
from loaders.errors import MailuoError
from loaders.keys import document_id, number_key, title_key
from loaders.numbers import normal
from loaders.records import Body, DeadlineKind, Document, Issuer, Level, Modality, Provision, Relation, Role
from loaders.regions import stem
from loaders.structure import year_of
from loaders.titles import kind_of

Kind = Literal["document", "provision", "citation", "responsibility", "deadline", "mention", "department", "alignment"]
Row = dict[str, Any]
_Aliases = Mapping[str, Sequence[str]]
REMOVED = "removed"
"""The field that takes a fact away; its value is ``true``."""
MANUAL = {"origin": "manual"}
_RELATIVE = re.compile(r"自治区|[省市州县区我本]")
_ID_WITH_DAY = re.compile(r".+@\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person says of a target: its field has this value (None: none); ``made_at`` is an ISO 8601 time."""

    target: str
    field: str
    value: str | None
    author: str
    note: str
    made_at: str

    @property
    def id(self) -> str:
        """One id a field of a target, and one an alias, since a target can have many."""
        return f"{self.target}!{self.field}" + (f"!{self.value}" if self.field == "alias" else "")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document with the corrections of its head and bodies applied, and those of its facts by their ids.

    ``read_as`` is the id that it was read with, ``fields`` the fields of its head that a person set.
    """

    document: Document
    read_as: str
    fields: tuple[str, ...] = ()
    facts: Mapping[str, Mapping[str, str | None]] = field(default_factory=dict)


def _one_of(kind: Any) -> Callable[[str], str]:
    words = typing.get_args(kind)

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return text

    return read


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("a day such as 2022-12-31") from None


def _number(text: str) -> str:
    found = normal(text)
    if found is None:
        raise ValueError("a 发文字号 such as 国发〔2022〕5号")
    return found


def _yes(text: str) -> str:
    if text != "true":
        raise ValueError("true")
    return text


def _yes_or_no(text: str) -> str:
    if text not in ("true", "false"):
        raise ValueError("true or false")
    return text


_TERM = {"starts_on": _day, "ends_on": _day, "kind": _one_of(DeadlineKind), REMOVED: _yes}
FIELDS: Mapping[Kind, Mapping[str, Callable[[str], str]]] = {
    "document": {
        "doc_number": _number,
        "title": str.strip,
        "issued_title": str.strip,
        "kind": str.strip,
        "level": _one_of(Level),
        "issuers": str.strip,
        "issued_on": _day,
        "effective_on": _day,
        "expires_on": _day,
        "addressees": str.strip,
        "alias": str.strip,
    },
    "provision": {"measure": _yes_or_no, "modality": _one_of(Modality)},
    "citation": {"target": str.strip, "relation": _one_of(Relation), REMOVED: _yes},
    "responsibility": {"role": _one_of(Role), "department": str.strip, REMOVED: _yes},
    "deadline": _TERM,
    "mention": {REMOVED: _yes},
    "department": {"alias": str.strip},
    "alignment": {"aligned": _yes_or_no},
}
"""What can be said of each kind of target, with the reader of each field's value."""
MOVING = ("doc_number", "title", "issued_title", "issued_on")
"""The fields of a head that a document's id is made of."""
_MUST_STAND = {"title", "alias", "relation", "target", "role", "department", "measure", "modality", "aligned", REMOVED}
"""The fields that have no empty value."""


def checked(kind: Kind, name: str, value: str | None) -> str | None:
    """The value of a field as it is kept; MailuoError (2) where the field or the value cannot be."""
    fields = FIELDS[kind]
    if name not in fields:
        raise MailuoError(f"A {kind} has no field {name} that can be corrected.", f"It has: {', '.join(fields)}.", 2)
    value = (value or "").strip()
    if not value:
        if name in _MUST_STAND:
            raise MailuoError(f"The {name} of a {kind} cannot be empty.", "Give it a value.", 2)
        return None
    try:
        return fields[name](value)
    except ValueError as error:
        raise MailuoError(f"{name}={value} cannot be.", f"The {name} of a {kind} is {error}.", 2) from None


def apply(document: Document, corrections: Iterable[Correction], aliases: _Aliases | None = None) -> Corrected:
    """The document as the corrections say it is; ``aliases``: unknown names, with the ids of bodies that have them."""
    head: dict[str, str | None] = {}
    more: list[str] = []
    facts: dict[str, dict[str, str | None]] = {}
    for one in corrections:
        if one.target != document.id:
            facts.setdefault(one.target, {})[one.field] = one.value
        elif one.field == "alias":
            more.append(one.value or "")
        else:
            head[one.field] = one.value
    found = _headed(document, head) if head else document
    if more:
        found = replace(found, aliases=tuple(dict.fromkeys((*found.aliases, *sorted(more)))))
    if aliases:
        found = _renamed(found, aliases)
    fields = sorted({*head, *(["aliases"] if more else [])})
    return Corrected(found, document.id, tuple(fields), facts)


def _headed(document: Document, head: Mapping[str, str | None]) -> Document:
    """The head as it is set, and what follows from it: kind, level, year and id."""
    days = {name: head[name] for name in ("issued_on", "effective_on", "expires_on") if name in head}
    names = ("doc_number", "title", "issued_title", "kind", "level", "addressees")
    changes: Row = {name: head[name] for name in names if name in head}
    changes |= {name: date.fromisoformat(day) if day else None for name, day in days.items()}
    found = replace(document, **changes)
    if "title" in head and "kind" not in head:
        found = replace(found, kind=kind_of(found.title))
    if "issuers" in head:
        found = _issued(found, head["issuers"], "level" in head)
    year = year_of(found.doc_number, found.issued_on)
    return replace(found, year=year, id=document_id(found.doc_number, found.title, found.issued_on, found.issued_title))


def _issued(document: Document, issuers: str | None, level_set: bool) -> Document:
    names = tuple(filter(None, re.split(r"[;；,，、\s]+", issuers or "")))
    level = document.level if level_set else level_of(names, document.doc_number, document.title)
    province = province_of(names, document.doc_number, document.title)
    found = tuple(Issuer(name, resolve(name, level=level, province=province)) for name in names)
    return replace(document, issuers=found, level=level)


def _renamed(document: Document, aliases: _Aliases) -> Document:
    """The document with every body that a person said to be another one replaced by it."""

    seat = next((issuer.body.region for issuer in document.issuers if issuer.body.region), None)

    def meant(found: Body) -> Body:
        if found.known or found.id not in aliases:
            return found
        bodies = [body for body in map(known_body, aliases[found.id]) if _same_place(found.id, body, seat)]
        return bodies[0] if len(bodies) == 1 else found

    def moved(provision: Provision) -> Provision:
        return replace(
            provision,
            responsibilities=tuple(replace(fact, body=meant(fact.body)) for fact in provision.responsibilities),
            bodies=tuple(replace(fact, body=meant(fact.body)) for fact in provision.bodies),
        )

    return replace(
        document,
        issuers=tuple(replace(issuer, body=meant(issuer.body)) for issuer in document.issuers),
        provisions=tuple(moved(provision) for provision in document.provisions),
    )


def _same_place(name: str, body: Body, seat: str | None) -> bool:
    """Whether a name that leaves its place out (省数字办) is read in that place: elsewhere it is another body."""
    if not _RELATIVE.match(name):
        return True
    return bool(body.region and seat and seat.startswith(stem(body.region)))


def known_body(name: str) -> Body:
    """The body of an id, by its name alone where the registry does not know it."""
    return body(name) or Body(name, name)


class Facts:
    """The corrections of a document's facts on their way into its rows; ``missing`` are those without a target."""

    def __init__(self, corrected: Corrected, seats: Sequence[str]) -> None:
        """``seats`` are the regions of the document (graph.rows.seats), for titles that leave out whose they are."""
        now, before = corrected.document.id, corrected.read_as
        self._said = {now + name.removeprefix(before): said for name, said in corrected.facts.items()}
        self._read_as = {now + name.removeprefix(before): name for name in corrected.facts}
        self._seats = seats
        self.missing = set(corrected.facts)

    def fixed(self, rows: Sequence[Row]) -> list[Row]:
        """The rows (id, properties) without those that were removed, the others as they were corrected."""
        if not self._said:
            return list(rows)
        self.missing -= {self._read_as.get(row["id"], "") for row in rows}
        kept = (row for row in rows if REMOVED not in self._said.get(row["id"], ()))
        return [_fixed(row, self._said.get(row["id"], {}), self._seats) for row in kept]


def _fixed(row: Row, said: Mapping[str, str | None], seats: Sequence[str]) -> Row:
    if not said:
        return row
    row = {**row, "properties": {**row["properties"], **MANUAL}}
    for name, value in said.items():
        if name == "target":
            row["properties"] |= _target(value or "", seats)
        elif name == "measure":
            row |= {"measure": value == "true"}
            row["properties"]["modality"] = row["properties"]["modality"] if value == "true" else None
        elif name == "department":
            row |= {"department": value}
        elif name in ("starts_on", "ends_on"):
            row["properties"][name] = date.fromisoformat(value) if value else None
        else:
            row["properties"][name] = value
    return row


def _target(value: str, seats: Sequence[str]) -> Row:
    """What a citation is said to mean: a number (or the id of a document without one), else a title."""
    number = normal(value) or (value if _ID_WITH_DAY.fullmatch(value) else None)
    if number:
        return {"number": number, "number_key": number_key(number), "title": None, "title_key": None}
    return {"number": None, "number_key": None, "title": value, "title_key": str(title_key(value, seats))}

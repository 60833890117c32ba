"""Responsibilities: the bodies that a unit's closing parentheses and fields print as answering for it.

Read are parentheses at the end of a sentence or unit （X负责）, and fields on lines of their own (责任单位：X). Duties
in running text are none. Each covers the sentences since the one before, or since the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.bodies_tables import NATION
from loaders.departments import is_body_name, resolve
from loaders.find.roles import CONVENTION, Statement, field_label, leading_label, statement
from loaders.find.scope import Scope
from loaders.records import Document, Provision, Responsibility

_PARENTHESIS = re.compile(
    r"[（(【〔\[［]((?:[^（()）【】〔〕\[\]［］]|[（(〔\[［][^（()）【】〔〕\[\]［］]*[）)〕\]］])*)[）)】〕\]］]"
)
_STOPS = "。！？；;"
_LIST = re.compile(r"[^\n。]*(?:。|$|(?=\n))")
# Kinds of bodies that answer for duties; kinds of enterprises and schools alone in a parenthesis are examples.
# （试点地区） alone says where something holds.
_AUTHORITY = re.compile(
    "^(?!试点(?:地区|省份|城市)$).*(?:政府|部门|委员会|管委会|党委|党组|厅局|委办局|部委|行署|公署|机关|直属机构|街道|办事处|社区|[居村]委会|(?:部门和|部门、|有关|相关|直属|[省市区县]直|成员)单位|地区|地方|各地|省份|[省市县区州盟旗乡镇])[）)]?$"
)
_NO_LIST = re.compile("[，,；;：:。]")
_BARE = re.compile(
    r"(?<=[（：、，])(?:财政|科技|教育|商务|公安|民政|司法|水利|交通运输|农业农村|自然资源|人力资源社会保障)厅(?=[、，等）牵负按])"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a statement stands: [left, right) with its brackets, [start, end) without."""

    left: int
    right: int
    start: int
    end: int
    rule: str


def responsibilities(scope: Scope) -> tuple[Responsibility, ...]:
    """Every responsibility that the provision's own text prints, in order."""
    found: list[Responsibility] = []
    since = _opening(scope)
    for place, read in _printed(scope.document, scope.provision):
        found += _read(scope, place, read, min(since, place.left))
        since = place.right
    return tuple(found)


def _opening(scope: Scope) -> int:
    """Where the text behind the heading begins, at the heading itself where nothing else stands behind."""
    provision, text = scope.provision, scope.document.text
    if provision.heading is None:
        return provision.evidence.start
    at = provision.evidence.end
    while at < provision.end and text[at] in "。．.：:\n 　":
        at += 1
    return provision.evidence.start if _PARENTHESIS.match(text, at) else at


@lru_cache(maxsize=8)
def _statements(text: str, start: int, end: int, titled: int) -> tuple[tuple[_Place, Statement], ...]:
    """The statements of responsibility in [start, end), a provision's own text whose title ends at ``titled``."""
    found: list[tuple[_Place, Statement]] = []
    since = start
    for place in sorted([*_parentheses(text, start, end), *_fields(text, start, end)], key=lambda item: item.left):
        if place.left >= since:
            read = statement(text, place.start, place.end, first_leads=_first_leads(text, place.right))
            if _holds(text, place, read, titled):
                since = place.right
                found.append((place, read))
    return tuple(found)


def _parentheses(text: str, start: int, end: int) -> Iterator[_Place]:
    for match in _PARENTHESIS.finditer(text, start, end):
        behind = match.end()
        closes = behind >= end or text[behind] in _STOPS + "\n"
        if closes or text[match.start() - 1] in _STOPS:
            right = behind + (behind < end and text[behind] in _STOPS)
            yield _Place(match.start(), right, match.start(1), match.end(1), "responsible.closing_parenthesis")


def _fields(text: str, start: int, end: int) -> Iterator[_Place]:
    """Lines that begin with a label, taken together with the labelled lines that follow at once."""
    at = start
    for label in leading_label().finditer(text, start, end):
        if label.start() >= at:
            at = _field_end(text, label.start(), end)
            yield _Place(label.start(), at, label.start(), at, "responsible.field")


def _field_end(text: str, at: int, end: int) -> int:
    """The end of the labelled lines that begin at ``at``."""
    while True:
        line = _LIST.match(text, at, end)
        stop = line.end() if line else end
        following = stop + 1 if text[stop : stop + 1] == "\n" else stop
        if not field_label().match(text, following, end):
            return stop
        at = following


def _holds(text: str, place: _Place, read: Statement, titled: int) -> bool:
    """Whether a statement names bodies; names without label or verb must stand behind a sentence or the title."""
    if read.marked:
        return bool(read.bodies)
    if text[place.left - 1] not in _STOPS and place.left != titled:
        return False
    named = [(item, text[item.start : item.end]) for item in read.bodies]
    sure = any(_AUTHORITY.search(name) if item.generic else is_body_name(name) for item, name in named)
    if read.odd:  # an unknown piece in a plain list of bodies costs only itself
        sure_names = sum(is_body_name(name) for _, name in named)
        return sure_names > read.odd and not _NO_LIST.search(text, place.start, place.end)
    known = sum(item.known and not item.generic for item in read.bodies)
    return sure or known > 1 or 0 < known == len(read.bodies)


@lru_cache(maxsize=4)
def _convention(text: str) -> int | None:
    match = CONVENTION.search(text)
    return match.start() if match else None


def _first_leads(text: str, end: int) -> bool:
    start = _convention(text)
    return start is not None and start < end


@lru_cache(maxsize=4)
def _prints_bare(text: str) -> bool:
    """Whether the document leaves its province out of its departments' names (财政厅), as some provinces do."""
    return _BARE.search(text) is not None


def _read(scope: Scope, place: _Place, read: Statement, since: int) -> Iterator[Responsibility]:
    document = scope.document
    text = document.text
    seat = jurisdiction(document)
    local = _prints_bare(text)
    for item in read.bodies:
        name = item.whole or text[item.start : item.end]
        body = resolve(name, level=document.level, province=seat, local=local, prefix=item.prefix)
        evidence = scope.evidence(item.start, item.end, place.rule)
        generic = item.generic or body.kind == "generic"
        yield Responsibility(name, body, item.role, generic, evidence, since, place.left)


def printed(scope: Scope) -> tuple[tuple[int, int], ...]:
    """The spans of the provision's printed responsibilities, with their brackets."""
    return tuple((item.left, item.right) for item, _ in _printed(scope.document, scope.provision))


def prints_duty(document: Document, provision: Provision) -> bool:
    """Whether the provision's own text prints who answers for it."""
    return bool(_printed(document, provision))


def _printed(document: Document, provision: Provision) -> tuple[tuple[_Place, Statement], ...]:
    titled = provision.evidence.end if provision.heading is not None else provision.start
    return _statements(document.text, provision.start, provision.end, titled)


def jurisdiction(document: Document) -> str | None:
    """The region of the first issuer that has one below the nation; relative names (省财政厅) are read in it."""
    regions = (issuer.body.region for issuer in document.issuers)
    return next((region for region in regions if region and region != NATION), None)

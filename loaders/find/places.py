"""Find the regions that a provision's own text and heading name as places."""

from __future__ import annotations

import re

from loaders.find.responsibilities import printed
from loaders.find.scope import Scope
from loaders.records import PlaceMention
from loaders.regions import place, places_in, within

# A parenthesis that says who answers for a duty names bodies, also where it calls them by their city.
_RESPONSIBLE = re.compile(r"[（(][^（()）]*(?:负责|牵头|责任单位|责任部门|配合单位|落实单位|落实部门)[^（()）]*[）)]")


def places(scope: Scope) -> tuple[PlaceMention, ...]:
    """One mention an occurrence, shorthand one a region with the same quote; GUIDE.md, regions."""
    text, offset = scope.provision.text, scope.provision.start
    duties = [match.span() for match in _RESPONSIBLE.finditer(text)]
    duties += [(left - offset, right - offset) for left, right in printed(scope)]
    province, city = _jurisdiction(scope)
    found = []
    for start, end, named in places_in(text, province=province, city=city):
        if any(first <= start < last for first, last in duties):
            continue
        evidence = scope.evidence(offset + start, offset + end, "place.name" if len(named) == 1 else "place.shorthand")
        found += [PlaceMention(item, None, evidence) for item in named]
    return tuple(found)


def _jurisdiction(scope: Scope) -> tuple[str | None, str | None]:
    """The province and, where its issuers sit below it, the city or county of the document."""
    province = city = None
    for issuer in scope.document.issuers:
        seat = place(issuer.body.region) if issuer.body.region else None
        if seat is None or issuer.body.level in ("central", "ministry"):
            continue
        if seat.level == "province":
            province = province or seat.id
        elif seat.level in ("city", "county"):
            city = city or seat.id
            province = province or seat.id[:2] + "0000"
    return province, city if city and province and within(city, province) else None

"""Bodies that running text names without making them responsible in print: registry names only, with their verb.

Not read: names inside a printed responsibility or the title of a document, and what only looks like one inside a
longer name or word (财政部门, 省外办理, 鼓楼区统计局); those words are rows of body_words.csv.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from loaders.bodies_generic import generic_ends
from loaders.bodies_names import carried, prefixes
from loaders.bodies_tables import rows
from loaders.departments import bodies_in, resolve
from loaders.find.responsibilities import jurisdiction, printed
from loaders.find.scope import Scope
from loaders.numbers import numbers_in
from loaders.records import BodyMention

_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_RELATIVE = re.compile(r"省|市|县|区|州|盟|旗|自治区")
_NATIONAL = re.compile(r"国|中|最高|全国|党中央|新华|审计署|海关总署")
# A place's unit or 各 in front of a name makes another body of it: 鼓楼区统计局, 各省财政厅, 城市规划局部.
_BEFORE_RELATIVE = re.compile(r"[各外他全跨城都地县本我两该]$|设区$")
_BEFORE_BARE = re.compile(r"[省市县区州盟旗级各]$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,8}[〔（(\[［]\d{4}[〕）)\]］]")  # the code of a 发文字号: 国办发〔2022〕31号
_LISTED = re.compile(r"[）)]?(?:、|和|与|及|以及|会同)|[（(]")  # what joins names that leave out their place
_JOINT = re.compile(r"[、，]?(?:和|与|及|以及|、)?")


def bodies(scope: Scope) -> tuple[BodyMention, ...]:
    """Every body that the provision's running text names, in order; ``cue`` is the verb beside it or its list."""
    document, provision = scope.document, scope.provision
    text = document.text
    seat = jurisdiction(document)
    closed = sorted(_closed(scope))
    reach = list(accumulate((end for _, end in closed), max))
    found: list[BodyMention] = []
    cue: str | None = None
    last = provision.start
    for left, right, prefix in _named(scope):
        before = bisect_left(closed, (right, 0))
        if before and left < reach[before - 1]:
            continue
        body = resolve(text[left:right], level=document.level, province=seat, prefix=prefix)
        if not body.known:
            continue
        listed = bool(found) and left > last and _JOINT.fullmatch(text, last, left) is not None
        cue = cue if listed else _cue("before", text, left)
        evidence = scope.evidence(left, right, "body.registry_name")
        found.append(BodyMention(body, cue or _cue("after", text, right), evidence))
        last = right
    return tuple(found)


def _closed(scope: Scope) -> list[tuple[int, int]]:
    """Spans of titles, of numbers with their issuers (国务院令第663号), and of printed responsibilities."""
    provision, text = scope.provision, scope.document.text
    titles = (match.span() for match in _TITLE.finditer(text, provision.start, provision.end))
    numbers = ((item.start, item.end) for item in numbers_in(text, provision.start, provision.end))
    return [*titles, *numbers, *printed(scope)]


def _named(scope: Scope) -> Iterator[tuple[int, int, str]]:
    """Spans of names that stand as names in the provision's text, each with the prefix that its list leaves out."""
    provision, text = scope.provision, scope.document.text
    at = provision.start
    for start, end, _ in bodies_in(provision.text):
        left, right = start + provision.start, end + provision.start
        if left < at or not _stands_alone(text, left, right, provision.end):
            continue
        yield left, right, ""
        at = right
        before = prefixes(text[left:right])
        while before and (joint := _LISTED.match(text, at, provision.end)):
            stop, prefix = carried(text, joint.end(), provision.end, before)
            if stop == joint.end() or not _ends(text, joint.end(), stop, provision.end):
                break
            yield joint.end(), stop, prefix
            at = stop


def _stands_alone(text: str, left: int, right: int, end: int) -> bool:
    if not _ends(text, left, right, end):
        return False
    before = text[max(0, left - 2) : left]
    if _RELATIVE.match(text, left):
        return not _BEFORE_RELATIVE.search(before)
    if _NATIONAL.match(text, left):
        return True
    return right - left > 2 and not _BEFORE_BARE.search(before)


def _ends(text: str, left: int, right: int, end: int) -> bool:
    """Whether the name ends at ``right`` and no longer word or generic name goes on."""
    follows = (_follows(text[right - 1]), _follows("*"), _NUMBER)
    longer = any(stop > right for stop in generic_ends(text, left, end))
    return not longer and not any(pattern.match(text, right) for pattern in follows)


@cache
def _follows(ending: str) -> re.Pattern[str]:
    """What makes another word of a name that ends so; matches nothing for other endings."""
    words = [row["follows"] for row in rows("body_words") if row["ending"] == ending]
    return re.compile("|".join(words) if words else r"(?!)")


@cache
def _cues(side: str) -> re.Pattern[str]:
    words = "|".join(row["pattern"] for row in rows("body_cues") if row["side"] == side)
    return re.compile(f"(?:{words})$" if side == "before" else words)


def _cue(side: str, text: str, at: int) -> str | None:
    match = _cues(side).search(text[max(0, at - 3) : at]) if side == "before" else _cues(side).match(text, at)
    return match[0] if match else None

"""Lists of places that print their kind once, at the end: 东平、梁山、东阿等县; 建瓯、邵武市."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from loaders.regions_registry import rows, usual_names

_CLAUSE = re.compile(r"[^，。；：！？《》“”\s]+")
_COUNT = r"[\d两二三四五六七八九十]{1,3}个?"
_KINDS = r"[县市区旗](?:[（(](?:[县市区旗]、?){1,3}[）)]|[县市区旗](?![县市区旗]))?"
_LAST = (
    rf"(?P<one>[\u4e00-\u9fff]{{1,7}}?)(?:(?:以及|和|及|与)(?P<two>[\u4e00-\u9fff]{{2,7}}?))?"
    rf"{{mark}}(?P<kinds>{_KINDS})(?![场域间块级]|人民政府|政府)"
)
_MARKED = re.compile(_LAST.replace("{mark}", rf"(?P<mark>等(?:{_COUNT})?|{_COUNT})"))
_PLAIN = re.compile(_LAST.replace("{mark}", "(?P<mark>)"))
_Span = tuple[int, int]


def listed(text: str) -> Mapping[int, tuple[int, tuple[str, ...]]]:
    """By the start of a short name in such a list its end and the codes of the regions of that kind and name.

    Only an unbroken row of names of regions counts; whether a code is the one that is meant, context says.
    """
    clauses = (clause for clause in _CLAUSE.finditer(text) if "、" in clause[0])
    return {start: (end, codes) for clause in clauses for start, end, codes in _clause(text, clause)}


def _clause(text: str, clause: re.Match[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    items: list[_Span] = []
    start = clause.start()
    while start <= clause.end():
        end = text.find("、", start, clause.end())
        if end < 0:
            end = clause.end()
        last = _MARKED.match(text, start) if items else None
        if items and not last and end == clause.end():
            last = _PLAIN.match(text, start)
        if last and (names := _ends(last)):
            kinds = set(last["kinds"]) & set("县市区旗")
            yield from _row(text, items, names, kinds)
            items = [(last.end(), end)]
        else:
            items.append((start, end))
        start = end + 1


def _ends(last: re.Match[str]) -> list[_Span]:
    """The names in front of the kind, none where a name without 等 is not itself one of that kind."""
    group = "two" if last["two"] else "one"
    if last["mark"]:
        return [last.span(name) for name in ("one", "two") if last[name]]
    if last[group] + last["kinds"] not in _full():
        return []
    own = last.start(group), last.end("kinds")
    return [last.span("one"), own] if last["two"] else [own]


def _row(
    text: str, items: list[_Span], ends: list[_Span], kinds: set[str]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    if not all(_known(text[start:end], kinds) for start, end in ends):
        return
    names = list(ends)
    for start, end in reversed(items):
        if _known(text[start:end], kinds):
            names.append((start, end))
            continue
        # The first name of a row stands behind other words: 重点支持东平、梁山.
        first = next((at for at in range(max(start, end - 6), end - 1) if _known(text[at:end], kinds)), None)
        if first is not None:
            names.append((first, end))
        break
    if len(names) < 2:  # one alone can be a common word: 居住、物流、港口等区
        return
    for start, end in names:
        name = text[start:end]
        if len(name) > 1 and name not in _full() and (codes := _of_kind(name, kinds)):
            yield start, end, codes


def _known(name: str, kinds: set[str]) -> bool:
    return name in _full() or name in _short() or bool(_of_kind(name, kinds))


def _of_kind(name: str, kinds: set[str]) -> tuple[str, ...]:
    """Codes of the regions with the name, its kind added, unless it is already the usual name of one of that kind."""
    if _short().get(name) in kinds:
        return ()
    return tuple(code for kind in sorted(kinds) for code in _full().get(name + kind, ()))


@cache
def _full() -> Mapping[str, tuple[str, ...]]:
    """Codes by full and usual name, of cities and counties that exist."""
    found: dict[str, tuple[str, ...]] = {}
    for code, row in rows().items():
        if row.term.last is None and row.place.level in ("city", "county"):
            found[row.place.name] = (*found.get(row.place.name, ()), code)
    for name, (code, _) in usual_names().items():
        found[name] = (*found.get(name, ()), code)
    return found


@cache
def _short() -> Mapping[str, str]:
    """The kind (市, 县 …) by usual short name, of regions that are meant wherever the name stands."""
    return {row.short: row.place.name[-1] for row in rows().values() if row.use == "always" and row.term.last is None}

"""The documents that are cited but not held, as the citations that name them describe them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from graph.linking_records import Held, Link, Reference, Stub
from loaders.keys import TitleKey


def describe(links: Mapping[str, Link], citations: Iterable[Reference], held: Mapping[str, Held]) -> tuple[Stub, ...]:
    """The stubs that a citation targets or has as a candidate, by id.

    A stub is described by the citations that print its number or target it: shown are the writings that most of them
    print, then the longest one, then the first in code points; its aliases are the other titles.
    """
    standing = {
        name for link in links.values() for name in (link.target, *link.candidates) if name and name not in held
    }
    naming: dict[str, list[Reference]] = defaultdict(list)
    for citation in citations:
        target = links[citation.id].target
        for name in standing & {citation.number, target}:
            naming[name].append(citation)
    return tuple(_stub(name, naming[name], held) for name in sorted(standing))


def _stub(name: str, citations: list[Reference], held: Mapping[str, Held]) -> Stub:
    numbers = Counter(item.printed_number or name for item in citations if item.number == name)
    keys = {_printed(item, item.title): item.title for item in citations if item.title}
    titles = Counter(_printed(item, item.title) for item in citations if item.title)
    number = _first(numbers, numbers) if numbers else None
    shown = _first(titles, titles) if titles else None
    spellings: dict[TitleKey, list[str]] = defaultdict(list)
    for title, key in keys.items():
        if shown and key != keys[shown]:
            spellings[key].append(title)
    return Stub(
        id=name,
        number=name if number else None,
        doc_number=number,
        title=shown or number or name,
        aliases=tuple(sorted(_first(spelt, titles) for spelt in spellings.values())),
        titles=tuple(sorted(set(keys.values()))),
        sample=any(held[item.citing].sample for item in citations),
    )


def _printed(citation: Reference, key: TitleKey) -> str:
    return citation.printed_title or key.issuers + key.rest


def _first(texts: Iterable[str], counts: Counter[str]) -> str:
    return min(texts, key=lambda text: (-counts[text], -len(text), text))

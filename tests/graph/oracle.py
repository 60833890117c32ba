"""The rules of graph.linking once more, from scratch: every question is asked of every pair of documents and citations.

It shares only the keys with what it checks (loaders.keys), and takes the documents themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from loaders import keys
from loaders.keys import TitleKey
from loaders.records import Citation, Document

number_key, title_key = cache(keys.number_key), cache(keys.title_key)


@dataclass
class Cite:
    """A citation with the document and the path where it stands."""

    id: str
    document: Document
    path: str
    printed: Citation

    @cached_property
    def title(self) -> TitleKey | None:
        return title_key(self.printed.title) if self.printed.title else None

    @cached_property
    def number(self) -> str | None:
        """The printed number, unless it is the citing document's own (rule 1)."""
        number = number_key(self.printed.number) if self.printed.number else None
        return None if number == number_of(self.document) else number


def expected(documents: Iterable[Document]) -> dict[str, Any]:
    """What the graph must hold where these documents, and no others, are held."""
    held = sorted(documents, key=lambda document: document.id)
    cites = [cite for document in held for cite in cites_of(document)]
    world, empty = World(held, cites), World([], cites)
    links = {cite.id: world.link(cite) for cite in cites}
    ids = {document.id for document in held}
    standing = ids | {name for _, names in links.values() for name in names}
    targets = {cite.id: links[cite.id][1][0] for cite in cites if links[cite.id][0] != "ambiguous"}
    former = {
        name: sorted(
            {
                were[0]
                for cite in cites
                if targets.get(cite.id) == name
                for status, were in [empty.link(cite)]
                if status != "ambiguous"
            }
            - standing
        )
        for name in ids
    }
    return {
        "links": {name: (status, sorted(names)) for name, (status, names) in links.items()},
        "stubs": {
            name: described(name, [cite for cite in cites if name in (cite.number, targets.get(cite.id))])
            for name in standing - ids
        },
        "edges": edges(cites, targets),
        "cited_by": {name: sum(target == name for target in targets.values()) for name in standing},
        "former_ids": former,
    }


def cites_of(document: Document) -> list[Cite]:
    cites: list[Cite] = []
    for provision in document.provisions:
        for printed in provision.citations:
            key = number_key(printed.number) if printed.number else str(title_key(printed.title or ""))
            stem = f"{document.id}#{provision.path}!{key}"
            ordinal = sum(other.id.rpartition("!")[0] == stem for other in cites)
            cites.append(Cite(f"{stem}!{ordinal}", document, provision.path, printed))
    return cites


def number_of(document: Document) -> str:
    return number_key(document.doc_number) if document.doc_number else document.id


def titles_of(document: Document) -> set[TitleKey]:
    return {title_key(title) for title in (document.title, document.issued_title, *document.aliases) if title}


def can_name(title: TitleKey | None, titles: set[TitleKey], signed: list[str] | None = None) -> bool:
    """Rule 2; ``signed`` are the issuers of a held document."""
    if title is None:
        return False
    signed = signed or []
    printed = {own.issuers for own in titles}
    for own in titles:
        if own.rest == title.rest:
            if title.issuers in ("", own.issuers):
                return True
            if own.issuers == "" and (printed == {""} and (not signed or title.issuers in signed)):
                return True
            if own.issuers == "" and title.issuers in printed:
                return True
    return False


def is_law(document: Document) -> bool:
    return any(key.rest.endswith(("法", "条例")) and not key.rest.endswith("办法") for key in titles_of(document))


def elsewhere(title: TitleKey, citing: Document, cited: Document) -> bool:
    """Rule 3: a title alone, and documents of two places that have nothing to do with each other."""
    places = [{issuer.body.region for issuer in one.issuers if issuer.body.region} for one in (citing, cited)]
    if title.issuers or not all(places) or any("100000" in regions for regions in places):
        return False
    line = {("320000", "320100"), ("320100", "320000")}
    names = {"320000": "江苏", "320100": "南京", "330000": "浙江"}
    if any(names[region] in title.rest for region in places[1]):
        return False
    return not any(one == other or (one, other) in line for one in places[0] for other in places[1])


def signers(document: Document) -> list[str]:
    return [issuer.name for issuer in document.issuers]


@dataclass
class World:
    """Some documents held, and citations that stand in documents held or not."""

    held: list[Document]
    cites: list[Cite]

    def named(self, cite: Cite) -> set[str]:
        """The held documents that a citation's title names (rules 1 to 3)."""
        day = cite.document.issued_on
        return {
            document.id
            for document in self.held
            if document.id != cite.document.id
            and can_name(cite.title, titles_of(document), signers(document))
            and (not day or not document.issued_on or document.issued_on <= day or is_law(document))
            and not (cite.number is None and cite.title and elsewhere(cite.title, cite.document, document))
        }

    def numbered(self, number: str | None) -> set[str]:
        return {document.id for document in self.held if number_of(document) == number}

    def claimed(self, number: str) -> set[str]:
        return {name for cite in self.cites if cite.number == number and cite.title for name in self.named(cite)}

    @cached_property
    def wanted(self) -> set[str]:
        return {cite.number for cite in self.cites if cite.number and not self.numbered(cite.number)}

    @cached_property
    def takers(self) -> dict[str, str]:
        """Rule 4: the wanted numbers that a held document takes."""
        found = {number: self.taker(number) for number in self.wanted}
        return {number: name for number, name in found.items() if name}

    def taker(self, number: str) -> str | None:
        claimed = self.claimed(number)
        if len(claimed) != 1:
            return None
        (name,) = claimed
        if any(name in self.claimed(other) for other in self.wanted - {number}):
            return None
        return next((document.id for document in self.held if document.id == name and not document.doc_number), None)

    @cached_property
    def stub_titles(self) -> dict[str, set[TitleKey]]:
        return {
            number: {cite.title for cite in self.cites if cite.number == number and cite.title}
            for number in self.wanted - self.takers.keys()
        }

    def stubs_named(self, cite: Cite) -> set[str]:
        stubs = {number for number, titles in self.stub_titles.items() if can_name(cite.title, titles)}
        return stubs - {number_of(cite.document)}

    def owners(self, cite: Cite) -> set[str]:
        """Rule 5: the documents of the number, or the stub of it."""
        if cite.number is None:
            return set()
        if cite.number in self.takers:
            return {self.takers[cite.number]} - {cite.document.id}
        return self.numbered(cite.number) or {cite.number}

    def meant(self, cite: Cite) -> set[str]:
        """Rules 6 and 7, stubs known by a title apart."""
        owners = self.owners(cite)
        if not owners:
            return self.named(cite) | self.stubs_named(cite)
        if not owners & {document.id for document in self.held}:
            return owners | self.named(cite)
        agreeing = {d.id for d in self.held if d.id in owners and can_name(cite.title, titles_of(d), signers(d))}
        return agreeing or owners | self.named(cite) | self.stubs_named(cite)

    def link(self, cite: Cite) -> tuple[str, list[str]]:
        """Rules 8 and 9: the status, and the target or the candidates."""
        ids = {document.id for document in self.held}
        meant = self.meant(cite)
        if meant:
            status = "ambiguous" if len(meant) > 1 else "resolved" if meant <= ids else "wanted"
            return status, sorted(meant)
        if cite.title is None:
            return "ambiguous", []
        named = {
            other.title.issuers
            for other in self.cites
            if other.title and other.title.issuers and other.title.rest == cite.title.rest and not self.meant(other)
        }
        issuers = {cite.title.issuers} if cite.title.issuers else named or {""}
        stubs = {name + cite.title.rest for name in issuers}
        if len(stubs) == 1 and not stubs & ids:
            return "wanted", sorted(stubs)
        return "ambiguous", sorted(stubs - {cite.document.id})


def described(name: str, cites: list[Cite]) -> tuple[str | None, str, list[str]]:
    """A stub's number as shown, its title, and how else it is called."""
    numbers = [cite.printed.number for cite in cites if cite.number == name and cite.printed.number]
    titles = [cite.printed.title for cite in cites if cite.printed.title]
    number, title = foremost(numbers), foremost(titles)
    others: dict[TitleKey, list[str]] = {}
    for printed in titles:
        if title and title_key(printed) != title_key(title):
            others.setdefault(title_key(printed), []).append(printed)
    return number, title or number or name, sorted(foremost(texts) or "" for texts in others.values())


def foremost(texts: list[str]) -> str | None:
    return min(texts, key=lambda text: (-texts.count(text), -len(text), text), default=None)


def edges(cites: list[Cite], targets: dict[str, str]) -> dict[tuple[str, str, str], tuple[int, bool, float]]:
    found: dict[tuple[str, str, str], tuple[int, bool, float]] = {}
    for cite in cites:
        if cite.id in targets:
            key = (cite.document.id, targets[cite.id], cite.printed.relation)
            count, preamble, confidence = found.get(key, (0, False, 0.0))
            found[key] = (count + 1, preamble or cite.path == "preamble", max(confidence, cite.printed.confidence))
    return found

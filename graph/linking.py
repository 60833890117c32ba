"""Which document a citation means: a pure function of the documents held and their citations.

Nothing here depends on order, on what was linked before, or on a registry, so any order of loading, reloading and
unloading ends in the same graph. A wrong link is worse than none: where two documents can be meant, both are said.

Keys (loaders.keys). A number has one key in all its writings. A title has a key (issuers, rest).

 1. A citation never means the document that it stands in. Its document's own number counts as not printed; what is
    left of such a citation is read as a title alone. With no title left it is ambiguous without candidates.
 2. A title CAN NAME a document when the rests are equal, as a whole, for one of the document's titles (title, issued
    title, alias) and the issuers agree: equal, or missing on one side. Where the document's title of that rest misses
    them, the issuers that its other titles print are asked, else those that signed it: they are never different
    either. Of several who signed, the title names the first ones, or the first with 等N部门.
 3. A title names a held document only when it is not younger than the citing one (both dates known). Laws and
    regulations are apart, because an amended one keeps its title. This bars a title alone, never a number.
    A title that prints neither issuers nor a number with it is not of another place either: a document of Zhejiang says
    whose 关于…的意见 it means, unless that is Zhejiang's or the nation's. Places of one line (a province and its
    city) are none another, nor is one that the title itself names (四川省推进…规划).
 4. A number that no held document has is WANTED. A held document without a number TAKES a wanted number when a
    citation prints that number with a title that names it (2, 3), no such citation's title names another held
    document, and no other wanted number could be taken by it: then it has that number too. A wanted number that is not
    taken is a stub, known by that number, whose titles are those that citations print with it.
 5. A number means the held documents that have it, else the one that takes it, else its stub.
 6. A title alone means every held document that it names (2, 3) and every stub of a number that it can name (2). If
    there is none, it is a stub known by the title. A title without issuers that nothing holds joins the stubs of the
    same rest that have issuers, if there are any.
 7. Number and title together mean what the number means, as long as they do not contradict each other:
    a) of several held documents with the number, those that the title can name, if there are any;
    b) if the title can name none of the number's held documents, but names others (as in 6), it is all of them;
    c) if the number is a stub, the held documents that the title names (2, 3) are meant as well;
    a title that names nothing else (a shortened one) leaves the number's document.
 8. Exactly one document is meant: RESOLVED if it is held, else WANTED. Two or more: AMBIGUOUS with candidates, of which
    the first CANDIDATES are kept: the number's, then held ones, then by id.
 9. A stub's id is its number's key, or its title's issuers and rest. The id of a held document without a number counts
    as its number (a title that is one). A title's stub that would have the id of a held document is none: the citation
    is ambiguous with that document as the candidate (without one if it stands in it).
10. A stub stands as long as a citation targets it or has it as a candidate.
11. A held document's former ids are the ids of the stubs that the citations which target it would target if nothing
    were held (a citation does not mean the stub of its document's number either), but for those of nodes that stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.linking_records import Edge, Held, Link, Links, Reference
from graph.linking_stubs import describe
from loaders.keys import TitleKey
from loaders.records import Relation

CANDIDATES = 20  # the GraphQL contract shows as many

_LAW = re.compile(r"(?:(?<![办方做])法|法典|条例)(?:\([^()]*\))?$")


def is_law(titles: Iterable[TitleKey]) -> bool:
    """Whether one of the titles is a law's or regulation's (法, 法典, 条例; not 办法), a year in brackets apart."""
    return any(_LAW.search(title.rest) for title in titles)


def resolve(documents: Sequence[Held], citations: Sequence[Reference]) -> Links:
    """Link every citation and derive the stubs and edges; every citing document must be among the documents."""
    papers = {document.id: document for document in documents}
    links = _Reading(papers, papers, citations).links()
    stubs = describe(links, citations, papers)
    unheld = _Reading(papers, {}, citations).links()
    cited_by: dict[str, int] = defaultdict(int)
    former: dict[str, set[str]] = defaultdict(set)
    for name, link in links.items():
        if link.target is None:
            continue
        cited_by[link.target] += 1
        stub = unheld[name].target
        if link.status == "resolved" and stub is not None:
            former[link.target].add(stub)
    standing = papers.keys() | {stub.id for stub in stubs}
    former_ids = {name: tuple(sorted(ids - standing)) for name, ids in former.items() if ids - standing}
    return Links(links, stubs, _edges(links, citations), dict(cited_by), former_ids)


def _edges(links: Mapping[str, Link], citations: Iterable[Reference]) -> tuple[Edge, ...]:
    said: dict[tuple[str, str, Relation], list[Reference]] = defaultdict(list)
    for citation in citations:
        target = links[citation.id].target
        if target is not None:
            said[citation.citing, target, citation.relation].append(citation)
    return tuple(
        Edge(
            *key,
            citations=len(said[key]),
            preamble=any(citation.preamble for citation in said[key]),
            confidence=max(citation.confidence for citation in said[key]),
        )
        for key in sorted(said)
    )


class _Node:
    """Something that a title can name: a held document, or the stub of a number (``held`` is None)."""

    __slots__ = ("held", "id", "issued_on", "known", "printed")

    def __init__(self, name: str, titles: Iterable[TitleKey], held: Held | None = None) -> None:
        self.id = name
        self.held = held
        self.issued_on = held.issued_on if held and not held.law else None
        self.printed: dict[str, set[str]] = {}
        for title in titles:
            self.printed.setdefault(title.rest, set()).add(title.issuers)
        self.known = {issuers for names in self.printed.values() for issuers in names if issuers}

    def named_by(self, title: TitleKey) -> bool:
        """Rule 2."""
        printed = self.printed.get(title.rest)
        if printed is None:
            return False
        if not title.issuers or title.issuers in printed:
            return True
        return "" in printed and (title.issuers in self.known if self.known else self._signed_by(title.issuers))

    def _signed_by(self, issuers: str) -> bool:
        """Whether the issuers of a title are those that signed the document; nobody is known to have signed a stub."""
        if not self.held or not self.held.issuers:
            return True
        for names in self.held.issuers:
            name = max((name for name in names if issuers.startswith(name)), key=len, default="")
            issuers = issuers.removeprefix(name)
            if not name or not issuers or issuers.startswith("等"):
                return bool(name)
        return False


def _without_own(citation: Reference, paper: Held) -> Reference:
    """Rule 1: a document's own number counts as not printed in its citations."""
    return replace(citation, number=None) if citation.number == _own_number(paper) else citation


def _own_number(paper: Held) -> str:
    """Rule 9: the id of a document without a number counts as its number."""
    return paper.number or paper.id


def _elsewhere(title: TitleKey, paper: Held, named: Held) -> bool:
    """Rule 3: whether the documents are of places of which neither lies in the other, and the title names none."""
    if not paper.places or not named.places or any(place.name in title.rest for place in named.places):
        return False
    return not any(
        one.stem.startswith(other.stem) or other.stem.startswith(one.stem)
        for one in paper.places
        for other in named.places
    )


class _Reading:
    """All citations read against the documents in ``held``; ``papers`` are those that they stand in."""

    def __init__(self, papers: Mapping[str, Held], held: Mapping[str, Held], citations: Sequence[Reference]) -> None:
        self._papers = papers
        self._held = held
        self._citations = [_without_own(citation, papers[citation.citing]) for citation in citations]
        self._nodes = {name: _Node(name, document.titles, document) for name, document in held.items()}
        self._numbered: dict[str, list[_Node]] = defaultdict(list)
        self._titled: dict[str, list[_Node]] = defaultdict(list)
        self._namesakes: dict[TitleKey, list[_Node]] = {}
        for node in self._nodes.values():
            self._shelve(node)
        self._taken = self._take()
        self._shelve_stubs()
        self._named = self._name_stubs()

    def links(self) -> dict[str, Link]:
        """The link of every citation by its id."""
        links: dict[str, Link] = {}
        known: dict[tuple[str | None, TitleKey | None], Link] = {}
        for citation in self._citations:
            key = (citation.number, citation.title)
            link = known.get(key)
            if link is None:
                link = self._link(citation)
                if self._same_for_all(citation, link):
                    known[key] = link
            links[citation.id] = link
        return links

    def _same_for_all(self, citation: Reference, link: Link) -> bool:
        """Whether the keys alone decide, whoever cites: neither a date nor a document that cites itself can matter."""
        if citation.number in self._taken:
            return False
        if citation.title is None:
            return True
        named = self._all_titles(citation.title)
        return link.status == "wanted" and not any(node.held or not citation.number for node in named)

    def _shelve(self, node: _Node) -> None:
        if node.held:
            self._numbered[_own_number(node.held)].append(node)
        for rest in node.printed:
            self._titled[rest].append(node)

    def _take(self) -> dict[str, _Node]:
        """Rule 4: the held documents without a number that take a wanted one."""
        claims: dict[str, set[str]] = defaultdict(set)
        for citation in self._citations:
            number = citation.number
            if number and citation.title and number not in self._numbered:
                claims[number].update(node.id for node in self._titles(citation))
        claimants: dict[str, int] = defaultdict(int)
        for ids in claims.values():
            for name in ids:
                claimants[name] += 1
        taken = {}
        for number, ids in claims.items():
            if len(ids) == 1:
                node = self._nodes[next(iter(ids))]
                if node.held and node.held.number is None and claimants[node.id] == 1:
                    taken[number] = node
        return taken

    def _shelve_stubs(self) -> None:
        """Rule 4: the stubs of numbers, with the titles printed with them."""
        titles: dict[str, set[TitleKey]] = defaultdict(set)
        for citation in self._citations:
            number = citation.number
            if number and number not in self._numbered and number not in self._taken:
                titles[number].update([citation.title] if citation.title else [])
        for number, keys in titles.items():
            stub = _Node(number, keys)
            self._numbered[number] = [stub]
            self._shelve(stub)
        self._namesakes.clear()

    def _name_stubs(self) -> dict[str, set[str]]:
        """Rule 6: by rest, the issuers of titles alone that nothing holds."""
        named: dict[str, set[str]] = defaultdict(set)
        for citation in self._citations:
            if citation.title and citation.title.issuers and not self._owners(citation) and not self._titles(citation):
                named[citation.title.rest].add(citation.title.issuers)
        return named

    def _owners(self, citation: Reference) -> list[_Node]:
        """Rule 5: what the number means, but for the citing document (rule 1)."""
        number = citation.number
        if number is None:
            return []
        if number in self._taken:
            node = self._taken[number]
            return [] if node.id == citation.citing else [node]
        return self._numbered[number]

    def _titles(self, citation: Reference) -> list[_Node]:
        """Rule 6: what a printed title names, without the stubs known by a title."""
        nodes = self._all_titles(citation.title) if citation.title else []
        if not nodes or citation.title is None:
            return nodes
        paper = self._papers[citation.citing]
        latest = paper.issued_on
        alone = citation.number is None and not citation.title.issuers
        return [
            node
            for node in nodes
            if (node.id != paper.id if node.held else node.id != _own_number(paper))  # rule 1
            and not (latest and node.issued_on and node.issued_on > latest)  # rule 3
            and not (alone and node.held and _elsewhere(citation.title, paper, node.held))  # rule 3
        ]

    def _all_titles(self, title: TitleKey) -> list[_Node]:
        nodes = self._namesakes.get(title)
        if nodes is None:
            nodes = [node for node in self._titled.get(title.rest, ()) if node.named_by(title)]
            self._namesakes[title] = nodes
        return nodes

    def _link(self, citation: Reference) -> Link:
        owners = self._owners(citation)
        meant = self._both(citation, owners) if owners else self._titles(citation)
        if not meant:
            return self._stub(citation)
        if len(meant) == 1:
            return Link("resolved" if meant[0].held else "wanted", meant[0].id)
        numbered = {node.id for node in owners}
        meant = sorted(meant, key=lambda node: (node.id not in numbered, node.held is None, node.id))
        return Link("ambiguous", None, tuple(node.id for node in meant[:CANDIDATES]))

    def _both(self, citation: Reference, owners: list[_Node]) -> list[_Node]:
        """Rule 7."""
        title = citation.title
        if title is None:
            return owners
        if owners[0].held is None:
            return owners + [node for node in self._titles(citation) if node.held]
        agreeing = [node for node in owners if node.named_by(title)]
        if agreeing:
            return agreeing
        numbered = {node.id for node in owners}
        return owners + [node for node in self._titles(citation) if node.id not in numbered]

    def _stub(self, citation: Reference) -> Link:
        """Rules 6 and 9: a title that nothing holds."""
        title = citation.title
        if title is None:
            return Link("ambiguous")
        issuers = {title.issuers} if title.issuers else self._named.get(title.rest) or {""}
        ids = sorted({name + title.rest for name in issuers})
        if len(ids) == 1 and ids[0] not in self._held:
            return Link("wanted", ids[0])
        return Link("ambiguous", None, tuple(name for name in ids if name != citation.citing)[:CANDIDATES])

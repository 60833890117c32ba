"""One synthetic document: its text, put together piece by piece, and the rows of everything that stands in it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from loaders.keys import number_key, title_key
from tests.bench.graphql import vocabulary
from tests.bench.graphql.places import Body, Seat
from tests.bench.graphql.tables import Row
from tests.bench.graphql.vocabulary import Words, words

CUES = {
    "refers": "参照",
    "based_on": "根据",
    "repeals": "废止",
    "amends": "修订",
    "extends": "延长",
    "forwards": "转发",
}
DIGITS = "零一二三四五六七八九"
LARGE = 60
"""Measures of a large document, of which there is one in 500."""
PAGE = 600
"""Characters of a page."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a document cites: the relation, the number, and the title of one that is held."""

    relation: str
    number: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Upper:
    """What the documents below need of one: who it is, and where its measures stand (ordinal, start, end)."""

    id: str
    title: str
    region: str
    topic: str
    issued_on: date
    measures: tuple[tuple[str, int, int], ...]


@dataclass(slots=True)
class Paper:
    """A document that is being written: `pieces` are its text so far, `length` its code points."""

    id: str
    title: str
    topic: str
    kind: str
    seat: Seat
    issuer: Body
    issued_on: date
    cited_by: int
    chance: random.Random
    parent: Upper | None
    cited: Cited | None
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    tokens: list[str] = field(default_factory=list)
    found: list[tuple[str, Row]] = field(default_factory=list)
    measures: list[tuple[str, int, int]] = field(default_factory=list)

    @classmethod
    def make(
        cls,
        one: int,
        chance: random.Random,
        seat: Seat,
        issued_on: date,
        cited_by: int,
        parent: Upper | None,
        cited: Cited | None,
    ) -> Paper:
        """Write the document with this place in the graph."""
        topic = parent.topic if parent else chance.choice(vocabulary.topics())
        kind = chance.choice(vocabulary.KINDS)
        issuer = seat.government if chance.random() < 0.5 else chance.choice(seat.departments)
        title = f"{seat.government.name}关于{chance.choice(vocabulary.VERBS)}{topic}的{kind}"
        number = f"{seat.sign}政发〔{issued_on.year}〕{one + 1}号"
        paper = cls(number, title, topic, kind, seat, issuer, issued_on, cited_by, chance, parent, cited)
        paper.write()
        return paper

    def upper(self) -> Upper:
        """What the documents below need."""
        return Upper(self.id, self.title, self.seat.place.id, self.topic, self.issued_on, tuple(self.measures))

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row of the document, itself first."""
        yield "document", self.row()
        yield from self.found

    def row(self) -> Row:
        """The row of the document itself."""
        titles = words(self.seat.government.name).tokens, words(self.topic).tokens, words(self.kind).tokens
        day = self.issued_on
        expires = day.replace(year=day.year + 5, day=min(day.day, 28)) if self.chance.random() < 0.1 else None
        return (
            *(self.id, self.id, number_key(self.id), self.title, [str(title_key(self.title))], [self.issuer.name]),
            *(None, [], self.kind, None, self.issuer.level, day, day.year, day, expires, True, False, None),
            *(f"{self.seat.generic.short}：", [], "".join(self.pieces), " ".join((*titles, *self.tokens))),
            *(self.cited_by, []),
        )

    def write(self) -> None:
        """Write the text from head to foot."""
        self.add(f"{self.title}\n{self.id}\n{self.seat.generic.short}：\n")
        self.found.append(("issued_by", (self.id, self.issuer.name, 0)))
        self.found.append(("applies_to", (self.id, self.seat.place.id)))
        self.preamble()
        count = LARGE if self.chance.random() < 0.002 else self.chance.randint(6, 14)
        self.add("\n一、")
        self.add("主要任务。")
        start = self.length
        text = self.say(self.chance.choice(vocabulary.common()))
        section = self.provision("section", "一", "主要任务", text, start, 1, None)
        for number in range(count):
            self.measure(number, section)
        self.add(f"\n{self.issuer.name}\n{self.issued_on.year}年{self.issued_on.month}月{self.issued_on.day}日\n")

    def preamble(self) -> None:
        """Write why the document is made, with the citation of the one above it."""
        start = self.length
        if self.parent:
            self.add("为贯彻落实")
            quote = self.quoted(self.parent.title, self.parent.id)
            self.add("，结合实际，制定本文件。")
            text = f"为贯彻落实{quote}，结合实际，制定本文件。"
            said = words("为贯彻落实，结合实际，制定本文件。").tokens
            place = self.provision("section", "preamble", None, Words(text, said), start, 0, None)
            self.cite(place, Cited("implements", self.parent.id, self.parent.title), "为贯彻落实", quote, start + 5)
        else:
            self.provision(
                "section", "preamble", None, self.say(words("为推动高质量发展，制定本文件。")), start, 0, None
            )

    def measure(self, number: int, section: str) -> None:
        """Write one measure with what it cites, the day by which it is due, and who answers for it."""
        path = f"一/（{numeral(number + 1)}）"
        place = f"{self.id}#{path}"
        heading = self.chance.choice(vocabulary.headings(self.topic))
        self.add(f"\n（{numeral(number + 1)}）{heading.text}。")
        start = self.length
        parts: list[Words] = []
        if number == 0 and self.cited:
            parts.append(self.citation(place))
        first = self.length
        for sentences in (vocabulary.sentences(self.topic), vocabulary.common(), vocabulary.sentences(self.topic)):
            parts.append(self.say(self.chance.choice(sentences)))
        if self.chance.random() < 0.2:
            parts.append(self.deadline(place))
        if self.chance.random() < 0.3:
            parts.append(self.named(place))
        parts.append(self.duties(place, first, self.length))
        whole = Words("".join(part.text for part in parts), " ".join(part.tokens for part in parts if part.tokens))
        modality = self.chance.choices(("order", "support", "allow", "forbid"), (70, 20, 7, 3))[0]
        self.provision("measure", path, heading, whole, start, number + 2, modality)
        self.found.append(("has_part", (section, place)))
        self.measures.append((path, start, self.length))
        if self.parent and self.chance.random() < 0.1:
            self.align(place, start)

    def citation(self, place: str) -> Words:
        """Write the other document that is cited."""
        assert self.cited is not None
        cue = CUES[self.cited.relation]
        self.add(cue)
        start = self.length
        quote = self.quoted(self.cited.title, self.cited.number)
        self.add("有关规定。")
        self.cite(place, self.cited, cue, quote, start)
        return Words(f"{cue}{quote}有关规定。", words(f"{cue}有关规定").tokens)

    def quoted(self, title: str | None, number: str) -> str:
        """Write a title and number, or the number alone."""
        return self.add(f"《{title}》（{number}）" if title else number)

    def cite(self, place: str, cited: Cited, cue: str, quote: str, start: int) -> None:
        """Note a citation and the relation between the documents that follows from it."""
        id_ = f"{place}!{cited.number}!0"
        status = "resolved" if cited.title else "wanted"
        key = str(title_key(cited.title)) if cited.title else None
        preamble = cited.relation == "implements"
        keys = (cited.number, cited.title, number_key(cited.number), key, None, 1.0)
        self.found.append(
            (
                "citation",
                (id_, cited.relation, status, cue, *keys, *self.evidence(quote, start, f"cue.{cited.relation}")),
            )
        )
        self.found.append(("makes", (place, id_)))
        self.found.append(("targets", (id_, cited.number)))
        self.found.append((cited.relation, (self.id, cited.number, 1, preamble, 1.0)))

    def deadline(self, place: str) -> Words:
        """Write by when the measure is to be done."""
        year = self.issued_on.year + self.chance.randint(0, 4)
        quote, start = f"{year}年底前", self.length
        said = self.say(Words(f"{quote}完成。", words(f"{year}年底前完成").tokens))
        id_ = f"{place}!{quote}!0"
        evidence = self.evidence(quote, start, "by_year_end")
        self.found.append(("deadline", (id_, quote, "by", None, date(year, 12, 31), *evidence)))
        self.found.append(("due", (place, id_)))
        return said

    def named(self, place: str) -> Words:
        """Write the name of the document's region."""
        region = self.seat.place
        self.add("在")
        evidence = self.evidence(region.name, self.length, "region")
        self.add(f"{region.name}全域实施。")
        self.found.append(("names", (place, region.id, f"{place}!names!{region.id}!0", None, *evidence)))
        return Words(f"在{region.name}全域实施。", words(f"在{region.name}全域实施").tokens)

    def duties(self, place: str, first: int, last: int) -> Words:
        """Write in brackets who answers for the sentences before: one body leads, one or two take part."""
        bodies = self.chance.sample(self.seat.departments, self.chance.choice((2, 2, 3)))
        if self.chance.random() < 0.1:
            bodies[-1] = self.seat.generic
        begin = len(self.pieces)
        self.add("（")
        for position, body in enumerate(bodies):
            role = "lead" if position == 0 else "responsible" if body.kind == "generic" else "participant"
            evidence = self.evidence(body.short, self.length, "parenthesis")
            id_ = f"{place}!responsible!{body.name}!0"
            self.found.append(("responsible_for", (body.name, place, id_, role, body.short, first, last, *evidence)))
            self.add(f"{body.short}{'牵头' if position == 0 else ''}{'，' if position < len(bodies) - 1 else '配合）'}")
        return Words("".join(self.pieces[begin:]), " ".join(words(body.short).tokens for body in bodies))

    def align(self, place: str, start: int) -> None:
        """Note that the measure orders what one of the document above does."""
        assert self.parent is not None
        path, first, last = self.chance.choice(self.parent.measures)
        lag = (self.issued_on - self.parent.issued_on).days
        basis = "cited" if self.chance.random() < 0.7 else "content"
        terms = vocabulary.TOPICS[self.topic].split("|")[:2]
        score = round(self.chance.uniform(0.4, 1), 3)
        spans = (start, self.length, first, last)
        self.found.append(
            ("aligned_with", (place, f"{self.parent.id}#{path}", basis, score, lag, terms, *spans, "automatic"))
        )

    def provision(
        self,
        table: str,
        path: str,
        heading: Words | str | None,
        said: Words,
        start: int,
        position: int,
        modality: str | None,
    ) -> str:
        """Note a provision whose text ends here; return its id."""
        id_ = f"{self.id}#{path}"
        name = words(heading) if isinstance(heading, str) else heading
        all_ = f"{name.tokens} {said.tokens}" if name else said.tokens
        page = start // PAGE + 1
        row: Row = (id_, path, name.text if name else None, said.text, position, start, self.length, page, None)
        row += ("numbered", "automatic", all_)
        self.found.append((table, (*row, modality) if table == "measure" else row))
        self.found.append(("has_provision", (self.id, id_)))
        self.tokens.append(all_)
        return id_

    def evidence(self, quote: str, start: int, rule: str) -> Row:
        """The columns of evidence."""
        return quote, start, start + len(quote), start // PAGE + 1, None, rule, "automatic"

    def add(self, text: str) -> str:
        """Write a piece of the text; return it."""
        self.pieces.append(text)
        self.length += len(text)
        return text

    def say(self, said: Words) -> Words:
        """Write a sentence; return it."""
        self.add(said.text)
        return said


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十") + ("" if ones == 0 else DIGITS[ones])

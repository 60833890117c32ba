"""A seeded graph of any number of documents in mailuo's own model, as a stream of rows for the tables (tables.py).

Of 100 documents 4 are national, 26 provincial and 70 of cities; each of the lower ones carries out one above it, a few
of which are carried out by many. Every second one cites something more: another document, or one that is not held.
What has to be known before its turn (who cites what, and when a document was issued) is planned as arrays of numbers,
so that the memory stays small.
"""

from __future__ import annotations

import hashlib
import random
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.version import MODEL
from tests.bench.graphql import places
from tests.bench.graphql.paper import Cited, Paper, Upper
from tests.bench.graphql.tables import Row

VERSION = 1
"""Raised when the same seed gives another graph, so that none that was kept is taken for it."""
NONE = -1
FILES_OF = 100
"""Documents that come from one file."""
OTHERS = ("refers", "based_on", "repeals", "amends", "extends", "forwards")
WEIGHTS = (50, 40, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """Who carries out and cites whom: a parent, another document (from `size` on: one that is not held), the days."""

    size: int
    nations: int
    provinces: int
    stubs: int
    parents: array[int]
    others: array[int]
    days: array[int]
    cited_by: array[int]


def plan(size: int, seed: int) -> Plan:
    """The plan of a graph; the first documents are national, the next ones provincial."""
    chance = random.Random(f"plan {seed}")
    nations = max(1, size * 4 // 100)
    provinces = max(nations + 1, size * 30 // 100)
    stubs = max(1, size // 50)
    parents, others, days = (array("l", [NONE]) * size for _ in range(3))
    cited_by = array("l", [0]) * (size + stubs)
    first = date(2012, 1, 1).toordinal()
    for one in range(size):
        if one < nations:
            days[one] = first + chance.randrange(3000)
        else:
            low, high = (0, nations) if one < provinces else (nations, provinces)
            parents[one] = low + _skewed(chance, high - low)
            days[one] = days[parents[one]] + chance.randint(30, 400)
            cited_by[parents[one]] += 1
        others[one] = _other(chance, one, size, stubs, nations, days, parents)
        if others[one] != NONE:
            cited_by[others[one]] += 1
    return Plan(size, nations, provinces, stubs, parents, others, days, cited_by)


def _skewed(chance: random.Random, most: int) -> int:
    """A number below `most`; one time in five a small one, so that a few have many."""
    return int(most * (chance.random() ** 2 if chance.random() < 0.2 else chance.random()))


def _other(
    chance: random.Random, one: int, size: int, stubs: int, nations: int, days: array[int], parents: array[int]
) -> int:
    drawn = chance.random()
    if drawn < 0.3:
        return size + int(stubs * chance.random() ** 2)
    cited = int(nations * chance.random())
    older = cited < one and days[cited] < days[one] and cited != parents[one]
    return cited if drawn < 0.5 and older else NONE


class Synthetic:
    """The graph of a size and a seed; `rows` gives it anew each time, the same."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self.seed = seed

    @property
    def key(self) -> str:
        """What tells it from another graph."""
        return f"{self.size} documents, seed {self.seed}, generator {VERSION}, model {MODEL}"

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every node and relationship: the name of its table, and its row."""
        yield from _bodies()
        planned = plan(self.size, self.seed)
        yield from _stubs(planned)
        uppers: list[Upper] = []
        source = ""
        for one in range(self.size):
            if one % FILES_OF == 0:
                source = f"file:///synthetic/{one // FILES_OF:05}.txt"
                yield "source", _source(source)
            paper = _paper(planned, one, random.Random(f"{self.seed} {one}"), uppers)
            yield from paper.rows()
            yield "from", (paper.id, source, paper.id, _sha256(source), True)
            if one < planned.provinces:
                uppers.append(paper.upper())


def _paper(planned: Plan, one: int, chance: random.Random, uppers: list[Upper]) -> Paper:
    parent = uppers[planned.parents[one]] if planned.parents[one] != NONE else None
    if parent is None:
        seat = places.nation()
    elif one < planned.provinces:
        seat = chance.choice(places.provinces())
    else:
        # A provincial document is carried out by cities of its province; a municipality's districts are left out.
        seat = chance.choice(places.cities().get(parent.region) or places.cities()["320000"])
    other = planned.others[one]
    cited = None
    if other != NONE:
        relation = chance.choices(OTHERS, WEIGHTS)[0]
        cited = _stub(other - planned.size, relation) if other >= planned.size else _held(uppers[other], relation)
    return Paper.make(one, chance, seat, date.fromordinal(planned.days[one]), planned.cited_by[one], parent, cited)


def _held(upper: Upper, relation: str) -> Cited:
    return Cited(relation, upper.id, upper.title)


def _stub(stub: int, relation: str) -> Cited:
    return Cited(relation, stub_number(stub), None)


def stub_number(stub: int) -> str:
    """The number of a document that is cited and not held."""
    return f"国发〔{1990 + stub % 20}〕{stub + 1}号"


def _stubs(planned: Plan) -> Iterator[tuple[str, Row]]:
    for stub in range(planned.stubs):
        number = stub_number(stub)
        cited_by = planned.cited_by[planned.size + stub]
        if cited_by == 0:
            continue
        row: Row = (number, number, number, number, [], [], None, [], None, None, "central", None, 1990 + stub % 20)
        row += (None, None, False, False, ["issuers", "level", "year"], None, [], None, number, cited_by, [])
        yield "document", row
        yield "issued_by", (number, "国务院", 0)
        yield "applies_to", (number, places.NATION)


def _bodies() -> Iterator[tuple[str, Row]]:
    bodies = list(places.bodies())
    known = {body.name for body in bodies}
    for region in sorted({body.region for body in bodies}):
        yield "region", (region,)
    for body in bodies:
        yield "department", places.department(body)
        yield "covers" if body.kind == "generic" else "seated_in", (body.name, body.region)
        if body.parent in known:
            yield "part_of", (body.name, body.parent)
        if body.counterpart in known:
            yield "counterpart_of", (body.name, body.counterpart)


def _source(uri: str) -> Row:
    return uri, _sha256(uri), uri.rpartition("/")[2], None, "2024-01-02T03:04:05Z", "linked", "synthetic"


def _sha256(uri: str) -> str:
    return hashlib.sha256(uri.encode()).hexdigest()

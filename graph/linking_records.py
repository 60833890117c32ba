"""What linking reads and what it answers: plain, frozen, independent of the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from loaders.keys import TitleKey
from loaders.records import Relation

Status = Literal["resolved", "wanted", "ambiguous"]


class Jurisdiction(NamedTuple):
    """A place below the nation: its GB/T 2260 code without the zeros behind (32, 3201), and its usual name (江苏)."""

    stem: str
    name: str


@dataclass(frozen=True, slots=True)
class Held:
    """A document that is held: its keys, and what decides whether a title can name it.

    ``titles`` are the keys of its title, issued title and aliases; ``law`` is true of laws and regulations, which keep
    their title when they are amended; ``places`` are those of its issuers below the nation, () for a central document;
    ``issuers`` are the keys of each issuer's names, in the order of the signature.
    """

    id: str
    number: str | None
    titles: tuple[TitleKey, ...]
    issued_on: date | None = None
    law: bool = False
    sample: bool = False
    places: tuple[Jurisdiction, ...] = ()
    issuers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation as linking sees it: who cites, and the keys of the number and the title that it prints.

    ``preamble`` is true where it stands in front of the first numbered unit. ``printed_number`` and ``printed_title``
    are only shown; the keys stand in for them where they are not known.
    """

    id: str
    citing: str
    number: str | None
    title: TitleKey | None
    relation: Relation
    confidence: float = 1.0
    preamble: bool = False
    printed_number: str | None = None
    printed_title: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What one citation means: one ``target``, or the ``candidates`` of an ambiguous one (at most CANDIDATES)."""

    status: Status
    target: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stub:
    """A document that is cited but not held; ``title`` is the number where nothing prints its title."""

    id: str
    number: str | None
    doc_number: str | None
    title: str
    aliases: tuple[str, ...]
    titles: tuple[TitleKey, ...]
    sample: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A derived relationship, one per pair of documents and relation, from the citing to the cited one.

    ``citations`` is their number, ``preamble`` whether one of them stands in the preamble, ``confidence`` the highest.
    """

    citing: str
    cited: str
    relation: Relation
    citations: int
    preamble: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Links:
    """The whole wanted state: a link per citation id, the stubs and edges in order of their ids.

    ``cited_by`` counts the citations that target a document and ``former_ids`` are the ids that a held document would
    have as a stub; neither names a document that has none.
    """

    links: Mapping[str, Link]
    stubs: tuple[Stub, ...]
    edges: tuple[Edge, ...]
    cited_by: Mapping[str, int]
    former_ids: Mapping[str, tuple[str, ...]]

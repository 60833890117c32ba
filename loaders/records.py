"""The records that loaders hand on: plain, frozen, independent of any database.

Every offset counts Unicode code points in the clean text of the record's document, half open: ``text[start:end]``.
Stored words are those of the GraphQL contract's enums in lower case. Names follow GB/T 9704 (发文字号, 主送机关,
成文日期), ELI (based_on, amends, repeals) and W3C Web Annotation (start, end, exact quote).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Level = Literal["central", "ministry", "province", "province_dept", "city", "county"]
Relation = Literal["implements", "based_on", "forwards", "extends", "amends", "repeals", "refers"]
Role = Literal["lead", "participant", "responsible"]
Modality = Literal["order", "support", "allow", "forbid"]
DeadlineKind = Literal["by", "from", "period", "within"]
BodyKind = Literal["government", "party", "congress", "court", "company", "association", "generic", "other"]
Origin = Literal["automatic", "manual"]

PREAMBLE = "preamble"
CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact is printed and which rule read it there; ``text[start:end] == quote`` always holds."""

    quote: str
    start: int
    end: int
    page: int | None
    printed_page: int | None
    rule: str
    origin: Origin = "automatic"


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a new page begins (an offset in the document's text), with the page and the number printed on it."""

    start: int
    page: int | None
    printed_page: int | None

    @property
    def numbers(self) -> tuple[int | str, int | str]:
        """The page and the printed page, a dash for one that is not known."""
        return "-" if self.page is None else self.page, "-" if self.printed_page is None else self.printed_page


@dataclass(frozen=True, slots=True)
class Body:
    """A department as the registry knows it; ``known`` is false where no row has the name."""

    id: str
    name: str
    short_name: str | None = None
    aliases: tuple[str, ...] = ()
    level: Level | None = None
    kind: BodyKind = "other"
    known: bool = False
    region: str | None = None  # Place.id of the seat; of a generic body, its scope


@dataclass(frozen=True, slots=True)
class Place:
    """A region of GB/T 2260 (``id`` is its code) or a macro-region (``id`` is its folded name)."""

    id: str
    name: str
    level: Level | None = None
    macro: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """A 发文机关 as printed, with the body that it is."""

    name: str
    body: Body


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to another document by number, by title or by both.

    ``number`` is normalised as GUIDE.md writes it; ``title`` is as printed, without 《》 and layout spaces.
    """

    relation: Relation
    cue: str | None
    title: str | None
    number: str | None
    evidence: Evidence
    article: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One body of one printed parenthesis, and the sentences [duty_start, duty_end) that it answers for."""

    name: str
    body: Body
    role: Role
    generic: bool
    evidence: Evidence
    duty_start: int
    duty_end: int


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body that running text names without making it responsible in print."""

    body: Body
    cue: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A region that running text names; shorthand (苏浙皖) gives one mention a region, all with the same quote."""

    place: Place
    cue: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit as printed and cleaned, with the days that it means (both inclusive, null where open)."""

    text: str
    kind: DeadlineKind
    starts_on: date | None
    ends_on: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered unit, or the preamble or closing; ``text == document.text[start:end]``, without its children's.

    ``path`` as GUIDE.md writes it (``二/（一）``); a path that a carried text or attachment repeats gets a part prefix
    (``附/一``), a paragraph behind an article's items its article's (``第三条/closing``). ``evidence`` quotes the
    heading, or the first sentence where there is none; ``turns`` are the further pages that begin within ``text``.
    """

    path: str
    parent: str | None
    heading: str | None
    text: str
    position: int
    start: int
    end: int
    is_measure: bool
    has_own_text: bool
    modality: Modality | None
    evidence: Evidence
    responsibilities: tuple[Responsibility, ...] = ()
    bodies: tuple[BodyMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    citations: tuple[Citation, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Validity:
    """A sentence about the document's own term; ``field`` is the head field that it sets."""

    field: Literal["effective_on", "expires_on"]
    value: date
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Source:
    """The file (or part of one) that a document was read from; lines are 1-based and inclusive."""

    uri: str
    sha256: str
    file: str
    url: str | None = None
    first_line: int | None = None
    last_line: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One instrument: its head, its clean text and everything that was found in it."""

    id: str
    doc_number: str | None
    title: str
    issued_title: str | None
    kind: str | None
    issued_kind: str | None
    level: Level | None
    issuers: tuple[Issuer, ...]
    issued_on: date | None
    year: int | None
    effective_on: date | None
    expires_on: date | None
    addressees: str | None
    attachments: tuple[str, ...]
    text: str
    provisions: tuple[Provision, ...]
    source: Source
    sample: bool = False
    aliases: tuple[str, ...] = ()
    validity: tuple[Validity, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """What was not loaded and why: a file, or lines of one (1-based, inclusive)."""

    file: str
    reason: str
    first_line: int | None = None
    last_line: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one file gave: its documents, what was rejected, and how many input lines there were to account for.

    ``more`` is true of a section of a large file of which another one follows.
    """

    file: str
    uri: str
    sha256: str
    lines: int
    documents: tuple[Document, ...] = ()
    rejections: tuple[Rejection, ...] = field(default=())
    more: bool = False

"""The contract's enums; the value of each is the word that the graph stores."""

from __future__ import annotations

import enum

import strawberry


@strawberry.enum(description="The level of a body or document (层级); a body has that of the body that commands it.")
class Level(enum.Enum):
    CENTRAL = "central"
    MINISTRY = "ministry"
    PROVINCE = "province"
    PROVINCE_DEPT = "province_dept"
    CITY = "city"
    COUNTY = "county"


@strawberry.enum(
    description="How one document stands to another (关系): "
    "贯彻落实, 根据, 转发 or 印发, 延长, 修订, 废止, or mere mention."
)
class Relation(enum.Enum):
    IMPLEMENTS = "implements"
    BASED_ON = "based_on"
    FORWARDS = "forwards"
    EXTENDS = "extends"
    AMENDS = "amends"
    REPEALS = "repeals"
    REFERS = "refers"


@strawberry.enum(description="The part of a body in a duty (职责): 牵头, 配合, or responsible without more.")
class Role(enum.Enum):
    LEAD = "lead"
    PARTICIPANT = "participant"
    RESPONSIBLE = "responsible"


@strawberry.enum(
    description="What a measure does (情态): orders (要求), supports (支持), allows (允许) or forbids (禁止)."
)
class Modality(enum.Enum):
    ORDER = "order"
    SUPPORT = "support"
    ALLOW = "allow"
    FORBID = "forbid"


@strawberry.enum(description="Whether the cited document is found (引文状态); WANTED: it is not held yet (待收).")
class CitationStatus(enum.Enum):
    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    WANTED = "wanted"


@strawberry.enum(description="What a look-up found (检索结果); several candidates are never narrowed by a guess.")
class LookupStatus(enum.Enum):
    EXACT = "exact"
    AMBIGUOUS = "ambiguous"
    WANTED = "wanted"
    NONE = "none"


@strawberry.enum(
    description="Which way to trace (追溯方向). UP: what it carries out (上位); DOWN: what carries it out (下位)."
)
class Direction(enum.Enum):
    UP = "up"
    DOWN = "down"
    BOTH = "both"


@strawberry.enum(description="Who states a fact (来源): the extractor or a person.")
class Origin(enum.Enum):
    AUTOMATIC = "automatic"
    MANUAL = "manual"


@strawberry.enum(
    description="Why two measures are aligned (对应依据): "
    "a citation, a forwarding, or content alone, which claims no more."
)
class Basis(enum.Enum):
    CITED = "cited"
    FORWARDED = "forwarded"
    CONTENT = "content"


@strawberry.enum(description="Kind of a time limit (期限): 2022年底前, 自…起, from … to …, or 30日内.")
class DeadlineKind(enum.Enum):
    BY = "by"
    FROM = "from"
    PERIOD = "period"
    WITHIN = "within"


@strawberry.enum(description="Whether a text is in force on a date (效力).")
class ValidityAnswer(enum.Enum):
    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    REPEALED = "repealed"
    UNKNOWN = "unknown"


@strawberry.enum(
    description="What a comparison rests on (比较依据). UPPER_NOT_HELD: its measures are unknown; "
    "NO_LATER_TEXT: nothing younger is held to compare with; NOT_ALIGNED: no measures of this graph are aligned yet. "
    "Silence is claimed only when COMPARED."
)
class ImplementationStatus(enum.Enum):
    COMPARED = "compared"
    UPPER_NOT_HELD = "upper_not_held"
    NO_LATER_TEXT = "no_later_text"
    NOT_ALIGNED = "not_aligned"


@strawberry.enum(description="The time limit below against the one above (期限比较); NONE: one of them prints none.")
class DueComparison(enum.Enum):
    EARLIER = "earlier"
    SAME = "same"
    LATER = "later"
    NONE = "none"


@strawberry.enum(description="Kind of a body (机构类别); GENERIC: a collective such as 各设区市人民政府.")
class BodyKind(enum.Enum):
    GOVERNMENT = "government"
    PARTY = "party"
    CONGRESS = "congress"
    COURT = "court"
    COMPANY = "company"
    ASSOCIATION = "association"
    GENERIC = "generic"
    OTHER = "other"


@strawberry.enum(description="Kind of what a search finds (检索对象类别).")
class NodeKind(enum.Enum):
    DOCUMENT = "document"
    MEASURE = "measure"
    SECTION = "section"
    DEPARTMENT = "department"
    REGION = "region"


@strawberry.enum(description="Order of a list of measures (排序): by place, newest documents first, or by time limit.")
class MeasureOrder(enum.Enum):
    DOCUMENT = "document"
    ISSUED_ON_DESC = "issued_on_desc"
    DUE = "due"


@strawberry.enum(description="Order of a list of documents (排序): by date of issue, by citations, or by title.")
class DocumentOrder(enum.Enum):
    ISSUED_ON_DESC = "issued_on_desc"
    ISSUED_ON_ASC = "issued_on_asc"
    CITED_BY_DESC = "cited_by_desc"
    TITLE = "title"

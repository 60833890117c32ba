"""How a document of a higher level is carried out below, and what the answer rests on."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.enums import DueComparison, ImplementationStatus, Role
from api.graphql.fields import field
from api.graphql.references import AlignmentType, CitationType, DepartmentType, DocumentType, MeasureType, RegionType


@strawberry.type(description="The documents that were searched (检索范围).")
class Searched:
    documents: int = field("How many (文件数).")
    later: int = field("How many of them are younger than the upper document (其后的文件数).")
    from_: date | None = field("Date of the oldest one (最早).", name="from")
    to: date | None = field("Date of the newest one (最新).")


@strawberry.type(
    description="A body above and the one below that answers for the same (对口机构); either may be missing."
)
class BodyPair:
    upper: DepartmentType | None = field("The body of the higher level (上级机构).")
    lower: DepartmentType | None = field("The body of the lower level (下级机构).")
    upper_roles: list[Role] = field("Its parts in the upper measure (上级职责).")
    lower_roles: list[Role] = field("Its parts in the measures below (下级职责).")
    counterpart: bool = field("They are each other's 对口 body; false where the lower one is the same or a part of it.")


@strawberry.type(description="One measure of the upper document and what is aligned with it below (措施落实).")
class MeasureImplementation:
    upper: MeasureType = field("The measure of the upper document (上位措施).")
    alignments: list[AlignmentType] = field(
        "Measures below that are aligned with it, closest first, at most 100 (对应)."
    )
    forwarded_by: list[DocumentType] = field("Documents below that forward the upper one and so adopt it (转发文件).")
    bodies: list[BodyPair] = field("Who answers for it above and below (责任单位).")
    due: DueComparison = field(
        "The last time limit below against the last one above, each in the sentences that are alike (期限比较)."
    )


@strawberry.type(description="An upper measure that nothing is aligned with and nobody forwards (未见落实).")
class Silence:
    measure: MeasureType = field("The measure (措施).")
    nearest: AlignmentType | None = field("What comes nearest to it and is not close enough (最近似).")


@strawberry.type(
    description="How a document is carried out below, measure by measure (落实); "
    "a content alignment whose lag is negative is parallel, not carrying out."
)
class Implementation:
    upper: DocumentType = field("The document of the higher level (上位文件).")
    region: RegionType | None = field("Where it is looked for; null when two documents are compared (地区).")
    status: ImplementationStatus = field("What the answer rests on (比较依据).")
    searched: Searched = field("Held documents of lower levels that were searched (检索范围).")
    documents: list[DocumentType] = field("Those that cite or forward it, then those aligned by content (下位文件).")
    citations: list[CitationType] = field(
        "The words by which these cite it: of each the first citation that is more than a reference, "
        "else the first one (引用依据)."
    )
    measures: list[MeasureImplementation] = field("Its measures, in order (措施).")
    silent: list[Silence] = field("Measures that nothing below takes up; only when COMPARED (未见落实).")
    added: list[MeasureType] = field("Measures of citing or forwarding documents without an upper one (新增措施).")
    coverage: float | None = field(
        "Measures aligned or adopted / all of them, organisational ones apart; null unless COMPARED (覆盖率)."
    )

"""Provisions: the numbered units of a document, framing ones (sections) and ordering ones (measures)."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.documents.types import Validity
from api.graphql.enums import Modality
from api.graphql.fields import Argument, Named, field
from api.graphql.nodes.types import Evidence, Node
from api.graphql.references import (
    AlignmentType,
    CitationType,
    DeadlineType,
    DocumentType,
    MentionType,
    ProvisionType,
    ResponsibilityType,
)


@strawberry.interface(description="A unit of a document's text (条文).")
class Provision(Named):
    id: strawberry.ID = field("Its id, which stays the same over reloads (标识).")
    document: DocumentType = field("The document (文件).")
    path: str = field(
        "Where it stands: 二/（一）; preamble before the first and closing after the last unit, 第三条/closing after "
        "an article's items (路径)."
    )
    heading: str | None = field("Its heading (标题).")
    text: str = field("Its own text, without its children's (正文).")
    position: int = field("Order in the document (次序).")
    parent: ProvisionType | None = field("The unit around it (上级).")
    children: list[ProvisionType] = field("The units in it, in order (下级).")
    evidence: Evidence = field("Where it stands (依据).")
    regions: list[MentionType] = field("Regions that it names (地区).")
    bodies_named: list[MentionType] = field(
        "Bodies that running text names; printed responsibilities are another thing."
    )
    deadlines: list[DeadlineType] = field("Its time limits (期限).")
    cites: list[CitationType] = field("What it cites (引用).")


@strawberry.type(
    description="A unit that frames (框架): aims, principles, chapter heads; also the preamble and the closing."
)
class Section(Provision, Node):
    pass


@strawberry.type(description="A numbered unit that orders, supports, allows or forbids something (措施).")
class Measure(Provision, Node):
    responsibilities: list[ResponsibilityType] = field("Who answers for it, as printed (责任).")
    modality: Modality | None = field("What it does (情态).")
    organisational: bool = field(
        "It only leads, supervises or makes known: 加强组织领导, 宣传引导; outside coverage (组织保障类)."
    )
    validity: Validity = field("Whether it is in force on a day (效力).", on=Argument(date, "The day."))
    aligned_up: list[AlignmentType] = field("With measures of higher levels (上位对应).")
    aligned_down: list[AlignmentType] = field("With measures of lower levels (下位对应).")

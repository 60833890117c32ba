"""Documents: one instrument each, held or known only because others cite it."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.connections import Connection, FacetedConnection
from api.graphql.enums import Level, LookupStatus, Relation, ValidityAnswer
from api.graphql.fields import Argument, field, optional, paging
from api.graphql.nodes.types import Evidence, Node
from api.graphql.provisions.filters import MeasureFilter
from api.graphql.references import CitationType, DepartmentType, MeasureType, ProvisionType, RegionType

_RELATIONS = optional(list[Relation], "Only these relations (关系).")


@strawberry.type(description="The file that a document was read from (来源文件).")
class Source:
    file: str = field("Name of the file.")
    sha256: str = field("SHA-256 of its bytes, in hexadecimal.")
    url: str | None = field("Where it was published.")
    loaded_at: str = field("When it was loaded, ISO 8601.")


@strawberry.type(description="A text that the document says it encloses (附件).")
class Attachment:
    title: str = field("Its title.")
    held: bool = field("Whether its text is held.")


@strawberry.type(description="A marked span of the document's text, for a reading page (标注).")
class Annotation:
    evidence: Evidence = field("The span.")
    kind: str = field("citation, responsibility, region, deadline or body.")
    node: strawberry.ID = field("Id of what it marks: the citation, department, region or deadline.")


@strawberry.type(description="Whether a text is in force on a date, why, and where that is printed (效力).")
class Validity:
    answer: ValidityAnswer = field("The answer.")
    reason: str = field("Why, in a sentence.")
    evidence: Evidence | None = field("Where it is printed.")
    document: Document | None = field("The document that says so.")


@strawberry.type(description="A policy document (文件): held, or known only because others cite it.")
class Document(Node):
    doc_number: str | None = field("发文字号; null where none is printed.")
    title: str = field("Title (标题); of a document known only by its number: that number.")
    issued_title: str | None = field("Title of the text that a 印发 notice carries.")
    aliases: list[str] = field("Other titles that it is known by (别名).")
    kind: str | None = field("文种 of the notice.")
    issued_kind: str | None = field("Genre of the text that it carries: 规划, 措施, 方案.")
    level: Level | None = field("Level of its issuers (层级).")
    issued_on: date | None = field("成文日期.")
    year: int | None = field("Year of issuedOn, else of the number (年份).")
    effective_on: date | None = field("First day in force (施行日期).")
    expires_on: date | None = field("Last day in force (有效期至).")
    validity: Validity = field("Whether it is in force on a day (效力).", on=Argument(date, "The day."))
    held: bool = field("false: known only because others cite it (已收).")
    sample: bool = field("true: of the sample corpus, or known only from it; not an official text (示例).")
    inferred: list[str] = field("Fields that a document not held has from its number or title: level, issuers, year.")
    addressees: str | None = field("主送机关, as printed.")
    text: str | None = field("The whole clean text of a held document; offsets count in it (全文).")
    reference: str = field("How to cite it, after GB/T 7714 (参考文献).")
    source: Source | None = field("The file that it was read from (来源).")
    attachments: list[Attachment] = field("附件.")
    issuers: list[DepartmentType] = field("发文机关, in printed order.")
    region: RegionType | None = field("Jurisdiction of the issuers (地区).")
    annotations: list[Annotation] = field("Every marked span, in order (标注).")
    provisions: Connection[ProvisionType] = field(
        "Its provisions, in order (条文).",
        **paging(),
    )
    measures: FacetedConnection[MeasureType] = field(
        "Its measures, in order (措施).",
        where=optional(MeasureFilter, "Conditions (筛选)."),
        **paging(),
    )
    cites: Connection[CitationType] = field(
        "What it cites, in order of the text (引用).",
        relations=_RELATIONS,
        **paging(),
    )
    cited_by: Connection[CitationType] = field(
        "Where it is cited, by document (被引).",
        relations=_RELATIONS,
        level=optional(Level, "Level of the citing document (层级)."),
        region=optional(strawberry.ID, "Jurisdiction of the citing document (地区)."),
        **paging(),
    )


@strawberry.type(description="What people type, looked up (检索): a number in any writing, a whole or a short title.")
class Lookup:
    status: LookupStatus = field("What was found.")
    document: Document | None = field("The one document, where there is exactly one.")
    candidates: list[Document] = field("All that it may be, where there are several; at most 20.")
    normalized: str | None = field("The number as it is written officially, where one was typed (规范写法).")

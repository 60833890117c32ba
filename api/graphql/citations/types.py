"""Citations between documents."""

from __future__ import annotations

import strawberry

from api.graphql.enums import CitationStatus, Relation
from api.graphql.fields import field
from api.graphql.nodes.types import Evidence, Node
from api.graphql.references import DocumentType, ProvisionType


@strawberry.type(description="A place where one document cites another, and what that makes of the two (引文).")
class Citation(Node):
    relation: Relation = field("What the citing document does with the cited one (关系).")
    status: CitationStatus = field("Whether the cited document is found (状态).")
    cue: str | None = field("The words that decide the relation: 为贯彻落实, 根据, 转发 (线索词).")
    citing: DocumentType = field("The citing document (引用文件).")
    provision: ProvisionType = field("The provision that cites; preamble and closing are provisions too (条文).")
    cited: DocumentType | None = field("The cited document; null only when AMBIGUOUS (被引文件).")
    candidates: list[DocumentType] = field("What an ambiguous citation may mean, at most 20 (候选).")
    article: str | None = field("The article that it names: 第三条 (条款).")
    confidence: float = field("How sure the rule is, 0 to 1 (置信度).")
    evidence: Evidence = field("Where it is printed (依据).")

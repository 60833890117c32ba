"""The answer of a trace: the documents reached from a root, ready to draw."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Relation
from api.graphql.fields import field
from api.graphql.references import CitationType, DocumentType


@strawberry.type(description="A document that the trace reached (节点).")
class TraceNode:
    document: DocumentType = field("The document (文件).")
    depth: int = field("Steps from the root; negative above it (层数).")


@strawberry.type(description="How one document of the trace stands to another (边).")
class TraceEdge:
    from_: DocumentType = field("The newer document (引用文件).", name="from")
    to: DocumentType = field("The older one (被引文件).")
    relation: Relation = field("Their relation (关系).")
    preamble: bool = field("One of the citations stands in the preamble (见于导语).")
    citations: list[CitationType] = field("The citations that say so, at most 20 (引文).")


@strawberry.type(description="The documents reached from the root, ready to draw (追溯).")
class Trace:
    root: DocumentType = field("Where it starts (起点).")
    nodes: list[TraceNode] = field("The documents, from the highest down (节点).")
    edges: list[TraceEdge] = field("Their relations (边).")
    truncated: bool = field("More was reachable than the answer holds (已截断).")

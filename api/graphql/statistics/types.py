"""What the graph holds, counted."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Count
from api.graphql.fields import field


@strawberry.type(description="What the graph holds (统计).")
class Stats:
    documents: int = field("Documents, held or not (文件).")
    held: int = field("Documents held (已收文件).")
    wanted: int = field("Documents cited but not held (待收文件).")
    measures: int = field("Measures (措施).")
    departments: int = field("Bodies (机构).")
    regions: int = field("Regions (地区).")
    citations: int = field("Citations (引文).")
    alignments: int = field("Alignments of measures (措施对应).")
    by_level: list[Count] = field("Held documents by level (按层级).")
    by_relation: list[Count] = field("Citations by relation (按关系).")
    loaded_at: str | None = field("When something was last loaded, ISO 8601 (最近载入).")
    engine: str = field("Neo4j's version (引擎版本).")
    version: str = field("mailuo's version (程序版本).")
    digest: str = field("Digest of the whole graph: equal for equal contents (摘要).")

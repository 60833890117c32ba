"""Regions of GB/T 2260 and macro-regions."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Connection, FacetedConnection
from api.graphql.enums import Level
from api.graphql.fields import Argument, field, paging
from api.graphql.nodes.types import Node
from api.graphql.references import DocumentType, MentionType, RegionType, ResponsibilityType

_CHILDREN = Argument(bool | None, "Count in the regions in it (含下级地区).", False)


@strawberry.type(description="A region (地区): its id is its GB/T 2260 code, or the folded name of a macro-region.")
class Region(Node):
    code: str | None = field("GB/T 2260 code; null for a macro-region (行政区划代码).")
    name: str = field("Name (名称).")
    level: Level | None = field("Level of its government (层级).")
    macro: bool = field("A macro-region such as 长三角 (区域).")
    parent: RegionType | None = field("The region around it (上级地区).")
    children: list[RegionType] = field("The regions in it, by code (下级地区).")
    mentions: Connection[MentionType] = field(
        "Where it is named (提及).",
        include_children=_CHILDREN,
        **paging(),
    )
    responsibilities: Connection[ResponsibilityType] = field(
        "What its governments answer for in print (责任).",
        include_generic=Argument(bool | None, "Count in generic bodies in whose scope it lies (含泛指机构).", True),
        **paging(),
    )
    documents: FacetedConnection[DocumentType] = field(
        "Documents of its jurisdiction, newest first (文件).",
        include_children=_CHILDREN,
        **paging(),
    )

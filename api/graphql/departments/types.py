"""Bodies: departments, governments and other organs."""

from __future__ import annotations

import strawberry

from api.graphql.connections import Connection, FacetedConnection
from api.graphql.enums import BodyKind, Level, Role
from api.graphql.fields import Argument, field, optional, paging
from api.graphql.nodes.types import Node
from api.graphql.references import DepartmentType, DocumentType, RegionType, ResponsibilityType

_PREDECESSORS = Argument(bool | None, "Count in the bodies that it came from (含前身).", False)
_OFFICES = Argument(bool | None, "Count in its offices (含内设和办事机构).", False)


@strawberry.type(description="A body (机构): a department, government, court, company or a collective of them.")
class Department(Node):
    name: str = field("Full official name (全称).")
    short_name: str | None = field("Official short name (简称).")
    aliases: list[str] = field("Other names (别名).")
    kind: BodyKind = field("What it is (类别).")
    level: Level | None = field("Level of the body that commands it (层级): 南京海关 is MINISTRY.")
    region: RegionType | None = field("Its seat; of a generic body, its scope (所在地区).")
    known: bool = field("false: no row of the registry has it (已登记).")
    parent: DepartmentType | None = field("The body that it is part of (上级机构).")
    counterparts: list[DepartmentType] = field("对口 bodies of other levels: 国家发展改革委 and 省发展改革委.")
    predecessors: list[DepartmentType] = field("The bodies that it came from (前身).")
    successors: list[DepartmentType] = field("The bodies that followed it (后继).")
    responsibilities: Connection[ResponsibilityType] = field(
        "What it answers for in print (责任).",
        role=optional(Role, "Only in this role (职责)."),
        include_predecessors=_PREDECESSORS,
        include_offices=_OFFICES,
        **paging(),
    )
    documents: FacetedConnection[DocumentType] = field(
        "What it issued, newest first (发文).",
        include_predecessors=_PREDECESSORS,
        include_offices=_OFFICES,
        **paging(),
    )

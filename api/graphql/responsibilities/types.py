"""Printed responsibilities."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Role
from api.graphql.fields import field
from api.graphql.nodes.types import Evidence
from api.graphql.references import DepartmentType, MeasureType


@strawberry.type(description="One printed responsibility (责任): who, in which role, for which sentences.")
class Responsibility:
    department: DepartmentType = field("The body (单位).")
    name: str = field("The body as printed (原文名称).")
    role: Role = field("Its role (职责).")
    generic: bool = field("A collective such as 各设区市人民政府 (泛指).")
    measure: MeasureType = field("The measure (措施).")
    evidence: Evidence = field("Where the body is printed (依据).")
    duty: Evidence = field("The sentences that it answers for (职责范围).")

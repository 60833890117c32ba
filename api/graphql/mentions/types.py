"""Bodies and regions that running text names."""

from __future__ import annotations

import strawberry

from api.graphql.fields import field
from api.graphql.nodes.types import Evidence
from api.graphql.references import DepartmentType, ProvisionType, RegionType


@strawberry.type(description="A body or region that the text names without making it responsible in print (提及).")
class Mention:
    department: DepartmentType | None = field("The body (单位).")
    region: RegionType | None = field("The region (地区).")
    cue: str | None = field("The words that it was read by (线索词).")
    evidence: Evidence = field("Where it is named (依据).")
    provision: ProvisionType = field("The provision that names it (条文).")

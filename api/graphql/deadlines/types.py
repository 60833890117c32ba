"""Time limits."""

from __future__ import annotations

from datetime import date

import strawberry

from api.graphql.enums import DeadlineKind
from api.graphql.fields import field
from api.graphql.nodes.types import Evidence, Node
from api.graphql.references import ProvisionType


@strawberry.type(description="A time limit as printed and the days that it means (期限).")
class Deadline(Node):
    text: str = field("As printed (原文).")
    kind: DeadlineKind = field("Its kind (类别).")
    starts_on: date | None = field("First day; null where it is open (起始日).")
    ends_on: date | None = field("Last day; null where it is open (截止日).")
    provision: ProvisionType = field("The provision that sets it (条文).")
    evidence: Evidence = field("Where it is printed (依据).")

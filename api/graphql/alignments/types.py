"""Alignments of measures across levels."""

from __future__ import annotations

import strawberry

from api.graphql.enums import Basis, Origin
from api.graphql.fields import field
from api.graphql.nodes.types import Evidence, Node
from api.graphql.references import MeasureType


@strawberry.type(
    description="Two measures of different levels that order the same action on the same object (措施对应); "
    "only CITED and FORWARDED say that one carries the other out."
)
class Alignment(Node):
    upper: MeasureType = field("The measure of the higher level (上位措施).")
    lower: MeasureType = field("The measure of the lower level (下位措施).")
    basis: Basis = field("Why they are aligned (依据类别).")
    score: float = field("How close their contents are, 0 to 1 (相似度).")
    lag_days: int | None = field("Date of the lower less that of the upper; negative: the lower came first (时滞).")
    shared_terms: list[str] = field("Terms that both have (共有词).")
    upper_evidence: Evidence = field("The words of the upper one (上位原文).")
    lower_evidence: Evidence = field("The words of the lower one (下位原文).")
    origin: Origin = field("Whether the program or a person states it (来源).")

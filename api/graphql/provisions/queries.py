"""The root field that lists measures."""

from __future__ import annotations

import strawberry

from api.graphql.connections import FacetedConnection
from api.graphql.enums import MeasureOrder
from api.graphql.execution import root
from api.graphql.fields import Argument, optional, paging
from api.graphql.provisions.filters import MeasureFilter
from api.graphql.provisions.types import Measure


@strawberry.type
class MeasureQueries:
    measures: FacetedConnection[Measure] = root(
        "Measures of all documents (措施列表).",
        where=optional(MeasureFilter, "Conditions (筛选)."),
        order_by=Argument(MeasureOrder | None, "Order (排序).", MeasureOrder.DOCUMENT),
        **paging(20),
    )

"""Names for the types that refer to each other across the folders, resolved when the schema is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from api.graphql.alignments.types import Alignment
    from api.graphql.citations.types import Citation
    from api.graphql.deadlines.types import Deadline
    from api.graphql.departments.types import Department
    from api.graphql.documents.types import Document
    from api.graphql.mentions.types import Mention
    from api.graphql.provisions.types import Measure, Provision
    from api.graphql.regions.types import Region
    from api.graphql.responsibilities.types import Responsibility

AlignmentType = Annotated["Alignment", strawberry.lazy("api.graphql.alignments.types")]
CitationType = Annotated["Citation", strawberry.lazy("api.graphql.citations.types")]
DeadlineType = Annotated["Deadline", strawberry.lazy("api.graphql.deadlines.types")]
DepartmentType = Annotated["Department", strawberry.lazy("api.graphql.departments.types")]
DocumentType = Annotated["Document", strawberry.lazy("api.graphql.documents.types")]
MeasureType = Annotated["Measure", strawberry.lazy("api.graphql.provisions.types")]
MentionType = Annotated["Mention", strawberry.lazy("api.graphql.mentions.types")]
ProvisionType = Annotated["Provision", strawberry.lazy("api.graphql.provisions.types")]
RegionType = Annotated["Region", strawberry.lazy("api.graphql.regions.types")]
ResponsibilityType = Annotated["Responsibility", strawberry.lazy("api.graphql.responsibilities.types")]

"""Documents that are cited but not held."""

from __future__ import annotations

import strawberry

from api.graphql.fields import field
from api.graphql.references import DocumentType


@strawberry.type(description="A document that is cited but not held (待收文件), and who cites it.")
class Wanted:
    document: DocumentType = field("The document (文件).")
    citations: int = field("How many citations name it (被引次数).")
    cited_by: list[DocumentType] = field("The first 10 documents that cite it, oldest first (引用文件).")

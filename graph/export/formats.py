"""The forms of an export."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What an export can be: tables (which can be imported again), a picture's nodes and edges, or linked data."""

    CSV = "csv"
    PARQUET = "parquet"
    GRAPHML = "graphml"
    JSONLD = "jsonld"

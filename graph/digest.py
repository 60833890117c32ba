"""A digest of the whole graph: equal for equal graphs, whatever order they were written in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import orjson
from neo4j import ManagedTransaction

from graph.session import Database
from graph.statements import statement

LEFT_OUT = (
    *("loaded_at", "page", "printed_page", "turns"),
    *("lower_page", "lower_printed_page", "upper_page", "upper_printed_page"),
)
"""What depends on the file that a document was read from, and not on the document."""
LIMIT = 1 << 256
"""Hashes are added up modulo this."""


def digest(database: Database) -> str:
    """Return the digest, in hexadecimal, of all nodes and relationships but Source, FROM, Lock and Meta.

    The properties of LEFT_OUT do not count. Each node and relationship is hashed alone and the hashes are added up, so
    that rows are taken as they stream in and twice the same is not once.
    """
    with database.session("READ") as session:
        total = session.execute_read(_total)
    return f"{total:064x}"


def _total(transaction: ManagedTransaction) -> int:
    total = 0
    for name in ("load/digest_nodes", "load/digest_edges"):
        for record in transaction.run(statement(name).text):
            total += row_hash(record.values())
    return total % LIMIT


def row_hash(values: Iterable[Any]) -> int:
    """The hash of a node (labels, properties) or relationship, as the statements load/digest_… give their rows."""
    text = orjson.dumps([_plain(value) for value in values], option=orjson.OPT_SORT_KEYS, default=str)
    return int.from_bytes(hashlib.sha256(text).digest(), "big")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key not in LEFT_OUT}
    # Lists here are labels, which a server returns in any order.
    return sorted(value) if isinstance(value, list) else value

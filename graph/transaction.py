"""Named statements inside a transaction."""

from __future__ import annotations

from typing import Any

from neo4j import ManagedTransaction, Transaction

from graph.session import rows
from graph.statements import statement

Tx = Transaction | ManagedTransaction


def run(transaction: Tx, name: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """Run the statement ``folder/name`` and return its rows; the statement reads its parameters from the map $p.

    Neo4j plans a statement anew for each order of magnitude of its lists and strings, which took half the time of a
    load; of what is inside a map it takes no notice.
    """
    return rows(transaction.run(statement(name).text, p=parameters))

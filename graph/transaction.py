"""Named statements inside a transaction."""

from __future__ import annotations

from typing import Any

from neo4j import ManagedTransaction, Transaction

from graph.statements import statement

Tx = Transaction | ManagedTransaction


def run(transaction: Tx, name: str, /, **parameters: Any) -> list[dict[str, Any]]:
    """Run the statement ``folder/name`` and return its rows."""
    return [dict(record) for record in transaction.run(statement(name).text, parameters)]

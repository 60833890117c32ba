"""Asks the slowest questions once when a server starts, so that nobody waits for their first plan.

Neo4j plans a statement when it first comes, and right after its own start that takes seconds; the plan depends on the
statement's text alone, so that any document will do.
"""

from __future__ import annotations

import logging
from importlib.resources import files

from api.graphql.execution import Context, Reader
from api.graphql.schema import execute

OPERATIONS = ("Implementation", "Trace", "Document", "Page", "Search")
"""The operations of warm.graphql."""
_FIRST = "{ documents(first: 1) { nodes { id } } regions(first: 1) { nodes { id } } }"
_log = logging.getLogger(__name__)


async def warm(reader: Reader) -> list[str]:
    """Run every operation once, and return the names of those that were answered; nothing that fails is raised."""
    text = files("api.graphql").joinpath("warm.graphql").read_text("utf8")
    first = (await execute(_FIRST, None, Context(reader=reader))).data
    if not first or not first["documents"]["nodes"] or not first["regions"]["nodes"]:
        return []
    known = {"id": first["documents"]["nodes"][0]["id"], "region": first["regions"]["nodes"][0]["id"]}
    answered = []
    for name in OPERATIONS:
        result = await execute(text, known, Context(reader=reader), name)
        if not result.errors:
            answered.append(name)
        else:
            _log.debug("%s was not answered: %s", name, result.errors[0].message)
    return answered

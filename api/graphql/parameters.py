"""Statements with their parameters in one map.

Neo4j plans a statement anew for each kind of value that a parameter brings: null, a number, a text of another order of
magnitude. A map is of one kind whatever it holds, so a statement that reads its parameters from one is planned once.
It is rewritten and not written so, as operations take in named statements, whose parameters people give by name.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from graph.lexer import is_mark, tokens

KEPT = 512
"""Statements whose other form is kept, those asked last."""
MAP = "p"
"""The name of the map."""


def in_a_map(cypher: str, parameters: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a statement that reads each ``$name`` as ``$p.name``, and the map ``p`` of its parameters.

    For statements whose parameters stand where any expression may.
    """
    return _rewritten(cypher), {MAP: dict(parameters)}


@functools.lru_cache(maxsize=KEPT)
def _rewritten(cypher: str) -> str:
    found = tokens(cypher)
    pieces, end = [], 0
    for place, token in enumerate(found[:-1]):
        if is_mark(found, place, "$") and found[place + 1].kind in ("word", "quoted", "number"):
            pieces += [cypher[end : token.start], f"${MAP}."]
            end = found[place + 1].start
    return "".join([*pieces, cypher[end:]])

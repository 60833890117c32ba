"""Keyset cursors: the sort key and the id of a row, sealed with the list and order that they belong to."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

import orjson

from api.graphql.errors import CursorError

Key = str | int | float | None


def encode(order: str, keys: Sequence[Key]) -> str:
    """Return the opaque cursor of a row: `order` names the list and its order, `keys` are sort key and id."""
    return base64.urlsafe_b64encode(orjson.dumps([order, *keys])).decode().rstrip("=")


def decode(order: str, cursor: str) -> list[Key]:
    """Return sort key and id; CursorError when it is damaged or was given out by another list or order."""
    try:
        value = orjson.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError):
        raise CursorError("The cursor is damaged.") from None
    if not isinstance(value, list) or len(value) != 3 or not all(map(_is_key, value)):
        raise CursorError("The cursor is damaged.")
    if value[0] != order:
        raise CursorError("The cursor belongs to another list or order; start again without it.")
    return value[1:]


def _is_key(value: object) -> bool:
    # Neo4j knows no larger number, and sorts nothing by true and false.
    return type(value) in {str, float} or (type(value) is int and -(2**63) <= value < 2**63)

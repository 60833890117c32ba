"""Keyset cursors: the sort keys of a row, sealed with the list, its order and its filters."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from api.graphql.errors import CursorError
from api.graphql.fragments import Key

MAX_LENGTH = 2000
"""Of a cursor in characters; the longest keys are ids, which are a few hundred bytes."""


def encode(seal: str, values: Sequence[Any]) -> str:
    """Return the opaque cursor of a row: `seal` names the list, its order and filters, `values` are its sort keys."""
    return base64.urlsafe_b64encode(orjson.dumps([seal, *values], default=str)).decode().rstrip("=")


def decode(seal: str, keys: Sequence[Key], cursor: str) -> list[Any]:
    """Return the sort keys of a row; CursorError when it is damaged or was given out for another list."""
    try:
        if len(cursor) > MAX_LENGTH:
            raise ValueError(cursor)
        sealed, *values = _list(
            orjson.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
        )
        if sealed != seal and isinstance(sealed, str):
            raise CursorError("The cursor belongs to another list, order or filter; start again without it.")
        return [_value(key, value) for key, value in zip(keys, values, strict=True)]
    except (binascii.Error, ValueError):
        raise CursorError("The cursor is damaged.") from None


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        raise ValueError(value)
    return value


def _value(key: Key, value: Any) -> Any:
    """Return a sort key as the statement compares it; ValueError for one that no row has."""
    if value is None and key.nulls:
        return None
    if key.date:
        return date.fromisoformat(value if isinstance(value, str) else "")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise ValueError(value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError(value)
    return value

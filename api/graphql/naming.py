"""What root fields that take an id or a name have in common."""

from __future__ import annotations

from typing import Any

from api.graphql.errors import RequestError
from api.graphql.execution import Context
from api.graphql.selection import Selection


async def one_of_id_and_name(_: Context, selection: Selection) -> dict[str, Any]:
    """Refuse a selection that gives neither an id nor a name, or both."""
    given = [name for name in ("id", "name") if selection.arguments.get(name) is not None]
    if len(given) != 1:
        raise RequestError(f"{selection.name} takes either an id or a name.")
    return {}

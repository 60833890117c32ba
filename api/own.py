"""What `mailuo query --file` and `mailuo shell` share: one's own Cypher, its answer, and what it changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from api.answers import Format, chosen
from api.stream import stream
from graph.own import LARGEST, SECONDS, Limits, Run

SHOWN = 1_000
"""Rows of a table on a terminal, where --limit does not say."""
ROWS = 1_000_000
"""Rows of any other answer, where --limit does not say."""
WARNING = (
    "What is changed here the next load of the same document may undo. Mistakes in what was read are better mended by "
    "`mailuo correct`, which keeps who said so and why."
)


def limits(seconds: float, rows: int | None, form: Format | None) -> Limits:
    """Return the limits of a statement: without a number of rows, as many as suit where they go."""
    screen = chosen(form) is Format.TABLE and sys.stdout.isatty()
    return Limits(seconds, rows or (SHOWN if screen else ROWS), LARGEST)


def run(
    text: str,
    parameters: Mapping[str, Any],
    *,
    form: Format | None = None,
    seconds: float = SECONDS,
    rows: int | None = None,
    write: bool = False,
) -> int:
    """Run a statement, print its rows as they come, and say on stderr what was cut and changed; the number of rows."""
    bound = limits(seconds, rows, form)
    with Run(text, parameters, bound, write=write) as running:
        if running.mode or (write and not running.columns):
            # What is profiled or has no columns still has to come to its end.
            count = sum(1 for _ in running.rows())
        else:
            count = stream(running.rows(), running.columns, form)
        outcome = running.outcome
    if outcome.plan:
        count = stream(plan_rows(outcome.plan), PLAN, form)
    if outcome.cut:
        print(f"Only the first {bound.rows} rows are shown; --limit asks for more.", file=sys.stderr)
    if write:
        print(changed(outcome.changes), file=sys.stderr)
    return count


PLAN = ("operator", "details", "estimated_rows", "rows", "db_hits")


def plan_rows(plan: Mapping[str, Any], depth: int = 0) -> Iterator[dict[str, Any]]:
    """Return a plan as rows: an operator each, those that it reads from further in."""
    arguments = plan.get("args", {})
    yield {
        "operator": "· " * depth + str(plan["operatorType"]).partition("@")[0],
        "details": arguments.get("Details"),
        "estimated_rows": arguments.get("EstimatedRows"),
        "rows": plan.get("rows"),
        "db_hits": plan.get("dbHits"),
    }
    for child in plan.get("children", ()):
        yield from plan_rows(child, depth + 1)


def changed(changes: Mapping[str, int]) -> str:
    """Say what a statement changed."""
    if not changes:
        return "Nothing was changed."
    return f"Changed: {', '.join(f'{count} {name}'.replace('_', ' ') for name, count in changes.items())}."

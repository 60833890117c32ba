"""Settle the bodies: those that documents name, what the registry says they belong to, and nothing else.

What stands is a pure function of the bodies that documents name, so that the order of loading and unloading leaves no
trace; only the differences are written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from graph.rows import Row, department_row
from graph.transaction import Tx, run
from loaders.departments import Relations, body, related
from loaders.records import Body

TO_REGION = ("SEATED_IN", "COVERS")


class Edge(NamedTuple):
    """An edge from a body to a body or region; ``since`` is the day of a succession where it is known."""

    kind: str
    start: str
    end: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that must stand, by id, and the edges between them and to regions."""

    rows: Mapping[str, Row]
    edges: frozenset[Edge]


@dataclass(frozen=True, slots=True)
class SettleReport:
    """How many bodies and edges were written and taken out."""

    written: int
    removed: int
    edges_written: int
    edges_removed: int


def settle(transaction: Tx) -> SettleReport:
    """Write the bodies and edges that must stand and do not, and take out those that must not."""
    found = run(transaction, "load/bodies")
    standing = {row["id"]: row["properties"] for row in found}
    edges = {_edge(row) for row in run(transaction, "load/body_edges")}
    aliases: dict[str, list[str]] = {}
    for said in run(transaction, "load/corrections_of", id="")[0]["aliases"]:
        aliases.setdefault(said["department"], []).append(said["name"])
    wanted = bodies((row["id"] for row in found if row["named"]), aliases)
    changed = [row for name, row in wanted.rows.items() if _stored(row) != standing.get(name)]
    gone = sorted(standing.keys() - wanted.rows.keys())
    more, fewer = sorted(wanted.edges - edges, key=_order), sorted(edges - wanted.edges, key=_order)
    if gone:
        run(transaction, "load/remove_bodies", ids=gone)
    if changed:
        run(transaction, "load/departments", departments=changed)
    for name, rows in (("load/remove_body_edges", fewer), ("load/write_body_edges", more)):
        if rows:
            run(transaction, name, edges=[edge._asdict() for edge in rows])
    return SettleReport(len(changed), len(gone), len(more), len(fewer))


def bodies(named: Iterable[str], aliases: Mapping[str, Sequence[str]] | None = None) -> Bodies:
    """What must stand where documents name these bodies (ids): they and all that the registry ties them to.

    ``aliases`` are the names that people gave to bodies, by their ids.
    """
    rows: dict[str, Row] = {}
    ties: dict[str, Relations] = {}
    waiting = [(name, body(name) or Body(name, name)) for name in sorted(set(named))]
    while waiting:
        name, item = waiting.pop()
        if name in rows:
            continue
        more = (aliases or {}).get(name, ())
        rows[name] = department_row(replace(item, aliases=tuple(dict.fromkeys((*item.aliases, *more)))))
        ties[name] = related(name)
        waiting += [(other, known) for other in _others(ties[name]) if (known := body(other))]
    edges = (edge for name, tie in ties.items() for edge in _edges(name, tie))
    return Bodies(
        rows, frozenset(edge for edge in edges if edge.kind in TO_REGION or {edge.start, edge.end} <= rows.keys())
    )


def _others(tie: Relations) -> Iterator[str]:
    if tie.parent:
        yield tie.parent
    yield from tie.counterparts
    yield from (name for name, _ in (*tie.predecessors, *tie.successors))


def _edges(name: str, tie: Relations) -> Iterator[Edge]:
    if tie.parent:
        yield Edge("PART_OF", name, tie.parent)
    if tie.seat:
        yield Edge("SEATED_IN", name, tie.seat)
    if tie.covers:
        yield Edge("COVERS", name, tie.covers)
    for other in tie.counterparts:
        yield Edge("COUNTERPART_OF", name, other)
    for other, day in tie.predecessors:
        yield Edge("SUCCEEDED_BY", other, name, day)
    for other, day in tie.successors:
        yield Edge("SUCCEEDED_BY", name, other, day)


def _edge(row: Mapping[str, Any]) -> Edge:
    since = row["since"].to_native() if row["since"] else None
    return Edge(row["kind"], row["start"], row["end"], since)


def _stored(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def _order(edge: Edge) -> tuple[str, str, str]:
    return edge.kind, edge.start, edge.end

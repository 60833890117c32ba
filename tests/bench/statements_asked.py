"""What the named statements are asked in the benchmark: each with typical parameters, which the graph itself gives.

A thing of typical size has as many measures, duties … as those of the compilation mostly have, in every graph: what an
anchored statement walks through is then alike, and the graph around it is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, LiteralString

from graph.ask import named
from graph.session import Database
from graph.statements import Statement

EACH = 12
"""How many things are asked about in turn."""
DRAWS: dict[str, LiteralString] = {
    "document": """
        MATCH (d:Document {held: true})-[:HAS_PROVISION]->(m:Measure) WITH d, count(m) AS size
        RETURN d.id AS value ORDER BY abs(size - 12), value LIMIT $each""",
    "upper_document": """
        MATCH (d:Document {held: true})<-[:IMPLEMENTS]-(below) WITH d, count(below) AS size
        RETURN d.id AS value ORDER BY abs(size - 2), value LIMIT $each""",
    "chained": """
        MATCH (a:Document)<-[:IMPLEMENTS]-(:Document)<-[:IMPLEMENTS|REFERS_TO|BASED_ON]-(b:Document)
        WITH DISTINCT a, b ORDER BY a.id, b.id LIMIT $each RETURN [b.id, a.id] AS value""",
    "department": """
        MATCH (b:Department)-[r:RESPONSIBLE_FOR]->() WITH b, count(r) AS size
        RETURN b.id AS value ORDER BY abs(size - 8), value LIMIT $each""",
    "name": "MATCH (b:Department) WHERE b.short_name IS NOT NULL RETURN b.name AS value ORDER BY value LIMIT $each",
    "region": """
        MATCH (r:Region)<-[:NAMES]-(m:Measure) WITH r, count(m) AS size
        RETURN r.id AS value ORDER BY abs(size - 3), value LIMIT $each""",
    "upper": """
        MATCH (d:Document)-[:HAS_PROVISION]->()<-[r:ALIGNED_WITH]-() WITH d, count(r) AS size
        RETURN d.id AS value ORDER BY abs(size - 10), value LIMIT $each""",
    "lower": """
        MATCH (d:Document)-[:HAS_PROVISION]->()-[r:ALIGNED_WITH]->() WITH d, count(r) AS size
        RETURN d.id AS value ORDER BY abs(size - 10), value LIMIT $each""",
}
REGION = {"implementation": "320000"}
"""The region that a statement is asked about beside its document."""
UPPER_DOCUMENT = {"trace", "diffusion", "chains", "repeal_touches", "silent_measures"}
"""Statements that are asked about a document that others carry out."""
TEXTS = ("政务服务", "监督检查", "数据共享", "公共服务")


@dataclass(frozen=True, slots=True)
class Question:
    """A statement and the parameters that it is asked with in turn; the name says by which optional one it enters."""

    name: str
    statement: str
    parameters: list[Mapping[str, Any]]


def questions(database: Database) -> Iterator[Question]:
    """Every named statement with its required parameters, and once more with each that anchors it."""
    drawn = {key: [row["value"] for row in database.read(draw, each=EACH)] for key, draw in DRAWS.items()}
    for one in named():
        required = [field.name for field in one.parameters if not field.optional]
        sets = _sets(one, required, drawn)
        yield Question(
            one.name,
            one.name,
            [{**given, "region": REGION[one.name]} for given in sets] if one.name in REGION else sets,
        )
        for anchor in re.findall(r"\$(\w+)", one.cost.partition("anchored with ")[2]):
            yield Question(f"{one.name} by {anchor}", one.name, _sets(one, [*required, anchor], drawn))


def _sets(one: Statement, names: list[str], drawn: Mapping[str, list[Any]]) -> list[Mapping[str, Any]]:
    return [{name: _value(one, name, turn, drawn) for name in names} for turn in range(EACH if names else 1)]


def _value(one: Statement, name: str, turn: int, drawn: Mapping[str, list[Any]]) -> Any:
    if one.name == "path":
        return _turn(drawn["chained"], turn, ("无", "有"))[name == "to"]
    if one.name == "measures_due":
        return date(2022, turn + 1, 1) if name == "from" else date(2022, turn + 1, 28)
    text = _turn(TEXTS, turn, "")
    texts = {"query": f"+{text}", "text": text, "folded": text, "number": text, "words": [text]}
    if name in texts:
        return texts[name]
    if name == "ids":
        return [_turn(drawn["document"], turn, "无")]
    if name == "target" or (name == "document" and one.name not in UPPER_DOCUMENT):
        return _turn(drawn["document"], turn, "无")
    return _turn(drawn["upper_document" if name == "document" else name], turn, "无")


def _turn(values: Any, turn: int, none: Any) -> Any:
    return values[turn % len(values)] if values else none

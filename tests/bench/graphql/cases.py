"""What the operations ask about, chosen from the graph: things of median size, and large ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString

from graph.session import Database
from tests.bench.graphql.operations import Variables

EACH = 12
"""How many things of one size are asked about in turn."""
MEASURES: LiteralString = """
    MATCH (d:Document {held: true})-[:HAS_PROVISION]->(m:Measure)<-[:RESPONSIBLE_FOR]-()
    WHERE d.doc_number IS NOT NULL
    WITH d, count(DISTINCT m) AS size WHERE size <= 100
    RETURN d.doc_number AS value, size ORDER BY size, value"""
CHAINS: LiteralString = """
    MATCH (d:Document {held: true})<-[:IMPLEMENTS]-(below)
    WHERE d.doc_number IS NOT NULL AND COUNT { (d)<-[:IMPLEMENTS]-() } <= 100
      AND d.level IN ['central', 'ministry']
    WITH d, sum(1 + COUNT { (below)<-[:IMPLEMENTS]-() }) AS size
    RETURN d.doc_number AS value, size ORDER BY size, value"""
PORTFOLIOS: LiteralString = """
    MATCH (b:Department)-[:RESPONSIBLE_FOR {role: 'lead'}]->(m)
    WITH b, count(m) AS size RETURN b.name AS value, size ORDER BY size, value"""
TRACES: LiteralString = """
    MATCH (d:Document {held: true}) WHERE EXISTS { (d)-[:IMPLEMENTS]->() } OR EXISTS { (d)<-[:IMPLEMENTS]-() }
    WITH d, COUNT { (d)<-[:IMPLEMENTS]-() } + COUNT { (d)-[:IMPLEMENTS]->() } AS size
    RETURN d.id AS value, size ORDER BY size, value"""
IMPLEMENTATIONS: LiteralString = """
    MATCH (d:Document {held: true, level: 'central'})<-[:IMPLEMENTS]-(:Document)-[:APPLIES_TO]->(r:Region)
    RETURN d.id AS id, r.id AS region, count(*) AS size ORDER BY size, id, region"""
SEARCHES = ("公共数据共享", "充电基础设施", "监督检查", "农村公路")


@dataclass(frozen=True, slots=True)
class Case:
    """An operation and the variables that it is sent with, one after the other."""

    name: str
    operation: str
    variables: list[Variables]


def cases(database: Database) -> list[Case]:
    """The cases of a graph."""
    found = [Case("page", "page", [{"n": 100}])]
    for operation, statement, name in (
        ("document", MEASURES, "number"),
        ("chain", CHAINS, "number"),
        ("portfolio", PORTFOLIOS, "name"),
        ("trace", TRACES, "id"),
    ):
        ordered = [{name: row["value"]} for row in database.read(statement)]
        found.append(Case(operation, operation, _middle(ordered)))
        if operation != "trace":
            found.append(Case(f"{operation}, large", operation, ordered[-2:]))
    pairs = [{"id": row["id"], "region": row["region"]} for row in database.read(IMPLEMENTATIONS)]
    found.append(Case("implementation", "implementation", _middle(pairs)))
    texts = [{"text": text} for text in SEARCHES]
    found.append(Case("search", "search", texts))
    found.append(Case("search with facets", "search with facets", texts))
    return [case for case in found if case.variables]


def _middle(ordered: list[Variables]) -> list[Variables]:
    start = max(0, len(ordered) // 2 - EACH // 2)
    return ordered[start : start + EACH]

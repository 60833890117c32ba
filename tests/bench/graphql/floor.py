"""The floor: the statement that mailuo sends for an operation, and one written by hand, over bare Bolt."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, LiteralString, TypeVar

from api.graphql.execution import Context
from api.graphql.parameters import in_a_map
from api.graphql.reader import Neo4jReader
from api.graphql.schema import schema
from graph.session import Database
from tests.bench.graphql.operations import MAILUO, Variables

T = TypeVar("T")
Statement = dict[str, Any]

HAND: dict[str, LiteralString] = {
    "page": """
        MATCH (d:Document {held: true}) WITH d ORDER BY d.issued_on DESC, d.id LIMIT $n
        RETURN collect(d{.id, .doc_number, .title, .kind, .level, issued_on: toString(d.issued_on), measures: COLLECT {
          MATCH (d)-[:HAS_PROVISION]->(m:Measure) WITH m ORDER BY m.position LIMIT 5
          RETURN m{.id, .path, .heading, .text}
        }}) AS value""",
    "document": """
        MATCH (d:Document {doc_number: $number})
        RETURN d{.id, .title, measures: COLLECT {
          MATCH (d)-[:HAS_PROVISION]->(m:Measure) WITH m ORDER BY m.position
          RETURN m{.id, .path, .heading, bodies: COLLECT {
            MATCH (m)<-[r:RESPONSIBLE_FOR]-(b:Department) RETURN {role: r.role, id: b.id, name: b.name}
          }}
        }} AS value""",
    "chain": """
        MATCH (d:Document {doc_number: $number})
        RETURN d{.id, .title, below: COLLECT {
          MATCH (d)<-[:IMPLEMENTS]-(one:Document)
          RETURN one{.id, .title, issued_on: toString(one.issued_on),
            issuers: COLLECT { MATCH (one)-[:ISSUED_BY]->(b:Department) RETURN b{.id, .name} },
            below: COLLECT {
              MATCH (one)<-[:IMPLEMENTS]-(two:Document)
              RETURN two{.id, .title, issued_on: toString(two.issued_on),
                issuers: COLLECT { MATCH (two)-[:ISSUED_BY]->(b:Department) RETURN b{.id, .name} }}
            }}
        }} AS value""",
    "portfolio": """
        MATCH (b:Department {name: $name})
        RETURN b{.id, .name, leads: COLLECT {
          MATCH (b)-[r:RESPONSIBLE_FOR {role: 'lead'}]->(m:Measure) WITH r, m ORDER BY m.id LIMIT 50
          RETURN {role: r.role, id: m.id, heading: m.heading, text: m.text}
        }} AS value""",
}


class Listener(Neo4jReader):
    """Reads as mailuo does, and keeps what it sends."""

    sent: Statement

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
        """Return the one value of a statement, which is kept."""
        sent, given = in_a_map(text, parameters)
        self.sent = {"text": sent, "parameters": given}
        return await super().value(text, parameters)

    async def call(self, function: Callable[[Database], T]) -> T:
        """Refuse: no operation of the benchmark looks anything up first."""
        raise NotImplementedError


def statements(operation: str, variables: list[Variables]) -> list[Statement]:
    """Return what mailuo sends for an operation, once for each of the variables."""

    async def listen() -> list[Statement]:
        reader, found = Listener(timeout=120), []
        await reader.open()
        for one in variables:
            result = await schema().execute(
                MAILUO[operation], variable_values=one, context_value=Context(reader=reader)
            )
            if result.errors:
                raise RuntimeError(f"{operation}: {result.errors}")
            found.append(reader.sent)
        await reader.close()
        return found

    return asyncio.run(listen())


def by_hand(operation: str, variables: list[Variables]) -> list[Statement]:
    """Return the statement written by hand, once for each of the variables; none where there is none."""
    text = HAND.get(operation)
    return [{"text": text, "parameters": one} for one in variables] if text else []

"""For analysts who work with py2neo: its Graph on mailuo's database, and named statements as its Table and Subgraph.

py2neo (the extra ``py2neo``) has had its last release and speaks Bolt 4.3 at most, which Neo4j 5.26 still answers. So
it is for notebooks alone: nothing else of mailuo imports this module.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import server
from graph.ask import checked, find
from graph.session import MANAGED_DATABASE, connect
from graph.statements import statement
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from py2neo import Graph, Subgraph
    from py2neo.integration import Table


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a named statement: its rows, and what they name as nodes with the relationships between them.

    ``subgraph`` is None where the answer names no node.
    """

    table: Table
    subgraph: Subgraph | None


def open_graph() -> Graph:
    """Open py2neo's Graph on the database that mailuo works on: that of NEO4J_URI, else mailuo's own.

    MailuoError when py2neo is not installed, or as ``graph.session.connect`` raises it.
    """
    try:
        from py2neo import Graph
    except ModuleNotFoundError as error:
        raise MailuoError("py2neo is not installed.", 'pip install "mailuo[py2neo]" brings it.') from error
    with connect() as database:
        uri, name = database.uri, database.name
    if os.environ.get("NEO4J_URI"):
        user = os.environ.get("NEO4J_USER") or os.environ.get("NEO4J_USERNAME") or server.USER
        return Graph(uri, auth=(user, os.environ.get("NEO4J_PASSWORD", "")), name=name)
    return Graph(uri, auth=(server.USER, server.password()), name=MANAGED_DATABASE)


def ask(name: str, /, graph: Graph | None = None, **parameters: Any) -> Answer:
    """Run a named statement read-only over py2neo; without ``graph`` one is opened.

    MailuoError (2) for an unknown statement, parameter or type, as ``graph.ask.run`` raises it.
    """
    asked = find(name)
    values = checked(asked, parameters)
    opened = graph or open_graph()
    try:
        table = opened.query(asked.text, values).to_table()
        return Answer(table, _subgraph(opened, sorted(set(_ids(table)))))
    finally:
        if graph is None:
            opened.service.connector.close()


def _ids(table: Table) -> Iterator[str]:
    """Return the values of the columns ``id`` and ``…_id``, which name nodes in every statement."""
    places = [place for place, key in enumerate(table.keys()) if key == "id" or key.endswith("_id")]
    for row in table:
        yield from (row[place] for place in places if row[place] is not None)


def _subgraph(opened: Graph, ids: list[str]) -> Subgraph | None:
    # py2neo's own to_subgraph() looks into no list and unites node by node, which takes minutes for thousands.
    from py2neo import Subgraph

    rows = opened.query(statement("notebook/subgraph").text, {"ids": ids}).data()
    return Subgraph([row["node"] for row in rows], [edge for row in rows for edge in row["edges"]]) if rows else None

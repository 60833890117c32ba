"""A graph as a stream: every node of a label in the order of keys, each followed by the relationships that leave it.

Pages go by key, so that neither side holds more than a page. Neo4j Community has no snapshots: what is written while
the stream runs may be in it or not. So the digest of all that was handed out is kept, and compared with that of the
graph afterwards (``unchanged``): equal ones say that the stream was the whole graph as it stands then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.digest import LIMIT, digest, row_hash
from graph.export.dictionary import labels
from graph.export.tables import label_of
from graph.export.values import plain
from graph.session import Database
from graph.statements import statement

PAGE = 500
NOT_COUNTED = frozenset({"Source", "FROM"})
"""What the digest of a graph leaves out."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: the label that its key is unique in, the key, all of its labels, its properties."""

    label: str
    id: str
    labels: list[str]
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship with the labels and keys of its ends, and its properties."""

    kind: str
    from_label: str
    from_id: str
    to_label: str
    to_id: str
    properties: Mapping[str, Any]


class Reading:
    """One pass over a graph; ``counts`` are those of labels and types so far."""

    def __init__(self, database: Database, page: int = PAGE) -> None:
        self._database = database
        self._page = page
        self._total = 0
        self.counts: Counter[str] = Counter()

    @property
    def digest(self) -> str:
        """The digest of what was handed out."""
        return f"{self._total % LIMIT:064x}"

    def unchanged(self) -> bool:
        """Whether the graph is now what was handed out."""
        return self.digest == digest(self._database)

    def __iter__(self) -> Iterator[Node | Edge]:
        for label in labels():
            yield from self._label(label)

    def _label(self, label: str) -> Iterator[Node | Edge]:
        cypher = statement(f"export/{label.lower()}").text
        after, nodes = "", self._page
        while nodes == self._page:
            nodes = 0
            with self._database.session("READ") as session:
                for row in session.run(cypher, p={"after": after, "page": self._page}):
                    item = self._item(label, *row.values())
                    if isinstance(item, Node):
                        nodes += 1
                        after = item.id
                    yield item

    def _item(
        self,
        label: str,
        key: str,
        found: list[str],
        properties: dict[str, Any],
        kind: str | None,
        end_labels: list[str],
        end: str,
    ) -> Node | Edge:
        name = kind or label
        self.counts[name] += 1
        if name not in NOT_COUNTED:
            self._total += (
                row_hash((kind, found, key, end_labels, end, properties)) if kind else row_hash((found, properties))
            )
        own = {name: plain(value) for name, value in properties.items()}
        if kind:
            return Edge(kind, label, key, label_of(end_labels), end, own)
        return Node(label, key, sorted(found), own)

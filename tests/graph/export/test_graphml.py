"""GraphML: valid, typed, whole; read back by networkx it has the nodes, edges and values of the graph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree

from graph.export.export import export
from graph.export.formats import Format
from graph.export.graphml import FILE, LEFT_OUT, RESERVED, attribute, node_id
from graph.export.reading import Edge, Node, Reading
from graph.session import Database
from tests.graph.export.hard import HARD, make

pytestmark = pytest.mark.neo4j
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def file(ready: Database, tmp_path: Path) -> Path:
    make(ready, tmp_path)
    manifest = export(ready, Format.GRAPHML, tmp_path / "out")
    controls = sum(text.count(sign) for text in HARD for sign in "\x01\x0b\ufffe")
    # The name stands twice, as such and as the label; the lists of aliases have it too.
    times = 2 + sum("\x01" in text for number in range(len(HARD)) for text in HARD[:number])
    assert manifest["replaced_characters"] == controls * times
    return tmp_path / "out" / FILE


def clean(value: Any) -> Any:
    """A value as GraphML can hold it."""
    if isinstance(value, list):
        value = "；".join(value)
    if isinstance(value, bool | int | float):
        return value
    text = str(value)
    for sign in "\x01\x0b\ufffe":
        text = text.replace(sign, "\ufffd")
    return text


def wanted(item: Node | Edge) -> dict[str, Any]:
    return {
        attribute(name): clean(value)
        for name, value in item.properties.items()
        if name not in LEFT_OUT and not isinstance(value, bytes)
    }


def test_networkx_reads_back_every_node_and_edge_with_its_values(ready: Database, file: Path) -> None:
    graph = networkx.read_graphml(file, force_multigraph=True)
    items = list(Reading(ready))
    nodes = {node_id(item.label, item.id): item for item in items if isinstance(item, Node)}
    edges = [item for item in items if isinstance(item, Edge)]
    assert graph.is_directed()
    assert set(graph.nodes) == set(nodes)
    for name, found in graph.nodes(data=True):
        item = nodes[name]
        assert found.pop("label")
        assert found.pop("labels") == "；".join(item.labels)
        # networkx leaves an empty text out.
        assert found == {key: value for key, value in wanted(item).items() if value != ""} | {
            key: value for key, value in found.items() if value == ""
        }
    read = Counter(_edge(start, end, found) for start, end, found in graph.edges(data=True))
    assert read == Counter(
        _edge(
            node_id(item.from_label, item.from_id),
            node_id(item.to_label, item.to_id),
            wanted(item) | {"label": item.kind, "relationship": item.kind},
        )
        for item in edges
    )


def _edge(start: str, end: str, found: dict[str, Any]) -> tuple[str, str, str]:
    values = {key: value for key, value in found.items() if value != "" and key != "id"}
    if "from" in values:
        # A year or a day: of two types, so it is text.
        values["from"] = str(values["from"])
    return start, end, repr(sorted(values.items()))


def test_it_is_well_formed_and_what_gephi_and_yed_need(file: Path) -> None:
    root = etree.parse(file).getroot()
    keys = root.findall(f"{GRAPHML}key")
    ids = [key.get("id") for key in keys]
    assert len(ids) == len(set(ids))
    # Keys that Gephi takes for yEd's labels, and names that it takes for its own columns.
    assert not {"d3", "d7"} & set(ids)
    names = [(key.get("for"), key.get("attr.name")) for key in keys]
    assert len(names) == len(set(names))
    assert not {name for _, name in names} & (RESERVED - {"label"})
    types = {(key.get("for"), key.get("attr.name")): key.get("attr.type") for key in keys}
    assert set(types.values()) == {"string", "long", "double", "boolean"}
    assert types["node", "year"] == types["edge", "lag_days"] == "long"
    assert types["node", "held"] == "boolean"
    assert types["edge", "score"] == "double"
    assert types["edge", "from"] == "string"
    children = [child.tag.removeprefix(GRAPHML) for child in root.find(f"{GRAPHML}graph")]
    assert children == sorted(children, key=lambda tag: tag != "node")
    used = {data.get("key") for data in root.iter(f"{GRAPHML}data")}
    assert used <= set(ids)
    node_ids = [node.get("id") for node in root.iter(f"{GRAPHML}node")]
    assert len(node_ids) == len(set(node_ids))
    assert all(name.isascii() and name.isalnum() and name[0].isalpha() for name in node_ids)
    ends = {edge.get(end) for edge in root.iter(f"{GRAPHML}edge") for end in ("source", "target")}
    assert ends <= set(node_ids)


def test_nothing_else_lies_in_the_folder(file: Path) -> None:
    names = {entry.name for entry in file.parent.iterdir()}
    assert names == {FILE, "manifest.json", "sha256sums.txt", "data-dictionary.csv"}

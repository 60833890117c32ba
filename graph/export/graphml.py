"""A graph as GraphML for Gephi and yEd: plain nodes and edges with typed attributes, lists as text with ；between.

Left out are what a picture has no use for: the words for search, the linker's keys, the kept copies, and the paths of
the loaded files (LEFT_OUT, bytes). Ids are made of label and key alone, so that they are the same in every export, and
are XML names.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graph.export.reading import Edge, Node
from graph.export.tables import ChangedError, Table
from graph.export.values import TYPES

FILE = "mailuo.graphml"
LEFT_OUT = frozenset({"tokens", "number_key", "title_key", "title_keys", "issuer_keys", "uri"})
BETWEEN = "；"
RESERVED = frozenset({"id", "label", "source", "target", "type", "weight", "size", "x", "y", "z", "r", "g", "b"})
"""Names that Gephi takes for its own columns, or for the looks of a node; ours get mailuo_ in front."""
_LABEL = "label"
_LABELS = "labels"
_KIND = "relationship"
_INVALID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_Keys = Mapping[str, tuple[str, str]]


def attribute(name: str) -> str:
    """The name that a property has as an attribute."""
    return f"mailuo_{name}" if name in RESERVED else name


def node_id(label: str, key: str) -> str:
    """The id of a node: a name of XML, since GraphML's ids hold neither brackets nor signs."""
    return "n" + hashlib.sha256(f"{label}\0{key}".encode()).hexdigest()[:24]


class Sink:
    """A GraphML file on its way; edges wait in a file of their own, since readers want all nodes first."""

    def __init__(self, folder: Path, tables: Mapping[str, Table]) -> None:
        self._replaced = 0
        self._edges_file = folder / f"{FILE}.edges"
        self._node_keys = _keys("n", (_LABEL, _LABELS), (table for table in tables.values() if table.kind == "nodes"))
        edges = (table for table in tables.values() if table.kind == "relationships")
        self._edge_keys = _keys("e", (_LABEL, _KIND), edges)
        with ExitStack() as files:
            self._nodes = files.enter_context((folder / FILE).open("w", encoding="utf8", newline="\n"))
            self._edges = files.enter_context(self._edges_file.open("w+", encoding="utf8", newline="\n"))
            self._files = files.pop_all()
        self._nodes.write(_HEAD)
        self._nodes.writelines(_declared("node", self._node_keys))
        self._nodes.writelines(_declared("edge", self._edge_keys))
        self._nodes.write('<graph id="mailuo" edgedefault="directed">\n')

    def put(self, item: Node | Edge) -> None:
        """Add a node or an edge."""
        if isinstance(item, Node):
            own = {_LABEL: shown(item), _LABELS: item.labels}
            data = self._data(self._node_keys, own, item.properties)
            self._nodes.write(f'<node id="{node_id(item.label, item.id)}">{data}</node>\n')
            return
        ends = node_id(item.from_label, item.from_id), node_id(item.to_label, item.to_id)
        data = self._data(self._edge_keys, {_LABEL: item.kind, _KIND: item.kind}, item.properties)
        self._edges.write(f'<edge source="{ends[0]}" target="{ends[1]}">{data}</edge>\n')

    def close(self) -> None:
        """Put the edges behind the nodes and end the file."""
        with self._files:
            self._edges.seek(0)
            shutil.copyfileobj(self._edges, self._nodes)
            self._nodes.write("</graph>\n</graphml>\n")
        self._edges_file.unlink()

    def told(self) -> Mapping[str, Any]:
        """How many characters XML has no room for; each became U+FFFD."""
        return {"replaced_characters": self._replaced}

    def _data(self, keys: _Keys, own: Mapping[str, Any], properties: Mapping[str, Any]) -> str:
        found = list(own.items())
        for name, value in properties.items():
            if name not in LEFT_OUT and not isinstance(value, bytes):
                found.append((attribute(name), value))
        if any(name not in keys for name, _ in found):
            raise ChangedError
        return "".join(f'<data key="{keys[name][0]}">{self._text(value)}</data>' for name, value in found)

    def _text(self, value: Any) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        text = BETWEEN.join(value) if isinstance(value, list) else str(value)
        clean, replaced = _INVALID.subn(_REPLACEMENT, text)
        self._replaced += replaced
        # XML reads a bare carriage return as a line feed.
        return escape(clean, {"\r": "&#13;"})


def shown(node: Node) -> str:
    """What a node is called in a picture."""
    found = node.properties
    names = (found.get(name) for name in ("doc_number", "title", "name", "heading", "path", "text", "file"))
    return str(next((name for name in names if name), node.id))


def _keys(prefix: str, own: Iterable[str], tables: Iterable[Table]) -> _Keys:
    """The id and type of every attribute by its name; text where two tables have it in two types."""
    types: dict[str, set[str]] = {name: {"string"} for name in own}
    for table in tables:
        for column in table.columns:
            if column.property not in LEFT_OUT and column.type != "bytes":
                types.setdefault(attribute(column.property), set()).add(TYPES[column.type].graphml)
    return {
        name: (f"{prefix}_{number}", found.pop() if len(found) == 1 else "string")
        for number, (name, found) in enumerate(types.items())
    }


def _declared(for_: str, keys: _Keys) -> Iterator[str]:
    for name, (key, type_) in keys.items():
        yield f'<key id="{key}" for="{for_}" attr.name={quoteattr(name)} attr.type="{type_}"/>\n'

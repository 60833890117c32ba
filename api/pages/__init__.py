"""The web pages that the server fills in."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from string import Template
from typing import Any
from urllib.parse import quote

START = (
    "{ stats { held wanted measures citations engine }"
    " documents(first: 10, where: {held: true}) { nodes { id title docNumber sample } } }"
)
"""The operation whose answer the start page shows."""

_TRACE = """query ($document: ID!) {
  trace(document: $document) {
    nodes { depth document { docNumber title held } }
    edges {
      from { docNumber } to { docNumber } relation
      citations { cue evidence { quote page printedPage } }
    }
  }
}"""
_MEASURES = """query ($document: ID!) {
  document(id: $document) {
    title
    measures(first: 5) {
      nodes { path heading responsibilities { role name } deadlines { text endsOn } evidence { page printedPage } }
    }
  }
}"""
_LOOKUP = "query ($text: String!) { lookup(text: $text) { status document { id title } candidates { id title } } }"
_STATS = "{ stats { held wanted citations byRelation { key count } byLevel { key count } } }"


def start(version: str, address: str, answer: Mapping[str, Any] | None, reason: str) -> str:
    """Return the start page; `answer` is the data of START, None where it is not shown: `reason` says why."""
    documents = answer["documents"]["nodes"] if answer else []
    return _template().substitute(
        version=escape(version),
        engine=escape(f"Neo4j {answer['stats']['engine']}" if answer else "Neo4j"),
        address=escape(address),
        loaded=_loaded(answer) if answer else f"<p>{escape(reason)}</p>",
        examples="\n".join(_examples(documents)),
    )


@functools.cache
def _template() -> Template:
    return Template((files(__name__) / "start.html").read_text("utf8"))


def _loaded(answer: Mapping[str, Any]) -> str:
    stats = answer["stats"]
    counts = {"held": "documents held 已收", "wanted": "cited, not held 待收", "measures": "measures 措施"}
    counts["citations"] = "citations 引文"
    rows = "".join(f'<tr><td class="number">{stats[key]}</td><td>{name}</td></tr>' for key, name in counts.items())
    documents = "".join(f"<li>{_named(document)}</li>" for document in answer["documents"]["nodes"])
    newest = (
        f"<p>The newest:</p><ul>{documents}</ul>" if documents else "<p><code>mailuo load PATH</code> fills it.</p>"
    )
    return f"<table>{rows}</table>{newest}"


def _named(document: Mapping[str, Any]) -> str:
    number, title = document["docNumber"], document["title"]
    sample = " (示例 sample)" if document["sample"] else ""
    name = escape(f"{number}  {title}" if number else title)
    return f'<a href="/read?document={quote(document["id"], safe="")}">{name}</a>{sample}'


def _examples(documents: list[Mapping[str, Any]]) -> list[str]:
    links = [_link("What the graph holds 统计", _STATS, {})]
    if documents:
        first = documents[0]
        links += [
            _link("What the newest one carries out, and who carries it out 追溯", _TRACE, {"document": first["id"]}),
            _link("Its first measures, with who answers for them 措施与责任", _MEASURES, {"document": first["id"]}),
            _link("Looked up as people type it 检索", _LOOKUP, {"text": first["docNumber"] or first["title"]}),
        ]
    return links


def _link(name: str, query: str, variables: Mapping[str, str]) -> str:
    import orjson

    address = f"/graphql?query={quote(query)}"
    if variables:
        address += f"&variables={quote(orjson.dumps(variables).decode())}"
    return f'<li><a href="{escape(address)}">{escape(name)}</a><pre>{escape(query)}</pre></li>'

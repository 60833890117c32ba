"""The operations of the benchmark in the words of each server, and what their answers have in common.

Four are the peer's (operations.json beside it) and every server answers them; the others are mailuo's alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Variables = dict[str, Any]
Answer = dict[str, Any]

MAILUO = {
    "page": """query($n: Int!) { documents(where: {held: true}, orderBy: ISSUED_ON_DESC, first: $n) { nodes {
        id docNumber title kind level issuedOn measures(first: 5) { nodes { id path heading text } } } } }""",
    "document": """query($number: String!) { document(docNumber: $number) { id title measures(first: 100) { nodes {
        id path heading responsibilities { role department { id name } } } } } }""",
    "chain": """query($number: String!) { document(docNumber: $number) { id title
        citedBy(relations: [IMPLEMENTS], first: 100) { nodes { citing { id title issuedOn issuers { id name }
        citedBy(relations: [IMPLEMENTS], first: 100) { nodes { citing { id title issuedOn issuers { id name } } } }
        } } } } }""",
    "portfolio": """query($name: String!) { department(name: $name) { id name
        responsibilities(role: LEAD, first: 50) { nodes { role measure { id heading text } } } } }""",
    "trace": """query($id: ID!) { trace(document: $id) { truncated root { id title }
        nodes { depth document { id docNumber title level issuedOn held issuers { id name } } }
        edges { relation preamble from { id } to { id } citations { id cue evidence { quote start end } } } } }""",
    "implementation": """query($id: ID!, $region: ID!) { implementation(upper: $id, region: $region) { status coverage
        searched { documents from to } documents { id docNumber title issuedOn }
        measures { upper { id path heading } due
        alignments { basis score lagDays lower { id heading document { id title } } } } } }""",
    "search": """query($text: String!) { search(text: $text, first: 20) { nodes { score snippet node { __typename
        ... on Document { id title docNumber } ... on Measure { id path heading document { id title } }
        ... on Section { id path document { id title } } ... on Department { id name } ... on Region { id name } }
        } } }""",
    "search with facets": """query($text: String!) { search(text: $text, first: 20) { totalCount
        facets { field counts { key count } } nodes { score snippet node { __typename
        ... on Document { id title docNumber } ... on Measure { id path heading document { id title } } } } } }""",
}
PLAIN = {
    "page": """query($n: Int!) { documents(first: $n) { id docNumber title kind level issuedOn
        measures(first: 5) { id path heading text } } }""",
    "document": """query($number: String!) { document(docNumber: $number) { id title measures { id path heading
        responsibilities { role department { id name } } } } }""",
    "chain": """query($number: String!) { document(docNumber: $number) { id title implementedBy { id title issuedOn
        issuers { id name } implementedBy { id title issuedOn issuers { id name } } } } }""",
    "portfolio": """query($name: String!) { department(name: $name) { id name
        leads(first: 50) { role measure { id heading text } } } }""",
}
SHARED = tuple(PLAIN)
"""The operations that every server answers."""
GROWING = {"trace": 2.0, "implementation": 2.0, "document": 2.0, "page": 2.0, "search": 5.0}
"""How much longer these may take at 100,000 documents than on the compilation."""


def canonical(server: str, operation: str, data: Answer) -> Any:
    """What an answer says, in one form for all servers."""
    return _FORMS[server][operation](data)


def _rows(found: Iterable[Any]) -> list[Any]:
    return sorted(found, key=repr)


def _page(documents: list[Answer], number: str, day: str, measures: Callable[[Answer], list[Answer]]) -> Any:
    # An undated document stands first with the one and last with the other, so the order is left to the query.
    return _rows(
        (
            *(one["id"], one[number], one["title"], one["kind"], one["level"] and one["level"].lower(), one[day]),
            [(item["id"], item["path"], item["heading"], item["text"]) for item in measures(one)],
        )
        for one in documents
    )


def _document(one: Answer, measures: list[Answer], bodies: Callable[[Answer], Iterable[tuple[Answer, str]]]) -> Any:
    return (
        *(one["id"], one["title"]),
        [
            (
                *(item["id"], item["path"], item["heading"]),
                _rows((body["id"], body["name"], role.lower()) for body, role in bodies(item)),
            )
            for item in measures
        ],
    )


def _chain(one: Answer, below: Callable[[Answer], list[Answer]], day: str) -> Any:
    def lower(document: Answer) -> Any:
        issuers = _rows((body["id"], body["name"]) for body in document["issuers"])
        deeper = _below(document)
        return document["id"], document["title"], document[day], issuers, deeper

    def _below(document: Answer) -> Any:
        return _rows({repr(row): row for row in map(lower, below(document))}.values())

    return one["id"], one["title"], _below(one)


def _portfolio(body: Answer, measures: Iterable[tuple[str, Answer]]) -> Any:
    return body["id"], body["name"], [(m["id"], m["heading"], m["text"], role.lower()) for role, m in measures]


def _citing(document: Answer) -> list[Answer]:
    return [row["citing"] for row in document.get("citedBy", {"nodes": []})["nodes"]]


def _implementing(document: Answer) -> list[Answer]:
    return document.get("implementedBy") or []


def _duties(measure: Answer) -> Iterable[tuple[Answer, str]]:
    return ((duty["department"], duty["role"]) for duty in measure["responsibilities"])


def _peers(measure: Answer) -> Iterable[tuple[Answer, str]]:
    return ((edge["node"], edge["properties"]["role"]) for edge in measure["responsibleConnection"]["edges"])


_FORMS: dict[str, dict[str, Callable[[Answer], Any]]] = {
    "mailuo": {
        "page": lambda d: _page(d["documents"]["nodes"], "docNumber", "issuedOn", lambda one: one["measures"]["nodes"]),
        "document": lambda d: _document(d["document"], d["document"]["measures"]["nodes"], _duties),
        "chain": lambda d: _chain(d["document"], _citing, "issuedOn"),
        "portfolio": lambda d: _portfolio(
            d["department"],
            ((row["role"], row["measure"]) for row in d["department"]["responsibilities"]["nodes"]),
        ),
    },
    "plain": {
        "page": lambda d: _page(d["documents"], "docNumber", "issuedOn", lambda one: one["measures"]),
        "document": lambda d: _document(d["document"], d["document"]["measures"], _duties),
        "chain": lambda d: _chain(d["document"], _implementing, "issuedOn"),
        "portfolio": lambda d: _portfolio(
            d["department"], ((row["role"], row["measure"]) for row in d["department"]["leads"])
        ),
    },
    "peer": {
        "page": lambda d: _page(d["documents"], "doc_number", "issued_on", lambda one: one["provisions"]),
        "document": lambda d: _document(
            d["documents"][0], [edge["node"] for edge in d["documents"][0]["provisionsConnection"]["edges"]], _peers
        ),
        "chain": lambda d: _chain(d["documents"][0], _implementing, "issued_on"),
        "portfolio": lambda d: _portfolio(
            d["departments"][0],
            ((edge["properties"]["role"], edge["node"]) for edge in d["departments"][0]["measuresConnection"]["edges"]),
        ),
    },
}
_FORMS["floor"] = _FORMS["mailuo"]

"""Requests to /graphql for hypothesis: sound operations over the whole schema, and what becomes of them when damaged.

Equal to what schemathesis does with a GraphQL schema: it generates operations from the schema with hypothesis too and
looks for 5xx. Here the generator (operations) also writes aliases, fragments, directives and cursors, and knows ids of
the graph, so that most operations find something; the text, the variables and the HTTP request are damaged as well; and
each answer is held to the shape that GraphQL prescribes, to its codes and its words. One generator, which other tests
use too, is less to keep than two.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from graphql import GraphQLSchema
from hypothesis import strategies as st

from tests.api.graphql.hostile_texts import INJECTIONS, SEARCHES
from tests.api.graphql.operations import operations

_END = "{ pageInfo { endCursor } }"
CURSORS = f"""{{
  newest: documents(first: 2) {_END} oldest: documents(first: 2, orderBy: ISSUED_ON_ASC) {_END}
  cited: documents(first: 1, orderBy: CITED_BY_DESC) {_END} title: documents(first: 1, orderBy: TITLE) {_END}
  measures(first: 1) {_END} citations(first: 1) {_END} departments(first: 3) {_END} regions(first: 1) {_END}
  wanted {_END} alignments {_END} search(text: "投资", first: 1) {_END} deadlines(where: {{}}) {_END}
  document(id: "乙发〔2022〕7号") {{ provisions(first: 2) {_END} cites {_END} }}
  region(id: "320000") {{ documents {_END} responsibilities {_END} }}
}}"""
"""Asks for a cursor of most lists: in another list each of them is a foreign one."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\w$]+|\.\.\.|\S')
_FIT_FOR_HEADERS = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40)

Draw = Callable[[st.SearchStrategy[Any]], Any]
Request = tuple[str, dict[str, Any]]


def harvested(answer: Any) -> list[str]:
    """Return the cursors of an answer to CURSORS, and damaged ones made of them."""
    if isinstance(answer, dict):
        own = [answer["endCursor"]] if answer.get("endCursor") else []
        return own + [cursor for value in answer.values() for cursor in harvested(value)]
    return []


def damaged(cursors: Sequence[str]) -> list[str]:
    """Return one damaged cursor for each, every one in another way."""
    ways: Sequence[Callable[[str], str]] = (
        lambda text: text[:-3],
        lambda text: text[::-1],
        lambda text: text.swapcase(),
        lambda text: text + "A",
        lambda text: "文" + text,
        lambda _: "",
    )
    return [ways[place % len(ways)](cursor) for place, cursor in enumerate(cursors)]


@st.composite
def requests(draw: Draw, schema: GraphQLSchema, depth: int, cursors: Sequence[str]) -> Request:
    """One request: its method and its options; one in four is sound."""
    query = draw(operations(schema, depth, cursors))
    kind = draw(st.integers(0, 3))
    body: dict[str, Any] = {"query": query}
    if kind == 1:
        body["query"] = draw(_broken(query))
    elif kind == 2:
        body["variables"] = draw(st.dictionaries(st.sampled_from(["yes", "no", "x"]), _values(), max_size=3))
        body["query"] = query.replace(
            "320000", "320000" + draw(st.sampled_from([*INJECTIONS[:3], ""])).replace('"', "")
        )
    if kind < 3:
        return "POST", {"content": json.dumps(body).encode(), "headers": {"content-type": "application/json"}}
    return draw(_envelope(body))


def _values() -> st.SearchStrategy[Any]:
    texts = st.one_of(st.text(max_size=20), st.sampled_from([*INJECTIONS, *SEARCHES]))
    leaves = st.one_of(st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), texts)
    return st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))


@st.composite
def _broken(draw: Draw, query: str) -> str:
    """The operation after some of its tokens were taken out, doubled, swapped, or replaced by others or anything."""
    tokens = _TOKEN.findall(query)
    for _ in range(draw(st.integers(1, 4))):
        place, other = (draw(st.integers(0, len(tokens) - 1)) for _ in range(2))
        way = draw(st.integers(0, 5))
        if way == 0 and len(tokens) > 1:
            del tokens[place]
        elif way == 1:
            tokens.insert(place, tokens[place])
        elif way == 2:
            tokens[place], tokens[other] = tokens[other], tokens[place]
        elif way == 3:
            tokens[place] = tokens[other]
        elif way == 4:
            tokens.insert(place, draw(st.text(max_size=5)))
        else:
            tokens[place] = json.dumps(draw(st.text(max_size=8)), ensure_ascii=draw(st.booleans()))
    return " ".join(tokens)


@st.composite
def _envelope(draw: Draw, body: dict[str, Any]) -> Request:
    """The operation in a request that is damaged itself, or asks in another way."""
    way = draw(st.integers(0, 4))
    headers = {"content-type": "application/json"}
    if way == 0:
        return "GET", {"params": {**body, "variables": json.dumps(draw(_values()))}}
    if way == 1:
        place = draw(st.integers(0, 60))
        content = json.dumps(body).encode()
        return "POST", {
            "content": content[:place] + draw(st.binary(max_size=4)) + content[place + 1 :],
            "headers": headers,
        }
    if way == 2:
        return "POST", {"content": json.dumps(draw(_values())).encode(), "headers": headers}
    if way == 3:
        keys = st.sampled_from(["variables", "operationName", "extensions", "query", "id"])
        body |= draw(st.dictionaries(keys, _values(), min_size=1, max_size=3))
        return "POST", {"content": json.dumps(body).encode(), "headers": headers}
    names = st.sampled_from(["content-type", "accept", "accept-encoding", "content-encoding", "x-request-id", "origin"])
    headers |= draw(st.dictionaries(names, _FIT_FOR_HEADERS, max_size=3))
    return "POST", {"content": json.dumps(body).encode(), "headers": headers}

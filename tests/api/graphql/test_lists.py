"""Lists: what narrows them, what is counted over the whole of them, and what a search finds."""

from __future__ import annotations

import pytest

from graph.session import Database
from graph.statements import statement
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j


def test_facets_count_the_whole_list_the_most_frequent_first(ask: Asker, small: Database) -> None:
    small.write("UNWIND range(1, 60) AS n CREATE (:Document {id: 'x' + n, title: 'x', held: true, year: 1900 + n})")
    small.write("UNWIND range(1, 3) AS n CREATE (:Document {id: 'y' + n, title: 'y', held: true, year: 1960})")
    query = "{ documents(first: 1, where: {held: true}) { totalCount facets { field counts { key count } } } }"
    found = ask(query)["documents"]
    years = next(one["counts"] for one in found["facets"] if one["field"] == "year")
    assert (found["totalCount"], len(years)) == (66, 50)
    assert years[:3] == [{"key": "1960", "count": 4}, {"key": "1901", "count": 1}, {"key": "1902", "count": 1}]


def test_measures_are_filtered(ask: Asker) -> None:
    query = """query ($where: MeasureFilter) { document(id: "乙发〔2022〕7号") { measures(where: $where) {
      totalCount nodes { path } facets { field counts { key label count } }
    } } }"""
    conditions: list[tuple[dict[str, object], int]] = [
        ({}, 1),
        ({"text": "开工"}, 1),
        ({"text": "没有"}, 0),
        ({"department": "江苏省发展和改革委员会"}, 1),
        ({"department": "江苏省发展和改革委员会", "role": "PARTICIPANT"}, 0),
        ({"role": "LEAD"}, 1),
        ({"region": "320100"}, 1),
        ({"modality": "FORBID"}, 0),
        ({"due": {"from": "2022-12-31", "to": "2022-12-31"}}, 1),
        ({"due": {"to": "2022-12-30"}}, 0),
        ({"level": "PROVINCE", "document": "乙发〔2022〕7号"}, 1),
    ]
    for where, count in conditions:
        found = ask(query, where=where)["document"]["measures"]
        assert (found["totalCount"], len(found["nodes"])) == (count, count), where
    assert ask(query)["document"]["measures"]["facets"] == [
        {"field": "modality", "counts": [{"key": "ORDER", "label": "ORDER", "count": 1}]},
        {
            "field": "department",
            "counts": [
                {"key": "各设区市人民政府@320000", "label": "各设区市人民政府", "count": 1},
                {"key": "江苏省发展和改革委员会", "label": "江苏省发展和改革委员会", "count": 1},
            ],
        },
    ]


def test_documents_are_filtered(ask: Asker) -> None:
    query = "query ($where: DocumentFilter) { documents(where: $where) { totalCount nodes { docNumber } } }"
    conditions: list[tuple[dict[str, object], int]] = [
        ({}, 4),
        ({"held": False}, 1),
        ({"level": "CENTRAL", "held": True}, 2),
        ({"year": 2022}, 1),
        ({"kind": "方案"}, 1),
        ({"text": "投资"}, 2),
        ({"issuedOn": {"from": "2022-01-01", "to": "2022-12-31"}}, 1),
        ({"region": "320000"}, 1),
        ({"issuer": "国务院"}, 2),
        ({"inForceOn": "2022-07-01"}, 2),
        ({"inForceOn": "2023-07-01"}, 2),
        ({"inForceOn": "2024-07-01"}, 1),
    ]
    for where, count in conditions:
        found = ask(query, where=where)["documents"]
        assert (found["totalCount"], len(found["nodes"])) == (count, count), where


def test_each_hit_of_a_search_is_of_its_own_type(ask: Asker, small: Database) -> None:
    small.write(statement("load/await_search").text)
    query = """{ search(text: "投资") { nodes { node {
      __typename ... on Document { title } ... on Measure { path } ... on Section { position }
    } } } }"""
    nodes = [hit["node"] for hit in ask(query)["search"]["nodes"]]
    assert {node["__typename"] for node in nodes} == {"Document", "Section"}
    assert {tuple(node) for node in nodes} == {("__typename", "title"), ("__typename", "position")}


def test_a_word_within_a_marked_one_is_not_marked_again(ask: Asker, small: Database) -> None:
    small.write(statement("load/await_search").text)
    hits = ask('{ search(text: "投资 扩大投资") { nodes { snippet } } }')["search"]["nodes"]
    assert hits
    assert all("<mark><mark>" not in hit["snippet"] for hit in hits)

"""Setting a database up: once, quickly again, one graph model, the registry's regions."""

from __future__ import annotations

import threading

import pytest

from graph import schema
from graph.session import Database
from graph.tokens import words
from graph.version import MODEL
from loaders.errors import MailuoError
from loaders.regions import all_places

pytestmark = pytest.mark.neo4j


def test_an_empty_database_is_set_up_once(database: Database) -> None:
    assert schema.ensure(database)
    before = _counts(database)
    assert not schema.ensure(database)
    assert _counts(database) == before
    assert before["regions"] == len(all_places())


def test_every_label_has_a_unique_id_and_every_index_answers(ready: Database) -> None:
    constraints = ready.read("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type")
    unique = {(row["labelsOrTypes"][0], row["properties"][0]) for row in constraints if row["type"] == "UNIQUENESS"}
    labels = {"Document", "Provision", "Citation", "Deadline", "Department", "Region", "Correction", "Lock", "Meta"}
    assert unique >= {(label, "id") for label in labels} | {("Source", "uri")}
    states = {row["state"] for row in ready.read("SHOW INDEXES YIELD state")}
    assert states == {"ONLINE"}


def test_full_text_finds_words_and_plain_text(ready: Database) -> None:
    ready.write(
        "CREATE (:Provision {id: 'a#一', heading: '数据', text: '推动数据开放共享', tokens: '推动 数据 开放 共享'})"
    )
    query = "CALL db.index.fulltext.queryNodes($index, $query) YIELD node RETURN node.id AS id"
    assert ready.read(query, index="provision_tokens", query=" AND ".join(words("数据开放"))) == [{"id": "a#一"}]
    assert ready.read(query, index="provision_text", query="开放共享") == [{"id": "a#一"}]
    assert ready.read(query, index="provision_tokens", query="保密") == []


def test_regions_are_tied_as_the_registry_says(ready: Database) -> None:
    found = ready.read(
        "MATCH (city:Region {id: '320100'})-[:PART_OF]->(up:Region) "
        "RETURN city.name AS name, city.code AS code, city.level AS level, city.tokens AS tokens, collect(up.id) AS up"
    )[0]
    assert (found["name"], found["code"], found["level"]) == ("南京市", "320100", "city")
    assert "320000" in found["up"]
    assert "南京" in found["tokens"].split(" ")
    assert ready.read("MATCH (r:MacroRegion) WHERE r.code IS NOT NULL RETURN r.id") == []
    assert ready.read("MATCH (:Region)-[edge:SUCCEEDED_BY]->(:Region) RETURN count(edge) > 100 AS many")[0]["many"]


def test_a_graph_set_up_by_another_registry_gets_this_one(ready: Database) -> None:
    ready.write(
        "MATCH (meta:Meta {id: 'model'}) SET meta.setup = 'older' "
        "CREATE (:Region {id: 'gone'})-[:PART_OF]->(:Region {id: 'gone too'})"
    )
    before = _counts(ready)
    assert schema.ensure(ready)
    after = _counts(ready)
    assert after["regions"] == before["regions"] - 2
    assert after["edges"] == before["edges"] - 1


def test_a_graph_of_another_model_is_refused_with_the_way_out(ready: Database) -> None:
    ready.write("MATCH (meta:Meta {id: 'model'}) SET meta.version = $version", version=MODEL + 1)
    try:
        for work in (schema.ensure, schema.check):
            with pytest.raises(MailuoError, match=f"version {MODEL + 1} of the model") as refused:
                work(ready)
            assert "mailuo db reset" in refused.value.advice
            assert refused.value.exit_code == 3
    finally:
        ready.write("MATCH (meta:Meta {id: 'model'}) SET meta.version = $version", version=MODEL)
    schema.check(ready)


def test_a_database_without_any_graph_is_none_of_another_model(database: Database) -> None:
    schema.check(database)


def test_many_can_set_up_at_once(database: Database) -> None:
    done: list[bool] = []
    threads = [threading.Thread(target=lambda: done.append(schema.ensure(database))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False, False, True]
    assert database.read("MATCH (lock:Lock) RETURN count(*) AS locks") == [{"locks": 1}]


def _counts(database: Database) -> dict[str, int]:
    return database.read(
        "RETURN COUNT { (:Region) } AS regions, COUNT { (:Region)-->(:Region) } AS edges, COUNT { (:Meta) } AS metas"
    )[0]

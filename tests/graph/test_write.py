"""Writing one document: all of it, in place of all that it had."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.corrections import apply
from graph.digest import digest
from graph.rows import department_row
from graph.session import Database
from graph.write import remove, write
from loaders.records import Body, Document, Evidence
from tests.graph.papers import JIANGSU, NUMBER, TEXT, record

pytestmark = pytest.mark.neo4j


def put(database: Database, document: Document) -> int:
    with database.session("WRITE") as session:
        return session.execute_write(write, apply(document, ()))


def one(database: Database, cypher: str) -> dict[str, Any]:
    (row,) = database.read(cypher)
    return row


def counts(database: Database) -> dict[str, int]:
    return {
        row["name"]: row["times"]
        for row in database.read(
            "MATCH (n) WHERE NOT n:Region AND NOT n:Meta AND NOT n:Lock UNWIND labels(n) AS name "
            "RETURN name, count(*) AS times UNION ALL "
            "MATCH (n)-[edge]->() WHERE NOT n:Region RETURN type(edge) AS name, count(*) AS times"
        )
    }


ALL = {
    "Document": 1, "Provision": 3, "Measure": 1, "Section": 2, "Citation": 1, "Deadline": 1, "Department": 4,
    "HAS_PROVISION": 3, "HAS_PART": 1, "ISSUED_BY": 1, "APPLIES_TO": 1, "RESPONSIBLE_FOR": 2, "NAMES": 2, "DUE": 1,
    "MAKES": 1,
}  # fmt: skip


def test_every_fact_of_a_document_is_there(ready: Database) -> None:
    assert put(ready, record()) == 10
    assert counts(ready) == ALL
    document = one(ready, f"MATCH (d:Document {{id: '{NUMBER}'}}) RETURN properties(d) AS p")["p"]
    assert document["text"] == TEXT
    assert document["effective_on"].iso_format() == "2022-09-01"
    assert "expires_on" not in document
    duty = one(
        ready,
        "MATCH (b:Department)-[r:RESPONSIBLE_FOR {role: 'lead'}]->(m:Measure) "
        "RETURN b.id AS body, r.name AS name, r.quote AS quote, r.page AS page, r.rule AS rule, m.path AS path",
    )
    assert duty == {
        "body": "江苏省发展和改革委员会",
        "name": "省发展改革委",
        "quote": "省发展改革委",
        "page": 3,
        "rule": "test",
        "path": "一/（一）",
    }
    assert one(ready, "MATCH (:Document)-[:APPLIES_TO]->(r:Region) RETURN r.id AS id") == {"id": JIANGSU}
    named = ready.read("MATCH (:Provision)-[:NAMES]->(x) RETURN x.name AS name ORDER BY name")
    assert [row["name"] for row in named] == ["南京市", "江苏省财政厅"]
    due = one(ready, "MATCH (:Measure)-[:DUE]->(d:Deadline) RETURN toString(d.ends_on) AS day, d.quote AS quote")
    assert due == {"day": "2022-12-31", "quote": "2022年底前"}


def test_quotes_in_the_graph_equal_the_text_at_their_offsets(ready: Database) -> None:
    put(ready, record())
    wrong = ready.read(
        "MATCH (d:Document)-[:HAS_PROVISION]->(p) "
        "CALL (p) { MATCH (p)-[:MAKES|DUE]->(f) RETURN f UNION ALL MATCH (p)-[f:NAMES|RESPONSIBLE_FOR]-() RETURN f } "
        "WITH d, f WHERE substring(d.text, f.start, f.end - f.start) <> f.quote RETURN f"
    )
    assert wrong == []
    assert ready.read("MATCH (d:Document)-->(p:Provision) WHERE substring(d.text, p.start, p.end - p.start) <> p.text "
                      "RETURN p") == []  # fmt: skip


def test_writing_again_changes_nothing(ready: Database) -> None:
    put(ready, record())
    before = digest(ready)
    put(ready, record())
    assert digest(ready) == before
    assert counts(ready) == ALL


def test_what_a_document_no_longer_has_goes(ready: Database) -> None:
    put(ready, record())
    old = record()
    put(ready, replace(old, provisions=old.provisions[:1], issuers=(), effective_on=None, validity=(), aliases=()))
    left = counts(ready)
    assert {name: left.get(name, 0) for name in ("Provision", "Measure", "Deadline", "Citation", "ISSUED_BY")} == {
        "Provision": 1, "Measure": 0, "Deadline": 0, "Citation": 1, "ISSUED_BY": 0,
    }  # fmt: skip
    assert one(ready, "MATCH (d:Document) RETURN d.effective_on AS day, d.aliases AS aliases") == {
        "day": None,
        "aliases": [],
    }


def test_a_stub_is_filled_in_place_and_keeps_who_cites_it(ready: Database) -> None:
    ready.write(
        "CREATE (d:Document {id: $id, title: $id, held: false, inferred: ['level'], cited_by: 1, former_ids: ['x']}) "
        "CREATE (:Citation {id: 'c', status: 'wanted'})-[:TARGETS]->(d)",
        id=NUMBER,
    )
    put(ready, record())
    found = one(ready, "MATCH (d:Document)<-[:TARGETS]-(:Citation {id: 'c'}) RETURN properties(d) AS p")["p"]
    assert found["held"] is True
    assert "inferred" not in found
    assert (found["cited_by"], found["former_ids"]) == (1, ["x"])


def test_a_body_that_stands_is_left_as_it_is(ready: Database) -> None:
    ready.write("CREATE (:Department {id: '江苏省财政厅', name: '江苏省财政厅', level: 'settled'})")
    put(ready, record())
    assert one(ready, "MATCH (b:Department {id: '江苏省财政厅'}) RETURN b.level AS level") == {"level": "settled"}
    assert department_row(Body("某会", "某会"))["known"] is False


def test_another_document_is_not_touched(ready: Database) -> None:
    put(ready, record())
    put(ready, record(id="other", doc_number=None))
    with ready.session("WRITE") as session:
        session.execute_write(remove, NUMBER)
    left = counts(ready)
    assert {name: times for name, times in left.items() if name != "Department"} == {
        name: times for name, times in ALL.items() if name != "Department"
    }
    assert one(ready, "MATCH (d:Document) RETURN d.id AS id") == {"id": "other"}


def test_a_quote_that_is_not_at_its_offsets_is_refused_before_anything_is_written(ready: Database) -> None:
    document = record()
    wrong = replace(document.provisions[0], evidence=Evidence("别的", 0, 2, None, None, "test"))
    with pytest.raises(ValueError, match="is not at its offsets"):
        put(ready, replace(document, provisions=(wrong, *document.provisions[1:])))
    assert counts(ready) == {}

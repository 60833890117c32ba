"""Linking in the database: what is written, that nothing is written twice, and that it equals the oracle."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import ManagedTransaction, Result

from graph import load as loading
from graph.corrections import apply
from graph.digest import digest
from graph.link import LinkReport, link
from graph.load import load, unload
from graph.session import Database
from graph.write import remove, write
from loaders.readers import Raw
from loaders.records import Document, Extraction, Source
from tests.graph.corpora import any_document, corpus, document
from tests.graph.oracle import expected

pytestmark = pytest.mark.neo4j

CORPORA = 500 if os.environ.get("MAILUO_LONG") else 12
WIPE = "MATCH (n) WHERE NOT n:Region AND NOT n:Meta AND NOT n:Lock DETACH DELETE n"

GUO, SU, YU = "国发〔2020〕11号", "苏政发〔2021〕22号", "豫政发〔2021〕44号"
COLD = "关于发展冷链的意见"
CITING = document(SU, "茶树规划", None, [], None, [(GUO, COLD, "implements", 1.0)], [(YU, None, "refers", 0.5)])
CITED = document(GUO, COLD, None, [], None, [], [])


def put(database: Database, *documents: Document) -> LinkReport:
    def work(transaction: ManagedTransaction) -> LinkReport:
        for item in documents:
            write(transaction, apply(item, ()))
        return link(transaction)

    with database.session("WRITE") as session:
        return session.execute_write(work)


def again(database: Database) -> tuple[LinkReport, bool]:
    """Link once more, and say whether the server counts anything that it wrote."""

    class Counting:
        def __init__(self, transaction: ManagedTransaction) -> None:
            self._transaction = transaction
            self._results: list[Result] = []

        def run(self, *arguments: Any, **named: Any) -> Result:
            self._results.append(self._transaction.run(*arguments, **named))
            return self._results[-1]

        @property
        def wrote(self) -> bool:
            return any(result.consume().counters.contains_updates for result in self._results)

    def work(transaction: ManagedTransaction) -> tuple[LinkReport, bool]:
        counting = Counting(transaction)
        return link(counting), counting.wrote  # type: ignore[arg-type]

    with database.session("WRITE") as session:
        return session.execute_write(work)


def stub(database: Database, name: str) -> dict[str, Any] | None:
    rows = database.read(
        "MATCH (d:Document {id: $name, held: false}) RETURN properties(d) AS properties, "
        "COLLECT { MATCH (d)-[p:ISSUED_BY]->(b) RETURN b.id ORDER BY p.position } AS issuers, "
        "COLLECT { MATCH (d)-[:APPLIES_TO]->(r) RETURN r.name } AS regions",
        name=name,
    )
    return {**rows[0]["properties"], "issuers": rows[0]["issuers"], "regions": rows[0]["regions"]} if rows else None


def test_a_stub_has_what_its_number_and_title_say_and_says_that_it_is_inferred(ready: Database) -> None:
    report = put(ready, CITING)
    assert report == LinkReport(resolved=0, wanted=2, ambiguous=0, stubs=2, edges=2, written=report.written)
    found = stub(ready, GUO)
    assert found
    assert "意见" in found.pop("tokens").split()
    assert found == {
        "id": GUO,
        "doc_number": GUO,
        "number_key": GUO,
        "title": COLD,
        "title_keys": [f"|{COLD}"],
        "aliases": [],
        "level": "central",
        "year": 2020,
        "inferred": ["issuers", "level", "year"],
        "held": False,
        "sample": False,
        "cited_by": 1,
        "former_ids": [],
        "issuers": ["国务院"],
        "regions": ["中国"],
    }
    by_number = stub(ready, YU)
    assert by_number
    assert (by_number["title"], by_number["issuers"], by_number["regions"]) == (YU, ["河南省人民政府"], ["河南省"])


def test_a_stub_of_which_nothing_is_known_infers_nothing(ready: Database) -> None:
    put(ready, document(SU, "茶树规划", None, [], None, [(None, "港口岸线法", "based_on", 1.0)], []))
    found = stub(ready, "港口岸线法")
    assert found
    assert (found["inferred"], found["issuers"], found.get("level"), found.get("year")) == ([], [], None, None)


def test_a_stub_fills_in_place_and_comes_back_when_the_document_goes(ready: Database) -> None:
    put(ready, CITING)
    wanted = digest(ready)
    assert put(ready, CITED).resolved == 1
    row = ready.read("MATCH (d:Document {id: $id}) RETURN properties(d) AS d", id=GUO)[0]["d"]
    assert (row["held"], row["cited_by"], row["former_ids"], row.get("inferred")) == (True, 1, [], None)
    assert len(ready.read("MATCH (:Document {id: $id})<-[:IMPLEMENTS]-(d) RETURN d", id=GUO)) == 1
    with ready.session("WRITE") as session:
        session.execute_write(remove, GUO)
        session.execute_write(link)
    assert digest(ready) == wanted


def test_a_citation_that_goes_takes_its_stub_and_its_edge_along(ready: Database) -> None:
    put(ready, CITING)
    put(ready, document(SU, "茶树规划", None, [], None, [(GUO, COLD, "implements", 1.0)], []))
    assert stub(ready, YU) is None
    edges = ready.read("MATCH (:Document)-[edge]->(:Document) RETURN type(edge) AS type, properties(edge) AS edge")
    assert edges == [{"type": "IMPLEMENTS", "edge": {"citations": 1, "preamble": True, "confidence": 1.0}}]


def test_every_relation_becomes_its_relationship(ready: Database) -> None:
    relations = ("implements", "based_on", "forwards", "extends", "amends", "repeals", "refers")
    put(ready, document(SU, "茶树规划", None, [], None, [(GUO, None, relation, 1.0) for relation in relations], []))
    found = ready.read("MATCH (:Document)-[edge]->(:Document) RETURN type(edge) AS type ORDER BY type")
    assert [row["type"] for row in found] == [
        "AMENDS", "BASED_ON", "EXTENDS", "FORWARDS", "IMPLEMENTS", "REFERS_TO", "REPEALS",
    ]  # fmt: skip


def test_dates_of_the_database_refuse_a_younger_document(ready: Database) -> None:
    citing = document(SU, "茶树规划", None, [], date(2021, 5, 1), [(None, COLD, "refers", 1.0)], [])
    younger, elder = (replace(CITED, issued_on=day) for day in (date(2021, 5, 2), date(2021, 4, 30)))
    assert put(ready, citing, younger).wanted == 1
    assert put(ready, elder).resolved == 1


def test_a_linked_graph_is_left_as_it_is(ready: Database) -> None:
    random = Random(7)
    while len(documents := corpus(random)) < 5:
        pass
    report = put(ready, *documents)
    assert report.written
    assert again(ready) == (replace(report, written=0), False)


def test_more_than_a_batch_is_written(ready: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.link.BATCH", 2)
    documents = [any_document(Random(seed)) for seed in range(12)]
    distinct = list({item.id: item for item in documents}.values())
    put(ready, *distinct)
    assert graph(ready) == expected(distinct)


class Desk:
    """Files with generated documents, loaded and unloaded for real; only reading the text out of them is replaced."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._contents: dict[str, list[Document]] = {}
        self.copies: dict[str, dict[str, Document]] = {}

    def extract(self, raw: Raw) -> Extraction:
        documents = [replace(item, source=Source(raw.uri, raw.sha256, raw.file)) for item in self._contents[raw.sha256]]
        return Extraction(raw.file, raw.uri, raw.sha256, len(raw.lines), tuple(documents))

    def load(self, **files: list[Document]) -> None:
        """Write the files and load them in one call; a file has each document once."""
        paths = []
        for name, documents in files.items():
            path = self._folder / f"{name}.txt"
            path.write_text(f"{name}\n{documents!r}", "utf8")
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
            self._contents[sha256] = documents
            paths.append(path)
            for copies in self.copies.values():
                copies.pop(name, None)
            for item in documents:
                self.copies.setdefault(item.id, {})[name] = replace(item, source=Source(name, sha256, name))
        report = load(self._database, paths)
        assert report.rejections == []

    def unload(self, name: str) -> None:
        """Unload a document that is held: its shown copy goes."""
        unload(self._database, name)
        shown = self.shown(name)
        self.copies[name] = {file: copy for file, copy in self.copies[name].items() if copy is not shown}

    def shown(self, name: str) -> Document:
        copies = self.copies[name].values()
        return min(copies, key=lambda copy: (-len(copy.text), copy.source.sha256, copy.source.uri))

    def held(self) -> list[Document]:
        return [self.shown(name) for name, copies in self.copies.items() if copies]


@settings(
    max_examples=CORPORA,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.randoms(use_true_random=False))
def test_whatever_is_loaded_reloaded_and_unloaded_the_graph_equals_the_oracle(
    ready: Database, tmp_path: Path, random: Random
) -> None:
    with ready.session("WRITE") as session:
        session.run(WIPE).consume()
    desk = Desk(ready, tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "extract_raw", desk.extract)
        documents = corpus(random, 8) or [any_document(random)]
        for _ in range(random.randint(2, 4)):
            act(desk, documents, random)
    assert graph(ready) == expected(desk.held())


def act(desk: Desk, documents: list[Document], random: Random) -> None:
    """Load some files (new ones, unchanged ones, ones with other documents or copies in them), or unload a document."""
    held = desk.held()
    if held and random.random() < 0.35:
        desk.unload(random.choice(held).id)
        return
    files: dict[str, list[Document]] = {}
    for name in random.sample("abc", random.randint(1, 3)):
        chosen = random.sample(documents, random.randint(1, min(4, len(documents))))
        # Another copy of the same document: the same id, with other citations in it.
        other = {item.id: item for item in (any_document(random), any_document(random))}
        files[name] = [other.get(item.id, item) for item in chosen]
    desk.load(**files)


def graph(database: Database) -> dict[str, Any]:
    """What linking left in the database, as the oracle says it."""
    links = database.read(
        "MATCH (c:Citation) RETURN c.id AS id, c.status AS status, "
        "COLLECT { MATCH (c)-[:TARGETS|CANDIDATE]->(d) RETURN d.id ORDER BY d.id } AS ids, "
        "EXISTS { (c)-[:TARGETS]->() } AS targets"
    )
    assert all(row["targets"] == (row["status"] != "ambiguous") for row in links)
    documents = database.read("MATCH (d:Document) RETURN properties(d) AS d")
    nodes = [row["d"] for row in documents]
    edges = database.read(
        "MATCH (a:Document)-[e]->(b:Document) RETURN a.id AS a, b.id AS b, type(e) AS type, "
        "[e.citations, e.preamble, e.confidence] AS said"
    )
    words = {"IMPLEMENTS": "implements", "BASED_ON": "based_on", "REFERS_TO": "refers"}
    return {
        "links": {row["id"]: (row["status"], sorted(row["ids"])) for row in links},
        "stubs": {d["id"]: (d.get("doc_number"), d["title"], d["aliases"]) for d in nodes if not d["held"]},
        "edges": {(row["a"], row["b"], words[row["type"]]): tuple(row["said"]) for row in edges},
        "cited_by": {d["id"]: d["cited_by"] for d in nodes},
        "former_ids": {d["id"]: d["former_ids"] for d in nodes if d["held"]},
    }

"""Corrections in the graph: they stand whatever is loaded after them, and go without a trace when taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.ask import run
from graph.correct import correct, correction, undo
from graph.corrections import Correction
from graph.digest import digest
from graph.load import load, unload
from graph.lookup import lookup
from graph.session import Database
from loaders.errors import MailuoError
from tests.graph.papers import paper, written

pytestmark = pytest.mark.neo4j

FIRST = "苏政发〔2022〕801号"
SECOND = "苏政发〔2022〕802号"
MISPRINTED = "苏政发〔2022〕810号"
CITING = f"为落实（{MISPRINTED}）文件，现就有关事项通知如下。"
CITATION = f"{SECOND}#preamble!{MISPRINTED}!0"
DUTY = f"{FIRST}#一!responsible!省数字办!0"
DUTIES = ("各设区市要在2022年底前开放目录。（省数字办牵头，省财政厅配合）",)


def say(target: str, field: str, value: str | None, made_at: str = "2026-01-01T00:00:00+00:00") -> Correction:
    return correction(target, field, value, "甲", "原件影印", made_at)


def files(folder: Path) -> list[Path]:
    return written(folder, one=paper(measures=DUTIES), two=paper(SECOND, "共享数据", preamble=CITING))


@pytest.fixture
def loaded(ready: Database, tmp_path: Path) -> Database:
    load(ready, files(tmp_path))
    return ready


def make(database: Database, *said: Correction) -> None:
    assert correct(database, said) == []


def one(database: Database, cypher: str, **values: Any) -> dict[str, Any]:
    (row,) = database.read(cypher, **values)
    return row


def citation(database: Database) -> dict[str, Any]:
    return one(
        database,
        "MATCH (c:Citation {id: $id}) OPTIONAL MATCH (c)-[:TARGETS]->(d) "
        "RETURN c.status AS status, c.relation AS relation, c.origin AS origin, d.id AS target",
        id=CITATION,
    )


def duties(database: Database) -> dict[str, str]:
    rows = database.read("MATCH (b:Department)-[r:RESPONSIBLE_FOR]->(:Measure {id: $id}) RETURN b.id AS b, r.role AS r",
                         id=f"{FIRST}#一")  # fmt: skip
    return {row["b"]: row["r"] for row in rows}


def test_a_misprinted_citation_means_what_a_person_says(loaded: Database) -> None:
    assert citation(loaded)["target"] == MISPRINTED
    make(loaded, say(CITATION, "target", FIRST), say(CITATION, "relation", "extends"))
    assert citation(loaded) == {"status": "resolved", "relation": "extends", "origin": "manual", "target": FIRST}
    assert loaded.read("MATCH (a)-[:EXTENDS]->(b) RETURN a.id AS a, b.id AS b") == [{"a": SECOND, "b": FIRST}]
    assert lookup(loaded, MISPRINTED).status == "none"


def test_a_document_gets_the_number_that_its_page_does_not_print(loaded: Database, tmp_path: Path) -> None:
    make(loaded, say(FIRST, "doc_number", MISPRINTED))
    assert citation(loaded)["status"] == "resolved"
    assert citation(loaded)["target"] == MISPRINTED
    assert lookup(loaded, FIRST).document == lookup(loaded, MISPRINTED).document  # the id that it was read with
    before = digest(loaded)
    report = load(loaded, files(tmp_path))
    assert (report.files_unchanged, digest(loaded)) == (2, before)


def test_a_body_that_no_row_knows_is_the_one_that_a_person_says(loaded: Database) -> None:
    assert set(duties(loaded)) == {"省数字办", "江苏省财政厅"}
    make(loaded, say("江苏省财政厅", "alias", "省数字办"))
    assert set(duties(loaded)) == {"江苏省财政厅"}
    body = one(loaded, "MATCH (b:Department {id: '江苏省财政厅'}) RETURN b.aliases AS aliases")
    assert "省数字办" in body["aliases"]
    assert loaded.read("MATCH (b:Department {id: '省数字办'}) RETURN b.id AS id") == []


def test_a_role_a_body_and_a_deadline_are_corrected_or_taken_away(loaded: Database) -> None:
    finance = f"{FIRST}#一!responsible!江苏省财政厅!0"
    make(loaded, say(DUTY, "role", "participant"), say(finance, "department", "省教育厅"))
    assert duties(loaded) == {"省数字办": "participant", "江苏省教育厅": "participant"}
    make(loaded, say(DUTY, "removed", "true"), say(f"{FIRST}#一!2022年底前!0", "removed", "true"))
    assert duties(loaded) == {"江苏省教育厅": "participant"}
    assert loaded.read("MATCH (d:Deadline) RETURN d.id AS id") == []


ALL = (
    say(FIRST, "issued_on", "2022-07-01"),
    say(FIRST, "doc_number", "苏政发〔2022〕888号"),
    say(FIRST, "alias", "目录通知"),
    say(CITATION, "target", FIRST),
    say(DUTY, "role", "responsible"),
    say("江苏省财政厅", "alias", "省数字办"),
)


def test_no_reload_undoes_a_correction_and_undoing_all_leaves_no_trace(loaded: Database, tmp_path: Path) -> None:
    untouched = digest(loaded)
    make(loaded, *ALL)
    corrected = digest(loaded)
    assert corrected != untouched
    unload(loaded, "苏政发〔2022〕888号")
    unload(loaded, SECOND)
    load(loaded, files(tmp_path))
    assert digest(loaded) == corrected
    make(loaded, *ALL)  # again, from an exported list: nothing changes
    assert digest(loaded) == corrected
    assert undo(loaded, reversed(ALL)) == []
    assert digest(loaded) == untouched


def test_a_second_copy_meets_the_document_at_its_corrected_number(loaded: Database, tmp_path: Path) -> None:
    make(loaded, say(FIRST, "doc_number", "苏政发〔2022〕888号"))
    load(loaded, written(tmp_path, three=paper("苏政发〔2022〕888号", measures=DUTIES)))
    rows = loaded.read("MATCH (d:Document {held: true})-[:FROM]->(s) RETURN d.id AS id, count(s) AS n ORDER BY id")
    assert rows == [{"id": SECOND, "n": 1}, {"id": "苏政发〔2022〕888号", "n": 2}]
    undo(loaded, [say(FIRST, "doc_number", None)])
    rows = loaded.read("MATCH (d:Document {held: true})-[:FROM]->(s) RETURN d.id AS id, count(s) AS n ORDER BY id")
    assert rows == [{"id": FIRST, "n": 1}, {"id": SECOND, "n": 1}, {"id": "苏政发〔2022〕888号", "n": 1}]


def test_the_list_says_what_stands(loaded: Database, tmp_path: Path) -> None:
    make(loaded, say(FIRST, "issued_on", "2022-07-01"), say(DUTY, "role", "participant"))
    states = {(row["target"], row["state"]) for row in run(loaded, "corrections")}
    assert states == {(FIRST, "applied"), (DUTY, "applied")}
    load(loaded, written(tmp_path, one=paper(measures=("各设区市要开放目录。（省财政厅牵头）",))))
    assert {(row["target"], row["state"]) for row in run(loaded, "corrections")} == {(FIRST, "applied"), (DUTY, "lost")}
    unload(loaded, FIRST)
    assert {row["state"] for row in run(loaded, "corrections")} == {"waiting"}


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (say("无此文件", "issued_on", "2022-07-01"), "Nothing that is held has the id 无此文件."),
        (say(MISPRINTED, "issued_on", "2022-07-01"), f"Nothing that is held has the id {MISPRINTED}."),
        (say(DUTY, "ends_on", "2022-07-01"), "A responsibility has no field ends_on that can be corrected."),
        (say("江苏省财政厅", "alias", "教育部"), "教育部 is a name of 教育部 already."),
    ],
)
def test_what_cannot_be_corrected_is_named_and_the_rest_is_done(
    loaded: Database, said: Correction, reason: str
) -> None:
    good = say(FIRST, "issued_on", "2022-07-01")
    ((refused, error),) = correct(loaded, [said, good])
    assert (refused, error.sentence) == (said, reason)
    assert (
        one(loaded, "MATCH (d:Document {id: $id}) RETURN toString(d.issued_on) AS day", id=FIRST)["day"] == "2022-07-01"
    )


def test_taking_back_what_nobody_said_is_refused(loaded: Database) -> None:
    ((_, error),) = undo(loaded, [say(FIRST, "issued_on", None)])
    assert error.exit_code == 1


@pytest.mark.parametrize(("author", "note"), [("", "原件"), ("甲", " ")])
def test_a_correction_without_author_or_source_is_none(author: str, note: str) -> None:
    with pytest.raises(MailuoError):
        correction(FIRST, "issued_on", "2022-07-01", author, note)


def test_a_number_of_another_document_is_refused_and_nothing_is_lost(loaded: Database) -> None:
    before = digest(loaded)
    ((_, error),) = correct(loaded, [say(FIRST, "doc_number", SECOND)])
    assert error.sentence.startswith(f"{SECOND} is held already, and is another document (")
    assert digest(loaded) == before


def test_two_documents_of_one_file_that_meet_under_one_number_part_again(ready: Database, tmp_path: Path) -> None:
    same = paper(MISPRINTED, measures=DUTIES)
    load(ready, written(tmp_path, both=f"{paper(measures=DUTIES)}\n{same}"))
    before = digest(ready)
    make(ready, say(MISPRINTED, "doc_number", FIRST))
    assert ready.read("MATCH (d:Document {held: true})-[:FROM]->(s) RETURN d.id AS id, count(s) AS n") == [
        {"id": FIRST, "n": 2}
    ]
    assert undo(ready, [say(MISPRINTED, "doc_number", None)]) == []
    assert digest(ready) == before


def test_a_sheet_that_was_drawn_before_an_id_moved_is_read_after_it(loaded: Database) -> None:
    make(loaded, say(FIRST, "doc_number", "苏政发〔2022〕888号"))
    make(loaded, say(DUTY, "role", "participant"), say(f"{FIRST}#一", "removed", "true"))
    found = loaded.read(
        "MATCH (:Department {id: '省数字办'})-[r:RESPONSIBLE_FOR]->(p) RETURN r.role AS role, p:Measure AS measure"
    )
    assert found == [{"role": "participant", "measure": False}]
    assert {row["field"] for row in run(loaded, "corrections")} == {"doc_number", "role", "measure"}
    assert undo(loaded, [say(FIRST, "doc_number", None)]) == []
    assert lookup(loaded, FIRST).status == "exact"

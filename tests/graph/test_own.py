from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import own, server
from graph.own import Limits, Run
from graph.session import Database, connect, writer_lock
from loaders.errors import MailuoError

pytestmark = pytest.mark.neo4j
ENDLESS = "UNWIND range(1, 1000000000000) AS x RETURN x"
# 2³³ numbers in a few hundred bytes, looked at in one expression: Neo4j looks at no time limit meanwhile.
STUBBORN = "WITH [1] AS l " + "WITH l + l AS l " * 33 + "RETURN all(x IN l WHERE x > 0) AS x"
# A text of two gigabytes, of which Neo4j counts nothing.
GREEDY = "WITH '0123456789abcdef' AS s " + "WITH s + s AS s " * 27 + "RETURN size(s) AS x"
RUNNING = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.mailuo IS NOT NULL RETURN 1 AS one"


def _rows(text: str, parameters: dict[str, Any] | None = None, **limits: Any) -> list[dict[str, Any]]:
    with Run(text, parameters, Limits(**limits)) as run:
        return list(run.rows())


def _count(database: Database) -> int:
    return int(database.read("MATCH (n:Note) RETURN count(n) AS n")[0]["n"])


def test_rows_come_in_order_with_their_columns_and_parameters(database: Database) -> None:
    with Run("UNWIND range(1, 250) AS x RETURN x, $word AS word", {"word": "政"}) as run:
        assert run.columns == ["x", "word"]
        assert list(run.rows()) == [{"x": x, "word": "政"} for x in range(1, 251)]
    assert (run.outcome.cut, run.outcome.changes, run.outcome.plan) == (False, {}, None)


def test_an_answer_is_cut_at_its_limit_of_rows_and_says_so(database: Database) -> None:
    for text, cut in ((ENDLESS, True), ("UNWIND range(1, 150) AS x RETURN x", False)):
        with Run(text, limits=Limits(rows=150)) as run:
            assert [row["x"] for row in run.rows()] == list(range(1, 151))
        assert run.outcome.cut is cut
    assert database.read(RUNNING) == []


def test_a_statement_that_nobody_waits_for_any_more_ends_in_neo4j(database: Database) -> None:
    with Run(ENDLESS, limits=Limits(rows=10**9)) as run:
        assert next(run.rows()) == {"x": 1}
        assert database.read(RUNNING) == [{"one": 1}]
    assert database.read(RUNNING) == []


def test_time_is_limited_by_neo4j(database: Database) -> None:
    with pytest.raises(MailuoError, match="took longer than it was allowed") as caught:
        _rows("UNWIND range(1, 1000000000000) AS x RETURN sum(x) AS n", seconds=0.5)
    assert caught.value.exit_code == 3
    assert database.read(RUNNING) == []


def test_one_huge_row_is_refused_and_named(database: Database) -> None:
    for text in ("RETURN 'ab' AS n, $long AS text", "RETURN 1 AS n, {a: [$long]} AS text"):
        with pytest.raises(MailuoError, match="text of row 1 has more than 99 characters"):
            _rows(text, {"long": "x" * 100}, row=99)
    assert _rows("RETURN $long AS text", {"long": "x" * 100}, row=100) == [{"text": "x" * 100}]
    database.write("CREATE (:Note {text: 'abcdefghij'})-[:R {text: 'abcdefghij'}]->(:Note)")
    for value in ("n", "r", "p", "[r]"):
        with pytest.raises(MailuoError, match=f"{value if value != '[r]' else 'x'} of row 1 has more than 12"):
            _rows(f"MATCH p = (n)-[r]->() RETURN {value}{' AS x' if value == '[r]' else ''}", row=12)


def test_an_answer_that_outgrows_this_process_is_ended(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MEMORY", 16 << 20)
    long = " + ".join(["l"] * 30)
    with pytest.raises(MailuoError, match="larger than this process may hold"):
        _rows(f"WITH range(1, 1000000) AS l RETURN {long} AS l")
    assert database.read(RUNNING) == []


def test_a_plan_is_the_answer_of_explain_and_profile(database: Database) -> None:
    for word, counted in (("EXPLAIN", False), ("PROFILE", True)):
        with Run(f"{word} UNWIND [1, 2] AS x RETURN x") as run:
            assert list(run.rows()) == ([{"x": 1}, {"x": 2}] if counted else [])
        assert run.mode == word.lower()
        assert run.outcome.plan is not None
        assert ("dbHits" in run.outcome.plan) is counted


def test_a_fault_is_shown_at_its_place(database: Database) -> None:
    with pytest.raises(MailuoError) as caught:
        _rows("RETURN 1 AS x,\n  '国发' AS y, foo")
    assert caught.value.sentence == "Neo4j says: Variable `foo` not defined (line 2, column 14)."
    assert caught.value.advice == "  '国发' AS y, foo\n   　　        ^"
    with pytest.raises(MailuoError, match=r"line 1, column 33") as caught:
        _rows("PROFILE RETURN foo.bar AS x, (1 AS y")
    assert caught.value.exit_code == 2


def test_nothing_is_written_unless_that_was_asked_for(ready: Database) -> None:
    with pytest.raises(MailuoError, match="it would write"):
        _rows("CREATE (:Note)")
    assert _count(ready) == 0
    with Run("UNWIND [1, 2, 3] AS x CREATE (n:Note {x: x}) RETURN n.x AS x", write=True, limits=Limits(rows=2)) as run:
        assert list(run.rows()) == [{"x": 1}, {"x": 2}]
    assert run.outcome.cut
    assert run.outcome.changes == {"nodes_created": 3, "labels_added": 3, "properties_set": 3}
    assert _count(ready) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("CREATE (:Note) WITH 1 AS x UNWIND range(1, 1000000000000) AS y RETURN sum(y) AS n", "took longer"),
        ("CREATE (:Note) WITH 1 AS x RETURN 1 / 0 AS n", "by zero"),
        ("CREATE (:Note) WITH 1 AS x RETURN $long AS text", "has more than 50 characters"),
        ("LOAD CSV FROM 'file:///x' AS row CREATE (:Note)", "LOAD CSV reads files"),
        ("CALL db.createLabel('Note')", "the procedure db.createLabel"),
        ("CREATE INDEX own FOR (n:Note) ON (n.x)", "CREATE INDEX is not known to change only data"),
        ("UNWIND [1] AS x CALL (x) { CREATE (:Note) } IN TRANSACTIONS", "transactions of its own"),
        ("EXPLAIN CREATE (:Note)", None),
    ],
)
def test_what_fails_or_is_refused_leaves_nothing_written(ready: Database, text: str, reason: str | None) -> None:
    if reason:
        with pytest.raises(MailuoError, match=reason), Run(
            text, {"long": "x" * 51}, Limits(seconds=1, row=50), write=True
        ) as run:  # fmt: skip
            list(run.rows())
    else:
        with Run(text, write=True) as run:
            assert list(run.rows()) == []
    assert _count(ready) == 0


def test_who_writes_waits_for_the_writers_lock(ready: Database) -> None:
    with ready.session("WRITE") as session, session.begin_transaction() as transaction:
        writer_lock(transaction)
        with (
            pytest.raises(MailuoError, match="waited for another writer"),
            Run("CREATE (:Note)", write=True, limits=Limits(seconds=0.5)),
        ):
            pass
        transaction.rollback()
    assert _count(ready) == 0


def test_a_server_of_one_s_own_is_guarded_alike(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    password = server.password()
    for name, value in (("URI", database.uri), ("USER", "neo4j"), ("PASSWORD", password)):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    assert _rows("RETURN 1 AS x") == [{"x": 1}]
    for text, reason in (("LOAD CSV FROM 'file:///x' AS r RETURN r", "LOAD CSV"), ("CREATE (n)", "would write")):
        with pytest.raises(MailuoError, match=reason):
            _rows(text)


@pytest.fixture
def another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A small Neo4j of its own, that may end."""
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path))
    monkeypatch.setenv("MAILUO_JAVA_OPTIONS", f"{os.environ['MAILUO_JAVA_OPTIONS']} -Xmx700m")
    with connect() as database:
        database.write("CREATE (:Note)")
        yield database
    server.stop(patience=1)


def test_neo4j_is_started_anew_where_nothing_else_ends_a_statement(
    another: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own, "GRACE", 1.0)
    monkeypatch.setattr(own, "PATIENCE", 2.0)
    first = server.running()
    _rows(f"EXPLAIN {STUBBORN}")  # to plan it takes a second, once
    with monkeypatch.context() as foreign:
        for name, value in (("URI", another.uri), ("PASSWORD", server.password())):
            foreign.setenv(f"NEO4J_{name}", value)
        with pytest.raises(MailuoError, match="that Neo4j goes on computing it"):
            _rows(STUBBORN, seconds=1)
    assert server.running() == first
    with pytest.raises(MailuoError, match="Neo4j was started anew since it did not let go of it"):
        _rows(STUBBORN, seconds=1)
    assert server.running() != first
    assert _rows("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 1}]
    with pytest.raises(MailuoError, match="Neo4j ended, and was started again"):
        _rows(GREEDY)
    assert _rows("MATCH (n:Note) RETURN count(n) AS n") == [{"n": 1}]

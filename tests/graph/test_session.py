from __future__ import annotations

import neo4j
import pytest
from neo4j.exceptions import ClientError, ConfigurationError, Neo4jError, ServiceUnavailable, TransientError

from graph import server, session
from graph.session import Database, connect, version_of, writer_lock
from loaders.errors import MailuoError

pytestmark = pytest.mark.neo4j


@pytest.fixture
def named(engine: Database, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment of somebody who points mailuo at a Neo4j of their own."""
    monkeypatch.setenv("NEO4J_URI", engine.uri)
    monkeypatch.setenv("NEO4J_USER", server.USER)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password())
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)
    return monkeypatch


def test_a_read_answers_rows_and_a_write_is_kept(database: Database) -> None:
    assert database.write("CREATE (n:Thing {name: $name}) RETURN n.name AS name", name="脉") == [{"name": "脉"}]
    assert database.read("MATCH (n:Thing) RETURN n.name AS name, $x AS x", x=1) == [{"name": "脉", "x": 1}]


def test_a_read_session_refuses_a_write(database: Database) -> None:
    with pytest.raises(MailuoError, match="[Ww]rit"):
        database.read("CREATE (n:Thing)")
    assert database.read("MATCH (n:Thing) RETURN n") == []


def test_no_file_of_the_machine_can_be_read(database: Database) -> None:
    with pytest.raises(MailuoError):
        database.read("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")


def test_a_runaway_statement_is_ended(database: Database) -> None:
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)"
    with pytest.raises(MailuoError, match="longer than it was allowed"):
        database.read(slow, timeout=0.3)


def test_a_mistake_in_a_statement_keeps_neo4js_words_and_is_wrong_use(database: Database) -> None:
    with pytest.raises(MailuoError, match="Neo4j says") as caught:
        database.read("MTCH (n) RETURN n")
    assert caught.value.exit_code == 2


def test_a_server_of_ones_own_is_used_as_named(named: pytest.MonkeyPatch, engine: Database) -> None:
    with connect() as database:
        assert database.uri == engine.uri
        assert database.name is None
        assert database.read("RETURN 1 AS one") == [{"one": 1}]


def test_wrong_credentials_are_one_sentence(named: pytest.MonkeyPatch) -> None:
    named.setenv("NEO4J_PASSWORD", "wrong")
    with pytest.raises(MailuoError, match="refuses the user name or password") as caught:
        connect()
    assert caught.value.exit_code == 3


def test_a_database_that_is_not_there_is_named(named: pytest.MonkeyPatch) -> None:
    named.setenv("NEO4J_DATABASE", "nowhere")
    with connect() as database, pytest.raises(MailuoError, match="no such database"):
        database.read("RETURN 1")


def test_an_older_neo4j_is_refused(named: pytest.MonkeyPatch) -> None:
    named.setattr(session, "OLDEST", (999, 1))
    with pytest.raises(MailuoError, match="is too old") as caught:
        connect()
    assert caught.value.exit_code == 3


def test_a_server_that_is_not_there_is_one_sentence(named: pytest.MonkeyPatch) -> None:
    named.setenv("NEO4J_URI", "bolt://127.0.0.1:9")
    with pytest.raises(MailuoError, match="cannot be reached"):
        connect()


@pytest.mark.parametrize("uri", ["nonsense", "http://127.0.0.1:7687", "neo4j+s://[:1"])
def test_an_address_that_is_none_is_one_sentence(named: pytest.MonkeyPatch, uri: str) -> None:
    named.setenv("NEO4J_URI", uri)
    with pytest.raises(MailuoError, match="address"):
        connect()


def test_without_a_server_and_without_leave_to_start_one_there_is_a_next_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server, "running", lambda: None)
    with pytest.raises(MailuoError, match="is not running") as caught:
        connect(start=False)
    assert "mailuo db start" in caught.value.advice


@pytest.mark.parametrize(
    ("agent", "version"),
    [("Neo4j/5.26.30", (5, 26, 30)), ("Neo4j/2025.10.1", (2025, 10, 1)), ("Neo4j/5.26-aura", (5, 26)), ("x", ())],
)
def test_versions_are_read_from_the_agent(agent: str, version: tuple[int, ...]) -> None:
    assert version_of(agent) == version


FAILED = "Neo.ClientError.Procedure.ProcedureCallFailed"
NO_INDEX = "Caused by: There is no such fulltext schema index: "


def server_error(kind: type[Neo4jError], code: str, message: str = "words") -> Neo4jError:
    error = Neo4jError._hydrate_neo4j(code=code, message=message)
    assert isinstance(error, kind)
    return error


@pytest.mark.parametrize(
    ("error", "words", "code"),
    [
        (server_error(TransientError, "Neo.TransientError.General.MemoryPoolOutOfMemoryError"), "more memory", 3),
        (server_error(ClientError, "Neo.ClientError.Transaction.TransactionTimedOut"), "longer than", 3),
        (server_error(TransientError, "Neo.TransientError.General.Odd"), "Neo4j says: words", 3),
        (server_error(ClientError, FAILED, NO_INDEX + "document_tokens"), "never loaded", 1),
        (server_error(ClientError, FAILED, NO_INDEX + "of_my_own"), "Neo4j says", 2),
        (ServiceUnavailable("gone"), "cannot be reached", 3),
        (ConfigurationError("odd"), "cannot be used", 3),
        (ClientError("odd"), "Neo4j says", 2),
    ],
)
def test_what_the_driver_raises_becomes_a_sentence(error: Exception, words: str, code: int) -> None:
    with pytest.raises(MailuoError, match=words) as caught, session.explained("bolt://here"):
        raise error
    assert caught.value.exit_code == code


def test_one_writer_waits_for_the_other(ready: Database) -> None:
    driver: neo4j.Driver = ready.driver
    with driver.session(database=ready.name) as one, driver.session(database=ready.name) as two:
        first = one.begin_transaction()
        writer_lock(first)
        second = two.begin_transaction(timeout=0.5)
        with pytest.raises(Neo4jError):
            writer_lock(second)
        second.close()
        first.commit()
        with two.begin_transaction() as third:
            writer_lock(third)
            third.commit()

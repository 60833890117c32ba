"""What a server needs to be exposed: tokens, trusted documents, other sites, compression, tags, turns, disconnects."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli
import pytest

from api.graphql.http import Asked, Runner
from api.graphql.reader import Neo4jReader
from api.graphql.trusted import Trusted, read_trusted
from api.server import Options, application
from api.tokens import Holder, Tokens
from graph.session import Database
from loaders.errors import MailuoError
from tests.api.web import Web

pytestmark = pytest.mark.neo4j

HELD = "{ documents { nodes { id title } totalCount } }"
DIGEST = hashlib.sha256(HELD.encode()).hexdigest()
TOKEN = "t" * 20


def _raw(app: Any, query: str, stays: float, accepted: str = "identity") -> Any:
    """Send an operation as a server would, go away after a while, and return what the application sent."""

    async def ask() -> list[Any]:
        body = json.dumps({"query": query}).encode()
        messages = iter([{"type": "http.request", "body": body, "more_body": False}])
        sent: list[Any] = []

        async def receive() -> Any:
            message = next(messages, None)
            if message is None:
                await asyncio.sleep(stays)
                return {"type": "http.disconnect"}
            return message

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "POST",
            "path": "/graphql",
            "query_string": b"",
            "headers": [(b"content-type", b"application/json"), (b"accept-encoding", accepted.encode())],
            "server": ("mailuo.test", 80),
            "scheme": "http",
        }
        await asyncio.wait_for(app(scope, receive, send), 30)
        return sent

    return ask()


def _web(runner: asyncio.Runner, reader: Neo4jReader, **options: Any) -> Web:
    return Web(runner, reader, options=Options(**options))


def test_a_server_with_tokens_answers_who_sends_one(
    small: Database, reader: Neo4jReader, runner: asyncio.Runner
) -> None:
    web = _web(runner, reader, tokens=Tokens({TOKEN: Holder("wang", 2)}))
    refused = web.graphql(HELD)
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")
    assert refused.headers["www-authenticate"].startswith("Bearer")
    headers = {"authorization": f"Bearer {TOKEN}"}
    body = {"query": HELD}
    for _ in range(2):
        assert web("POST", "/graphql", json=body, headers=headers).json()["data"]["documents"]["totalCount"] == 4
    again = web("POST", "/graphql", json=body, headers=headers)
    assert (again.status_code, again.json()["errors"][0]["extensions"]["code"]) == (429, "TOO_MANY")
    assert int(again.headers["retry-after"]) > 0
    assert "关于" not in web("GET", "/").text


def test_documents_of_a_manifest_are_asked_for_by_their_digest(
    small: Database, reader: Neo4jReader, runner: asyncio.Runner
) -> None:
    web = _web(runner, reader, trusted=Trusted({DIGEST: HELD}))
    for identifier in (DIGEST, f"sha256:{DIGEST}"):
        assert web("POST", "/graphql", json={"documentId": identifier}).json()["data"]["documents"]["totalCount"] == 4
    got = web("GET", "/graphql", params={"documentId": DIGEST})
    assert got.json()["data"]["documents"]["totalCount"] == 4
    unknown = web("POST", "/graphql", json={"documentId": "0" * 64})
    assert (unknown.status_code, unknown.json()["errors"][0]["message"]) == (
        400,
        "No document of the manifest has this documentId.",
    )
    assert web.graphql("{ __typename }").json()["data"] == {"__typename": "Query"}


def test_only_trusted_documents_are_answered_where_told(
    small: Database, reader: Neo4jReader, runner: asyncio.Runner
) -> None:
    web = _web(runner, reader, trusted=Trusted({DIGEST: HELD}, only=True))
    refused = web.graphql("{ __typename }")
    assert (refused.status_code, refused.json()["errors"][0]["message"]) == (
        400,
        "This server answers only the documents of its manifest.",
    )
    assert web.graphql(HELD).json()["data"]["documents"]["totalCount"] == 4
    assert web("GET", "/graphql", params={"documentId": DIGEST}).status_code == 200


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[]", "is no manifest"),
        ('{"a": 1}', "is no manifest"),
        ('{"a": "{ __typename }"}', "a is not the SHA-256 of its document"),
        ("{", "cannot be read as a manifest"),
    ],
)
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, content: str, sentence: str) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(content, "utf8")
    with pytest.raises(MailuoError, match=sentence):
        read_trusted(file, only=True)


def test_a_manifest_is_read_as_codegen_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps({DIGEST: HELD}), "utf8")
    trusted = read_trusted(file, only=True)
    assert trusted.text(f"sha256:{DIGEST}") == HELD
    assert (trusted.allows(HELD), trusted.allows("{ __typename }")) == (True, False)


def test_pages_of_a_named_site_may_ask(small: Database, reader: Neo4jReader, runner: asyncio.Runner) -> None:
    web = _web(runner, reader, origins=("https://there.test",))
    ours = web("POST", "/graphql", json={"query": HELD}, headers={"origin": "https://there.test"})
    assert ours.headers["access-control-allow-origin"] == "https://there.test"
    asked = {"origin": "https://there.test", "access-control-request-method": "POST"}
    assert web("OPTIONS", "/graphql", headers=asked).status_code == 200
    other = web("POST", "/graphql", json={"query": HELD}, headers={"origin": "https://elsewhere.test"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [("br, gzip", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress), ("identity", None, bytes)],
)
def test_long_answers_are_compressed(
    small: Database,
    reader: Neo4jReader,
    runner: asyncio.Runner,
    accepted: str,
    encoding: str | None,
    unpack: Any,
) -> None:
    query = "{ __schema { types { name description } } }"
    sent = runner.run(_raw(_web(runner, reader).app, query, 60, accepted))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert headers.get("content-encoding") == encoding
    types = json.loads(unpack(b"".join(message["body"] for message in sent[1:])))["data"]["__schema"]["types"]
    assert "Measure" in {one["name"] for one in types}


def test_an_answer_that_the_client_has_is_not_sent_again(
    small: Database, reader: Neo4jReader, runner: asyncio.Runner
) -> None:
    web = _web(runner, reader)
    first = web("GET", "/graphql", params={"query": HELD})
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "no-cache"
    for given in (tag, f'W/{tag}, "x"', "*"):
        again = web("GET", "/graphql", params={"query": HELD}, headers={"if-none-match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    small.write("CREATE (:Document {id: 'neu', title: 'neu', held: true})")
    changed = web("GET", "/graphql", params={"query": HELD}, headers={"if-none-match": tag})
    assert (changed.status_code, changed.headers["etag"] == tag) == (200, False)
    assert "etag" not in web.graphql(HELD).headers


def test_statements_and_plans_are_shown_to_developers_alone(
    small: Database, reader: Neo4jReader, runner: asyncio.Runner
) -> None:
    web = _web(runner, reader, developer=True)
    answer = web("POST", "/graphql?explain=1", json={"query": HELD}).json()
    (shown,) = answer["extensions"]["explain"]
    assert "MATCH" in shown["cypher"]
    assert shown["plan"][0] == "ProduceResults value"
    assert any("Document" in line for line in shown["plan"])
    assert set(shown["parameters"].values()) >= {"20"}
    assert "explain" not in web.graphql(HELD).json()["extensions"]
    refused = _web(runner, reader)("POST", "/graphql?explain=1", json={"query": HELD})
    assert (refused.status_code, "developer mode" in refused.json()["errors"][0]["message"]) == (400, True)


class Slow:
    """A reader whose statements take a while; it counts how many run at once."""

    def __init__(self, wait: float) -> None:
        self.wait = wait
        self.running = self.most = self.cancelled = 0

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:  # noqa: ARG002
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await asyncio.sleep(self.wait)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        finally:
            self.running -= 1
        return [1]


def test_operations_wait_for_their_turn_and_beyond_that_are_refused(runner: asyncio.Runner) -> None:
    slow = Slow(0.05)
    operations = Runner(slow, running=2, waiting=3)  # type: ignore[arg-type]

    async def ask() -> list[int]:
        answers = await asyncio.gather(*(operations.run(Asked("{ stats { held } }"), "r") for _ in range(7)))
        return sorted(answer.status for answer in answers)

    assert runner.run(ask()) == [200] * 5 + [503] * 2
    assert slow.most == 2


def test_the_root_fields_of_one_operation_take_turns(runner: asyncio.Runner) -> None:
    slow = Slow(0.02)
    fields = " ".join(f"a{number}: stats {{ held }}" for number in range(20))
    answer = runner.run(Runner(slow).run(Asked(f"{{ {fields} }}"), "r"))  # type: ignore[arg-type]
    assert len(answer.body["data"]) == 20
    assert slow.most == 6


def test_what_a_client_that_went_away_asked_for_is_given_up(runner: asyncio.Runner, caplog: Any) -> None:
    slow = Slow(60)
    app = application(Neo4jReader(), runner=Runner(slow))  # type: ignore[arg-type]
    with caplog.at_level("INFO", "mailuo.access"):
        runner.run(_raw(app, "{ stats { held } }", 0.05))
    assert (slow.cancelled, slow.running) == (1, 0)
    assert json.loads(caplog.records[-1].getMessage())["status"] == 499


def test_neo4j_ends_the_statement_of_a_read_that_is_given_up(
    small: Database, reader: Neo4jReader, runner: asyncio.Runner
) -> None:
    async def give_up() -> None:
        text = "UNWIND range(1, 1000000000) AS a RETURN sum(a % 7) + 987654 AS value"
        task = asyncio.create_task(reader.value(text, {}))
        while not await asyncio.to_thread(_running, small):
            await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        for _ in range(100):
            if not await asyncio.to_thread(_running, small):
                return
            await asyncio.sleep(0.1)
        raise AssertionError("the statement still runs")

    runner.run(give_up())


def _running(database: Database) -> bool:
    rows = database.read("SHOW TRANSACTIONS YIELD currentQuery, status RETURN currentQuery AS text, status AS status")
    return any("987654" in row["text"] and row["status"] == "Running" for row in rows)


def test_a_body_that_does_not_come_is_not_waited_for(runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.graphql.http.BODY_TIME", 0.05)

    async def never() -> Any:
        yield b"{"
        await asyncio.sleep(60)

    web = Web(runner, Neo4jReader())
    response = web("POST", "/graphql", content=never(), headers={"content-type": "application/json"})
    assert response.status_code == 408

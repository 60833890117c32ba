"""The web application: GraphQL over HTTP, the start page, health, limits, masked errors and the log."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import Any

import pytest

from api.graphql.compiler import LISTED, TEXTS
from api.graphql.errors import EngineError
from api.graphql.http import GRAPHQL, MAX_BYTES, Runner
from api.graphql.reader import Neo4jReader
from api.graphql.schema import printed
from api.server import application
from graph.session import Database
from tests.api.web import Web

pytestmark = pytest.mark.neo4j


class Stub:
    """A reader that answers one value, after a while where one is given, or fails."""

    def __init__(self, *, error: Exception | None = None, wait: float = 0) -> None:
        self.error = error
        self.wait = wait

    async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:  # noqa: ARG002
        await asyncio.sleep(self.wait)
        if self.error:
            raise self.error
        return {"held": 1}

    async def call(self, function: Any) -> Any:
        raise NotImplementedError(function)


@pytest.fixture
def web(small: Database, reader: Neo4jReader, runner: asyncio.Runner) -> Web:  # noqa: ARG001
    """The application over the small graph."""
    return Web(runner, reader)


def _stubbed(runner: asyncio.Runner, **options: Any) -> Web:
    limits = {name: options.pop(name) for name in ("time_limit", "running", "waiting") if name in options}
    return Web(runner, Neo4jReader(), Runner(Stub(**options), **limits))


def test_post_and_get_answer_alike(web: Web) -> None:
    query = "query Held($id: ID!) { document(id: $id) { title held } }"
    variables = {"id": "甲发〔2021〕1号"}
    posted = web.graphql(query, variables=variables, operationName="Held")
    got = web("GET", "/graphql", params={"query": query, "variables": json.dumps(variables), "operationName": "Held"})
    assert posted.status_code == got.status_code == 200
    assert posted.content == got.content
    assert posted.json()["data"] == {"document": {"title": "关于扩大投资的若干意见", "held": True}}
    assert "关于扩大投资的若干意见" in posted.text  # Chinese as it is, not escaped
    assert posted.headers["content-type"] == "application/json; charset=utf-8"


def test_the_cost_is_the_rows_of_full_pages(web: Web) -> None:
    answer = web.graphql("{ documents(first: 3) { nodes { provisions(first: 5) { nodes { id } } } } }").json()
    assert answer["extensions"] == {"cost": 3 + 3 * 5}


def test_lists_without_pages_and_whole_texts_cost_too(web: Web) -> None:
    listed = web.graphql("{ documents(first: 3) { nodes { issuers { counterparts { id } } } } }").json()
    assert listed["extensions"] == {"cost": 3 + 3 * LISTED + 3 * LISTED * LISTED}
    texts = web.graphql("{ documents(first: 3) { nodes { text again: text } } }").json()
    assert texts["extensions"] == {"cost": 3 + 2 * 3 * TEXTS["Document"]}
    many = " ".join(f"a{number}: document {{ text }}" for number in range(12))
    refused = web.graphql(
        f'{{ document(id: "乙发〔2022〕7号") {{ provisions(first: 100) {{ nodes {{ {many} }} }} }} }}'
    ).json()
    assert refused["errors"][0]["extensions"]["code"] == "TOO_MUCH"


def test_what_is_asked_by_a_former_id_costs_the_same(web: Web) -> None:
    query = (
        """query ($id: ID!) { trace(document: $id) { nodes { document { provisions(first: 9) { nodes { id } } } } } }"""
    )
    costs = [web.graphql(query, variables={"id": one}).json()["extensions"] for one in ("甲发〔2021〕1号", "旧甲")]
    assert costs[0] == costs[1]


@pytest.mark.parametrize(
    ("content", "media", "status", "message"),
    [
        (b"{", "application/json", 400, "What was sent is not JSON."),
        (b"[]", "application/json", 400, "A request is one object with a query; lists of operations are not taken."),
        (b"{}", "application/json; charset=utf-8", 400, "The request has no query."),
        (b'{"query": 1}', "application/json", 400, "The request has no query."),
        (b'{"query": "{a}", "variables": 1}', "application/json", 400, "variables is an object."),
        (b'{"query": "{a}", "operationName": 1}', "application/json", 400, "operationName is a text."),
        (b"{ stats { held } }", "text/plain", 415, "The body has to be application/json."),
        (b"", "", 415, "The body has to be application/json."),
        (b" " * (MAX_BYTES + 1), "application/json", 413, f"The body has more than {MAX_BYTES} bytes."),
    ],
)
def test_malformed_requests_are_refused(
    runner: asyncio.Runner, content: bytes, media: str, status: int, message: str
) -> None:
    response = _stubbed(runner)("POST", "/graphql", content=content, headers={"content-type": media})
    (error,) = response.json()["errors"]
    assert (response.status_code, error["message"], error["extensions"]["code"]) == (status, message, "BAD_INPUT")
    assert error["extensions"]["requestId"] == response.headers["x-request-id"]


def test_get_takes_variables_as_json(runner: asyncio.Runner) -> None:
    response = _stubbed(runner)("GET", "/graphql", params={"query": "{ stats { held } }", "variables": "{"})
    assert response.status_code == 400
    assert _stubbed(runner)("GET", "/graphql").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "{ nothing }",
        "{",
        "mutation { a }",
        "subscription { a }",
        "query A { __typename } query B { __typename }",
        "fragment A on Query { __typename }",
    ],
)
def test_unsound_operations_have_a_status_for_those_who_take_it(runner: asyncio.Runner, query: str) -> None:
    web = _stubbed(runner)
    old = web.graphql(query)
    new = web("POST", "/graphql", json={"query": query}, headers={"accept": GRAPHQL})
    assert (old.status_code, new.status_code) == (200, 400)
    assert new.headers["content-type"].startswith(GRAPHQL)
    for response in (old, new):
        assert "data" not in response.json()
        assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"BAD_REQUEST"}


def test_a_neo4j_that_is_down_is_said_as_503(runner: asyncio.Runner) -> None:
    web = _stubbed(runner, error=EngineError("Gone."))
    response = web.graphql("{ stats { held } }")
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert response.json()["errors"][0]["extensions"]["code"] == "ENGINE_UNAVAILABLE"
    health = web("GET", "/health")
    assert (health.status_code, health.json()["status"]) == (503, "unavailable")
    page = web("GET", "/")
    assert page.status_code == 200
    assert "Gone." in page.text


def test_a_server_with_enough_to_do_says_come_again(runner: asyncio.Runner) -> None:
    response = _stubbed(runner, running=0, waiting=0).graphql("{ stats { held } }")
    assert (response.status_code, response.headers["retry-after"]) == (503, "1")
    assert response.json()["errors"][0]["extensions"]["code"] == "BUSY"


def test_an_operation_ends_at_its_time_limit(runner: asyncio.Runner) -> None:
    response = _stubbed(runner, wait=5, time_limit=0.05).graphql("{ stats { held } }")
    assert response.status_code == 503
    assert response.json()["errors"][0]["extensions"]["code"] == "TIMEOUT"


def test_what_fails_inside_is_masked(
    runner: asyncio.Runner, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    web = _stubbed(runner, error=ValueError("a secret"))
    with caplog.at_level(logging.ERROR, "mailuo.graphql"):
        inside = web.graphql("{ stats { held } }")
        monkeypatch.setattr("api.graphql.http.execute", lambda *_: 1 / 0)
        outside = web.graphql("{ stats { held } }")
    for response in (inside, outside):
        (error,) = response.json()["errors"]
        assert error["extensions"] == {"code": "INTERNAL", "requestId": response.headers["x-request-id"]}
        assert "secret" not in response.text
    assert (inside.status_code, outside.status_code) == (200, 500)
    assert "a secret" in caplog.text


def test_health(web: Web) -> None:
    response = web("GET", "/health")
    assert response.status_code == 200
    health = response.json()
    assert (health["status"], health["held"], health["engine"][:4]) == ("ok", 3, "5.26")


def test_the_start_page_shows_what_is_loaded_and_links_that_answer(web: Web) -> None:
    response = web("GET", "/")
    assert response.status_code == 200
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "关于扩大投资的实施方案" in response.text
    links = [part.partition('"')[0].replace("&amp;", "&") for part in response.text.split('href="/graphql')[1:]]
    assert len(links) == 4
    for link in links:
        answer = web("GET", f"/graphql{link}").json()
        assert "errors" not in answer
        assert None not in answer["data"].values()


def test_the_start_page_of_an_empty_graph(database: Database, reader: Neo4jReader, runner: asyncio.Runner) -> None:  # noqa: ARG001
    page = Web(runner, reader)("GET", "/").text
    assert "mailuo load PATH" in page


def test_the_start_page_shows_titles_as_text(web: Web, small: Database) -> None:
    small.write("CREATE (:Document {id: 'x', title: '<script>', held: true, issued_on: date('2030-01-01')})")
    page = web("GET", "/").text
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_schema_is_served(web: Web) -> None:
    assert web("GET", "/schema.graphql").text == printed()


def test_no_other_site_may_read_and_other_methods_are_refused(web: Web) -> None:
    response = web("POST", "/graphql", json={"query": "{ __typename }"}, headers={"origin": "http://elsewhere.test"})
    assert not [name for name in response.headers if name.startswith("access-control")]
    refused = web("OPTIONS", "/graphql")
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, POST")
    assert web("HEAD", "/graphql", params={"query": "{ __typename }"}).headers["etag"]
    assert web("DELETE", "/graphql").status_code == 405
    assert web("GET", "/nowhere").status_code == 404
    assert response.headers["x-content-type-options"] == "nosniff"


def test_each_request_leaves_one_line(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mailuo.access"):
        response = web.graphql("query Named { documents { totalCount } }", operationName="Named")
        web("GET", "/nowhere")
    lines = [json.loads(record.getMessage()) for record in caplog.records if record.name == "mailuo.access"]
    assert [line["status"] for line in lines] == [200, 404]
    assert lines[0] | {"ms": 0} == {
        "request": response.headers["x-request-id"],
        "method": "POST",
        "path": "/graphql",
        "status": 200,
        "bytes": len(response.content),
        "operation": "Named",
        "cost": 0,
        "errors": [],
        "ms": 0,
    }


def test_the_application_connects_at_its_start_and_closes_at_its_end(
    database: Database,  # noqa: ARG001
    runner: asyncio.Runner,
) -> None:
    async def life() -> list[str]:
        messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        await messages.put({"type": "lifespan.startup"})
        await messages.put({"type": "lifespan.shutdown"})
        sent = []

        async def send(message: Any) -> None:
            sent.append(message["type"])

        await application(reader)({"type": "lifespan", "asgi": {}, "state": {}}, messages.get, send)
        return sent

    reader = Neo4jReader()
    assert runner.run(life()) == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert reader._connection is None

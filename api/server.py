"""The web application: GraphQL at /graphql, a start page, the schema, and whether Neo4j answers."""

from __future__ import annotations

import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Mapping
from importlib.metadata import version

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import pages
from api.assets import Assets, asks_for_a_page
from api.graphql.http import Answer, Asked, RefusedError, Runner, read, refusal, response
from api.graphql.reader import Neo4jReader
from api.graphql.schema import printed

HEALTH = "{ stats { held engine version } }"

_access = logging.getLogger("mailuo.access")

_PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""The start page loads nothing, from here or elsewhere."""


def application(reader: Neo4jReader | None = None, *, runner: Runner | None = None) -> ASGIApp:
    """Return the application; it connects when it starts and closes its connections when it stops.

    Starting fails with MailuoError when there is no Neo4j.
    """
    reads = reader or Neo4jReader()
    server = _Server(runner or Runner(reads))

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await reads.open()
        try:
            yield
        finally:
            await reads.close()

    app = Starlette(
        routes=[
            Route("/", server.start_page, methods=["GET"]),
            Route("/graphql", server.graphql, methods=["GET", "POST"]),
            Route("/schema.graphql", _schema, methods=["GET"]),
            Route("/health", server.health, methods=["GET"]),
            *Assets().routes(),
        ],
        lifespan=lifespan,
    )
    return AccessLog(app)


class _Server:
    def __init__(self, runner: Runner) -> None:
        self._runner = runner

    async def graphql(self, request: Request) -> Response:
        """Answer one operation; a browser that asks nothing goes to GraphiQL."""
        if asks_for_a_page(request):
            return RedirectResponse("/graphiql", 303)
        accept = request.headers.get("accept", "")
        request_id = request.state.request_id
        try:
            asked = await read(request)
        except RefusedError as error:
            answer = refusal(error.status, str(error), error.code, request_id)
        else:
            request.state.log["operation"] = asked.operation
            answer = await self._runner.run(asked, request_id)
        request.state.log |= {"cost": answer.cost, "errors": answer.codes}
        return response(answer, accept)

    async def health(self, request: Request) -> Response:
        """Say whether Neo4j answers, with its version and how many documents are held; 503 when it does not."""
        answer = await self._ask(HEALTH, request)
        if answer.status != 200 or not answer.body.get("data"):
            body = {"status": "unavailable", "version": version("mailuo")}
            return _json(body, 503, {"retry-after": "5"})
        return _json({"status": "ok", **answer.body["data"]["stats"]}, 200, {})

    async def start_page(self, request: Request) -> Response:
        """Show what is loaded, examples, and where to go."""
        answer = await self._ask(pages.START, request)
        address = str(request.base_url).rstrip("/")
        page = pages.start(version("mailuo"), address, answer.body.get("data"))
        return HTMLResponse(page, headers={"content-security-policy": _PAGE_POLICY, "cache-control": "no-store"})

    async def _ask(self, query: str, request: Request) -> Answer:
        return await self._runner.run(Asked(query), request.state.request_id)


def _schema(_: Request) -> Response:
    return PlainTextResponse(printed())


def _json(body: Mapping[str, object], status: int, headers: dict[str, str]) -> Response:
    return Response(orjson.dumps(body), status, {"cache-control": "no-store", **headers}, "application/json")


class AccessLog:
    """Gives every request an id and writes one line of JSON about it when it is answered."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request; other scopes pass as they are."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        request_id = secrets.token_hex(8)
        log: dict[str, object] = {"request": request_id, "method": scope["method"], "path": scope["path"]}
        scope.setdefault("state", {}).update(request_id=request_id, log=log)
        log["status"], log["bytes"] = 500, 0

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                log["status"] = message["status"]
                message["headers"] = [
                    *message["headers"],
                    (b"x-request-id", request_id.encode()),
                    (b"x-content-type-options", b"nosniff"),
                ]
            else:
                log["bytes"] += len(message.get("body", b""))  # type: ignore[operator]
            await send(message)

        try:
            await self._app(scope, receive, sent)
        finally:
            log["ms"] = round((time.perf_counter() - began) * 1000, 1)
            _access.info(orjson.dumps(log).decode())

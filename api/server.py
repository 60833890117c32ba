"""The web application: GraphQL at /graphql, a start page, the schema, and whether Neo4j answers."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

import orjson
from brotli_asgi import BrotliMiddleware
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import pages
from api.assets import Assets, asks_for_a_page
from api.graphql.http import Answer, Asked, RefusedError, Runner, read, refusal, response
from api.graphql.reader import Neo4jReader
from api.graphql.schema import printed
from api.graphql.trusted import Trusted
from api.graphql.warming import warm
from api.tokens import TokenError, Tokens

CLIENT_GONE = "CLIENT_GONE"
"""What the log says of a request whose client did not wait for the answer, with the status 499."""
OPERATIONS = frozenset({"GET", "HEAD", "POST"})
"""The methods by which an operation can come; the web server sends no body in answer to HEAD."""
LOOK = 5.0
"""Seconds that Neo4j has to answer who asks for the server's health."""
PATIENCE = 0.1
"""Seconds after which a request looks whether its client is still there."""
HEALTH = "{ stats { held engine version } }"

_access = logging.getLogger("mailuo.access")

_PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""The start page loads nothing, from here or elsewhere."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a server is set up beyond its address.

    `tokens`: who may ask GraphQL (None: whoever reaches it). `origins`: sites whose pages may ask it (CORS).
    `developer`: answers show their statements and plans where a request asks for it. `warm`: the slowest questions are
    asked once when it starts.
    """

    tokens: Tokens | None = None
    trusted: Trusted = field(default_factory=Trusted)
    origins: tuple[str, ...] = ()
    developer: bool = False
    warm: bool = False


def application(
    reader: Neo4jReader | None = None, options: Options | None = None, *, runner: Runner | None = None
) -> ASGIApp:
    """Return the application; it connects when it starts and closes its connections when it stops.

    Starting fails with MailuoError when there is no Neo4j.
    """
    reads = reader or Neo4jReader()
    chosen = options or Options()
    server = _Server(runner or Runner(reads), chosen)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await reads.open()
        warming = asyncio.create_task(warm(reads)) if chosen.warm else None
        try:
            yield
        finally:
            if warming is not None:
                warming.cancel()
                await asyncio.gather(warming, return_exceptions=True)
            await reads.close()

    others = [_cross_origin(chosen.origins)] if chosen.origins else []
    compressed = Middleware(BrotliMiddleware, quality=4, minimum_size=1000)
    app = Starlette(
        routes=[
            Route("/", server.start_page, methods=["GET"]),
            Route("/graphql", _method_not_allowed, methods=["DELETE", "OPTIONS", "PATCH", "PUT"]),
            Route("/schema.graphql", _schema, methods=["GET"], middleware=[compressed]),
            Route("/health", server.health, methods=["GET"]),
            *Assets().routes(),
        ],
        middleware=others,
        lifespan=lifespan,
    )
    return AccessLog(_GraphQLFirst(_wrapped(server, [*others, compressed]), app))


def _wrapped(app: ASGIApp, middleware: Sequence[Middleware]) -> ASGIApp:
    for one in reversed(middleware):
        app = one.cls(app, *one.args, **one.kwargs)
    return app


class _GraphQLFirst:
    """Hands operations straight on: the way over Starlette's routes takes a tenth of a short answer's time."""

    def __init__(self, graphql: ASGIApp, app: ASGIApp) -> None:
        self._graphql = graphql
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request, or the application's life."""
        operation = scope["type"] == "http" and scope["path"] == "/graphql" and scope["method"] in OPERATIONS
        await (self._graphql if operation else self._app)(scope, receive, send)


def _cross_origin(origins: Sequence[str]) -> Middleware:
    return Middleware(
        CORSMiddleware,
        allow_origins=origins,
        allow_methods=["GET", "POST"],
        allow_headers=["*"],  # no cookie is ever read, so a header gives another site nothing
        expose_headers=["etag", "retry-after", "x-request-id"],
        max_age=600,
    )


class _Server:
    def __init__(self, runner: Runner, options: Options) -> None:
        self._runner = runner
        self._options = options
        self._looking = asyncio.Lock()
        self._looked = float("-inf")
        self._found: dict[str, Any] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one operation."""
        answer = await self.graphql(Request(scope, receive, send))
        await answer(scope, receive, send)

    async def graphql(self, request: Request) -> Response:
        """Answer one operation; a browser that asks nothing goes to GraphiQL."""
        if asks_for_a_page(request):
            return RedirectResponse("/graphiql", 303)
        request_id, log = request.state.request_id, request.state.log
        try:
            if self._options.tokens is not None:
                log["holder"] = self._options.tokens.admit(request.headers.get("authorization"))
            asked = await read(request, self._options.trusted, developer=self._options.developer)
        except (RefusedError, TokenError) as error:
            answer = refusal(error.status, str(error), error.code, request_id, error.headers)
        except ClientDisconnect:
            answer = Answer(499, {}, [CLIENT_GONE])
        else:
            log["operation"] = asked.operation
            answer = await _while_there(request, self._runner.run(asked, request_id))
        log |= {"cost": answer.cost, "errors": answer.codes}
        return response(answer, request)

    async def health(self, _: Request) -> Response:
        """Say whether Neo4j answers, with its version and how many documents are held; 503 when it does not."""
        async with self._looking:  # one look answers all who ask within a second
            if time.monotonic() - self._looked > 1:
                self._found = await self._runner.aside(HEALTH, LOOK)
                self._looked = time.monotonic()
        if self._found is None:
            return _json({"status": "unavailable", "version": version("mailuo")}, 503, {"retry-after": "5"})
        return _json({"status": "ok", **self._found["stats"]}, 200, {})

    async def start_page(self, request: Request) -> Response:
        """Show what is loaded, examples, and where to go."""
        address = str(request.base_url).rstrip("/")
        if self._options.tokens is None:
            answer = await self._runner.run(Asked(pages.START), request.state.request_id)
            data = answer.body.get("data")
            reason = " ".join(error["message"] for error in answer.body.get("errors", ()))
        else:
            data, reason = None, "This server answers who sends a token that it knows."
        page = pages.start(version("mailuo"), address, data, reason)
        return HTMLResponse(page, headers={"content-security-policy": _PAGE_POLICY, "cache-control": "no-store"})


async def _while_there(request: Request, running: Coroutine[Any, Any, Answer]) -> Answer:
    """Return an answer, or give it up when the client goes away: its statements end with it.

    The client is only looked at when the answer takes a while, since looking costs as much as a short answer.
    """
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None
    watching: list[asyncio.Task[None]] = []

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        task.cancel(CLIENT_GONE)

    timer = loop.call_later(PATIENCE, lambda: watching.append(loop.create_task(watch())))
    try:
        return await running
    except asyncio.CancelledError as cancelled:
        if cancelled.args != (CLIENT_GONE,):
            raise
        task.uncancel()
        return Answer(499, {}, [CLIENT_GONE])
    finally:
        timer.cancel()
        for one in watching:
            one.cancel()


def _method_not_allowed(_: Request) -> Response:
    return PlainTextResponse("Method Not Allowed", 405, {"allow": "GET, HEAD, POST"})


def _schema(_: Request) -> Response:
    return PlainTextResponse(printed(), headers={"cache-control": "no-cache"})


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

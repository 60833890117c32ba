"""GraphQL over HTTP: reads a request, runs its operation within limits, and writes the response.

Follows the GraphQL-over-HTTP draft: POST with JSON, GET with parameters of the address, and the media type
application/graphql-response+json for clients that ask for it, whose status then says whether the request was sound.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

import orjson
from starlette.requests import Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError

from api import conditional
from api.graphql.errors import BAD_REQUEST, UNAVAILABLE, RequestError, TimeLimitError, formatted
from api.graphql.execution import Context, Reader
from api.graphql.explain import explained
from api.graphql.schema import execute
from api.graphql.trusted import Trusted

MAX_BYTES = 100_000
"""Of a request's body; the longest operation that passes the other limits takes a tenth of it."""
MAX_RUNNING = 32
"""Operations at once."""
MAX_WAITING = 256
"""Operations that wait for their turn; further ones are told to come again."""
BODY_TIME = 10.0
"""Seconds that a request's body may take to come."""
TIME_LIMIT = 15.0
"""Seconds for an operation as a whole: above that of its statements, so that Neo4j ends them itself."""

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"

_log = logging.getLogger("mailuo.graphql")


class RefusedError(RequestError):
    """A request that is not one for GraphQL, with the HTTP status that says so."""

    headers: ClassVar[dict[str, str]] = {}

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks: an operation's text, its variables and, of several operations, the one to run.

    `explain`: the answer also says which statements answered, and how Neo4j plans them.
    """

    query: str
    variables: dict[str, Any] | None = None
    operation: str | None = None
    explain: bool = False


@dataclass(slots=True)
class Answer:
    """The response before it is written: its status, its body, and what the log says of it."""

    status: int
    body: dict[str, Any]
    codes: list[str] = field(default_factory=list)
    cost: int = 0
    headers: dict[str, str] = field(default_factory=dict)


class Runner:
    """Runs operations over one reader, a bounded number at once and a bounded number behind them."""

    def __init__(
        self,
        reader: Reader,
        *,
        time_limit: float = TIME_LIMIT,
        running: int = MAX_RUNNING,
        waiting: int = MAX_WAITING,
    ) -> None:
        self._reader = reader
        self._time_limit = time_limit
        self._most = running + waiting
        self._inside = 0
        self._turn = asyncio.Semaphore(running)

    async def run(self, asked: Asked, request_id: str) -> Answer:
        """Return the answer to an operation; whatever fails is in it, masked where the client has no part in it.

        Waiting for its turn counts in its time.
        """
        if self._inside >= self._most:
            return refusal(503, "The server has as much to do as it can; come again in a second.", "BUSY", request_id)
        self._inside += 1
        try:
            async with asyncio.timeout(self._time_limit), self._turn:
                return await self._run(asked, request_id)
        except TimeoutError:
            error = TimeLimitError("The operation took longer than its time limit; ask for less.")
            return refusal(503, str(error), error.code, request_id)
        except CannotGetOperationTypeError as error:
            return refusal(400, f"{error.as_http_error_reason()}.".replace("..", "."), BAD_REQUEST, request_id)
        except InvalidOperationTypeError:
            return refusal(400, "Nothing can be changed here: only queries are answered.", BAD_REQUEST, request_id)
        except Exception:
            _log.exception("request %s failed", request_id)
            message = f"The request failed for a reason inside the server; its log has it as {request_id}."
            return refusal(500, message, "INTERNAL", request_id)
        finally:
            self._inside -= 1

    async def aside(self, query: str, time_limit: float) -> dict[str, Any] | None:
        """Return the data of an operation of the server's own, which waits for no turn; None where there is none."""
        try:
            async with asyncio.timeout(time_limit):
                result = await execute(query, None, Context(reader=self._reader))
        except TimeoutError:
            return None
        return None if result.errors else result.data

    async def _run(self, asked: Asked, request_id: str) -> Answer:
        context = Context(reader=self._reader, request_id=request_id, statements=[] if asked.explain else None)
        result = await execute(asked.query, asked.variables, context, asked.operation)
        # What fails while a field is answered says where; what fails before has no place, and no data beside it.
        sound = result.data is not None or any(error.path for error in result.errors or ())
        body: dict[str, Any] = {"data": result.data} if sound else {}
        codes: list[str] = []
        if result.errors:
            errors = [formatted(error, request_id) for error in result.errors]
            codes = [error["extensions"]["code"] for error in errors]
            body["errors"] = errors
        body["extensions"] = {"cost": context.cost}
        if context.statements is not None:
            body["extensions"]["explain"] = [await explained(self._reader, query) for query in context.statements]
        status = 503 if UNAVAILABLE in codes else 200 if sound else 400
        return Answer(status, body, codes, context.cost)


def refusal(status: int, message: str, code: str, request_id: str, headers: dict[str, str] | None = None) -> Answer:
    """Return the answer of a request that no operation ran for."""
    error = {"message": message, "extensions": {"code": code, "requestId": request_id}}
    return Answer(status, {"errors": [error]}, [code], headers=headers or {})


async def read(request: Request, trusted: Trusted, *, developer: bool = False) -> Asked:
    """Return what a request asks; RefusedError where it is malformed, too large, not trusted or of another media."""
    if request.method != "POST":
        given: Any = dict(request.query_params)
        variables = given.get("variables")
        if variables:
            given["variables"] = _json(variables.encode())
    else:
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media != JSON:
            raise RefusedError(415, f"The body has to be {JSON}.")
        given = _json(await _body(request))
    explain = request.query_params.get("explain") in {"1", "true"}
    if explain and not developer:
        raise RefusedError(400, "explain is answered in the developer mode alone (mailuo serve --developer).")
    return replace(_asked(given, trusted), explain=explain)


def response(answer: Answer, request: Request) -> Response:
    """Write an answer in the media type that the client takes; a GET whose answer the client has needs no body."""
    strict = GRAPHQL in request.headers.get("accept", "")
    # Clients of the older media type read the body only when the status is 200, so a sound HTTP request keeps it.
    status = 200 if answer.status == 400 and not strict and answer.codes != [RefusedError.code] else answer.status
    headers = {"cache-control": "no-store", **answer.headers}
    if status == 503:
        headers["retry-after"] = "1" if "BUSY" in answer.codes else "5"
    media = GRAPHQL if strict else JSON
    written = orjson.dumps(answer.body)
    if request.method != "POST" and status == 200:
        tag = f'"{hashlib.blake2b(written, digest_size=12).hexdigest()}"'
        headers |= {"cache-control": "no-cache", "etag": tag, "vary": "Accept"}
        if conditional.has(tag, request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
    return Response(written, status, headers, f"{media}; charset=utf-8")


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_TIME):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BYTES:
                    raise RefusedError(413, f"The body has more than {MAX_BYTES} bytes.")
    except TimeoutError:
        raise RefusedError(408, f"The body did not come within {BODY_TIME:.0f} seconds.") from None
    return bytes(body)


def _json(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise RefusedError(400, "What was sent is not JSON.") from None


def _asked(given: Any, trusted: Trusted) -> Asked:
    if not isinstance(given, dict):
        raise RefusedError(400, "A request is one object with a query; lists of operations are not taken.")
    variables, name = given.get("variables") or None, given.get("operationName") or None
    if variables is not None and not isinstance(variables, dict):
        raise RefusedError(400, "variables is an object.")
    if name is not None and not isinstance(name, str):
        raise RefusedError(400, "operationName is a text.")
    return Asked(_document(given, trusted), variables, name)


def _document(given: dict[str, Any], trusted: Trusted) -> str:
    """Return the text of the document that a request has or names."""
    query, identifier = given.get("query"), given.get("documentId")
    if isinstance(query, str) and query.strip():
        if not trusted.allows(query):
            raise RefusedError(400, "This server answers only the documents of its manifest.")
        return query
    if not isinstance(identifier, str) or not identifier:
        raise RefusedError(400, "The request has no query.")
    known = trusted.text(identifier)
    if known is None:
        raise RefusedError(400, "No document of the manifest has this documentId.")
    return known

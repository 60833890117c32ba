"""GraphQL over HTTP: reads a request, runs its operation within limits, and writes the response.

Follows the GraphQL-over-HTTP draft: POST with JSON, GET with parameters of the address, and the media type
application/graphql-response+json for clients that ask for it, whose status then says whether the request was sound.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from api.graphql.errors import BAD_REQUEST, UNAVAILABLE, RequestError, TimeLimitError, formatted
from api.graphql.execution import Context, Reader
from api.graphql.schema import schema

MAX_BYTES = 100_000
"""Of a request's body; the longest operation that passes the other limits takes a tenth of it."""
MAX_RUNNING = 64
"""Operations at once; further ones are told to come again."""
TIME_LIMIT = 15.0
"""Seconds for an operation as a whole: above that of its statements, so that Neo4j ends them itself."""

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"

_log = logging.getLogger("mailuo.graphql")


class RefusedError(RequestError):
    """A request that is not one for GraphQL, with the HTTP status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks: an operation's text, its variables and, of several operations, the one to run."""

    query: str
    variables: dict[str, Any] | None = None
    operation: str | None = None


@dataclass(slots=True)
class Answer:
    """The response before it is written: its status, its body, and what the log says of it."""

    status: int
    body: dict[str, Any]
    codes: list[str] = field(default_factory=list)
    cost: int = 0


class Runner:
    """Runs operations over one reader, a bounded number at once."""

    def __init__(self, reader: Reader, *, time_limit: float = TIME_LIMIT, most: int = MAX_RUNNING) -> None:
        self._reader = reader
        self._time_limit = time_limit
        self._most = most
        self._running = 0

    async def run(self, asked: Asked, request_id: str) -> Answer:
        """Return the answer to an operation; whatever fails is in it, masked where the client has no part in it."""
        if self._running >= self._most:
            return refusal(503, "The server has as much to do as it can; come again in a second.", "BUSY", request_id)
        self._running += 1
        try:
            async with asyncio.timeout(self._time_limit):
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
            self._running -= 1

    async def _run(self, asked: Asked, request_id: str) -> Answer:
        context = Context(reader=self._reader, request_id=request_id)
        result = await schema().execute(
            asked.query,
            variable_values=asked.variables,
            context_value=context,
            operation_name=asked.operation,
            allowed_operation_types={OperationType.QUERY},
        )
        # What fails while a field is answered says where; what fails before has no place, and no data beside it.
        sound = result.data is not None or any(error.path for error in result.errors or ())
        body: dict[str, Any] = {"data": result.data} if sound else {}
        codes: list[str] = []
        if result.errors:
            errors = [formatted(error, request_id) for error in result.errors]
            codes = [error["extensions"]["code"] for error in errors]
            body["errors"] = errors
        body["extensions"] = {"cost": context.cost}
        status = 503 if UNAVAILABLE in codes else 200 if sound else 400
        return Answer(status, body, codes, context.cost)


def refusal(status: int, message: str, code: str, request_id: str) -> Answer:
    """Return the answer of a request that no operation ran for."""
    error = {"message": message, "extensions": {"code": code, "requestId": request_id}}
    return Answer(status, {"errors": [error]}, [code])


async def read(request: Request) -> Asked:
    """Return what a request asks; RefusedError where it is malformed, too large or of another media type."""
    if request.method == "GET":
        given: Any = dict(request.query_params)
        variables = given.get("variables")
        if variables:
            given["variables"] = _json(variables.encode())
    else:
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media != JSON:
            raise RefusedError(415, f"The body has to be {JSON}.")
        given = _json(await _body(request))
    return _asked(given)


def response(answer: Answer, accept: str) -> Response:
    """Write an answer in the media type that the client takes."""
    strict = GRAPHQL in accept
    # Clients of the older media type read the body only when the status is 200, so a sound HTTP request keeps it.
    status = 200 if answer.status == 400 and not strict and answer.codes != [RefusedError.code] else answer.status
    headers = {"cache-control": "no-store"}
    if status == 503:
        headers["retry-after"] = "1" if "BUSY" in answer.codes else "5"
    media = GRAPHQL if strict else JSON
    return Response(orjson.dumps(answer.body), status, headers, f"{media}; charset=utf-8")


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise RefusedError(413, f"The body has more than {MAX_BYTES} bytes.")
    return bytes(body)


def _json(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        raise RefusedError(400, "What was sent is not JSON.") from None


def _asked(given: Any) -> Asked:
    if not isinstance(given, dict):
        raise RefusedError(400, "A request is one object with a query; lists of operations are not taken.")
    query, variables, name = given.get("query"), given.get("variables") or None, given.get("operationName") or None
    if not isinstance(query, str) or not query.strip():
        raise RefusedError(400, "The request has no query.")
    if variables is not None and not isinstance(variables, dict):
        raise RefusedError(400, "variables is an object.")
    if name is not None and not isinstance(name, str):
        raise RefusedError(400, "operationName is a text.")
    return Asked(query, variables, name)

"""The errors that a GraphQL client sees, each with a code; everything else is masked behind a request id."""

from __future__ import annotations

import logging

import strawberry
from graphql import GraphQLError
from graphql.error import GraphQLFormattedError
from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired, TransientError

from graph.session import not_set_up
from loaders.errors import MailuoError

_log = logging.getLogger("mailuo.graphql")

UNAVAILABLE = "ENGINE_UNAVAILABLE"
BAD_REQUEST = "BAD_REQUEST"


class RequestError(Exception):
    """What the client got wrong or what cannot be answered now; ``code`` goes into the error's extensions."""

    code = "BAD_INPUT"


class CursorError(RequestError):
    """A cursor that is damaged or belongs to another list or order."""

    code = "BAD_CURSOR"


class CostError(RequestError):
    """A request that asks for more than one answer may hold."""

    code = "TOO_MUCH"


class NotFoundError(RequestError):
    """Nothing is known under the id that a field needs."""

    code = "NOT_FOUND"


class EngineError(RequestError):
    """Neo4j does not answer."""

    code = UNAVAILABLE


class TimeLimitError(RequestError):
    """The operation ran into its time limit."""

    code = "TIMEOUT"


def from_neo4j(error: Neo4jError | DriverError | OSError) -> Exception:
    """Return the typed error of a failure of the driver, or the failure itself where there is none."""
    if isinstance(error, (ServiceUnavailable, SessionExpired, OSError)):
        return EngineError("The graph database does not answer; it is being started again.")
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if isinstance(error, (ClientError, TransientError)) and "TransactionTimedOut" in code:
        return TimeLimitError("The operation took longer than its time limit; ask for less.")
    if "MemoryPoolOutOfMemory" in code or "TransactionOutOfMemory" in code:
        return CostError("The operation needs more memory than it may have; ask for less.")
    if code.startswith("Neo.TransientError.General.DatabaseUnavailable"):
        return EngineError("The graph database is not available at the moment.")
    if not_set_up(error):
        return EngineError("The graph database holds nothing: no document was ever loaded into it.")
    return error


def formatted(error: GraphQLError, request_id: str) -> GraphQLFormattedError:
    """Return the error as the response carries it; an unforeseen one is logged whole and shown as its request id."""
    origin = error.original_error
    while isinstance(origin, GraphQLError) and origin.original_error is not None:
        origin = origin.original_error
    body = error.formatted
    if origin is None or isinstance(origin, GraphQLError):
        code = BAD_REQUEST
    elif isinstance(origin, RequestError):
        code = origin.code
    elif isinstance(origin, MailuoError):
        code = "BAD_INPUT" if origin.exit_code == 2 else UNAVAILABLE
    elif isinstance(origin, ValueError) and not error.path:
        # A literal that Python cannot read: a number of more than 4,300 digits.
        code, body["message"] = BAD_REQUEST, "The operation holds a value that cannot be read."
    else:
        _log.error("request %s failed", request_id, exc_info=origin)
        code = "INTERNAL"
        body["message"] = f"The request failed for a reason inside the server; its log has it as {request_id}."
    body["extensions"] = {"code": code, "requestId": request_id}
    return body


class Schema(strawberry.Schema):
    """A schema that leaves logging to `formatted`, which knows the request id."""

    def process_errors(
        self,
        errors: list[GraphQLError],
        execution_context: strawberry.types.ExecutionContext | None = None,
    ) -> None:
        """Log nothing here."""

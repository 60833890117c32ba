"""``mailuo serve`` and ``mailuo schema``: the web application, and the schema that it answers."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from loaders.errors import MailuoError

HOST = "127.0.0.1"
PORT = 8000
GRACE = 10
"""Seconds that requests under way have when the server is told to stop."""


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("serve")(serve)
    app.command("schema")(schema)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; the default is for this machine alone.")] = HOST,
    port: Annotated[int, typer.Option(help="The port to listen on; 0: a free one.", min=0, max=65535)] = PORT,
) -> None:
    """Serve the GraphQL interface and the start page until it is stopped (Ctrl+C)."""
    import contextlib
    import logging

    from graph.session import connect

    with _listening(host, port) as listening, contextlib.suppress(KeyboardInterrupt):
        connect().close()  # so that a missing Neo4j is said in a sentence
        logging.basicConfig(format="%(message)s", level=logging.INFO)
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
        _run(listening)


def schema() -> None:
    """Print the GraphQL schema."""
    from api.graphql.schema import printed

    print(printed(), end="")


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise MailuoError(f"{host} is not an address of this machine.", f"--host {HOST} is.", 2) from error
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()
    except OSError as error:
        listening.close()
        raise MailuoError(
            f"Port {port} on {host} cannot be listened on: {error.strerror}.", "Give another one with --port."
        ) from error
    return listening


def _run(listening: socket.socket) -> None:
    import uvicorn

    from api.server import application

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Say the address once requests are answered."""
            await super().startup(sockets)
            if self.started:
                host, port = listening.getsockname()[:2]
                shown = f"[{host}]" if ":" in host else host
                print(f"mailuo answers on http://{shown}:{port}/ (Ctrl+C stops it)", flush=True)

    config = uvicorn.Config(
        application(), log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=GRACE
    )
    server = Server(config)
    server.run(sockets=[listening])
    if not server.started:
        raise MailuoError("The server could not be started.", "What it printed above says why.")

"""``mailuo serve`` and ``mailuo schema``: the web application, and the schema that it answers."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from loaders.errors import MailuoError

if TYPE_CHECKING:
    from api.server import Options

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
    tokens: Annotated[
        Path | None, typer.Option(help="Answer only who sends a token of this CSV file: name,token,requests a minute.")
    ] = None,
    manifest: Annotated[
        Path | None, typer.Option(help="Documents that may be asked for by their SHA-256 (JSON, as graphql-codegen's).")
    ] = None,
    trusted_only: Annotated[
        bool, typer.Option("--trusted-only", help="Answer only the documents of the manifest.")
    ] = False,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(help="A site whose pages may ask (CORS), such as https://example.org; repeatable."),
    ] = None,
    developer: Annotated[
        bool, typer.Option("--developer", help="Show statements and plans to requests with ?explain=1.")
    ] = False,
) -> None:
    """Serve the GraphQL interface and the web pages until it is stopped (Ctrl+C)."""
    import contextlib
    import logging

    from api.graphql.trusted import Trusted, read_trusted
    from api.server import Options
    from api.tokens import read_tokens
    from graph.session import connect

    if trusted_only and manifest is None:
        raise MailuoError("--trusted-only needs the documents that are trusted.", "Give them with --manifest FILE.", 2)
    options = Options(
        tokens=read_tokens(tokens) if tokens else None,
        trusted=read_trusted(manifest, only=trusted_only) if manifest else Trusted(),
        origins=tuple(allow_origin or ()),
        developer=developer,
        warm=True,
    )
    with _listening(host, port) as listening, contextlib.suppress(KeyboardInterrupt):
        connect().close()  # so that a missing Neo4j is said in a sentence
        logging.basicConfig(format="%(message)s", level=logging.INFO)
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
        _run(listening, options)


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


def _run(listening: socket.socket, options: Options) -> None:
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
        application(options=options),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    server = Server(config)
    server.run(sockets=[listening])
    if not server.started:
        raise MailuoError("The server could not be started.", "What it printed above says why.")

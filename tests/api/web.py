"""What asks the web application without a network."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from api.graphql.http import Runner
from api.graphql.reader import Neo4jReader
from api.server import Options, application


class Web:
    """Sends requests to the application, all in one event loop."""

    def __init__(
        self,
        runner: asyncio.Runner,
        reader: Neo4jReader,
        operations: Runner | None = None,
        options: Options | None = None,
    ) -> None:
        self.runner = runner
        # A busy machine may take its time; the limits have tests of their own.
        self.app = application(reader, options, runner=operations or Runner(reader, time_limit=120))

    def __call__(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Return the response to one request."""

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://mailuo.test") as client:
                return await client.request(method, path, **options)

        return self.runner.run(send())

    def graphql(self, query: str, **options: Any) -> httpx.Response:
        """Return the response to one operation, sent as JSON."""
        return self("POST", "/graphql", json={"query": query, **options})

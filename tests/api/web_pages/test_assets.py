"""The routes of the built pages: what is served, how it is kept, and that no other file can be reached."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from api.assets import POLICY, Assets
from api.graphql.reader import Neo4jReader
from tests.api.web import Web

SCRIPT = b"console.log('\xe8\x84\x89\xe7\xbb\x9c');"


class Site:
    """The pages of a folder."""

    def __init__(self, runner: asyncio.Runner, folder: Path) -> None:
        self._runner = runner
        self._app = Starlette(routes=Assets(folder).routes())

    def __call__(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        """Return the response to one request, which takes no compressed body unless it says so."""
        named = {"accept-encoding": "identity"} | {name.replace("_", "-"): value for name, value in headers.items()}

        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://mailuo.test") as client:
                return await client.request(method, path, headers=named)

        return self._runner.run(send())


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build as Vite leaves it, beside a file that is none of its."""
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", "utf8")
    (dist / "read.html").write_text("<!doctype html><title>read</title>", "utf8")
    (dist / "assets" / "read-1a2b.js").write_bytes(SCRIPT)
    (dist / "assets" / "read-1a2b.js.gz").write_bytes(gzip.compress(SCRIPT))
    (dist / "assets" / "read-1a2b.js.br").write_bytes(b"brotli")
    (dist / "assets" / "licenses.txt").write_text("MIT", "utf8")
    (dist / "assets" / "read-1a2b.js.map").write_text("{}", "utf8")
    return dist


@pytest.fixture
def site(runner: asyncio.Runner, folder: Path) -> Site:
    return Site(runner, folder)


def test_a_page_is_asked_for_each_time_and_loads_from_here_alone(site: Site) -> None:
    response = site("/read")
    assert (response.status_code, response.text) == (200, "<!doctype html><title>read</title>")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["content-security-policy"] == POLICY
    assert "default-src 'none'; script-src 'self'; style-src 'self';" in POLICY
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_a_file_with_a_hash_in_its_name_is_kept_for_good_the_licences_are_not(site: Site) -> None:
    response = site("/assets/read-1a2b.js")
    assert (response.status_code, response.content) == (200, SCRIPT)
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert site("/assets/licenses.txt").headers["cache-control"] == "no-cache"
    assert site("/assets/read-1a2b.js", method="HEAD").headers["content-length"] == str(len(SCRIPT))


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5, br;q=0", "gzip"),
        ("br;q=0.000, gzip; q=1.0", "gzip"),
        ("br;q=0,gzip;q=0", None),
        ("identity", None),
        ("zstd", None),
    ],
)
def test_the_copy_is_one_that_the_client_takes(site: Site, accepted: str, encoding: str | None) -> None:
    async def raw() -> tuple[httpx.Headers, bytes]:
        transport = httpx.ASGITransport(site._app)
        async with (
            httpx.AsyncClient(transport=transport, base_url="http://mailuo.test") as client,
            client.stream("GET", "/assets/read-1a2b.js", headers={"accept-encoding": accepted}) as response,
        ):
            return response.headers, b"".join([part async for part in response.aiter_raw()])

    headers, body = site._runner.run(raw())
    assert headers.get("content-encoding") == encoding
    assert headers["vary"] == "accept-encoding"
    assert body == {"br": b"brotli", "gzip": gzip.compress(SCRIPT), None: SCRIPT}[encoding] or encoding == "gzip"
    assert encoding != "gzip" or gzip.decompress(body) == SCRIPT


def test_what_the_client_has_is_not_sent_again(site: Site) -> None:
    tag = site("/read").headers["etag"]
    for known in (tag, f'"other", W/{tag}', "*"):
        again = site("/read", if_none_match=known)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert site("/read", if_none_match='"other"').status_code == 200
    # A compressed copy is another representation, with a tag of its own.
    assert site("/assets/read-1a2b.js", accept_encoding="gzip", if_none_match="none").headers["etag"] != tag


@pytest.mark.parametrize(
    "path",
    [
        "/assets/nothing.js",
        "/assets/",
        "/assets/../read.html",
        "/assets/..%2fread.html",
        "/assets/../../secret.txt",
        "/assets/%2e%2e/%2e%2e/secret.txt",
        "/assets/..%5c..%5csecret.txt",
        "/assets//etc/passwd",
        "/assets/%2fetc%2fpasswd",
        "/assets/read-1a2b.js%00.txt",
        "/assets/read-1a2b.js.gz",
        "/assets/read-1a2b.js.map",
        "/read.html",
        "/read/",
    ],
)
def test_no_other_file_is_served(site: Site, path: str) -> None:
    response = site(path)
    assert response.status_code in {307, 404}
    assert "secret" not in response.text
    assert site("/assets/read-1a2b.js", method="POST").status_code == 405


def test_pages_that_are_not_built_say_how_to_build_them(runner: asyncio.Runner, tmp_path: Path) -> None:
    site = Site(runner, tmp_path / "nothing")
    for page in ("/graphiql", "/read?document=1", "/search?q=1"):
        response = site(page)
        assert response.status_code == 404
        assert "make web" in response.text
    assert site("/assets/licenses.txt").status_code == 404


def test_a_browser_at_the_endpoint_is_sent_to_graphiql(runner: asyncio.Runner) -> None:
    web = Web(runner, Neo4jReader())
    browser = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    response = web("GET", "/graphql", headers=browser)
    assert (response.status_code, response.headers["location"]) == (303, "/graphiql")
    query = {"query": "{ __typename }"}
    assert web("GET", "/graphql", headers=browser, params=query).json()["data"] == {"__typename": "Query"}
    assert web("GET", "/graphql", headers={"accept": "*/*"}).status_code == 400
    assert web("POST", "/graphql", headers=browser, json=query).status_code == 200

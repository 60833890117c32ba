"""The built web pages: GraphiQL, reading and search, with the files that they load.

`make web` builds them into api/web/dist. They load nothing from another host, and without them GraphQL answers as ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api import conditional

PAGES = ("graphiql", "read", "search")
ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""The compressed copies that the build writes, the smaller first."""
MEDIA = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_MISSING = """<!doctype html><html lang="en"><meta charset="utf-8"><title>mailuo 脉络</title>
<h1>This page is not built 页面尚未构建</h1>
<p>Run <code>make web</code> in the checkout and start the server again.
在源码目录运行 <code>make web</code>，然后重启服务。</p>
<p>GraphQL answers all the same: <a href="/">start page 首页</a>.</p></html>
"""


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the build: its bytes by content encoding, "" being as it is."""

    media: str
    bodies: dict[str, bytes]
    tag: str
    hashed: bool


class Assets:
    """Answers with the files that stood in a folder when the server started; no address reaches any other file."""

    def __init__(self, folder: Traversable | None = None) -> None:
        self._files = dict(_read(folder or files("api") / "web" / "dist"))

    def routes(self) -> list[Route]:
        """Return the pages' routes and that of what they load."""
        pages = [Route(f"/{name}", self.page, methods=["GET"]) for name in PAGES]
        return [*pages, Route("/assets/{name:path}", self.asset, methods=["GET"])]

    async def page(self, request: Request) -> Response:
        """Answer with a page, or say how it is built."""
        found = self._files.get(f"{request.url.path.strip('/')}.html")
        if found is None:
            return HTMLResponse(_MISSING, 404, {"cache-control": "no-store", "content-security-policy": POLICY})
        return _response(found, request)

    async def asset(self, request: Request) -> Response:
        """Answer with a file that a page loads."""
        found = self._files.get(f"assets/{request.path_params['name']}")
        return Response("Not found.", 404, media_type="text/plain") if found is None else _response(found, request)


def asks_for_a_page(request: Request) -> bool:
    """Whether a browser was pointed at the endpoint, with nothing to answer."""
    return (
        request.method == "GET"
        and "text/html" in request.headers.get("accept", "")
        and not {"query", "documentId"} & set(request.query_params)
    )


def _read(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, _File]]:
    if not folder.is_dir():
        return
    entries = {entry.name: entry for entry in folder.iterdir()}
    for name, entry in sorted(entries.items()):
        media = MEDIA.get(name[name.rfind(".") :])
        if entry.is_dir():
            yield from _read(entry, f"{prefix}{name}/")
        elif media is not None:
            body = entry.read_bytes()
            copies = {
                encoding: entries[name + ending].read_bytes()
                for encoding, ending in ENCODINGS.items()
                if name + ending in entries
            }
            hashed = media != MEDIA[".html"] and media != MEDIA[".txt"]
            yield prefix + name, _File(media, {**copies, "": body}, hashlib.sha256(body).hexdigest()[:20], hashed)


def _response(file: _File, request: Request) -> Response:
    taken = _taken(request.headers.get("accept-encoding", ""))
    encoding = next(name for name in file.bodies if not name or name in taken)
    tag = f'"{file.tag}{encoding and "-" + encoding}"'
    headers = {
        "cache-control": "public, max-age=31536000, immutable" if file.hashed else "no-cache",
        "content-security-policy": POLICY,
        "referrer-policy": "same-origin",
        "etag": tag,
        "vary": "accept-encoding",
    }
    if conditional.has(tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    if encoding:
        headers["content-encoding"] = encoding
    return Response(file.bodies[encoding], headers={**headers, "content-type": file.media})


def _taken(accepted: str) -> set[str]:
    """Return the encodings that a client takes; one with q=0 it refuses."""
    taken = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.replace(" ", "").partition(";q=")
        if not weight or weight.strip("0."):
            taken.add(name)
    return taken

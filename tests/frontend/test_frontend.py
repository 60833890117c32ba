"""A frontend of its own: types generated from the committed schema, a strict check, a build, a trace on the screen."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.session import Database
from tests.browser import WAIT
from tests.samples import LOWER, UPPER, load_samples
from tests.served import node, serving, tab

HERE = Path(__file__).parent
SCHEMA = HERE.parents[1] / "schema.graphql"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with what it needs, and its types generated."""
    folder = tmp_path_factory.mktemp("frontend") / "package"
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("node_modules", "dist", "*.py", "__pycache__"))
    shutil.copy(SCHEMA, folder)
    installed = node("ci", "--ignore-scripts", "--fetch-retries=1", program="npm", folder=folder)
    if installed.returncode != 0:
        pytest.skip(f"npm's packages cannot be had here: {installed.stderr.strip().splitlines()[-1:]}")
    _npm(folder, "types")
    return folder


def _npm(folder: Path, script: str) -> str:
    done = node("run", "--silent", script, program="npm", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_passes_the_strict_check(package: Path) -> None:
    assert _npm(package, "check") == ""


@pytest.mark.parametrize(
    ("right", "wrong", "complaint"),
    [
        (
            "document.docNumber ?? document.title",
            "document.number ?? document.title",
            "Property 'number' does not exist",
        ),
        ("document.docNumber ?? document.title", "document.docNumber", "'string | null' is not assignable"),
        ("FindDocument, { number }", "FindDocument, { title: number }", "'title' does not exist"),
    ],
)
def test_a_wrong_field_does_not_pass_the_check(package: Path, right: str, wrong: str, complaint: str) -> None:
    source = package / "src" / "main.ts"
    text = source.read_text("utf8")
    assert right in text
    source.write_text(text.replace(right, wrong), "utf8")
    try:
        done = node("run", "--silent", "check", program="npm", folder=package)
    finally:
        source.write_text(text, "utf8")
    assert done.returncode != 0
    assert complaint in done.stdout


def test_an_operation_that_the_schema_does_not_know_has_no_types(package: Path) -> None:
    source = package / "src" / "wrong.graphql"
    source.write_text("query Wrong { stats { holding } }", "utf8")
    try:
        done = node("run", "--silent", "types", program="npm", folder=package)
    finally:
        source.unlink()
    assert done.returncode != 0
    assert 'Cannot query field "holding" on type "Stats"' in done.stdout + done.stderr


@contextlib.contextmanager
def _previewed(package: Path, mailuo: str) -> Iterator[str]:
    """Serve the built frontend, which passes /graphql on to mailuo; CORS is off there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = [
        shutil.which("node", path=path) or "node",
        "node_modules/vite/bin/vite.js",
        "preview",
        "--port",
        str(port),
    ]
    environment = {**os.environ, "PATH": path, "MAILUO": mailuo}
    with subprocess.Popen(
        command, cwd=package, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            end = time.monotonic() + WAIT
            while time.monotonic() < end and running.poll() is None:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(running.pid, 15)  # Node's wheel starts it through Python


@pytest.mark.neo4j
def test_it_draws_a_trace_of_a_running_mailuo(package: Path, engine: Database) -> None:
    _npm(package, "build")
    load_samples(engine)
    with serving() as mailuo, _previewed(package, mailuo) as address, tab() as page:
        page.open(f"{address}/?number={UPPER}")
        page.wait("document.querySelector('svg')")
        shown = page.run("[...document.querySelectorAll('.document text')].map((text) => text.textContent)")
        assert {UPPER, LOWER, "国办发〔2022〕901号", "浙政发〔2022〕907号"} <= set(shown)
        relations = page.run("[...document.querySelectorAll('.relation title')].map((one) => one.textContent)")
        assert any(one.startswith("IMPLEMENTS: ") and UPPER in one for one in relations)
        assert [one for one in page.requests if not one.startswith((f"{address}/", "data:"))] == []
        assert page.complaints == []

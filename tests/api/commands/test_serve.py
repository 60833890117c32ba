"""``mailuo serve`` in a process of its own, and ``mailuo schema``."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from api.cli import app
from api.graphql.schema import printed
from graph.session import Database


@pytest.fixture
def process(engine: Database) -> Iterator[subprocess.Popen[str]]:  # noqa: ARG001
    """A serving program, told to stop at the end."""
    running = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield running
    running.kill()
    running.communicate()


@pytest.mark.neo4j
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_says_its_address_answers_and_stops_when_told(process: subprocess.Popen[str], stop: signal.Signals) -> None:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("mailuo answers on http://127.0.0.1:")
    address = line.split()[3]
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
        assert client.post("/graphql", json={"query": "{ __typename }"}).json()["data"] == {"__typename": "Query"}
        assert client.get("/health").json()["status"] == "ok"
        assert "server" not in client.get("/schema.graphql").headers
    process.send_signal(stop)
    _, errors = process.communicate(timeout=60)
    assert process.returncode in {0, -stop}
    assert "Traceback" not in errors
    assert '"path":"/health"' in errors


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["serve", "--port", str(port)])
    assert result.exit_code == 3
    assert result.stderr.splitlines() == [
        f"Port {port} on 127.0.0.1 cannot be listened on: {os.strerror(98)}.",
        "Give another one with --port.",
    ]


def test_an_address_of_no_machine_is_wrong_use() -> None:
    result = CliRunner().invoke(app, ["serve", "--host", "nowhere.invalid"])
    assert result.exit_code == 2
    assert "nowhere.invalid is not an address of this machine." in result.stderr


def test_a_missing_neo4j_is_said_before_anything_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    result = CliRunner().invoke(app, ["serve", "--port", "0"])
    assert result.exit_code == 3
    assert "cannot be reached" in result.stderr


def test_the_schema_is_printed() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert (result.exit_code, result.stdout) == (0, printed())


def test_trusted_documents_need_a_manifest() -> None:
    result = CliRunner().invoke(app, ["serve", "--trusted-only", "--port", "0"])
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "--trusted-only needs the documents that are trusted.",
        "Give them with --manifest FILE.",
    ]


@pytest.mark.parametrize(("option", "sentence"), [("--tokens", "has no token."), ("--manifest", "cannot be read as")])
def test_a_file_that_is_not_what_it_should_be_is_named(tmp_path: Path, option: str, sentence: str) -> None:
    file = tmp_path / "given"
    file.write_text("", "utf8")
    result = CliRunner().invoke(app, ["serve", option, str(file), "--port", "0"])
    assert result.exit_code == 2
    assert f"{file} {sentence}" in result.stderr


@pytest.mark.neo4j
def test_the_options_reach_the_server(engine: Database, tmp_path: Path) -> None:  # noqa: ARG001
    tokens = tmp_path / "tokens.csv"
    tokens.write_text("wang,0123456789abcdef\n", "utf8")
    options = ["--tokens", str(tokens), "--developer", "--allow-origin", "https://there.test"]
    with subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", "--port", "0", *options], stdout=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stdout is not None
            address = running.stdout.readline().split()[3]
            with httpx.Client(base_url=address, trust_env=False, timeout=60) as client:
                body = {"query": "{ stats { held } }"}
                assert client.post("/graphql", json=body).status_code == 401
                headers = {"authorization": "Bearer 0123456789abcdef", "origin": "https://there.test"}
                answer = client.post("/graphql?explain=1", json=body, headers=headers)
            assert answer.json()["extensions"]["explain"][0]["plan"]
            assert answer.headers["access-control-allow-origin"] == "https://there.test"
        finally:
            running.kill()

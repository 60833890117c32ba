from __future__ import annotations

import errno
import hashlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests

from graph import jars
from graph.jars import Jar
from loaders.errors import MailuoError

CONTENTS = {f"part-{number}": f"jar {number} ".encode() * 30_000 for number in range(4)}


def jar(artifact: str, content: bytes) -> Jar:
    return Jar("org.example.parts", artifact, "1.0", "", len(content), hashlib.sha256(content).hexdigest())


@dataclass
class Registry:
    """A registry on this machine whose faults can be set: what it cuts off, sends wrongly, refuses or cannot resume."""

    address: str = ""
    cut: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)
    refused: dict[str, int] = field(default_factory=dict)
    ranges: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    state = Registry()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            artifact = self.path.split("/")[-3]
            wanted = self.headers.get("Range")
            state.asked.append((artifact, wanted))
            if artifact in state.refused:
                self.send_error(state.refused[artifact])
                return
            content = b"something else" if artifact in state.wrong else CONTENTS[artifact]
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and state.ranges else 0
            body = content[start:]
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if artifact in state.cut:
                state.cut.discard(artifact)
                body = body[: len(body) // 2]
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setenv("MAILUO_CACHE", str(tmp_path))
    monkeypatch.setattr(jars, "registries", lambda: [state.address])
    monkeypatch.setattr(jars, "locked", lambda: ("9.9", tuple(jar(*item) for item in CONTENTS.items())))
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


def test_all_jars_come_and_are_verified(registry: Registry, capsys: pytest.CaptureFixture[str]) -> None:
    paths = jars.install()
    assert [path.read_bytes() for path in paths] == list(CONTENTS.values())
    assert "Fetching Neo4j 9.9: 4 jars" in capsys.readouterr().err


def test_what_is_there_is_not_asked_for_again(registry: Registry) -> None:
    jars.install()
    registry.asked.clear()
    jars.install()
    assert registry.asked == []


def test_browser_s_jar_comes_only_when_it_is_wanted(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jars, "BROWSER", "part-3")
    assert len(jars.install()) == 3
    assert {artifact for artifact, _ in registry.asked} == {"part-0", "part-1", "part-2"}
    registry.asked.clear()
    assert jars.install(browser=True)[3].read_bytes() == CONTENTS["part-3"]
    assert {artifact for artifact, _ in registry.asked} == {"part-3"}


def test_a_damaged_jar_is_fetched_again_alone(registry: Registry) -> None:
    damaged = jars.install()[2]
    damaged.write_bytes(b"x" * len(CONTENTS["part-2"]))
    registry.asked.clear()
    jars.install()
    assert damaged.read_bytes() == CONTENTS["part-2"]
    assert {artifact for artifact, _ in registry.asked} == {"part-2"}


def test_a_transfer_that_was_cut_off_goes_on_where_it_stopped(registry: Registry) -> None:
    registry.cut.add("part-1")
    assert jars.install()[1].read_bytes() == CONTENTS["part-1"]
    received = len(CONTENTS["part-1"]) // 2 // jars.CHUNK * jars.CHUNK
    assert ("part-1", f"bytes={received}-") in registry.asked


def test_a_registry_without_ranges_sends_the_whole_again(registry: Registry) -> None:
    registry.cut.add("part-1")
    registry.ranges = False
    assert jars.install()[1].read_bytes() == CONTENTS["part-1"]


def test_a_part_file_that_is_whole_is_only_verified(registry: Registry) -> None:
    first = jars.install()[0]
    first.rename(first.with_name(f"{first.name}.part"))
    registry.asked.clear()
    assert jars.install()[0].read_bytes() == CONTENTS["part-0"]
    assert registry.asked == []


@pytest.mark.parametrize(
    ("fault", "reason"), [("wrong", "its sha256 differs"), (404, "answered 404"), (503, "answered 503")]
)
def test_a_jar_that_cannot_be_had_is_named_with_its_reason(
    registry: Registry, fault: str | int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jars, "ATTEMPTS", 2)
    if isinstance(fault, int):
        registry.refused["part-3"] = fault
    else:
        registry.wrong.add("part-3")
    with pytest.raises(MailuoError, match=reason) as caught:
        jars.install()
    assert "part-3-1.0.jar" in caught.value.sentence
    assert caught.value.exit_code == 3


def test_no_registry_at_all_is_one_sentence_with_the_next_step(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jars, "ATTEMPTS", 1)
    monkeypatch.setattr(jars, "registries", lambda: ["http://127.0.0.1:9"])
    with pytest.raises(MailuoError, match="cannot be reached") as caught:
        jars.install()
    assert "what has come is kept" in caught.value.advice


def test_too_little_room_is_said_before_anything_is_fetched(
    registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 1 << 20

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage)
    with pytest.raises(MailuoError, match="no room for Neo4j"):
        jars.install()
    assert registry.asked == []


@pytest.mark.parametrize(("code", "sentence"), [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "cannot be kept")])
def test_storage_that_fails_is_one_sentence(
    registry: Registry, code: int, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(jars, "_missing", fail)
    with pytest.raises(MailuoError, match=sentence):
        jars.install()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (requests.Timeout(), "did not answer"),
        (requests.exceptions.ChunkedEncodingError(), "ended the transfer"),
        (requests.exceptions.SSLError(), "shows a certificate that is not trusted"),
        (requests.ConnectionError(), "cannot be reached"),
    ],
)
def test_the_reason_names_the_host(error: requests.RequestException, words: str) -> None:
    assert jars._reason(error, "https://maven.example/repo").startswith(f"maven.example {words}")


def test_a_classifier_stands_in_the_jars_name() -> None:
    native = Jar("io.netty", "epoll", "4.1", "linux-x86_64", 1, "")
    assert native.path == "io/netty/epoll/4.1/epoll-4.1-linux-x86_64.jar"


def test_the_lock_holds_a_neo4j_of_the_long_term_series() -> None:
    version, locked = jars.locked()
    assert version.startswith("5.26.")
    assert any(entry.artifact == "neo4j" and entry.version == version for entry in locked)
    assert all(len(entry.sha256) == 64 and entry.size > 0 for entry in locked)


def test_registries_are_those_of_jgos_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    from jgo.config import GlobalSettings

    class Settings:
        repositories = {"mirror": "https://mirror.example/maven/"}

    monkeypatch.setattr(GlobalSettings, "load", lambda: Settings)
    assert jars.registries() == ["https://mirror.example/maven"]
    Settings.repositories = {}
    assert len(jars.registries()) >= 1


def test_the_lock_has_browser_s_jar() -> None:
    assert [jar.group for jar in jars.locked()[1] if jar.artifact == jars.BROWSER] == ["org.neo4j.client"]

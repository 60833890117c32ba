from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.commands import demo, serve
from graph import server
from graph.session import Database
from tests.samples import LOWER, UPPER


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MAILUO_HOME", str(tmp_path))
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")  # nothing is there: the demo must not look
    yield tmp_path
    server.stop()


@pytest.mark.neo4j
def test_the_demo_shows_the_trace_a_measure_and_then_serves(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = CliRunner(env={"COLUMNS": "112"}).invoke(app, ["demo", "--once"])
    assert once.exit_code == 0, once.stderr
    for text in (
        "9 documents held",
        f"$ mailuo trace {LOWER} --up", f"IMPLEMENTS  {UPPER}", "为深入贯彻落实", "preamble, page 1",
        "lead: 省政务办", "deadline: ", f"export MAILUO_HOME={own_home / 'demo'}\n",
    ):  # fmt: skip
        assert text in once.stdout, text
    served: list[tuple[str, int]] = []
    monkeypatch.setattr(serve, "serve", lambda host, port: served.append((host, port)))
    monkeypatch.setenv("MAILUO_HOME", str(own_home))
    again = CliRunner().invoke(app, ["demo", "--port", "0"])
    assert (again.exit_code, served) == (0, [(serve.HOST, 0)])


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["demo", "--once", "--corpus", str(tmp_path / "none")])
    assert result.exit_code == 3
    assert "none: there is no such file or folder." in result.stderr


def test_every_corpus_has_a_data_folder_of_its_own(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes = set()
    for corpus in (None, Path("a"), Path("b")):
        monkeypatch.setenv("MAILUO_HOME", str(own_home))
        homes.add(demo._own_home(corpus))
    assert len(homes) == 3
    assert {home.parent for home in homes} == {own_home}


def test_a_demo_is_never_put_into_another(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_HOME", str(own_home))
    first = demo._own_home(None)  # which MAILUO_HOME is from here on, as the demo's last lines ask for
    assert demo._own_home(None) == first == own_home / "demo"
    assert demo._own_home(Path("a")).parent == own_home
    assert demo.folder() == first


def test_a_person_s_folder_called_demo_gets_no_samples(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_HOME", str(own_home / "demo"))
    assert demo._own_home(None) == own_home / "demo" / "demo"


@pytest.mark.neo4j
def test_of_real_documents_one_that_carries_out_another_is_shown(database: Database) -> None:
    assert demo._document(database) is None
    database.write(
        """
        CREATE (:Document {id: '乙', held: true})-[:HAS_PROVISION]->(:Provision {path: 'preamble', text: '落实《甲》'
          , start: 0, position: 0})-[:MAKES]->(:Citation {relation: 'implements', quote: '《甲》', start: 2})
          -[:TARGETS]->(:Document {id: '甲', held: true})
        """
    )
    assert demo._document(database) == "乙"

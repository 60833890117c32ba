"""What every test may ask for: the real compilation where it is at hand, and the real Neo4j that mailuo runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, LiteralString

import pytest

from graph import runtime, schema, server
from graph.session import Database, connect


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that have long tests, so that none is left for last."""
    files = {item.path for item in items if item.get_closest_marker("long")}
    items.sort(key=lambda item: item.path not in files)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the compilation and the reference, beside the checkout or where MAILUO_SHARED says."""
    folder = Path(os.environ.get("MAILUO_SHARED") or Path(__file__).parents[2] / "shared")
    if not (folder / "corpus" / "policy-compilation-2022.txt").is_file():
        pytest.skip(f"the compilation is not at hand: {folder} has no corpus (MAILUO_SHARED names another folder)")
    return folder


@pytest.fixture(scope="session", autouse=True)
def mailuo_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder for the tests alone; the jars come from the user's cache."""
    before = {name: os.environ.get(name) for name in ("MAILUO_HOME", "NEO4J_URI", "MAILUO_JAVA_OPTIONS")}
    home = tmp_path_factory.mktemp("home")
    os.environ["MAILUO_HOME"] = str(home)
    # The servers of the tests live for minutes: the quick compiler alone, which takes half the processor's time.
    os.environ.setdefault("MAILUO_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
    os.environ.pop("NEO4J_URI", None)
    yield home
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@pytest.fixture(scope="session", autouse=True)
def lasting_plans() -> Iterator[None]:
    """Let the Neo4j that a test process starts keep its plans.

    It makes new ones when a graph has grown or shrunk, after ten seconds at the earliest: in tests, which empty and
    fill a small one all the time, that is a sixth of their time.
    """
    usual = runtime.settings

    def settings(*arguments: Any, **named: Any) -> dict[str, str]:
        return usual(*arguments, **named) | {"dbms.cypher.min_replan_interval": "1h"}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runtime, "settings", settings)
        yield


@pytest.fixture(scope="session")
def engine(mailuo_home: Path, lasting_plans: None) -> Iterator[Database]:
    """The Neo4j of the tests' data folder, started once and stopped at the end."""
    database = connect()
    yield database
    database.close()
    os.environ["MAILUO_HOME"] = str(mailuo_home)
    server.stop()


@pytest.fixture
def ready(engine: Database) -> Database:
    """The running Neo4j set up for documents, constraints, indexes and regions, and without any of them."""
    _empty(engine, "MATCH (n) WHERE NOT n:Region AND NOT n:Meta AND NOT n:Lock")
    schema.ensure(engine)
    return engine


@pytest.fixture
def database(engine: Database) -> Iterator[Database]:
    """The running Neo4j without any data; the schema's constraints and indexes stay.

    It is emptied after the test too: not every later one begins with an empty graph.
    """
    _empty(engine, "MATCH (n)")
    yield engine
    _empty(engine, "MATCH (n)")


def _empty(engine: Database, nodes: LiteralString) -> None:
    with engine.session("WRITE") as session:
        session.run(nodes + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()

"""Hostile Cypher at both doors: nothing is changed, nothing outside is read, and nothing outlives its limits."""

from __future__ import annotations

import csv
import os
import re
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.digest import digest
from graph.own import GRACE, PATIENCE
from graph.session import Database, connect

pytestmark = pytest.mark.neo4j
SECRET = "canary-7c1f0e"
SECONDS = 1.0
ROWS = 20
TABLE = Path(__file__).parents[2] / "graph" / "hostile_cypher.csv"


@dataclass
class Outside:
    """What must not be read: a file, and an address that notes who comes."""

    file: Path
    port: int
    visits: list[Any] = field(default_factory=list)


def _statements() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    file = tmp_path_factory.mktemp("outside") / "canary.csv"
    file.write_text(f"{SECRET}\n", "utf8")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        found = Outside(file, listener.getsockname()[1])

        def listen() -> None:
            while True:
                try:
                    connection, visitor = listener.accept()
                except OSError:
                    return
                found.visits.append(visitor)
                connection.close()

        threading.Thread(target=listen, daemon=True).start()
        yield found
        listener.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def before(engine: Database) -> tuple[str, list[dict[str, Any]]]:
    """The graph with its schema and users before anything hostile was asked: each document cites each other one."""
    engine.write("MATCH (n) DETACH DELETE n")
    engine.write(
        "UNWIND range(1, 12) AS n CREATE (:Document {id: toString(n), text: 'a' + toString(n), year: 2000 + n})"
    )
    engine.write("MATCH (a:Document), (b:Document) WHERE a.id <> b.id CREATE (a)-[:REFERS_TO {citations: 1}]->(b)")
    return _state(engine)


def _state(database: Database) -> tuple[str, list[dict[str, Any]]]:
    rest = (
        "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships",
        "CALL db.labels() YIELD label RETURN label ORDER BY label",
        "CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type",
        "SHOW INDEXES YIELD name RETURN name ORDER BY name",
        "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name",
        "SHOW USERS YIELD user RETURN user ORDER BY user",
        "SHOW DATABASES YIELD name, currentStatus RETURN name, currentStatus ORDER BY name",
    )
    return digest(database), [row for cypher in rest for row in database.read(cypher)]


def test_there_are_enough_of_them_and_each_is_another_one() -> None:
    rows = _statements()
    assert len({row["statement"] for row in rows}) == len(rows) > 200


EVERY = 1 if os.environ.get("MAILUO_LONG") else 12
"""``make test-hostile`` asks every statement, the suite one of twelve."""


@pytest.mark.parametrize("row", _statements()[::EVERY], ids=lambda row: row["statement"][:60])
def test_it_changes_nothing_reads_nothing_outside_and_ends(
    engine: Database, before: tuple[str, list[dict[str, Any]]], outside: Outside, row: Mapping[str, str]
) -> None:
    statement, parameter = (
        row[name].replace("%CANARY%", str(outside.file)).replace("%PORT%", str(outside.port))
        for name in ("statement", "parameter")
    )
    start = time.monotonic()
    words = ["--file", "-", *(["-p", parameter] if parameter else [])]
    asked = CliRunner().invoke(app, ["query", *words, "--timeout", str(SECONDS), "--limit", str(ROWS)], input=statement)
    key, _, value = parameter.partition("=")
    typed = (f":param {key} {value}\n" if parameter else "") + f"{statement}\n\nRETURN 'goes on' AS shell;\n"
    shell = CliRunner().invoke(app, ["shell", "--timeout", str(SECONDS), "--limit", str(ROWS)], input=typed)
    took = time.monotonic() - start
    if row["answer"] == "rows":
        assert asked.exit_code == 0, asked.stderr
        assert "\n" + str(ROWS) + " rows" in shell.stderr or re.search(r"^1 row", shell.stderr)
    else:
        assert re.search(row["answer"], asked.stderr), asked.stderr
        assert asked.exit_code in (2, 3)
        if not statement.startswith(":"):
            assert re.search(row["answer"], shell.stderr), shell.stderr
    assert "Set MAILUO_DEBUG" not in asked.stderr + shell.stderr
    assert '"shell": "goes on"' in shell.stdout
    assert SECRET not in asked.output + shell.output
    assert outside.visits == []
    assert took < 2 * (SECONDS + GRACE + PATIENCE)
    assert _state(engine) == before
    with connect(start=False) as database:
        others = database.read("SHOW TRANSACTIONS YIELD metaData WHERE metaData.mailuo IS NOT NULL RETURN 1 AS one")
    assert others == []

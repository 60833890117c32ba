"""Puts the synthetic graph into a Neo4j of mailuo's own: by neo4j-admin into an empty folder, or in batches of Cypher.

A folder with a graph of the same size, seed and generator is used again as it is.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from graph import jars, ports, runtime, server
from graph.home import home
from graph.schema import STATEMENTS, ensure
from graph.session import Database, connect
from graph.statements import statement
from tests.bench.graphql.synthetic import Synthetic
from tests.bench.graphql.tables import EDGES, NODES, Row, cell

STAMP = "synthetic.txt"
BATCH = 2000
PATIENCE = 3600
"""Seconds that the indexes of a large graph may take."""
Say = Callable[[str], None]


@contextmanager
def at(folder: Path) -> Iterator[None]:
    """Let mailuo's data folder be this one, with its own Neo4j, for a while."""
    before = {name: os.environ.get(name) for name in ("MAILUO_HOME", "NEO4J_URI")}
    os.environ["MAILUO_HOME"] = str(folder)
    os.environ.pop("NEO4J_URI", None)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def timed(say: Say, what: str) -> Iterator[None]:
    """Say how long a step took."""
    began = time.perf_counter()
    yield
    say(f"{what}: {time.perf_counter() - began:.1f} s")


def prepare(graph: Synthetic, folder: Path, say: Say = print) -> None:
    """Make the graph in a data folder unless it is there, indexes and all; its Neo4j runs afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / STAMP
    with at(folder):
        if stamp.exists() and stamp.read_text("utf8") == graph.key:
            say(f"{graph.key}: kept from an earlier run")
        else:
            stamp.unlink(missing_ok=True)
            server.reset()
            _import(graph, folder / "csv", say)
            stamp.write_text(graph.key, "utf8")
        with timed(say, "Neo4j started"):
            connect().close()
        # Of a graph that was kept too: mailuo may have got an index since.
        with connect() as database, timed(say, "constraints, indexes and full text"):
            set_up(database)


def set_up(database: Database) -> None:
    """Make mailuo's constraints and indexes and wait for them, however long; then what else a database needs."""
    for name in STATEMENTS:
        for command in statement(name).text.split(";\n"):
            with database.session("WRITE") as session:
                session.run(command).consume()
    with database.session("WRITE") as session:
        session.run("CALL db.awaitIndexes($seconds)", seconds=PATIENCE).consume()
    ensure(database)


def _import(graph: Synthetic, folder: Path, say: Say) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        with timed(say, f"{graph.key}: written as CSV"):
            written = write(graph.rows(), folder)
        with timed(say, f"{sum(written.values()):,} nodes and relationships imported"):
            _admin(folder, written)
    finally:
        shutil.rmtree(folder)


def write(rows: Iterable[tuple[str, Row]], folder: Path) -> dict[str, int]:
    """Write a file of CSV a table, headed as neo4j-admin wants it; return how many rows each has."""
    counts = dict.fromkeys((*NODES, *EDGES), 0)
    with ExitStack() as files:
        writers = {}
        for name in counts:
            file = files.enter_context(
                (folder / f"{name}.csv").open("w", encoding="utf8", newline="", buffering=1 << 20)
            )
            writers[name] = csv.writer(file, lineterminator="\n").writerow
            writers[name](_head(name))
        for name, row in rows:
            counts[name] += 1
            writers[name](map(cell, row))
    return counts


def _head(name: str) -> list[str]:
    if nodes := NODES.get(name):
        key = [f"{nodes.key}:ID({nodes.labels[0]})"]
        return key + [f"{column}:{type_}" for column, type_ in nodes.columns.items()]
    edges = EDGES[name]
    ends = [f":START_ID({edges.start})", f":END_ID({edges.end})"]
    return ends + [f"{column}:{type_}" for column, type_ in edges.columns.items()]


def _admin(folder: Path, written: dict[str, int]) -> None:
    neo4j = home() / "neo4j"
    class_path = jars.install()
    runtime.configure(neo4j, ports.FIRST_BOLT, ports.FIRST_HTTP, class_path)
    tables = [f"--nodes={':'.join(nodes.labels)}={folder / name}.csv" for name, nodes in NODES.items() if written[name]]
    tables += [f"--relationships={edges.type}={folder / name}.csv" for name, edges in EDGES.items() if written[name]]
    report = folder / "import.report"
    command = [runtime.java(), "-Xmx2g", *runtime.OPENED, "-cp", os.pathsep.join(map(str, class_path)), runtime.ADMIN]
    command += ["database", "import", "full", "neo4j", *tables, "--multiline-fields=true", f"--report-file={report}"]
    environment = os.environ | {"NEO4J_HOME": str(neo4j), "NEO4J_CONF": str(neo4j / "conf")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"neo4j-admin refused the import:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def fill(database: Database, rows: Iterable[tuple[str, Row]]) -> None:
    """Write a small graph into a database with mailuo's schema, nodes first, in batches."""
    tables: dict[str, list[Row]] = {}
    for name, row in rows:
        tables.setdefault(name, []).append(row)
    for name in sorted(tables, key=lambda name: name not in NODES):
        for start in range(0, len(tables[name]), BATCH):
            _batch(database, name, tables[name][start : start + BATCH])


def _batch(database: Database, name: str, rows: list[Row]) -> None:
    if nodes := NODES.get(name):
        keys = (nodes.key, *nodes.columns)
        maps = [dict(zip(keys, row, strict=True)) for row in rows]
        cypher = (
            f"UNWIND $rows AS row MERGE (n:{nodes.labels[0]} {{{nodes.key}: row.{nodes.key}}}) "
            f"SET n:{':'.join(nodes.labels)}, n += row"
        )
    else:
        edges = EDGES[name]
        maps = [
            {"start": row[0], "end": row[1], "properties": dict(zip(edges.columns, row[2:], strict=True))}
            for row in rows
        ]
        end = NODES[edges.end.lower()].key if edges.end.lower() in NODES else "id"
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{edges.start} {{id: row.start}}), (b:{edges.end} {{{end}: row.end}}) "
            f"CREATE (a)-[r:{edges.type}]->(b) SET r = row.properties"
        )
    database.write(cypher, rows=maps)

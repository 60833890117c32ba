"""The sample corpus in the tests' Neo4j, loaded anew only where another test has put something else there."""

from __future__ import annotations

from pathlib import Path

import loaders
from graph import schema
from graph.load import load
from graph.session import Database

FOLDER = Path(loaders.__file__).parent / "samples"
LOWER = "苏政发〔2022〕71号"
UPPER = "国发〔2022〕5号"
HELD = 9


def load_samples(engine: Database) -> Database:
    held = engine.read(
        "MATCH (d:Document {held: true}) RETURN count(d) AS n, all(x IN collect(d.sample) WHERE x) AS own"
    )
    if held != [{"n": HELD, "own": True}]:
        # Regions of the registry stay; those that another test made up have no name.
        engine.write(
            "MATCH (n) WHERE NOT (n:Region AND n.name IS NOT NULL) AND NOT n:Meta AND NOT n:Lock DETACH DELETE n"
        )
        schema.ensure(engine)
        report = load(engine, sorted(FOLDER.glob("*.txt")))
        assert report.held == HELD
    return engine

"""Aligning a large graph: ``python -m tests.bench.align [DOCUMENTS…]`` (left out: 500 and 2,000 of them).

The measures of a synthetic graph are aligned all at once, as a new version of the aligner does it; then those of ten
documents one after the other, as if each had just been loaded. Its texts, which repeat a few sentences a topic, are
written anew first: each measure speaks of two of the sixty things of its document's topic, and in passing of two of
its own.
"""

from __future__ import annotations

import csv
import functools
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from graph import server
from graph.alignment.align import AlignReport, align
from graph.alignment.weights import TABLE
from graph.session import Database, connect
from graph.tokens import tokens
from tests.bench.graphql import store, vocabulary
from tests.bench.graphql.synthetic import Synthetic

SIZES = (500, 2_000)
ALONE = 10
FORGET = """MATCH (document:Document {held: true})
WHERE document.aligned IS NOT NULL AND ($ids IS NULL OR document.id IN $ids)
CALL (document) { SET document.aligned = NULL } IN TRANSACTIONS OF 1000 ROWS"""
DROP = """MATCH (:Measure)-[edge:ALIGNED_WITH|NEAREST_TO]->(:Measure)
CALL (edge) { DELETE edge } IN TRANSACTIONS OF 5000 ROWS"""
MEASURES = """MATCH (document:Document {held: true})-[:HAS_PROVISION]->(measure:Measure)
RETURN document.title AS title, measure.id AS id ORDER BY id"""
WRITE = """UNWIND $rows AS row MATCH (measure:Provision {id: row.id})
SET measure.text = row.text, measure.heading = row.heading, measure.tokens = row.tokens, measure.start = 0,
  measure.end = size(row.text), measure.organisational = false"""
AWAIT = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"
THINGS_OF_TOPIC = 60
COUNT = """MATCH (document:Document {held: true}) WHERE document.level IS NOT NULL
RETURN count(*) AS documents, sum(COUNT { (document)-[:HAS_PROVISION]->(:Measure) }) AS measures"""
SOME = "MATCH (document:Document {held: true}) WHERE document.level IS NOT NULL RETURN document.id AS id ORDER BY id"


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            home = Path(name) / str(size)
            store.prepare(Synthetic(size), home)
            with store.at(home):
                try:
                    with connect() as database:
                        rewrite(database)
                        for line in measured(database):
                            print(line, flush=True)
                finally:
                    server.stop()


def rewrite(database: Database, seed: int = 1) -> None:
    """Give every measure a text of its own, the same for the same seed."""
    chance = random.Random(seed)
    rows = [_written(chance, row["id"], row["title"]) for row in database.read(MEASURES)]
    for at in range(0, len(rows), 2000):
        database.write(WRITE, rows=rows[at : at + 2000])
    database.read(AWAIT)


@functools.cache
def nouns() -> list[str]:
    """The words of two characters that the aligner's table of weights has."""
    with TABLE.open(encoding="utf8", newline="") as file:
        found = (row["value"] for row in csv.DictReader(file) if row["kind"] == "word")
        return sorted(word for word in found if len(word) == 2)


@functools.cache
def things(topic: str) -> list[str]:
    """What the documents of a topic speak of: two words each."""
    chance = random.Random(topic)
    return ["".join(chance.sample(nouns(), 2)) for _ in range(THINGS_OF_TOPIC)]


def _written(chance: random.Random, measure: str, title: str) -> dict[str, str]:
    topic = next(name for name in vocabulary.topics() if name in title)
    one, other = chance.sample(things(topic), 2)
    verbs = chance.choices(vocabulary.VERBS, k=4)
    heading = f"{verbs[0]}{one}"
    aside = ["".join(chance.sample(nouns(), 2)) for _ in range(2)]
    text = f"{heading}。{verbs[1]}{other}，{verbs[2]}{aside[0]}。{verbs[3]}{aside[1]}。"
    return {"id": measure, "heading": heading, "text": text, "tokens": tokens(text)}


def measured(database: Database) -> Iterator[str]:
    """What aligning everything takes, and then one document."""
    with database.session("WRITE") as session:
        session.run(DROP).consume()
        session.run(FORGET, ids=None).consume()
    count = database.read(COUNT)[0]
    seconds, report = _timed(database)
    if report.documents != count["documents"]:
        raise RuntimeError(f"{report.documents} of {count['documents']} documents were aligned")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield (
        f"{count['documents']:,} documents, {count['measures']:,} measures: {seconds:.0f} s, "
        f"{1000 * seconds / count['measures']:.1f} ms a measure; {report.alignments:,} alignments, "
        f"{report.nearest:,} nearest; {used:,.0f} MB of memory at most"
    )
    ids = [row["id"] for row in database.read(SOME)]
    taken = []
    for one in ids[:: max(1, len(ids) // ALONE)]:
        with database.session("WRITE") as session:
            session.run(FORGET, ids=[one]).consume()
        seconds, again = _timed(database)
        if again.documents != 1:
            raise RuntimeError(f"{again.documents} documents were aligned instead of {one}")
        taken.append(seconds)
    yield f"one document more: {median(taken):.2f} s (median of {len(taken)}, at most {max(taken):.2f} s)"


def _timed(database: Database) -> tuple[float, AlignReport]:
    began = time.perf_counter()
    report = align(database)
    return time.perf_counter() - began, report


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))

"""How long aligning takes: ``python -m tests.bench.align [MEASURES…]``, 100,000 measures unless said otherwise.

Documents are generated, each about a few objects of policy, and written to a Neo4j of the bench's own; then all of them
are aligned, and one more document beside them. Printed: seconds, alignments, and the memory of this process.
"""

from __future__ import annotations

import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import Any

import psutil

from graph import schema, server
from graph.alignment.align import align
from graph.alignment.tables import rows
from graph.session import Database, connect
from graph.statements import statement
from graph.tokens import tokens

EACH = 20
"""Measures a document."""
WRITE = """
UNWIND $documents AS row
CREATE (document:Document {id: row.id, held: true, level: row.level, issued_on: date(row.day), title: row.id})
WITH document, row
MATCH (region:Region {id: row.region})
CREATE (document)-[:APPLIES_TO]->(region)
WITH document, row
UNWIND row.measures AS one
CREATE (document)-[:HAS_PROVISION]->(measure:Provision:Measure {id: row.id + '#' + one.path})
SET measure += one
"""
LEVELS = (*("central",) * 1, *("ministry",) * 4, *("province",) * 5, *("province_dept",) * 10)


def documents(number: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """Documents of EACH measures; their texts are of our tables' words."""
    chance = random.Random(seed)
    things = [row["words"].split() for row in rows("objects")]
    doings = [word for row in rows("actions") for word in row["words"].split()]
    fill = (
        "企业",
        "地区",
        "机制",
        "服务",
        "平台",
        "标准",
        "项目",
        "体系",
        "能力",
        "范围",
        "环节",
        "资源",
        "需求",
        "质量",
    )
    for at in range(number):
        topics = chance.sample(things, 9)
        measures = []
        start = 0
        for place in range(EACH):
            topic, other = chance.sample(topics, 2)
            sentences = [
                f"{chance.choice(doings)}{chance.choice(chance.choice((topic, other)))}{chance.choice(fill)}，"
                f"{chance.choice(doings)}{chance.choice(fill)}{chance.choice(fill)}，完善{chance.choice(topic)}{chance.choice(fill)}"
                for _ in range(4)
            ]
            text = "。".join(sentences) + "。"
            heading = sentences[0].partition("，")[0]
            measures.append(
                {
                    "path": str(place),
                    "text": text,
                    "start": start,
                    "heading": heading,
                    "position": place,
                    "tokens": tokens(text),
                }
            )
            start += len(text)
        level = LEVELS[at % len(LEVELS)]
        region = "100000" if level in ("central", "ministry") else "320000"
        day = f"{2015 + at % 9}-{1 + at % 12:02}-01"
        yield {"id": f"bench{at}", "level": level, "day": day, "region": region, "measures": measures}


def written(database: Database, number: int) -> None:
    """Write that many documents more than there are."""
    there = database.read("MATCH (d:Document) RETURN count(d) AS n")[0]["n"]
    source = itertools.islice(documents(there + number), there, None)
    while batch := list(itertools.islice(source, 100)):
        with database.session("WRITE") as session:
            session.run(WRITE, documents=batch).consume()
    database.read(statement("load/await_search").text)


def main() -> None:
    """Align ever more measures, and then one document more."""
    steps = [int(text) for text in sys.argv[1:]] or [100_000]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["MAILUO_HOME"] = home
        try:
            with connect() as database:
                schema.ensure(database)
                there = 0
                for measures in steps:
                    written(database, measures // EACH - there)
                    there = measures // EACH
                    _time(database, f"{measures:,} measures")
                written(database, 1)
                _time(database, f"one document of {EACH} measures more")
        finally:
            server.stop()


def _time(database: Database, what: str) -> None:
    began = time.monotonic()
    report = align(database)
    took = time.monotonic() - began
    memory = psutil.Process().memory_info().rss / 1e6
    print(
        f"{what}: {report.documents:,} documents in {took:.1f} s, {report.alignments:,} alignments, {memory:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()

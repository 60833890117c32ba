"""What a database needs before documents come: constraints, indexes, the regions, and the model's version."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import loaders
from graph.session import Database, writer_lock
from graph.statements import statement
from graph.tokens import tokens
from graph.transaction import Tx, run
from graph.version import MODEL
from loaders import regions
from loaders.errors import MailuoError

LOCK = "schema/lock"
STATEMENTS = ("schema/constraints", "schema/indexes", "schema/fulltext")
AWAIT_SECONDS = 300


def ensure(database: Database, meanwhile: Callable[[], None] = lambda: None) -> bool:
    """Set the database up where it is not, and say whether anything was done; one read when it is.

    ``meanwhile`` is run beside the set-up, and not at all where there is none. MailuoError when the graph was written
    by another version of the model.
    """
    setup = _setup()
    if _found(database) == setup:
        return False
    # The words of thousands of regions, and jieba's dictionary, are made ready while Neo4j makes its indexes.
    with ThreadPoolExecutor(1) as pool, database.session("WRITE") as session:
        regions_ = pool.submit(_rows)
        other_work = pool.submit(meanwhile)
        session.execute_write(_commands, LOCK)
        # One load sets up while the others wait for the lock; the commands cannot stand in a transaction that writes.
        with session.begin_transaction() as transaction, database.session("WRITE") as other:
            writer_lock(transaction)
            before = _found(database)
            if before == setup:
                return False
            other.execute_write(_commands, *STATEMENTS)
            other.execute_read(run, "schema/await", seconds=AWAIT_SECONDS)
            _seed(transaction, setup, regions_.result(), anew=before is not None)
            transaction.commit()
        other_work.result()
    return True


def check(database: Database) -> None:
    """Refuse a graph of another version of the model; a database without any is none."""
    _found(database)


def _found(database: Database) -> str | None:
    rows = database.read(statement("schema/model").text)
    if not rows:
        return None
    if rows[0]["version"] != MODEL:
        raise MailuoError(
            f"The graph was written by version {rows[0]['version']} of the model, this mailuo has version {MODEL}.",
            "Empty it (`mailuo db reset`; on a server of your own take an empty database), then load the files again.",
        )
    return str(rows[0]["setup"])


def _commands(transaction: Tx, *names: str) -> None:
    for name in names:
        for command in statement(name).text.split(";\n"):
            transaction.run(command).consume()


@functools.cache
def _setup() -> str:
    """A digest of the statements and of the tables of regions, so that either's change sets an old graph up anew."""
    digest = hashlib.sha256()
    for name in STATEMENTS:
        digest.update(statement(name).text.encode())
    for file in sorted((Path(loaders.__file__).parent / "registries").glob("regions*.csv")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _seed(transaction: Tx, setup: str, rows: list[dict[str, Any]], *, anew: bool) -> None:
    if anew:
        run(transaction, "schema/drop_regions", ids=[row["id"] for row in rows])
    run(transaction, "schema/regions", regions=rows)
    run(transaction, "schema/region_edges", memberships=_memberships(), successions=_successions())
    run(transaction, "schema/stamp", version=MODEL, setup=setup)


def _rows() -> list[dict[str, Any]]:
    return [
        {
            "id": place.id,
            "code": None if place.macro else place.id,
            "name": place.name,
            "level": place.level,
            "macro": place.macro,
            "from": regions.term(place.id).first,
            "to": regions.term(place.id).last,
            "tokens": tokens(place.name),
        }
        for place in regions.all_places()
    ]


def _memberships() -> list[dict[str, Any]]:
    return [{"child": child, "parent": parent} for child, parent in regions.memberships()]


def _successions() -> list[dict[str, Any]]:
    return [{"before": before, "after": after, "year": year} for before, after, year in regions.successions()]

"""Keep what people correct, bring the graph to it, and take it back; no reload undoes a correction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from graph import schema, sources
from graph.alignment.align import align
from graph.alignment.said import BETWEEN, Pair, check, halves
from graph.corrections import MOVING, REMOVED, Correction, Kind, checked
from graph.load import relink
from graph.session import Database, writer_lock
from graph.statements import statement
from graph.transaction import Tx, run
from loaders.departments import resolve
from loaders.errors import MailuoError
from loaders.keys import titles_match

_EDGES = ("!responsible!", "!names!")
"""What the ids of facts that are edges have behind the id of their provision."""
_NONE: Mapping[Kind, str] = {"provision": "measure", "alignment": "aligned"}
_Step = Callable[[Tx, Correction], set[str]]


@dataclass(frozen=True, slots=True)
class _Target:
    """What is corrected: its kind, its id as it was read, its document now and as it was read (None for a body)."""

    kind: Kind
    id: str
    document: str | None
    read_as: str | None

    @property
    def now(self) -> str:
        """The id that it has now."""
        return (self.document or "") + self.id.removeprefix(self.read_as or "") if self.document else self.id


def correction(target: str, field: str, value: str | None, author: str, note: str, made_at: str = "") -> Correction:
    """A correction of today, or of the time that an exported one was made; MailuoError (2) without author or note."""
    for name, text in (("author", author), ("note", note)):
        if not text.strip():
            raise MailuoError(f"{target}: a correction needs its {name}.", "Say who corrects, and what shows it.", 2)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Correction(target, field, value or None, author.strip(), note.strip(), made_at or now)


def correct(database: Database, said: Iterable[Correction]) -> list[tuple[Correction, MailuoError]]:
    """Keep corrections and bring the graph to them, all in one transaction; returned are those that cannot be.

    A later correction of the same field of a target takes the place of the earlier one.
    """
    return _work(database, list(said), _put)


def undo(database: Database, taken: Iterable[Correction]) -> list[tuple[Correction, MailuoError]]:
    """Take corrections back, by target and field (an alias also by its value), so that what was read stands again."""
    return _work(database, list(taken), _drop)


def is_id(database: Database, name: str) -> bool:
    """Whether something that can be corrected has that id, or a correction is of it."""
    return bool(database.read(statement("load/correction_target").text, p=located(name)))


def _work(database: Database, items: list[Correction], step: _Step) -> list[tuple[Correction, MailuoError]]:
    schema.ensure(database)
    with database.session("WRITE") as session:
        refused = session.execute_write(_steps, items, step)
    database.read(statement("load/await_search").text)
    align(database)
    return refused


def _steps(transaction: Tx, items: list[Correction], step: _Step) -> list[tuple[Correction, MailuoError]]:
    writer_lock(transaction)
    refused: list[tuple[Correction, MailuoError]] = []
    touched: set[str] = set()
    for item in items:
        try:
            touched |= step(transaction, item)
        except MailuoError as error:
            refused.append((item, error))
    for name in sorted(touched):
        sources.reread(transaction, name)
    relink(transaction)
    return refused


def _put(transaction: Tx, said: Correction) -> set[str]:
    """Keep one correction, and return the documents that it bears on."""
    if pair := halves(said.target):
        return _put_pair(transaction, said, pair)
    target = _target(transaction, said.target)
    field, value = _said(target.kind, said)
    if field in MOVING and target.document:
        _apart(transaction, target, field, value)
    if target.kind == "department" and value:
        _free(value)
    if field == "department" and value:
        value = _body(transaction, target, value)
    kept = replace(said, target=target.id, field=field, value=value)
    properties = {"id": kept.id, "kind": target.kind, "document": target.read_as, "applied": True, **asdict(kept)}
    run(transaction, "load/put_correction", properties=properties)
    return _bears_on(transaction, target.read_as, [value] if target.kind == "department" and value else [])


def _put_pair(transaction: Tx, said: Correction, pair: Pair) -> set[str]:
    """Keep what is said of two measures; aligning brings the graph to it."""
    field, value = _said("alignment", said)
    below, above = (_target(transaction, half) for half in pair)
    check(transaction, below.now, above.now)
    kept = replace(said, target=f"{below.id}{BETWEEN}{above.id}", field=field, value=value)
    documents = {"document": below.read_as, "upper_document": above.read_as}
    properties = {"id": kept.id, "kind": "alignment", "applied": True, **documents, **asdict(kept)}
    run(transaction, "load/put_correction", properties=properties)
    run(transaction, "load/drop_alignment", lower=below.now, upper=above.now)
    return set()


def _said(kind: Kind, said: Correction) -> tuple[str, str | None]:
    """The field and the value of a correction as they are kept."""
    field, value = said.field, said.value
    if field == REMOVED and kind in _NONE:
        field, value = _NONE[kind], "false"  # what a sheet says of a measure or an alignment that is none
    return field, checked(kind, field, value)


def _drop(transaction: Tx, said: Correction) -> set[str]:
    """Take one correction back, and return the documents that it bore on."""
    if pair := halves(said.target):
        return _drop_pair(transaction, said, pair)
    found = run(transaction, "load/correction_target", **located(said.target))
    target = next((read for row in found if (read := _as_read(said.target, row)) != said.target), said.target)
    rows = _taken(transaction, said, target)
    return _bears_on(transaction, rows[0]["document"], [] if rows[0]["document"] else [rows[0]["target"]])


def _drop_pair(transaction: Tx, said: Correction, pair: Pair) -> set[str]:
    found = [run(transaction, "load/correction_target", **located(half)) for half in pair]
    read_as = [_as_read(half, rows[0]) if rows else half for half, rows in zip(pair, found, strict=True)]
    _taken(transaction, said, BETWEEN.join(read_as))
    below, above = (_target(transaction, half).now if rows else half for half, rows in zip(pair, found, strict=True))
    run(transaction, "load/drop_alignment", lower=below, upper=above)
    return set()


def _taken(transaction: Tx, said: Correction, target: str) -> list[dict[str, Any]]:
    rows = run(transaction, "load/drop_correction", id=replace(said, target=target).id)
    if not rows:
        which = "Name the alias that is to go: alias VALUE --undo; " if said.field == "alias" else ""
        raise MailuoError(
            f"{said.target}: its {said.field} was not corrected.", f"{which}`mailuo correct --list` lists all.", 1
        )
    return rows


def _target(transaction: Tx, name: str) -> _Target:
    found = run(transaction, "load/correction_target", **located(name))
    if not found:
        # An id as the document was read, whose number, title or date was corrected since.
        read_as, mark, rest = name.partition("#")
        for document in sorted(_bears_on(transaction, read_as, [])):
            moved = document + mark + rest
            if here := run(transaction, "load/correction_target", **located(moved)):
                name, found = moved, here
    if not found:
        raise MailuoError(
            f"Nothing that is held has the id {name}.",
            "It is a held document's, a provision's, a fact's (`mailuo audit KIND` prints them) or a body's.",
            1,
        )
    row = found[0]
    return _Target(row["kind"], _as_read(name, row), row["document"], row["read_as"])


def located(name: str) -> dict[str, str]:
    """An id with the provision that it is found at: that of a fact that is an edge, else none."""
    edge = next((mark for mark in _EDGES if mark in name), None)
    return {"id": name, "provision": name.partition(edge)[0] if edge else ""}


def _as_read(name: str, row: dict[str, str | None]) -> str:
    """The id as the document was read, which no correction of its number, title or date moves."""
    document, read_as = row["document"], row["read_as"]
    return read_as + name.removeprefix(document) if document and read_as else name


def _apart(transaction: Tx, target: _Target, field: str, value: str | None) -> None:
    """Refuse what would give a document the id of another one that is held: one of the two would be out of sight."""
    moved = sources.id_with(transaction, target.document or "", target.read_as or "", field, value)
    rows = run(transaction, "load/titles_of", id=moved) if moved != target.document else []
    mine = run(transaction, "load/titles_of", id=target.document)[0]["titles"]
    if rows and not any(titles_match(one, other) for one in mine for other in rows[0]["titles"]):
        raise MailuoError(
            f"{moved} is held already, and is another document ({rows[0]['titles'][0]}).",
            "If it is the same one, correct its title first.",
            2,
        )


def _free(name: str) -> None:
    """Refuse a name that is a body's already: it would be merged by guess."""
    found = resolve(name, level=None, province=None)
    if found.known:
        raise MailuoError(f"{name} is a name of {found.name} already.", "An alias is a name that no row knows.", 2)


def _body(transaction: Tx, target: _Target, name: str) -> str:
    """The id of the body that a name is in the jurisdiction of the target's document."""
    rows = run(transaction, "load/jurisdiction", id=target.document or target.read_as)
    level, province = (rows[0]["level"], rows[0]["province"]) if rows else (None, None)
    return resolve(name, level=level, province=province).id


def _bears_on(transaction: Tx, read_as: str | None, bodies: list[str]) -> set[str]:
    rows = run(transaction, "load/corrected_documents", read_as=read_as or "", bodies=bodies)
    return {row["id"] for row in rows}

"""Files and their copies of documents: which copy is shown, and what stands in when one goes.

Every function works in the caller's transaction, which holds the writers' lock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import orjson

from graph.copies import Copy, best, copy_of, pack, unpack
from graph.corrections import Corrected, Correction, apply
from graph.session import writer_lock
from graph.transaction import Tx, run
from graph.version import extractor_version
from graph.write import remove, write
from loaders.errors import MailuoError
from loaders.records import Document, Extraction, Rejection

Outcome = Literal["new", "changed", "unchanged", "duplicate"]


class SupersededError(Exception):
    """Another load brought a newer content of the file, or took it out, while this one was writing it."""


class MixedError(MailuoError):
    """Samples and real documents were about to be mixed."""

    def __init__(self, file: str, sample: bool) -> None:
        mine, theirs = ("samples", "real documents") if sample else ("real documents", "samples")
        super().__init__(
            f"{file}: it has {mine}, and the graph holds {theirs}; the two are never mixed.",
            "Keep samples in a data folder of their own (MAILUO_HOME), or empty this graph with `mailuo db reset`.",
            2,
        )


@dataclass(slots=True)
class Read:
    """A file on its way into the graph, section by section: its account so far, and its documents.

    ``ranks`` are how complete its copies are (graph.load), ``ids`` the ids of its documents in the graph; ``over`` is
    true once another load took the file.
    """

    uri: str
    sha256: str
    lines: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    ranks: dict[str, tuple[int, str]] = field(default_factory=dict)
    ids: dict[str, None] = field(default_factory=dict)
    over: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new copy of a document means: its outcome, the copy to show, and whether that must be written."""

    outcome: Outcome
    show: Copy
    rewrite: bool


def plan(copies: Sequence[Copy], new: Copy) -> Plan:
    """Decide on a copy that a file brings, given the copies that are known; independent of the order of loading."""
    others = [copy for copy in copies if copy.key != new.key]
    own = next((copy for copy in copies if copy.key == new.key), None)
    show = best([*others, new]) or new
    shown = next((copy.content for copy in copies if copy.shown), None)
    outcome: Outcome
    if own is None:
        outcome = "duplicate" if others else "new"
    else:
        outcome = "unchanged" if own.content == new.content else "changed"
    return Plan(outcome, show, show.content != shown)


@dataclass(frozen=True, slots=True)
class Found:
    """A copy on its way: what it means, whether its file's content is still the newest, whether its node stands."""

    plan: Plan
    current: bool
    known: bool


def look(transaction: Tx, document: Document) -> Found:
    """What a document's copy means; MixedError when refused."""
    return _look(transaction, document, _corrected(transaction, document).document.id)


def _look(transaction: Tx, document: Document, node: str) -> Found:
    source = document.source
    found = run(transaction, "load/copies", id=node, uri=source.uri, sha256=source.sha256, sample=document.sample)[0]
    if found["mixed"]:
        raise MixedError(source.file, document.sample)
    copies = [Copy(**copy) for copy in found["copies"]]
    return Found(plan(copies, copy_of(document)), found["current"], found["known"])


def begin(transaction: Tx, extraction: Extraction) -> None:
    """Note that a file is being loaded; MixedError when its documents are not for this graph.

    Of a large file this is its first section.
    """
    writer_lock(transaction)
    first = extraction.documents[0]
    look(transaction, first)
    properties = {
        "sha256": extraction.sha256,
        "file": extraction.file,
        "url": first.source.url,
        "extractor_version": extractor_version(),
    }
    run(transaction, "load/begin_source", uri=extraction.uri, properties=properties)


def rejections_of(file: str, stored: Iterable[str] | None) -> list[Rejection]:
    """What was not loaded of a file, as it was stored with it."""
    return [Rejection(file, reason, first, last) for first, last, reason in map(orjson.loads, stored or ())]


def put(transaction: Tx, document: Document) -> tuple[Outcome, str]:
    """Take in a file's copy of a document, and return what it meant and the id that the document has in the graph.

    SupersededError when the file has another content by now.
    """
    writer_lock(transaction)
    corrected = _corrected(transaction, document)
    node = corrected.document.id
    found = _look(transaction, document, node)
    if not found.current:
        raise SupersededError
    source, shown = document.source, found.plan.show
    if found.plan.rewrite:
        own = shown.key == (source.uri, document.id)
        write(transaction, corrected if own else _record(transaction, node, shown), found.known)
    copy = copy_of(document)
    properties = {
        "sha256": copy.sha256,
        "size": copy.size,
        "content": copy.content,
        "record": pack(document),
        "first_line": source.first_line,
        "last_line": source.last_line,
        "read_as": document.id,
    }
    run(
        transaction,
        "load/keep_copy",
        id=node,
        uri=source.uri,
        properties=properties,
        shown=shown.uri,
        shown_as=shown.read_as,
    )
    return found.plan.outcome, node


def finish(transaction: Tx, read: Read) -> list[str]:
    """Mark a file as written, and return the documents that nothing holds any more; SupersededError as in ``put``."""
    writer_lock(transaction)
    account = {
        "lines": read.lines,
        "rejections": [
            orjson.dumps([item.first_line, item.last_line, item.reason]).decode() for item in read.rejections
        ],
    }
    marked = run(transaction, "load/written_source", uri=read.uri, sha256=read.sha256, account=account)[0]
    if not marked["current"]:
        raise SupersededError
    left = run(transaction, "load/left_out", uri=read.uri, ids=list(read.ids))
    return [row["id"] for row in left if drop(transaction, row["id"], read.uri) is None]


def drop(transaction: Tx, document_id: str, uri: str) -> Copy | None:
    """Take a file's copy of a document away, and return the copy that is shown from now on; without one it is gone."""
    run(transaction, "load/drop_copy", id=document_id, uri=uri, read_as=None)
    show = best(copies_of(transaction, document_id))
    if show is None:
        remove(transaction, document_id)
    elif not show.shown:
        _show(transaction, document_id, show)
    return show


def id_with(transaction: Tx, document_id: str, read_as: str, field: str, value: str | None) -> str:
    """The id that a held document would have with one more correction of its head."""
    copy = next(copy for copy in copies_of(transaction, document_id) if copy.read_as == read_as)
    document = unpack(_kept(transaction, document_id, copy)["record"])
    return _corrected(transaction, document, Correction(read_as, field, value, "", "", "")).document.id


def copies_of(transaction: Tx, document_id: str) -> list[Copy]:
    """The copies of a document that are held."""
    found = run(transaction, "load/copies", id=document_id, uri="", sha256="", sample=False)[0]
    return [Copy(**copy) for copy in found["copies"]]


def reread(transaction: Tx, document_id: str) -> None:
    """Write a held document anew from its copies as they are corrected now; it may get another id by that."""
    for copy in copies_of(transaction, document_id):
        corrected = _record(transaction, document_id, copy)
        node = corrected.document.id
        if node != document_id:
            properties = _kept(transaction, document_id, copy)
            run(transaction, "load/drop_copy", id=document_id, uri=copy.uri, read_as=copy.read_as)
            write(transaction, corrected)
            shown = {"shown": copy.uri, "shown_as": copy.read_as}
            run(transaction, "load/keep_copy", id=node, uri=copy.uri, properties=properties, **shown)
            _show(transaction, node, best(copies_of(transaction, node)))
    _show(transaction, document_id, best(copies_of(transaction, document_id)))


def _show(transaction: Tx, document_id: str, show: Copy | None) -> None:
    if show is None:
        remove(transaction, document_id)
        return
    write(transaction, _record(transaction, document_id, show))
    run(transaction, "load/show_copy", id=document_id, uri=show.uri, read_as=show.read_as)


def _record(transaction: Tx, document_id: str, copy: Copy) -> Corrected:
    return _corrected(transaction, unpack(_kept(transaction, document_id, copy)["record"]))


def _kept(transaction: Tx, document_id: str, copy: Copy) -> Mapping[str, Any]:
    found = run(transaction, "load/record", id=document_id, uri=copy.uri, read_as=copy.read_as)
    properties: Mapping[str, Any] = found[0]["properties"]
    return properties


def _corrected(transaction: Tx, document: Document, more: Correction | None = None) -> Corrected:
    """A document as a file has it, with what people corrected of it, and with one more that nobody kept yet."""
    row = run(transaction, "load/corrections_of", id=document.id)[0]
    aliases: dict[str, list[str]] = {}
    for alias in row["aliases"]:
        aliases.setdefault(alias["name"], []).append(alias["department"])
    kept = [Correction(**said) for said in row["corrections"]]
    said = {one.id: one for one in (*kept, *([more] if more else []))}
    return apply(document, said.values(), aliases)

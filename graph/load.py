"""Load files into the graph, and take documents out again; whatever the order, the graph is the same."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from neo4j import Session

from graph import schema, sources
from graph.alignment.align import align, is_stale
from graph.copies import Copy, copy_of
from graph.link import link
from graph.report import LoadReport
from graph.session import Database, writer_lock
from graph.settle import settle
from graph.statements import statement
from graph.transaction import Tx, run
from graph.version import extractor_version
from loaders.batch import each_source
from loaders.discover import discover
from loaders.errors import MailuoError
from loaders.extract import check_quotes, extract_raw
from loaders.readers import Raw
from loaders.records import Document, Extraction, Rejection
from loaders.sections import sources as each_raw

DONE = ("written", "linked")
SUPERSEDED = "another load brought a newer content of it, or took it out, at the same time"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: the file it works on (the n-th of all), and the document of that file."""

    file: str
    files_done: int
    files: int
    documents_done: int
    documents: int


@dataclass(frozen=True, slots=True)
class Unloaded:
    """What was taken out: the documents that are gone, and those of which another file's copy is shown now."""

    gone: tuple[str, ...]
    kept: tuple[tuple[str, str], ...]


Row = Mapping[str, Any]
OnProgress = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Unchanged:
    file: str
    source: Row


def load(
    database: Database,
    paths: Iterable[Path | str],
    dry_run: bool = False,
    on_progress: OnProgress | None = None,
    columns: Mapping[str, str] | None = None,
) -> LoadReport:
    """Load every file of the paths, one transaction a document, then link; with ``dry_run`` nothing is written.

    ``columns`` says which column of a table of documents is what (loaders.readers.tables).

    A bad file, or a bad part of one, is in the report and keeps none of the others back. A load that was cut off goes
    on where it stopped when the same files are loaded again. MailuoError: the engine failed, the graph is of another
    model, or samples and real documents would be mixed (what was written before is linked all the same).
    """
    began = time.monotonic()
    files, missing = discover(paths)
    report = LoadReport(dry_run=dry_run, rejections=missing, files_failed=len(missing))
    loading = _Load(database, report, on_progress, files, columns)
    if dry_run:
        schema.check(database)
    else:
        schema.ensure(database, loading.look_ahead)
    refused = None
    try:
        loading.run()
    except sources.MixedError as error:
        refused = error
    if not dry_run:
        _relink(database, report.touched)
    _count(database, report)
    report.seconds = time.monotonic() - began
    if refused:
        raise refused
    return report


class _Load:
    """One load on its way through its files."""

    def __init__(
        self,
        database: Database,
        report: LoadReport,
        on_progress: OnProgress | None,
        files: list[Path],
        columns: Mapping[str, str] | None,
    ) -> None:
        self._database = database
        self._report = report
        self._on_progress = on_progress
        self._files = files
        self._columns = columns
        self._number = 0
        self._known: dict[str, Row] = {}
        self._ahead: dict[str, Extraction] = {}
        self._source = sources.Read("", "")

    def look_ahead(self) -> None:
        """Extract the first source before its turn; what is wrong with it is said when its turn comes."""
        with contextlib.suppress(MailuoError, ValueError):
            for file in self._files[:1]:
                raw = next(each_raw(file, self._columns), None)
                if isinstance(raw, Raw):
                    self._ahead[raw.uri] = extract_raw(raw)

    def run(self) -> None:
        """Take every file in, one after the other."""
        self._known = {row["uri"]: row for row in self._database.read(statement("load/sources").text)}
        for number, file in enumerate(self._files):
            self._number = number
            for result in each_source([file], self._read, self._columns, self._is_known):
                self._take(result)

    def _take(self, result: Extraction | _Unchanged | Rejection) -> None:
        if isinstance(result, Rejection):
            self._report.files_failed += 1
            self._report.rejections.append(result)
        elif isinstance(result, _Unchanged):
            self._unchanged(result)
        else:
            self._extracted(result)

    def _read(self, raw: Raw) -> Extraction | _Unchanged:
        if self._is_known(raw.uri, raw.sha256):
            return _Unchanged(raw.file, self._known[raw.uri])
        ahead = self._ahead.pop(raw.uri, None)
        return ahead if ahead and ahead.sha256 == raw.sha256 else extract_raw(raw)

    def _is_known(self, uri: str, sha256: str) -> bool:
        source = self._known.get(uri)
        return (
            source is not None
            and source["sha256"] == sha256
            and source["state"] in DONE
            and source["extractor_version"] == extractor_version()
        )

    def _unchanged(self, result: _Unchanged) -> None:
        self._report.files += 1
        self._report.files_unchanged += 1
        self._report.documents_unchanged_in_files += result.source["documents"]
        self._report.rejections += sources.rejections_of(result.file, result.source["rejections"])
        self._say(result.file, 1, 1)

    def _extracted(self, extraction: Extraction) -> None:
        first = self._source.uri != extraction.uri
        source = self._source = sources.Read(extraction.uri, extraction.sha256) if first else self._source
        self._report.account(extraction)
        source.lines += extraction.lines
        source.rejections += extraction.rejections
        documents = self._distinct(source, extraction)
        self._report.quotes += sum(check_quotes(document) for document in documents)
        if self._report.dry_run:
            self._look(extraction, documents)
        elif not source.over:
            self._write(source, extraction, documents, first)
        if not extraction.more:
            self._source = sources.Read("", "")

    def _write(self, source: sources.Read, extraction: Extraction, documents: list[Document], first: bool) -> None:
        with self._database.session("WRITE") as session:
            try:
                if first:
                    session.execute_write(sources.begin, extraction)
                self._put(session, source, extraction, documents)
                if not extraction.more:
                    self._report.removed += session.execute_write(sources.finish, source)
            except sources.SupersededError:
                source.over = True
                self._report.rejections.append(Rejection(extraction.file, SUPERSEDED))

    def _put(self, session: Session, source: sources.Read, extraction: Extraction, documents: list[Document]) -> None:
        for number, document in enumerate(documents):
            self._say(extraction.file, number, len(documents))
            try:
                outcome, node = session.execute_write(sources.put, document)
            except ValueError as error:
                first, last = document.source.first_line, document.source.last_line
                reason = f"not loaded, a check failed ({error})"
                self._report.rejections.append(Rejection(extraction.file, reason, first, last))
            else:
                if node not in source.ids:  # else a more complete copy in a later section, counted as a duplicate
                    self._report.add(outcome, node)
                    source.ids[node] = None
        self._say(extraction.file, len(documents), len(documents))

    def _look(self, extraction: Extraction, documents: list[Document]) -> None:
        seen = {*self._report.new, *self._report.changed}
        with self._database.session("READ") as session:
            for document in documents:
                plan = session.execute_read(sources.look, document).plan
                twice = plan.outcome == "new" and document.id in seen
                self._report.add("duplicate" if twice else plan.outcome, document.id)
        self._say(extraction.file, len(documents), len(documents))

    def _distinct(self, source: sources.Read, extraction: Extraction) -> list[Document]:
        """Each document of a file once; of copies within one file the most complete counts."""
        kept: dict[str, Document] = {}
        for document in extraction.documents:
            rank, before = _completeness(document), source.ranks.get(document.id)
            if before is not None:
                self._report.add("duplicate", document.id)
            if before is None or rank < before:
                source.ranks[document.id] = rank
                kept[document.id] = document
        return list(kept.values())

    def _say(self, file: str, done: int, documents: int) -> None:
        if self._on_progress:
            self._on_progress(Progress(file, self._number, len(self._files), done, documents))


def _completeness(document: Document) -> tuple[int, str]:
    copy = copy_of(document)
    return -copy.size, copy.content


def unload(database: Database, reference: str) -> Unloaded:
    """Take out a document by its id, or a whole file by its uri, and link anew, all in one transaction.

    Of a document that several files have, the shown copy goes and the next one stands in. MailuoError (1) when there is
    no such document or file.
    """
    schema.check(database)
    with database.session("WRITE") as session:
        left = session.execute_write(_unload, reference)
    database.read(statement("load/await_search").text)
    align(database)
    return left


def loaded_from(database: Database, uri: str) -> list[str]:
    """The uris of the sources that a file gave: its own, or those of its files or rows; none when it was not loaded."""
    inside = (f"{uri}!/", f"{uri}#row=")
    uris = [row["uri"] for row in database.read(statement("load/sources").text)]
    return [found for found in uris if found == uri or found.startswith(inside)]


def _unload(transaction: Tx, reference: str) -> Unloaded:
    writer_lock(transaction)
    of_file = [row["id"] for row in run(transaction, "load/source_documents", uri=reference)]
    copies = [(name, reference) for name in of_file] or _shown(transaction, reference)
    if not copies:
        raise MailuoError(f"Neither a document nor a file that is held: {reference}.", "`mailuo lookup` finds it.", 1)
    left: dict[str, Copy | None] = {name: sources.drop(transaction, name, uri) for name, uri in copies}
    for uri in {uri for _, uri in copies}:
        run(transaction, "load/unloaded_source", uri=uri)
    relink(transaction)
    return Unloaded(
        gone=tuple(name for name, copy in left.items() if copy is None),
        kept=tuple((name, copy.uri) for name, copy in left.items() if copy),
    )


def _shown(transaction: Tx, document_id: str) -> list[tuple[str, str]]:
    return [(document_id, copy.uri) for copy in sources.copies_of(transaction, document_id) if copy.shown]


def _relink(database: Database, touched: bool) -> None:
    states = {row["state"] for row in database.read(statement("load/sources").text)}
    linked = touched or bool(states & {"written", "loading"})
    if linked:
        with database.session("WRITE") as session:
            session.execute_write(relink)
        database.read(statement("load/await_search").text)
    if linked or is_stale(database):
        align(database)


def relink(transaction: Tx) -> None:
    writer_lock(transaction)
    link(transaction)
    settle(transaction)
    run(transaction, "load/linked_sources")


def _count(database: Database, report: LoadReport) -> None:
    found = database.read(statement("load/statuses").text)[0]
    report.held, report.wanted = found["held"], found["wanted"]
    report.citations = {row["status"] or "unlinked": row["times"] for row in found["statuses"]}

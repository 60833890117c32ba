"""Write the alignments of measures that must stand and take out those that must not.

What stands between two documents is a pure function of the two and of how one cites the other, so that any order of
loading ends in the same graph. A document carries the mark of what its measures were aligned by; only documents whose
mark has changed are aligned anew, with those documents that share telling words with them.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.alignment.candidates import Candidates, worth_comparing
from graph.alignment.levels import Standing, comparable
from graph.alignment.match import Match, match
from graph.alignment.papers import Papers
from graph.alignment.passages import Sentence, Unit
from graph.alignment.said import Said
from graph.session import Database, writer_lock
from graph.statements import statement
from graph.transaction import Tx, run

_BATCH = 200  # documents of a transaction at most
_PAIRS = 3000  # pairs of documents with which one ends before that, as its changes are held in Neo4j's memory
_STEP = 20  # documents whose candidates are looked for at once
_TERMS = 12
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AlignReport:
    """How many documents were aligned anew, and how many alignments and nearest measures were written for them."""

    documents: int
    alignments: int
    nearest: int


@functools.cache
def aligner_version() -> str:
    """A digest of all that decides which measures are aligned."""
    from graph.version import writer_version

    digest = hashlib.sha256(writer_version().encode())
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in {".py", ".csv"}:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def is_stale(database: Database) -> bool:
    """Whether a document that is held was never aligned since it was written, or by another version."""
    return bool(database.read(statement("load/align_stale").text, p={"version": aligner_version()})[0]["stale"])


def align(database: Database) -> AlignReport:
    """Bring the alignments to what the documents held and their citations say, a few documents a transaction."""
    documents = alignments = nearest = 0
    while True:
        with database.session("WRITE") as session:
            report = session.execute_write(_some)
        documents += report.documents
        alignments += report.alignments
        nearest += report.nearest
        if not report.documents:
            return AlignReport(documents, alignments, nearest)


def _some(transaction: Tx) -> AlignReport:
    writer_lock(transaction)
    # The index of words follows commits in the background: what another load wrote just now must be in it too.
    run(transaction, "load/await_search")
    said = Said(transaction)
    marks = said.marks()
    found = (Standing.of(row, marks.get(row["id"], ())) for row in run(transaction, "load/align_documents"))
    standing = {item.id: item for item in found if item}
    stale = [item for item in standing.values() if item.aligned != _mark(item)]
    if not stale:
        return AlignReport(0, 0, 0)
    papers = Papers(transaction)
    now, pairs = _turn(transaction, papers, [item.id for item in stale[:_BATCH]], standing, said)
    edges = list(_edges(papers, pairs, standing, said))
    run(transaction, "load/align_drop", documents=sorted(now), said=said.pairs())
    for at in range(0, len(edges), 5000):
        run(transaction, "load/align_write", edges=edges[at : at + 5000])
    run(transaction, "load/align_mark", marks=[{"id": name, "mark": _mark(standing[name])} for name in sorted(now)])
    aligned = sum(edge["type"] == "ALIGNED_WITH" for edge in edges)
    return AlignReport(len(now), aligned, len(edges) - aligned)


def _mark(document: Standing) -> str:
    return f"{aligner_version()}:{document.digest}"


def _turn(
    transaction: Tx, papers: Papers, stale: list[str], standing: Mapping[str, Standing], said: Said
) -> tuple[set[str], set[tuple[str, str]]]:
    """The first of these documents whose turn it is, and the pairs (lower, upper) that they are compared in.

    Each is compared with those that are aligned and those before it; the others will be compared with it then.
    """
    candidates = Candidates(transaction)
    citing = _citing(standing.values())
    there = {name for name, item in standing.items() if item.aligned == _mark(item)}
    now, pairs = set[str](), set[tuple[str, str]]()
    for at in range(0, len(stale), _STEP):
        step = stale[at : at + _STEP]
        papers.fetch(step)
        now.update(step)
        there.update(step)
        for name, others in candidates.of({name: papers.of(name) for name in step}).items():
            for other in there & {*others, *_cited(standing[name]), *citing.get(name, ())}:
                both = ((name, other), (other, name))
                pairs.update(pair for pair in both if comparable(standing[pair[0]], standing[pair[1]]))
        pairs.update(pair for pair in said.documents() if there >= {*pair} and not now.isdisjoint(pair))
        if len(pairs) >= _PAIRS:
            break
    return now, pairs


def _edges(papers: Papers, pairs: set[tuple[str, str]], standing: Mapping[str, Standing], said: Said) -> Iterator[Row]:
    papers.fetch({name for pair in pairs for name in pair})
    for lower, upper in sorted(pairs):
        basis = _basis(standing[lower], upper)
        known = said.between(lower, upper)
        if basis == "content" and not known and not worth_comparing(papers.of(lower), papers.of(upper)):
            continue
        for found in match(papers.of(lower), papers.of(upper), basis != "content", known):
            yield _edge(found, basis, standing[lower], standing[upper])


def _pages(side: str, unit: Unit, sentence: Sentence) -> Row:
    """The page on which a sentence begins, of the file and as printed."""
    before = [page for page in unit.pages if page[0] <= unit.start + sentence.start]
    _, page, printed = before[-1] if before else (0, None, None)
    return {f"{side}_page": page, f"{side}_printed_page": printed}


def _cited(document: Standing) -> Iterator[str]:
    return (cites.partition(" ")[2] for cites in document.cites)


def _citing(documents: Iterable[Standing]) -> dict[str, list[str]]:
    """For each document that is cited, the ids of those that cite it."""
    found: dict[str, list[str]] = {}
    for item in documents:
        for cites in item.cites:
            found.setdefault(cites.partition(" ")[2], []).append(item.id)
    return found


def _basis(lower: Standing, upper: str) -> str:
    kinds = {kind for kind, _, name in (cites.partition(" ") for cites in lower.cites) if name == upper}
    return "forwarded" if "FORWARDS" in kinds else "cited" if kinds else "content"


def _edge(found: Match, basis: str, lower: Standing, upper: Standing) -> Row:
    item = found.compared
    below, above = item.lower_sentence, item.upper_sentence
    lag = (lower.issued_on - upper.issued_on).days if lower.issued_on and upper.issued_on else None
    return {
        "type": "ALIGNED_WITH" if found.aligned else "NEAREST_TO",
        "lower": item.lower.id,
        "upper": item.upper.id,
        "properties": {
            "basis": basis,
            "score": found.score,
            "lag_days": lag,
            "shared_terms": list(item.shared[:_TERMS]),
            "lower_start": item.lower.start + below.start,
            "lower_end": item.lower.start + below.end,
            "upper_start": item.upper.start + above.start,
            "upper_end": item.upper.start + above.end,
            **_pages("lower", item.lower, below),
            **_pages("upper", item.upper, above),
            "origin": "manual" if found.manual else "automatic",
        },
    }

"""``mailuo extract``: documents as JSON, one a line, or any stage of the pipeline to look at."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from api.answers import ColumnsOption, mapped
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from loaders.readers import Raw
    from loaders.records import Document, Provision


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("extract")(extract)


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with everything below them.", metavar="PATH…")],
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of the terminal.")] = None,
    stage: Annotated[
        str | None, typer.Option(help="Print one stage: read, clean, split, structure, find or records.")
    ] = None,
    columns: ColumnsOption = None,
) -> None:
    """Read documents and write each as one line of JSON; bad files are named, good ones still extracted."""
    from loaders.batch import each_source, is_loss, sentence
    from loaders.extract import STAGES
    from loaders.records import Rejection

    if stage is not None and stage not in STAGES:
        raise MailuoError(f"There is no stage {stage}.", f"The stages are: {', '.join(STAGES)}.", exit_code=2)
    failed = False
    _keep_inputs(paths, out)
    with _output(out) as stream:
        for result in each_source(paths, lambda raw: list(_rows(raw, stage)), mapped(columns)):
            for row in [result] if isinstance(result, Rejection) else result:
                if isinstance(row, Rejection):
                    failed = failed or is_loss(row)
                    print(sentence(row), file=sys.stderr)
                else:
                    print(row, file=stream)
    if failed:
        raise typer.Exit(3)


def _keep_inputs(paths: list[Path], out: Path | None) -> None:
    """Refuse to write over a file that is to be read."""
    from loaders.discover import discover

    if out is not None and any(out.resolve() == file.resolve() for file in discover(paths)[0]):
        raise MailuoError(f"{out}: is one of the files to read.", "Give another file to --out.", exit_code=2)


@contextmanager
def _output(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    try:
        stream = out.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise MailuoError(f"{out}: cannot be written ({error.strerror}).", "Give another file to --out.") from error
    with stream:
        yield stream


def _rows(raw: Raw, stage: str | None) -> Iterator[object]:
    """The lines to print for one source, and what was rejected in it."""
    import orjson

    from loaders.clean import clean
    from loaders.extract import extracted, structured
    from loaders.sections import documents_in

    if stage == "read":
        yield from _read(raw)
    elif stage == "clean":
        yield str(clean(raw))
    elif stage == "split":
        yield str(documents_in(raw))
    elif stage == "structure":
        documents, rejections = structured(raw)
        for document in documents:
            yield from _document(document)
        yield from rejections
    else:
        found, rejections = extracted(raw)
        for item in found:
            if stage == "find":
                yield from _document(item.document)
            else:
                yield orjson.dumps(item.document if stage == "records" else item.guide()).decode()
        yield from rejections


def _read(raw: Raw) -> Iterator[str]:
    yield f"{raw.uri}  sha256 {raw.sha256}"
    for line in raw.lines:
        yield f"{line.number}\t{line.page or '-'}\t{line.text}"


def _document(document: Document) -> Iterator[str]:
    yield f"{document.doc_number or '-'}  {document.title}"
    head = {
        "issuers": "、".join(issuer.name for issuer in document.issuers),
        "level": document.level,
        "issued on": document.issued_on,
        "in force": f"{document.effective_on or ''}–{document.expires_on or ''}".strip("–"),
        "addressees": document.addressees,
        "carries": document.issued_title,
        "attachments": "；".join(document.attachments),
    }
    yield from (f"  {name}: {value}" for name, value in head.items() if value)
    for provision in document.provisions:
        yield from _provision(provision)
    yield ""


def _provision(provision: Provision) -> Iterator[str]:
    mark = f"measure, {provision.modality}" if provision.is_measure and provision.modality else "measure"
    yield f"  {provision.path}  {provision.heading or ''}{f'  [{mark}]' if provision.is_measure else ''}"
    for citation in provision.citations:
        target = " ".join(filter(None, (citation.title and f"《{citation.title}》", citation.number)))
        yield f"      {citation.relation} {target}  ({citation.cue or '-'}; {citation.evidence.rule})"
    for body in provision.responsibilities:
        yield f"      {body.role} {body.name}  ({body.evidence.rule})"
    for deadline in provision.deadlines:
        yield f"      deadline {deadline.text}  {deadline.starts_on or ''}–{deadline.ends_on or ''}"
    for mention in provision.bodies:
        yield f"      names {mention.body.name}"
    for region in dict.fromkeys(mention.place.name for mention in provision.places):
        yield f"      in {region}"

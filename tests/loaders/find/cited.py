"""What the tests of citations read: one unit of a document of our own writing."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.departments import resolve
from loaders.find.citations import citations
from loaders.find.names import bound
from loaders.find.own import own
from loaders.find.scope import Scope
from loaders.records import Citation, Document, Evidence, Issuer, Provision, Source

UNIT = "二/（一）"
TITLE = "浙江省人民政府关于促进创新发展的实施意见"


def scoped(
    text: str,
    path: str = UNIT,
    *,
    title: str = TITLE,
    issued: str | None = None,
    parent: str | None = None,
    attachments: tuple[str, ...] = (),
    issuers: tuple[str, ...] = (),
    number: str | None = "浙政发〔2022〕7号",
) -> Scope:
    provision = Provision(
        path, None, None, text, 0, 0, len(text), False, True, None, Evidence(text[:1], 0, 1, None, None, "test")
    )
    document = Document(
        "d",
        number,
        title,
        issued,
        "意见",
        None,
        "province",
        tuple(Issuer(name, resolve(name, level="province", province=None)) for name in issuers),
        None,
        2022,
        None,
        None,
        None,
        attachments,
        text,
        (provision,),
        Source("u", "s", "f"),
    )
    above = replace(provision, path="above", text=parent) if parent else None
    mine = own(document)
    names = bound(document, mine)
    return Scope(document, provision, lambda _: (3, None), names.all, names.cited, mine, above)


def read(text: str, path: str = UNIT, **given: object) -> list[tuple[str | None, str | None, str]]:
    found = citations(scoped(text, path, **given))  # type: ignore[arg-type]
    for citation in found:
        evidence = citation.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert re.fullmatch(r"citation\.[a-z_]+", evidence.rule)
        assert 0 < citation.confidence <= 1
    return [(citation.title, citation.number, citation.relation) for citation in found]


def one(text: str, path: str = UNIT, **given: object) -> Citation:
    (citation,) = citations(scoped(text, path, **given))  # type: ignore[arg-type]
    return citation


Expected = list[tuple[str | None, str | None, str]]

"""A document of one unit of our own writing, as the finders of bodies are given it."""

from __future__ import annotations

from loaders.departments import resolve
from loaders.find.scope import Scope
from loaders.records import Document, Evidence, Issuer, Level, Provision, Source

ISSUERS: dict[str, Level] = {
    "国务院办公厅": "central",
    "商务部": "ministry",
    "江苏省人民政府": "province",
    "浙江省人民政府办公厅": "province",
    "广西壮族自治区人民政府办公厅": "province",
    "上海市人民政府办公厅": "province",
    "四川省财政厅": "province_dept",
    "南京市人民政府": "city",
}


def scope(text: str, issuer: str = "国务院办公厅", *, before: str = "", heading: str | None = None) -> Scope:
    """The scope of a unit with this text; ``before`` stands in front of it in the document."""
    start = len(before)
    whole = before + text
    if heading is None:
        left, right = start, len(whole)
    else:
        left = whole.index(heading, start)
        right = left + len(heading)
    evidence = Evidence(whole[left:right], left, right, None, None, "unit.heading")
    provision = Provision("一", None, heading, text, 0, start, len(whole), True, True, None, evidence)
    level = ISSUERS[issuer]
    document = Document(
        id="甲",
        doc_number=None,
        title="关于甲的意见",
        issued_title=None,
        kind="意见",
        issued_kind=None,
        level=level,
        issuers=(Issuer(issuer, resolve(issuer, level=level, province=None)),),
        issued_on=None,
        year=None,
        effective_on=None,
        expires_on=None,
        addressees=None,
        attachments=(),
        text=whole,
        provisions=(provision,),
        source=Source("file:///own.txt", "0" * 64, "own.txt"),
    )
    return Scope(document, provision, lambda _: (None, None))

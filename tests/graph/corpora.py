"""Generated corpora for linking: documents that are known by number, by title or by both, and that cite each other."""

from __future__ import annotations

from datetime import date
from random import Random

from loaders.departments import resolve
from loaders.keys import document_id
from loaders.records import Citation, Document, Evidence, Issuer, Provision, Source

# Two of them are two writings of one number; the codes and titles are made so that chance makes namesakes, misprints
# (a number of one with a title of another), forwarding notices beside what they forward, and two provinces' documents.
NUMBERS = (
    "国发〔2020〕11号",
    "苏政发〔2021〕22号",
    "浙政发〔2021〕33号",
    "财政部 税务总局公告2020年第5号",
    "中华人民共和国财政部 国家税务总局公告2020年第5号",
)
TITLES = (
    "关于发展冷链的意见",
    "江苏省人民政府关于发展冷链的意见",
    "浙江省人民政府关于发展冷链的意见",
    "国务院办公厅转发商务部关于发展冷链的意见",
    "发展冷链的意见",
    "港口岸线法",
    "中华人民共和国港口岸线法",
    "茶树规划",
    "江苏省人民政府关于印发茶树规划的通知",
    "关于印发茶树规划的通知",
)
WRITINGS = (*NUMBERS, "国发[2020]11号", "苏政发（２０２１）22 号")
DAYS = (None, date(2019, 5, 1), date(2020, 5, 1), date(2021, 5, 1))
ISSUERS = (None, "国务院", "江苏省人民政府", "南京市人民政府", "浙江省人民政府")
RELATIONS = ("implements", "based_on", "refers")

Printed = tuple[str | None, str | None, str, float]


def corpus(random: Random, most: int = 7) -> list[Document]:
    """Up to so many documents, each with an id of its own."""
    drawn = [any_document(random) for _ in range(random.randint(0, most))]
    return list({document.id: document for document in drawn}.values())


def any_document(random: Random) -> Document:
    """One document; of two with one id the longer text is the more complete copy."""
    return document(
        random.choice((None, *NUMBERS)),
        random.choice(TITLES),
        random.choice((None, *TITLES)),
        random.sample(TITLES, random.randint(0, 1)),
        random.choice(DAYS),
        [printed(random) for _ in range(random.randint(0, 2))],
        [printed(random) for _ in range(random.randint(0, 2))],
        random.randint(0, 2),
        random.choice(ISSUERS),
    )


def printed(random: Random) -> Printed:
    """What a citation prints: a number, a title or both; its relation; its confidence."""
    form = random.choice(("number", "title", "both"))
    number = random.choice(WRITINGS) if form != "title" else None
    title = random.choice(TITLES) if form != "number" else None
    return number, title, random.choice(RELATIONS), random.choice((0.5, 1.0))


def document(
    number: str | None,
    title: str,
    issued_title: str | None,
    aliases: list[str],
    day: date | None,
    preamble: list[Printed],
    body: list[Printed],
    padding: int = 0,
    issuer: str | None = None,
) -> Document:
    """The record of a document with a preamble and one measure, each with citations."""
    text = "现通知如下" + "。" * padding
    provisions = []
    for position, (path, cites) in enumerate((("preamble", preamble), ("一", body))):
        start, citations = len(text), []
        for cited_number, cited_title, relation, confidence in cites:
            quote = (f"《{cited_title}》" if cited_title else "") + (f"（{cited_number}）" if cited_number else "")
            found = Evidence(quote, len(text), len(text) + len(quote), None, None, "test")
            citations.append(Citation(relation, None, cited_title, cited_number, found, None, confidence))
            text += quote
        text += "。"
        provisions.append(
            Provision(
                path=path,
                parent=None,
                heading=None,
                text=text[start:],
                position=position,
                start=start,
                end=len(text),
                is_measure=path != "preamble",
                has_own_text=True,
                modality=None,
                evidence=Evidence("。", len(text) - 1, len(text), None, None, "test"),
                citations=tuple(citations),
            )
        )
    return Document(
        id=document_id(number, title, day),
        doc_number=number,
        title=title,
        issued_title=issued_title,
        kind=None,
        issued_kind=None,
        level=None,
        issuers=(Issuer(issuer, resolve(issuer, level=None, province=None)),) if issuer else (),
        issued_on=day,
        year=day.year if day else None,
        effective_on=None,
        expires_on=None,
        addressees=None,
        attachments=(),
        text=text,
        provisions=tuple(provisions),
        source=Source("", "", ""),
        aliases=tuple(aliases),
    )

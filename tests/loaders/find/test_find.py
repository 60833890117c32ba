from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.departments import resolve
from loaders.extract import check_quotes
from loaders.find import find
from loaders.records import PREAMBLE, Document, Evidence, Issuer, Provision, Source

OPENING = "根据《国务院关于质量工作的意见》（国发〔2022〕901号，以下简称《意见》），制定本方案。"
HEAD = "一、落实标准。按照《意见》要求，"
ORDER = "2023年6月底前，杭州市完成标准清理，并会同教育部公布目录。（省市场监管局牵头，省财政厅配合）"
TERM = "二、本方案自2022年12月1日起施行，以下文件同时废止："
ITEM = "1.《质量工作旧方案》（浙政办发〔2010〕902号）"


def written() -> Document:
    texts = [(PREAMBLE, None, OPENING), ("一", None, HEAD + ORDER), ("二", None, TERM), ("二/1", "二", ITEM)]
    provisions, at = [], 0
    for position, (path, parent, text) in enumerate(texts):
        quote = Evidence(text[:2], at, at + 2, None, None, "test")
        provisions.append(Provision(path, parent, None, text, position, at, at + len(text), False, True, None, quote))
        at += len(text) + 1
    name = "浙江省人民政府"
    issuer = Issuer(name, resolve(name, level="province", province=None))
    return Document(
        "浙政发〔2022〕903号",
        "浙政发〔2022〕903号",
        "浙江省人民政府关于质量工作的实施方案",
        None,
        "方案",
        None,
        "province",
        (issuer,),
        date(2022, 11, 1),
        2022,
        None,
        None,
        None,
        (),
        "\n".join(text for _, _, text in texts),
        tuple(provisions),
        Source("u", "s", "f"),
    )


def test_every_provision_gets_its_facts_with_their_pages() -> None:
    found = find(written(), lambda offset: (offset // 60, None))
    opening, order, _, repealed = found.provisions
    (cited,) = opening.citations
    assert (cited.number, cited.relation) == ("国发〔2022〕901号", "implements")
    (again,) = order.citations
    assert (again.title, again.number) == (cited.title, cited.number)
    assert order.is_measure
    assert order.modality is not None
    assert [(item.name, item.role) for item in order.responsibilities] == [
        ("省市场监管局", "lead"),
        ("省财政厅", "participant"),
    ]
    assert [item.place.name for item in order.places] == ["杭州市"]
    assert [item.text for item in order.deadlines] == ["2023年6月底前"]
    assert [item.body.name for item in order.bodies] == [resolve("教育部", level="central", province=None).name]
    assert [item.relation for item in repealed.citations] == ["repeals"]
    assert found.effective_on == date(2022, 12, 1)
    assert again.evidence.page == again.evidence.start // 60
    assert check_quotes(found) > 8


def test_a_document_without_provisions_stays_as_it_is() -> None:
    bare = replace(written(), provisions=())
    assert find(bare, lambda _: (None, None)).provisions == ()

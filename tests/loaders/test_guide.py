from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.guide import guide
from loaders.records import Body, Citation, Deadline, Evidence, Place, PlaceMention, Responsibility
from tests.loaders.structured import document

TEXT = "江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n各市：\n现通知如下。\n一、开票。当场开具。\n"
TEXT += "江苏省财政厅\n2023年9月1日"
EVIDENCE = Evidence("开票", 0, 2, None, None, "test")
BODY = Body("江苏省财政厅", "江苏省财政厅")


def duty(name: str, role: str, generic: bool = False) -> Responsibility:
    return Responsibility(name, BODY, role, generic, EVIDENCE, 0, 1)  # type: ignore[arg-type]


def test_a_document_has_the_guide_s_keys_and_no_sections() -> None:
    found = guide(document(TEXT))
    assert list(found) == [
        "id", "doc_number", "title", "kind", "level", "issuers", "issued_on", "addressees", "issued_text_title",
        "forwards", "attachments", "citations", "provisions",
    ]  # fmt: skip
    assert found["issued_on"] == "2023-09-01"
    assert found["issuers"] == ["江苏省财政厅"]
    assert found["provisions"] == [
        {
            "path": "一",
            "heading": "开票",
            "line": None,
            "has_own_text": True,
            "is_measure": False,
            "responsible": [],
            "regions": [],
            "deadlines": [],
        }
    ]


def test_lines_are_given_where_the_source_is_known() -> None:
    assert guide(document(TEXT), lambda offset: 7 if offset else 1)["provisions"][0]["line"] == 7


def test_facts_are_listed_as_the_guide_writes_them() -> None:
    base = document(TEXT)
    preamble, unit = base.provisions
    cited = Citation("forwards", "转发", "票据办法", None, EVIDENCE)
    numbered = Citation("based_on", None, None, "财综〔2022〕902号", EVIDENCE)
    unit = replace(
        unit,
        citations=(numbered,),
        responsibilities=(
            duty("省财政厅", "responsible"),
            duty("省商务厅", "participant"),
            duty("省财政厅", "lead"),
            duty("省商务厅", "responsible"),
            duty("各市", "responsible", True),
        ),
        places=(PlaceMention(Place("320000", "江苏省"), None, EVIDENCE),) * 2,
        deadlines=(Deadline("2023年底前", "by", None, date(2023, 12, 31), EVIDENCE),) * 2,
    )
    found = guide(replace(base, provisions=(replace(preamble, citations=(cited,)), unit), issued_on=None))
    assert found["issued_on"] is None
    assert found["forwards"] == "票据办法"
    assert [(item["in_path"], item["target_title"], item["target_number"]) for item in found["citations"]] == [
        (None, "票据办法", None),
        ("一", None, "财综〔2022〕902号"),
    ]
    (provision,) = found["provisions"]
    assert provision["responsible"] == [
        {"name": "省财政厅", "role": "lead"},
        {"name": "省商务厅", "role": "participant"},
        {"name": "各市", "role": "responsible", "generic": True},
    ]
    assert provision["regions"] == ["江苏省"]
    assert provision["deadlines"] == ["2023年底前"]


def test_facts_behind_the_items_of_an_article_are_the_article_s() -> None:
    articles = "第一条 开票：\n（一）当场；\n（二）凭证。\n前款凭证留存。\n第二条 核销。"
    base = document(TEXT.replace("一、开票。当场开具。", articles))
    *others, closing, last = base.provisions
    assert (closing.path, closing.text) == ("第一条/closing", "前款凭证留存。")
    cited = Citation("refers", None, "票据办法", None, EVIDENCE)
    limit = Deadline("5年", "within", None, None, EVIDENCE)
    closing = replace(closing, citations=(cited,), deadlines=(limit,), responsibilities=(duty("省财政厅", "lead"),))
    found = guide(replace(base, provisions=(*others, closing, last)))
    assert found["citations"][0]["in_path"] == "第一条"
    assert [item["path"] for item in found["provisions"]] == ["第一条", "第一条/（一）", "第一条/（二）", "第二条"]
    assert [item["deadlines"] for item in found["provisions"]] == [["5年"], [], [], []]
    assert found["provisions"][0]["responsible"] == [{"name": "省财政厅", "role": "lead"}]

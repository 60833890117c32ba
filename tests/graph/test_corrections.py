"""What people may say against what was read, and a document with it applied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.corrections import REMOVED, Correction, Facts, Kind, apply, checked
from graph.rows import citation_rows, deadline_rows, mention_rows, provision_rows, responsibility_rows, seats
from loaders.errors import MailuoError
from loaders.records import Body
from tests.graph.papers import NUMBER, record

OTHER = "苏政办发〔2021〕9号"
ROWS = ("provisions", "citations", "responsibilities", "deadlines", "bodies")
CITATION = f"{NUMBER}#preamble!国务院令第999号!0"
DUTY = f"{NUMBER}#一/（一）!responsible!某某协会!0"
DEADLINE = f"{NUMBER}#一/（一）!2022年底前!0"
MENTION = f"{NUMBER}#一/（一）!names!江苏省财政厅!0"


def say(field: str, value: str | None, target: str = NUMBER) -> Correction:
    return Correction(target, field, value, "甲", "原件", "2026-01-01T00:00:00+00:00")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("doc_number", OTHER, {"doc_number": OTHER, "id": OTHER, "year": 2022}),
        ("doc_number", None, {"doc_number": None, "id": "省政府办公厅关于印发数据开放办法的通知@2022-08-01"}),
        ("issued_on", "2021-03-04", {"issued_on": date(2021, 3, 4), "year": 2021, "id": NUMBER}),
        ("issued_on", None, {"issued_on": None, "year": 2022}),
        ("effective_on", "2023-01-01", {"effective_on": date(2023, 1, 1)}),
        ("expires_on", "2025-12-31", {"expires_on": date(2025, 12, 31)}),
        ("title", "省政府办公厅关于开放数据的意见", {"title": "省政府办公厅关于开放数据的意见", "kind": "意见"}),
        ("kind", "决定", {"kind": "决定"}),
        ("level", "city", {"level": "city"}),
        ("addressees", None, {"addressees": None}),
        ("alias", "数据办法", {"aliases": ("开放办法", "数据办法")}),
    ],
)  # fmt: skip
def test_a_field_of_a_head_is_what_a_person_says(field: str, value: str | None, expected: dict[str, Any]) -> None:
    found = apply(record(), [say(field, value)])
    changed = {name: getattr(found.document, name) for name in expected}
    assert changed == expected
    assert found.read_as == NUMBER
    assert found.fields == ("aliases" if field == "alias" else field,)


def test_issuers_are_named_one_by_one_and_decide_the_level() -> None:
    found = apply(record(), [say("issuers", "江苏省财政厅、江苏省教育厅")]).document
    assert [issuer.body.id for issuer in found.issuers] == ["江苏省财政厅", "江苏省教育厅"]
    assert found.level == "province_dept"
    kept = apply(record(), [say("issuers", "江苏省财政厅"), say("level", "province")]).document
    assert kept.level == "province"


def test_a_name_that_no_row_knows_is_the_body_that_a_person_says() -> None:
    found = apply(record(), [], {"某某协会": ["江苏省财政厅"], "省发展改革委": ["江苏省教育厅"]}).document
    duties = found.provisions[2].responsibilities
    assert [(fact.name, fact.body.id) for fact in duties] == [
        ("省发展改革委", "江苏省发展和改革委员会"),  # known: no alias moves it
        ("某某协会", "江苏省财政厅"),
    ]


def test_a_name_without_its_place_is_that_body_only_there() -> None:
    before = record()
    measure = before.provisions[2]
    unknown = replace(measure.responsibilities[1], name="省数字办", body=Body("省数字办", "省数字办"))
    document = replace(before, provisions=(*before.provisions[:2], replace(measure, responsibilities=(unknown,))))
    here, there, below = "江苏省财政厅", "浙江省财政厅", "南京市财政局"
    for bodies, expected in [((here,), here), ((there,), "省数字办"), ((below,), "省数字办"), ((there, here), here)]:
        found = apply(document, [], {"省数字办": bodies}).document
        assert found.provisions[2].responsibilities[0].body.id == expected


def facts(target: str, field: str, value: str | None) -> dict[str, list[dict[str, Any]]]:
    corrected = apply(record(), [say(field, value, target)])
    taken = Facts(corrected, seats(corrected.document))
    document = corrected.document
    made = (
        provision_rows(document),
        citation_rows(document),
        responsibility_rows(document),
        deadline_rows(document),
        mention_rows(document)[0],
    )
    rows = {name: taken.fixed(found) for name, found in zip(ROWS, made, strict=True)}
    assert taken.missing == set()
    return rows


@pytest.mark.parametrize(
    ("target", "field", "value", "where", "expected"),
    [
        (CITATION, "target", "国务院令第998号", "citations", {"number_key": "国务院令第998号", "title_key": None}),
        (CITATION, "target", "数据安全条例", "citations", {"number_key": None, "title_key": "|数据安全条例"}),
        (CITATION, "target", "某规划@2021-01-02", "citations", {"number_key": "某规划@2021-01-02", "title_key": None}),
        (CITATION, "relation", "repeals", "citations", {"relation": "repeals", "number_key": "国务院令第999号"}),
        (DUTY, "role", "lead", "responsibilities", {"role": "lead", "name": "某某协会"}),
        (DEADLINE, "ends_on", "2023-06-30", "deadlines", {"ends_on": date(2023, 6, 30), "kind": "by"}),
        (DEADLINE, "kind", "from", "deadlines", {"kind": "from"}),
        (f"{NUMBER}#一/（一）", "modality", "support", "provisions", {"modality": "support"}),
        (f"{NUMBER}#一/（一）", "measure", "false", "provisions", {"modality": None}),
    ],
)
def test_a_fact_is_what_a_person_says_and_its_quote_stays(
    target: str, field: str, value: str, where: str, expected: dict[str, Any]
) -> None:
    (row,) = (row for row in facts(target, field, value)[where] if row["id"] == target)
    assert {name: row["properties"][name] for name in expected} == expected
    assert row["properties"]["origin"] == "manual"
    if field == "measure":
        assert row["measure"] is False


@pytest.mark.parametrize(
    ("target", "where", "left"),
    [(CITATION, "citations", 0), (DUTY, "responsibilities", 1), (DEADLINE, "deadlines", 0), (MENTION, "bodies", 0)],
)
def test_a_fact_that_is_none_is_taken_away(target: str, where: str, left: int) -> None:
    rows = facts(target, REMOVED, "true")[where]
    assert len(rows) == left
    assert target not in {row["id"] for row in rows}


def test_facts_of_a_document_whose_number_is_corrected_are_found_by_the_id_that_it_was_read_with() -> None:
    said = [say("doc_number", OTHER), say("relation", "repeals", CITATION)]
    corrected = apply(record(), said)
    taken = Facts(corrected, ())
    (row,) = taken.fixed(citation_rows(corrected.document))
    assert row["id"] == CITATION.replace(NUMBER, OTHER)
    assert row["properties"]["relation"] == "repeals"


def test_a_correction_without_its_fact_is_missing() -> None:
    corrected = apply(record(), [say("role", "lead", f"{NUMBER}#九!responsible!某某协会!0")])
    taken = Facts(corrected, ())
    assert taken.fixed(responsibility_rows(corrected.document)) == responsibility_rows(corrected.document)
    assert taken.missing == {f"{NUMBER}#九!responsible!某某协会!0"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "kept"),
    [
        ("document", "doc_number", "国发[2022] 5号", "国发〔2022〕5号"),
        ("document", "addressees", "", None),
        ("document", "issued_on", "2022-07-24", "2022-07-24"),
        ("citation", REMOVED, "true", "true"),
        ("deadline", "ends_on", None, None),
    ],
)
def test_values_are_kept_in_one_writing(kind: Kind, field: str, value: str | None, kept: str | None) -> None:
    assert checked(kind, field, value) == kept


@pytest.mark.parametrize(
    ("kind", "field", "value", "advice"),
    [
        ("document", "colour", "red", "It has: doc_number, title"),
        ("document", "issued_on", "2022-13-01", "a day such as 2022-12-31"),
        ("document", "doc_number", "第五号", "a 发文字号 such as"),
        ("document", "title", "", "Give it a value."),
        ("citation", "relation", "cites", "one of implements, based_on"),
        ("citation", REMOVED, "no", "is true"),
        ("provision", "measure", "perhaps", "true or false"),
        ("mention", "role", "lead", "It has: removed."),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(kind: Kind, field: str, value: str, advice: str) -> None:
    with pytest.raises(MailuoError) as caught:
        checked(kind, field, value)
    assert advice in caught.value.advice
    assert caught.value.exit_code == 2

"""Records as rows: ids of facts, keys for linking, evidence, and what must not be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph import rows
from loaders.records import Citation
from tests.graph.papers import JIANGSU, NUMBER, record


def test_a_document_carries_its_keys_and_words() -> None:
    row = rows.document_row(record(), ["数据"])
    assert row["number_key"] == "苏政办发〔2022〕801号"
    assert row["title_keys"] == ["江苏省人民政府办公厅|关于印发数据开放办法的通知", "|数据开放办法", "|开放办法"]
    assert row["held"] is True
    assert row["inferred"] is None
    assert {"数据", "印发"} <= set(row["tokens"].split(" "))


def test_a_document_without_a_number_has_no_number_key() -> None:
    assert rows.document_row(record(doc_number=None), [])["number_key"] is None


def test_a_term_is_shown_where_it_is_printed() -> None:
    row = rows.document_row(record(), [])
    assert row["effective_on_quote"] == "自2022年9月1日起施行"
    assert row["expires_on_quote"] is None
    other = rows.document_row(record(effective_on=None), [])
    assert other["effective_on_quote"] is None


def test_provisions_know_their_parents_and_measures_their_modality() -> None:
    found = {row["properties"]["path"]: row for row in rows.provision_rows(record())}
    assert found["一/（一）"]["parent"] == f"{NUMBER}#一"
    assert found["一"]["parent"] is None
    assert found["一/（一）"]["measure"]
    assert found["一/（一）"]["properties"]["modality"] == "order"
    assert found["preamble"]["properties"]["page"] == 3
    assert found["preamble"]["properties"]["printed_page"] == 1


def test_a_path_that_stands_twice_is_refused() -> None:
    document = record()
    with pytest.raises(ValueError, match="the path 一 stands twice"):
        rows.provision_rows(replace(document, provisions=(*document.provisions, document.provisions[1])))


def test_ids_of_citations_count_equal_targets_of_one_provision() -> None:
    document = record()
    first = document.provisions[0].citations[0]
    by_title = Citation("refers", None, "数据条例", None, first.evidence)
    by_neither = Citation("refers", None, None, None, first.evidence)
    preamble = replace(document.provisions[0], citations=(first, by_title, first, by_neither))
    found = rows.citation_rows(replace(document, provisions=(preamble,)))
    key = found[0]["properties"]["number_key"]
    assert [row["id"].removeprefix(f"{NUMBER}#preamble!") for row in found] == [
        f"{key}!0",
        "|数据条例!0",
        f"{key}!1",
        "《数据条例》（国务院令第999号）!0",
    ]
    assert found[0]["properties"]["number"] == "国务院令第999号"
    assert found[0]["properties"]["title"] == "数据条例"


def test_a_title_that_recurs_is_no_key() -> None:
    document = record()
    first = document.provisions[0].citations[0]
    report = Citation("implements", "落实", "政府工作报告", None, first.evidence)
    numbered = replace(report, number="国发〔2022〕5号")
    preamble = replace(document.provisions[0], citations=(report, numbered))
    found = [row["properties"] for row in rows.citation_rows(replace(document, provisions=(preamble,)))]
    assert [(row["title"], row["title_key"], row["number_key"]) for row in found] == [
        ("政府工作报告", None, None),
        ("政府工作报告", None, "国发〔2022〕5号"),
    ]


def test_ids_of_deadlines_count_equal_texts_of_one_provision() -> None:
    document = record()
    measure = document.provisions[2]
    twice = replace(measure, deadlines=measure.deadlines * 2)
    found = rows.deadline_rows(replace(document, provisions=(twice,)))
    assert [row["id"] for row in found] == [f"{NUMBER}#一/（一）!2022年底前!{number}" for number in (0, 1)]


def test_a_body_that_is_printed_twice_issues_once() -> None:
    document = record()
    found = rows.issuer_rows(replace(document, issuers=document.issuers * 2))
    assert found == [{"department": "江苏省人民政府办公厅", "position": 0}]
    assert rows.jurisdictions(document) == [JIANGSU]


def test_every_body_that_a_document_names_has_one_row() -> None:
    found = {row["id"]: row for row in rows.department_rows(record())}
    assert set(found) == {"江苏省人民政府办公厅", "江苏省发展和改革委员会", "某某协会", "江苏省财政厅"}
    assert found["某某协会"]["known"] is False
    assert found["江苏省财政厅"]["known"] is True

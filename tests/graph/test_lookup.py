from __future__ import annotations

import pytest

from graph.lookup import LONGEST, Lookup, Match, lookup
from graph.session import Database
from loaders.keys import number_key, title_key

pytestmark = pytest.mark.neo4j

PLAN = "甲发〔2021〕1号"
OPINION = "乙发〔2022〕7号"
DOCUMENTS = [
    (PLAN, PLAN, "国务院关于扩大投资的若干意见", ["投资意见"], True, ["旧甲"]),
    (OPINION, OPINION, "江苏省人民政府关于扩大投资的实施意见（试行）", [], True, []),
    ("财政部 税务总局公告2022年第28号", "财政部 税务总局公告2022年第28号", "关于延续优惠的公告", [], True, []),
    ("丙发〔2020〕9号", "丙发〔2020〕9号", "丙发〔2020〕9号", [], False, []),
    ("投资条例", None, "投资条例", [], False, []),
    ("甲部关于做好统计的通知", None, "财政部关于做好统计的通知", [], True, []),
    ("乙部关于做好统计的通知", None, "教育部关于做好统计的通知", [], True, []),
    ("关于做好普查的通知@2020-01-01", None, "关于做好普查的通知", [], True, []),
    ("关于做好普查的通知@2021-01-01", None, "关于做好普查的通知", [], True, []),
    ("关于发布目录的通知", None, "关于发布目录的通知", [], True, []),
    ("国务院关于发布目录的通知", None, "国务院关于发布目录的通知", [], True, []),
]


@pytest.fixture(scope="module")
def held(engine: Database) -> Database:
    rows = [
        {
            "id": identifier,
            "doc_number": number,
            "title": title,
            "aliases": aliases,
            "held": held,
            "former_ids": former,
            "number_key": number_key(number) if number else None,
            "title_keys": [str(title_key(name)) for name in [title, *aliases] if name != number],
        }
        for identifier, number, title, aliases, held, former in DOCUMENTS
    ]
    engine.write("MATCH (n) DETACH DELETE n")
    engine.write("UNWIND $rows AS row CREATE (d:Document) SET d = row", rows=rows)
    return engine


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("甲发〔2021〕1号", PLAN),
        ("甲发[2021]1号", PLAN),
        ("甲发（2021） 1 号", PLAN),
        ("甲发〔２０２１〕１号", PLAN),
        ("甲发〔2021〕第01号", PLAN),
        ("甲发〔2021〕1", PLAN),
        ("  甲发\n〔2021〕1号\t", PLAN),
        ("旧甲", PLAN),
        ("投资意见", PLAN),
        ("国务院关于扩大投资的若干意见", PLAN),
        ("《国务院关于扩大投资的若干意见》", PLAN),
        ("国务院 关于扩大投资\n的若干意见", PLAN),
        ("关于扩大投资的若干意见", PLAN),
        ("国务院关于扩大投资的若干意见（甲发〔2021〕1号）", PLAN),
        ("《关于扩大投资的若干意见》（甲发（2021）1号）", PLAN),
        ("甲发〔2021〕1号《国务院关于扩大投资的若干意见》", PLAN),
        ("国务院关于扩大投资的若干意见 甲发〔2021〕1号", PLAN),
        ("江苏省人民政府关于扩大投资的实施意见（试行）", OPINION),
        ("江苏省人民政府关于扩大投资的实施意见（试行）（乙发〔2022〕7号）", OPINION),
        ("财政部 税务总局公告2022年第28号", "财政部 税务总局公告2022年第28号"),
        ("财政部 国家税务总局公告2022年第28号", "财政部 税务总局公告2022年第28号"),
        ("关于做好普查的通知@2021-01-01", "关于做好普查的通知@2021-01-01"),
        ("财政部关于做好统计的通知", "甲部关于做好统计的通知"),
        ("国务院关于发布目录的通知", "国务院关于发布目录的通知"),
    ],
)
def test_what_people_type_names_one_document(held: Database, text: str, document: str) -> None:
    found = lookup(held, text)
    assert (found.status, found.document and found.document.id, found.candidates) == ("exact", document, ())


@pytest.mark.parametrize("text", ["丙发[2020]9号", "投资条例", "《投资条例》"])
def test_a_document_that_is_only_cited_is_wanted(held: Database, text: str) -> None:
    found = lookup(held, text)
    assert found.status == "wanted"
    assert found.document
    assert not found.document.held


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("关于做好统计的通知", {"甲部关于做好统计的通知", "乙部关于做好统计的通知"}),
        ("关于做好普查的通知", {"关于做好普查的通知@2020-01-01", "关于做好普查的通知@2021-01-01"}),
        ("扩大投资", {PLAN, OPINION}),
        ("扩大投资 若干", {PLAN}),
        ("乙发", {OPINION}),
        ("关于扩大投资的若干意见（乙发〔2022〕7号）", {PLAN, OPINION}),
        ("关于别的事情的意见（乙发〔2022〕7号）", {OPINION}),
        ("关于扩大投资的若干意见（甲发〔2021〕2号）", {PLAN}),
    ],
)
def test_what_leaves_a_choice_is_ambiguous_with_its_candidates(held: Database, text: str, candidates: set[str]) -> None:
    found = lookup(held, text)
    assert (found.status, found.document) == ("ambiguous", None)
    assert {match.id for match in found.candidates} == candidates


def test_a_number_beside_the_title_of_a_document_known_by_number_alone_is_enough(held: Database) -> None:
    assert lookup(held, "关于别的事情的意见（丙发〔2020〕9号）").status == "wanted"


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("丁发[2021]1号", "丁发〔2021〕1号"),
        ("国务院关于没有的事的通知", "国务院关于没有的事的通知"),
        ("", None),
        (" 《》\n", None),
        ("长" * (LONGEST + 1), None),
    ],
)
def test_what_nothing_is_known_of_says_none(held: Database, text: str, normalized: str | None) -> None:
    assert lookup(held, text) == Lookup("none", normalized=normalized)


def test_an_answer_says_how_the_text_was_understood(held: Database) -> None:
    assert lookup(held, "甲发[2021]1号") == Lookup(
        "exact", Match(PLAN, PLAN, "国务院关于扩大投资的若干意见", True), (), PLAN
    )
    assert lookup(held, "《投资条例》").normalized == "投资条例"


def test_at_most_twenty_candidates_are_named(database: Database) -> None:
    database.write("UNWIND range(1, 30) AS n CREATE (:Document {id: toString(n), title: '关于事情的通知', held: true})")
    assert len(lookup(database, "事情").candidates) == 20
    database.write("MATCH (d:Document) SET d.title_keys = ['|关于事情的通知']")
    assert len(lookup(database, "关于事情的通知").candidates) == 20

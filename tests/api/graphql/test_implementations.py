"""How a document is carried out below: what is compared, what is silent, and what is claimed of neither."""

from __future__ import annotations

from typing import Any

import pytest

from graph.session import Database
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j

ANSWER = """{
  upper { id } region { id } status searched { documents later from to } coverage documents { id }
  measures { upper { path } due forwardedBy { id } bodies { upper { name } lower { name } counterpart }
    alignments { basis score lagDays lower { id } upper { path } upperEvidence { quote } lowerEvidence { quote } } }
  silent { measure { path } nearest { score lower { id } } } added { id }
}"""
IN_REGION = f"query ($upper: ID!, $region: ID!) {{ implementation(upper: $upper, region: $region) {ANSWER} }}"
OF_TWO = f"query ($upper: ID!, $lower: ID!) {{ compare(upper: $upper, lower: $lower) {ANSWER} }}"
MORE = """
MATCH (up:Document {id: '甲发〔2021〕1号'}), (low:Document {id: '乙发〔2022〕7号'}), (js:Region {id: '320000'}),
  (nj:Region {id: '320100'}), (ndrc:Department {id: '国家发展和改革委员会'}), (u1:Measure {id: '甲发〔2021〕1号#一'}),
  (gov:Department {id: '国务院'}), (p2:Measure {id: '乙发〔2022〕7号#一/（一）'})
CREATE (u2:Provision:Measure {id: up.id + '#二', path: '二', text: '压减事项。', position: 2, start: 22, end: 27}),
  (u3:Provision:Measure {id: up.id + '#三', path: '三', text: '公开目录。', position: 3, start: 27, end: 32}),
  (up)-[:HAS_PROVISION]->(u2), (up)-[:HAS_PROVISION]->(u3), (gov)-[:RESPONSIBLE_FOR {role: 'lead'}]->(u1),
  (ndrc)-[:RESPONSIBLE_FOR {role: 'lead'}]->(u1), (ndrc)-[:RESPONSIBLE_FOR {role: 'lead'}]->(u2),
  (u1)-[:DUE]->(:Deadline {id: 'd1', text: '2022年6月底前', start: 7, end: 12, ends_on: date('2022-06-30')}),
  (u1)-[:DUE]->(:Deadline {id: 'd2', text: '2023年6月底前', start: 9, end: 14, ends_on: date('2023-06-30')}),
  // Of another sentence than the one that is alike, so not compared.
  (p2)-[:DUE]->(:Deadline {id: 'd3', text: '2030年底前', start: 70, end: 77, ends_on: date('2030-12-31')}),
  (city:Document {id: '丁发〔2022〕3号', title: '丁', level: 'city', held: true, issued_on: date('2022-09-01')}),
  (city)-[:APPLIES_TO]->(nj), (city)-[:REFERS_TO]->(up),
  (c1:Provision:Measure {id: '丁发〔2022〕3号#一', path: '一', text: '公开清单。', position: 1, start: 0, end: 5}),
  (city)-[:HAS_PROVISION]->(c1),
  (c1)-[:ALIGNED_WITH {basis: 'content', score: 0.7, lag_days: 549, shared_terms: [], lower_start: 0, lower_end: 5,
    upper_start: 22, upper_end: 27, origin: 'automatic'}]->(u2),
  (old:Document {id: '戊发〔2020〕4号', title: '戊', level: 'province', held: true, issued_on: date('2020-01-01')}),
  (old)-[:APPLIES_TO]->(js),
  (o1:Provision:Measure {id: '戊发〔2020〕4号#一', path: '一', text: '公开。', position: 1, start: 0, end: 3}),
  (old)-[:HAS_PROVISION]->(o1),
  (o1)-[:NEAREST_TO {basis: 'content', score: 0.2, lag_days: -425, shared_terms: [], lower_start: 0, lower_end: 3,
    upper_start: 27, upper_end: 32, origin: 'automatic'}]->(u3),
  (m2:Provision:Measure {id: '乙发〔2022〕7号#二', path: '二', text: '设立基金。', position: 3, start: 94, end: 99}),
  (low)-[:HAS_PROVISION]->(m2)
"""


@pytest.fixture
def held(small: Database) -> Database:
    """The small graph, an upper document with three measures, and more documents below."""
    small.write(MORE)
    return small


def _aligned(row: dict[str, Any]) -> list[tuple[str, str, int]]:
    return [(one["lower"]["id"], one["basis"], one["lagDays"]) for one in row["alignments"]]


def test_a_region_is_compared_measure_by_measure(ask: Asker, held: Database) -> None:
    found = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]
    assert (found["upper"], found["region"]) == ({"id": "甲发〔2021〕1号"}, {"id": "320000"})
    assert found["status"] == "COMPARED"
    assert found["searched"] == {"documents": 3, "later": 2, "from": "2020-01-01", "to": "2022-09-01"}
    assert [one["id"] for one in found["documents"]] == ["乙发〔2022〕7号", "丁发〔2022〕3号"]
    first, second, third = found["measures"]
    assert [one["upper"]["path"] for one in found["measures"]] == ["一", "二", "三"]
    assert _aligned(first) == [("乙发〔2022〕7号#一/（一）", "CITED", 431)]
    assert first["alignments"][0]["lowerEvidence"] == {"quote": "2022年底前完成南京市项目开工。"[:17]}
    assert first["alignments"][0]["upperEvidence"] == {"quote": "支持各地先行先试😀并及时总结。"}
    assert _aligned(second) == [("丁发〔2022〕3号#一", "CONTENT", 549)]
    assert _aligned(third) == []
    assert [one["due"] for one in found["measures"]] == ["EARLIER", "NONE", "NONE"]
    assert found["silent"] == [
        {"measure": {"path": "三"}, "nearest": {"score": 0.2, "lower": {"id": "戊发〔2020〕4号#一"}}}
    ]
    assert found["added"] == [{"id": "乙发〔2022〕7号#二"}]
    assert found["coverage"] == pytest.approx(2 / 3)


def test_bodies_are_paired_through_their_counterparts(ask: Asker, held: Database) -> None:
    first, second, _ = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]["measures"]
    named = [[one[side] and one[side]["name"] for side in ("upper", "lower")] for one in first["bodies"]]
    assert named == [
        ["国务院", None],
        ["国家发展和改革委员会", "江苏省发展和改革委员会"],
        [None, "各设区市人民政府"],
    ]
    assert [one["counterpart"] for one in first["bodies"]] == [False, True, False]
    assert second["bodies"] == [{"upper": {"name": "国家发展和改革委员会"}, "lower": None, "counterpart": False}]


def test_time_limits_are_those_of_what_is_proved_to_carry_it_out(ask: Asker, held: Database) -> None:
    held.write(
        "MATCH (c1:Measure {id: '丁发〔2022〕3号#一'}), (u1:Measure {id: '甲发〔2021〕1号#一'}) "
        "CREATE (c1)-[:ALIGNED_WITH {basis: 'content', score: 0.6, lower_start: 0, lower_end: 5, upper_start: 7, "
        "upper_end: 22, origin: 'automatic'}]->(u1), "
        "(c1)-[:DUE]->(:Deadline {id: 'd4', text: '2040年底前', start: 0, end: 5, ends_on: date('2040-12-31')})"
    )
    first, second, _ = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]["measures"]
    assert (first["due"], second["due"]) == ("EARLIER", "NONE")
    held.write("MATCH ()-[r:ALIGNED_WITH {basis: 'cited'}]->() DELETE r")
    first, *_ = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]["measures"]
    assert first["due"] == "LATER"


def test_a_body_on_both_levels_is_one_pair(ask: Asker, held: Database) -> None:
    held.write(
        "MATCH (b:Department {id: '国家发展和改革委员会'}), (m:Measure {id: '丁发〔2022〕3号#一'}) "
        "CREATE (b)-[:RESPONSIBLE_FOR {role: 'lead'}]->(m)"
    )
    _, second, _ = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]["measures"]
    both = {"name": "国家发展和改革委员会"}
    assert second["bodies"] == [{"upper": both, "lower": both, "counterpart": False}]
    held.write(
        "MATCH (b:Department {id: '江苏省发展和改革委员会'}), (m:Measure {id: '丁发〔2022〕3号#一'}) "
        "CREATE (b)-[:RESPONSIBLE_FOR {role: 'lead'}]->(m)"
    )
    _, second, _ = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]["measures"]
    pairs = [(one["lower"]["name"], one["counterpart"]) for one in second["bodies"]]
    assert sorted(pairs) == [("国家发展和改革委员会", False), ("江苏省发展和改革委员会", True)]


def test_a_narrower_region_holds_only_its_own_documents(ask: Asker, held: Database) -> None:
    found = ask(IN_REGION, upper="甲发〔2021〕1号", region="320100")["implementation"]
    assert found["searched"] == {"documents": 1, "later": 1, "from": "2022-09-01", "to": "2022-09-01"}
    assert [one["id"] for one in found["documents"]] == ["丁发〔2022〕3号"]
    assert [one["measure"]["path"] for one in found["silent"]] == ["一", "三"]
    assert found["added"] == []  # it only mentions the upper one


def test_who_forwards_adopts_every_measure(ask: Asker, held: Database) -> None:
    held.write(
        "MATCH (a:Document {id: '丁发〔2022〕3号'}), (b:Document {id: '甲发〔2021〕1号'}) CREATE (a)-[:FORWARDS]->(b)"
    )
    found = ask(IN_REGION, upper="甲发〔2021〕1号", region="320100")["implementation"]
    assert [one["forwardedBy"] for one in found["measures"]] == [[{"id": "丁发〔2022〕3号"}]] * 3
    assert (found["silent"], found["coverage"]) == ([], 1)


def test_no_silence_is_claimed_when_nothing_younger_is_held(ask: Asker, held: Database) -> None:
    held.write("MATCH (d:Document {id: '甲发〔2021〕1号'}) SET d.issued_on = date('2022-12-01')")
    found = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]
    assert (found["status"], found["silent"], found["coverage"]) == ("NO_LATER_TEXT", [], None)
    assert [len(one["alignments"]) for one in found["measures"]] == [1, 1, 0]


def test_nothing_is_claimed_of_a_graph_without_alignments(ask: Asker, held: Database) -> None:
    held.write("MATCH ()-[r:ALIGNED_WITH]->() DELETE r")
    found = ask(IN_REGION, upper="甲发〔2021〕1号", region="320000")["implementation"]
    assert (found["status"], found["silent"], found["added"], found["coverage"]) == ("NOT_ALIGNED", [], [], None)
    assert len(found["measures"]) == 3


def test_of_a_document_that_is_not_held_nothing_is_known(ask: Asker, held: Database) -> None:
    held.write(
        "MATCH (a:Document {id: '乙发〔2022〕7号'}), (b:Document {id: '丙发〔2020〕9号'}) CREATE (a)-[:IMPLEMENTS]->(b)"
    )
    found = ask(IN_REGION, upper="丙发〔2020〕9号", region="320000")["implementation"]
    assert found["status"] == "UPPER_NOT_HELD"
    assert found["documents"] == [{"id": "乙发〔2022〕7号"}]
    assert (found["measures"], found["silent"], found["added"], found["coverage"]) == ([], [], [], None)


def test_two_documents_are_compared(ask: Asker, held: Database) -> None:
    found = ask(OF_TWO, upper="旧甲", lower="乙发〔2022〕7号")["compare"]
    assert (found["region"], found["status"]) == (None, "COMPARED")
    assert found["searched"] == {"documents": 1, "later": 1, "from": "2022-05-06", "to": "2022-05-06"}
    assert [one["measure"]["path"] for one in found["silent"]] == ["二", "三"]
    assert [_aligned(one) for one in found["measures"]] == [[("乙发〔2022〕7号#一/（一）", "CITED", 431)], [], []]
    assert found["coverage"] == pytest.approx(1 / 3)


def test_documents_of_one_level_are_not_compared(ask: Asker, held: Database) -> None:
    message = "compare: no two documents have these ids of which the second is of a lower level."
    assert ask.refused(OF_TWO, upper="乙发〔2022〕7号", lower="甲发〔2021〕1号") == ("NOT_FOUND", message)
    assert ask.refused(OF_TWO, upper="甲发〔2021〕1号", lower="废止决定@2023-01-01") == ("NOT_FOUND", message)


def test_unknown_ids_are_refused(ask: Asker, held: Database) -> None:
    assert ask.refused(IN_REGION, upper="没有", region="320000")[0] == "NOT_FOUND"
    assert ask.refused(IN_REGION, upper="甲发〔2021〕1号", region="没有")[0] == "NOT_FOUND"
    assert ask.refused(OF_TWO, upper="甲发〔2021〕1号", lower="没有")[0] == "NOT_FOUND"

"""Alignments in the database: what is written, on which basis, and that the order of loading makes no difference."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph import load as loading
from graph.alignment import align as aligning
from graph.alignment.align import align, is_stale
from graph.alignment.levels import Standing, comparable
from graph.ask import run
from graph.audit import draw, read
from graph.correct import correct, correction, undo
from graph.corrections import Correction
from graph.digest import digest
from graph.load import load, unload
from graph.session import Database
from tests.graph.papers import written

STATE, SU, NANJING, ZHEJIANG = (
    "国办发〔2022〕801号",
    "苏政发〔2022〕801号",
    "宁政发〔2022〕801号",
    "浙政发〔2022〕801号",
)
CARS = "新增一批开展二手车出口业务的地区，支持企业建设境外维修网点。"
SEALS = "加快电子印章、电子营业执照互认共享，以电子证照代替纸质材料。"
COLD = "在农产品主产区建设产地冷藏保鲜设施，补助预冷设备购置。"
OWN_CARS = "争取更多城市获批二手车出口业务，引导企业在境外建设维修网点。"
OWN_SEALS = "推动电子营业执照和电子签章互认共享，减少纸质材料。"
OWN_GAMES = "完善校园足球场地，组织教练员培训，办好青少年足球联赛。"


def text(number: str, issuer: str, subject: str, day: str, measures: dict[str, str], preamble: str = "") -> str:
    numerals = "一二三四五六七八九十"
    units = "\n\n".join(f"{numerals[at]}、{name}。{said}" for at, (name, said) in enumerate(measures.items()))
    opening = preamble or "为促进发展，现就有关事项通知如下。"
    return f"{issuer}关于{subject}的通知\n\n{number}\n\n各有关单位：\n\n{opening}\n\n{units}\n\n{issuer}\n\n{day}\n"


def state(day: str = "2022年3月1日") -> str:
    measures = {"扩大二手车出口": CARS, "推广电子证照": SEALS, "完善冷链设施": COLD}
    return text(STATE, "国务院办公厅", "优化外贸环境", day, measures)


def province(preamble: str = "", number: str = SU, issuer: str = "江苏省人民政府") -> str:
    measures = {
        "做强二手车出口": OWN_CARS,
        "普及电子签章": OWN_SEALS,
        "发展校园足球": OWN_GAMES,
        "加强组织领导": "各地要抓好落实。",
    }
    return text(number, issuer, "稳定外贸", "2022年5月1日", measures, preamble)


def city(issuer: str = "南京市人民政府", number: str = NANJING) -> str:
    return text(
        number,
        issuer,
        "支持外贸",
        "2022年6月1日",
        {"争取二手车出口": OWN_CARS, "建设体育公园": "建成一批社区体育公园。"},
    )


def edges(database: Database, kind: str = "ALIGNED_WITH") -> list[dict[str, Any]]:
    return database.read(
        "MATCH (lower)-[edge]->(upper) WHERE type(edge) = $kind "
        "RETURN lower.id AS lower, upper.id AS upper, properties(edge) AS edge ORDER BY lower, upper",
        kind=kind,
    )


def pairs(database: Database) -> set[tuple[str, str]]:
    return {(row["lower"], row["upper"]) for row in edges(database)}


@pytest.mark.neo4j
def test_measures_of_two_levels_are_aligned_with_their_sentences(ready: Database, tmp_path: Path) -> None:
    load(ready, written(tmp_path, upper=state(), lower=province()))
    assert pairs(ready) == {(f"{SU}#一", f"{STATE}#一"), (f"{SU}#二", f"{STATE}#二")}
    found = edges(ready)[0]["edge"]
    assert (found["basis"], found["lag_days"], found["origin"]) == ("content", 61, "automatic")
    assert 0.4 <= found["score"] <= 1
    assert "二手车" in "".join(found["shared_terms"])
    texts = {row["id"]: row["text"] for row in ready.read("MATCH (d:Document) RETURN d.id AS id, d.text AS text")}
    assert texts[SU][found["lower_start"] : found["lower_end"]] + "。" == OWN_CARS
    assert texts[STATE][found["upper_start"] : found["upper_end"]] + "。" == CARS


@pytest.mark.neo4j
def test_a_sentence_has_the_page_that_it_begins_on(ready: Database, tmp_path: Path) -> None:
    """The page of the file and the number printed on it, which are not those of its measure's first line."""
    first, _, second = OWN_CARS.partition("，")
    measures = {"做强汽车产业": f"完善工作机制。\n— 7 —\n\f{first}，{second}\n— 8 —\n\f", "发展校园足球": OWN_GAMES}
    lower = text(SU, "江苏省人民政府", "稳定外贸", "2022年5月1日", measures)
    load(ready, written(tmp_path, upper=state(), lower=lower))
    (row,) = edges(ready)
    edge = row["edge"]
    assert (edge["lower_page"], edge["lower_printed_page"]) == (2, 8)
    assert "upper_page" not in edge  # no page of that file is marked
    (measure,) = ready.read("MATCH (m:Measure {id: $id}) RETURN m.page AS page", id=row["lower"])
    assert measure["page"] == 1


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("preamble", "basis"),
    [
        (f"为贯彻落实《国务院办公厅关于优化外贸环境的通知》（{STATE}），现通知如下。", "cited"),
        (f"现将《国务院办公厅关于优化外贸环境的通知》（{STATE}）转发给你们，请认真贯彻执行。", "forwarded"),
        ("", "content"),
    ],
)
def test_the_basis_is_how_the_lower_document_cites_the_upper_one(
    ready: Database, tmp_path: Path, preamble: str, basis: str
) -> None:
    load(ready, written(tmp_path, upper=state(), lower=province(preamble)))
    assert {row["edge"]["basis"] for row in edges(ready)} == {basis}


@pytest.mark.neo4j
def test_a_lower_document_that_came_first_has_a_negative_lag(ready: Database, tmp_path: Path) -> None:
    load(ready, written(tmp_path, upper=state("2022年9月1日"), lower=province()))
    assert {row["edge"]["lag_days"] for row in edges(ready)} == {-123}


@pytest.mark.long
@pytest.mark.neo4j
def test_any_order_of_loading_and_unloading_ends_in_the_same_graph(ready: Database, tmp_path: Path) -> None:
    files = written(tmp_path, a=state(), b=province(), c=city(), d=province("", ZHEJIANG, "浙江省人民政府"))
    load(ready, files)
    whole, before = digest(ready), pairs(ready)
    assert (f"{NANJING}#一", f"{SU}#一") in before
    assert not any({lower[0], upper[0]} == {"宁", "浙"} for lower, upper in before)
    for order in itertools.islice(itertools.permutations(files), 0, 24, 5):
        for document in (STATE, SU, NANJING, ZHEJIANG):
            unload(ready, document)
        assert edges(ready) == []
        for file in order:
            load(ready, [file])
        assert (digest(ready), pairs(ready)) == (whole, before)


@pytest.mark.neo4j
def test_what_a_person_aligned_stays_and_is_not_written_twice(ready: Database, tmp_path: Path) -> None:
    files = written(tmp_path, upper=state(), lower=province())
    load(ready, files)
    with ready.session("WRITE") as session:
        session.run(
            "MATCH ()-[edge:ALIGNED_WITH]->() WHERE edge.lag_days = 61 SET edge.origin = 'manual', edge.score = 1.0"
        ).consume()
        session.run("MATCH (d:Document) REMOVE d.aligned").consume()
    align(ready)
    assert [(row["edge"]["origin"], row["edge"]["score"]) for row in edges(ready)] == [("manual", 1.0)] * 2


def verdict(lower: str, upper: str, aligned: str) -> Correction:
    return correction(f"{lower}~{upper}", "aligned", aligned, "A. Reader", "both texts read")


@pytest.mark.neo4j
def test_what_a_person_says_of_two_measures_stands_after_every_load(ready: Database, tmp_path: Path) -> None:
    files = written(tmp_path, upper=state(), lower=province())
    load(ready, files)
    before = digest(ready)
    # Against the words: one pair that they align is none, and one that they do not align is one.
    said = [verdict(f"{SU}#一", f"{STATE}#一", "false"), verdict(f"{SU}#三", f"{STATE}#三", "true")]
    assert correct(ready, said) == []
    after = digest(ready)
    assert pairs(ready) == {(f"{SU}#二", f"{STATE}#二"), (f"{SU}#三", f"{STATE}#三")}
    assert f"{STATE}#三" not in {row["upper"] for row in edges(ready, "NEAREST_TO")}
    (manual,) = (row["edge"] for row in edges(ready) if row["lower"] == f"{SU}#三")
    assert (manual["origin"], manual["score"], manual["basis"], manual["lag_days"]) == ("manual", 1.0, "content", 61)
    for document in (STATE, SU):
        unload(ready, document)
        assert {row["state"] for row in run(ready, "corrections")} == {"waiting"}
        load(ready, files)
        assert digest(ready) == after
    assert {row["state"] for row in run(ready, "corrections")} == {"applied"}
    assert undo(ready, said) == []
    assert digest(ready) == before


@pytest.mark.neo4j
def test_a_person_aligns_what_takes_no_part_and_a_moved_number_moves_it(ready: Database, tmp_path: Path) -> None:
    load(ready, written(tmp_path, upper=state(), lower=province()))
    assert correct(ready, [verdict(f"{SU}#四", f"{STATE}#三", "true")]) == []
    moved = "苏政发〔2022〕811号"
    assert correct(ready, [correction(SU, "doc_number", moved, "A. Reader", "the seal says so")]) == []
    assert (f"{moved}#四", f"{STATE}#三") in pairs(ready)
    # Both the id that it has now and the one that it was read with are understood.
    assert correct(ready, [verdict(f"{moved}#四", f"{STATE}#三", "false")]) == []
    assert (f"{moved}#四", f"{STATE}#三") not in pairs(ready)
    assert len(run(ready, "corrections")) == 2
    assert undo(ready, [verdict(f"{SU}#四", f"{STATE}#三", "")]) == []
    assert len(run(ready, "corrections")) == 1


@pytest.mark.neo4j
def test_a_sheet_of_alignments_is_drawn_and_its_verdicts_are_kept(ready: Database, tmp_path: Path) -> None:
    load(ready, written(tmp_path, upper=state(), lower=province()))
    rows = draw(ready, "alignment", 5, 1)
    assert {row["target"] for row in rows} == {f"{SU}#{path}~{STATE}#{path}" for path in "一二"}
    assert all(row["quote"] in row["context"] and STATE in row["reading"] for row in rows)
    judged = [row | {"verdict": "wrong" if "#一~" in row["target"] else "right"} for row in rows]
    sheet = read(judged, "A. Reader", "both texts read")
    assert correct(ready, sheet.corrections) == []
    assert pairs(ready) == {(f"{SU}#二", f"{STATE}#二")}


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("target", "value", "reason"),
    [
        (f"{STATE}#一~{SU}#一", "true", "is not of a lower level"),
        (f"{ZHEJIANG}#一~{SU}#一", "true", "is not of a lower level"),
        (f"{SU}#一~{STATE}#九", "true", "Nothing that is held has the id"),
        (f"{SU}#preamble~{STATE}#一", "true", "is no measure"),
        (f"{SU}#一~{STATE}#一", "maybe", "aligned=maybe cannot be"),
    ],
)
def test_what_no_alignment_can_be_is_refused(
    ready: Database, tmp_path: Path, target: str, value: str, reason: str
) -> None:
    load(ready, written(tmp_path, a=state(), b=province(), d=province("", ZHEJIANG, "浙江省人民政府")))
    before = digest(ready)
    ((_, error),) = correct(ready, [correction(target, "aligned", value, "A. Reader", "both texts read")])
    assert reason in error.sentence
    assert digest(ready) == before


@pytest.mark.neo4j
def test_a_corrected_date_or_level_moves_the_alignments(ready: Database, tmp_path: Path) -> None:
    load(ready, written(tmp_path, upper=state(), lower=province()))
    assert correct(ready, [correction(SU, "issued_on", "2022-03-11", "A. Reader", "the seal says so")]) == []
    assert {row["edge"]["lag_days"] for row in edges(ready)} == {10}
    assert correct(ready, [correction(SU, "level", "central", "A. Reader", "a test")]) == []
    assert edges(ready) == []


@pytest.mark.neo4j
def test_a_measure_that_a_person_takes_out_is_aligned_no_more(ready: Database, tmp_path: Path) -> None:
    load(ready, written(tmp_path, upper=state(), lower=province()))
    assert correct(ready, [correction(f"{SU}#一", "measure", "false", "A. Reader", "it only describes")]) == []
    assert pairs(ready) == {(f"{SU}#二", f"{STATE}#二")}


@pytest.mark.neo4j
def test_aligning_again_writes_nothing_and_another_version_aligns_anew(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(tmp_path, upper=state(), lower=province())
    load(ready, files)
    assert not is_stale(ready)
    assert align(ready).documents == 0
    monkeypatch.setattr(aligning, "aligner_version", lambda: "newer")
    assert is_stale(ready)
    load(ready, files)
    assert not is_stale(ready)
    assert {row["lower"] for row in edges(ready)} == {f"{SU}#一", f"{SU}#二"}


@pytest.mark.neo4j
def test_a_load_that_was_cut_off_before_aligning_is_made_good_by_the_next(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = written(tmp_path, upper=state(), lower=province())
    monkeypatch.setattr(loading, "align", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        load(ready, files)
    monkeypatch.undo()
    assert edges(ready) == []
    load(ready, files)
    assert len(edges(ready)) == 2


def _interrupted(_: Database) -> None:
    raise KeyboardInterrupt


@pytest.mark.neo4j
@pytest.mark.parametrize("bounds", [{"_BATCH": 1}, {"_BATCH": 2, "_STEP": 1}, {"_STEP": 1, "_PAIRS": 1}])
def test_many_documents_are_aligned_a_few_at_a_time_with_the_same_end(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bounds: dict[str, int]
) -> None:
    files = written(tmp_path, a=state(), b=province(), c=city())
    load(ready, files)
    whole = digest(ready)
    with ready.session("WRITE") as session:
        session.run("MATCH (d:Document) REMOVE d.aligned").consume()
    for name, most in bounds.items():
        monkeypatch.setattr(aligning, name, most)
    assert align(ready).documents == 3
    assert digest(ready) == whole


def standing(level: int, *regions: str) -> Standing:
    return Standing("x", level, date(2022, 1, 1), regions)


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (standing(2, "320000"), standing(0), True),
        (standing(1), standing(0), True),
        (standing(1), standing(1), False),
        (standing(0), standing(1), False),
        (standing(4, "320100"), standing(2, "320000"), True),
        (standing(4, "330100"), standing(2, "320000"), False),
        (standing(3, "320000"), standing(2, "320000"), True),
        (standing(5, "320102"), standing(4, "320100"), True),
        (standing(4), standing(2, "320000"), False),
    ],
)
def test_only_documents_of_a_lower_level_in_the_same_jurisdiction_are_compared(
    lower: Standing, upper: Standing, expected: bool
) -> None:
    assert comparable(lower, upper) is expected

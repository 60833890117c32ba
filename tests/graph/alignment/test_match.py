"""Which measures of two documents are aligned: documents of our own writing in the shapes of real ones."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from graph.alignment.compare import Paper
from graph.alignment.match import match
from graph.alignment.passages import Unit

UPPER = {
    "u1": "（一）扩大二手车出口。新增一批开展二手车出口业务的地区，支持企业建设境外维修网点。",
    "u2": "（二）推广电子证照应用。加快电子印章、电子营业执照互认共享，在更多场景以电子证照代替纸质材料。",
    "u3": "（三）完善冷链设施。在农产品主产区建设产地冷藏保鲜设施，补助预冷设备购置。",
    "u4": "（四）畅通国际物流。增开中欧班列，保障海运集装箱供应。",
}
LOWER = {
    "l1": "1.做强二手车出口。争取更多城市获批二手车出口业务，引导企业在境外建设维修网点。",
    "l2": "2.普及电子签章。推动电子营业执照和电子签章在各部门互认共享，减少纸质材料。",
    "l3": "3.办好青少年足球联赛。完善校园足球场地，组织教练员培训。",
}


def paper(units: dict[str, str]) -> Paper:
    return Paper(tuple(Unit(name, text, 100, text[3:].partition("。")[0]) for name, text in units.items()))


def aligned(lower: dict[str, str], upper: dict[str, str], linked: bool = False) -> set[tuple[str, str]]:
    found = match(paper(lower), paper(upper), linked)
    return {(item.compared.lower.id, item.compared.upper.id) for item in found if item.aligned}


def test_measures_that_order_the_same_are_aligned_and_others_are_not() -> None:
    assert aligned(LOWER, UPPER) == {("l1", "u1"), ("l2", "u2")}


def test_the_sentences_that_show_it_and_what_they_share_are_kept() -> None:
    found = next(item for item in match(paper(LOWER), paper(UPPER)) if item.compared.upper.id == "u1")
    lower, sentence = found.compared.lower, found.compared.lower_sentence
    assert lower.text[sentence.start : sentence.end] == "争取更多城市获批二手车出口业务，引导企业在境外建设维修网点"
    assert "二手车出口" in found.compared.shared
    seals = next(item for item in match(paper(LOWER), paper(UPPER)) if item.compared.upper.id == "u2")
    assert all("/" in word or word in LOWER["l2"] and word in UPPER["u2"] for word in seals.compared.shared)
    assert 0.4 <= found.score <= 1


def test_boilerplate_aligns_nothing() -> None:
    same = "各地区各部门要加强组织领导，压实工作责任，按职责分工抓好落实，在依法合规的前提下确保各项措施落到实处。"
    lower = LOWER | {"l3": LOWER["l3"] + same}
    upper = UPPER | {"u3": UPPER["u3"] + same, "u4": UPPER["u4"] + same}
    assert aligned(lower, upper) == {("l1", "u1"), ("l2", "u2")}


def test_nearest_is_only_said_of_upper_measures_without_any() -> None:
    found = match(paper(LOWER), paper(UPPER))
    nearest = {item.compared.upper.id for item in found if not item.aligned}
    assert nearest.isdisjoint({"u1", "u2"})
    assert all(item.score < 0.4 for item in found if not item.aligned)


def test_the_order_of_measures_makes_no_difference() -> None:
    turned = dict(reversed(LOWER.items())), dict(reversed(UPPER.items()))
    assert aligned(*turned) == aligned(LOWER, UPPER)


@pytest.mark.parametrize(("lower", "upper"), [({}, UPPER), (LOWER, {}), ({"l": "。"}, UPPER), ({"l": ""}, {"u": ""})])
def test_documents_that_say_nothing_align_nothing(lower: dict[str, str], upper: dict[str, str]) -> None:
    assert match(paper(lower), paper(upper)) == []


def test_less_is_asked_where_one_document_cites_the_other() -> None:
    lower = {"l": "支持企业参加各类对接活动，帮助开拓销售渠道。"} | LOWER
    upper = {"u": "帮助企业开拓国际市场，组织产销对接。"} | UPPER
    assert aligned(lower, upper) <= aligned(lower, upper, linked=True)


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_another_process_finds_the_same_to_the_last_digit(seed: str) -> None:
    code = (
        "from tests.graph.alignment.test_match import *\n"
        "for found in match(paper(LOWER | UPPER), paper(UPPER)): "
        "print(found.compared.lower.id, found.compared.upper.id, found.score, found.compared.shared)"
    )
    run = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": each},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for each in ("0", seed)
    ]
    assert run[0] == run[1] != ""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loaders.find import laws as module
from loaders.find.document_titles import names_document, sort_of
from loaders.find.laws import laws, laws_in


def names(text: str) -> list[str]:
    return [text[start:end] for start, end in laws_in(text)]


def test_the_example_of_every_law_names_it_alone() -> None:
    table = Path(module.__file__).parents[1] / "registries" / "laws.csv"
    with table.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(laws()) > 400
    for row in rows:
        assert names(row["example"]) == [row["name"]]
        assert names_document(row["name"])
        assert sort_of(row["name"]) == "authority"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("符合招标投标法的规定", ["招标投标法"]),
        ("依照食品安全法规定", ["食品安全法"]),
        ("按照中华人民共和国招标投标法实施条例办理", ["中华人民共和国招标投标法实施条例"]),
        ("劳动合同法和劳动法的要求", ["劳动合同法", "劳动法"]),
        ("落实江苏省优化营商环境条例", ["江苏省优化营商环境条例"]),
        ("落实南京市优化营商环境条例", []),
        ("根据宪法和有关法律", ["宪法"]),
        ("维护宪法权威", []),
        ("违反刑法的，依照民法典处理", ["刑法", "民法典"]),
        ("招标投标法律法规", []),
        ("公司法人治理结构", []),
        ("海关法规宣传", []),
        ("会计法定职责", []),
        ("开展民法典宣传月活动", []),
        ("城市供水条例修订草案", []),
        ("审计法治化", []),
        ("刑法典", []),
    ],
)
def test_laws_are_found_by_their_own_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_only_the_asked_span_is_read() -> None:
    text = "依照价格法和会计法处理"
    assert [text[a:b] for a, b in laws_in(text, 3, 6)] == []
    assert [text[a:b] for a, b in laws_in(text, 2, 5)] == ["价格法"]

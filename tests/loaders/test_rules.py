from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from loaders.batch import extract_paths
from loaders.extract import extract_file
from loaders.records import Extraction
from loaders.rules import Rule, count, rules

SAMPLES = Path(loaders.__file__).parent / "samples"
HEAD = "江苏省财政厅{}\n苏财综〔2023〕901号\n各市：\n"
TAIL = "\n江苏省财政厅\n2023年9月1日\n"
TEXTS = {
    "citation.repeal_list": "一、施行。以下文件同时废止：\n1.《关于采茶的通知》（苏财综〔2010〕5号）\n"
    "2.《关于制茶的通知》（苏财综〔2011〕6号）",
    "citation.basis_column": "一、公布目录。\n附件\n采茶事项目录\n序号\t事项\t设定依据\n"
    "1\t采茶审批\t《茶树保护条例》\n",
    "unit.heading": "一、种好茶树\n扩大茶园，管好茶园。",
}


def document(rule: Rule) -> str:
    """A document with the example of a rule in it."""
    text = TEXTS.get(rule.name, rule.example)
    if not text.startswith("一、") and not rule.name.startswith(("section", "validity", "citation.forwarded")):
        text = f"一、{text}"
    title = "转发财政部关于种茶的通知" if rule.name == "citation.forwarded_text" else "关于种好茶树的通知"
    return f"{HEAD.format(title)}{text}{TAIL}"


OF_CODE = [rule for rule in rules() if rule.table == "rules.csv"]


@pytest.mark.parametrize("rule", OF_CODE, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_read_by_it(rule: Rule, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(document(rule))
    assert rule.name in count(extract_file(file).documents).facts


def test_every_fact_names_a_rule_of_the_tables() -> None:
    documents = [
        item for result in extract_paths([SAMPLES]) if isinstance(result, Extraction) for item in result.documents
    ]
    counts = count(documents)
    assert set(counts.facts) <= {rule.name for rule in rules()}
    assert counts.facts["citation.forwarded_text"] == counts.documents["citation.forwarded_text"] == 1
    assert counts.facts["unit.heading"] > counts.documents["unit.heading"] > 1


def test_every_rule_of_the_compilation_is_in_the_tables(shared: Path) -> None:
    found = extract_file(shared / "corpus" / "policy-compilation-2022.txt")
    assert set(count(found.documents).facts) <= {rule.name for rule in rules()}


def test_a_rule_is_listed_once_with_an_example() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    assert all(rule.example for rule in rules())


def test_a_rule_says_why_it_holds_beyond_the_documents_at_hand() -> None:
    assert [rule.name for rule in rules() if len(rule.reason) < 20] == []

"""Words for the full-text index: shipped dictionary, words inside words, nothing printed and nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.tokens import terms, tokens, words


@pytest.mark.parametrize(("term", "example"), terms())
def test_every_term_is_one_word_in_its_example(term: str, example: str) -> None:
    assert term in words(example)


def test_terms_stand_once_and_in_order() -> None:
    names = [term for term, _ in terms()]
    assert names == sorted(set(names))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("省发展改革委牵头", "发展改革委"),
        ("国家发展和改革委员会", "国家发展和改革委员会"),
        ("江苏省苏州工业园区", "江苏"),
        ("推进ＡＰＰ建设", "app"),
        ("第１２条", "12"),
        ("连云港市赣榆区", "赣榆区"),
    ],
)
def test_a_text_is_found_by_its_words_and_the_words_inside_them(text: str, found: str) -> None:
    assert set(words(found)) <= set(tokens(text).split(" "))


def test_what_a_person_types_is_never_missed_in_the_text_that_has_it() -> None:
    text = "各设区市人民政府、省各有关部门要落实《江苏省数字经济促进条例》，推动一网通办。"
    for query in ("数字经济", "一网通办", "促进条例", "设区市", "有关部门"):
        assert set(words(query)) <= set(tokens(text).split(" ")), query


def test_punctuation_and_missing_texts_give_nothing() -> None:
    assert tokens("，。《》 \n", None, "") == ""
    assert words("（！）") == []


def test_texts_join_with_a_space() -> None:
    assert tokens("南京", None, "苏州") == "南京 苏州"


def test_jieba_prints_nothing_warns_of_nothing_and_leaves_no_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "from graph.tokens import tokens; print(tokens('政务服务'))"],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.startswith("政务服务")
    assert done.stderr == ""
    assert list(tmp_path.iterdir()) == []

from __future__ import annotations

import pytest

from graph.search import lucene, search, snippet
from graph.session import Database
from tests.samples import LOWER, UPPER, load_samples


def test_nothing_in_a_word_is_lucene_s_syntax() -> None:
    assert lucene(["政务", "服务"]) == "+政务 +服务"
    assert lucene(['a"b', "c*", "x:y", "(z)", "50%", "a/b", "-"]) == '+a\\"b +c\\* +x\\:y +\\(z\\) +50% +a\\/b +\\-'


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("推进政务服务", ["服务"], "推进政务服务"),
        ("前" * 30 + "政务" + "后" * 90, ["政务"], "…" + "前" * 16 + "政务" + "后" * 62 + "…"),
        ("没有这个词" * 20, ["政务"], ("没有这个词" * 16) + "…"),
        ("使用WiFi的单位", ["wifi"], "使用WiFi的单位"),
        ("İ政务", ["政务"], "İ政务"),
        ("", ["政务"], ""),
        ("办" + "前" * 90 + "免证办" + "后" * 90, ["免证办", "办"], "…" + "前" * 16 + "免证办" + "后" * 61 + "…"),
    ],
)
def test_a_snippet_is_the_text_around_the_first_word(text: str, words: list[str], expected: str) -> None:
    assert snippet(text, words) == expected


@pytest.fixture(scope="module")
def samples(engine: Database) -> Database:
    return load_samples(engine)


@pytest.mark.neo4j
def test_words_are_found_in_the_texts_of_all_documents(samples: Database) -> None:
    rows = search(samples, "免证办")
    assert {row["document_id"] for row in rows} >= {LOWER, UPPER}
    assert all("免证办" in row["snippet"] for row in rows)
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


@pytest.mark.neo4j
def test_every_word_must_be_there(samples: Database) -> None:
    both = {row["id"] for row in search(samples, "行政许可 清单", types=["measure"])}
    assert both
    assert both <= {row["id"] for row in search(samples, "清单", types=["measure"])}
    assert search(samples, "行政许可 不存在的词语组合") == []


@pytest.mark.neo4j
def test_types_level_year_and_limit_narrow_the_search(samples: Database) -> None:
    assert {row["kind"] for row in search(samples, "政务服务", types=["section"])} == {"section"}
    assert {row["kind"] for row in search(samples, "江苏省", types=["region"])} == {"region"}
    assert {row["document_id"] for row in search(samples, "免证办", level="central")} == {UPPER}
    assert search(samples, "免证办", year=1999) == []
    assert len(search(samples, "政务服务", limit=2)) == 2


@pytest.mark.neo4j
@pytest.mark.parametrize("text", ["", " ", "！？", '+-&&||!(){}[]^"~*?:\\/', "《》"])
def test_marks_alone_find_nothing(samples: Database, text: str) -> None:
    assert search(samples, text) == []


@pytest.mark.neo4j
def test_texts_come_before_names(samples: Database) -> None:
    names = [row["kind"] in ("department", "region") for row in search(samples, "政务服务", limit=1000)]
    assert names == sorted(names)
    assert any(names)

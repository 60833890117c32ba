"""What features weigh."""

from __future__ import annotations

import pytest

from graph.alignment.weights import TABLE, counted, main, rarity, weight
from loaders.errors import MailuoError


@pytest.mark.parametrize(
    ("common", "telling"),
    [("工作", "二手车"), ("企业", "电子证照"), ("作用", "燃料电池"), ("推动", "海外仓")],
)
def test_what_every_document_says_weighs_less(common: str, telling: str) -> None:
    assert weight(f"word:{common}") < weight(f"word:{telling}") / 2


def test_a_word_that_no_table_has_weighs_as_the_language_says() -> None:
    assert 0 < rarity("word:苹果") < rarity("word:从未见过的词")
    assert rarity("word:从未见过的词") == 1


def test_a_common_word_makes_no_frame() -> None:
    assert weight("frame:工作>推广") == 0
    assert weight("frame:object:电子证照>推广") == 4


def test_counting_is_of_documents_and_not_of_measures() -> None:
    rows = {
        (kind, value): rare for kind, value, rare in counted([["建设冷库。建设冷库。"], ["建设冷库。"], ["建设学校。"]])
    }
    assert rows["word", "建设"] < rows["word", "冷库"]
    assert ("word", "学校") not in rows


def test_the_table_is_written_from_documents(tmp_path, monkeypatch, shared) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("graph.alignment.weights.TABLE", tmp_path / "weights.csv")
    main([str(shared / "corpus" / "policy-compilation-2022.txt")])
    assert (tmp_path / "weights.csv").read_text("utf8") == TABLE.read_text("utf8"), "count it anew and commit it"


def test_without_a_file_nothing_is_counted() -> None:
    with pytest.raises(MailuoError, match="No file to count in"):
        main([])

"""Sentences, clauses and their features."""

from __future__ import annotations

import pytest

from graph.alignment.passages import Unit, bigrams, content


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("（一）推广电子证照。扩大应用范围；建立证照库。", ["推广电子证照", "扩大应用范围", "建立证照库"]),
        ("一、支持参展。（省商务厅、省财政厅按职责分工负责）", ["支持参展"]),
        ("支持参展。（责任单位：省商务厅，各设区市人民政府）", ["支持参展"]),
        ("建设冷库（含产地预冷设施）。", ["建设冷库（含产地预冷设施）"]),
        ("第五条 企业应当按月报送。\n不得虚报。", ["企业应当按月报送", "不得虚报"]),
        ("（省商务厅牵头）", []),
        ("。；", []),
        ("", []),
    ],
)
def test_a_measure_is_cut_into_sentences_that_stand_at_their_offsets(text: str, sentences: list[str]) -> None:
    assert [text[found.start : found.end].strip() for found in Unit("1", text).sentences] == sentences


def kinds(text: str, kind: str) -> set[str]:
    return {found.partition(":")[2] for found in Unit("1", text).features if found.startswith(f"{kind}:")}


def test_words_of_one_object_are_one_frame_with_the_action_of_their_clause() -> None:
    both = kinds("推广电子签章", "frame") & kinds("普及电子印章", "frame")
    assert both == {"object:电子证照>推广"}


def test_a_clause_without_an_action_goes_on_with_the_one_before() -> None:
    assert "object:文化遗产>挖掘" in kinds("深入挖掘老城内涵，传统技艺", "frame")
    assert "object:文化遗产>挖掘" not in kinds("深入挖掘老城内涵。传统技艺", "frame")


def test_bigrams_do_not_cross_punctuation() -> None:
    assert list(bigrams("一网，通办5g")) == ["一网", "通办", "5g"]


def test_numbers_and_single_characters_are_no_words() -> None:
    assert "2025" not in content("到2025年建成10家")
    assert all(len(word) > 1 for word in content("到2025年建成10家研发中心"))

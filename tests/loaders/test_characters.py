from __future__ import annotations

import pytest

from loaders.characters import fold, keeps_space, punctuated, unmisread, width


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("２０２２年９月", "2022年9月"),
        ("ＡＰＰ", "APP"),
        ("国发〔２０２２〕５号", "国发〔2022〕5号"),
        ("⼀、⼆", "一、二"),  # radicals of a PDF font
        ("更\uf901", "更更"),
        ("a\u00a0b\u2003c\td", "a b c d"),
        ("零\u200b宽\ufeff", "零\0宽\0"),
        ("\ue003符号\ufffd", "\0符号\0"),
        ("，。《》（）：；", "，。《》（）：；"),  # punctuation stays as printed
        ("㈠①％", "㈠①％"),
    ],
)
def test_every_character_folds_by_itself_and_the_length_stays(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


@pytest.mark.parametrize(("text", "columns"), [("政务", 4), ("APP", 3), ("2022年", 6), ("", 0), ("，", 2)])
def test_width_counts_columns_on_paper(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("t", "o", True),
        ("G", "5", True),
        ("2", "0", False),  # spaced digits are one number
        ("年", "9", False),
        ("P", "、", False),
        ("é", "a", True),
        (".", "5", False),
    ],
)
def test_a_space_is_a_word_space_only_between_latin_words(left: str, right: str, kept: bool) -> None:
    assert keeps_space(left, right) is kept


@pytest.mark.parametrize(
    ("printed", "matched"),
    [
        ("各市人民政府,省政府各部门:", "各市人民政府，省政府各部门："),
        ("(一)扩大供给.新增1万张.(民政局负责)", "(一)扩大供给。新增1万张。(民政局负责)"),
        ("给予“金融”;对企业", "给予“金融”；对企业"),
        ("到2025年,达到20%.支持企业", "到2025年，达到20%。支持企业"),
        ("扩大供给.2024年底前完成", "扩大供给。2024年底前完成"),
        ("一.扩大", "一.扩大"),
        ("（一）.扩大", "（一）.扩大"),
        ("1.扩大", "1.扩大"),
        ("增长3.5,达到1,200家", "增长3.5，达到1,200家"),
        ("网址http://www.x.gov.cn.", "网址http://www.x.gov.cn."),
        ("发改委.doc", "发改委.doc"),
        ("比例1:2", "比例1:2"),
    ],
)
def test_half_width_marks_beside_hanzi_are_matched_as_full_width_ones(printed: str, matched: str) -> None:
    assert punctuated(printed) == matched
    assert len(matched) == len(printed)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("豫政〔2O24〕l3号", "豫政〔2024〕13号"),
        ("豫政[2O24]I号", "豫政[2024]1号"),
        ("2O24年l2月3l日", "2024年12月31日"),
        ("2024年l月", "2024年1月"),
        ("l998年", "1998年"),
        ("iOS 2020年", "iOS 2020年"),
        ("（IO10）", "（IO10）"),
        ("每年Ol个", "每年Ol个"),
        ("A2O24年", "A2O24年"),
    ],
)
def test_letters_for_digits_are_digits_where_only_digits_stand(printed: str, read: str) -> None:
    assert unmisread(printed) == read

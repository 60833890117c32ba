"""Cleaning, with rows of text in the shapes of PDF text layers, web pages and hand-typed files."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.characters import fold
from loaders.clean import clean
from tests.loaders.written import cleaned, paragraphs, raw


def printed(text: str, columns: int = 30, first: int = 0, empty: bool = False) -> str:
    """A paragraph as a PDF's text layer has it: rows of so many characters, the first one shorter by its indent."""
    rows = [text[: columns - first]] + [text[at : at + columns] for at in range(columns - first, len(text), columns)]
    return ("\n\n" if empty else "\n").join(rows)


SENTENCES = (
    "各设区市要在本地政务服务大厅设立受理窗口，把材料一次收齐，由后台分送各有关部门办理，办结以后从同一个窗口交还申请人，不得让申请人往返奔波。",
    "省有关部门要按月汇总办理情况，对超过时限的事项逐件说明原因，并在下一个月的十五日以前报送省政务服务管理办公室，必要时可以约谈有关负责人。",
    "鼓励各地先行先试，对行之有效的做法及时总结推广，对不能适应群众需要的环节要坚决取消，推动服务更快、更近、更省心，真正让企业和群众满意。",
)


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize("columns", [26, 30, 33])
def test_wrapped_rows_become_paragraphs(columns: int, empty: bool) -> None:
    source = "\n".join(printed(text, columns, 2, empty) for text in SENTENCES * 2)
    assert paragraphs(source) == list(SENTENCES * 2)


FRAME = "\n".join(printed(text, 30, 2) for text in SENTENCES)


def framed(middle: str) -> list[str]:
    """The paragraphs between pages of usual print: what a rule does to ``middle`` on a real page."""
    found = paragraphs(f"{FRAME}\n{middle}\n{FRAME}")
    assert found[:3] == list(SENTENCES)
    assert found[-3:] == list(SENTENCES)
    return found[3:-3]


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        pytest.param(
            "各地要把窗口延伸到乡镇（街道）和村（社区），让办事的人\n— 13 —\n少跑一次腿，把材料多传一次网。",
            ["各地要把窗口延伸到乡镇（街道）和村（社区），让办事的人少跑一次腿，把材料多传一次网。"],
            id="a page number in mid-sentence",
        ),
        pytest.param(
            "这项工作由省交通运输厅负责，省工业和信息\n－ 7 －\n化厅配合，各设区市人民政府承担。",
            ["这项工作由省交通运输厅负责，省工业和信息化厅配合，各设区市人民政府承担。"],
            id="a page number in a name",
        ),
        pytest.param(
            "各地要在完成上一年度的清查之后，最迟不得晚于2023年1\n— 8 —\n0月底报送全部结果，并附本地区说明。",
            ["各地要在完成上一年度的清查之后，最迟不得晚于2023年10月底报送全部结果，并附本地区说明。"],
            id="a page number in a date",
        ),
        pytest.param(
            "到本年度末，全省新建充电桩的总数应当不少于1\n·9·\n2345个，其中县城和乡镇各占一半。",
            None,
            id="dots around a number are no page number that is known",
        ),
        pytest.param(
            "各级财政要把必需的经费列入预算，并按照《江苏省政务服务条\n 例》的规定公开使用情况，接受审计监督。",
            ["各级财政要把必需的经费列入预算，并按照《江苏省政务服务条例》的规定公开使用情况，接受审计监督。"],
            id="a page mark in a title",
        ),
        pytest.param(
            "本办法所依据的文件是省政府办公厅印发的苏政办发〔20\n22〕69号，以及此后对它所作的修改。",
            ["本办法所依据的文件是省政府办公厅印发的苏政办发〔2022〕69号，以及此后对它所作的修改。"],
            id="a document number broken in its year",
        ),
        pytest.param(
            "自 2022 年 9 月 26 日起，9 种证照〔2021〕第 7 号用 APP 、短信发送。",
            ["自2022年9月26日起，9种证照〔2021〕第7号用APP、短信发送。"],
            id="spaced digits",
        ),
        pytest.param(
            "系统应当提供 Open API 和 Smart City 两种接口，支持 IPv 6。",
            ["系统应当提供Open API和Smart City两种接口，支持IPv 6。"],
            id="word spaces inside Latin phrases stay",
        ),
        pytest.param(
            "一、总体要求\n（一）指导思想。把方便办事放在首位。",
            ["一、总体要求", "（一）指导思想。把方便办事放在首位。"],
            id="unit numbers begin paragraphs",
        ),
        pytest.param(
            "第 3 页 共 20 页\n二、重点任务",
            ["二、重点任务"],
            id="a page number in words",
        ),
        pytest.param(
            "\u200b三\u200b、保障\ue000措施",
            ["三、保障措施"],
            id="zero-width and private-use characters",
        ),
    ],
)
def test_layout_is_taken_out(middle: str, expected: list[str] | None) -> None:
    if expected is not None:
        assert framed(middle) == expected
    else:
        assert "·9·" in "".join(framed(middle))


def test_rows_of_a_title_and_a_list_are_not_joined() -> None:
    assert paragraphs("江苏省财政厅\n关于公布清单的通知\n苏财〔2023〕901号\n各设区市财政局：\n现将清单公布。") == [
        "江苏省财政厅",
        "关于公布清单的通知",
        "苏财〔2023〕901号",
        "各设区市财政局：",
        "现将清单公布。",
    ]


def test_paragraphs_that_one_line_holds_come_apart() -> None:
    source = "关于做好服务的通知\u3000\u3000各市、县：\u3000\u3000现通知如下。    一、提高认识。    二、抓好落实。"
    assert paragraphs(source) == [
        "关于做好服务的通知",
        "各市、县：",
        "现通知如下。",
        "一、提高认识。",
        "二、抓好落实。",
    ]


def test_indents_begin_paragraphs() -> None:
    source = "\n".join(
        f"\u3000\u3000{printed(text, 30, 2)}" for text in [SENTENCES[0], SENTENCES[1], SENTENCES[2], SENTENCES[0]]
    )
    assert paragraphs(source) == [SENTENCES[0], SENTENCES[1], SENTENCES[2], SENTENCES[0]]


def test_a_latin_word_that_a_row_breaks_is_joined_at_its_hyphen_and_spaced_without_one() -> None:
    assert framed(
        "各级公共服务场所都要设置统一的无线网络，名称用醒目的大字写Wi-\nFi标明，并向全体办事的人免费开放使用。"
    ) == ["各级公共服务场所都要设置统一的无线网络，名称用醒目的大字写Wi-Fi标明，并向全体办事的人免费开放使用。"]
    assert framed("各级公共服务场所都要公开接口，在目录中要写明它叫作“Open\nAPI”，并附上中文的说明、例子。") == [
        "各级公共服务场所都要公开接口，在目录中要写明它叫作“Open API”，并附上中文的说明、例子。"
    ]


def test_an_empty_source_gives_no_text_and_still_answers() -> None:
    nothing = cleaned(" \n\n— 3 —\n")
    assert nothing.text == ""
    assert nothing.paragraphs == ()
    assert nothing.line(0) == 1
    assert nothing.pages(0) == (None, None)
    assert nothing.source_offset(0) == 0


def test_names_side_by_side_stay_apart_in_the_spaced_text() -> None:
    found = cleaned("江苏省财政厅  江苏省商务厅\n2022年9月1日")
    start, end = found.paragraphs[0]
    assert found.text[start:end] == "江苏省财政厅江苏省商务厅"
    assert found.spaced(start, end) == "江苏省财政厅 江苏省商务厅"


def test_the_printed_form_shows_lines() -> None:
    assert str(cleaned("\n关于服务的通知\n\n一、要求\n")) == "2\t关于服务的通知\n4\t一、要求"


TITLE = "关于设立便民驿站的通知\n苏政办发〔2022〕905号\n各市人民政府：\n"
RUNNING = printed(
    "现就便民驿站的设立通知如下，" + "".join(text.replace("。", "；") for text in SENTENCES * 4), 24, 2
).split("\n")
PAGES = TITLE + "\n".join(
    [*RUNNING[:9], "— 1 —", f" {RUNNING[9]}", *RUNNING[10:20], "— 2 —", f" {RUNNING[20]}", *RUNNING[21:]]
)


@pytest.mark.parametrize(
    ("row", "line", "page", "printed_page"),
    [(0, 4, 1, 1), (8, 12, 1, 1), (9, 14, 2, 2), (19, 24, 2, 2), (20, 26, 3, None), (34, 40, 3, None)],
)
def test_every_word_knows_its_line_and_both_page_numbers(
    row: int, line: int, page: int, printed_page: int | None
) -> None:
    found = cleaned(PAGES)
    at = found.text.index(RUNNING[0]) + sum(map(len, RUNNING[:row]))
    assert found.text.startswith(RUNNING[row], at)
    assert (found.line(at), *found.pages(at)) == (line, page, printed_page)


def test_a_sentence_goes_on_over_page_marks_and_page_numbers() -> None:
    assert paragraphs(PAGES)[3:] == ["".join(RUNNING)]


_PIECES = st.sampled_from(
    [*"各市县要在日前完成，。；：、（一）《》", "一、", "（二）", "1．", "2022年", " 9月", "１０", "APP", "smart "]
    + ["\n", "\n", "\n\n", " ", "\u3000\u3000", "\t", "\u200b", "\ue012", "\f", "\r\n", "— 13 —", "苏政发〔2022〕71号"]
)


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=120).map("".join))
def test_every_clean_offset_leads_back_to_its_character(source: str) -> None:
    found = clean(raw(source))
    text = source
    previous = -1
    for at, character in enumerate(found.text):
        origin = found.source_offset(at)
        if character == "\n":
            continue
        assert origin > previous
        previous = origin
        if character == " " and text[origin : origin + 1] != " ":  # a word space that stands for a row's end or a gap
            # … or for a page number that stood between two words
            assert fold(text[origin]) in " \0" or text[origin] in "\r\n\u3000—"
        else:
            assert fold(text[origin]) == character


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=120).map("".join))
def test_cleaning_loses_nothing_but_layout(source: str) -> None:
    found = clean(raw(source))
    kept = re.sub(r"\s", "", found.text)
    everything = re.sub(r"[\s\0]", "", fold(source))
    if "13" not in source and "—" not in source:
        assert kept == everything
    spans = found.paragraphs
    assert all(left[1] + 1 == right[0] for left, right in pairwise(spans))
    assert "\n".join(found.text[start:end] for start, end in spans) == found.text

from __future__ import annotations

from time import process_time

import pytest

from tests.loaders.written import paragraphs

FULL = "全省各级政务服务大厅要为老年人残疾人和其他有困难的人开设专门窗口"  # 32 characters, no sentence's end


def wrapped(*rows: str) -> list[str]:
    """The paragraphs of rows on a page whose full rows are 32 characters wide."""
    page = [FULL] * 6
    found = paragraphs("\n".join([*page, f"{FULL[:20]}。", *rows, *page, f"{FULL[:20]}。"]))
    assert found[0] == found[-1] == FULL * 6 + FULL[:20] + "。"
    return found[1:-1]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([FULL, "提供帮助。"], [f"{FULL}提供帮助。"], id="a full row goes on"),
        pytest.param(
            ["提供帮助。", "加强宣传。"], ["提供帮助。", "加强宣传。"], id="a short row that ends a sentence does not"
        ),
        pytest.param(
            [f"{FULL[:31]}。", FULL, "提供帮助。"],
            [f"{FULL[:31]}。{FULL}提供帮助。"],
            id="a full row that ends a sentence goes on",
        ),
        pytest.param(
            ["现将《关于加快发展的意见》（粤府〔2019〕3号）", "转发给你们，请执行。"],
            ["现将《关于加快发展的意见》（粤府〔2019〕3号）转发给你们，请执行。"],
            id="a sentence that has only named a document goes on",
        ),
        pytest.param(
            ["附件：湖北省财政厅关于", "加快发展的通知"],
            ["附件：湖北省财政厅关于加快发展的通知"],
            id="a title goes on behind 关于",
        ),
        pytest.param(
            ["一、总体要求", FULL, "提供帮助。"], ["一、总体要求", f"{FULL}提供帮助。"], id="a heading stands alone"
        ),
        pytest.param(
            ["（一）" + FULL[:29], "的若干要求"], ["（一）" + FULL[:29] + "的若干要求"], id="a long heading goes on"
        ),
        pytest.param(
            [FULL, "1．提供帮助。"], [f"{FULL}1．提供帮助。"], id="a number in a sentence that is not finished"
        ),
        *(
            pytest.param([FULL[:26] + aside, "（二）提供帮助。"], [FULL[:26] + aside, "（二）提供帮助。"], id=aside)
            for aside in ("〔财政厅〕", "【财政厅】", "［财政厅］", "（财政厅）")
        ),
        pytest.param(
            [FULL[:26] + "〔2022〕", "2．提供帮助。"],
            [FULL[:26] + "〔2022〕2．提供帮助。"],
            id="the year of a number goes on",
        ),
        pytest.param(
            [FULL[:27] + "各市〔州〕", "人民政府。"], [FULL[:27] + "各市〔州〕人民政府。"], id="a bracket in a sentence"
        ),
        pytest.param(
            [f"{FULL[:20]}。", "1．提供帮助。"], [f"{FULL[:20]}。", "1．提供帮助。"], id="a number behind a sentence"
        ),
        pytest.param(
            [FULL[:25] + "，", "提供帮助。"], [FULL[:25] + "，提供帮助。"], id="a comma never ends a paragraph"
        ),
        pytest.param(
            ["二、本政策执行至2024年6月", "30日。"],
            ["二、本政策执行至2024年6月30日。"],
            id="a date goes on behind its month",
        ),
        pytest.param(
            ["二、本政策执行至2024", "年6月。"],
            ["二、本政策执行至2024年6月。"],
            id="a date goes on behind its year's digits",
        ),
        pytest.param(
            ["二、窗口建设计划2024", "100个窗口。"],
            ["二、窗口建设计划2024", "100个窗口。"],
            id="a heading may end in a year",
        ),
        pytest.param(["依据《", "江苏省条例》办理。"], ["依据《江苏省条例》办理。"], id="an open bracket never does"),
        pytest.param(
            [FULL[:28], "；提供帮助。"], [FULL[:28] + "；提供帮助。"], id="nothing begins with a closing mark"
        ),
        pytest.param(["江苏省财政厅", "2022年9月1日"], ["江苏省财政厅", "2022年9月1日"], id="a signature and its date"),
        pytest.param([FULL, "附件：清单"], [FULL, "附件：清单"], id="a list of attachments"),
        pytest.param([FULL[:20], "——坚持改革。"], [FULL[:20], "——坚持改革。"], id="a bullet"),
        pytest.param(["苏财〔", "2022〕901号"], ["苏财〔2022〕901号"], id="a number broken behind its bracket"),
        pytest.param(["苏财〔2022〕", "901号"], ["苏财〔2022〕901号"], id="a number broken behind its year"),
        pytest.param(["苏财〔2022〕90", "1号"], ["苏财〔2022〕901号"], id="a number broken in its digits"),
        pytest.param(["苏财〔2022〕901", "号"], ["苏财〔2022〕901号"], id="a number broken in front of 号"),
        pytest.param(
            [f"{FULL[:25]}〔财政厅〕", "（三）改善服务。"],
            [f"{FULL[:25]}〔财政厅〕", "（三）改善服务。"],
            id="a duty in 〔〕",
        ),
        pytest.param(
            ["二、提供补贴，执行到2022年", "12月底。"],
            ["二、提供补贴，执行到2022年12月底。"],
            id="a day broken behind its year",
        ),
        pytest.param(["二、补贴执行到2022年12月", "31日。"], ["二、补贴执行到2022年12月31日。"], id="behind its month"),
        pytest.param(["二、补贴执行到2022年1", "2月底。"], ["二、补贴执行到2022年12月底。"], id="in its digits"),
        pytest.param(
            ["二、本办法自", "2022年1月起施行。"], ["二、本办法自2022年1月起施行。"], id="in front of its year"
        ),
        pytest.param(["二、补贴不超过", "500元。"], ["二、补贴不超过500元。"], id="an amount"),
        pytest.param(
            ["二、工作安排", "2022年1月起草。"], ["二、工作安排", "2022年1月起草。"], id="a day below a heading"
        ),
        pytest.param(["附件1", "年度计划表"], ["附件1", "年度计划表"], id="a title that begins with 年"),
        pytest.param(
            ["二、驿站数量2022", "元旦开放。"], ["二、驿站数量2022", "元旦开放。"], id="digits below a heading"
        ),
        pytest.param(
            ["（此件公开发布）", "江苏省方案"], ["（此件公开发布）", "江苏省方案"], id="a remark stands alone"
        ),
        pytest.param(["附件", "江苏省方案"], ["附件", "江苏省方案"], id="附件 alone"),
        pytest.param(["抄送：省委各部委。", "江苏省方案"], ["抄送：省委各部委。", "江苏省方案"], id="抄送"),
        pytest.param([f"{FULL[:31]}。", "特此公告。"], [f"{FULL[:31]}。", "特此公告。"], id="a formula"),
        pytest.param([FULL, "特此公告。"], [f"{FULL}特此公告。"], id="a formula in a sentence"),
        pytest.param([FULL, "——即方便。"], [f"{FULL}——即方便。"], id="a dash in mid-sentence is no bullet"),
        pytest.param([FULL, "主动公开范围。"], [f"{FULL}主动公开范围。"], id="words of a remark in mid-sentence"),
        pytest.param([f"{FULL[:20]}通", "知"], [f"{FULL[:20]}通知"], id="a character alone"),
        pytest.param(
            ["附件：" + FULL[:25] + "名录", "江苏省财政厅"],
            ["附件：" + FULL[:25] + "名录", "江苏省财政厅"],
            id="a body",
        ),
        pytest.param(
            ["一、自2022年9月1日起到2023年10月31日止，本省各" + FULL[:7], "可以申请。"],
            ["一、自2022年9月1日起到2023年10月31日止，本省各" + FULL[:7] + "可以申请。"],
            id="a row with digits is full at a smaller width",
        ),
    ],
)
def test_rows_of_a_page_of_full_rows(rows: list[str], expected: list[str]) -> None:
    assert wrapped(*rows) == expected


TITLE = ["江苏省财政厅关于印发票据管理方案", "的通知", "苏财〔2022〕901号"]


@pytest.mark.parametrize("last", [f"{FULL[:31]}。", f"{FULL[:31]}）", f"附件：{FULL[:27]}表", f"抄送：{FULL[:29]}"])
def test_a_title_with_its_number_begins_a_paragraph_however_full_the_row_above_is(last: str) -> None:
    assert wrapped(last, *TITLE) == [last, *TITLE]


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["干部任免", *TITLE], 5),
        (["省政府9月份大事记", "1日，调研。"], 3),
        (["干部任免", "提供帮助。"], 2),
        (["干部任免。", *TITLE], 4),  # the end of a sentence
    ],
)
def test_the_heading_of_a_section_stands_alone_below_a_full_row(rows: list[str], count: int) -> None:
    assert len(wrapped(f"{FULL[:31]}。", *rows)) == count


@pytest.mark.parametrize(
    ("rows", "parted"),
    [
        (["一、要求", f"牵头单位：{FULL[:26]}", f"二、{FULL[:30]}", "便民。"], True),
        (["（一）要求。", FULL, f"（二）{FULL[:29]}", "便民。"], True),
        ([f"江苏省{FULL[:25]}管理办法", "第一章  总  则"], True),
        ([f"江苏省{FULL[:25]}管理办法", "一、范围"], True),
        (["（一）要求。", f"{FULL[:31]}第", "（二）项要求。"], False),
        (["（一）要求。", FULL, "（二）项要求。"], False),
        (["一、要求。", f"{FULL[:31]}，", "二、三产业。"], False),
        (["（一）要求。", FULL, "（四）便民。"], False),  # not the number that is due
        (["第一条  要求。", FULL, "第二条办理。"], False),  # of a law
        ([f"按规定，{FULL[:24]}管理办法", "一、范围。"], True),
        ([f"群众办事。{FULL[:23]}管理办法", "一、范围。"], False),
    ],
)
def test_a_number_below_a_full_row_begins_the_unit_that_is_due(rows: list[str], parted: bool) -> None:
    assert any(text.startswith(rows[-2 if rows[-1] == "便民。" else -1][:3]) for text in wrapped(*rows)) is parted


def test_a_number_below_a_full_row_begins_a_unit_where_first_rows_are_indented() -> None:
    first = f"\u3000\u3000{FULL[:30]}\n{FULL}\n{FULL[:31]}"
    source = "\n".join([*[f"{first}。"] * 5, first, "\u3000\u3000（一）便民。"])
    assert paragraphs(source)[-1] == "（一）便民。"


def test_bodies_under_a_full_row_that_ends_the_text_begin_their_own_paragraphs() -> None:
    assert wrapped(f"{FULL[:31]}。", "江苏省财政厅", "江苏省商务厅") == [
        f"{FULL[:31]}。",
        "江苏省财政厅",
        "江苏省商务厅",
    ]


def test_a_signer_below_a_full_row_begins_a_paragraph_where_first_rows_are_indented() -> None:
    first = f"\u3000\u3000{FULL[:30]}\n{FULL}\n{FULL[:31]}"
    source = "\n".join(
        [*[f"{first}。"] * 5, f"{first}）", "江苏省财政厅", f"{first}。", "江苏省商务厅", "关于发放票据的"]
    )
    text = f"{FULL[:30]}{FULL}{FULL[:31]}"
    assert paragraphs(source) == [
        *[f"{text}。"] * 5,
        f"{text}）",
        "江苏省财政厅",
        f"{text}。",
        "江苏省商务厅",
        "关于发放票据的",
    ]


def test_rows_that_are_not_wrapped_are_paragraphs() -> None:
    rows = ["关于服务的通知", "一、扩大范围。", FULL, "二、缩短时限。", "省财政厅"]
    assert paragraphs("\n".join(rows)) == rows


def test_indented_rows_begin_paragraphs_even_where_the_row_above_is_full() -> None:
    row = FULL[:30]
    source = "\n".join(f"\u3000\u3000{row}\n{FULL}\n{FULL[:31]}。" for _ in range(5))
    assert paragraphs(source) == [f"{row}{FULL}{FULL[:31]}。"] * 5


def test_where_indents_are_lost_a_first_row_is_narrower() -> None:
    first = FULL[:30]
    source = "\n".join(f"{first}\n{FULL}\n{FULL[:31]}。" for _ in range(12))
    assert paragraphs(source) == [f"{first}{FULL}{FULL[:31]}。"] * 12


def test_a_heading_and_a_title_above_first_rows_without_indent_stand_alone() -> None:
    first = FULL[:30]
    paragraph = f"{first}\n{FULL}\n{FULL[:20]}。"
    whole = f"{first}{FULL}{FULL[:20]}。"
    title = "江苏省政务服务大厅窗口建设与管理三年行动的实施方案"
    heading = "一、推动各级各类政务服务大厅的窗口向基层延伸与覆盖"
    source = "\n".join([*[paragraph] * 12, title, paragraph, heading, paragraph])
    assert paragraphs(source) == [*[whole] * 12, title, whole, heading, whole]


def test_documents_of_one_file_may_be_printed_in_different_widths() -> None:
    narrow = "各县的窗口，每天上午都要按时开门接待"  # 18 characters
    wide = f"各级政务服务大厅，{FULL}"
    found = paragraphs("\n".join([narrow] * 300 + ["提供帮助。"] + [wide] * 300 + ["提供帮助。"]))
    assert found == [narrow * 300 + "提供帮助。", wide * 300 + "提供帮助。"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["要让群众少跑腿，这一项工作由省交通运输", "— 3 —", "厅负责。"], 1),
        (["要让群众少跑腿的工作由省交通运输部门来办", "— 3 —", "江苏省财政厅"], 2),
        (["要让群众少跑腿，这一项工作由省交通厅负责。", "— 3 —", "江苏省财政厅"], 2),
    ],
)
def test_a_sentence_goes_on_behind_a_page_number_at_any_width(rows: list[str], expected: int) -> None:
    assert len(paragraphs("\n".join(rows))) == expected


@pytest.mark.parametrize("title", ["关于做好全省政务服务大厅开设窗口和优化流程工作的通知", f"关于{FULL[:24]}的通知"])
def test_a_title_below_its_number_ends_where_its_last_line_is_full(title: str) -> None:
    page = [f"　　{FULL[:30]}", FULL, FULL, f"{FULL[:20]}。"] * 3
    head = [
        "苏政办发〔2023〕901号",
        "",
        "         江苏省人民政府办公厅",
        f"     {title}",
        "",
        f"各设区市人民政府，{FULL[:18]}，",
    ]
    found = paragraphs("\n".join([*head, "各直属单位：", *page]))
    assert found[:4] == [head[0], "江苏省人民政府办公厅", title, f"{head[-1]}各直属单位："]
    issuers = ["江苏省财政厅", "江苏省水利厅", "江苏省商务厅", "江苏省司法厅"]
    rows = [head[0], *(f"           {name}" for name in issuers), *head[3:], "各直属单位：", *page]
    assert paragraphs("\n".join(rows))[:7] == [head[0], *issuers, *found[2:4]]
    bodies = [head[0], f"各省、自治区、直辖市，{FULL[:18]}和计划", "单列市税务局："]
    assert paragraphs("\n".join([*bodies, *page]))[:2] == [head[0], "".join(bodies[1:])]
    text = paragraphs("\n".join([f"     {FULL[:26]}的通知", "提供帮助。", *page]))
    assert text[0] == f"{FULL[:26]}的通知提供帮助。"  # no number above: a sentence


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["全省要新增窗口三百个、", "2.5以上的比例由县里确定。"], 1),
        ([FULL] * 5 + ["2.5左右，要逐月公布。"], 1),
        (["窗口要公示。", "2.5窗口要值守。"], 2),
        (["2.1收件", "2.1.1窗口要公示。"], 2),
        (["窗口要公示，并且要按月通报。", "2收件", "2.1窗口要值守。"], 3),
    ],
)
def test_a_decimal_begins_a_paragraph_behind_one_that_has_ended(rows: list[str], expected: int) -> None:
    assert len(paragraphs("\n".join(rows))) == expected


def test_rows_that_end_like_titles_take_linear_time() -> None:
    def seconds(count: int) -> float:
        started = process_time()  # other processes do not count
        paragraphs("江苏省财政厅关于规范票据的通知\n各市财政局、\n" * count)
        return process_time() - started

    assert seconds(8000) < 8 * max(seconds(2000), 0.05)

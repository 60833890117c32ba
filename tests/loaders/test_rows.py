from __future__ import annotations

from time import perf_counter

import pytest

from loaders.rows import rows
from tests.loaders.written import cleaned, raw


def texts(source: str) -> list[str]:
    return [row.text for row in rows(raw(source))[0]]


def marks(source: str) -> list[int]:
    return [mark.value for mark in rows(raw(source))[1]]


@pytest.mark.parametrize(
    "printed",
    ["— 13 —", "—13—", "－ 13 －", "- 13 -", "–13–", "― １３ ―", "\u3000— 13 —\u3000", "─ 13 ─", "第13页",
     "第 13 页 共 40 页", "第13页/共40页", "第13页（共40页）", "—\u200b13\u200b—"],
)  # fmt: skip
def test_a_printed_page_number_is_taken_out(printed: str) -> None:
    assert texts(f"要做好\n{printed}\n这项工作。") == ["要做好", "这项工作。"]
    assert marks(f"要做好\n{printed}\n这项工作。") == [13]


@pytest.mark.parametrize(
    "printed", ["13", "——坚持改革", "— 13", "2022—2025", "第13页的表格", "-13℃", "——13——个", "— 12345 —", "(13)"]
)
def test_what_merely_looks_like_a_page_number_stays(printed: str) -> None:
    assert len(texts(f"要做好\n{printed}\n这项工作。")) == 3
    assert marks(f"要做好\n{printed}\n这项工作。") == []


def test_a_page_number_inside_a_line_is_taken_out_where_its_dashes_stand_apart() -> None:
    assert texts("要把窗口延伸到 — 7 — 乡镇和村。") == ["要把窗口延伸到乡镇和村。"]
    assert marks("要把窗口延伸到 — 7 — 乡镇和村。") == [7]
    assert texts("期限为2022年— 7 —月") == ["期限为2022年—7—月"]
    assert marks("气温 -7- 度") == []


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        (["1", "甲。", "\f2", "乙。", "\f3", "丙。"], [1, 2, 3]),  # keeps step with the pages
        (["甲。", "5", "\f乙。", "6", "\f丙。", "7"], [5, 6, 7]),
        (["甲。", "·5·", "\f乙。", "• 6 •"], [5, 6]),
        (["甲。", "2022", "\f乙。", "\f丙。"], []),  # one alone is no row of page numbers
        (["甲。", "9", "\f乙。", "3", "\f丙。", "30"], []),  # out of step
        (["甲。", "5", "乙。", "6"], []),  # a source without pages
    ],
)
def test_bare_numbers_count_only_where_they_keep_step_with_the_pages(lines: list[str], taken: list[int]) -> None:
    assert marks("\n".join(lines)) == taken


HEAD, FOOT = "山南省人民政府公报 2022年第{}期", "主办：山南省人民政府"


def paged(*pages: list[str]) -> str:
    return "\n\f".join("\n".join(page) for page in pages)


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (paged(*([HEAD.format(8), f"甲{page}。"] for page in "一二三")), ["甲一。", "甲二。", "甲三。"]),
        (
            paged(*([HEAD.format(8), "SHANNAN GONGBAO", f"甲{page}。", FOOT, f"·{page}·"] for page in range(11, 14))),
            ["甲11。", "甲12。", "甲13。"],
        ),
        # Left and right pages differ; a document's title that runs on is a title on its first page.
        (
            paged(*([("政策选编", "山南省水利篇")[page % 2], f"甲{page}。"] for page in range(6))),
            [f"甲{page}。" for page in range(6)],
        ),
        (
            paged(*(["山南省水利管理办法", f"甲{page}。"] for page in range(3))),
            ["山南省水利管理办法", "甲0。", "甲1。", "甲2。"],
        ),
        *(
            (paged(*([f"山南省惠民政策{edition}", f"甲{page}。"] for page in range(3))), ["甲0。", "甲1。", "甲2。"])
            for edition in ("汇编（2020年）", "手册（2020年版）", "选编（第二辑）", "文件(上册)")
        ),
        # What a browser prints around a page, of one page too.
        (paged(["11/28/26, 3:30 AM 政策", "甲。", "https://example.org/a.html 1/2"], ["乙。"]), ["甲。", "乙。"]),
        (paged(["甲。", "2026/11/28 15:30", "file:///C:/a.html 1/2"], ["乙。"]), ["甲。", "乙。"]),
    ],
)
def test_running_heads_are_taken_out(source: str, left: list[str]) -> None:
    assert texts(source) == left


@pytest.mark.parametrize(
    "source",
    [
        paged(*([HEAD.format(8), f"甲{page}。"] for page in "一二")),  # twice is no rule
        paged(*(["省水利厅", f"甲{page}。", "2023年底前"] for page in "一二三")),  # cells of a table
        paged(*([f"甲{page}。", "完成时限：2023年底前", "牵头单位：省水利厅"] for page in "一二三")),  # labels
        paged(*([f"甲{page}。", "建设水库（省水利厅）"] for page in "一二三")),  # duties
        paged(*([f"甲{page}。", "建设水库（2022年底）"] for page in "一二三")),
        paged(*([f"甲{page}", "（2022年）"] for page in "一二三")),
        paged(*([f"甲{page}。", "责任单位：省水利厅、省财政厅"] for page in "一二三")),
        paged(*([f"{page}、加强工作", f"甲{page}", "并抓好落实。"] for page in "一二三")),  # units, ends of sentences
        paged(*([HEAD.format(8) if page % 5 == 0 else "乙", f"甲{page}。"] for page in range(11))),  # here and there
        paged(
            *(["关于同意建设水库的批复", f"山水许〔2022〕{page}号", f"甲{page}。"] for page in range(3))
        ),  # documents
        paged(*([f"山水许〔2022〕{page}号", "关于同意建设水库的批复", f"甲{page}。"] for page in range(3))),
        paged(*(["关于同意建设水库的批复", "甲公司：", f"甲{page}。"] for page in range(3))),
        "\n".join([HEAD.format(8), "甲。"] * 3),  # no pages
    ],
)
def test_lines_that_recur_at_the_edge_of_pages_otherwise_stay(source: str) -> None:
    assert len(texts(source)) == source.count("\n") + 1


@pytest.mark.parametrize("rule", ["---", "* * *", "======", "____________", "────────"])
def test_a_line_drawn_between_two_texts_parts_them(rule: str) -> None:
    found, _ = rows(raw(f"甲\n{rule}\n乙\n丙"))
    assert [(row.text, row.breaks) for row in found] == [("甲", False), ("乙", True), ("丙", False)]
    assert texts("——坚持改革\n**\n-1") == ["——坚持改革", "**", "-1"]


def test_a_row_knows_its_gaps_indent_and_offsets() -> None:
    (row,), _ = rows(raw("\u3000\u3000江苏省财政厅 江苏省商务厅"))
    assert row.text == "江苏省财政厅江苏省商务厅"
    assert row.indented
    assert row.pieces == ((2, "江苏省财政厅"), (9, "江苏省商务厅"))
    assert row.gaps == (1,)
    assert row.width == 25


def test_a_deleted_character_leaves_no_gap() -> None:
    (row,), _ = rows(raw("江苏\u200b省\u200b \u200b财政厅"))
    assert row.text == "江苏省财政厅"
    assert row.gaps == (2,)


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("甲。\u3000\u3000乙。\u3000\u3000丙。", ["甲。", "乙。", "丙。"]),
        ("\u3000\u3000甲。", ["甲。"]),
        ("甲。    乙。", ["甲。", "乙。"]),
        ("甲乙    丙丁", ["甲乙丙丁"]),  # spaces that part no sentences align columns
        ("甲 乙。", ["甲乙。"]),
        ("甲。\u3000乙。", ["甲。乙。"]),
        ("甲。\u3000\u3000\u200b", ["甲。"]),
        ("第一章\u3000总\u3000\u3000则", ["第一章总则"]),  # a spaced-out word
        ("附\u3000\u3000则", ["附则"]),
        ("甲。\u3000\u3000第一章\u3000总\u3000\u3000则\u3000\u3000第一条", ["甲。", "第一章总则", "第一条"]),
    ],
)
def test_two_full_width_spaces_part_paragraphs(printed: str, parts: list[str]) -> None:
    assert texts(printed) == parts


@pytest.mark.parametrize("piece", ["\u3000\u3000化", "化    ", "\u3000 "])
def test_a_line_of_many_gaps_takes_linear_time(piece: str) -> None:
    started = perf_counter()
    cleaned("甲" + piece * 60_000)
    assert perf_counter() - started < 3  # 0.5 s where it is linear, else far more

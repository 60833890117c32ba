"""Splitting: books of documents, with a table of contents and their name above the titles; every sentence is ours."""

from __future__ import annotations

import pytest

from tests.loaders.compiled import ranges, titles
from tests.loaders.written import parted

CONTENTS = ("江南省财政厅关于规范票据的通知", "江南省民政厅关于建设驿站的通知")
BILLS = (
    "江南省财政厅\n江南省商务厅\n关于规范票据的通知\n江财〔2022〕901号\n各市财政局：\n一、要求。票据要规范。\n二、检查。按季检查。\n"
    "江南省财政厅\n江南省商务厅\n2022年9月1日\n"
)
STATIONS = (
    "江南省民政厅关于建设驿站的通知\n江民〔2022〕902号\n各市民政局：\n一、布局。十五分钟可达。\n二、标识。全省一个样。\n"
    "江南省民政厅\n2022年9月2日\n"
)


@pytest.mark.parametrize("between", ["", "\n— 1 —\n"])
@pytest.mark.parametrize("above", ["目　录\n", "江南省惠民政策选编\n（第三辑）\n目 录\n"])
@pytest.mark.parametrize(
    "entry",
    [
        "{title}……{page}",
        "{order}．{title}（江财〔2022〕90{order}号）.......{page}",
        "{order}、{title}（江财〔2022〕90{order}号）……（{page}）",
        "{title} . . . . . . {page}",
        "{title}……\n{page}",
        "{title}……- {page} -",
        "{title}      {page}",
        "{title}（江财〔2022〕90{order}号）\t{page}",
        "{title}\n{page}",
        "{order}.{title}（江财〔2022〕90{order}号）",
    ],
)
def test_a_table_of_contents_is_no_part_of_the_first_title(entry: str, above: str, between: str) -> None:
    lines = [entry.format(order=order, title=title, page=4 * order) for order, title in enumerate(CONTENTS, 1)]
    found = parted(above + "\n".join(lines) + f"\n{between}{BILLS}{STATIONS}")
    assert titles(found) == ["江南省财政厅江南省商务厅关于规范票据的通知", "江南省民政厅关于建设驿站的通知"]


RULES = "票据管理条例\n（2022年9月1日江南省第九届人民代表大会常务委员会第三次会议通过）\n第一条 票据由省统一印制。"


@pytest.mark.parametrize(
    "above", ["江南省法规汇编\n", "江南省法规汇编\n（上册）\n", "江南省人民政府公报 2022·6\n", "财政文件选编\n\n"]
)
def test_the_name_of_the_book_is_no_part_of_the_title(above: str) -> None:
    assert titles(parted(above + RULES)) == ["票据管理条例"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("江南省财政厅关于印发票据政策汇编\n的通知", "江南省财政厅关于印发票据政策汇编的通知"),
        ("江南省财政厅关于印发\n票据政策汇编\n的通知", "江南省财政厅关于印发票据政策汇编的通知"),
        ("江南省\n票据管理条例", "江南省票据管理条例"),
    ],
)
def test_a_title_that_names_a_book_keeps_its_lines(lines: str, title: str) -> None:
    assert titles(parted(f"{lines}\n江财〔2022〕901号\n各市财政局：\n一、要求。票据要规范。\n")) == [title]


ORDER = (
    "江南省人民政府令第901号\n《江南省票据办法》已经省政府同意，现予公布。\n省长 张某\n2022年9月1日\n"
    "江南省票据办法\n第一条 票据由省统一印制。\n"
)
TITLES = ["江南省人民政府令", "江南省民政厅关于建设驿站的通知"]


@pytest.mark.parametrize("mast", ["江南省人民政府公报\n", "江南省人民政府公报\n2022年第6期\n6月8日出版\n", ""])
@pytest.mark.parametrize(
    "category", ["省政府令\n", "政府规章\n", "省政府令\n江南省人民政府令第901号 江南省票据办法……（3）\n"]
)
def test_the_contents_of_a_gazette_are_no_document(mast: str, category: str) -> None:
    entries = "江南省民政厅关于建设驿站的通知（江民〔2022〕\n902号）………（9）\n本刊登载的规章为标准文本。\n"
    assert titles(parted(f"{mast}目 录\n{category}{entries}{ORDER}{STATIONS}")) == TITLES


@pytest.mark.parametrize("entry", ["第一章 要求", "一、关于票据的管理办法", "（一）票据方案", "票据方案"])
def test_a_text_with_chapters_in_its_contents_is_one(entry: str) -> None:
    text = f"江南省票据规划\n目 录\n{entry}……1\n第二章 检查……2\n第一章 要求\n票据要规范。\n第二章 检查\n按季检查。"
    assert titles(parted(text)) == ["江南省票据规划"]


UNNUMBERED = "江西省民政厅\n关于建设驿站的通告\n为了便民，现通告如下：\n一、布局。十五分钟可达。\n"


SECTIONED = [UNNUMBERED, UNNUMBERED.replace("为了便民，现通告如下：\n", ""), STATIONS.replace("江南", "江西")]


@pytest.mark.parametrize("document", SECTIONED)
@pytest.mark.parametrize("above", [BILLS, BILLS.rsplit("江南省财政厅\n", 1)[0]])
def test_the_heading_of_a_section_stands_above_a_document(above: str, document: str) -> None:
    found = parted(f"{above}省级层面\n{document}")
    assert len(found.parts) == 2
    assert found.parts[1].first_line == above.count("\n") + 1
    assert titles(found)[1].startswith("江西省民政厅关于建设驿站的通")


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("关于做好驿站\n建设工作的通知\n各市民政局：\n一、布局。十五分钟可达。\n", 2),
        ("关于做好驿站建设工作的通知\n一、布局。十五分钟可达。\n", 1),  # addressed to nobody: a text that it issues
        ("关于建设驿站的请示\n省财政厅：\n我局拟建驿站。\n", 1),  # a form
        ("附件\n关于做好驿站建设工作的通知\n各市民政局：\n一、布局。十五分钟可达。\n", 1),
        ("驿站图例\n江南省民政厅关于建设驿站的说明\n驿站有图例。\n", 1),
    ],
)
def test_an_addressed_notice_below_a_date_is_a_document(below: str, count: int) -> None:
    assert len(parted(BILLS + below).parts) == count


def test_a_forwarded_notice_is_none() -> None:
    forwarding = BILLS.replace("关于规范票据的通知", "转发财政部票据通知的通知")
    assert len(parted(f"{forwarding}关于规范票据管理的通知\n各省财政厅：\n一、要求。规范。\n").parts) == 1


@pytest.mark.parametrize(
    "behind",
    [
        "主管主办：江南省人民政府\n国内统一刊号：CN00-9001/D\n定 价：免费赠阅\n",
        "省政府9月份大事记\n1日，省长到甲市调研。\n9月2日，省政府开会。\n",
        "9月大事记\n1日，省长到甲市调研。\n编辑出版：江南省人民政府公报编辑部\n",
    ],
)
def test_what_a_gazette_prints_behind_its_last_document(behind: str) -> None:
    last = STATIONS.count("\n")
    reason = "what a gazette prints behind the document"
    title = "江南省民政厅关于建设驿站的通知"
    assert ranges(parted(STATIONS + behind)) == [(1, last, title), (last + 1, last + behind.count("\n"), reason)]


@pytest.mark.parametrize(
    "behind",
    [
        "主办：省民政厅。\n",
        "三、编写大事记\n1日内办结。\n",
        "大事记\n由县志办编写。\n",
        "驿站大事记\n3月1日前编写完成。\n",
        "附件1\n驿站建设大事记\n3月1日，开始建设。\n",
        "附件\n驿站图例印制申请表\n份数：\n印刷：\n",
    ],
)
def test_other_lines_at_the_end_stay(behind: str) -> None:
    assert len(ranges(parted(STATIONS + behind))) == 1


def test_the_attachments_of_a_notice_with_their_pages_are_no_contents_of_a_book() -> None:
    text = "江南省民政厅关于建设驿站的通知\n附件1 关于建设驿站的方案……3\n各市民政局：\n一、布局。十五分钟可达。\n"
    assert titles(parted(text)) == ["江南省民政厅关于建设驿站的通知"]

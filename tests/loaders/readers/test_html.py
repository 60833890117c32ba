from __future__ import annotations

from pathlib import Path

import pytest

from loaders.clean import clean
from loaders.errors import MailuoError
from loaders.readers import read_file
from loaders.readers.html import read

PAGE = Path("页.html")


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>一、种茶</p><p>二、采茶</p>", ["一、种茶", "二、采茶"]),
        ("<p>一、种\n  茶<br>二、采茶<br/><br/>三、制茶</p>", ["一、种 茶", "二、采茶", "三、制茶"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p><b>各</b><span>市</span><a href='javascript:x()'>人民</a>政府<o:p></o:p>：</p>", ["各市人民政府："]),
        ("<p>　　为种好茶，</p><p>&nbsp;</p><p>\u3000</p>", ["　　为种好茶，"]),
        ("<p>甲&lt;乙&gt;&amp;&#8220;丙&#8221;</p>", ["甲<乙>&“丙”"]),
        ("<script>var 甲;</script><style>乙{}</style><p>丙</p><!-- 丁 --><noscript>戊</noscript>", ["丙"]),
        ("<p style='DISPLAY : none'>甲</p><p hidden>乙</p><p style='visibility:hidden'>丙</p><p>丁</p>", ["丁"]),
        ("<nav><a>首页</a></nav><form id='aspnet'><select><option>甲</option></select><p>乙</p></form>", ["乙"]),
        ("<center>关于种茶的通知</center>甲", ["关于种茶的通知", "甲"]),
        (
            "<table><tr><td>索 引 号：</td><td>01/2020</td><th>发文字号</th><td>甲发〔2020〕1号</td></tr>"
            "<tr><td>[发布日期]</td><td></td></tr></table>",
            ["索引号：01/2020", "发文字号：甲发〔2020〕1号"],
        ),
        (
            "<table><tr><th>任务</th><th>责任单位</th></tr><tr><td><p>种茶</p></td><td>茶办</td></tr></table>",
            ["任务\t责任单位", "1．种茶。（责任单位：茶办）"],
        ),
        (
            "<table><tr><td>甲<script>x()</script></td><td><p hidden>隐</p>乙<br>丙</td></tr></table>",
            ["甲\t乙丙"],
        ),
        ("<table><tr><td>左</td><td><table><tr><td>甲</td></tr></table></td></tr></table>", ["左", "甲"]),
        (
            f"<table><tr><td>左</td><td><p>{'长' * 300}</p><p>{'文' * 300}</p></td></tr></table>",
            ["左", "长" * 300, "文" * 300],
        ),
        ("<p>甲<p>乙<td>丙</b>", ["甲", "乙", "丙"]),
        ("<svg><text>甲</text></svg><p>乙</p>", ["乙"]),
    ],
)
def test_a_page_gives_the_lines_that_a_reader_sees(page: str, lines: list[str]) -> None:
    assert read(PAGE, page.encode()).split("\n") == lines


@pytest.mark.parametrize(
    ("page", "paragraphs"),
    [
        # Lines of nearly one width are rows of print where breaks part them, and paragraphs where elements do.
        ("<p>{}</p>", 6),
        ("<ul><li>{}</li></ul>", 6),
        ("<table><tr><td>号</td><td>{}</td></tr></table>", 6),
        ("<div>{}</div>", 6),
        ("{}<br>", 1),
    ],
)
def test_elements_end_paragraphs_and_breaks_do_not(tmp_path: Path, page: str, paragraphs: int) -> None:
    lines = ["各地要为老年人残疾人和其他有困难的人开设专门" + "窗口" * (number % 2) for number in range(6)]
    (tmp_path / "a.html").write_text("<html><body>" + "".join(page.format(line) for line in lines), "utf-8")
    assert len(clean(read_file(tmp_path / "a.html")).paragraphs) == paragraphs


def test_a_page_with_an_element_for_every_printed_row_is_print(tmp_path: Path) -> None:
    rows = [*["各地要为老年人残疾人和其他有困难的人开设专门窗口"] * 20, "并加强宣传。"] * 2
    (tmp_path / "a.html").write_text("<html><body>" + "".join(f"<p>{row}</p>" for row in rows), "utf-8")
    assert len(clean(read_file(tmp_path / "a.html")).paragraphs) == 2


def test_a_short_page_of_print_is_joined_and_a_list_of_names_is_not(tmp_path: Path) -> None:
    rows = [
        "为了规范票据的印制、领取和使用，根据有关法律法规的规定，经研究，现就全省",
        "各级财政部门加强票据管理的有关事项通知如下，请各地各部门认真执行，并将执",
        "行情况及时报送省财政厅，确保各项措施落地见效，全面提升票据管理的水平，让",
        "人民群众办事更加方便，让窗口工作人员的负担切实减轻，让票据的管理更加规范",
        "有序。",
    ]
    file = tmp_path / "a.html"
    file.write_text("<html><body>" + "".join(f"<p>{row}</p>" for row in rows), "utf-8")
    raw = read_file(file)
    assert clean(raw).text == "".join(rows)
    names = [f"江苏省南京市第{number}高级职业中等专业学校附属幼儿园第三分园实验基地" for number in "一二三四五六"]
    file.write_text("<html><body>" + "".join(f"<p>{row}</p>" for row in names), "utf-8")
    raw = read_file(file)
    assert clean(raw).text == "\n".join(names)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_is_found_whatever_the_page_says(encoding: str) -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>关于种好茶树的通知</p></body></html>"
    assert read(PAGE, page.encode(encoding)) == "关于种好茶树的通知"


@pytest.mark.parametrize("page", ["<html></html>", "<script>甲</script>", "<p>&nbsp;\u3000</p>"])
def test_a_page_without_text_says_so(page: str) -> None:
    with pytest.raises(MailuoError, match="页.html: a web page that shows no text"):
        read(PAGE, page.encode())


@pytest.mark.parametrize(
    "page",
    ["<div>" * 50_000, "<b>" * 20_000, "<table><tr><td>" * 5_000, "&#0;" * 10_000, "<p style='" + "display:" * 10_000],
    ids=["deep", "unclosed", "tables", "null", "style"],
)
def test_hostile_pages_keep_what_stands_before(page: str) -> None:
    assert read(PAGE, f"<p>甲</p>{page}乙".encode()).startswith("甲")

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document as Word
from lxml import etree

from loaders.clean import clean
from loaders.errors import MailuoError
from loaders.readers import read_file
from loaders.readers.docx import read_lines
from loaders.readers.docx_numbering import Numbering
from tests.loaders.readers.renderings import docx, saved

FILE = Path("文.docx")
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(file: Path, data: bytes) -> str:
    return "\n".join(line for line, _ in read_lines(file, data))


def package(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NAMES}>{part}</w:{name}>")
    return buffer.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_end_where_word_ends_them_and_lines_inside_one_may_go_on(tmp_path: Path) -> None:
    lines = ["各地要为老年人残疾人和其他有困难的人开设专门" + "窗口" * (number % 2) for number in range(6)]
    for body, count in (("".join(map(p, lines)), 6), (p("</w:t><w:br/><w:t>".join(lines)), 1)):
        (tmp_path / "a.docx").write_bytes(package(body))
        assert len(clean(read_file(tmp_path / "a.docx")).paragraphs) == count


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("一、种茶") + p("二、采茶"), "一、种茶\n二、采茶"),
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>", "甲\n乙\t丙"),
        ("<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>", "增"),
        (
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>",
            "链",
        ),
        (
            "<w:tbl><w:tr><w:tc>" + p("任务") + "</w:tc><w:tc>" + p("省") + p("厅") + "</w:tc></w:tr></w:tbl>",
            "任务\t省厅",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc><w:tc><w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl></w:tc>"
            f"<w:tc>{p('丙')}</w:tc></w:tr></w:tbl>",
            "乙\n甲\t丙",
        ),
        (
            f"<w:p><w:r><w:t>甲</w:t><w:pict><w:txbxContent>{p('苏政发〔2022〕1号')}</w:txbxContent></w:pict></w:r></w:p>",
            "甲\n苏政发〔2022〕1号",
        ),
        ("<w:sdt><w:sdtContent>" + p("甲") + "</w:sdtContent></w:sdt>", "甲"),
    ],
)
def test_paragraphs_and_rows_are_lines(body: str, text: str) -> None:
    assert read(FILE, package(body)) == text


def test_pages_are_those_that_word_noted(tmp_path: Path) -> None:
    broken = "<w:p><w:r><w:t>乙</w:t><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p>"
    file = tmp_path / "a.docx"
    file.write_bytes(package(p("甲") + broken + p("丁")))
    assert [(line.text, line.page) for line in read_file(file).lines] == [("甲", 1), ("乙丙", 2), ("丁", 2)]
    table = f"<w:tbl><w:tr><w:tc>{p('左')}</w:tc><w:tc>{broken}</w:tc></w:tr></w:tbl>"
    file.write_bytes(package(p("甲") + table + p("丁")))
    assert [(line.text, line.page) for line in read_file(file).lines] == [("甲", 1), ("左\t乙丙", 2), ("丁", 2)]
    file.write_bytes(package(p("甲") + p("乙")))
    assert [line.page for line in read_file(file).lines] == [None, None]


def numbered(depth: int, name: str = "1") -> str:
    return f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr></w:pPr>'


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    format_ = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{format_}</w:lvl>'


LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}{level(1, "chineseCounting", "（%2）")}'
    f"{level(2, 'decimal', '%3.')}{level(3, 'decimalEnclosedCircle', '%4')}{level(4, 'bullet', '•')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1")}{level(1, "decimal", "%1.%2")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/>'
    "</w:lvlOverride></w:num>"
)


@pytest.mark.parametrize(
    ("paragraphs", "labels"),
    [
        ([(0, "1"), (1, "1"), (1, "1"), (0, "1"), (1, "1")], ["一、", "（一）", "（二）", "二、", "（一）"]),
        ([(2, "1"), (3, "1"), (3, "1"), (4, "1")], ["1.", "①", "②", ""]),
        ([(0, "2"), (1, "2"), (0, "1"), (1, "2")], ["1", "1.1", "一、", "1.2"]),
        ([(0, "3"), (0, "3")], ["十一、", "十二、"]),
        ([(0, "0"), (0, "9"), (7, "1")], ["", "", ""]),
    ],
)
def test_numbers_that_word_counts_stand_before_their_paragraphs(
    paragraphs: list[tuple[int, str]], labels: list[str]
) -> None:
    body = "".join(p("种茶", numbered(depth, name)) for depth, name in paragraphs)
    assert read(FILE, package(body, numbering=LISTS)).split("\n") == [f"{label}种茶" for label in labels]


def test_a_style_numbers_its_paragraphs() -> None:
    styles = f'<w:style w:styleId="T1">{numbered(0)}</w:style>'
    body = p("种茶", '<w:pPr><w:pStyle w:val="T1"/></w:pPr>') + p("采茶", '<w:pPr><w:pStyle w:val="T2"/></w:pPr>')
    assert read(FILE, package(body, numbering=LISTS, styles=styles)) == "一、种茶\n采茶"


@pytest.mark.parametrize(
    ("form", "count", "label"),
    [
        ("chineseCountingThousand", 10, "十"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 105, "一百零五"),
        ("ideographTraditional", 2, "乙"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 2, "B"),
        ("decimalEnclosedCircleChinese", 21, "21"),
        ("ordinal", 4, "4"),
    ],
)
def test_the_forms_of_numbers(form: str, count: int, label: str) -> None:
    lists = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">{level(0, form, "%1", count)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    paragraph = etree.fromstring(f"<w:p {NAMES}>{numbered(0)}</w:p>")
    assert Numbering(etree.fromstring(lists), None).label(paragraph) == label


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(["甲"])[:-40], "a broken DOCX file"),
        (package("<w:p>"), "a broken DOCX file"),
        (package("<w:p/>"), "without text"),
        (saved(Word().save), "without text"),
    ],
    ids=["cut off", "no XML", "no paragraph with text", "new"],
)
def test_what_is_wrong_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(MailuoError, match=f"文.docx: .*{reason}"):
        read(FILE, data)


def test_a_package_that_unpacks_to_a_flood_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.readers.docx.LIMIT", 1000)
    with pytest.raises(MailuoError, match="a broken DOCX file"):
        read(FILE, package(p("甲" * 2000)))


def test_entities_are_not_expanded() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        bomb = f'<!DOCTYPE d [<!ENTITY a "{"甲" * 1000}">]><w:document {NAMES}>'
        archive.writestr("word/document.xml", f"{bomb}<w:p><w:r><w:t>乙&a;</w:t></w:r></w:p></w:document>")
    assert read(FILE, buffer.getvalue()) == "乙"

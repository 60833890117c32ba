"""The same paragraphs as text, web pages, DOCX, PDF and rows of tables, each in layouts that real sources have."""

from __future__ import annotations

import csv
import html
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from docx import Document as Word
from docx.enum.text import WD_BREAK
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from loaders.clean import clean
from loaders.extract import extracted
from loaders.readers import read_file

FONT = "STSong-Light"
ROW = 28
ROWS = 22


def paragraphs(sample: Path) -> list[str]:
    """The paragraphs of a sample, its addressees one of their own as they are printed."""
    raw = read_file(sample)
    text = clean(raw)
    addressees = {item.document.addressees for item in extracted(raw)[0]}
    found = []
    for start, end in text.paragraphs:
        paragraph = text.text[start:end]
        head = next((name for name in addressees if name and paragraph.startswith(f"{name}：")), None)
        found += [f"{head}：", paragraph[len(head) + 1 :]] if head else [paragraph]
    return [paragraph for paragraph in found if paragraph]


def rows(paragraphs: list[str]) -> str:
    """Text as it is copied out of a page: rows of one width."""
    return "\n".join(row for paragraph in paragraphs for row in _rows(paragraph))


def _rows(paragraph: str) -> list[str]:
    """A paragraph in rows of ROW full-width characters, a Latin one half as wide, none beginning with a stop."""
    found, width = [""], 0.0
    for character in paragraph:
        step = 0.5 if character.isascii() else 1
        if width + step > ROW and character not in "，。；：、！？）》”〕":
            found.append("")
            width = 0
        found[-1] += character
        width += step
    return found


def page_of_paragraphs(paragraphs: list[str]) -> str:
    """A page with a menu, the metadata table of a government site, a paragraph an element, and a foot."""
    body = "".join(f'<p style="text-indent:2em"><span>　　{html.escape(item)}</span></p>\n' for item in paragraphs)
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>文件</title><style>p{margin:0}</style></head><body>"
        "<nav><a href='/'>首页</a> <a href='/zc'>政策</a></nav>"
        "<table><tr><td>索 引 号：</td><td>014000000/2022-00123</td><td>主题分类：</td><td>综合政务</td></tr>"
        f"<tr><td>发布日期：</td><td>2022-08-01</td><td>有效性：</td><td>有效</td></tr></table>\n{body}"
        "<script>var share = '分享到';</script><p>扫一扫在手机打开当前页</p><p>主办单位：某某办公室</p></body></html>"
    )


def page_of_breaks(paragraphs: list[str]) -> str:
    """A page laid out in a table inside a form, the text in one element with breaks, encoded in GB18030."""
    body = "<br/>\n<br>".join(html.escape(item) for item in paragraphs)
    return (
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head><body>"
        "<form id='form1'><input type='hidden' value='x'><table><tr><td width='20%'>&nbsp;</td><td><table><tr>"
        f"<td><div id='zoom'><!-- begin -->{body}</div></td></tr></table></td></tr></table></form></body></html>"
    )


def docx(paragraphs: list[str]) -> bytes:
    """A DOCX file, a paragraph each, in several runs, a page break after the tenth."""
    document = Word()
    for number, item in enumerate(paragraphs):
        paragraph = document.add_paragraph()
        half = len(item) // 2
        paragraph.add_run(item[:half]).bold = True
        paragraph.add_run(item[half:])
        if number == 10:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
    return saved(document.save)


def pdf(paragraphs: list[str]) -> bytes:
    """A PDF in rows of one width, indented paragraphs, a page number at the foot of each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    lines = rows([f"　　{item}" if item.endswith("。") else item for item in paragraphs]).split("\n")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for first in range(0, len(lines), ROWS):
        canvas.setFont(FONT, 16)
        for place, line in enumerate(lines[first : first + ROWS]):
            canvas.drawString(70, 760 - 28 * place, line)
        canvas.setFont(FONT, 12)
        canvas.drawString(280, 60, f"— {first // ROWS + 1} —")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def pictures(*, text_on: tuple[int, ...] = (), pages: int = 2) -> bytes:
    """A PDF whose pages are drawings; those numbered in ``text_on`` (1-based) have a line of text."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number in range(1, pages + 1):
        canvas.rect(50, 50, 400, 600, fill=1)
        if number in text_on:
            canvas.setFont(FONT, 16)
            canvas.drawString(70, 760, "关于印发茶树规划的通知")
            canvas.drawString(70, 730, "甲发〔2022〕1号")
            canvas.drawString(70, 700, "一、种好茶树。各地要种好茶树。")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """What a library writes into a file."""
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of the files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def table(rows_: list[dict[str, str]], delimiter: str = ",") -> str:
    """A CSV with the keys of the first row as names."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows_[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows_)
    return stream.getvalue()


def json_lines(rows_: list[dict[str, object]]) -> str:
    """A JSON object a line."""
    return "".join(f"{json.dumps(row)}\n" for row in rows_)

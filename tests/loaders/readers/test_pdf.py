from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from loaders.errors import MailuoError
from loaders.extract import extract_file
from loaders.readers import read_file
from loaders.readers.pdf import read
from tests.loaders.readers.renderings import pdf, pictures, saved

FILE = Path("文.pdf")


def blank() -> bytes:
    def save(buffer: object) -> None:
        canvas = Canvas(buffer)
        canvas.showPage()
        canvas.save()

    return saved(save)


def locked() -> bytes:
    def save(buffer: object) -> None:
        canvas = Canvas(buffer, encrypt=StandardEncryption("secret", canPrint=0))
        canvas.drawString(50, 700, "x")
        canvas.save()

    return saved(save)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n", "a damaged PDF"),
        (pdf(["甲"])[:200], "a damaged PDF"),
        (pictures(), "a PDF of pictures without a text layer"),
        (blank(), "a PDF without text"),
        (locked(), "a PDF that wants a password"),
    ],
    ids=["header", "cut off", "pictures", "nothing", "locked"],
)
def test_what_is_wrong_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(MailuoError, match=f"文.pdf: {reason}"):
        read(FILE, data)


def test_pages_and_rows_stand_as_printed(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf([f"{number}、种好茶树" for number in range(1, 31)]))
    lines = read_file(file).lines
    assert [(line.text, line.page) for line in lines if line.text.startswith(("1、", "22、", "23、", "30、"))] == [
        ("1、种好茶树", 1),
        ("22、种好茶树", 1),
        ("23、种好茶树", 2),
        ("30、种好茶树", 2),
    ]


def test_the_indent_of_a_pages_first_row_stays() -> None:
    found, _ = read(FILE, pdf(["种茶。"]))
    assert found.startswith("　　种茶。")


def test_a_page_that_is_a_picture_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pictures(text_on=(1, 2), pages=3))
    found = extract_file(file)
    assert [document.doc_number for document in found.documents][:1] == ["甲发〔2022〕1号"]
    assert "page 3 is a picture without a text layer" in [item.reason for item in found.rejections]

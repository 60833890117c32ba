from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from loaders.errors import MailuoError
from loaders.readers import read_file
from loaders.readers.formats import recognise


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (packed("xl/workbook.xml"), "an XLSX file"),
        (packed("ppt/presentation.xml"), "a PPTX file"),
        (packed("OFD.xml", "Doc_0/Document.xml"), "an OFD file"),
        (packed("mimetype", "content.xml"), "an OpenDocument file"),
        (packed("通知.txt"), "a zip archive"),
        (packed("通知.txt")[:20], "a broken zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or WPS file"),
        (b"{\\rtf1\\ansi", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"BM\x36\x00\x0c\x00", "a BMP picture"),
        (b"MZ\x90\x00", "a program"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"<?xml version='1.0'?><feed>", "an XML file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # an archive holds the time it was made
)
def test_formats_are_known_by_their_bytes_whatever_the_name(tmp_path: Path, data: bytes, name: str) -> None:
    file = tmp_path / "文件.txt"
    file.write_bytes(data)
    with pytest.raises(MailuoError) as caught:
        read_file(file)
    assert caught.value.sentence == f"{file}: not text but {name}."
    assert "UTF-8" in caught.value.advice


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (packed("[Content_Types].xml", "word/document.xml"), "a DOCX file"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
        (b"\xef\xbb\xbf<html lang='zh'>", "a web page"),
        (b"<!-- saved from url --><html>", "a web page"),
        (b"<div class='text'>", "a web page"),
        (b"<p>", "a web page"),
        (b"<?xml version='1.0'?><html xmlns=''>", "a web page"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_formats_that_are_read_are_known_by_their_bytes(data: bytes, name: str) -> None:
    assert recognise(data) == name


@pytest.mark.parametrize("text", ["BMW汽车通知", "MZ办法", "PK赛通知", "<办法>", "关于PDF格式的通知"])
def test_text_that_begins_like_a_format_stays_text(text: str) -> None:
    assert recognise(text.encode()) is None

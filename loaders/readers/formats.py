"""Formats known by their first bytes, so that a file that is not plain text is named for what it is."""

from __future__ import annotations

import io
import re
import zipfile

PDF = "a PDF"
DOCX = "a DOCX file"
HTML = "a web page"
ZIP = "a zip archive"
_MAGIC = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or WPS file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
# Two letters alone may begin a text; such formats are believed only where a NUL byte follows.
_SHORT = 3
_HEAD = 1024
_HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*<(?:!--|(?:!doctype\s+html|html|head|body|meta|title|div|p|table)[\s>/])", re.IGNORECASE
)
_XML = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml\b")
_PACKAGES = (("word/", DOCX), ("xl/", "an XLSX file"), ("ppt/", "a PPTX file"), ("OFD.xml", "an OFD file"))


def recognise(data: bytes) -> str | None:
    """The name of the format that is not plain text, with its article; None when nothing speaks against text."""
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    head = data[:_HEAD]
    for magic, name in _MAGIC:
        if data.startswith(magic) and (len(magic) >= _SHORT or b"\x00" in head):
            return name
    if _HTML.match(head):
        return HTML
    if _XML.match(head):
        return HTML if b"<html" in head.lower() else "an XML file"
    return None


def _package(data: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "a broken zip archive"
    for prefix, name in _PACKAGES:
        if any(entry.startswith(prefix) for entry in names):
            return name
    return "an OpenDocument file" if "mimetype" in names else ZIP

"""PDF files: their text layer, a page after the other; what was scanned and has none cannot be read."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2

from loaders.errors import MailuoError

_LINE_END = re.compile(r"\r\n?")
_ROW_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at the end of a row."""


def read(file: Path, data: bytes) -> tuple[str, tuple[int, ...]]:
    """Return the text, pages parted by form feeds, and the numbers of the pages that are pictures without text.

    MailuoError when the file is damaged, wants a password, or no page has text. Rows stand as they are printed.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise MailuoError(f"{file}: a PDF that wants a password.", "Save it without one.") from error
        raise MailuoError(f"{file}: a damaged PDF.", "Fetch it again.") from error
    try:
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise MailuoError(f"{file}: a damaged PDF.", "Fetch it again.") from error
    finally:
        document.close()
    pictures = tuple(number for number, (text, filled) in enumerate(pages, 1) if filled and not text)
    if not any(text for text, _ in pages):
        reason = "a PDF of pictures without a text layer" if pictures else "a PDF without text"
        raise MailuoError(f"{file}: {reason}.", "Recognise its text (OCR) and give that, or the page's HTML.")
    return "\n\f".join(text for text, _ in pages), pictures


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, bool]:
    """The text of a page, and whether anything is drawn on it."""
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            text = _LINE_END.sub("\n", words.get_text_bounded()).replace(_ROW_HYPHEN, "")
        finally:
            words.close()
        filled = any(True for _ in page.get_objects(max_depth=1))
    finally:
        page.close()
    # The indent of the first row stays: it says that a paragraph begins with the page.
    return text.replace("\f", "").strip("\n ") if text.strip() else "", filled

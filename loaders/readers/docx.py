"""DOCX files: paragraphs and rows of tables a line each, with the numbers that Word counts itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from loaders.errors import MailuoError
from loaders.readers.docx_numbering import Numbering
from loaders.readers.tasks import Span, Table, count

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIMIT = 256 * 1024 * 1024
"""Bytes that a part of the package unpacks to at most: a small file may unpack to any size."""
_UNSEEN = frozenset(
    [f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}pPr", f"{W}rPr", f"{W}sectPr"]
    + ["{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)
"""What is no text of the printed page, or is there twice (ISO/IEC 29500-1, 17.13 revisions and 17.16 fields)."""


def read_lines(file: Path, data: bytes) -> list[tuple[str, bool]]:
    """The lines, and whether a paragraph begins with each, not a break inside one; form feeds part pages as Word did.

    MailuoError when the file is broken or has no text.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        document = _part(package, "word/document.xml")
        numbering = Numbering(_part(package, "word/numbering.xml"), _part(package, "word/styles.xml"))
    except (zipfile.BadZipFile, etree.LxmlError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise MailuoError(f"{file}: a broken DOCX file.", "Open it in a word processor and save it again.") from error
    if document is None:
        raise MailuoError(f"{file}: a DOCX file without a text.", "Open it in a word processor and save it again.")
    lines = [(line, whole) for line, whole in _lines(document, numbering) if line.strip(" \t\xa0\u3000")]
    if not lines:
        raise MailuoError(f"{file}: a DOCX file without text, perhaps only pictures.", "Give the text itself.")
    return lines


def _part(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    try:
        part = package.getinfo(name)
    except KeyError:
        return None
    if part.file_size > LIMIT:
        raise ValueError(f"{name} unpacks to {part.file_size} bytes")
    with package.open(part) as stream:
        data = stream.read(LIMIT + 1)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def _lines(document: etree._Element, numbering: Numbering) -> Iterator[tuple[str, bool]]:
    """Paragraphs as lines, a table's row as readers.tasks has it; form feeds before the line of a new page.

    Tables stand in cells of others, and paragraphs in the text boxes of others: each is a line of its own.
    """
    tables: list[Table] = []
    open_rows: list[list[list[str]]] = []
    open_spans: list[list[Span]] = []
    walk = etree.iterwalk(document, events=("start", "end"))
    for event, element in walk:
        if element.tag in _UNSEEN:
            if event == "start":
                walk.skip_subtree()
        elif element.tag == f"{W}p" and event == "start":
            feeds, text = _text(element)
            text = numbering.label(element) + text
            if open_rows and open_rows[-1]:
                open_rows[-1][-1].append(feeds + text.replace("\n", "").strip())
            else:
                yield from ((line, part == 0) for part, line in enumerate((feeds + text).split("\n")))
        elif element.tag == f"{W}tbl":
            tables = [*tables, Table()] if event == "start" else tables[:-1]
        elif element.tag == f"{W}tr" and event == "start":
            open_rows.append([])
            open_spans.append([])
        elif element.tag == f"{W}tr":
            cells = open_rows.pop()
            feeds = "\f" * sum(text.count("\f") for cell in cells for text in cell)
            table = tables[-1] if tables else Table()
            yield (
                feeds + table.line([[text.replace("\f", "") for text in cell] for cell in cells], open_spans.pop()),
                True,
            )
        elif element.tag == f"{W}tc" and event == "start" and open_rows:
            open_rows[-1].append([])
            open_spans[-1].append(_span(element))


def _span(cell: etree._Element) -> Span:
    """The columns that a cell takes, and whether the one above goes on in it (ISO/IEC 29500-1, 17.4.17 and 17.4.84)."""
    across = cell.find(f"{W}tcPr/{W}gridSpan")
    value = across.get(f"{W}val", "") if across is not None else ""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
    return Span(count(value), 1, goes_on)


def _text(paragraph: etree._Element) -> tuple[str, str]:
    """The page breaks in a paragraph as form feeds, as Word noted them when the file was saved, and its text.

    A page that begins inside a paragraph begins with its line: the paragraph stays whole.
    """
    parts: list[str] = []
    feeds = ""
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _UNSEEN or element.tag == f"{W}txbxContent":
            walk.skip_subtree()
        elif element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{W}tab", f"{W}ptab"):
            parts.append("\t")
        elif element.tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif element.tag == f"{W}lastRenderedPageBreak":
            feeds += "\f"
        elif element.tag in (f"{W}br", f"{W}cr") and element.get(f"{W}type") in (None, "textWrapping"):
            parts.append("\n")
    return feeds, "".join(parts)

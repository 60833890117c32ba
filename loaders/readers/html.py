"""Web pages: the text that a reader of the page sees, a block a line, the page's own metadata table as label：value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from loaders.errors import MailuoError
from loaders.forms import PAGE_FIELDS
from loaders.readers import text
from loaders.readers.tasks import CELL, Span, Table, count

_UNSEEN = re.compile(
    r"script|style|noscript|template|head|title|meta|link|iframe|object|embed|svg|canvas|audio|video|map|select|option|"
    r"button|input|textarea|nav"
)
"""Elements whose content is no text of the page, or a menu of the site around it."""
_INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|meter|output|q|rb|rp|rt|"
    r"ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr|\w+:\w+"
)
"""Elements that stand in a line (HTML Standard, phrasing content; Word's o:p, st1:…); others begin and end one."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_LABEL = re.compile(rf"[\[【]?(?:{PAGE_FIELDS}|有效期|时效性?|标题|名称)[\]】]?[：:]?")


def read(file: Path, data: bytes) -> str:
    """Return the text of a page; MailuoError when it shows none."""
    return "\n".join(line for line, _ in read_lines(file, data))


def read_lines(file: Path, data: bytes) -> list[tuple[str, bool]]:
    """The lines of a page, and whether a block begins with each, not a break inside one; MailuoError without any.

    The encoding is found as for text files, whatever the page says of itself. Nothing in a page is run or followed.
    """
    decoded = text.decode(file, data)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(decoded.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise MailuoError(f"{file}: a web page that cannot be read.", "Save its text and give that.") from error
    lines = list(_lines(root))
    if not lines:
        raise MailuoError(f"{file}: a web page that shows no text.", "Save the page with its text, or its attachment.")
    return lines


def _lines(root: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """The lines of a page in order, none empty, and whether a block begins with each.

    One walk without recursion: hostile pages are nested deep.
    """
    parts: list[str] = []
    whole = True
    tables: dict[html.HtmlElement | None, Table] = {}
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag
        if event == "start":
            hidden = _is_hidden(element)
            row = None if hidden or name != "tr" else _row(element, tables.setdefault(_table(element), Table()))
            if not _INLINE.fullmatch(name):
                yield from _line(parts, whole)
                whole = name != "br"
            if hidden or row is not None:
                walk.skip_subtree()
                yield from ((line, True) for line in row or ())
            else:
                parts.append(element.text or "")
        else:
            if not _INLINE.fullmatch(name):
                yield from _line(parts, whole)
                whole = name != "br"
            parts.append(element.tail or "")
    yield from _line(parts, whole)


def _is_hidden(element: html.HtmlElement) -> bool:
    if _UNSEEN.fullmatch(element.tag) or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _line(parts: list[str], whole: bool) -> Iterator[tuple[str, bool]]:
    """What was gathered as a line; white space is as a browser shows it, the ideographic space stays."""
    line = _SPACE.sub(" ", "".join(parts)).strip(" ")
    parts.clear()
    if line.strip("\xa0\u3000\u200b\ufeff "):
        yield line, whole


def _table(row: html.HtmlElement) -> html.HtmlElement | None:
    return next(row.iterancestors("table"), None)


def _row(row: html.HtmlElement, table: Table) -> list[str] | None:
    """A row of a table: label：value of a metadata table, else as readers.tasks has it; None where it is a layout."""
    if row.find(".//table") is not None:
        return None
    found = list(row.iterchildren("td", "th"))
    read = [[line for line, _ in _lines(cell)] for cell in found]
    cells = ["".join(cell).strip(" \xa0\u3000") for cell in read]
    if len(cells) < 2 or max(map(len, cells)) > CELL:
        return None
    if _LABEL.fullmatch(_compact(cells[0])):
        pairs = zip(cells[::2], cells[1::2], strict=False)
        return [f"{_compact(label).rstrip('：:')}：{value}" for label, value in pairs if label and value]
    spans = [Span(count(cell.get("colspan") or ""), count(cell.get("rowspan") or "")) for cell in found]
    line = table.line([[text.strip(" \xa0\u3000") for text in cell] for cell in read], spans)
    return [line] if line else []


def _compact(text_: str) -> str:
    return re.sub(r"[\s\u3000\xa0]", "", text_)

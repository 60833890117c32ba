"""What pages print at their edges: their number alone, and running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from loaders.characters import IDEOGRAPHIC_SPACE, fold
from loaders.folios import alone, dashed, names_file, names_issue, plain, series, unfinished
from loaders.forms import BODY_NAME, NUMBER_LINE
from loaders.readers import Line, Raw
from loaders.readers.tasks import LABEL
from loaders.titles import BOOK, ends_title

_PAGE_NUMBER = re.compile(r"\W*(?:第?\d{1,4}页?)\W*")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]+")
_BROWSER = re.compile(
    r"\d{1,4}/\d{1,2}/\d{1,4}[,，]?(?:上午|下午)?\d{1,2}:\d{2}(?:[AP]M)?(?![。，；]).*|(?:https?|file)://\S*?\d{1,4}/\d{1,4}"
)
"""What a browser prints above and below a page: the day and the page's title, the address and the count of pages."""
_EDGE = 3  # lines at either end of a page
_LEAST = 3  # pages that a running head stands on
_SPREAD = 3  # and at least one page in so many from its first to its last: left and right pages may differ
_CELL = re.compile(r"[（(]?#[）)、．.]|到?#年|附件|——")
_CLOSED = "。；，：、）"
_EDITION = re.compile(
    r"[^（(]{3}[（(](?:#年[版度]?|第?#[辑卷册集期版]|[上中下][卷册]|[^（）()]{0,6}版|试行|暂行)[）)]$"
)
"""The bracket of a book's or a document's name; other closing brackets end sentences and duties."""
_LONGEST = 40
_BOOK = re.compile("汇编|选编|文件选|公报|政报")
_WIDEST = 80  # with the gap between its parts
_GAP = re.compile(rf"[ \0]{{2,}}|[ \0]*{IDEOGRAPHIC_SPACE}[ \0{IDEOGRAPHIC_SPACE}]*")
_HEAD = 4  # lines from a red head to the number of its document


def margins(raw: Raw) -> tuple[frozenset[int], dict[int, int]]:
    """Line numbers of running heads and feet, and of page numbers alone with their values."""
    filled = [line for line in raw.lines if line.text and not line.text.isspace()]
    seen = {line.page for line in filled if line.page is not None}
    bare = series(filled)
    dashes = {line.number for line in filled if dashed(line)}
    # More pages are numbered than the reader sees, unless most of those print a number of another kind: then digits
    # alone count the items of a list.
    counted = len(bare) > len(seen) and not (seen and len(dashes) * 2 >= len(seen))
    numbers = dashes | (bare.keys() if counted else set())
    pages: dict[int, list[Line]] = {}
    for line in filled if seen and not counted else _broken(filled, numbers):
        if line.page is not None:
            pages.setdefault(line.page, []).append(line)
    running = _running(pages)
    if not counted:
        inside = {page: [line for line in lines if not _is_apart(line, running)] for page, lines in pages.items()}
        bare = _bare_numbers({page: lines for page, lines in inside.items() if lines}) if seen else {}
    beside = numbers | bare.keys()
    return running | _named(filled, beside) | _parted(filled, beside), bare | _numbered(filled)


def _is_apart(line: Line, running: Collection[int]) -> bool:
    """Whether a line of a page is a running head, on however few pages it stands."""
    return line.number in running or bool(_BOOK.search(line.text) and names_issue(plain(line.text)))


def _broken(lines: Sequence[Line], numbers: set[int]) -> Iterable[Line]:
    """The lines of a source without pages on the pages that printed numbers end, [] where it has none."""
    page = 1
    for line in lines if numbers else ():
        if line.number in numbers:
            page += 1
        else:
            yield replace(line, page=page)


def _running(pages: dict[int, list[Line]]) -> frozenset[int]:
    """Lines at the same edge of many pages that are the same but for their numbers, and what browsers print there."""
    found: set[int] = set()
    seen: dict[tuple[int, bool, str], list[tuple[Line, int]]] = {}  # with the line that stands further out, or 0
    for lines in pages.values():
        for top in (True, False):
            place = outer = 0
            edge = lines[: _EDGE + 1] if top else lines[: -_EDGE - 2 : -1]
            texts = [plain(line.text) for line in edge]
            for line, text, inward in zip(edge[:_EDGE], texts, [*texts[1:], ""], strict=False):
                if _BROWSER.fullmatch(text):
                    found.add(line.number)
                elif not text or ends_title(text) and (NUMBER_LINE.fullmatch(inward) or inward.endswith(("：", ":"))):
                    break  # a document begins
                elif not _PAGE_NUMBER.fullmatch(text):  # it stands beside, before or behind a running head
                    seen.setdefault((place, top, _NUMBER.sub("#", text)), []).append((line, outer))
                    place, outer = place + 1, line.number
    for (_, _, text), places in sorted(seen.items()):  # from the edge inwards
        lines = [line for line, outer in places if not outer or outer in found]
        spread = (lines[-1].page or 0) - (lines[0].page or 0) + 1 if lines else 0
        if len(lines) >= _LEAST and len(lines) * _SPREAD >= spread and _is_head(text):
            titled = ends_title(text) and not _goes_over(pages, lines[0], found)
            # A document's title may run on above its pages: where it is printed first it is the title.
            found |= {line.number for line in (lines[1:] if titled else lines)}
    return frozenset(found)


def _goes_over(pages: dict[int, list[Line]], line: Line, found: set[int]) -> bool:
    """Whether a sentence of the page before goes on below a line: no document begins there."""
    above = pages.get((line.page or 0) - 1, [])
    last = next((other.text for other in reversed(above) if other.number not in found), "")
    return unfinished(last) and not (ends_title(plain(last)) or BODY_NAME.fullmatch(plain(last)))


def _is_head(text: str) -> bool:
    """Whether a line could run on above pages: no end of a sentence, unit, body, duty or time limit."""
    duty = LABEL.fullmatch(text.replace(":", "：").partition("：")[0].strip("（(【】"))
    return (
        len(text) >= 4
        and not duty
        and (text[-1] not in _CLOSED or _EDITION.search(text) is not None)
        and not (_CELL.match(text) or BODY_NAME.fullmatch(text) or "〔#〕" in text)
    )


def _named(lines: Sequence[Line], numbers: Collection[int]) -> frozenset[int]:
    """Lines beside a page number that name the gazette or book of the pages, or whose documents follow (某府文件)."""
    found: set[int] = set()
    books: Counter[str] | None = None
    for index, line in enumerate(lines):
        beside = any(lines[at].number in numbers for at in (index - 1, index + 1) if 0 <= at < len(lines))
        text = plain(line.text) if beside and len(line.text) <= _LONGEST else ""
        if names_file(text):  # the red head of a document stands above its number
            below = (plain(other.text) for other in lines[index + 1 : index + 1 + _HEAD])
            if not any(NUMBER_LINE.fullmatch(other) for other in below):
                found.add(line.number)
        elif _BOOK.search(text):
            book = BOOK.fullmatch(text)
            books = _books(lines) if books is None else books
            if names_issue(text) or (book and books[book[1]] > 1):
                found.add(line.number)
    return frozenset(found)


def _cells(line: Line) -> list[str]:
    """The parts of a short line that gaps set apart at the two edges of a page, [] where it has none or a sentence."""
    if len(line.text.strip()) > _WIDEST or any(mark in line.text for mark in "。，；："):
        return []
    cells = [plain(cell) for cell in _GAP.split(fold(line.text).strip(" \0" + IDEOGRAPHIC_SPACE))]
    return cells if len(cells) > 1 else []


def _names(cells: Iterable[str]) -> set[str]:
    """Those that could name a gazette or a section of it."""
    return {cell for cell in cells if _is_head(_NUMBER.sub("#", cell)) and not names_issue(cell)}


def _parted(lines: Sequence[Line], numbers: Collection[int]) -> frozenset[int]:
    """Lines beside page numbers of several parts, one of which (the gazette's name) stands beside others too."""
    found: list[tuple[int, set[str]]] = []
    for index, line in enumerate(lines):
        if any(lines[at].number in numbers for at in (index - 1, index + 1) if 0 <= at < len(lines)):
            cells = _cells(line)
            if not any(LABEL.fullmatch(cell) or BODY_NAME.fullmatch(cell) for cell in cells):
                found.append((line.number, _names(cells)))
    counts = Counter(name for _, names in found for name in names)
    return frozenset(number for number, names in found if any(counts[name] >= _LEAST for name in names))


def _numbered(lines: Sequence[Line]) -> dict[int, int]:
    """Running heads that hold the page number at one end and recur without it: line number → value."""
    names: dict[int, set[str]] = {}
    bare: list[Line] = []
    for line in lines:
        cells = _cells(line)
        ends = [cell for cell in (cells[0], cells[-1]) if alone(cell) is not None] if cells else []
        if len(ends) == 1:
            names[line.number] = _names(cells)
            line = replace(line, text=ends[0])
        bare.append(line)
    if len(names) < _LEAST:
        return {}
    found = {number: value for number, value in series(bare).items() if number in names}
    counts = Counter(name for number in found for name in names[number])
    recurring = max(counts.values(), default=0)
    return found if recurring > 1 and recurring * _SPREAD >= len(found) >= _LEAST else {}


def _books(lines: Sequence[Line]) -> Counter[str]:
    """How often a source prints the names of books and gazettes on lines of their own."""
    near = (line.text for line in lines if len(line.text) <= _LONGEST and _BOOK.search(line.text))
    return Counter(book[1] for text in near if (book := BOOK.fullmatch(plain(text))))


def _bare_numbers(pages: dict[int, list[Line]]) -> dict[int, int]:
    """Digits alone (13, ·13·) on the first or last line of a page are its number when they keep step with the pages."""
    steps: dict[int, list[tuple[int, int]]] = {}
    for page, lines in pages.items():
        for line in {lines[0].number: lines[0], lines[-1].number: lines[-1]}.values():
            value = alone(line.text)
            if value is not None:
                steps.setdefault(value - page, []).append((line.number, value))
    best = max(steps.values(), key=len, default=[])
    return dict(best) if len(best) >= 2 and 2 * len(best) >= len(pages) else {}

"""What pages print at their edges: their number alone, and running heads and feet."""

from __future__ import annotations

import re

from loaders.characters import IDEOGRAPHIC_SPACE, fold
from loaders.forms import BODY_NAME, NUMBER_LINE
from loaders.readers import Line, Raw
from loaders.readers.tasks import LABEL
from loaders.titles import ends_title

_BARE = re.compile(r"[\s·•]*(\d{1,4})[\s·•]*")
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


def margins(raw: Raw) -> tuple[frozenset[int], dict[int, int]]:
    """Line numbers of running heads and feet, and of page numbers alone with their values."""
    pages: dict[int, list[Line]] = {}
    for line in raw.lines:
        if line.page is not None and line.text and not line.text.isspace():
            pages.setdefault(line.page, []).append(line)
    running = _running(pages)
    inside = {page: [line for line in lines if line.number not in running] for page, lines in pages.items()}
    return running, _bare_numbers({page: lines for page, lines in inside.items() if lines})


def _running(pages: dict[int, list[Line]]) -> frozenset[int]:
    """Lines at the same edge of many pages that are the same but for their numbers, and what browsers print there."""
    found: set[int] = set()
    seen: dict[tuple[int, bool, str], list[tuple[Line, int]]] = {}  # with the line that stands further out, or 0
    for lines in pages.values():
        for top in (True, False):
            place = outer = 0
            edge = lines[: _EDGE + 1] if top else lines[: -_EDGE - 2 : -1]
            texts = ["".join(fold(line.text).replace("\0", "").split()) for line in edge]
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
            # A document's title may run on above its pages: where it is printed first it is the title.
            found |= {line.number for line in (lines[1:] if ends_title(text) else lines)}
    return frozenset(found)


def _is_head(text: str) -> bool:
    """Whether a line could run on above pages: no end of a sentence, unit, body, duty or time limit."""
    duty = LABEL.fullmatch(text.replace(":", "：").partition("：")[0].strip("（(【】"))
    return (
        len(text) >= 4
        and not duty
        and text[-1] not in _CLOSED
        and not (_CELL.match(text) or BODY_NAME.fullmatch(text) or "〔#〕" in text)
    )


def _bare_numbers(pages: dict[int, list[Line]]) -> dict[int, int]:
    """Digits alone (13, ·13·) on the first or last line of a page are its number when they keep step with the pages."""
    steps: dict[int, list[tuple[int, int]]] = {}
    for page, lines in pages.items():
        for line in {lines[0].number: lines[0], lines[-1].number: lines[-1]}.values():
            match = _BARE.fullmatch(fold(line.text).replace(IDEOGRAPHIC_SPACE, " "))
            if match:
                steps.setdefault(int(match[1]) - page, []).append((line.number, int(match[1])))
    best = max(steps.values(), key=len, default=[])
    return dict(best) if len(best) >= 2 and 2 * len(best) >= len(pages) else {}

"""Where a document begins among printed rows: its title, with what only heads have below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.characters import CLOSING_PUNCTUATION, TERMINAL
from loaders.departments import bodies_in, is_body_name
from loaders.forms import BODY_NAME, DATE, NUMBER_LINE
from loaders.titles import ends_title, has_issuer, is_bracket_line, is_title_line, issuer_prefix, without_joint

_ADDRESSEES = re.compile(r"(?:主送：)?([^。；：]{2,300})：(.*)")
_NO_ADDRESSEES = re.compile("(?:责任|牵头|配合|主办|协办|承办|主管|实施|联系)|.*(?:如下|以下|下列)")
_OPENING = re.compile(r"(?:你|现|为|根据|经|按照|近|《)")  # of a text that shares the line of its addressees
_DAY_BEHIND = re.compile(rf"{DATE.pattern}[）)]?$")
_ADOPTED = re.compile(r"[（(]\d{4}年\d{1,2}月\d{1,2}日")
_ROWS = 4  # of a title, and of its addressees
_WITHOUT_ISSUER = ("关于", "印发", "转发")
_GOES_ON = ("的", "和", "及", "以及")


def is_addressed(text: str) -> bool:
    """Whether a line names whom a document is for: bodies and a colon, the text behind it or on the next line."""
    match = _ADDRESSEES.fullmatch(text)
    if not match or _NO_ADDRESSEES.match(match[1]):
        return False
    if match[1].startswith("各"):
        return True
    first = re.split("[、，（]", match[1])[0]
    named = first.startswith("有关") or is_body_name(first) or BODY_NAME.fullmatch(first) is not None
    return named and (not match[2] or _OPENING.match(match[2]) is not None)


def heads(texts: Sequence[str]) -> frozenset[int]:
    """Rows that begin a title with its number, adoption or addressees below: whatever the row above, none goes on."""
    found: set[int] = set()
    for index, text in enumerate(texts):
        if not ends_title(text) or not is_title_line(text):
            continue
        below = index + 1
        if below < len(texts) and is_bracket_line(texts[below]):
            below += 1
        if below < len(texts):
            numbered = _is_number(texts[below])
            if numbered or _ADOPTED.match(texts[below]) or _addressed(texts[below : below + _ROWS]):
                found.update(_begins(texts, index, numbered))
    return frozenset(found)


def _is_number(text: str) -> bool:
    """Whether a row is the number of a document, the day beside it."""
    if NUMBER_LINE.fullmatch(text):
        return True
    day = _DAY_BEHIND.search(text) if len(text) <= 60 else None
    return bool(day and NUMBER_LINE.fullmatch(text[: day.start()].lstrip("（(")))


def _addressed(texts: Sequence[str]) -> bool:
    """Whether rows begin with addressees, over as many of them as they take."""
    text = ""
    for row in texts:
        text += row
        if "：" in row:
            return is_addressed(text)
        if row[-1] in TERMINAL:
            return False
    return False


def _begins(texts: Sequence[str], index: int, numbered: bool) -> Iterator[int]:
    """Rows that a title can begin with whose last row stands at ``index``: bodies begin it, or 关于 above a number."""
    title = ""
    for begin in range(index, max(-1, index - _ROWS), -1):
        row = texts[begin]
        if title and not _may_precede(row, title):
            return
        title = row + title
        if any(title.count(left) < title.count(right) for left, right in ("《》", "（）", "“”")):
            continue  # what a sentence names ends here
        prefix = without_joint(issuer_prefix(title) or "")
        known = bool(prefix) and "".join(name for _, _, name in bodies_in(prefix)) == prefix
        if known or numbered and (title.startswith(_WITHOUT_ISSUER) or begin == index and has_issuer(title)):
            yield begin


def _may_precede(row: str, title: str) -> bool:
    """Whether a row can stand above the rest of a title."""
    if not is_title_line(row) or row[-1] in CLOSING_PUNCTUATION:
        return False
    return not ends_title(row) or title.startswith(_GOES_ON)

"""Paragraphs of a clean text as blocks, the run-together ones (number into addressees, text into signature) apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.announcers import separate
from loaders.characters import punctuated
from loaders.clean import Clean
from loaders.departments import is_body_name
from loaders.forms import CELL_DAY, DATE, DATE_AT_END, NUMBER_BEHIND, NUMBER_BRACKETS, NUMBER_LINE, NUMERAL
from loaders.furniture import is_furniture, is_info
from loaders.heads import is_addressed
from loaders.titles import (
    ADOPTION,
    BRACKETED_TITLE,
    HEAD_GENRES,
    LABELS,
    ORDINAL,
    TITLE_END,
    ends_title,
    has_issuer,
    is_bracket_line,
    is_title_line,
    issuer_prefix,
)

_CODE = r"[\u4e00-\u9fff]{1,12}?[〔［\[（(【﹝](?:19|20)\d{2}[〕］\]）)】﹞]第?\d{1,5}号"
_TITLE_NUMBER = re.compile(
    rf"(?=.{{0,200}}号)([^。；：]{{4,150}}(?:{HEAD_GENRES})(?:[（(][^（）()]{{1,30}}[）)])?[》”]?)({_CODE})(?![）)》])"
)
_NUMBER_FIRST = re.compile(rf"({_CODE})(?=[\u4e00-\u9fff])(?!文件|）)")
_TITLE_ADDRESSEES = re.compile(
    r"([^。；：]{0,100}(?:关于|印发|转发)[^。；：]{2,100}?(?:通知|意见|函|批复|通报))(各[^。；]{2,200}：)"
)
_PART = re.compile(r"第[一二三四五六七八九十]+(?:部分|[篇辑])")
_TEXT = "正文："
_FIELDS = 16  # lines in which the label of the text stands below that of the title
_DAY = re.compile(rf"[（(]{DATE.pattern}[）)]|{DATE.pattern}")
_SHORT = 60
_LONGEST_ENTRY = 240
_STATUS = "(?:拟|已|宣布|继续|现行|全文|部分|条款)*(?:有效|废止|失效|修改|修订|保留|停止执行)"  # 清理结果
_ADDED = re.compile(rf"(?:{CELL_DAY})?(?:{_STATUS})?")
_MAX_RED_HEAD = 200
_ROWS = 4  # lines of a title
_DAY_AND_NUMBER = re.compile(rf"(?P<day>{DATE.pattern}){_CODE}|(?P<code>{_CODE}){DATE.pattern}")
_NUMBER = rf"(?:\d{{4}}年第?|第|{NUMBER_BRACKETS}第?)[\d{NUMERAL}]{{1,5}}号"
_ANNOUNCED = re.compile(
    rf"(?P<title>(?P<bodies>[\u4e00-\u9fff、]{{2,60}}?)(?:公告|通告|令))(?:{_NUMBER}|[（(](?:\d{{4}}年)?第[\d{NUMERAL}]{{1,5}}号[）)])"
    r"(?P<about>.*)"
)
"""A title that is the number itself (商务部公告2020年第61号), alone or in front of what it is about."""
_ANNOUNCES = re.compile(r"(?:为|现|经|根据|按照|依据|依照)[^。]*(?:如下|(?:公告|通告)(?![\d〔（(])|公布|发布)")
"""How its text begins; a list tells below the same line what becomes of it (已被…替代，停止执行。)."""
_RED_HEAD = re.compile(rf"([\u4e00-\u9fff]{{2,28}}?)文件({_CODE})([^。；：]{{4,150}})")
_MADE_KNOWN = re.compile(
    r"现(?:公布|发布)《|现将《[^》]{2,80}》[^。]{0,40}?(?:公布|发布)"
    r"|《[^》]{2,80}》[^。]{0,160}?(?:现将[^。]{2,80}?|现|予以?|特此)(?:公布|发布)"
)
"""Not 《…》，财政部2017年公布, as lists tell of older texts below the numbers of their orders."""
_BELOW = 7  # lines that are looked at below a title


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a part of one: a span of the clean text, and its text with half-width marks made full-width."""

    start: int
    end: int
    text: str


def blocks(clean: Clean) -> list[Block]:
    """All blocks in order; together they are the paragraphs."""
    found: list[Block] = []
    for index, (start, end) in enumerate(clean.paragraphs):
        text = punctuated(clean.text[start:end])
        inside = [] if _is_entry(clean, index, text) else _head_cuts(clean, index, text) or _cuts(text)
        cuts = [0, *inside, end - start]
        for left, right in zip(cuts, cuts[1:], strict=False):
            if right > left:
                found.append(Block(start + left, start + right, text[left:right]))
    return found


def _is_entry(clean: Clean, index: int, text: str) -> bool:
    """Whether a paragraph is a row of a catalogue of documents: its count, its day or the next row tells it.

    What became of the document may stand behind (继续有效, 废止).
    """
    added = _added(text)
    if added is None:
        return False
    if added and text[0].isdigit():
        return True
    beside = (clean.paragraphs[at] for at in (index - 1, index + 1) if 0 <= at < len(clean.paragraphs))
    return any(_added(punctuated(clean.text[start:end])) is not None for start, end in beside)


def _added(text: str) -> str | None:
    """What stands behind title and number where a paragraph is nothing but these, None for other paragraphs."""
    match = _TITLE_NUMBER.match(text) if len(text) < _LONGEST_ENTRY and "号" in text else None
    return text[match.end() :] if match and _ADDED.fullmatch(text, match.end()) else None


def _head_cuts(clean: Clean, index: int, text: str) -> list[int]:
    return _announced_cuts(clean, index, text) or _title_cuts(clean, index, text)


def _announced_cuts(clean: Clean, index: int, text: str) -> list[int]:
    """Where the number begins in a title that is the number, or ends in front of what the announcement is about."""
    match = _ANNOUNCED.fullmatch(text) if len(text) <= _LONGEST_ENTRY and "号" in text else None
    if not match:
        return []
    about, below = match["about"], _below(clean, index)
    start, end = clean.paragraphs[index - 1] if index else (0, 0)
    if not about and _MADE_KNOWN.match(below) and not ends_title(clean.text[start:end]):  # else the text's own number
        return [match.end("title")]
    start = clean.paragraphs[index][0]
    bodies = separate(clean.spaced(start, start + match.end("bodies")))
    if not bodies or not all(map(is_body_name, bodies)):
        return []
    if about and not (BRACKETED_TITLE.fullmatch(about) or about.startswith("关于") and ends_title(about)):
        return []
    if not (_is_apart(clean, index) or about and _ANNOUNCES.match(below)):
        return []
    cut = match.start("about") if about else match.end("title")
    return [cut] if _opens_document(clean, index, about or text, True, True) else []


def _is_apart(clean: Clean, index: int) -> bool:
    """Whether no text stands above a paragraph, or one that its date ends."""
    above = [punctuated(clean.text[first:end]) for first, end in clean.paragraphs[max(0, index - _BELOW) : index]]
    at_top = index < _BELOW and not any("。" in line or ends_title(line) for line in above)
    return at_top or DATE_AT_END.search(above[-1][-40:]) is not None


def _below(clean: Clean, index: int) -> str:
    """How the text below a paragraph begins, without its breaks; nothing where none stands there."""
    start = clean.paragraphs[index + 1][0] if index + 1 < len(clean.paragraphs) else len(clean.text)
    return clean.text[start : start + _LONGEST_ENTRY].replace("\n", "")


def _title_cuts(clean: Clean, index: int, text: str) -> list[int]:
    """Offsets in a title line behind the number that a collection counts it by, and before its own number in brackets.

    A dump of a database labels title and text (标题：…, 正文：…); the labels are cut off.
    """
    label = LABELS.match(text)
    if label:
        near = (clean.text[start : min(end, start + 3)] for start, end in clean.paragraphs[index + 1 : index + _FIELDS])
        dumped = label[0] == _TEXT or ends_title(text) and any(punctuated(line) == _TEXT for line in near)
        return [label.end()] if dumped and label.end() < len(text) else []
    ordinal = ORDINAL.match(text)
    behind = NUMBER_BEHIND.search(text[-40:]) if text.endswith(("号）", "号)")) else None
    first = ordinal.end() if ordinal else 0
    last = len(text) - len(behind[0]) if behind else len(text)
    title = text[first:last]
    if not (ordinal or behind) or not is_title_line(title):
        return []
    if not ends_title(title):
        return [first] if not behind and _opens_wrapped(clean, index, title) else []
    if not _opens_document(clean, index, title, bool(behind), index < _BELOW and not ordinal):
        return []
    return [cut for cut in (first, last) if 0 < cut < len(text)]


def _opens_wrapped(clean: Clean, index: int, title: str) -> bool:
    """Whether a title that its issuers' own number begins goes on in the next lines, with a document below it."""
    for at in range(index + 1, min(index + _ROWS, len(clean.paragraphs))):
        line = punctuated(clean.text[slice(*clean.paragraphs[at])])
        if not is_title_line(line):
            return False
        title += line
        if ends_title(line) and has_issuer(title) and _opens_document(clean, at, title, False, False, index):
            return True
    return False


def _opens_document(
    clean: Clean, index: int, title: str, numbered: bool, at_top: bool, first: int | None = None
) -> bool:
    """Whether what stands below and above a title is a document's, not a unit's or a list of documents.

    Below a number or a body's name stand addressees; a text alone stands below a number, not behind a list's entries.
    """
    near = (punctuated(clean.text[start:end]) for start, end in clean.paragraphs[index + 1 : index + _BELOW])
    below = [line for line in near if not is_info(line) and not is_bracket_line(line) and not _DAY.fullmatch(line)]
    apart = bool(below) and (NUMBER_LINE.fullmatch(below[0]) or NUMBER_BEHIND.fullmatch(below[0]))
    following = next(iter(below[1:] if apart else below), "")
    if (apart or numbered or is_body_name(issuer_prefix(title) or "")) and is_addressed(following):
        return True
    if not (apart or numbered and at_top):
        return False
    index = index if first is None else first
    start, end = clean.paragraphs[index - 1] if index else (0, 0)
    above = clean.text[start:end]
    ended = (
        not above
        or above.endswith("。")
        or is_info(above)
        or is_furniture(above)
        or _PART.match(above)
        or DATE_AT_END.search(above[-40:])
    )
    opened = "。" in following or following.endswith("如下：") or ADOPTION.fullmatch(following) is not None
    return bool(ended) and opened


def _cuts(text: str) -> list[int]:
    """Offsets inside a paragraph where another block begins."""
    both = _DAY_AND_NUMBER.fullmatch(text) if len(text) < _SHORT else None
    if both:
        return [both.end("day" if both["day"] else "code")]
    red = _RED_HEAD.fullmatch(text) if len(text) <= _MAX_RED_HEAD and "文件" in text else None
    if red and is_body_name(red[1]) and ends_title(text):
        return [red.start(2), red.end(2)]
    cuts: list[int] = []
    head = text[:400]
    at = 0
    if "号" in head:
        match = _TITLE_NUMBER.match(head)
        if match and _is_title(match[1]):
            cuts += [match.end(1), match.end()]
            at = match.end()
        else:
            first = _NUMBER_FIRST.match(head)
            if first and not head.startswith(("第", "（")) and "：" in head:
                cuts.append(first.end())
                at = first.end()
    if not at and "：" in head:
        match = _TITLE_ADDRESSEES.match(head)
        if match:
            cuts.append(match.start(2))
    date = DATE_AT_END.search(text[-400:]) if text[-1] in "日印发布" else None
    if date:
        stop = len(text) - len(text[-400:]) + date.start()
        signature = max(text.rfind(mark, 0, stop) for mark in "。；！？）：") + 1
        names = text[signature:stop]
        if signature and stop > signature - 1 and "，" not in names and len(names) <= 300 and signature > at:
            cuts.append(signature)
    return [cut for cut in cuts if cut < len(text)]


def _is_title(text: str) -> bool:
    return TITLE_END.search(text) is not None and "《" not in text.replace("》", "", 1)[-1:] and not DATE.search(text)

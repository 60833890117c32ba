"""Paragraphs of a clean text as blocks, the run-together ones (number into addressees, text into signature) apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.clean import Clean
from loaders.forms import DATE, DATE_AT_END
from loaders.titles import HEAD_GENRES, TITLE_END

_CODE = r"[\u4e00-\u9fff]{1,12}?[〔［\[（(【﹝](?:19|20)\d{2}[〕］\]）)】﹞]第?\d{1,5}号"
_TITLE_NUMBER = re.compile(
    rf"(?=.{{0,200}}号)([^。；：]{{4,150}}(?:{HEAD_GENRES})(?:[（(][^（）()]{{1,30}}[）)])?[》”]?)({_CODE})(?![）)》])"
)
_NUMBER_FIRST = re.compile(rf"({_CODE})(?=[\u4e00-\u9fff])(?!文件|）)")
_TITLE_ADDRESSEES = re.compile(
    r"([^。；：]{0,100}(?:关于|印发|转发)[^。；：]{2,100}?(?:通知|意见|函|批复|通报))(各[^。；]{2,200}：)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a part of one: a span of the clean text and its text."""

    start: int
    end: int
    text: str


def blocks(clean: Clean) -> list[Block]:
    """All blocks in order; together they are the paragraphs."""
    found: list[Block] = []
    for start, end in clean.paragraphs:
        text = clean.text[start:end]
        cuts = [0, *_cuts(text), end - start]
        for left, right in zip(cuts, cuts[1:], strict=False):
            if right > left:
                found.append(Block(start + left, start + right, text[left:right]))
    return found


def _cuts(text: str) -> list[int]:
    """Offsets inside a paragraph where another block begins."""
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

"""The texts of one document: the notice itself, the text that it issues, and its attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.blocks import Block
from loaders.forms import (
    ATTACHMENT_HEAD,
    BARE_ATTACHMENT,
    BODY_NAME,
    DATE,
    NUMBER_LINE,
    REMARK,
    YEARS,
    numeral,
    unit_number,
)
from loaders.signature import Signature
from loaders.titles import ADOPTION, GENRES, MONTH_LINE, ends_title, folded, is_bracket_line, is_title_line

_LABEL = re.compile(r"附[件表]?\s*(?:[\d一二三四五六七八九十]{1,3}\s*(?=[：:.．、]))?\s*[：:.．、]?\s*")
_NUMBER = re.compile(r"附[件表]?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})(?=[\s：:.．、]|$)")
# 1.2020年… and 1.2014—2016年…, not 1.5
_NUMBERED = re.compile(rf"(?:^|(?<=[^\da-zA-Z（(第]))(\d{{1,2}})[．.、﹒](?:(?!\d)|(?={YEARS}))")
_TITLE_ENDS = re.compile(rf"(?:{GENRES}|表|图|册|书|录|样式|样本|模板|格式|范本|流程|方法|内容|情况)(?:[（(].*[）)])?$")
_CONTENTS = re.compile(r"目\s*[录次]")
_EXTENSION = re.compile(
    r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar|txt|jpe?g|png)(?=$|\d{1,2}[．.、]|[^0-9A-Za-z])", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
"""A line in brackets below a list says something of it (附件略), of the text, or of who sent it in."""
_MAX_TITLE_LINES = 5


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a document: blocks [first, end) are its own, without title, signature and lists.

    ``number`` is the one that an attachment prints (附件2).
    """

    title: str | None
    first: int
    end: int
    number: int | None = None


def texts(blocks: Sequence[Block], body: int, signed: Signature | None, issued: str | None) -> list[Text]:
    """The notice's own text first, then what it carries, in order."""
    starts = _starts(blocks, body, signed, issued)
    found: list[Text] = []
    opening: list[tuple[int | None, str | None, int]] = [(None, None, body), *starts]
    limits = [start for start, _, _ in starts] + [len(blocks)]
    for (start, title, first), limit in zip(opening, limits, strict=True):
        first = _behind_contents(blocks, first, limit)
        end = max(first, _own_end(blocks, first, limit, signed))
        found.append(Text(title, first, end, None if start is None else _printed_number(blocks[start].text)))
    return found


def _printed_number(text: str) -> int | None:
    """The number behind 附件 at the head of an attachment."""
    match = _NUMBER.match(text)
    return numeral(match[1]) if match else None


def _behind_contents(blocks: Sequence[Block], first: int, limit: int) -> int:
    """Where the text begins behind a table of contents, which lists the titles of units and holds no sentence."""
    if first + 2 >= limit or not _CONTENTS.fullmatch(blocks[first].text):
        return first
    entry = unit_number(blocks[first + 1].text)
    for index in range(first + 2, limit):
        number = unit_number(blocks[index].text)
        if "。" in blocks[index].text or (entry and number and number.label == entry.label):
            return index
    return first


def _own_end(blocks: Sequence[Block], first: int, limit: int, signed: Signature | None) -> int:
    """Where running text ends: at the signature, the list of attachments, a remark such as 抄送."""
    for index in range(first, limit):
        text = blocks[index].text
        if signed and index == signed.first:
            return index
        if REMARK.match(text) or (DATE.fullmatch(text) and index > first):
            return index
        if text[0] == "附" and ATTACHMENT_HEAD.match(text):
            return index
    return limit


def _starts(
    blocks: Sequence[Block], body: int, signed: Signature | None, issued: str | None
) -> list[tuple[int, str | None, int]]:
    """Every carried text: index where it begins, its title, index of its first block behind the title."""
    found: list[tuple[int, str | None, int]] = []
    wanted = folded(issued) if issued else None
    behind = signed.end if signed else len(blocks)
    index = body
    while index < len(blocks):
        text = blocks[index].text
        head = 1 if BARE_ATTACHMENT.fullmatch(text) and not _is_list(blocks, index + 1) else 0
        labelled = not head and index >= behind and bool(ATTACHMENT_HEAD.match(text)) and _has_text(blocks, index + 1)
        lines = 0
        if not labelled:
            lines = _title_lines(blocks, index + head, wanted)
            title = "".join(block.text for block in blocks[index + head : index + head + lines])
            named = bool(lines) and wanted is not None and folded(title) == wanted and index > body
            if not (head or named or (lines and index >= behind and not found and _is_carried(text))):
                index += 1
                continue
        else:
            title, lines = _LABEL.sub("", text, count=1), 1
            if index + 1 < len(blocks) and folded(blocks[index + 1].text) == folded(title):
                index += 1  # the list of attachments, and behind it the first one with its title
        first = index + head + lines
        while first < len(blocks) and _under_title(blocks[first].text):
            first += 1
        found.append((index, title or None, first))
        index = max(first, index + 1)
    return found


def _is_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether a list of titles stands behind 附件： on a line of its own: numbers from 1 on, or names of files."""
    text = blocks[index].text if index < len(blocks) else ""
    number = unit_number(text)
    counted = number is not None and number.form == "ar" and number.value == 1 and "。" not in text
    return bool(counted or _EXTENSION.search(text)) and not _has_text(blocks, index)


def _has_text(blocks: Sequence[Block], index: int) -> bool:
    """Whether a text, not the rest of a list of titles, stands behind an attachment's title."""
    for block in blocks[index:]:
        number = unit_number(block.text)
        if ATTACHMENT_HEAD.match(block.text) or DATE.search(block.text[-14:]):
            return False
        if "。" in block.text:
            return True
        if number and number.form.startswith("ar") and number.value == 2:
            return False
    return False


def _is_carried(text: str) -> bool:
    return not (BODY_NAME.fullmatch(text) or _IN_BRACKETS.fullmatch(text)) or ends_title(text)


def _title_lines(blocks: Sequence[Block], index: int, wanted: str | None) -> int:
    """How many blocks from ``index`` make a title: up to the wanted wording, else to the first genre noun."""
    title, best = "", 0
    for count in range(_MAX_TITLE_LINES):
        if index + count >= len(blocks) or not is_title_line(blocks[index + count].text):
            break
        title += blocks[index + count].text
        if wanted and folded(title) == wanted:
            return count + 1
        if not best and ends_title(blocks[index + count].text):
            best = count + 1
    return best or (1 if index < len(blocks) and is_title_line(blocks[index].text) else 0)


def _under_title(text: str) -> bool:
    return bool(
        NUMBER_LINE.fullmatch(text) or MONTH_LINE.fullmatch(text) or ADOPTION.fullmatch(text) or is_bracket_line(text)
    )


def attachments(blocks: Sequence[Block], text: Text, limit: int) -> tuple[str, ...]:
    """The titles listed behind 附件：, numbered or not, on one line or on several, without their closing mark."""
    index = text.end
    while index < limit and not (
        ATTACHMENT_HEAD.match(blocks[index].text)
        and (not BARE_ATTACHMENT.fullmatch(blocks[index].text) or _is_list(blocks, index + 1))
    ):
        if not REMARK.match(blocks[index].text) and "。" in blocks[index].text:
            return ()
        index += 1
    if index >= limit:
        return ()
    first = _LABEL.sub("", blocks[index].text, count=1)
    titles = _listed(first) if first else []
    for block in blocks[index + 1 : limit]:
        line = _EXTENSION.sub("", block.text)
        number = unit_number(line)
        if (number and number.form in ("ar", "ar()", "ar)")) or _NUMBERED.match(line):
            titles += _listed(line)
        elif ATTACHMENT_HEAD.match(line) and not BARE_ATTACHMENT.fullmatch(line):
            titles += _listed(_LABEL.sub("", line, count=1))
        elif _IN_BRACKETS.fullmatch(line) and titles and not (number or REMARK.match(line)):
            titles[-1] += line if is_bracket_line(line) else ""
        elif number or line in titles or not is_title_line(line) or BODY_NAME.fullmatch(line) or DATE.search(line):
            break
        elif titles and not _TITLE_ENDS.search(titles[-1]):  # a row of the title above
            titles[-1] += line
        else:
            titles.append(line)
    return tuple(title for title in (title.strip("。；;，") for title in titles) if title)


def _listed(line: str) -> list[str]:
    """The titles of one line: 1.… 2.… apart, without the endings of files that a page names."""
    line = _EXTENSION.sub("", line)
    cuts = list(_NUMBERED.finditer(line))
    in_order = [match for order, match in enumerate(cuts, 1) if int(match[1]) == order or len(cuts) == 1]
    if not in_order or in_order[0].start() > 0:
        return [line]
    ends = [match.start() for match in in_order[1:]] + [len(line)]
    return [line[match.end() : end].strip() for match, end in zip(in_order, ends, strict=True)]

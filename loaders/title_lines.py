"""Which lines make a title: from the line with its genre noun up to the issuers, and down over what belongs to it."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.departments import is_body_name
from loaders.forms import BODY_NAME
from loaders.furniture import is_furniture, is_info
from loaders.signature import segment
from loaders.titles import (
    BOOK,
    ends_title,
    ends_with_body,
    has_issuer,
    is_bracket_line,
    is_title_line,
    issuer_prefix,
    opens_with_issuer,
)

SAMPLE_MARK = "示例摘要，非原文"
_MAX_TITLE_LINES = 16


def title_end(found: list[Block], index: int) -> int:
    """Behind the last title line: a genre noun can stand in the middle (…若干措施 / 的通知), a bracket below."""
    end = index + 1
    for stop in range(index + 2, min(index + 4, len(found) + 1)):
        rest = [block.text for block in found[index + 1 : stop]]
        if rest[0].startswith(("和", "及", "以及")) and all(map(is_title_line, rest)) and ends_title(rest[-1]):
            end = stop
            break
    if end < len(found):
        text, following = found[index].text, found[end].text
        so_far = "".join(block.text for block in found[max(0, index - 2) : end])
        goes_on = (
            re.search("印发|转发|公布|发布|关于", so_far)
            and not re.search("(?:通知|公告|决定|令|通告)$", text)
            and re.search("的(?:通知|公告|决定|意见|批复|函)$", following)
            and not re.search("印发|转发|公布|发布|关于", following)
            and not has_issuer(following)
        )
        if is_title_line(following) and ends_title(following) and (goes_on or following.startswith("的")):
            end += 1
    if end < len(found) and is_bracket_line(found[end].text):
        end += 1
    return end


def title_begin(found: list[Block], index: int, floor: int) -> int:
    """The first title line: back over lines without sentences, until the issuers stand in front of the verb."""
    begin = index
    while begin > floor and index - begin < _MAX_TITLE_LINES:
        line = found[begin - 1].text
        so_far = "".join(block.text for block in found[begin : index + 1])
        if not is_title_line(line) or ends_title(line) or not _may_precede(line, so_far):
            break
        bare = not issuer_prefix(so_far) and not so_far.startswith(("关于", "印发", "转发"))
        if bare and BODY_NAME.fullmatch(line) and not re.search("[公通]告$|令$|决定$|意见$|通知$", so_far):
            break
        begin -= 1
    return begin


def _may_precede(line: str, title: str) -> bool:
    """Whether a line can stand above the rest of a title: not once the issuers stand in front of it, and no layout."""
    if SAMPLE_MARK in line or is_furniture(line) or is_info(line):
        return False
    if BOOK.fullmatch(line) and not title.startswith("的"):
        return False
    if title.startswith(("关于", "印发", "转发")):
        return is_body_name(line) or ends_with_body(line)
    return not opens_with_issuer(title) or _goes_on(line, title)


def _goes_on(line: str, title: str) -> bool:
    """Whether an issuers' line goes on in the next: several bodies in front of those that the title begins with."""
    prefix = issuer_prefix(title) or ""
    if line == prefix or line.endswith(("关于", "印发")):
        return False
    if (is_body_name(prefix) or segment(prefix)) and not BODY_NAME.match(line):
        return False
    return not title.startswith(line) and (
        len(line) >= 12 or not BODY_NAME.fullmatch(line) or len(prefix) < 40 and bool(BODY_NAME.fullmatch(line))
    )

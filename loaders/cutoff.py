"""Documents that stop in mid-sentence, because the source was cut off: how far they are whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.blocks import Block
from loaders.characters import TERMINAL
from loaders.forms import ATTACHMENT_HEAD, DATE, REMARK, unit_number
from loaders.titles import ends_title, ends_with_body, is_title_line

_ARTICLE = re.compile(r"第[一二三四五六七八九十百零\d]+条")
_CUT_DAY = re.compile(r"年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}$")


def whole_units(found: Sequence[Block], body: int, end: int) -> int:
    """Where the last whole unit ends when the last block stops in mid-sentence, otherwise ``end``."""
    text = found[end - 1].text
    if _CUT_DAY.search(text) and end - 1 > body:
        return end - 1
    if text[-1] in TERMINAL or end - 1 < body or not _is_broken_off(text):
        return end
    if DATE.search(text[-24:]) or REMARK.match(text) or ATTACHMENT_HEAD.match(text):
        return end
    if is_title_line(text) and ends_title(text):
        return end
    if any(ATTACHMENT_HEAD.match(block.text) for block in found[body:end]):
        return end
    cut = end - 1
    while cut > body and not unit_number(found[cut].text):
        cut -= 1
    return cut if unit_number(found[cut].text) and cut > body else end - 1


def _is_broken_off(text: str) -> bool:
    """Whether a paragraph without an end is a sentence that stops, and no name, title, cell or label.

    It has an open 《 or （, words behind a full stop that name no body, the commas of a sentence, or is an article.
    """
    if any(text.rfind(left) > text.rfind(right) for left, right in ("《》", "（）", "“”")):
        return True
    rest = text.rpartition("。")[2]
    if len(rest) < len(text) and not re.search(r"[\d：:（）]", rest) and not ends_with_body(rest):
        return True
    if _ARTICLE.match(text) or ("，" in text and "：" not in text):
        return True
    return len(text) >= 25 and re.search("[，、；。]", text) is not None

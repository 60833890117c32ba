"""What web pages, gazettes and books print behind the text of a document, and where it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.forms import BARE_ATTACHMENT
from loaders.furniture import Links, is_furniture

CHRONICLE = re.compile(r"[\u4e00-\u9fff]{0,20}(?:\d{1,2}月(?:份)?)?大事记")
_DAY = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?![前内起]|[之以][前内])")  # 3月1日前 sets a limit
_IMPRINT = re.compile(
    r"(?:主管主办|编辑(?:出版|部)|出版(?:发行|单位|日期)|(?:国内|国际)(?:统一)?(?:连续出版物)?刊?号|准印证号?|"
    r"邮发代号|印\s*刷|发\s*行|定\s*价|刊\s*号)(?:单位)?：."
)
_LONGEST = 60


WEB_PAGE, GAZETTE = "web page around the document", "what a gazette prints behind the document"


def without(texts: Sequence[str]) -> tuple[int, str]:
    """How many lines of a document are left without what stands behind it, and what that is."""
    chronicle = _without_chronicle(texts)
    stop = _without_furniture(texts[: _without_links(texts[:chronicle])])
    printed = chronicle < len(texts) or stop < len(texts) and _is_imprint(texts[-1])
    return stop, GAZETTE if printed else WEB_PAGE


def _without_links(texts: Sequence[str]) -> int:
    """How many of the lines of a document are left when the links below it are taken off."""
    links, cut = Links(), len(texts)
    for index, text in enumerate(texts):
        was = links.open
        links.see(text)
        if links.open != was:
            cut = index if links.open else len(texts)
    return cut


def _without_furniture(texts: Sequence[str]) -> int:
    """How many are left without the web page around the document or the imprint of the book behind it."""
    stop = len(texts)
    while stop and (is_furniture(texts[stop - 1]) or _is_imprint(texts[stop - 1])):
        stop -= 1
    return stop


def _without_chronicle(texts: Sequence[str]) -> int:
    """How many are left without a gazette's chronicle (省政府7月份大事记), a heading above days and no attachment."""
    for index, (text, following) in enumerate(zip(texts, texts[1:], strict=False)):
        attached = index and BARE_ATTACHMENT.fullmatch(texts[index - 1])
        if not attached and CHRONICLE.fullmatch(text) and _DAY.match(following):
            return index
    return len(texts)


def _is_imprint(text: str) -> bool:
    return len(text) <= _LONGEST and _IMPRINT.match(text) is not None and "。" not in text

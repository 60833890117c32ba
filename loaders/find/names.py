"""Short names that a document binds: 以下简称 and what stands in front of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.find.excluded import is_citation
from loaders.find.own import Own
from loaders.find.references import references
from loaders.records import Document

_SHORT = re.compile(
    r"(?:以下(?:统|简)?称|下称)(?:为|：|:)?[《“‘「]?([^《》“”‘’「」（）()，。；：\n]{1,30})[》”’」]?(?=[）)，,。；])"
)
_ANTECEDENT = re.compile(r"([\u4e00-\u9fffA-Za-z0-9“”·]{2,40})[（(][^（）()\n]{0,40}\Z")
_BEFORE = 260
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Names:
    """Short name → what it stands for (a title without 《》, or the words in front), and of documents that are cited:
    short name → title and number."""

    all: dict[str, str] = field(default_factory=dict)
    cited: dict[str, tuple[str, str | None]] = field(default_factory=dict)


def bound(document: Document, mine: Own) -> Names:
    """The short names of a document; the first binding of a name holds."""
    text = document.text
    names = Names()
    bodies = [issuer.name for issuer in document.issuers]
    for match in _SHORT.finditer(text):
        short = match[1].strip()
        if short in names.all:
            continue
        begin = max(0, match.start() - _BEFORE)
        begin = max(begin, text.rfind("\n", begin, match.start()) + 1)
        end = min(len(text), match.end() + _LONGEST)
        around = references(text, begin, end, bodies)
        title = next((item for item in around if item.title and item.start < match.start() < item.end), None)
        if title is None or title.title is None:
            words = _ANTECEDENT.search(text, begin, match.start())
            if words:
                names.all[short] = words[1]
        else:
            names.all[short] = title.title
            before, behind = text[begin : title.start], text[title.tail : end]
            if is_citation(title, before, behind, mine):
                names.cited[short] = (title.title, title.number)
    return names

"""What a title in 《》 names: a document, and of which sort, or a certificate, a form, a book, a work of art."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Literal

Sort = Literal["authority", "policy", "other"]

_TABLE = Path(__file__).parents[1] / "registries" / "citation_titles.csv"
_SUFFIX = re.compile(r"(?:[（(〔\[][^（）()〔〕\[\]]{1,30}[）)〕\]]){1,2}$")
_DRAFT = re.compile(
    r"[（(](?:[^（）()]{0,8}草案[^（）()]{0,8}|[^（）()]{0,6}(?:征求意见稿|送审稿|讨论稿|报批稿))[）)]$"
)
# Norms and catalogues have editions of a year, whatever their names end in (…先进水平和准入水平（2024年版）).
_EDITION = re.compile(r"[（(](?:19|20)\d\d年?(?:版|本|修订版?|修订本)[）)]$")
_GENERIC = re.compile(
    r"(?:实施|指导|工作|行动|若干|管理|暂行|具体|试点|总体|专项|政策|重点|发展|建设|任务|本|该|两个|改革)*(?:办法|(?!.法).{2})"
)
# Decisions that make, change or end law, or are a congress's; others decide on policy (关于取消行政审批项目的决定).
_RULING = re.compile(r"(?:人民代表大会|人大常委会|修改|修订|修正|废止|设定|授权).*决定$")
# Papers of everyday administration have these genres too, so they need a sign that they are public documents.
_EVERYDAY = re.compile(r"(?:意见|通知|通告|通报|公告|决定|函|纪要|令|建议)$")
_PUBLIC = re.compile(r"关于|印发|转发|实施意见|指导意见|若干")


@cache
def endings() -> dict[str, Sort]:
    """What the endings of titles say, from the table."""
    with _TABLE.open(encoding="utf8", newline="") as file:
        return {row["ending"]: _sort(row["kind"]) for row in csv.DictReader(file)}


def _sort(word: str) -> Sort:
    sorts: tuple[Sort, ...] = ("authority", "policy", "other")
    return next(sort for sort in sorts if sort == word)


def sort_of(title: str) -> Sort:
    """What a title names by its longest ending in the table: a norm to go by, a policy to carry out, or neither."""
    bare = _bare(title)
    table = endings()
    for size in range(min(6, len(bare)), 0, -1):
        found = table.get(bare[-size:])
        if found:
            return "authority" if found == "policy" and _RULING.search(bare) else found
    return "authority" if _EDITION.search(title) else "other"


def is_draft(title: str) -> bool:
    """Whether the title says that its text is still to be decided on."""
    return _DRAFT.search(title) is not None


def is_generic(title: str) -> bool:
    """Whether the title is a genre with words that any document could bear: 《实施方案》, 《办法》."""
    bare = _bare(title)
    return len(bare) <= 8 and _GENERIC.fullmatch(bare) is not None and sort_of(title) != "other"


def names_document(title: str) -> bool:
    """Whether a title alone, without a number, is enough to take it for a public document's."""
    bare = _bare(title)
    if sort_of(title) == "other" or is_draft(title) or is_generic(title):
        return False
    return not _EVERYDAY.search(bare) or _PUBLIC.search(bare) is not None or len(bare) >= 12


def _bare(title: str) -> str:
    return _SUFFIX.sub("", title).rstrip("》〉>›”")

"""Split a clean text into its documents; what is in none of them is named with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.behind import without
from loaders.blocks import Block, blocks
from loaders.characters import TERMINAL
from loaders.clean import Clean
from loaders.cutoff import whole_units
from loaders.departments import is_body_name
from loaders.forms import (
    BARE_ATTACHMENT,
    BODY_NAME,
    DATE,
    DATE_AT_END,
    NUMBER_AND_DAY,
    NUMBER_BEHIND,
    NUMBER_FIELD,
    NUMBER_LINE,
    unit_number,
)
from loaders.furniture import Links, is_info
from loaders.heads import is_addressed
from loaders.records import Rejection
from loaders.title_lines import SAMPLE_MARK, title_begin, title_end
from loaders.titles import (
    ADOPTION,
    BOOK,
    BRACKETED_TITLE,
    LABELS,
    MONTH_LINE,
    ORDINAL,
    carried_in,
    ends_text,
    ends_title,
    folded,
    has_issuer,
    is_bare_order,
    is_forwarding,
    is_section_line,
    is_title_line,
    lists_documents,
)

_MAX_INFO = 6
_LONGEST_LABEL = 8
_ENTRIES = 10  # lines below the name of a gazette in which its contents begin
_FIRST_UNIT = re.compile("(?:一、|第一条|（一）)[^。]{2,}。")
_SAID = re.compile(r"(?:通知|公告|通告|通报|决定|批复|意见|函复)如下：$")
_OPENING = re.compile("(?:为|根据|按照|经)[^。]{4,}[，。]")
_LABELLED_NUMBER = re.compile(rf"{NUMBER_FIELD}[：:】](\S{{4,40}}?号)")


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a source: its blocks, where its title lines and number stand, and its lines (inclusive)."""

    clean: Clean
    blocks: tuple[Block, ...]
    title: tuple[Block, ...]
    number: Block | None
    label: str | None  # a number that a web page prints beside 发文字号：
    body: int  # index of the first block behind title, number and adoption bracket
    adoption: Block | None
    first_line: int
    last_line: int
    sample: bool = False

    @property
    def start(self) -> int:
        return self.blocks[0].start

    @property
    def end(self) -> int:
        return self.blocks[-1].end

    def __str__(self) -> str:
        title = "".join(block.text for block in self.title)
        return f"{self.first_line}-{self.last_line}\t{self.number.text if self.number else '-'}\t{title}"


@dataclass(frozen=True, slots=True)
class Split:
    """The documents of a source in order, and the line ranges that belong to none."""

    parts: tuple[Part, ...]
    rejections: tuple[Rejection, ...]

    def __str__(self) -> str:
        rejected = [f"{item.first_line}-{item.last_line}\trejected\t{item.reason}" for item in self.rejections]
        return "\n".join([*map(str, self.parts), *rejected])


@dataclass(frozen=True, slots=True)
class _Head:
    """Indexes of blocks: [start, body) is the head, [title, title_end) its title lines."""

    start: int
    title: int
    title_end: int
    number: int | None
    adoption: int | None
    body: int
    text: str


def split(clean: Clean) -> Split:
    """Find every document by its head (title, number, adoption, issuers) and give each line to one of them."""
    found = blocks(clean)
    heads = _whole(found, _heads(found))
    rejected: list[tuple[int, int, str]] = []
    parts: list[Part] = []
    ends = _ends(found, heads)
    before = heads[0].start if heads else len(found)
    marked = [index for index in range(before) if SAMPLE_MARK in found[index].text]
    if before and not marked:
        rejected.append((0, before, "before the first document" if heads else "no document in it"))
    for head, end in zip(heads, ends, strict=True):
        last = head is heads[-1]
        left, around = without([block.text for block in found[head.body : end]])
        stop = head.body + left
        kept = whole_units(found, head.body, stop) if last and stop == end else stop
        if stop < end:
            rejected.append((stop, end, around))
        if kept < stop:
            rejected.append((kept, stop, "cut off in mid-sentence"))
        if last and all(block.text.endswith("：") for block in found[head.body : kept]):
            kept = head.body  # addressees and 现通知如下：, and nothing that was to follow
        if kept > head.body or head.adoption is not None:
            parts.append(_part(clean, found, head, kept, bool(marked)))
        else:
            rejected.append((head.start, kept, "a title without its text"))
    return _account(clean, found, parts, rejected)


def _heads(found: list[Block]) -> list[_Head]:
    """Every head of a document of its own; titles of carried texts and attachments are passed over."""
    heads: list[_Head] = []
    links = Links()
    index = 0
    while index < len(found):
        text = found[index].text
        if heads:
            links.see(text)
        bracketed = index and NUMBER_LINE.fullmatch(found[index - 1].text) and BRACKETED_TITLE.fullmatch(text)
        if bracketed or ends_title(text) and is_title_line(text):
            head = _head_at(found, index, heads[-1] if heads else None)
            if head and not (links.open and _is_link(found, head)):
                heads.append(head)
                links = Links()
                index = head.body
                continue
        index += 1
    return heads


def _head_at(found: list[Block], index: int, previous: _Head | None) -> _Head | None:
    """The head whose title has its genre noun in block ``index``, None where no document of its own begins."""
    end = title_end(found, index)
    floor = previous.body if previous else 0
    begin = title_begin(found, index, floor)
    title = "".join(block.text for block in found[begin:end])
    number, adoption, body = _below_title(found, end, title, previous is None)
    start = begin
    unsaid = number is None or found[number].text.startswith(
        ("公告", "通告")
    )  # 公告〔2021〕106号: whose, is said above
    if unsaid and begin > floor and NUMBER_LINE.fullmatch(found[begin - 1].text):
        start = number = begin - 1
    while start > floor and _is_letterhead(found[start - 1].text, start == number and floor == 0):
        start -= 1
    above = found[start - 1].text if start > floor else ""
    section = is_section_line(above) and start - 2 > floor and ends_text(found[start - 2].text)
    if section or ORDINAL.fullmatch(above) or LABELS.fullmatch(above):
        start -= 1
    head = _Head(start, begin, end, number, adoption, body, title)
    return head if _is_own(found, head, previous) else None


def _is_link(found: list[Block], head: _Head) -> bool:
    """Whether a title among the links of a page is one of them: no number, adoption or addressees stand below it."""
    return head.number is None and head.adoption is None and not _is_addressed(found, head.body)


def _is_addressed(found: list[Block], index: int) -> bool:
    below = (block.text for block in found[index : index + _MAX_INFO] if not is_info(block.text))
    following = next(below, "")
    return is_addressed(following) or _SAID.search(following) is not None


def _has_text(found: list[Block], index: int) -> bool:
    """Whether the text of a document begins here: with its addressees, what it is made for, or its first unit."""
    text = found[index].text if index < len(found) else ""
    first = unit_number(text)
    counted = first is not None and first.value == 1 and "。" in text
    return counted or _is_addressed(found, index) or _OPENING.match(text) is not None


def _below_title(found: list[Block], end: int, title: str, top: bool) -> tuple[int | None, int | None, int]:
    """Where the number and the adoption stand below a title, and where the text begins; a page's lines are between."""
    number, adoption, body = None, None, end
    for index in range(end, len(found)):
        text = found[index].text
        dated = NUMBER_AND_DAY.fullmatch(text)
        behind = (dated or NUMBER_BEHIND.fullmatch(text)) and (top or _has_text(found, index + 1))  # else a list
        day = adoption is None or DATE.fullmatch(found[adoption].text.strip("（）()"))
        above = DATE.fullmatch(text) and index + 1 < len(found) and NUMBER_LINE.fullmatch(found[index + 1].text)
        if number is None and day and (NUMBER_LINE.fullmatch(text) or behind):
            number, body = index, index + 1
            adoption = index if dated else adoption
        elif adoption is None and (ADOPTION.fullmatch(text) or above or number == index - 1 and DATE.fullmatch(text)):
            adoption, body = index, index + 1
        elif is_info(text) or MONTH_LINE.fullmatch(text):
            body = index + 1
        else:
            break
    repeated = any("".join(block.text for block in found[body:stop]) == title for stop in range(body + 1, body + 5))
    return (None, None, end) if repeated else (number, adoption, body)  # what stands between is the second title's


def _is_letterhead(text: str, bare: bool) -> bool:
    """Whether a line is the red head of a document: X文件, or X alone where a number follows and nothing precedes."""
    return len(text) <= 30 and (text.endswith("文件") or bare and is_body_name(text))


def _is_own(found: list[Block], head: _Head, previous: _Head | None) -> bool:
    """Whether a title begins a document of its own: a number, an adoption, issuers, or the first of the source."""
    if head.number is not None:
        return True
    if BOOK.fullmatch(head.text) or lists_documents([block.text for block in found[head.body : head.body + _ENTRIES]]):
        return False
    if previous is None:
        return True
    before = found[head.start - 1].text
    if _is_carried(found, head, previous) or BARE_ATTACHMENT.fullmatch(before):
        return False
    if _is_apart(found, head, previous):
        return True
    following = found[head.body].text if head.body < len(found) else ""
    if DATE.fullmatch(following) or (BODY_NAME.fullmatch(following) and len(following) < 24):
        return False
    if head.adoption is not None and not DATE.fullmatch(found[head.adoption].text[1:-1]):
        return True
    return has_issuer(head.text) and (before[-1] in TERMINAL or not is_title_line(before) or ends_title(before))


def _is_carried(found: list[Block], head: _Head, previous: _Head) -> bool:
    """Whether the document before names the title as that of the text it carries, below it or beside its number."""
    carried = carried_in(previous.text)
    if carried and folded(carried) == folded(head.text):
        return True
    beside = BRACKETED_TITLE.fullmatch(previous.text) and folded(previous.text) == folded(head.text)
    return bool(beside) or _announces(found, previous, head)


def _is_apart(found: list[Block], head: _Head, previous: _Head) -> bool:
    """Whether a text begins below a title, and above it one has ended, with its date or the heading of a section."""
    if has_issuer(head.text) and is_section_line(found[head.start].text) and head.start < head.title:
        first = found[head.body].text if head.body < len(found) else ""
        return _has_text(found, head.body) or _FIRST_UNIT.match(first) is not None
    dated = DATE_AT_END.search(found[head.start - 1].text[-40:]) is not None
    notice = head.text.endswith(("通知", "通报")) and head.text.startswith("关于")
    return dated and notice and not is_forwarding(previous.text) and _is_addressed(found, head.body)


def _announces(found: list[Block], previous: _Head, head: _Head) -> bool:
    """Whether the document before is the order that makes this text known: it quotes the title."""
    if not is_bare_order(previous.text):
        return False
    notice = "".join(block.text for block in found[previous.body : head.start])
    quoted = {folded(match[1]) for match in re.finditer(r"《([^《》]+)》", notice[:1500])}
    return folded(head.text) in quoted


def _whole(found: list[Block], heads: list[_Head]) -> list[_Head]:
    """Heads that have a text: lists of titles and a title repeated above its document go to the next head."""
    whole: list[_Head] = []
    ends = _ends(found, heads)
    repeated: _Head | None = None
    for head, end in zip(heads, ends, strict=True):
        if any("。" in block.text for block in found[head.body : end]) or end == len(found):
            whole.append(_numbered(head, repeated))
            repeated = None
        else:
            repeated = head
    return whole


def _numbered(head: _Head, repeated: _Head | None) -> _Head:
    """The head with the number that stands between its title and the same title on the page above, where it does."""
    if repeated is None or repeated.number is None or head.number is not None:
        return head
    same = repeated.body == head.start and folded(repeated.text) in folded(head.text)
    return replace(head, start=repeated.number, number=repeated.number) if same else head


def _ends(found: list[Block], heads: list[_Head]) -> list[int]:
    """Where each document ends: at the next one's head."""
    return [head.start for head in heads[1:]] + [len(found)] if heads else []


def _part(clean: Clean, found: list[Block], head: _Head, end: int, sample: bool) -> Part:
    label = None
    if head.number is None:
        above = found[max(0, head.start - 20) : head.body]
        for block, following in zip(above, [*above[1:], None], strict=True):
            # A page may lay out label and value in two elements.
            value = (
                following.text if following and block.text.endswith("：") and len(block.text) < _LONGEST_LABEL else ""
            )
            match = _LABELLED_NUMBER.search(block.text + value)
            label = match[1] if match else label
    inside = tuple(found[head.start : end])
    return Part(
        clean,
        inside,
        tuple(found[head.title : head.title_end]),
        found[head.number] if head.number is not None else None,
        label,
        head.body - head.start,
        found[head.adoption] if head.adoption is not None else None,
        clean.line(inside[0].start),
        clean.line(inside[-1].end - 1),
        sample,
    )


def _account(clean: Clean, found: list[Block], parts: list[Part], rejected: list[tuple[int, int, str]]) -> Split:
    """Give every line of the source, blank ones too, to the part or rejection that it follows."""
    top = clean.raw.lines[0].number if clean.raw.lines else 1
    total = clean.raw.lines[-1].number if clean.raw.lines else 0
    spans: list[tuple[int, Part | str]] = [(part.first_line, part) for part in parts]
    spans += [(clean.line(found[first].start), reason) for first, _, reason in rejected if first < len(found)]
    spans.sort(key=lambda item: item[0])
    if not found and total:
        spans = [(top, "no document in it")]
    kept: list[Part] = []
    out: list[Rejection] = []
    for index, (first, item) in enumerate(spans):
        first = top if index == 0 else first
        last = max(first, spans[index + 1][0] - 1) if index + 1 < len(spans) else total
        if isinstance(item, Part):
            kept.append(replace(item, first_line=first, last_line=last))
        else:
            out.append(Rejection(clean.raw.file, item, first, last))
    return Split(tuple(kept), tuple(out))

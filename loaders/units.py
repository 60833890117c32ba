"""Numbered units of a text: which paragraphs begin one, under which parent, with which heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from loaders.blocks import Block
from loaders.duties import is_duty, title_end
from loaders.forms import NUMERAL, RANKS, Number, unit_number, whole_number

_LONGEST_HEADING = 40
_USUAL_HEADING = 30
_DECIMALS = ("decimal2", "decimal3", "decimal4")
_ABOVE_DECIMALS = ("part", "chapter", "section", "article", "cn", "whole", "ar")
_AHEAD = 60  # blocks in which what a decimal needs beside it stands
_ARTICLES, _ARTICLE_TITLE = 3, 16  # titled articles: so many at least, each title so long at most
# 第三条 省财政厅设立专项资金。: a sentence that says who does what, no title.
_SUBJECT = re.compile(
    "[^，。]{0,12}(?:厅|局|委|部|府|部门|单位|机构|人)(?:会同|设立|承担|享有|负责|制定|可以?|依法|应当|对|按|统筹|组织)"
)
_SENTENCE = re.compile(
    r"应当|(?<![供响适对反相效感回呼顺])应(?:[在于按将]|及时|依法)|不得|可以|必须|须(?!知)|是指|^对.{2,60}的，|^自.{2,30}起|的，|^凡|"
    r"^本(?:办法|规定|条例|细则|决定|意见|通知|公告|措施|方案|规划|[一-龥]{2,8}(?:自.{2,30}起|由.{2,30}解释|适用于|有效期))"
)
# What a sentence sets that no title does: a term, a sum, a plan, a refusal, or consent (批复).
_SETS = re.compile(
    rf"(?:期限?|时间|时限|日期|周期)(?:均|暂定|一般|原则上)?为[\d{NUMERAL}两]|逾期[不未将者]|，[^，。]{{0,12}}不予|"
    r"(?:安排|下达|拨付)[^，。]{0,24}\d(?:万亿|[千万亿])?元|(?<![模虚草])拟[按于在安]|\d[^，。]{0,4}左右(?:[，、]|安排|$)|"
    r"每[一-龥]{1,3}(?:限报|不超过)|^(?:现|原则上?)?同意"
)
_ONLY_PARENTHESES = re.compile(r"(?:[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]。?)*")
_PRINTED_TITLE = re.compile(r"[【（〔(]([^【】（）〔〕()。]{2,24})[】）〕)]")
_ASIDE = re.compile(r"[（(].*[）)]$")
# What a colon leads into is said below, so that such a line is the beginning of a sentence (第三条修改为：).
_LEAD_IN = re.compile(
    r"(?:为|是|包括|如下|增加[一二两三四五六七八九十]{1,2}[条款项]|[下以上][列下述][^，。；：]{0,10})$|[下以][列下][^，。；：]{1,30}，"
)
# The title of a box or table of figures that a plan sets into its text (专栏1 发展主要指标).
_INDICATORS = re.compile(
    rf"(?:专栏[\d{NUMERAL}]{{0,3}}|表[\d{NUMERAL}]{{1,3}})：?[^。；]{{0,40}}指标(?:体系)?(?:一览)?表?(?:（[^（）]{{1,20}}）)?"
)
_OF_ITSELF = re.compile(
    r"(?:特此|此前|自(?:印发|发布|公布|下发)之日起[施实执生]|(?:本|此)(?:实施|若干|政策|指导|工作|行动|专项|发展|补充|管理|暂行){0,3}"
    r"(?:意见|办法|通知|公告|决定|措施|政策|规划|方案|规定|条例|细则|文件|计划|要点|纲要|规程|规则))"
)
_ABOVE_ITEMS = re.compile("前[一二两三四各]?款")
_CLOSING = re.compile(
    r"(?:各地|各市|各级|各有关|各省|各部门|各单位|各县|各相关|各设区|请各|请将|请.{2,30}将本|以上|上述|执行中|在执行|"
    r"[国省市]人民政府办公厅|国务院办公厅)"
)
_CHARGE = re.compile(
    r"各(?:地|级|市|部门|有关).{0,400}(?:高度重视|及时报告|抓好.{0,6}落实|认真贯彻|认真组织实施)", re.DOTALL
)


@dataclass(slots=True)
class Unit:
    """A numbered unit: blocks [first, end) are its own, without its children's; ``parent`` indexes the units."""

    number: Number
    path: str
    parent: int | None
    first: int
    end: int
    heading: str | None = None
    has_own_text: bool = True
    heading_end: int = 0  # offset in the first block behind the heading, or behind the first sentence


@dataclass(slots=True)
class _Numbering:
    """What numbering has been met: the open units, and the last value of every form."""

    stack: list[tuple[Number, int]] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    under: dict[str, str | None] = field(default_factory=dict)
    decimals: dict[int, int] = field(default_factory=dict)  # the last below a unit

    def fits(self, number: Number) -> bool:
        """Whether the number goes on from one that was met, or starts a row: 1, or one of the first three."""
        if number.form in _DECIMALS:
            above = self.above(number)
            before = self.decimals.get(self.stack[above][1], 0) if above is not None else number.value
            return 0 < number.value - before <= (2 if before else 1)
        known = self.last.get(number.form)
        if number.doubtful:
            return number.value in (1, (known or 0) + 1)
        if "之" in number.label:  # an amendment put 第七条之一 behind 第七条
            return known == number.value
        if number.value == 1:
            return True
        if known is None:
            return 0 < number.value <= 3 and not self.stack
        open_value = next((item.value for item, _ in self.stack if item.form == number.form), None)
        return 0 < number.value - known <= 3 or (open_value is not None and 0 < number.value - open_value <= 3)

    def above(self, number: Number) -> int | None:
        """Where the open unit stands that a decimal begins with (1.2 of 1.2.3; 一 of 1.2), None where none does."""
        label, _, _ = number.label.rpartition(".")
        for at, (item, _) in reversed([*enumerate(self.stack)]):
            if item.label == label or (label == str(item.value) and item.form in _ABOVE_DECIMALS):
                return at
        return None

    def place(self, number: Number, bare: bool) -> int | None:
        """Close what the number ends and return the index of its parent."""
        above = self.above(number) if number.form in _DECIMALS else None
        if above is not None:
            del self.stack[above + 1 :]
            self.decimals[self.stack[above][1]] = number.value
            return self.stack[above][1]
        forms = [item.form for item, _ in self.stack]
        if number.form in forms:
            del self.stack[forms.index(number.form) :]
        else:
            known = self.under.get(number.form, "")
            while self.stack and RANKS[self.stack[-1][0].form] > RANKS[number.form]:
                inside = self.stack[-1][0].form in _DECIMALS and RANKS[number.form] > RANKS["cn"]
                if inside or known == self.stack[-1][0].form or (bare and known == ""):
                    break
                self.stack.pop()
        self.under.setdefault(number.form, self.stack[-1][0].form if self.stack else None)
        self.last[number.form] = number.value
        return self.stack[-1][1] if self.stack else None


def units(blocks: Sequence[Block], first: int, end: int) -> list[Unit]:
    """The numbered units among blocks [first, end), in order; numbers that start no unit are passed over.

    The last unit ends where the text begins that turns to the whole document; blocks between an item and the next unit
    that are neither's are the article's that the item belongs to.
    """
    found: list[Unit] = []
    numbering = _Numbering()
    taken: dict[str, int] = {}
    for index, number in _written(blocks, list(_numbers(blocks, first, end)), end):
        if not numbering.fits(number):
            continue
        previous = blocks[index - 1].text if index > first else ""
        bare = bool(found) and found[-1].first == index - 1 and "。" not in previous
        parent = numbering.place(number, bare)
        if found:
            found[-1].end = index
        path = number.label if parent is None else f"{found[parent].path}/{number.label}"
        taken[path] = taken.get(path, 0) + 1
        if taken[path] > 1:  # numbering that starts again under unnumbered sub-heads, or a misprint
            path = f"{path}·{taken[path]}"
        numbering.stack.append((number, len(found)))
        found.append(Unit(number, path, parent, index, end))
    _cut_tails(blocks, found)
    _give_headings(blocks, found)
    return found


def _numbers(blocks: Sequence[Block], first: int, end: int) -> Iterator[tuple[int, Number]]:
    """The blocks that begin with a number of the text itself: none of running text, of a book, or of a box's rows."""
    row: int | None = None
    whole = 0
    for index in range(first, end):
        number = unit_number(blocks[index].text) or _chapter(blocks, index, end, whole)
        if number and number.form == "whole":
            whole = number.value
        if number is None:
            row = 0 if _INDICATORS.fullmatch(blocks[index].text) else row
            continue
        if row is not None and RANKS[number.form] >= RANKS["ar"] and number.value == row + 1:
            row += 1
            continue
        row = None
        if _is_running_text(blocks, index, first, number):
            continue
        if number.doubtful and not _is_counted_on(number, blocks, index + 1, end):
            continue
        if number.form == "part" and not any(unit_number(blocks[at].text) for at in range(index + 1, end)):
            continue  # the next part of a book, behind its last document
        yield index, number


def _cut_tails(blocks: Sequence[Block], found: Sequence[Unit]) -> None:
    """End the last item of every article in front of the paragraph that goes on with the article (前款所称…).

    It is one where the items before have one paragraph each and the last one's first has ended; behind the items of
    other units it must say 前款.
    """
    for index, (unit, following) in enumerate(zip(found, found[1:], strict=False)):
        above = unit.parent
        if above is None or following.parent in (index, above):
            continue
        article = found[above].number.form == "article"
        items = [item for item in found[above + 1 : index] if item.parent == above]
        ended = blocks[unit.first].text[-1] in "。；"
        if ended and items and all(item.end - item.first == 1 for item in items):
            rest = range(unit.first + 1, unit.end)
            tail = next((at for at in rest if not _goes_on(blocks[at].text)), unit.end)
            if tail < unit.end and (article or _ABOVE_ITEMS.search(blocks[tail].text)):
                unit.end = tail


def _goes_on(text: str) -> bool:
    """Whether a paragraph belongs to the item above it: an aside or its own list."""
    return bool(_ASIDE.fullmatch(text)) or text[-1] in "）)" or re.match("——|一是|二是|三是|[①-⑩]", text) is not None


def _written(blocks: Sequence[Block], numbers: Sequence[tuple[int, Number]], end: int) -> Iterator[tuple[int, Number]]:
    """The numbers without the decimals of chapters in which no sentence stands: rows of contents, forms, catalogues."""
    starts = [at for at, (_, number) in enumerate(numbers) if number.form in _ABOVE_DECIMALS]
    for start, stop in zip([0, *starts], [*starts, len(numbers)], strict=True):
        last = numbers[stop][0] if stop < len(numbers) else end
        said = start < stop and any(re.search("[。；]", blocks[at].text) for at in range(numbers[start][0], last))
        yield from (item for item in numbers[start:stop] if said or item[1].form not in (*_DECIMALS, "whole"))


def _chapter(blocks: Sequence[Block], index: int, end: int, before: int) -> Number | None:
    """The bare number of a chapter (2组织体系) above its first decimal; behind such ones one can have text alone."""
    number = whole_number(blocks[index].text)
    if number is None or number.value not in (1, before + 1):
        return None
    ahead = range(index + 1, min(end, index + _AHEAD))
    after = (other for at in ahead if (other := unit_number(blocks[at].text)))
    decimal = next((other for other in after if other.form in _DECIMALS), None)
    if decimal and decimal.label == f"{number.value}.1":
        return number
    alone = decimal is None or decimal.label == f"{number.value + 1}.1"
    return number if before and alone and index + 1 < end and "。" in blocks[index + 1].text else None


def _is_running_text(blocks: Sequence[Block], index: int, first: int, number: Number) -> bool:
    """A paragraph that merely begins like a unit: the one before it stops at a comma, or nothing stands behind it."""
    text = blocks[index].text
    if len(text) <= number.length:
        return True
    return index > first and blocks[index - 1].text[-1] in "，、"


def _is_counted_on(number: Number, blocks: Sequence[Block], first: int, end: int) -> bool:
    """Whether the next number of the list is one more; behind the last of a list nothing can tell, and 1 is none."""
    others = (other for index in range(first, end) if (other := unit_number(blocks[index].text)))
    if number.form in _DECIMALS:  # the first of a row has a second, or a first one below
        stem, _, _ = number.label.rpartition(".")
        near = islice(others, _AHEAD)
        return number.value > 1 or any(other.label in (f"{stem}.2", f"{number.label}.1") for other in near)
    after = next((other for other in others if RANKS[other.form] <= RANKS[number.form]), None)
    if after and after.form == number.form:
        return after.value == number.value + 1
    return number.value > 1


def _give_headings(blocks: Sequence[Block], found: list[Unit]) -> None:
    """Decide the headings form by form: where most units of a form run straight into text, none has a heading."""
    long: dict[str, list[bool]] = {}
    for unit in found:
        rest = _rest(blocks, unit)
        stop = rest.find("。")
        if stop >= 0:
            long.setdefault(unit.number.form, []).append(title_end(rest[:stop]) > _USUAL_HEADING)
    parents = {unit.parent for unit in found}
    titled = {form: 2 * sum(votes) <= len(votes) for form, votes in long.items()}
    articles = [_rest(blocks, unit) for unit in found if unit.number.form == "article"]
    named = sum(_article_title(rest) > 0 for rest in articles)
    titled["article"] = len(articles) >= _ARTICLES and 4 * named >= 3 * len(articles)
    for index, unit in enumerate(found):
        _give_heading(blocks, unit, index in parents, titled.get(unit.number.form, True))
    if found:
        last = found[-1]
        last.end = closing_of(blocks, found)
        _give_heading(blocks, last, False, titled.get(last.number.form, True))


def _rest(blocks: Sequence[Block], unit: Unit) -> str:
    return blocks[unit.first].text[unit.number.length :]


def _give_heading(blocks: Sequence[Block], unit: Unit, has_children: bool, titled: bool) -> None:
    rest = _rest(blocks, unit)
    more = unit.end > unit.first + 1
    start = unit.number.length
    heading, length = None, 0
    printed = _PRINTED_TITLE.match(rest) if unit.number.form == "article" else None
    if printed:
        heading, length = printed[1], printed.end()
    elif unit.number.form == "article":
        length = _article_title(rest) if titled else 0
        heading = rest[: length - 1] if length else None
    else:
        heading, length = _heading(rest, more or has_children, titled, unit.number.form)
    unit.heading = heading
    stop = rest.find("。") + 1 or len(rest)
    unit.heading_end = start + (length if heading is not None else stop)
    own = [rest[length:], *(block.text for block in blocks[unit.first + 1 : unit.end])]
    unit.has_own_text = heading is None or any(
        text.strip("。：: ") and not (has_children and is_duty(text)) for text in own
    )


def _article_title(rest: str) -> int:
    """The length that the short title of an article takes with its 。 in front of its text, else 0.

    Lists of support are laid out so (第一条 支持技术改造。对…给予补助。); articles of laws run straight into text.
    """
    title, _, text = rest.partition("。")
    if _SUBJECT.match(title):
        return 0
    plain = len(title) <= _ARTICLE_TITLE and not re.search("[，；：！？]", title) and not _is_sentence(title)
    return len(title) + 1 if title and text and plain else 0


def _is_sentence(title: str) -> bool:
    return bool(_SENTENCE.search(title) or _SETS.search(title))


def _heading(rest: str, followed: bool, titled: bool, form: str) -> tuple[str | None, int]:
    """The heading at the start of a unit's text and the length that it takes with its closing mark, or none."""
    stop = rest.find("。")
    if stop < 0:
        title = rest.rstrip("：:")
        title = title[: title_end(title)]
        if _is_sentence(title) or (title != rest and _LEAD_IN.search(title)):
            return None, 0
        if len(title) > 60 or any(mark in title for mark in "；！？：") or rest.endswith("；"):
            colon = _before_colon(rest, 16)
            return (colon[1], colon.end()) if colon and not rest.endswith("：") and len(rest) > 60 else (None, 0)
        if not followed and form not in ("part", "chapter", "section"):
            return None, 0
        return title, len(rest)
    title, tail = rest[: title_end(rest[:stop])], rest[stop + 1 :]
    if _ONLY_PARENTHESES.fullmatch(tail) and not followed:
        return None, 0
    longest = _LONGEST_HEADING if titled else 16
    if len(title) <= longest and not any(mark in title for mark in "；：！？") and not _is_sentence(title):
        return (title, stop + 1) if titled or len(title) <= 12 else (None, 0)
    colon = _before_colon(rest, 14)
    if colon and titled:
        return colon[1], colon.end()
    return None, 0


def _before_colon(rest: str, longest: int) -> re.Match[str] | None:
    """The short title in front of a colon; words that lead into what stands behind it (修改为：“…”) are none."""
    match = re.match(rf"([^，。；：（）]{{2,{longest}}})：", rest)
    return match if match and not _LEAD_IN.search(match[1]) else None


def closing_of(blocks: Sequence[Block], found: list[Unit]) -> int:
    """The block where the text behind the last numbered unit begins; the last unit ends there.

    Text behind the last unit's first paragraph is its own where such units have several paragraphs each and the text
    does not turn to the whole document (各地要…, 本意见自…起施行); a heading alone always has the paragraph behind it.
    """
    last = found[-1]
    siblings = [unit for unit in found[:-1] if unit.number.form == last.number.form]
    several = [unit for unit in siblings if unit.end - unit.first > 1 + _is_heading_only(blocks, unit)]
    usual = 3 * len(several) >= len(siblings) and bool(several)
    alone = _is_heading_only(blocks, last)
    for index in range(last.first + 1, last.end):
        text = blocks[index].text
        if alone and index == last.first + 1:
            if _OF_ITSELF.match(text) and blocks[last.first].text.endswith("。"):
                return index
            continue
        if _goes_on(text):
            continue
        if not usual or _OF_ITSELF.match(text) or _CLOSING.match(text) or _CHARGE.search(text):
            return index
    return last.end


def _is_heading_only(blocks: Sequence[Block], unit: Unit) -> bool:
    """Whether the unit's first paragraph is nothing but its heading."""
    return unit.heading is not None and unit.heading_end >= len(blocks[unit.first].text)

"""Which printed rows belong to one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.behind import CHRONICLE
from loaders.characters import CLOSING_PUNCTUATION, TERMINAL
from loaders.forms import (
    ATTACHMENT_HEAD,
    BODY_NAME,
    BULLET,
    DATE,
    NUMBER_LINE,
    NUMERAL,
    RANKS,
    REMARK,
    Number,
    unit_number,
    whole_number,
)
from loaders.furniture import is_info
from loaders.heads import heads
from loaders.rows import Row
from loaders.titles import LEADER, PAGED, ends_title, is_section_line, is_title_line

_BLOCK = 240  # rows that are measured together: documents of one file may be printed in different widths
_LOOK_BACK = 40
_MANY = 16  # unfinished rows of one width that are no paragraphs, whatever a source says
_LEAST = 40  # columns of a full row of print
_FEW = 4  # where each of them is running text
_BARS = 3  # between the cells of a row
_TITLED = 8  # characters of a title's cell
_HEAD_PARTS = 6  # paragraphs of a title, with the number above
_VERB = re.compile("关于|印发|转发")  # addressees below a number can end a line with 计划, but have none
_OPEN_TAIL = re.compile(r"(?:《[^》]{0,60}|[（(][^）)]{0,60}|〔[^〕]{0,6}|[“][^”]{0,16}|关于)$")
_ASIDE_END = re.compile(r"(?<![\d年])[〕］】]$")  # of bodies, as ）is; not that of a year in a number
_NUMBER_TAIL = re.compile(r"^[\u4e00-\u9fff]{1,14}[〔［\[（(【﹝](?:19|20)\d{2}[〕］\]）)】﹞]第?\d*$")
_OPENING = re.compile(
    r"(?:现将|为|根据|按照|依据|经)[^。；：！？]*号[）)]$"
)  # a sentence that has named a document so far
_BROKEN = re.compile(
    r"\d年\n\d{1,2}月|\d月\n(?:\d{1,2}日|[上中下]旬|底)|年\d{1,2}\n\d?月|月\d{1,2}\n\d?日|(?:19|20)\d\d\n年(?!度)"
    r"|[自至到]\n(?:19|20)\d\d年|不(?:超过|低于|少于|高于)\n\d"
)
"""A day or an amount that goes on in the next row, behind a line that could be a heading."""
_ENDED = "。！？）)"  # above a signature
_FORMULA = re.compile(r"特此(?:公告|通知|通告|通报|函告|函复|函达|批复|报告|说明|请示)。?")
_REFERRED = re.compile("[项款目类级批期档、和或至及与]")  # behind a number that a sentence names
_COUNTED = f"第共分{NUMERAL}"  # in front of it
_TITLE_ROWS = 4
_ASCII = re.compile(r"[0-9A-Za-z]")  # spaced out or pressed together in print, so that the row's width varies
_FIRST_WORD = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Measure:
    """How a block is printed: width of a full row (None: rows are not wrapped), and whether paragraphs are indented."""

    width: int | None
    indents: bool
    hanging: bool  # first rows are printed two characters narrower, their indent lost
    elements: bool = False  # a converter made an element of every printed row


def join(rows: Sequence[Row]) -> list[list[Row]]:
    """Group rows into paragraphs: by the measure of the page, the punctuation, and what the next row starts with."""
    measures = [_measure(rows[max(0, at - _BLOCK // 2) : at + _BLOCK * 3 // 2]) for at in range(0, len(rows), _BLOCK)]
    groups: list[list[Row]] = []
    begins = heads([row.text for row in rows])
    counted: dict[str, int] = {}
    alone = False
    for index, row in enumerate(rows):
        own = _own_block(row) or (_chapter(row, rows[index + 1]) if index + 1 < len(rows) else None)
        measure = measures[index // _BLOCK]
        if row.whole and measure.width and not measure.elements:  # joined by its punctuation alone, not by its width
            measure = replace(measure, width=None)
        begun = not (groups and _is_open(groups[-1][-1])) and (
            index in begins
            or (groups and groups[-1][-1].text[-1] in _ENDED and _heads(row, index + 1 in begins))
            or (isinstance(own, Number) and _is_next(own, row, counted, groups))
        )
        ended = not groups or alone or begun or _ends_head(groups, row)
        if not ended and _continues(groups[-1], row, own, measure):
            groups[-1].append(row)
        else:
            groups.append([row])
            alone = own is not None and _stands_alone(row)
            if index in begins:
                counted.clear()
            if isinstance(own, Number):
                _count(own, counted)
    return groups


def _measure(rows: Sequence[Row]) -> Measure:
    """Measure a block: wrapped when many rows end unfinished at nearly the same, greatest width."""
    whole = sum(row.whole for row in rows) * 2 > len(rows)
    wide = [row for row in rows if row.width >= 24 and row.whole == whole]
    indented = sum(row.indented for row in rows)
    indents = indented >= 3 and indented * 25 >= len(rows) and any(not row.indented for row in wide)
    if len(wide) < 4:
        return Measure(None, indents, False)
    counts = Counter(row.width for row in wide)
    best = max(counts, key=lambda value: (sum(counts[near] for near in range(value - 3, value + 4)), value))
    top = max(range(best - 3, best + 4), key=lambda value: (counts[value], value))
    full = [row for row in wide if abs(row.width - top) <= 6]
    beyond = sum(row.width > top + 8 for row in wide)
    unfinished = sum(row.text[-1] not in TERMINAL for row in full)
    if whole and unfinished < max(_FEW if _is_print(rows, top) else _MANY, len(wide) // 2):
        return Measure(None, indents, False)
    if len(full) < 3 or beyond * 10 > len(wide) or unfinished * 2 < len(full) or len(full) * 5 < len(wide):
        return Measure(None, indents, False)
    narrow = sum(counts[value] for value in range(top - 5, top - 2))
    return Measure(top, indents, not indents and narrow * 20 >= len(full), whole)


def _is_print(rows: Sequence[Row], top: int) -> bool:
    """Whether the unfinished rows of full width are running text that goes on in the next row, not a list's entries."""
    full = [
        (row, following)
        for row, following in zip(rows, rows[1:], strict=False)
        if row.whole and row.width >= _LEAST and abs(row.width - top) <= 6 and row.text[-1] not in TERMINAL
    ]
    running = sum(any(mark in row.text[:-1] for mark in "，。") for row, _ in full)
    return running * 4 >= len(full) * 3 and not any(unit_number(following.text) for _, following in full)


def _own_block(row: Row) -> Number | str | None:
    """What makes the row the start of a paragraph by itself: a unit number, or a printed form of its own."""
    text = row.text
    number = unit_number(text)
    if number:
        return number
    if NUMBER_LINE.fullmatch(text):
        return "number"
    if (text[0].isdigit() or text[0] in "一二") and DATE.fullmatch(text):
        return "date"
    if text[0] == "附" and ATTACHMENT_HEAD.match(text):
        return "attachment"
    if REMARK.match(text):
        return "remark"
    if BULLET.match(text):
        return "bullet"
    return "entry" if _is_entry(row) else None


def _chapter(row: Row, following: Row) -> Number | None:
    """The bare number of a chapter above its first decimal (2组织体系, 2.1领导机构)."""
    number = whole_number(row.text)
    first = unit_number(following.text) if number else None
    return number if number and first and first.label == f"{number.value}.1" else None


def _is_entry(row: Row) -> bool:
    """Whether a row is one of a table, its cells between bars, or of a catalogue: a title and a number in cells."""
    if row.text.count("|") >= _BARS:
        return True
    cells = [piece for _, piece in row.pieces if piece != " "]
    if len(cells) < 2 or "，" in row.text or "。" in row.text:
        return False
    numbers = [cell for cell in cells if NUMBER_LINE.fullmatch(cell)]
    return len(numbers) == 1 and any(ends_title(cell) and len(cell) >= _TITLED for cell in cells)


def _stands_alone(row: Row) -> bool:
    """Whether nothing can continue the row: a whole document number, a whole date, a bare 附件."""
    text = row.text
    return bool(
        _is_entry(row)
        or NUMBER_LINE.fullmatch(text)
        or DATE.fullmatch(text)
        or re.fullmatch(r"附件[\d一二三四五六七八九十]*[：:]?|[（(]此件.*[）)]", text)
    )


def _continues(group: list[Row], row: Row, own: Number | str | None, measure: Measure) -> bool:
    """Whether the row goes on with the paragraph; see the module's rules in order of their strength."""
    last = group[-1]
    unfinished = last.text[-1] not in TERMINAL and not _ASIDE_END.search(last.text[-8:])
    if row.breaks or _ends_contents(last) or (is_info(row.text) and ends_title(last.text)):
        return False
    if len(group) == 1 and is_info(last.text) and not (measure.width and last.width >= measure.width - 4):
        return False
    if _NUMBER_TAIL.match(last.text) and (row.text[0].isdigit() or row.text[0] in "号第"):
        return True
    if _BROKEN.search(f"{last.text[-8:]}\n{row.text[:6]}"):
        return True
    if own == "bullet" and unfinished and measure.width is not None and last.width >= measure.width - 4:
        return not _is_heading(group)  # a dash inside a sentence
    if isinstance(own, str):
        return False
    if row.text[0] in CLOSING_PUNCTUATION:
        return True
    if isinstance(own, Number) and not (unfinished and own.form.startswith("decimal")):  # a figure in a sentence
        full = measure.width is not None and last.width >= measure.width - 8
        begins = measure.indents and row.indented and not _is_open(last)
        return full and unfinished and not begins and not _is_heading(group)
    return (unfinished and len(row.text) == 1) or _runs_on(group, row, measure, unfinished)


def _ends_head(groups: list[list[Row]], row: Row) -> bool:
    """Whether the title under a document's number ends here, however wide its last line is."""
    if not ends_title(groups[-1][-1].text) or ends_title(row.text) or row.text[0] in "的和及":
        return False
    title = ""
    for group in reversed(groups[-_HEAD_PARTS:]):
        text = "".join(part.text for part in group[:_LOOK_BACK])  # no title has so many rows
        if not is_title_line(text):
            return NUMBER_LINE.fullmatch(text) is not None and _VERB.search(title) is not None
        title = text + title
    return False


def _heads(row: Row, above_title: bool) -> bool:
    """Whether a row heads a section of a book: the chronicle of a gazette, or a few words above a document's title."""
    return CHRONICLE.fullmatch(row.text) is not None or above_title and is_section_line(row.text)


def _is_open(row: Row) -> bool:
    """Whether the end of a row says that its sentence or title goes on."""
    return row.text[-1] in "，、" or _OPEN_TAIL.search(row.text[-64:]) is not None


def _count(number: Number, counted: dict[str, int]) -> None:
    """Note the number of a unit; those of the forms inside it begin again."""
    for form in [form for form in counted if RANKS[form] > RANKS[number.form]]:
        del counted[form]
    counted[number.form] = number.value


def _is_next(number: Number, row: Row, counted: Mapping[str, int], groups: Sequence[list[Row]]) -> bool:
    """Whether a number begins the unit that is due, or the first below a title, however wide the row above is."""
    group = groups[-1] if groups else []
    if not group or number.doubtful or _REFERRED.match(row.text, number.length) or group[-1].text[-1] in _COUNTED:
        return False
    if RANKS[number.form] < RANKS["cn"] and not (row.gaps and len(row.pieces[0][1]) == number.length):
        return False  # 第五条 of a law that a sentence names
    if number.value > 1:
        return counted.get(number.form) == number.value - 1
    return len(group) <= _TITLE_ROWS and ends_title(group[-1].text) and is_title_line("".join(r.text for r in group))


def _ends_contents(row: Row) -> bool:
    """Whether a row is (the end of) an entry of a table of contents: dots, or a gap, and the page."""
    apart = row.gaps and row.gaps[-1] == len(row.pieces) - 1
    return LEADER.search(row.text) is not None or bool(apart and PAGED.search(row.text) and "，" not in row.text)


def _runs_on(group: list[Row], row: Row, measure: Measure, unfinished: bool) -> bool:
    """Whether running text goes on in a row that no printed form begins."""
    last = group[-1]
    comma = last.text[-1] in "，、-"
    if comma or (unfinished and _OPEN_TAIL.search(last.text[-64:])):
        return comma or not (row.indented and measure.indents)
    if measure.indents and row.indented:
        return False
    if last.text.endswith(("号）", "号)")) and _OPENING.match("".join(part.text for part in group[-_LOOK_BACK:])):
        return True
    running = unfinished and not _is_heading(group) and any(mark in last.text for mark in "，。、")
    if row.number_before and running and last.width >= 30:
        return True
    return _fills(group, row, measure, unfinished) or (unfinished and not row.whole and _is_as_wide(group, row))


def _fills(group: list[Row], row: Row, measure: Measure, unfinished: bool) -> bool:
    """Whether the paragraph's last row is as wide as the measure, so that the next one goes on."""
    if measure.width is None:
        return False
    last = group[-1]
    if _signs(row, measure.width) and last.text[-1] in _ENDED:
        return False
    first_word = _FIRST_WORD.match(row.text)
    need = len(first_word[0]) if first_word else 2
    indent = len(group) == 1 and (measure.hanging or (measure.indents and last.indented))
    capacity = measure.width - (4 if indent else 0)
    if not unfinished or (_is_heading(group) and len(group) == 1 and not _ASCII.search(last.text)):
        full = last.width + need > capacity - 1
    else:  # a line can end early because the next may not begin with a punctuation mark
        full = last.width + need >= capacity - 4
    if full and _ends_by_itself(group, row, measure):
        return False
    if full:
        if unfinished or measure.indents:
            return True
        return not (_starts_paragraph(row, measure.width) or _is_body(row))
    sentences = len(group) > 1 and any("。" in part.text for part in group[-_LOOK_BACK:])
    return unfinished and sentences and last.width * 2 > measure.width


def _ends_by_itself(group: list[Row], row: Row, measure: Measure) -> bool:
    """A title of an attachment above a body's name; a title or heading above a paragraph whose indent is lost."""
    assert measure.width is not None
    if _FORMULA.fullmatch(row.text) and group[-1].text.endswith("。"):
        return True
    if _is_body(row) and (ATTACHMENT_HEAD.match(group[0].text) or ends_title(group[-1].text)):
        return True
    title = ends_title(group[-1].text) or (_is_heading(group) and "，" not in group[-1].text)
    squeezed = 2 if row.text[-1] in CLOSING_PUNCTUATION else 0  # a mark that is printed beyond the margin
    return title and measure.hanging and _starts_paragraph(row, measure.width + squeezed)


def _is_as_wide(group: list[Row], row: Row) -> bool:
    """Rows of running text beside each other end unfinished at the same width: print of another width begins here."""
    last = group[-1]
    near = [other for other in (*group[-2:-1], row) if abs(other.width - last.width) <= 3]
    running = any(other.text[-1] not in TERMINAL for other in near) and any("，" in other.text for other in near)
    return running and last.width >= 30 and "，" in last.text and not _is_heading(group)


def _starts_paragraph(row: Row, full: int) -> bool:
    """A first row lost its indent of two characters: it is that much narrower and goes on in the next."""
    return full - 8 <= row.width <= full - 3 and row.text[-1] not in TERMINAL


def _is_body(row: Row) -> bool:
    return row.width <= 44 and bool(BODY_NAME.fullmatch(row.text))


def _signs(row: Row, full: int) -> bool:
    """Whether a row is a short one with a body's name alone, as below a text that it signs or above a title."""
    return row.width < full - 8 and _is_body(row)


def _is_heading(group: list[Row]) -> bool:
    """A paragraph that so far is a numbered title: a unit number and no sentence yet."""
    if len(group) > 3:
        return False
    text = "".join(part.text for part in group)
    return unit_number(text) is not None and not any(mark in text for mark in "。；：")

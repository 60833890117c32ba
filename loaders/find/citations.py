"""Citations: references to other documents with the relation that the words around them say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.departments import resolve
from loaders.find.document_titles import is_generic
from loaders.find.excluded import is_citation, is_forwarded
from loaders.find.listed import before_title
from loaders.find.references import Reference, references, short_mentions
from loaders.find.relations import Surroundings, Verdict, has_cue, is_ground, verdict
from loaders.find.responsibilities import jurisdiction
from loaders.find.scope import Scope
from loaders.forms import unit_number
from loaders.numbers import normal
from loaders.records import PREAMBLE, Citation

_BREAK = re.compile(r"[。！？；;\n]")
_BEHIND = 160
_BEFORE = 60
# What joins the members of a list: 《A》、《B》（…）和《C》; 《A》及其实施细则、《B》; 《A》和省政府《B》.
_JOINT = re.compile(
    r"(?:及其[\u4e00-\u9fff]{2,6})?(?:等)?[、，,]?(?:以及|和|及|与|或者|或|并)?原?"
    r"|(?:[、，]|以及|和|及)[\u4e00-\u9fff、]{0,30}(?:部|委|局|院|厅|政府|办公厅|部门|办|省|国家)"
    r"(?:等\d{1,2}个?(?:部门|单位|部委|厅局|机关))?(?:印发的|发布的)?"
)
# 《A》已被《B》替代，予以废止: what becomes of A stands behind B.
_BY_ANOTHER = re.compile(r"(?:现|早)?(?:已经?)?被")
# 依据《A》，《B》自本通知印发之日起废止; 落实《A》，《B》第五条修改为: what befalls B alone, its ground A aside.
_BEFALLS = re.compile(
    r"(?:等文件)?(?:自[^，。；\n]{1,30}?起[，,]?)?(?:现|予以|同时|即行|一并|相应|随之|宣布)*"
    r"(?:废止|失效|停止[执施]行|(?:作|作出|做出|进行)(?:如下|以下|部分|相应)?(?:修改|修订|修正)|(?:修改|修订|修正)(?:为|如下))"
)
# 将《A》第五条中的“水质，依照《B》核定”修改为“…”: the old wording says nothing of A, and the change nothing of B.
_WORDING = r"[^“”\n]{0,300}(?:”[、和及]?“[^“”\n]{0,300}){0,6}"
_CHANGES_WORDING = (
    r"”等?(?:的?(?:表述|字样|内容|规定))?(?:一律|统一|均|都|分别|相应)?(?:[修更]改|修[订正]|改|调整|变更|替换|删[去除])"
)
_OLD_WORDING = re.compile(rf"([^，。；！？：“”\n]{{0,40}}“){_WORDING}(?={_CHANGES_WORDING})")
_IN_WORDING = re.compile(rf"[^“”\n]{{0,300}}(?=”)(?={_WORDING}{_CHANGES_WORDING})")
_OF_NEXT = re.compile(r"[，、；和并及](?:同时|一并|决定|宣布)*(?:废止|失效|停止执行)\Z")
"""修订《A》，废止《B》: the verb in front of the next reference is that one's."""
_SHARED = re.compile(r"[^，。；！？\n]{0,12}(?:和|及|与|以及|、)")
# 先后印发《A》，出台《B》
_IN_TURN = re.compile(r"(?:先后|相继)[^，。；！？\n]*\Z")
_GOES_ON = re.compile(r"[，、]?[并又]?(?:研究)?(?:制定|制订|出台|编制|印发|发布|颁布|实施){1,2}了?")
_RELATIVE = re.compile(
    r"[本我]?((?:省|市|县|区|州|自治区|自治州)(?:人民政府|政府|人大常委会|人民代表大会常务委员会))(?=令|公告|通告)"
)
_REPEAL_HEAD = re.compile(
    r"(?:以下|下列|下述|如下)[^。；\n]{0,40}(?:废止|失效|停止执行)[^。；\n]{0,12}(?:[：:]|$)"
    r"|(?:废止|宣布失效)(?:以下|下列|如下)[^。；\n]{0,30}(?:[：:]|$)"
)
_REPEALING_TITLE = re.compile(r"废止|宣布失效")
_AMENDING_TITLE = re.compile(r"修改|修订|修正")
_DECIDES_CHANGES = re.compile(r"(?!.*(?:废止|失效)).*(?:修改|修订|修正).*决定")
# The heads of the lists in a decision that repeals and changes: 决定废止的行政法规, 决定修改的行政法规, 失效文件目录.
# What stays (继续有效规范性文件目录, 保留的文件) or is only to be repealed ends such a list as well.
_STAYS = r"修[改订正]|有效(?!期)|保留|继续(?:执行|实施|施行)|[拟未不](?:废止|失效)"
_PART_HEAD = re.compile(
    rf"^[^，。；：《》\n]{{0,30}}(?:(?<![拟未不])(废止|失效)|{_STAYS})"
    r"(?:的[^，。；：《》\n]{0,30}|[^，。；：《》\n]{0,16}(?:目录|清单)(?:[（(][^（）()\n]{1,12}[）)])?)$",
    re.MULTILINE,
)
_STAYING = re.compile(_STAYS)
# The head of a table with a column of what its rows rest on, among the other heads or, one cell a line, alone; it holds
# to the next head or annex. A unit (二、) can part its rows, which begin with Arabic numbers; cells alone end there.
_BASIS = "(?:设[定立]|实施|法律|法定|政策|处罚|许可|审批|收费|行使)(?:法律|政策)?依据"
_TABLE_HEAD = re.compile(
    rf"^(?:序号[^，。；：《》\n]{{0,120}}|{_BASIS}|附[件表]?[\d一二三四五六七八九十]{{0,2}}"
    r"|(?P<unit>[一二三四五六七八九十]{1,3}、[^\n]*))$",
    re.MULTILINE,
)
_ROW_BEFORE = re.compile(r"\d{1,4}(?![\d.．、])[^，。；：！？\n]*")
# Names that need no 《》 to be known in the text: 以下简称258号文, 以下简称15号公告.
_NUMBER_NAME = re.compile(r"\d{1,5}号(?:文件?|公告|通告|通知|令|意见|办法)")
_LISTED = Verdict("repeals", "废止", "citation.repeal_list", 0.9)
_CHANGED = Verdict("amends", "修改", "citation.amend_list", 0.9)
_BASIC = Verdict("based_on", "依据", "citation.basis_column", 0.8)
_FORWARDED = Verdict("forwards", "转发", "citation.forwarded_text", 0.98)


@dataclass(frozen=True, slots=True)
class _Group:
    """References that share their cues, with the text of their sentence before and behind them."""

    items: tuple[Reference, ...]
    before: str
    after: str


def citations(scope: Scope) -> tuple[Citation, ...]:
    """The citations of a provision in the order of the text; what is not to another document is left out."""
    document, provision = scope.document, scope.provision
    issuers = [issuer.name for issuer in document.issuers]
    found = references(document.text, provision.start, provision.end, issuers)
    short = [name for name in scope.cited if _NUMBER_NAME.fullmatch(name)]
    found += short_mentions(document.text, provision.start, provision.end, short, found)
    found.sort(key=lambda item: item.start)
    if not found:
        return ()
    listed_from = _repeal_list(scope)
    return tuple(
        citation
        for group in _groups(document.text, provision.start, provision.end, found)
        for item in group.items
        if (citation := _citation(scope, item, group, listed_from))
    )


def _groups(text: str, start: int, end: int, found: Sequence[Reference]) -> Iterator[_Group]:
    members: list[list[Reference]] = []
    for item in found:
        tail = members[-1][-1].tail if members else start
        if members and (item.start < tail or _JOINT.fullmatch(text, tail, item.start)):
            members[-1].append(item)
        else:
            members.append([item])
    members = [part for items in members for part in _without_ground(text, start, items)]
    starts = [items[0].start for items in members] + [end]
    floor, shared = start, ""
    for order, items in enumerate(members):
        first, last = items[0].start, items[-1].tail
        if items[0].title is None:
            first = before_title(text, first, floor)
        before = text[max(floor, first - _BEFORE) : first]
        if order and _SHARED.fullmatch(before) and not has_cue(before):
            before = shared
        elif order and _IN_TURN.search(shared) and _GOES_ON.fullmatch(before):
            before = (shared + before.lstrip("，、"))[-_BEFORE:]
        yield _Group(tuple(items), before, _after(text, last, starts))
        floor, shared = last, before


def _after(text: str, last: int, starts: Sequence[int]) -> str:
    """The rest of the sentence behind a group; ``starts`` are those of all groups, and the end of the text."""
    wording = _OLD_WORDING.match(text, last, starts[-1])
    at = wording.end() if wording else last
    order = bisect_left(starts, at)
    if _BY_ANOTHER.fullmatch(text, at, starts[order]):
        order = min(order + 1, len(starts) - 1)
    ceiling = min(starts[order], at + _BEHIND)
    inside = None if wording else _IN_WORDING.match(text, last, ceiling)
    ceiling = inside.end() if inside else ceiling
    stop = _BREAK.search(text, at, ceiling)
    rest = text[at : stop.start() if stop else ceiling]
    return (wording[1] if wording else "") + (_OF_NEXT.sub("", rest) if ceiling < starts[-1] else rest)


def _without_ground(text: str, start: int, items: list[Reference]) -> Iterator[list[Reference]]:
    """The references of a list apart from those in front of its last comma that are the ground of a change."""
    first, last = items[0].start, items[-1].tail
    commas = (at for at in range(len(items) - 1, 0, -1) if "，" in text[items[at - 1].tail : items[at].start])
    comma = next(commas, 0) if _BEFALLS.match(text, last) else 0
    if comma and is_ground(text[max(start, first - _BEFORE) : first]):
        yield items[:comma]
        yield items[comma:]
    else:
        yield items


def _repeal_list(scope: Scope) -> int:
    """The offset from which references without a cue of their own stand in a list of what is repealed, else the end."""
    text, provision = scope.document.text, scope.provision
    title = _titles(scope)
    head = _REPEAL_HEAD.search(text, provision.start, provision.end)
    if head:
        return head.end()
    listed = scope.above is not None and _REPEAL_HEAD.search(scope.above.text[-200:]) is not None
    if _REPEALING_TITLE.search(title) and not provision.path.endswith(PREAMBLE):
        listed = listed or not _AMENDING_TITLE.search(title) or _in_repealed_part(text, provision.start)
    return provision.start if listed else provision.end


def _titles(scope: Scope) -> str:
    return f"{scope.document.title} {scope.document.issued_title or ''}"  # 国务院令, 国务院关于废止…的决定


def _in_repealed_part(text: str, at: int, otherwise: bool = False) -> bool:
    """Whether the last head of a list before ``at`` says that the texts below it are repealed, not changed."""
    return next((repealed for start, repealed in reversed(_part_heads(text)) if start < at), otherwise)


def _is_repealed_row(scope: Scope, item: Reference) -> bool:
    """Whether a row of a catalogue stands below the head of a list of what is repealed, or in a repealing document."""
    title = _titles(scope)
    repeals = _REPEALING_TITLE.search(title) and not _AMENDING_TITLE.search(title) and "有效" not in title
    return item.row and _in_repealed_part(scope.document.text, item.start, bool(repeals))


@lru_cache(maxsize=2)
def _part_heads(text: str) -> tuple[tuple[int, bool], ...]:
    """Where each head of a list of a decision stands, and whether its list is of what is repealed."""
    heads = _PART_HEAD.finditer(text)
    return tuple((head.start(), head[1] is not None and not _STAYING.search(head[0])) for head in heads)


def _citation(scope: Scope, item: Reference, group: _Group, listed_from: int) -> Citation | None:
    title, number, forwarded = item.title, item.number, is_forwarded(item, scope.own)
    if title is not None and title in scope.names and number is None and not item.bare:
        if title not in scope.cited:
            return None
        title, number = scope.cited[title]
    elif not forwarded and not is_citation(item, group.before, group.after, scope.own):
        return None
    number = _absolute(scope, number) if number else None
    if title is not None and number is not None and is_generic(title):  # 《意见》（国发〔2022〕5号）
        title = None
    if title is None and number is None:
        return None
    around = Surroundings(
        group.before, group.after, scope.provision.path.rpartition("/")[2] == PREAMBLE, _titles(scope)
    )
    found = _FORWARDED if forwarded else verdict(title, around)
    if found.rule == "citation.named" and (item.start >= listed_from or _is_repealed_row(scope, item)):
        found = _LISTED
    elif found.rule == "citation.named" and _heads_changes(scope, item):
        found = _CHANGED
    elif found.rule == "citation.named" and _in_basis_column(scope.document.text, group):
        found = _BASIC
    return Citation(
        found.relation,
        found.cue,
        title,
        number,
        scope.evidence(item.start, item.end, found.rule),
        item.article,
        found.confidence,
    )


def _in_basis_column(text: str, group: _Group) -> bool:
    """Whether a reference stands in the cell of a row that says what the row rests on (设定依据).

    Clean text has no columns: a row begins with its number, and a cell with sentences (监管措施) ends what is looked
    at; else the cell stands alone on its line.
    """
    at, tail = group.items[0].start, group.items[-1].tail
    row = text.rfind("\n", 0, at) + 1
    heads = _table_heads(text)
    index = bisect_left(heads, (row, False, False)) - 1
    _, rows, cells = heads[index] if index >= 0 else (0, False, False)
    alone = row == at and text[tail : tail + 1] in ("", "\n")
    return (rows and _ROW_BEFORE.fullmatch(text, row, at) is not None) or (cells and alone)


@lru_cache(maxsize=2)
def _table_heads(text: str) -> tuple[tuple[int, bool, bool], ...]:
    """Where each head of a table, an annex or a unit stands, and whether rows and lone cells below it are grounds."""
    found: list[tuple[int, bool, bool]] = []
    rows = False
    for head in _TABLE_HEAD.finditer(text):
        rows = rows if head["unit"] else re.search(_BASIS, head[0]) is not None
        found.append((head.start(), rows, rows and not head["unit"]))
    return tuple(found)


def _heads_changes(scope: Scope, item: Reference) -> bool:
    """Whether a unit of a decision to change texts begins with a line that is nothing but the reference."""
    titles = (scope.document.title, scope.document.issued_title or "")
    if not any(_DECIDES_CHANGES.fullmatch(title) for title in titles):
        return False
    text = scope.provision.text
    number = unit_number(text)
    head = text[number.length :].split("\n", 1)[0] if number else ""
    return head.strip(" \u3000。：:；") == scope.document.text[item.start : item.tail]


def _absolute(scope: Scope, number: str) -> str | None:
    """The number with its issuer's whole name where it is printed as 省政府令第245号; None where no body is meant."""
    match = _RELATIVE.match(number)
    if not match:
        return number
    body = resolve(match[1], level=scope.document.level, province=jurisdiction(scope.document))
    return normal(body.name + number[match.end() :]) if body.known and body.region and body.kind != "generic" else None

"""Read a statement of responsibility: which bodies it lists, and who leads, takes part or is simply responsible.

（X牵头，Y、Z按职责分工负责） · 责任单位：X、Y · 牵头单位：X；配合单位：Y · X会同Y等部门负责. The words are rows of
duty_words.csv. Names are taken by the registry first, because 和 also stands inside them (文化和旅游部).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.bodies_generic import generic_ends
from loaders.bodies_names import RELATIVE, bare_end, carried, longest, place_end, prefixes, shared_end
from loaders.bodies_tables import Central, rows
from loaders.forms import BODY_NAME
from loaders.records import Role
from loaders.regions_registry import rows as regions
from loaders.signature import segment

_HOW = (
    r"(?:共同|分别|分头|联合|统筹|具体|依法|严格|各自|会同|协同)*"
    r"(?:按照?|依据?|依照|根据|结合)?(?:各自|部门|法定|有关|相关|管理)?(?:的)?"
    r"(?:职责|职能|职责权限|权限|规定|程序|任务)?和?(?:分工|范围|职责)?(?:共同|分别|分头|总(?=牵头))?"
)
_FIRST_WORDS = re.compile(
    r"(?:以[上下](?:各项)?(?:任务|措施|工作)?[均都]需?要?由?|由|请|原则上由|具体由|分别由|并由|再由)"
)
_HARD = re.compile(r"[、，,★\s（(〔\[［]|会(?:同|商(?!会))")
_OTHERS = re.compile(
    r"等(?:[\d一二三四五六七八九十两多几]+个?)?(?:相应|各|家)?(?:部门|单位|机构|机关|省级部门|部委|企业)?(?:和单位|、单位|和部门)?"
)
_TIME = re.compile(r"(?:在|于)?(?:\d{4}年|长期|持续|每年|按年度|即时|立即)[^、，,；。]{0,14}")
_NESTED = re.compile(r"[（(〔\[［]([^（）()〔〕\[\]［］]*)[）)〕\]］]")
_ROLES: dict[str, Role] = {"lead": "lead", "part": "participant", "plain": "responsible"}
_BREAK = re.compile(r"[；;。\n]+")
_ZONE = re.compile(r"(?:新区|高新区|开发区|经开区|示范区|合作区|园区|保税区|[试实]验区|先行区|集聚区)$")
_BUREAU = re.compile(r"[\u4e00-\u9fff]{2,10}(?<!公)司")
"""A ministry's own 司, as its documents name them."""
_CORPS = re.compile(r"兵团[\u4e00-\u9fff]")
"""A department of the 兵团 is one name: 兵团 is not a body before it."""
_DIVISION = re.compile(r"(?:兵团)?第[一二三四五六七八九十]{1,3}师(?:[\u4e00-\u9fff]{2,5}市)?")
_FREE_TRADE = re.compile(
    r"中国[（(][\u4e00-\u9fff]{2,4}[）)]自由贸易试验区[\u4e00-\u9fff]{0,8}?(?:管委会|管理委员会|管理局|办公室)"
)
_COMPANY = re.compile(
    r"(?:(?!会同|[和及与或])[\u4e00-\u9fff]){2,20}[（(](?!牵头)[\u4e00-\u9fff]{2,8}[）)][\u4e00-\u9fff]{0,10}?(?:公司|集团|银行)"
)
"""A company's name with a bracket inside (companies register names with 集团, 中国 or a place there)."""
_OFFICE = re.compile(
    r"(?<![^、，,；;：:\n\s和及与同商由])(?:国务院|中共中央|中央)?(?:统筹|加快)?(?:推[进动]|实施|落实)"
    r"(?![^、，,；;。]{0,4}(?:成立|设立|建立|组建|健全|完善))[\u4e00-\u9fff“”‘’]{2,30}?"
    r"(?:领导小组|协调小组|工作小组|委员会|联席会议)(?:办公室|秘书处)"
)
"""An office of those that 推进, 推动, 实施 begins the name of; elsewhere these are verbs behind a body."""
_SHORTENED = re.compile(r"[\u4e00-\u9fff]{2}[办局委厅署]|[\u4e00-\u9fff]{2,6}[协联]|[\u4e00-\u9fff]州")
"""How lists shorten names: two characters and the kind of the body, a union or an autonomous prefecture."""
_NO_NAME = re.compile(
    r"[的对将应可须以为是不并其由被把于从在向]|负责|企业自|职责|分工|人$|部分$|全部$|内部$|外部$|干部$|局部$|[布全大格结]局$"
    r"|[主协承督催经上近次代帮]办$|[互关串并]联$|^[全各有][\u4e00-\u9fff]$|^人民政府$|^(?:股份)?有限(?:责任)?公司$"
)
CONVENTION = re.compile(
    r"(?:排列|排名|位列|名列|列|排)?在?(?:首位|第一位?|首个)(?:的|者)?(?:责任)?(?:部门|单位)?(?:为|是|系)"
    r"(?:总?牵头|主办|主要责任|主责)(?:责任)?(?:单位|部门)"
    r"|第一个(?:责任)?(?:单位|部门)?(?:为|是)牵头(?:单位|部门)"
)


@cache
def _gap() -> re.Pattern[str]:
    """What stands between the bodies of a list; the 和 that begins a place's name (和平区) is part of that."""
    names = {name for row in regions().values() for name in (row.place.name, row.short) if name}
    # Behind 和 in 和康县 stands a county too.
    tails = [name[1:] for name in names if name[0] == "和" and len(name) > 2 and name[1:] not in names]
    places = "|".join([*sorted(tails, key=len, reverse=True), "田(?=[、，政])", "县(?=人民政府|[、，）])"])
    return re.compile(
        rf"[、，,★\s]*(?:以及|及其(?!他|它)|及|和(?!{places})|与|或|并?会(?:同|商(?!会))|商(?=[国中财税省市各有相科])"
        r"|会(?=省|市|自治区|各|有关|相关)|[、，,★\s])[、，,★\s]*"
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A body as a statement lists it: the offsets of its name, its role, whether it is generic, whether known.

    ``prefix`` is what the name leaves out because one before it in the list prints it (省发展改革委、能源局),
    ``whole`` the name where its row prints the end once for all (盐田区政府 of 盐田、宝安区政府), else nothing.
    """

    start: int
    end: int
    role: Role
    generic: bool
    known: bool
    prefix: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The bodies that a statement lists in order; ``marked`` when a label or a verb says that they answer for it."""

    bodies: tuple[Named, ...]
    marked: bool
    odd: int  # pieces between the names that are no names


@cache
def _words(kind: str) -> str:
    return "|".join(dict.fromkeys(row["pattern"] for row in rows("duty_words") if row["kind"] == kind))


@cache
def field_label() -> re.Pattern[str]:
    """A field's label with its colon; the group that matched tells the role: lead, part, plain or other."""
    kinds = ("lead", "part", "plain", "other")
    return re.compile("|".join(rf"(?P<{kind}>(?:{_words('field_' + kind)}))[：:]" for kind in kinds))


@cache
def leading_label() -> re.Pattern[str]:
    """A field's label at the start of a line or behind the end of a sentence."""
    return re.compile(r"(?<![^\n。；）)】〕])(?:" + field_label().pattern + ")")


@cache
def _verb() -> re.Pattern[str]:
    kinds = ("lead", "part", "plain")
    return re.compile(_HOW + "(?:" + "|".join(rf"(?P<{kind}>{_words('verb_' + kind)})" for kind in kinds) + ")")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # name, lead, part, plain (verbs), with (会同), leads (a bracket that says so), nested (another), odd
    start: int = 0
    end: int = 0
    generic: bool = False
    known: bool = False
    prefix: str = ""
    whole: str = ""

    def named(self, role: Role) -> Named:
        return Named(self.start, self.end, role, self.generic, self.known, self.prefix, self.whole)


def statement(text: str, start: int, end: int, *, first_leads: bool) -> Statement:
    """Read the statement at [start, end); ``first_leads``: the document says that the body listed first leads."""
    own = text[start:end]
    found: list[Named] = []
    marked, odd = False, 0
    for left, right, label in _clauses(own):
        if label == "other":
            continue
        tokens = _with_shortened(own, list(_tokens(own, left, right)), label)
        marked = marked or label is not None or any(token.kind in _ROLES for token in tokens)
        odd += sum(token.kind == "odd" for token in tokens)
        found += _assigned(own, tokens, _ROLES[label] if label else None, opens=not found)
    bodies = _settled(own, found, first_leads)
    moved = (replace(item, start=item.start + start, end=item.end + start) for item in bodies)
    return Statement(tuple(moved), marked, odd)


def _clauses(text: str) -> Iterator[tuple[int, int, str | None]]:
    """The parts of a statement, each with the kind of the label in front; a new line ends what a label holds for."""
    labels = list(field_label().finditer(text))
    led = any("牵头" in label[0] for label in labels)  # beside who leads, 主责单位 takes part
    marks = [(at.start(), at.end(), "part" if led and "主责" in at[0] else at.lastgroup) for at in labels]
    marks += [(match.start(), match.end(), None) for match in _BREAK.finditer(text)]
    at: int = 0
    label: str | None = None
    for left, right, kind in sorted(marks, key=lambda mark: mark[0]):
        yield at, left, label
        at, label = right, kind
    yield at, len(text), label


def _tokens(text: str, start: int, end: int, before: tuple[str, ...] = ()) -> Iterator[_Token]:
    """Names and verbs of a clause in order."""
    convention = CONVENTION.search(text, start, end)
    end = convention.start() if convention else end
    at = start
    while at < end:
        token = _token(text, at, end, before)
        at = token.end
        if token.kind == "name" and not token.prefix and not token.generic:
            before = _leaves_out(text[token.start : token.end], before)
        if token.kind == "nested":
            yield from _bodies_within(text, token, before)
        elif token.kind != "gap":
            yield token


def _bodies_within(text: str, bracket: _Token, before: tuple[str, ...]) -> list[_Token]:
    """The bodies in a bracket behind another, where all that it holds is such: 省发展改革委（省能源局）."""
    inner = list(_tokens(text, bracket.start + 1, bracket.end - 1, before))
    whole = all(item.kind == "name" and not item.generic and _is_office(text, item) for item in inner)
    return inner if whole else []


def _is_office(text: str, token: _Token) -> bool:
    name = text[token.start : token.end]
    known = longest(token.prefix + name, 0)
    return (known is not None and known.end == len(token.prefix + name)) or name.startswith(RELATIVE)


def _with_shortened(text: str, tokens: list[_Token], label: str | None) -> list[_Token]:
    """The tokens; where a label or verb and a sure name make them a list of bodies, shortened names are names too."""
    listed = any(token.known for token in tokens) and (label is not None or any(item.kind in _ROLES for item in tokens))
    return [replace(item, kind="name") if listed and _is_shortened(text, item) else item for item in tokens]


def _is_shortened(text: str, token: _Token) -> bool:
    piece = text[token.start : token.end]
    return token.kind == "odd" and _SHORTENED.fullmatch(piece) is not None and not _NO_NAME.search(piece)


def _leaves_out(name: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """What names behind this one can leave out: its own relative prefix, nothing behind a central body."""
    match = longest(name, 0)
    central = match is not None and match.end == len(name) and isinstance(match.row, Central)
    return prefixes(name) or (() if central else before)


def _token(text: str, at: int, end: int, before: tuple[str, ...]) -> _Token:
    stop, whole = shared_end(text, at, end)
    if whole:
        return _Token("name", at, stop, False, True, whole=whole)
    gap = _gap().match(text, at, end)
    if not gap:
        gap = _FIRST_WORDS.match(text, at, end)
    if gap:
        return _Token("with" if re.search("会|商", gap[0]) else "gap", at, gap.end())
    time = _TIME.match(text, at, end)
    if time:
        return _Token("gap", at, time.end())
    nested = _NESTED.match(text, at, end)
    if nested:
        inside = "nested" if _ends_name(text, nested.end(), end) else "gap"
        return _Token("leads" if nested[1] in ("牵头", "牵头单位", "牵头部门") else inside, at, nested.end())
    office = _OFFICE.match(text, at, end)
    if office and _ends_name(text, office.end(), end):
        return _Token("name", at, office.end())
    verb = _verb().match(text, at, end)
    if verb:
        return _Token(verb.lastgroup or "plain", at, _behind(text, verb.end(), end))
    if text[at] == "等":
        return _others(text, at, end)
    return _name(text, at, end, before)


def _behind(text: str, at: int, end: int) -> int:
    """Where the list goes on behind a verb: what the verb governs (负责资金保障) is passed over."""
    if _gap().match(text, at, end):
        return at
    comma = re.compile("[，,]").search(text, at, end)
    return comma.start() if comma else end


def _others(text: str, at: int, end: int) -> _Token:
    """等: the generic body that it names (等有关部门), else nothing (等部门, 等单位, 等)."""
    stop = next(iter(generic_ends(text, at + 1, end)), None)
    closing = _OTHERS.match(text, at, end)
    assert closing is not None
    if stop and stop > closing.end():
        return _Token("name", at + 1, stop, True, True)
    return _Token("gap", at, closing.end())


def _name(text: str, at: int, end: int, before: tuple[str, ...]) -> _Token:
    """The name at ``at``: a generic or registry name, else a piece that is written as a name, else an odd piece."""
    for form in (_FREE_TRADE, _COMPANY):
        bracketed = form.match(text, at, end)
        if bracketed and _ends_name(text, bracketed.end(), end):
            return _Token("name", at, bracketed.end())
    match = longest(text, at)
    known = max(match.end if match else at, bare_end(text, at) or at)
    local, prefix = carried(text, at, end, before)
    for stop in sorted({*generic_ends(text, at, end), known, local} - {at}, reverse=True):
        if _ends_name(text, stop, end):
            return _Token("name", at, stop, stop not in (known, local), True, prefix if stop == local else "")
    place = place_end(text, at)
    if place and _ends_name(text, place, end):
        return _Token("name", at, place, False, True)
    stop = _piece_end(text, at, end)
    piece = text[at:stop]
    apart = segment(piece)
    if len(apart) > 1 and not _CORPS.match(piece):  # names that only spaces held apart run together in clean text
        return _Token("name", at, at + len(apart[0]), False, True)
    return _Token("name" if _is_written_as_name(piece) else "odd", at, stop)


def _is_written_as_name(piece: str) -> bool:
    if _NO_NAME.search(piece):
        return False
    long = len(piece) > 3 and (BODY_NAME.fullmatch(piece) or _ZONE.search(piece) or piece.endswith("控股"))
    return bool(long or _BUREAU.fullmatch(piece) or _DIVISION.fullmatch(piece))


def _ends_name(text: str, at: int, end: int) -> bool:
    return (
        at >= end
        or text[at] in "等（(〔[［"
        or _gap().match(text, at, end) is not None
        or _verb().match(text, at, end) is not None
    )


def _piece_end(text: str, at: int, end: int) -> int:
    """The end of an unknown name: before a separator, a verb that follows a body's noun, or 等."""
    stop = _HARD.search(text, at, end)
    last = stop.start() if stop else end
    for here in range(at + 3, last):
        if BODY_NAME.fullmatch(text, at, here) and _ends_name(text, here, last):
            return here
    if BODY_NAME.fullmatch(text, at, last):
        return last
    verb = _verb().search(text, at + 1, last)
    return verb.start() if verb else max(last, at + 1)


def _assigned(text: str, tokens: list[_Token], labelled: Role | None, *, opens: bool) -> list[Named]:
    """Names with the role of the verb behind them, of their label, or of 会同 (what stands before it leads).

    ``opens``: nothing is listed in front of these.
    """
    done: list[Named] = []
    role = labelled or "responsible"
    waiting: list[_Token] = []

    def settle(given: Role) -> None:
        nonlocal waiting
        done.extend(item.named(given) for item in waiting)
        waiting = []

    for token in tokens:
        if token.kind == "name":
            waiting.append(token)
        elif token.kind == "leads" and waiting:
            last = waiting.pop()
            settle(role)
            done.append(last.named("lead"))
        elif token.kind == "with" and waiting:
            settle("lead")
        elif token.kind == "part" and (labelled or (opens and not done)):
            # 责任单位：X，Y配合 and X，Y配合: the label, or none, holds for what a comma parts from the verb.
            behind = _behind_comma(text, waiting)
            waiting, helping = waiting[:behind], waiting[behind:]
            settle(role)
            waiting = helping
            settle("participant")
        elif token.kind in _ROLES:
            settle(role if token.kind == "plain" else _ROLES[token.kind])
    settle(role)
    return done


def _behind_comma(text: str, names: list[_Token]) -> int:
    """The index of the first name behind the last comma between names, 0 where there is none."""
    places = range(len(names) - 1, 0, -1)
    return next((at for at in places if re.search("[，,]", text[names[at - 1].end : names[at].start])), 0)


def _settled(text: str, found: list[Named], first_leads: bool) -> list[Named]:
    """One entry a name; beside a lead everyone else takes part, and a convention makes the first of several lead."""
    weight = {"responsible": 0, "participant": 1, "lead": 2}
    best: dict[str, Named] = {}
    for item in found:
        name = text[item.start : item.end]
        if name not in best or weight[item.role] > weight[best[name].role]:
            best[name] = replace(item, start=best[name].start, end=best[name].end) if name in best else item
    items = list(best.values())
    if first_leads and len(items) > 1 and all(item.role == "responsible" for item in items):
        items[0] = replace(items[0], role="lead")
    if any(item.role == "lead" for item in items):
        items = [item if item.role == "lead" else replace(item, role="participant") for item in items]
    return items

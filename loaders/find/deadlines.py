"""Find the time limits that a provision sets: by a day, from a day, over a period, within a number of days.

The printed forms are rows of registries/deadline_forms.csv. GUIDE.md, deadlines: statistics about the past,
frequencies, eligibility and minimum durations set no limit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import cast

from loaders.find import days
from loaders.find.scope import Scope
from loaders.forms import numeral
from loaders.records import Deadline, DeadlineKind, Document
from loaders.regions_registry import table

_COUNT = "0-9一二两三四五六七八九十半"
_TOKENS = {
    "YN": rf"(?<!\d)(?P<y>{days.YEAR})",
    "Y": rf"(?<!\d)(?P<y>{days.YEAR})年",
    "Y2": rf"(?P<y2>{days.YEAR})年",
    "M": rf"(?<!\d)(?P<m>{days.MONTH})月份?",
    "M2": rf"(?P<m2>{days.MONTH})月份?",
    "D": rf"(?<!\d)(?P<d>{days.DAY})日{days.INCLUDED}",
    "D2": rf"(?P<d2>{days.DAY})日{days.INCLUDED}",
    "CLOCK": r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:[上下]午|中午)?"
    r"(?:\d{1,2}(?:[:：]\d\d|[时点](?:\d\d分|半|整)?))?",
    "E": r"(?P<e>年?[底末]|上旬|中旬|下旬)",
    "Q": r"第?(?P<q>[一二三四1-4])季度",
    "H": r"(?P<h>[上下])半年",
    "P": rf"(?P<p>{days.PLAN})",
    "N": rf"(?<![{_COUNT}.近每第同])(?P<n>\d{{1,3}}(?:\.\d)?|[一二两三四五六七八九十]+|半)",
    "R": rf"(?:(?<![{_COUNT}.近每第同])[1-9一二两三四五六七八九]\d?[至到—–－~～-])?",  # 3 of 3至5
    "U": r"(?P<u>个工作日|个自然日|个月|个小时|个季度|工作日|天|日|小时|周|年)",
    "DAYS": r"(?:个工作日|工作日|个自然日|日|天|个月|小时|个小时)",
    "EVENT": r"(?:届满|期满|到期|召开|举行|举办|开始|截止|开工|施工|开标|停业|歇业|终止|变更|实施|施行)"
    r"(?:之日|日期?|时间)?",
    "TO": r"[至到—–－~～-]{1,2}",
    "ISSUE": r"(?:发布|印发|公布|下发|颁布|实施|施行|生效|通过)",
    "EVERY": r"(?P<w>每年|次年|今年|明年|当年|本年|(?:次|下一?)年度)",
    "COUNT": _COUNT,
    # What ends by 截至: a term, a time, an application; not what is counted up to a day (统计时间).
    "CUT": r"(?<=期限|时间|日期|执行|实施|受理|申报|报名|征集|政策|[^周学预延逾]期)(?<!统计..)(?<!统计期)",
    "SEASON": r"(?:主?汛期|(?:采暖|供暖|取暖)[季期]|春运|春节|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|两节|[高中]考|"
    r"[入秋]冬季?|[春秋]季?(?:学期)?开学|春耕|夏收|秋收)",
    # What was owed then is meant, not what is to be done: 四季度到期的贷款.
    "DUE": r"(?!(?:期间|内)?(?:应[缴交纳]|到期))",
    "EARLY": r"(?![后期三两半]|\d+个)",  # 前后, 前期, 前三季度 set no limit
    "WORKS": r"(?:全面|基本|正式|全部|力争)?(?:完成|完工|建成|竣工|投用|投产|通车|启动|[开动]工|上线|出台)",
    "HERE": r"(?<![年度期至止始前])",  # no year, 同期 or 截至 in front
    # A clause that says which things are meant (完成改制的企业, 以…人数为基数, 建成项目给予奖励) plans nothing.
    "FREE": r"(?<![对凡])(?<!对于)(?!(?<=[以按])(?![^，。；\n]{0,40}(?:目标|要求)))",
    "OPEN": r"(?![^。；\n]{0,30}(?:了|已|同比))",
    "THINGS": r"(?![^，。；\n]{0,40}的(?:，|可(?!用)|优先|给予|政策"
    r"|(?:企业|项目|单位|机构|人员|个人|产品|贷款)，?(?:可|按|优先|给予|予以|享受|一次性|奖励)))",
    "HEAD": r"(?:(?<=[。；：）\n])|(?<=[一二三四五六七八九十]、)|^|(?<=^\d[.．、])|(?<=^\d\d[.．、]))",
    "AMOUNT": r"(?:达到|达(?=\d)|突破|超过|不低于|不少于|增长|下降|提[高升][到至]|增[加至]到?|降[到至]|控制在|保持在)"
    r"[^，。；的\n]{1,30}(?:[，。；（\n]|$)",
    "FIRM": r"(?:营业|销售|主营|纳税|缴纳|实缴|净利|利润|研发费用|实际)",  # of one that applies, not of a plan
    "UNREWARDED": r"(?![^。；\n]{0,60}，[^，。；\n]{0,10}(?:给予|奖励|奖补|补助|补贴|享受|可申))",
    "DOES": r"(?:放开|取消|组织|开展|启动|暂停|减免|免征|减征|停征|缓征)"
    r"(?!的|情况|方案|计划|任务|政策|力度|比例|金?额)",
    "PLANS": r"(?![^，。；\n]{0,40}(?:的|给予|奖励|奖补|为基[数准期]))",
}
# Every form starts with one of these: most places of a text are passed by without trying the forms one by one.
_START = (
    r"[\d“\"]|[一二两三四五六七八九十半][至到一二三四五六七八九十〇○零年个日天小周月]|[自从到至用][本《\d一二两三四五六七八九十半“\"发印公下颁实施生通]|"
    r"[今本当每明次]年|下一?年度|年[内底]|[上下]半年|[一二三四1-4]季度|[每次下当]月|每季|第[一二三四1-4]季|[延顺]|再[延顺]|[压缩减精降调提放改][减缩短少简低整高宽至到为]|"
    r"降|不得?超过|通过[\d一二两三四五六七八九十]|有效期|缓|免|减[免半征]|停征|补贴|期限|时限|为期|执行期|试行期|过渡期|宽限期|周期|"
    r"[届期]满|到期|召开|举[行办]|开[始工标]|截[至止]|施[工行]|停业|歇业|终止|变更|取消|提前|[续展]期|[延继]续|暂停|连续|给予|提供|实行|"
    r"设[置立\d一二两三四五六七八九十]|享受|最长|实施[期日之前的\d]|(?:建设|试点|保护|支持|扶持|培育|奖补|补助|资助|贴息|整改|考核)期|"
    r"公[示告]|原则上|一般|办[理结]时|使用时|审[批核]时|整改时|受理时|保[留管]|试行|之日起"
)
_NAME = re.compile(r"\?P<(\w+)>")
# What stands in front of a number of years or months that is a condition or a look back, not a limit.
_CONDITION = re.compile(
    r"(?:近|最近|过去|此前|前|连续|累计|满|缴费|经营|从业|工作|不少于|不低于|至少|不满|未满|上年度?|短于|(?<!不)(?<!不得)超过|每|服务|"
    r"(?:毕业|离校|退役|服役|成立|设立|注册|登记|入职)(?:后|之日起|以来)?)"
    rf"(?:[{_COUNT}]{{1,2}}[至到—–－~～-])?$"
)
_PAST = re.compile(r"[^。；\n]{0,40}?(?:同比|比上年|较上年|已建成|已完成|累计完成)")
# What was done by the day on which a text begins is settled.
_SETTLED = re.compile(
    r"已|(?!未|不|仍|尚|没)[^，。；\n]{1,40}的(?:，|企业|单位|机构|人员|项目|贷款|合同|货物|证[书件])"
)
_IN_FORCE = re.compile("(?:实施|施行|生效)之日起")
_DATED = re.compile(r"\d{4}年[^。\n]*$")  # 2024年上半年招标，下半年开工 means that year's half
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_STOP = re.compile(r"[。\n]")
_SPACE = re.compile(r"[ \u3000\t]")
_Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class _Form:
    """A row of the table; what it is used for besides its kind stands in ``uses``.

    ``relief``: its number is no condition. ``target``: nothing is told of the past behind it. ``step``: of a plan, it
    shares its year with the next one (到2025年6月 and 有效期至… have one of their own). ``here``: a part of the
    document's own year; one that is over tells of the past. ``each``: the counts listed behind it are limits too.
    """

    name: str
    kind: DeadlineKind
    uses: frozenset[str]
    parts: tuple[str, ...]
    pattern: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A form at [start, end) of the text without spaces, with the parts of its date by token."""

    form: _Form
    start: int
    end: int
    parts: Mapping[str, str]


class _Carried:
    """The year and month of a step, for the later months of its sentence: 2023年9月底前自查，10月底前总结."""

    def __init__(self, text: str, item: _Found, until: int | None) -> None:
        self.year = _number(item.parts["y"])
        self._month = _number(item.parts["m"]) or 0
        if until is None:  # looked for once a sentence, for a long one has many steps
            stop = _STOP.search(text, item.end)
            until = stop.start() if stop else len(text)
        self.until = until

    def holds(self, item: _Found) -> bool:
        """Whether a month without a year is of this one: a step that is no earlier, in the same sentence."""
        month = _number(item.parts.get("m")) or 0
        return "step" in item.form.uses and item.start < self.until and month >= self._month


def deadlines(scope: Scope) -> tuple[Deadline, ...]:
    """Every limit of the provision's own text in order, its text as printed without layout spaces."""
    printed = scope.provision.text
    text = _SPACE.sub("", printed)
    at = range(len(text)) if len(text) == len(printed) else [i for i, c in enumerate(printed) if not _SPACE.match(c)]
    found = []
    carried: _Carried | None = None  # the month with a year that was printed last
    for item in _items(text):
        form = item.form
        if form.name == "plan_period" and not scope.provision.is_measure:
            continue
        if (
            form.kind == "within"
            and "relief" not in form.uses
            and _CONDITION.search(text[max(0, item.start - 8) : item.start])
        ):
            continue
        if "here" in form.uses and _DATED.search(text[max(0, item.start - 60) : item.start]):
            continue
        if "target" in form.uses and _PAST.match(text, item.end):
            continue
        limits = _limits(item, text[item.start : item.end], scope.document, carried)
        if limits is None:
            continue
        if limits[1] and limits[1] == scope.document.effective_on and _SETTLED.match(text, item.end):
            continue
        if "y" in item.parts and "m" in item.parts and "step" in form.uses:
            carried = _Carried(text, item, carried.until if carried and item.end <= carried.until else None)
        left = scope.provision.start + at[item.start]
        right = scope.provision.start + at[item.end - 1] + 1
        evidence = scope.evidence(left, right, f"deadline.{form.name}")
        found.append(Deadline(text[item.start : item.end], form.kind, *limits, evidence))
    return tuple(found)


def _items(text: str) -> Iterator[_Found]:
    """Forms outside titles, from left to right, without overlaps."""
    titles = [match.span() for match in _TITLE.finditer(text)]
    starts = [start for start, _ in titles]
    for match in _pattern().finditer(text):
        before = bisect_right(starts, match.start())
        if before and match.start() < titles[before - 1][1]:
            continue
        name = cast(str, match.lastgroup)
        form = _forms()[name]
        groups = {part: match[f"{part}_{name}"] for part in form.parts if match[f"{part}_{name}"]}
        start, end = match.span(f"t_{name}") if "t" in groups else match.span()
        yield _Found(form, start, end, groups)
        while "each" in form.uses and (more := _more().match(text, end)):
            end = more.end()
            yield _Found(form, more.start() + 1, end, {})


def _limits(item: _Found, text: str, document: Document, carried: _Carried | None) -> _Days | None:
    """First and last day of a limit, None for one that lay in the past when the document was issued."""
    if item.form.kind == "within":
        return None, None
    if item.form.kind == "from":
        return _from(item, text, document)
    year = _year(item, document, carried)
    if "s" in item.parts:
        return None if year and document.year and year < document.year else (None, None)
    if year is None:
        return None, None
    unit = _unit(item.parts, year)
    if item.form.kind == "period":
        second = {"m": item.parts.get("m2"), "d": item.parts.get("d2")}
        end = _unit(second, _number(item.parts.get("y2")) or year) if _has_end(item) else unit
        limits: _Days = (unit[0] if unit else None, end[1] if end else None)
    else:
        limits = None, _last(item, text, unit)
    issued = document.issued_on or (date(document.year, 1, 1) if document.year else None)
    if issued and limits[1] and limits[1] < issued:
        if "y" in item.parts or "p" in item.parts or "m" not in item.parts or "here" in item.form.uses:
            return None
        unit = _unit(item.parts, year + 1)
        limits = None, _last(item, text, unit)
    return limits


def _has_end(item: _Found) -> bool:
    return any(part in item.parts for part in ("y2", "m2", "d2"))


def _from(item: _Found, text: str, document: Document) -> _Days | None:
    year = _number(item.parts.get("y"))
    if item.form.name == "from_here":
        unit = _unit(item.parts, document.year) if document.year else None
        return unit[0] if unit and document.issued_on and unit[0] >= document.issued_on else None, None
    if year is not None:
        unit = None if "s" in item.parts else _unit(item.parts, year)
        past = document.year is not None and year < document.year
        return None if past else (unit[0] if unit else None, None)
    day = document.effective_on if _IN_FORCE.search(text) else document.issued_on
    start = None if "《" in text else day
    if start and "n" in item.parts:
        start = days.later(start, item.parts["n"], item.parts["u"])
    return start, None


def _year(item: _Found, document: Document, carried: _Carried | None) -> int | None:
    """The printed year, else that of the step before or the document's own (明年: the next); None where unknown."""
    if "p" in item.parts:
        return days.plan(item.parts["p"])[0].year
    printed = _number(item.parts.get("y"))
    word = item.parts.get("w")
    if printed is None and carried and not word and carried.holds(item):
        return carried.year
    if printed is not None or document.year is None:
        return printed
    if word == "每年" or item.form.name == "before_day_of_month":
        return None
    return document.year + (word in ("明年", "次年", "次年度", "下年度", "下一年度"))


def _unit(parts: Mapping[str, str | None], year: int) -> days.Span | None:
    if name := parts.get("p"):
        return days.plan(name)
    if number := parts.get("q"):
        return days.quarter(year, number)
    if which := parts.get("h"):
        return days.half(year, which)
    return days.span(year, parts.get("m"), parts.get("d"), edge=parts.get("e"))


def _last(item: _Found, text: str, unit: days.Span | None) -> date | None:
    """The last day of a limit: of the unit itself, or the day before a year or month that something precedes."""
    if unit is None:
        return None
    whole = not {"d", "e", "q", "h", "p"} & set(item.parts) and bool({"y", "m"} & set(item.parts))
    if whole and text.endswith("前"):
        return unit[0] - timedelta(days=1)
    return unit[1]


def _number(text: str | None) -> int | None:
    return numeral(text) if text else None


@cache
def _forms() -> Mapping[str, _Form]:
    forms = {}
    for row in table("deadline_forms"):
        name = row["form"]
        pattern = row["pattern"]
        for token, value in _TOKENS.items():
            pattern = pattern.replace("{" + token + "}", value)
        parts = tuple(dict.fromkeys(_NAME.findall(pattern)))
        pattern = _NAME.sub(rf"?P<\1_{name}>", pattern)
        forms[name] = _Form(name, cast(DeadlineKind, row["kind"]), frozenset(row["use"].split()), parts, pattern)
    return forms


@cache
def _more() -> re.Pattern[str]:
    """One more count of a list."""
    return re.compile(rf"[、和]{_TOKENS['N']}{_TOKENS['U']}(?!以上|以下|期|间|内)")


@cache
def _pattern() -> re.Pattern[str]:
    """All forms in one alternation: the text is read once, and the first row that fits a place wins."""
    forms = "|".join(f"(?P<{form.name}>{form.pattern})" for form in _forms().values())
    return re.compile(f"(?={_START})(?:{forms})")

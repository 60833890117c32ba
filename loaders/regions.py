"""Places in running text: full names, usual short ones, shorthand (苏浙皖), macro-regions, the document's own province.

A name is read only where it stands for a place: not inside the name of a body, market, airport, port, fund, event or
product, not across the border of two words, and an ambiguous one (鼓楼区) only where context leaves one region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Literal

from loaders.records import Place
from loaders.regions_letters import lettered
from loaders.regions_lists import listed
from loaders.regions_registry import (
    COUNTRY,
    Term,
    all_places,
    macro_regions,
    memberships,
    place,
    rows,
    successions,
    table,
    term,
    usual_names,
    within,
)
from loaders.words import cuts_words

__all__ = ["Term", "all_places", "memberships", "place", "places_in", "successions", "term", "within"]

Rule = Literal["any", "near", "after"]
_OWN = {"我省": "province", "全省": "province", "本省": "province", "我区": "region", "全区": "region"}
_OWN |= {"我市": "city", "全市": "city", "本市": "city", "我县": "county", "全县": "county", "本县": "county"}
_AUTONOMOUS = "自治区"
_MUNICIPALITIES = ("110000", "120000", "310000", "500000")
_JOINT = re.compile(r"(?:[、，]|和|与|及|以及|或|至|到|—|－|-|~|～)?$")
_STOP = '，。；：、！？!?;,（）()《》“”‘’"\n\t 　【】〔〕[]—'
# Words that no name of a body or event contains: behind them the sentence goes on.
_BREAK = (
    "的|和|与|及|或|等|在|为|对|向|由|将|把|从|到|至|可|要|应|各|以|按|并|建设|推进|推动|支持|加强|加快|开展|打造|创建|设立|举办|承办|"
    "落实|实施|依托|围绕|鼓励|引导|地区|范围|境内|企业|居民|提升|强化|完善|深化|参与|申报|争创|建成|形成|纳入|牵头|会同|负责|配合|"
    "制定|出台|行政区域|具有|有关|相关|所有|成为|优化|扩大|培育|引进|吸引|做强|做大|率先|探索|布局|落户"
)
_PERSONAL = {"710000", "810000", "820000", "港澳台地区"}  # 港澳企业 is a kind of company, 长三角企业 one of a place
_SYSTEMS = ("系统", "平台", "网", "网站")
_TITLE, _QUOTED = 80, 14  # how far the marks around a title or a quoted name may be away
# Names of bodies with a 和 of their own.
_WHOLE = (
    "发展和改革|工业和信息化|人力资源和社会保障|住房和城乡建设|文化和旅游|规划和自然资源|粮食和物资储备|卫生和计划生育|"
    "城市管理和综合执法|民族和宗教|水利和湖泊|文化广电和旅游|自然资源和规划|农业和农村|科技和工业|经济和信息化|商务和|"
    "科学[和与]技术"
)
_BOUND = re.compile(r"$|[，。；：、）)\s和与及等]|[两三]区")
_SIGHTS = re.compile("湖$|^(?:古城|新城|老城|泰山|运河)$")  # 杭州西湖, 丽江古城: a district has the name of a sight
_LIST = ("、", "和", "及", "以及", "与", "")


@dataclass(frozen=True, slots=True)
class _Name:
    """What a string of the dictionary may stand for; nothing at all for a word that only contains a place's name."""

    ids: tuple[tuple[str, Rule], ...] = ()
    group: tuple[str, ...] = ()
    own: str | None = None
    context: str | None = None
    bounded: bool = False  # a name that is also a common word: only at the end of a phrase

    @property
    def means_nothing(self) -> bool:
        return not (self.ids or self.group or self.own)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    places: tuple[Place, ...]


def stem(code: str) -> str:
    """A code of GB/T 2260 without the zeros behind: the codes below a region begin with its stem."""
    return re.sub(r"(?:00)+$", "", code)


def places_in(
    text: str, *, province: str | None = None, city: str | None = None
) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
    """Spans of the text that name places, in order, with the places; shorthand gives several for one span.

    ``province`` and ``city`` are GB/T 2260 codes of the document's jurisdiction: they say what 我省 and 全市 mean and
    which of several regions of one name is meant. 上海嘉定 gives only 嘉定区, 江苏省昆山市 both. Linear
    in the length of the text.
    """
    names, lengths = _dictionary()
    unbroken = _unbroken(text, "near" if province else "any")
    hits: list[_Hit] = []
    free = 0
    for start, pair in enumerate(map(add, text, text[1:])):
        if start >= free and start in unbroken:
            free, row_name = unbroken[start]
            if not row_name.means_nothing:
                _read(hits, text, (start, free), row_name, province, city)
        if start < free or pair not in lengths:
            continue
        for length in lengths[pair]:
            end = start + length
            name = names.get(text[start:end]) if end <= len(text) else None
            if name is None or _across_words(text, start, end) or (name.bounded and not _BOUND.match(text, end)):
                continue
            if (name.ids or len(name.group) == 1) and cuts_words(text, start, end):
                continue
            if name.means_nothing or _read(hits, text, (start, end), name, province, city):
                free = end
            break
    for hit in hits:
        yield hit.start, hit.end, hit.places


def _unbroken(text: str, rule: Rule) -> Mapping[int, tuple[int, _Name]]:
    """By their start the ends and meanings of rows of letters and of names that print their kind once."""
    names, lengths = _dictionary()

    def longer(start: int, end: int) -> bool:  # 京津冀 is a name, 京津冀鲁豫 a row
        found = lengths.get(text[start : start + 2], ())
        return any(start + length >= end and text[start : start + length] in names for length in found)

    letters = {start: (end, _Name(group=codes)) for start, (end, codes) in lettered(text).items()}
    return {start: item for start, item in letters.items() if not longer(start, item[0])} | {
        start: (end, _Name(ids=tuple((code, rule) for code in codes))) for start, (end, codes) in listed(text).items()
    }


def _read(
    hits: list[_Hit], text: str, span: tuple[int, int], name: _Name, province: str | None, city: str | None
) -> bool:
    """Add the hit to those before it, or drop it where it is part of a longer name; false where no place is meant."""
    start, end = span
    last = hits[-1] if hits and start - hits[-1].end < 3 and _JOINT.match(text, hits[-1].end, start) else None
    adjacent = last is not None and last.end == start
    found = _resolve(name, last, adjacent, province, city)
    if not found:
        return False
    kind = _part_of(text, start, end, name)
    if kind == "government":
        _drop_list(hits, text, start)
    elif kind and _institutions().match(text, end):
        _drop_sharing(hits, text, start)
    if kind:
        return True
    if last and adjacent and _narrows(found, last, text[last.start : last.end]):
        hits.pop()
    hits.append(_Hit(start, end, found))
    return True


def _across_words(text: str, start: int, end: int) -> bool:
    """Whether the name starts with the end of one word or ends with the start of the next (医保|定点, 吉林|市场)."""
    if text[end - 1 : end + 1] in ("市场", "区域", "区间", "县域", "县级"):
        return True
    border = _borders().get(text[start:end])
    if border is None or start == 0 or text[start - 1] not in border[0]:
        return False
    return border[1] == "*" or (end < len(text) and text[end] in border[1])


def _resolve(
    name: _Name, last: _Hit | None, adjacent: bool, province: str | None, city: str | None
) -> tuple[Place, ...]:
    if name.own:
        own = _own(name.own, province, city)
        return (own,) if own else ()
    if name.group:
        if name.context and province != name.context and not (last and _shares(last, name.context)):
            return ()
        return tuple(found for item in name.group if (found := place(item)))
    one = _one(name.ids, last, adjacent, province)
    found = place(one) if one else None
    return (found,) if found else ()


def _own(kind: str, province: str | None, city: str | None) -> Place | None:
    """The document's own province, autonomous region, city or county, where its jurisdiction is one."""
    home = place(province) if province else None
    if kind == "province":
        return home if home and not home.name.endswith(_AUTONOMOUS) and home.id not in _MUNICIPALITIES else None
    if kind == "region":
        return home if home and home.name.endswith(_AUTONOMOUS) and city is None else None
    if kind == "city" and home and home.id in _MUNICIPALITIES:
        return home
    local = place(city) if city else None
    return local if local and local.level == kind else None


def _one(ids: tuple[tuple[str, Rule], ...], last: _Hit | None, adjacent: bool, province: str | None) -> str | None:
    """The one region that is meant, None where context leaves none or several."""
    if last and adjacent:
        inside = [item for item, _ in ids if item != last.places[-1].id and within(item, last.places[-1].id)]
        if len(inside) == 1:
            return inside[0]
    usable = [(item, rule) for item, rule in ids if rule != "after"]
    home = [item for item, _ in usable if province and within(item, province)]
    if len(home) == 1:
        return home[0]
    if last and not adjacent:
        named = ids if last.places[-1].level == "county" else usable  # 拱墅区、上城区: no common word in such a list
        beside = [item for item, _ in named if _shares(last, item)]
        if len(beside) == 1:
            return beside[0]
    if home:
        return None
    anywhere = [item for item, rule in usable if rule == "any"]
    return anywhere[0] if len(usable) == len(anywhere) == 1 else None


def _shares(last: _Hit, item: str) -> bool:
    """Whether a region lies in the same city (else province) as the place named just before it in a list."""
    before = last.places[-1]
    if before.macro:
        return False
    if before.level == "county":
        return item in rows() and rows()[item].place.parent == before.parent
    return within(item, before.id if before.level == "province" else before.parent or before.id)


def _narrows(found: tuple[Place, ...], last: _Hit, printed: str) -> bool:
    """Whether the short name of what the place lies in only says which place is meant (上海嘉定, 河北雄安新区).

    Printed in full (浙江省温州市) it is named too, but for a 新区 (GUIDE.md: 雄安新区 without its province).
    """
    inner, outer = found[0], last.places[-1]
    if len(found) > 1 or len(last.places) > 1 or inner.id == outer.id:
        return False
    if inner.macro:
        return all(within(member, outer.id) for member in macro_regions()[inner.id].members)
    return printed != outer.name and within(inner.id, outer.id)


def _part_of(text: str, start: int, end: int, name: _Name) -> str | None:
    """What kind of longer name the place is only a part of, None where it stands for itself."""
    if _in_title(text, start, end):
        return "title"
    if name.own:
        return None
    if _in_quotes(text, start, end):
        return "title"
    if _PERSONAL.intersection(name.group or (code for code, _ in name.ids)) and _persons().match(text, end):
        return "person"
    if text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")"):
        if text.endswith(_SYSTEMS, 0, start - 1):
            return "system"
        end += 1
    found = _tail().match(text, end)
    return found.lastgroup if found else None


def _in_title(text: str, start: int, end: int) -> bool:
    opened = text.rfind("《", max(0, start - _TITLE), start)
    return opened >= 0 and text.find("》", opened, start) < 0 <= text.find("》", end, end + _TITLE)


def _in_quotes(text: str, start: int, end: int) -> bool:
    """Whether the place stands inside a short name in quotation marks (“信用江苏”)."""
    opened = text.rfind("“", max(0, start - _QUOTED), start)
    if opened < 0 or "”" in text[opened:start]:
        return False
    closed = text.find("”", end, opened + _QUOTED)
    return closed >= 0 and closed - opened - 1 > end - start


def _drop_list(hits: list[_Hit], text: str, start: int) -> None:
    """Take back the places of a list that turned out to be one of governments (南通市、泰州市人民政府)."""
    while hits and text[hits[-1].end : start] in _LIST:
        start = hits[-1].start
        hits.pop()


def _drop_sharing(hits: list[_Hit], text: str, start: int) -> None:
    """Take back the short names that share an institution's name with the last one (南京、深圳、青岛海关).

    苏州和南京海关 can be a city and an institution: 和 belongs to the row only where there is a 、 before it.
    """
    row = []
    for hit in reversed(hits):
        printed = text[hit.start : hit.end]
        if text[hit.end : start] not in _LIST[:-1] or place(printed) not in hit.places or hit.places[0].name == printed:
            break
        row.append(text[hit.end : start])
        start = hit.start
    if "、" in row:
        del hits[-len(row) :]


@cache
def _persons() -> re.Pattern[str]:
    words = sorted((row["after"] for row in table("regions_person")), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _tail() -> re.Pattern[str]:
    """What may follow a place whose name it is part of: up to twelve characters of a name, then its last word."""
    kinds: dict[str, list[str]] = {}
    direct: list[str] = []
    for row in table("regions_after"):
        words = direct if row["gap"] == "none" else kinds.setdefault(row["kind"], [])
        words.append(row["after"])
    ends = "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in kinds.items())
    name = rf"(?:(?!自由|自贸|香港|{_BREAK})[\u4e00-\u9fff]){{0,3}}"
    harbour = rf"{name}港(?![澳资币台股口]|航(?![道线运班]))"
    plain = rf"(?:{_WHOLE}|(?!{_BREAK})[^{re.escape(_STOP)}]){{0,14}}?"
    return re.compile(rf"(?P<harbour>{harbour})|(?P<direct>{'|'.join(direct)})|{plain}(?:{ends})")


@cache
def _institutions() -> re.Pattern[str]:
    """What institutions of several places that are named in a row share, with up to four characters before it."""
    ends = "|".join(row["after"] for row in table("regions_after") if row["listed"])
    return re.compile(rf"(?:(?!{_BREAK})[\u4e00-\u9fff]){{0,4}}?(?:{ends})")


@cache
def _borders() -> Mapping[str, tuple[str, str]]:
    """By name: characters that end a word before it, and characters that start one with its rest; "*" for any."""
    return {row["name"]: (row["before"], row["after"]) for row in table("regions_borders")}


@cache
def _dictionary() -> tuple[Mapping[str, _Name], Mapping[str, tuple[int, ...]]]:
    """Every word to look for, and by its first two characters the lengths that such words have, longest first."""
    names: dict[str, _Name] = {row["word"]: _Name() for row in table("regions_words")}
    names |= {text: _Name(own=kind) for text, kind in _OWN.items()}
    for text, ids in _single_names().items():
        names[text] = _Name(ids=ids)
    for text, ids in _district_names().items():
        names.setdefault(text, _Name(ids=ids, bounded=True))
    for name, macro in macro_regions().items():
        for text in (name, *macro.aliases):
            names[text] = _Name(group=(name,), context=macro.context)
    for row in table("regions_shorthand"):
        names[row["text"]] = _Name(group=tuple(row["places"].split("|")))
    for row in table("regions_zones"):
        names[row["name"]] = _Name(group=(row["place"],), context=row["context"] or None)
    lengths: dict[str, set[int]] = {}
    for text in names:
        lengths.setdefault(text[:2], set()).add(len(text))
    return names, {pair: tuple(sorted(found, reverse=True)) for pair, found in lengths.items()}


def _single_names() -> dict[str, tuple[tuple[str, Rule], ...]]:
    """Names of GB/T 2260 regions; abolished ones only where no living region has the name."""
    living: dict[str, list[tuple[str, Rule]]] = {}
    gone: dict[str, list[tuple[str, Rule]]] = {}
    for code, row in rows().items():
        if code == COUNTRY:
            continue
        full: Rule = "near" if row.full == "near" else "after" if row.full == "after" else "any"
        short: Rule = "any" if row.use == "always" else "near"
        names = gone if row.term.last else living
        usual = ((row.place.name, full), (row.short, short), (row.prefecture, full))
        for text, rule in (*usual, *((old, full) for old in row.former)):
            if len(text) > 1:
                names.setdefault(text, []).append((code, rule))
    for text, (code, use) in usual_names().items():
        living.setdefault(text, []).append((code, "any" if use == "always" else "near"))
    for bare, ids in _district_names().items():
        if bare in living:  # 长春朝阳 is a district, 朝阳 alone another province's city
            living[bare] += ids
    return {text: tuple(ids) for text, ids in (gone | living).items()}


@cache
def _district_names() -> Mapping[str, tuple[tuple[str, Rule], ...]]:
    """Names of districts without 区 that are no names alone, but behind their city's: 绍兴柯桥."""
    found: dict[str, tuple[tuple[str, Rule], ...]] = {}
    for code, row in rows().items():
        bare = row.place.name.removesuffix("区")
        if (
            bare != row.place.name
            and len(bare) > 1
            and not row.short
            and not row.term.last
            and not _SIGHTS.search(bare)
        ):
            found[bare] = (*found.get(bare, ()), (code, "after"))
    return found

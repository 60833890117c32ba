"""Which printed references are not to another document: the document's own texts, texts still to be written, papers."""

from __future__ import annotations

import re

from loaders.find.document_titles import names_document
from loaders.find.laws import COUNTRY
from loaders.find.own import Own
from loaders.find.references import Reference
from loaders.keys import number_key
from loaders.titles import folded, issuer_prefix

_WRITE = "制定|制订|制修订|出台|编制|起草|研制|编写|拟定|拟订|草拟|编印|研究提出|修编|组建|设立"
# 制定《X》, 制定出台我省《X》, 编制发布全省《X》: still to be written. 制定的《X》, 制定了《X》 stand.
_PLANNED_BEFORE = re.compile(
    rf"(?:{_WRITE})(?:[并和、]?(?:完善|实施|出台|印发|发布|公布|推行|实行|推广)){{0,2}}"
    r"(?:我省|我市|本省|本市|本地|全省|全市|全国|省级|地方|相关|有关|相应|统一)*\Z"
)
# 近年来，我省出台《X》; 先后制定《X》; 已出台《X》: written.
# 各地相继制定《X》 are many texts, and a later clause tells of what is to come.
_WRITTEN = re.compile(
    r"(?<![将拟要])(?<!各[地区市县])(?<!部门)(?<!单位)(?:先后|相继)[^，。；！？\n]*\Z|已经?(?:研究|牵头|联合|组织)?\Z"
    r"|(?:以来|近年来?|近几年来?)[，,]?"
    r"(?:(?!加快|抓紧|研究|尽快|推[动进]|下一步|各[地区市县级]|年内|年底|明年|今后|(?<!自)由|[将拟要应])[^，,。；！？\n])*\Z"
)
_PLANNED_BEHIND = re.compile(
    r"(?:的)?(?:尽快|早日|及时|适时|按期)?(?:出台|立法|起草|制定|编制|论证|立项|制修订)(?!后|以来|前|实施|之日)"
    r"|[^，。；]{0,25}另行(?:制定|印发|下发|发布|公布|通知)"
)
# 根据《A》编制本规划, 依据国务院公布的《A》制定方案: the ground of what is written stands, whatever is written.
_GROUND = re.compile(
    r"(?:根据|依据|依照|按照|遵照)"
    r"(?:[^，。；！？\n]{0,40}(?:部|委|局|院|厅|府|办|会|中央|办公室|部门|国家|省|(?:印发|发布|公布|下发|出台|制定|通过)的))?\Z"
)
_WRITES = re.compile(
    r"(?:研究)?(?:编制|制定|制订|起草|出台)(?!工作(?!方案|计划|规则|要点)|要求|情况|进度|任务|安排|进展|程序|时间|经验|和|及|、)"
)
# 制定《乡村振兴促进法》实施办法 writes a text of its own about one that stands.
_FURTHER = re.compile(r"(?:的)?(?:实施细则|实施办法|实施方案|实施意见|配套|落实方案|贯彻)")
# Of a law called by its name alone only 立法 tells behind it; 制定X以来 tells of one that stands.
_LEGISLATED = re.compile("(?:的)?立法(?=工作|进程|步伐|项目|计划|任务|调研|研究|[，。；、）]|$)")
_SINCE = re.compile("(?:颁布|公布|实施|施行|出台)*(?:以来|之?后)")
_CATALOGUE = re.compile(r"(?:目录|清单|名单|名录)$")
_SET_UP_BEFORE = re.compile(r"(?:发布|公布|建立|编制|调整|更新|完善|推出|形成|组织实施)\Z")
_ANNEX_BEFORE = re.compile(r"附[件表录]\s?[\d一二三四五六七八九十]{0,2}[：:．.]?\Z")
_ANNEX = re.compile(r"(?:详?见|如)?(?:本[\u4e00-\u9fff]{2})?附[件表录图]|附后")
_ISSUED_NOW = re.compile(
    r"(?:现|一并|随文)(?:予以?)?(?:印发|公布|发布)|(?:印发|公布|发布)(?:给|至)?(?:你们|各地)|已经.{2,40}(?:同意|通过|批准)"
)
_NOW = re.compile(r"(?:现将|现印发|现公布|现发布|现予公布|研究制定了|联合制定了|组织制定了|制定了)\Z")

_HEREBY = re.compile(r"现[将把][^，。；]*\Z")


def is_forwarded(item: Reference, mine: Own) -> bool:
    """Whether the reference is to the document that this one forwards: another body's, with issuers or a number."""
    if mine.forwarded is None or item.title is None or folded(item.title) != mine.forwarded:
        return False
    return item.number is not None or issuer_prefix(item.title) is not None


def is_citation(item: Reference, before: str, behind: str, mine: Own) -> bool:
    """Whether a reference is to another document that stands; ``before`` and ``behind`` is its sentence around it."""
    if item.title is None or item.bare:
        if item.number is not None:
            return number_key(item.number) != mine.number
        return not (_is_own(item, mine) or (not item.row and _is_planned_law(before, behind)))
    if item.number and number_key(item.number) == mine.number:
        return False
    if folded(item.title) in mine.titles:
        return _is_older(item, before, behind, mine)
    if item.number:
        return True
    if not names_document(item.title) or _is_annex(item, before, behind):
        return False
    return not (_is_planned(item, before, behind) or _is_issued_now(before, behind))


def _is_own(item: Reference, mine: Own) -> bool:
    """Whether a law's name without 《》 is that of the document itself or of the text that it issues."""
    title = (item.title or "").removeprefix(COUNTRY)
    return any(folded(name) in mine.titles for name in (title, COUNTRY + title))


def _is_older(item: Reference, before: str, behind: str, mine: Own) -> bool:
    """Whether a reference with the document's own title is to an older text: 原《…办法》（…〔2012〕7号）同时废止."""
    known = item.number is not None and (mine.number is not None or before.endswith("原"))
    return known and not _is_issued_now(before, behind)


def _is_planned(item: Reference, before: str, behind: str) -> bool:
    if _FURTHER.match(behind) or (_WRITES.match(behind) and _GROUND.search(before)):
        return False
    planned = _PLANNED_BEFORE.search(before)
    if (planned and not _WRITTEN.search(before, 0, planned.start())) or _PLANNED_BEHIND.match(behind):
        return True
    return bool(_CATALOGUE.search(item.title or "") and _SET_UP_BEFORE.search(before))


def _is_planned_law(before: str, behind: str) -> bool:
    """Whether a law without 《》 is still to be made: 加快制定排污许可管理条例, 推进学前教育法立法."""
    if _FURTHER.match(behind) or _SINCE.match(behind):
        return False
    planned = _PLANNED_BEFORE.search(before)
    written = planned and _WRITTEN.search(before, 0, planned.start())
    return bool(planned and not written) or _LEGISLATED.match(behind) is not None


def _is_annex(item: Reference, before: str, behind: str) -> bool:
    return bool(_ANNEX.match(item.aside) or _ANNEX.match(behind) or _ANNEX_BEFORE.search(before))


def _is_issued_now(before: str, behind: str) -> bool:
    issued = _ISSUED_NOW.search(behind[:60])
    return bool(_NOW.search(before) or (issued and (not before.strip() or _HEREBY.search(before))))

"""How a document relates to one that it cites, by the words around the reference and by what the cited one is."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.find.document_titles import sort_of
from loaders.records import Relation

_TABLE = Path(__file__).parents[1] / "registries" / "relation_cues.csv"
_RELATIONS: tuple[Relation, ...] = ("implements", "based_on", "forwards", "extends", "amends", "repeals", "refers")
# Characters between a cue and its object, as 落实国家发展改革委等部门《…》.
_REACH = {"touching": 4, "near": 16, "clause": 60, "sentence": 60}
# What makes a cue word part of another one: 执行期限, 新修订的《…》, 按规定享受《…》, 人力资源社会保障部《…》.
_NOT_CUES = (
    r"(?!(?:部|厅|局)(?:[、，《和及与]|办公|等|$))(?!后?的|期限|细则|情况|以来|之日)(?<!依(?=[法规托次靠]))"
    r"(?<!按(?=[时期月年季次需日]|规定|比例|程序|职责|有关规定))"
)
_OPENING = re.compile(
    r"制定本|特制定|现提出|提出(?:如下|以下)|现就|现将|现印发|作出如下|(?:公告|通知|通告)如下|编制本|制订本"
    r"|^(?:等[^，。；]{0,12})?(?:研究)?(?:编制|制定|制订|起草)(?!的)"
)
# A decision is a legal ground of the rules that are made on it (根据《A法》和《国务院…决定》，制定本办法).
_MAKES_A_RULE = re.compile(r"制[定订]本(?:办法|条例|规定|规则|细则|准则)")
_PROLONGING = re.compile(r"延续|继续|延长|延缓")
_CLAUSE = re.compile(r"[^，,。；;！？\n]*")
# 根据《A》要求，决定废止《B》: what leads to a text as the ground of a change, or carries it out, does not change it.
_GROUNDS = re.compile("根据|依据|按照?|遵照|依照?|贯彻(?:落实|实施|执行)?|落实|执行|实施")
_FROM = re.compile(r"自[^，。；\n]{1,30}起[，,]?原?\Z")  # 自10月1日起，《A》被废止
# Only a document that changes texts deletes in them, and adds to them, without the whole formula.
_CHANGING = re.compile(r"修改|修订|修正|调整|废止|失效|清理[^，。]{0,12}(?:文件|规章|法规|规定)")
_OTHER_OBJECT = re.compile("[对将把]|原则|结果")  # 根据清理结果对《A》予以废止


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation, the words that decided it as printed, the rule's name in the table, and its confidence."""

    relation: Relation
    cue: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; ``before`` are whole words, ``after`` a pattern, ``when`` conditions on the citation."""

    name: str
    before: frozenset[str]
    after: re.Pattern[str] | None
    reach: str
    when: tuple[str, ...]
    relation: Relation
    confidence: float
    cue: str | None
    example: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a reference: the clause before it, the rest of the sentence behind it, and the document's
    state: ``opening`` in the text before the first unit, ``title`` of the citing document and of what it issues."""

    before: str
    after: str
    opening: bool
    title: str


def verdict(cited: str | None, around: Surroundings) -> Verdict:
    """The relation to the cited title (None: known by number alone); the first rule of the table that fits decides."""
    word = _nearest(around.before)
    clause = _CLAUSE.match(around.after)
    near = clause[0] if clause else ""
    states = _states(cited, around)
    for rule in rules():
        if rule.before and (word is None or word[0] not in rule.before or not _reaches(rule, around.before, word[1])):
            continue
        if not states.issuperset(rule.when):
            continue
        found = rule.after.search(around.after if rule.reach == "sentence" else near) if rule.after else None
        if rule.after and not found:
            continue
        cue = rule.cue or _cue(word[0] if word and rule.before else None, found[0] if found else None)
        return Verdict(rule.relation, cue, f"citation.{rule.name}", rule.confidence)
    raise ValueError(f"{_TABLE.name} has no last rule that always fits")


@cache
def rules() -> tuple[Rule, ...]:
    """The table's rules in order; ``reach``: how far the cue may stand, touching, near, clause or sentence."""
    with _TABLE.open(encoding="utf8", newline="") as file:
        return tuple(
            Rule(
                row["rule"],
                frozenset(filter(None, row["before"].split("|"))),
                re.compile(row["after"]) if row["after"] else None,
                row["reach"],
                tuple(row["when"].split()),
                next(relation for relation in _RELATIONS if relation == row["relation"]),
                float(row["confidence"]),
                row["cue"] or None,
                row["example"],
            )
            for row in csv.DictReader(file)
        )


@cache
def _words() -> re.Pattern[str]:
    words = sorted({word for rule in rules() for word in rule.before}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}){_NOT_CUES}")


def has_cue(before: str) -> bool:
    """Whether a clause has a cue word of its own."""
    return _nearest(before) is not None


def is_ground(before: str) -> bool:
    """Whether the cue word of a clause leads to a ground, and to no other object than the reference."""
    word = _nearest(before)
    return (
        word is not None
        and _GROUNDS.fullmatch(word[0]) is not None
        and not _OTHER_OBJECT.search(before[len(before) - word[1] :])
    )


def _nearest(before: str) -> tuple[str, int] | None:
    """The last cue word of the clause and how many characters stand behind it."""
    clause = before[max(map(before.rfind, "，,。；;！？\n")) + 1 :]
    found = None
    for match in _words().finditer(clause):
        found = match
    return (found[0], len(clause) - found.end()) if found else None


def _reaches(rule: Rule, before: str, gap: int) -> bool:
    return gap <= _REACH[rule.reach] and not (rule.reach == "touching" and "的" in before[len(before) - gap :])


def _states(cited: str | None, around: Surroundings) -> frozenset[str]:
    ruling = cited is not None and cited.endswith("决定") and _MAKES_A_RULE.search(around.after)
    states = {"authority" if cited is not None and (ruling or sort_of(cited) == "authority") else "policy"}
    if not is_ground(around.before):
        states.add("no_ground")
    if not _FROM.search(around.before):
        states.add("undated")
    if around.opening or _OPENING.search(around.after):
        states.add("opening")
    if _PROLONGING.search(around.title):
        states.add("prolonging")
    if _CHANGING.search(around.title):
        states.add("changing")
    return frozenset(states)


def _cue(word: str | None, found: str | None) -> str | None:
    """The cue as printed, with … where the reference stands; of a long pattern its last words."""
    behind = re.split(r"[^\u4e00-\u9fff]", found)[-1][-8:] if found else ""
    if word and behind:
        return f"{word}…{_last_word(behind)}"
    return word or _last_word(behind) or None


def _last_word(text: str) -> str:
    match = re.search(r"(?:要求|部署|精神|任务|工作安排|统一安排)$", text)
    return match[0] if match else text

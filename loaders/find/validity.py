"""Find what a document says about its own term: 自…起施行, 有效期至…, 有效期5年, 执行期限为…至….

Only sentences about the document itself count: their subject is 本办法, 本通知 …, or they stand alone at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from loaders.find import days
from loaders.find.scope import Locate
from loaders.forms import numeral, unit_number
from loaders.records import CLOSING, Document, Evidence, Validity

Field = Literal["effective_on", "expires_on"]
_GENRES = (
    "条例|办法|规定|细则|决定|通知|公告|通告|意见|措施|方案|规划|规则|规程|政策|目录|标准|纲要|计划|清单|指南|"
    "解释|批复|文件|规范|令|法"
)
_SUBJECT = re.compile(rf"(?:本|以上|上述)(?!省|市|县|区|级|地|年|单位)[^，。；]{{0,8}}?(?:{_GENRES})")
_SENTENCE = re.compile(r"[^。；！？\n]+")
_POINT = rf"({days.YEAR})年(?:({days.MONTH})月(?:份)?(?:({days.DAY})日)?)?(年?底|末)?"
_STARTS = "(?:正式)?(?:施行|实施|执行|生效|试行)"
_DAY = re.compile(rf"[自从于]{_POINT}起(?:至[^，。；]{{1,16}})?(?:止)?{_STARTS}")
_ISSUE = r"[自从](?:本[^，。；]{1,8})?(?:发布|印发|公布|下发|颁布|通过)之日起"
_ISSUED = re.compile(rf"{_ISSUE}{_STARTS}")
_ISSUED_LATER = re.compile(rf"{_ISSUE}(?:满)?(\d+|[一二两三四五六七八九十]+)(个月|日|天|年|周)(?:之|以)?后{_STARTS}")
_PERIOD = re.compile(rf"(?:期限?|有效期)(?:暂定)?(?:为|是|自|从)*{_POINT}(?:起)?[至到—-]{_POINT}")
_UNTIL = re.compile(rf"(?:(?:有效|执行|实施|试行)(?:期限?)?(?:为|截)?[至到]|起[至到]){_POINT}")
_REPEALED = re.compile(rf"(?:于|自)?{_POINT}(?:起)?(?:自动|自行)?(?:废止|失效|停止执行)")
_TERM = re.compile(
    r"(?:有效期限?|执行期限?|试行期?|实施期限?)(?:限)?(?:为|是)?(\d+|[一二两三四五六七八九十]+)(个月|年)"
)


@dataclass(frozen=True, slots=True)
class _Term:
    """A date read in a sentence and the rule that read it."""

    field: Field
    value: date
    rule: str


def validity(document: Document, locate: Locate) -> tuple[Validity, ...]:
    """At most one date a field, the first that is printed; a term of years counts from the day of effect."""
    found: dict[Field, Validity] = {}
    for start, sentence in _own_sentences(document):
        for term in _terms(sentence, document.issued_on):
            if term.field not in found:
                page, printed = locate(start)
                rule = f"validity.{term.rule}"
                evidence = Evidence(sentence, start, start + len(sentence), page, printed, rule)
                found[term.field] = Validity(term.field, term.value, evidence)
    return tuple(found.values())


def _own_sentences(document: Document) -> Iterator[tuple[int, str]]:
    """Sentences about the document itself, with their offset in its text."""
    for provision in document.provisions:
        closes = provision.parent is None and provision.path.endswith(CLOSING)
        ends = closes or provision is document.provisions[-1]
        text = provision.text
        for match in _SENTENCE.finditer(text):
            start = match.start() + _number(text) * (match.start() == 0)
            start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip(" \u3000"))
            sentence = text[start : match.end()].rstrip(" \u3000")
            if _SUBJECT.match(sentence) or (ends and sentence.startswith(("自", "从"))):
                yield provision.start + start, sentence


def _number(text: str) -> int:
    number = unit_number(text)
    return number.length if number else 0


def _terms(sentence: str, issued_on: date | None) -> Iterator[_Term]:
    effective = _effective(sentence, issued_on)
    if effective:
        yield effective
    if match := _PERIOD.search(sentence):
        if not effective and (first := _point(match.groups()[:4])):
            yield _Term("effective_on", first[0], "period")
        if last := _point(match.groups()[4:]):
            yield _Term("expires_on", last[1], "period")
    elif match := _UNTIL.search(sentence) or _REPEALED.search(sentence):
        if last := _point(match.groups()):
            yield _Term("expires_on", last[1], "until")
    elif match := _TERM.search(sentence):
        start = effective.value if effective else issued_on
        end = days.later(start, match[1], match[2]) if start else None
        if end:
            yield _Term("expires_on", end - timedelta(days=1), "term")


def _effective(sentence: str, issued_on: date | None) -> _Term | None:
    if match := _DAY.search(sentence):
        unit = _point(match.groups())
        return _Term("effective_on", unit[0], "from_day") if unit else None
    if issued_on and _ISSUED.search(sentence):
        return _Term("effective_on", issued_on, "from_issue")
    if issued_on and (match := _ISSUED_LATER.search(sentence)):
        later = days.later(issued_on, match[1], "日" if match[2] == "天" else match[2])
        return _Term("effective_on", later, "from_issue_later") if later else None
    return None


def _point(parts: tuple[str | None, ...]) -> days.Span | None:
    year, month, day, edge = parts
    return days.span(numeral(year or "") or 0, month, day, edge=edge) if year else None

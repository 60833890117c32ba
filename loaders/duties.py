"""What prints who answers for a unit: a bracket behind its title（省财政厅负责）, a paragraph of brackets or fields."""

from __future__ import annotations

import re
from functools import cache

from loaders.bodies_generic import generic_ends
from loaders.bodies_names import longest
from loaders.bodies_tables import rows

_INSIDE = r"(?:[^（()）〔〕\[\]【】]|[（(〔\[][^（()）〔〕\[\]]{0,60}[）)〕\]]){1,400}"
_BRACKET = re.compile(rf"[（(〔\[【]({_INSIDE})[）)〕\]】]")
_LAST = re.compile(rf"[（(〔\[【]({_INSIDE})[）)〕\]】]$")
_CONVENTION = re.compile("(?:牵头|主办|责任)(?:单位|部门)[，,]下同$")
_BEHIND_NAME = r"\Z|[、，,；;]|[和与及]|等|会同|按|分别|共同"


def title_end(title: str) -> int:
    """Where a title ends that a bracket with its bodies stands behind, its whole length where none does."""
    match = _LAST.search(title)
    return match.start() if match and match.start() and _is_duty(match[1]) else len(title)


def is_duty(paragraph: str) -> bool:
    """Whether a paragraph is nothing but brackets with bodies, or a field that lists them."""
    text = paragraph.strip("。；; ")
    if _label().match(text):
        return "。" not in text
    inside = [match[1] for match in _BRACKET.finditer(text)]
    return bool(inside) and all(map(_is_duty, inside)) and not _BRACKET.sub("", text).strip("。；; ")


def _is_duty(inside: str) -> bool:
    """Whether what a bracket holds begins with a label, or with a body that a list or a verb goes on with."""
    if _label().match(inside) or _CONVENTION.search(inside):
        return True
    known = longest(inside, 0)
    ends = [known.end] if known else generic_ends(inside, 0, len(inside))
    return any(_behind().match(inside, end) for end in ends)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('field_lead', 'field_part', 'field_plain')})[：:]")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_BEHIND_NAME}|{_words('verb_lead', 'verb_part', 'verb_plain')}")


def _words(*kinds: str) -> str:
    return "|".join(row["pattern"] for row in rows("duty_words") if row["kind"] in kinds)

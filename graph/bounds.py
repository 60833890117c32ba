"""What a statement may compute inside of one expression, where Neo4j looks at no time limit and counts no memory.

Tried on 5.26: rows are counted and timed, so that a product of ranges ends; but ``reduce(a = 0, x IN range(1,
1000000000000) | a + x)`` goes on for hours after its transaction was ended, a list of 200 million texts made in an
expression kills the server, and a regular expression can try more ways than there are atoms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.lexer import CLOSING, Token, closing, is_mark
from loaders.errors import MailuoError

MOST = 1_000_000
"""Items of a range without UNWIND in front of it: a list of texts made of them takes some 60 MB."""
ALL = 10_000_000
"""Items of such ranges multiplied with each other, as when one stands within the other."""
STARS = 3
"""Unbounded repetitions of a regular expression: with n of them a text of m characters may take m to the n steps."""
DEEPEST = 40
"""Brackets, CASEs and NOTs one within the other: with 400 brackets Neo4j reads for minutes, and nothing ends it."""

_NUMBER = re.compile(r"0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|\d[\d_]*")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_REPEATED = re.compile(r"[*+]|\{\d+,?\d*\}")
_GROUP = re.compile(r"\((?P<inner>[^()]*)\)(?P<repeated>[*+]|\{\d+,?\d*\})?")


def check(found: Sequence[Token], parameters: Mapping[str, Any]) -> None:
    """Refuse what no limit would end: MailuoError (2) says which expression, and what to write instead."""
    items = 1
    for place, token in enumerate(found):
        if token.name.upper() == "RANGE" and is_mark(found, place + 1, "(") and not _unwound(found, place):
            span = _span(found, place + 1, parameters)
            items *= span
            if span > MOST or items > ALL:
                most = MOST if span > MOST else ALL
                raise _refusal(f"range() gives more than {most} items in one expression", "UNWIND the range instead.")
        if token.is_word("REDUCE") and is_mark(found, place + 1, "("):
            _check_reduce(found[place + 2 : closing(found, place + 1)])
        if token.text == "=~" and token.kind == "mark":
            _check_pattern(_pattern(found[place + 1 :], parameters))


def check_depth(found: Sequence[Token]) -> None:
    """Refuse what Neo4j would not come to the end of reading: MailuoError (2)."""
    depth = row = 0
    for place, token in enumerate(found):
        row = row + 1 if token.is_word("NOT") else 0
        if is_mark(found, place, *CLOSING) or token.is_word("CASE"):
            depth += 1
        elif is_mark(found, place, *CLOSING.values()) or token.is_word("END"):
            depth -= 1
        if max(depth, row) > DEEPEST:
            raise _refusal(f"it is nested more than {DEEPEST} deep", "Write it in several steps, with WITH.")


def _unwound(found: Sequence[Token], place: int) -> bool:
    return place > 0 and found[place - 1].is_word("UNWIND")


def _span(found: Sequence[Token], opening: int, parameters: Mapping[str, Any]) -> int:
    """Return how many items a range can give at most; one that follows a list's size counts as the list, 1."""
    values = []
    for argument in _arguments(found[opening + 1 : closing(found, opening)]):
        value = _value(argument, parameters)
        if value is None:
            raise _refusal("how many items range() gives cannot be told", "Give numbers, size(…), or UNWIND the range.")
        values.append(value)
    return abs(values[1] - values[0]) + 1 if len(values) > 1 else 1


def _arguments(found: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = place = 0
    while place < len(found):
        if is_mark(found, place, "(", "[", "{"):
            place = closing(found, place)
        elif is_mark(found, place, ","):
            yield found[start:place]
            start = place + 1
        place += 1
    yield found[start:]


def _value(found: Sequence[Token], parameters: Mapping[str, Any]) -> int | None:
    """Return a sum of numbers, parameters and sizes, these as 0; None for anything else."""
    total, sign, place = 0, 1, 0
    while place < len(found):
        token = found[place]
        if is_mark(found, place, "+", "-"):
            sign = -1 if token.text == "-" else 1
        elif token.kind == "number" and _NUMBER.fullmatch(token.text):
            base = 0 if token.text[:2].lower() in ("0x", "0o") else 10
            total += sign * int(token.text.replace("_", ""), base)
        elif token.text == "$" and place + 1 < len(found) and isinstance(_given(found[place + 1], parameters), int):
            place += 1
            total += sign * _given(found[place], parameters)
        elif token.is_word("SIZE", "LENGTH") and is_mark(found, place + 1, "("):
            place = closing(found, place + 1)
        else:
            return None
        place += 1
    return total


def _given(token: Token, parameters: Mapping[str, Any]) -> Any:
    return parameters.get(token.name)


def _check_reduce(found: Sequence[Token]) -> None:
    """Refuse a reduce that adds its sum to itself: forty steps of it are a text of a terabyte."""
    if not found:
        return
    total = found[0].name
    added = [
        place
        for place, token in enumerate(found[1:], 1)
        if token.name == total and token.kind in ("word", "quoted")
        and (is_mark(found, place - 1, "+") or is_mark(found, place + 1, "+"))
    ]  # fmt: skip
    if len(added) > 1:
        raise _refusal(f"reduce() adds {total} to itself, which doubles it at each step", "")


def _pattern(found: Sequence[Token], parameters: Mapping[str, Any]) -> str:
    """Return the regular expression that follows =~: a text, a parameter, or several put together with +."""
    parts, place = [], 0
    while place < len(found):
        if found[place].kind == "text":
            parts.append(found[place].value())
        elif found[place].text == "$" and isinstance(_given(found[place + 1], parameters), str):
            place += 1
            parts.append(_given(found[place], parameters))
        else:
            break
        place += 1
        if not is_mark(found, place, "+"):
            return "".join(parts)
        place += 1
    raise _refusal("a regular expression must be a text or a parameter", "CONTAINS and STARTS WITH take anything.")


def _check_pattern(pattern: str) -> None:
    plain = _CLASS.sub("c", re.sub(r"\\[^1-9k]", "c", pattern))
    if re.search(r"\\[1-9k]", plain):
        raise _refusal(f"the regular expression {pattern} refers back to a group", "CONTAINS takes a plain text.")
    if len(re.findall(r"[*+]|\{\d+,\}", plain)) > STARS:
        raise _refusal(f"the regular expression {pattern} repeats more than {STARS} times", "CONTAINS is quicker, too.")
    while found := _GROUP.search(plain):
        inner = found["inner"]
        if found["repeated"] and ("|" in inner or "?" in inner.removeprefix("?:") or _REPEATED.search(inner)):
            raise _refusal(f"the regular expression {pattern} repeats a group that has choices", "")
        # A group that was looked at stands for what it has in it, so that what is around it is looked at, too.
        kept = "|" if "|" in inner else "*" if _REPEATED.search(inner) else ""
        plain = plain[: found.start()] + f"c{kept}" + (found["repeated"] or "") + plain[found.end() :]


def _refusal(reason: str, advice: str) -> MailuoError:
    return MailuoError(f"Refused: {reason}.", advice, 2)

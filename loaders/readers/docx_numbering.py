"""The numbers that Word counts itself: 一、 or （一） that stand in no paragraph's text (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from loaders.forms import in_hanzi

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEPTH = 9


@dataclass(slots=True)
class _Level:
    start: int
    form: str
    text: str


class Numbering:
    """The lists of a DOCX file; ``label`` is asked for its paragraphs in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._styled: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if numbering is not None:
            self._read(numbering)
        for style in styles.iter(f"{W}style") if styles is not None else ():
            found = _numbered(style.find(f"{W}pPr"))
            if found:
                self._styled[style.get(f"{W}styleId", "")] = found

    def label(self, paragraph: etree._Element) -> str:
        """Return the printed number of a paragraph, "" when it has none, and count it."""
        properties = paragraph.find(f"{W}pPr")
        found = _numbered(properties)
        style = properties.find(f"{W}pStyle") if properties is not None else None
        if found is None and style is not None:
            found = self._styled.get(style.get(f"{W}val", ""))
        if found is None:
            return ""
        name, depth = found
        levels = self._levels.get(name, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts.setdefault(name, [None] * _DEPTH)
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_DEPTH - depth - 1)
        return "" if level.form in ("bullet", "none") else _printed(level.text, levels, counts)

    def _read(self, numbering: etree._Element) -> None:
        kinds = {
            kind.get(f"{W}abstractNumId"): {
                int(level.get(f"{W}ilvl", "0")): _level(level) for level in kind.iterfind(f"{W}lvl")
            }
            for kind in numbering.iterfind(f"{W}abstractNum")
        }
        for item in numbering.iterfind(f"{W}num"):
            kind = item.find(f"{W}abstractNumId")
            levels = dict(kinds.get(kind.get(f"{W}val"), {})) if kind is not None else {}
            for change in item.iterfind(f"{W}lvlOverride"):
                depth = int(change.get(f"{W}ilvl", "0"))
                start = change.find(f"{W}startOverride")
                if start is not None and depth in levels:
                    old = levels[depth]
                    levels[depth] = _Level(int(start.get(f"{W}val", "1")), old.form, old.text)
            self._levels[item.get(f"{W}numId", "")] = levels


def _level(level: etree._Element) -> _Level:
    def value(name: str, default: str) -> str:
        found = level.find(f"{W}{name}")
        return default if found is None else found.get(f"{W}val", default)

    return _Level(int(value("start", "1")), value("numFmt", "decimal"), value("lvlText", ""))


def _numbered(properties: etree._Element | None) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr") if properties is not None else None
    name = found.find(f"{W}numId") if found is not None else None
    if found is None or name is None or name.get(f"{W}val") == "0":
        return None
    depth = found.find(f"{W}ilvl")
    number = int(depth.get(f"{W}val", "0")) if depth is not None else 0
    return (name.get(f"{W}val", ""), number) if 0 <= number < _DEPTH else None


def _printed(text: str, levels: dict[int, _Level], counts: list[int | None]) -> str:
    def one(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        level = levels.get(depth)
        if level is None:
            return ""
        count = counts[depth]
        return _FORMS.get(level.form, str)(level.start if count is None else count)

    return re.sub(r"%([1-9])", one, text)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else str(number)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "chineseCounting": in_hanzi,
    "chineseCountingThousand": in_hanzi,
    "japaneseCounting": in_hanzi,
    "taiwaneseCounting": in_hanzi,
    "taiwaneseCountingThousand": in_hanzi,
    "ideographTraditional": lambda number: "甲乙丙丁戊己庚辛壬癸"[(number - 1) % 10],
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda number: str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalZero": "{:02d}".format,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
}

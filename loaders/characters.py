"""What single characters are to a reader of policy text: which fold, which vanish, which end a sentence."""

from __future__ import annotations

import re
import unicodedata

IDEOGRAPHIC_SPACE = "\u3000"
TERMINAL = "。！？；：…”』」）)"
CLOSING_PUNCTUATION = "，。、；：！？）〕］】》〉”’」』,;:!?)]}%％"
_DELETED = "\0"


def _folding() -> dict[int, str]:
    """One-to-one table: full-width digits and letters to ASCII, radicals and compatibility ideographs to the
    ideograph, every layout space to one of two, zero-width and private-use characters to a mark for deletion."""
    table: dict[int, str] = {}
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)):
        table[code] = chr(code - 0xFEE0)
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        folded = unicodedata.normalize("NFKC", chr(code))
        if len(folded) == 1:
            table[code] = folded
    for code in (0x09, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F):
        table[code] = " "
    control = (*range(0x09), *range(0x0E, 0x20), 0x7F, 0xAD, 0x180E, 0xFEFF)
    for code in (*control, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)):
        table[code] = _DELETED
    return table


_FOLDING = _folding()
# Fonts of PDF files put glyphs without a meaning of their own into the private-use areas.
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U0010ffff]")


def fold(text: str) -> str:
    """The text with every character folded by itself; the length stays, what vanishes becomes NUL."""
    return _PRIVATE.sub(_DELETED, text.translate(_FOLDING))


# Letters that recognition of scanned pages puts for digits where nothing else can stand: 〔2O24〕l3号, 2O24年l2月.
_MISREAD = re.compile(
    r"(?<![0-9A-Za-z])(?:[1lI]9|2[0Oo])[\dOolI]{2}(?=[〕］\]）)】年])|(?<=[〕］\]】年月])[\dOolI]{1,5}(?=[号月日])"
)
_DIGITS = str.maketrans("OolI", "0011")


def unmisread(text: str) -> str:
    """The text with the digits of years, months, days and document numbers that were recognised as letters."""
    return _MISREAD.sub(lambda digits: digits[0].translate(_DIGITS), text)


_HALF = re.compile(
    r"(?<=[一-龥）)”》])[,:;](?!//)|(?<=\d)[,;](?=[一-龥])"
    # A full stop; not that behind a unit number (一. and （一）.).
    r"|(?<=[一-龥）)”》%])(?<![一二三四五六七八九十百零〇])(?<!^[（(].[）)])(?<!^[（(]..[）)])\.(?=$|[一-龥（(“《\d])"
)
_FULL = str.maketrans(",:;.", "，：；。")


def punctuated(text: str) -> str:
    """The text for matching: half-width marks beside hanzi as the full-width ones that they stand for."""
    return _HALF.sub(lambda mark: mark[0].translate(_FULL), text)


def width(text: str) -> int:
    """Columns that the text takes on paper: ASCII one, everything else two."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def is_latin(character: str) -> bool:
    """Whether a space beside the character can be a word space: ASCII letters, digits and their punctuation."""
    return "!" <= character <= "~" or "\u00c0" <= character <= "\u024f"


def keeps_space(left: str, right: str) -> bool:
    """Whether a layout space between two characters is a word space: both Latin, at least one a letter."""
    return is_latin(left) and is_latin(right) and (left.isalpha() or right.isalpha())

"""Cypher's tokens, as Neo4j's own lexer cuts them: what the guard reads where a plan does not show it.

Unicode escapes are read before anything else and everywhere, comments do not nest, a string ends at its quote unless a
backslash stands before it, a quoted name holds doubled backquotes (Neo4j's grammar, Cypher5Lexer; tried on 5.26).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ESCAPE = re.compile(r"\\(?:\\|u([0-9A-Fa-f]{4}))")
# What is neither a word nor printable ASCII parts two tokens: every space of Unicode, and nothing that Cypher needs.
_TOKEN = re.compile(
    r"""
    (?P<space>(?://[^\r\n]*|/\*.*?\*/|[^\w\x21-\x7e])+)
    | (?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)*`)
    | (?P<number>\d\w*(?:\.\d\w*)?)
    | (?P<word>\w+)
    | (?P<mark>=~|\.\.|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_BACKSLASH = re.compile(r"\\(.)", re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind (text, quoted, number, word, mark), how it is written, and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def name(self) -> str:
        """The name that a word or a quoted name gives."""
        return self.text[1:-1].replace("``", "`") if self.kind == "quoted" else self.text

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words of Cypher (upper case), in any case, not quoted."""
        return self.kind == "word" and self.text.upper() in words

    def value(self) -> str:
        """The text that a string means."""
        return _BACKSLASH.sub(lambda found: _CONTROLS.get(found[1], found[1]), self.text[1:-1])


def unescaped(text: str) -> str:
    """Return a statement with its Unicode escapes read."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[0], text)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a statement without spaces and comments; each character belongs to one of them."""
    return [
        Token(found.lastgroup or "mark", found[0], found.start())
        for found in _TOKEN.finditer(text)
        if found.lastgroup != "space"
    ]


def is_mark(found: Sequence[Token], place: int, *marks: str) -> bool:
    """Whether one of these marks stands at a place, which may be past the end."""
    return 0 <= place < len(found) and found[place].kind == "mark" and found[place].text in marks


def closing(found: Sequence[Token], opening: int) -> int:
    """Return the place of the bracket that closes the one at ``opening``; the end where none does."""
    open_ = 0
    for place in range(opening, len(found)):
        if is_mark(found, place, *CLOSING):
            open_ += 1
        elif is_mark(found, place, *CLOSING.values()):
            open_ -= 1
            if not open_:
                return place
    return len(found)


@dataclass(frozen=True, slots=True)
class Chain:
    """A name with dots (apoc.load.json), whether CALL stands before it, and whether a bracket opens after it."""

    name: str
    called: bool
    opened: bool


def chains(found: Sequence[Token]) -> Iterator[Chain]:
    """Return the dotted names of a statement in order."""
    place = 0
    while place < len(found):
        if found[place].kind not in ("word", "quoted"):
            place += 1
            continue
        first, names = place, [found[place].name]
        while is_mark(found, place + 1, ".") and place + 2 < len(found) and found[place + 2].kind in _NAMES:
            place += 2
            names.append(found[place].name)
        if len(names) > 1:
            called = first > 0 and found[first - 1].is_word("CALL")
            yield Chain(".".join(names), called, is_mark(found, place + 1, "("))
        place += 1


# After a dot a name may begin with a digit or be one that elsewhere is a number.
_NAMES = ("word", "quoted", "number")

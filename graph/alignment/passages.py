"""Cut a measure into sentences and clauses, each with what it speaks of and what it does.

A feature is a kind and a value with a colon between: ``bigram`` (two characters), ``word``, ``action`` (a row of
actions.csv), ``frame`` (the object or word of a clause, ``>``, its action), and ``character`` for clauses alone.
Phrases that measures of every field have (boilerplate.csv: 在…前提下) give none, nor do the parentheses that say who
answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from graph.alignment.tables import actions, boilerplate, names_in, objects
from graph.tokens import words
from loaders.forms import unit_number

Feature = str
Page = tuple[int, int | None, int | None]
_SENTENCE = re.compile(r"[^。；！？\n]+")
_CLAUSE = re.compile(r"[^，：:,（）()、]+")
_WRITTEN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_NUMBER = re.compile(r"[\d.%]+")
_DUTY = re.compile(
    r"[（(][^（）()。]{2,400}?(?:负责|牵头|配合|参与|落实)[）)]|[（(](?:责任|牵头)(?:单位|部门)[^（）()]*[）)]"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a measure; ``start`` and ``end`` are offsets in the measure's text."""

    start: int
    end: int
    features: frozenset[Feature]
    clauses: tuple[frozenset[Feature], ...]


@dataclass(frozen=True)
class Unit:
    """A measure to align: its id, its text, where that begins in the document, and its heading.

    ``pages``: of each page in it, where that begins, its number and the number printed on it.
    """

    id: str
    text: str
    start: int = 0
    heading: str | None = None
    pages: tuple[Page, ...] = ()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences that say anything, in order; the heading is the first where it has one."""
        return tuple(_sentences(self.text))

    @property
    def first(self) -> Sentence:
        """Its first sentence that says anything, else the whole."""
        return self.sentences[0] if self.sentences else Sentence(0, len(self.text), frozenset(), ())

    @cached_property
    def features(self) -> frozenset[Feature]:
        """The features of all its sentences."""
        return frozenset[Feature]().union(*(sentence.features for sentence in self.sentences))


def _sentences(text: str) -> Iterator[Sentence]:
    number = unit_number(text)
    head = number.length if number else 0
    # Line breaks of the same length keep the offsets.
    plain = "\n" * head + _DUTY.sub(lambda found: "\n" * len(found[0]), text[head:])
    for match in _SENTENCE.finditer(plain):
        start = match.end() - len(match[0].lstrip())
        end = match.start() + len(match[0].rstrip())
        said = boilerplate().sub("，", plain[start:end].lower())
        clauses = [found[0] for found in _CLAUSE.finditer(said)]
        features = _features(said, clauses)
        if features:
            yield Sentence(start, end, features, tuple(filter(None, map(characters, clauses))))


def _features(said: str, clauses: list[str]) -> frozenset[Feature]:
    features = {f"bigram:{pair}" for pair in bigrams(said)}
    before: frozenset[str] = frozenset()
    for clause in clauses:
        # A clause without an action of its own goes on with that of the clause before it.
        doing = names_in(actions(), clause) or before
        before = doing
        own = content(clause)
        features |= {f"word:{word}" for word in own} | {f"action:{action}" for action in doing}
        named = [*(f"object:{name}" for name in names_in(objects(), clause)), *own]
        features |= {f"frame:{name}>{action}" for name in named for action in doing}
    return frozenset(features)


def bigrams(text: str) -> Iterator[str]:
    """Every two characters that stand side by side in a text, punctuation apart."""
    for run in _WRITTEN.findall(text):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


@lru_cache(maxsize=1 << 14)
def characters(text: str) -> frozenset[Feature]:
    """The characters of a text, as features."""
    return frozenset(f"character:{one}" for run in _WRITTEN.findall(text) for one in run)


@lru_cache(maxsize=1 << 14)
def content(text: str) -> tuple[str, ...]:
    """The words of a text without single characters and numbers."""
    return tuple(word for word in words(text) if (len(word) > 1 or word.isascii()) and not _NUMBER.fullmatch(word))

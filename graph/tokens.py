"""Words of Chinese text for the full-text index: jieba with a shipped user dictionary.

The dictionary is jieba's own with the names of bodies and regions from the registries and the words of terms.csv. It
never comes from the database, so that tokens do not depend on what was loaded before. Indexes over them use the
``whitespace`` analyzer.
"""

from __future__ import annotations

import csv
import functools
import re
import unicodedata
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jieba import Tokenizer

TERMS = Path(__file__).with_name("terms.csv")
OBJECTS = Path(__file__).parent / "alignment" / "objects.csv"
_WORD = re.compile(r"\w")
_PLACE = re.compile(r"\{\w\}")


def tokens(*texts: str | None) -> str:
    """The words of the texts, one space apart, for an index: behind every word the words that it contains."""
    return " ".join(token for text in texts if text for token in _tokens(text))


def words(text: str) -> list[str]:
    """The words of what a person searches for, none inside another; each is a token of every text that has it."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return [word for word in _tokenizer().cut(folded, HMM=False) if _WORD.search(word)]


def frequency(word: str) -> float:
    """How often a word stands among the words of general Chinese, as jieba's dictionary counts; 0 where it has none."""
    return float(_general().get(word, 0) / _tokenizer().total)


def _tokens(text: str) -> Iterator[str]:
    known = _tokenizer().FREQ
    for word in words(text):
        yield word
        yield from _parts(word, known)


def _parts(word: str, known: dict[str, int]) -> Iterator[str]:
    """Dictionary words of two characters and more inside a word: 省发展改革委 is found by 发展改革委 too."""
    size = len(word)
    if size < 3 or word.isascii():
        return
    for length in range(2, size):
        for start in range(size - length + 1):
            part = word[start : start + length]
            # Prefixes of words stand in jieba's table too, with the frequency 0.
            if known.get(part):
                yield part


def terms() -> list[tuple[str, str]]:
    """The words of official Chinese that jieba does not know, each with an example that contains it."""
    with TERMS.open(encoding="utf8", newline="") as file:
        return [(row["term"], row["example"]) for row in csv.DictReader(file)]


def _objects() -> Iterator[str]:
    """The words of what measures speak of (alignment/objects.csv) that cut no term in two."""
    known = [term for term, _ in terms()]
    with OBJECTS.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            for word in row["words"].lower().split():
                if len(word) > 2 and not any(_cuts(word, term) for term in known):
                    yield word


def _cuts(word: str, term: str) -> bool:
    """Whether a text that has the term could be cut inside it by the word: 技能培训 and 职业技能."""
    ends = range(2, min(len(word), len(term)) + 1)
    return term in word or any(term.endswith(word[:size]) or term.startswith(word[-size:]) for size in ends)


@functools.cache
def _tokenizer() -> Tokenizer:
    with warnings.catch_warnings():
        # jieba's module has invalid escapes and asks for pkg_resources, both of which warn.
        warnings.simplefilter("ignore")
        import jieba
    tokenizer = jieba.Tokenizer()
    # What initialize() does without its file in the shared temporary folder and its lines on stderr; reading the
    # dictionary takes no longer than reading that file.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word in sorted(set(_user_words())):
        tokenizer.add_word(word)
    return tokenizer


@functools.cache
def _general() -> dict[str, int]:
    """The counts of jieba's own dictionary: those of the words that are added to it were made up for cutting."""
    user = set(_user_words())
    return {word: count for word, count in _tokenizer().FREQ.items() if count and word not in user}


def _user_words() -> Iterable[str]:
    from loaders.bodies_tables import centrals, locals_
    from loaders.regions import all_places

    yield from (term for term, _ in terms())
    yield from _objects()
    names = [place.name for place in all_places()]
    for row in centrals():
        names += [row.name, row.short, *row.aliases]
    for template in locals_():
        # A local body is its place and its own words, and both are words of their own.
        names += [_PLACE.sub("", form) for form in (template.name, *template.forms)]
    for name in names:
        if len(name) > 1:
            yield unicodedata.normalize("NFKC", name).lower()

"""How much a feature says: what few documents have and, of words, what is rare in the language, says most.

The weights stand in weights.csv, which is shipped and never follows the database, so that loading more documents
changes no score. ``python -m graph.alignment.weights PATH…`` counts them anew from the measures of documents.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph.alignment.passages import Feature, Unit
from graph.tokens import frequency
from loaders.errors import MailuoError
from loaders.extract import extract_file

TABLE = Path(__file__).with_name("weights.csv")
OBJECT = "object:"
_SIGNS = frozenset('+-&|!(){}[]^"~*?:\\/')
TELLING = 250
"""How rare a word must be to look measures up by it, in thousandths."""
_OF_OBJECT = 4.0
_OF_WORD = 2.0
_TOLD = 0.4  # a word that weighs less makes no frame: 加快>推广 says no more than 推广
_COMMON = 7.0  # a word of the language once in e^7 words says nothing
_RARE = 9.0  # one that is e^9 times rarer says everything
_LEAST = 0.15
_KINDS = ("bigram:", "word:", "character:")


@cache
def weight(feature: Feature) -> float:
    """The weight of a feature: 0 to 4. Roots are taken, so that no single rare feature decides alone."""
    kind, _, value = feature.partition(":")
    if kind == "action":
        return 1.0
    if kind == "frame":
        name = value.rpartition(">")[0]
        if name.startswith(OBJECT):
            return _OF_OBJECT
        word = rarity(f"word:{name}")
        return _OF_WORD * math.sqrt(word) if word > _TOLD else 0.0
    return math.sqrt(rarity(feature))


def rarity(feature: Feature) -> float:
    """How rare a bigram, word or character is, from 0 to 1, as the table says, else as the dictionary does."""
    known = _table().get(feature)
    if known is not None:
        return known
    kind, _, value = feature.partition(":")
    return _in_language(value) if kind == "word" else 1.0


def telling(features: Iterable[Feature]) -> dict[str, int]:
    """The words among features to look measures up by: rare enough, and no signs of the index's own; in thousandths."""
    words = (feature for feature in features if feature.startswith("word:"))
    found = ((word.removeprefix("word:"), round(1000 * rarity(word))) for word in words)
    return {word: rare for word, rare in found if rare >= TELLING and not _SIGNS & set(word)}


def counted(documents: Iterable[Iterable[str]]) -> list[tuple[str, str, float]]:
    """Kind, value and rarity of what two or more documents have, each document given as the texts of its measures."""
    number = 0
    times: Counter[Feature] = Counter()
    for texts in documents:
        number += 1
        sentences = [sentence for text in texts for sentence in Unit("", text).sentences]
        seen = set[Feature]().union(*(sentence.features for sentence in sentences))
        seen.update(feature for sentence in sentences for clause in sentence.clauses for feature in clause)
        times.update(feature for feature in seen if feature.startswith(_KINDS))
    most = math.log((number + 1) / 1.0)
    found = []
    for feature, count in sorted(times.items()):
        kind, _, value = feature.partition(":")
        spread = min(max(math.log((number + 1) / (count + 0.5)), 0.02), most) / most
        if kind == "word":
            spread = (_LEAST + (1 - _LEAST) * spread) * _in_language(value)
        if count > 1:
            found.append((kind, value, round(spread, 3)))
    return found


def _in_language(word: str) -> float:
    share = frequency(word)
    rare = min(max(-math.log(share) - _COMMON, 0.0), _RARE) / _RARE if share else 1.0
    return _LEAST + (1 - _LEAST) * rare


@cache
def _table() -> dict[Feature, float]:
    with TABLE.open(encoding="utf8", newline="") as file:
        return {f"{row['kind']}:{row['value']}": float(row["rarity"]) for row in csv.DictReader(file)}


def main(paths: list[str]) -> None:
    """Write the table anew from the measures of all documents in the files."""
    if not paths:
        raise MailuoError("No file to count in.", "python -m graph.alignment.weights PATH…", 2)
    documents = [document for path in paths for document in extract_file(path).documents]
    measures = ([item.text for item in document.provisions if item.is_measure] for document in documents)
    with TABLE.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("kind", "value", "rarity"))
        writer.writerows(counted(measures))


if __name__ == "__main__":
    main(sys.argv[1:])

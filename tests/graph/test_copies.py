"""Copies of a document: kept whole, and one of them shown whatever the order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graph.copies import Copy, best, copy_of, pack, unpack
from graph.sources import plan
from tests.graph.papers import record, source

SHORT = Copy("file:///short", "aa", 10, "s")
LONG = Copy("file:///long", "ff", 20, "l")
TWIN = Copy("file:///twin", "bb", 20, "t")
SAME = Copy("file:///zwin", "bb", 20, "t")


def test_a_record_comes_back_as_it_was() -> None:
    document = record()
    assert unpack(pack(document)) == document


def test_a_record_with_nothing_in_it_comes_back_as_it_was() -> None:
    document = record(
        issuers=(), provisions=(), validity=(), issued_on=None, effective_on=None, level=None, attachments=()
    )
    assert unpack(pack(document)) == document


def test_the_longest_text_is_shown_then_the_first_sha256_then_the_first_uri() -> None:
    for copies in permutations([SHORT, LONG, TWIN, SAME]):
        assert best(copies) == TWIN
    assert best([]) is None


def test_what_is_read_counts_and_not_where_from() -> None:
    document = record()
    moved = record(source=source("other.txt", "cd" * 32))
    assert copy_of(document).content == copy_of(moved).content
    assert copy_of(document).uri != copy_of(moved).uri
    assert copy_of(document).content != copy_of(record(kind="决定")).content


@pytest.mark.parametrize(
    ("copies", "new", "outcome", "shown", "rewrite"),
    [
        ([], LONG, "new", LONG, True),
        ([replace(SHORT, shown=True)], LONG, "duplicate", LONG, True),
        ([replace(LONG, shown=True)], SHORT, "duplicate", LONG, False),
        ([replace(LONG, shown=True)], LONG, "unchanged", LONG, False),
        ([replace(LONG, shown=True)], replace(LONG, content="new"), "changed", replace(LONG, content="new"), True),
        # The file's new content is a shorter text, so the other file's copy takes over.
        ([replace(LONG, shown=True), SHORT], replace(LONG, size=5, content="cut"), "changed", SHORT, True),
        # Another file with the very same text: nothing to write, whichever of the two is shown.
        ([replace(SAME, shown=True)], TWIN, "duplicate", TWIN, False),
        # Nothing is shown after a load that was cut off: it is written.
        ([LONG], LONG, "unchanged", LONG, True),
    ],
)
def test_what_a_copy_means(copies: list[Copy], new: Copy, outcome: str, shown: Copy, rewrite: bool) -> None:
    found = plan(copies, new)
    assert (found.outcome, replace(found.show, shown=False), found.rewrite) == (outcome, shown, rewrite)

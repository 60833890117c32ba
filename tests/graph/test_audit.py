"""Samples for a person's verdicts, and filled sheets."""

from __future__ import annotations

import pytest

from graph.audit import FACTS, KINDS, TO_FILL, draw, interval, read
from graph.session import Database
from loaders.errors import MailuoError
from tests.samples import load_samples


@pytest.mark.neo4j
@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_is_drawn_with_its_quotes_and_the_same_again(engine: Database, kind: str) -> None:
    samples = load_samples(engine)
    rows = draw(samples, kind, 5, 7)
    assert rows == draw(samples, kind, 5, 7)
    assert 1 <= len(rows) <= 5
    assert draw(samples, kind, 3, 7) == rows[:3]
    for row in rows:
        assert tuple(row) == (*FACTS, *TO_FILL)
        assert row["reading"]
        assert row["document"]
        if kind not in ("document", "measure"):
            assert row["quote"].replace("\n", " ") in row["context"]


@pytest.mark.neo4j
def test_another_seed_draws_others_and_an_unknown_kind_is_refused(engine: Database) -> None:
    samples = load_samples(engine)
    assert draw(samples, "citation", 5, 1) != draw(samples, "citation", 5, 2)
    with pytest.raises(MailuoError, match="No kind of fact is called colour"):
        draw(samples, "colour", 5, 1)


def test_a_filled_sheet_counts_verdicts_and_says_what_to_correct() -> None:
    rows = [
        {"target": "a", "verdict": "right", "field": "", "value": "", "author": "", "note": ""},
        {"target": "b", "verdict": "", "field": "", "value": "", "author": "", "note": ""},
        {"target": "c", "verdict": "Wrong", "field": "", "value": "", "author": "", "note": ""},
        {"target": "d", "verdict": "wrong", "field": "role", "value": "lead", "author": "乙", "note": "第3页"},
        {"target": "e", "verdict": "maybe", "field": "", "value": "", "author": "", "note": ""},
    ]
    sheet = read(rows, author="甲", note="抽查")
    assert (sheet.right, sheet.wrong) == (1, 2)
    assert [(one.target, one.field, one.value, one.author, one.note) for one in sheet.corrections] == [
        ("c", "removed", "true", "甲", "抽查"),
        ("d", "role", "lead", "乙", "第3页"),
    ]
    assert [(name, error.sentence) for name, error in sheet.refused] == [("Row 6", "The verdict maybe cannot be.")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"target": "", "field": "role", "value": "lead"}, "There is no target."),
        ({"target": "a", "field": "", "value": "lead"}, "a: no field is named."),
        ({"target": "a", "field": "role", "value": "lead"}, "a: a correction needs its author."),
        ({"target": "a", "field": "effective_on"}, "There is no column value."),
    ],
)
def test_a_row_that_says_nothing_is_named(row: dict[str, str], reason: str) -> None:
    sheet = read([row])
    assert [(name, error.sentence) for name, error in sheet.refused] == [("Row 2", reason)]


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"), [(0, 0, 0, 1), (50, 50, 0.929, 1), (45, 50, 0.786, 0.957), (0, 10, 0, 0.278)]
)
def test_the_interval_is_wilsons(right: int, judged: int, low: float, high: float) -> None:
    assert interval(right, judged) == pytest.approx((low, high), abs=0.001)

"""Which documents are worth comparing: a property of two texts, from whichever side they are looked at."""

from __future__ import annotations

import pytest

from graph.alignment.candidates import worth_comparing
from graph.alignment.compare import Paper
from graph.alignment.passages import Unit


def paper(*texts: str) -> Paper:
    return Paper(tuple(Unit(f"#{number}", text) for number, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["推广电子签章和电子证照。"], ["推动电子签章互认，电子证照共享。"], True),
        (["加强组织领导。", "推广电子签章和电子证照。"], ["推动电子签章互认，电子证照共享。", "抓好落实。"], True),
        (["推广电子签章和电子证照。"], ["完善冷链物流网络。"], False),
        # Two measures have to share it, not two documents.
        (["推广电子签章。", "建设冷链物流基地。"], ["推广电子证照。", "发展夜间经济。"], False),
        # Who answers for a measure is in the index and tells nothing of what it orders.
        (["建设冷链物流基地（电子签章和电子证照推广中心负责）。"], ["推动电子签章互认，电子证照共享。"], False),
        ([], ["推广电子签章和电子证照。"], False),
    ],
)
def test_two_documents_are_worth_comparing_from_both_sides(one: list[str], other: list[str], expected: bool) -> None:
    assert worth_comparing(paper(*one), paper(*other)) is expected
    assert worth_comparing(paper(*other), paper(*one)) is expected

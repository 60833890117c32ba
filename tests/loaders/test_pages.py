from __future__ import annotations

import pytest

from loaders.pages import printed_pages
from loaders.rows import rows
from tests.loaders.written import raw


def numbers(source: str) -> list[int | None]:
    """The printed page of every row that carries text."""
    return printed_pages(*rows(raw(source)))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param("甲\n乙", [None, None], id="no number printed"),
        pytest.param("甲\n— 3 —\n\f乙\n— 4 —", [3, 4], id="at the foot"),
        pytest.param("— 3 —\n甲\n\f— 4 —\n乙", [3, 4], id="at the head"),
        pytest.param("甲\n— 3 —\n乙\n— 4 —\n丙", [3, 4, None], id="no breaks seen: the number closes its page"),
        pytest.param("甲\n— 3 —\n\f乙\n\f丙\n— 5 —", [3, 4, 5], id="counted between two that agree"),
        pytest.param("甲\n— 3 —\n\f乙\n\f丙\n— 9 —", [3, None, 9], id="not counted where the two disagree"),
        pytest.param("封面\n\f甲\n— 1 —\n\f乙\n— 2 —", [None, 1, 2], id="a cover without a number"),
        pytest.param("甲\n— 2 —\n\f乙\n— 3 —\n\f甲\n— 1 —\n\f乙\n— 2 —", [2, 3, 1, 2], id="numbers start again"),
    ],
)
def test_every_row_has_the_number_of_its_page(pages: str, expected: list[int | None]) -> None:
    assert numbers(pages) == expected


def test_a_number_in_mid_page_opens_one_when_it_counts_from_the_first_page() -> None:
    source = "甲\n— 2 —\n乙\n丙\n\f丁\n— 4 —\n戊\n己"
    assert numbers(source) == [None, 2, 2, 3, 4, 4]

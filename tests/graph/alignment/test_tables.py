"""The tables of alignment: each row's example is its test."""

from __future__ import annotations

import pytest

from graph.alignment.passages import Unit
from graph.alignment.tables import actions, boilerplate, names_in, objects, rows


@pytest.mark.parametrize("row", rows("objects"), ids=lambda row: row["object"])
def test_every_object_is_in_its_example(row: dict[str, str]) -> None:
    assert row["object"] in names_in(objects(), row["example"].lower())


@pytest.mark.parametrize("row", rows("actions"), ids=lambda row: row["action"])
def test_every_action_is_in_its_example(row: dict[str, str]) -> None:
    assert row["action"] in names_in(actions(), row["example"].lower())


@pytest.mark.parametrize("row", rows("boilerplate"), ids=lambda row: row["pattern"])
def test_every_phrase_of_boilerplate_is_in_its_example(row: dict[str, str]) -> None:
    assert boilerplate().search(row["example"])


@pytest.mark.parametrize("name", ["objects", "actions"])
def test_no_row_stands_twice(name: str) -> None:
    names = [row[name[:-1]] for row in rows(name)]
    assert len(names) == len(set(names))


def test_of_two_words_that_overlap_the_longer_one_counts() -> None:
    assert names_in(objects(), "完善知识产权保护体系") == {"知识产权保护"}


def test_boilerplate_leaves_nothing_behind() -> None:
    bare, padded = Unit("1", "推广电子签章应用。"), Unit("2", "在依法合规的前提下，推广电子签章应用。")
    assert bare.features == padded.features

"""Responsibilities: names that look like verbs."""

from __future__ import annotations

import pytest

from tests.loaders.find.duties import NANJING, found
from tests.loaders.find.one_unit import scope

LIKE_VERBS = [
    (
        "服务台商。（市台办、滨江试验区管委会办公室、市商务局）",
        NANJING,
        "市台办:resp 滨江试验区管委会办公室:resp 市商务局:resp",
    ),
    (
        "办好赛会。（市园博会组委会办公室、市残联、市妇联负责）",
        NANJING,
        "市园博会组委会办公室:resp 市残联:resp 市妇联:resp",
    ),
    ("办好赛会。（市园博会组织委员会办公室、市商务局）", NANJING, "市园博会组织委员会办公室:resp 市商务局:resp"),
    ("办好赛会。（市商务局会同滨江试验区管委会办公室负责）", NANJING, "市商务局:lead 滨江试验区管委会办公室:part"),
    ("办好赛会。（市商务局牵头，滨江试验区管委会会办）", NANJING, "市商务局:lead 滨江试验区管委会:part"),
    ("办好赛会。（滨江试验区管委会会办，市商务局牵头）", NANJING, "滨江试验区管委会:part 市商务局:lead"),
    ("办好赛会。（市商务局组织，市残联配合）", NANJING, "市商务局:resp 市残联:part"),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), LIKE_VERBS)
def test_names_are_read_whole(text: str, issuer: str, expected: str) -> None:
    assert found(scope(text, issuer)) == expected

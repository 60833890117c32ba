"""References that are the ground on which a document or a further text is written."""

from __future__ import annotations

import pytest

from loaders.records import PREAMBLE
from tests.loaders.find.cited import Expected, read

OPENING: list[tuple[str, Expected]] = [
    (
        "本纲要根据《浙江省委关于制定“十五五”规划的建议》编制，主要阐明发展目标。",
        [("浙江省委关于制定“十五五”规划的建议", None, "implements")],
    ),
    (
        "本规划依据《全国海洋经济发展规划》《浙江省海岸带规划》编制。",
        [("全国海洋经济发展规划", None, "implements"), ("浙江省海岸带规划", None, "implements")],
    ),
    ("根据《质量强国建设纲要》制定本方案。", [("质量强国建设纲要", None, "implements")]),
    ("本办法根据《中华人民共和国价格法》制定。", [("中华人民共和国价格法", None, "based_on")]),
]

WRITTEN: list[tuple[str, Expected]] = [
    ("依据《中华人民共和国防洪法》编制应急方案。", [("中华人民共和国防洪法", None, "based_on")]),
    ("根据省政府印发的《海岸带规划》编制工作方案。", [("海岸带规划", None, "implements")]),
    ("各市根据《海岸带规划》制定的方案，报省政府。", [("海岸带规划", None, "based_on")]),
    ("根据《海岸带规划》编制要求，开展调查。", []),
    ("按照省政府工作部署，《海岸带规划》尽快编制。", []),
    ("根据需要推进《海岸带规划》编制。", []),
    ("根据立法计划抓紧《海岸带条例》制定。", []),
    ("《海岸带规划》编制完成后印发。", []),
]


@pytest.mark.parametrize(("text", "expected"), OPENING)
def test_what_a_preamble_says_that_the_document_is_written_on(text: str, expected: Expected) -> None:
    assert read(text, PREAMBLE) == expected


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_the_ground_of_what_is_written_stands(text: str, expected: Expected) -> None:
    assert read(text) == expected

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
    (
        "根据2016年2月国务院公布的《国务院关于取消中介服务事项的决定》，省政府对规章进行了清理。",
        [("国务院关于取消中介服务事项的决定", None, "implements")],
    ),
    (
        "根据《全国人民代表大会常务委员会关于授权试点的决定》，省政府对规章进行了清理。",
        [("全国人民代表大会常务委员会关于授权试点的决定", None, "based_on")],
    ),
    (
        "根据《行政许可法》《国务院关于取消中介服务事项的决定》，制定本办法。",
        [("行政许可法", None, "based_on"), ("国务院关于取消中介服务事项的决定", None, "based_on")],
    ),
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
    ("继续落实浙政办发〔2019〕8号文件。", [(None, "浙政办发〔2019〕8号", "implements")]),
    ("继续执行《关于减免水资源税的通知》。", [("关于减免水资源税的通知", None, "extends")]),
    ("抓紧研究制定城市供水条例、反食品浪费法。", []),
    ("推动修订价格法、出台反食品浪费法。", [("价格法", None, "amends")]),
    ("推进循环经济促进法、反食品浪费法立法工作。", []),
    ("制定循环经济促进法配套办法。", [("循环经济促进法", None, "implements")]),
    ("循环经济促进法立法宗旨深入人心。", [("循环经济促进法", None, "refers")]),
    ("国家已出台循环经济促进法。", [("循环经济促进法", None, "refers")]),
    ("国家制定循环经济促进法以来，各地积极推进。", [("循环经济促进法", None, "refers")]),
    ("宣传循环经济促进法、反食品浪费法。", [("循环经济促进法", None, "refers"), ("反食品浪费法", None, "refers")]),
]


@pytest.mark.parametrize(("text", "expected"), OPENING)
def test_what_a_preamble_says_that_the_document_is_written_on(text: str, expected: Expected) -> None:
    assert read(text, PREAMBLE) == expected


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_the_ground_of_what_is_written_stands(text: str, expected: Expected) -> None:
    assert read(text) == expected


HEAD = "附件1\n采茶事项目录\n序号事项名称设定依据审批部门监管措施\n"
COLUMNS: list[tuple[str, list[str]]] = [
    (HEAD + "1采茶审批《茶树保护条例》《茶园管理办法》市县农业农村部门加强检查。", ["based_on", "based_on"]),
    (HEAD + "2制茶审批《茶树保护条例》农业农村部加强检查，宣传《茶园管理办法》。", ["based_on", "refers"]),
    ("序号\n事项\n设定依据\n1\n采茶审批\n《茶树保护条例》第五条\n加强检查。", ["based_on"]),
    ("设定依据\n《茶树保护条例》\n二、检查采茶\n《采茶检查办法》", ["based_on", "refers"]),
    (HEAD + "二、行政处罚\n1采茶处罚《茶树保护条例》", ["based_on"]),
    (HEAD.replace("设定依据", "") + "1采茶审批《茶树保护条例》市县农业农村部门", ["refers"]),
    (HEAD + "1采茶审批农业农村部\n附件2\n1采茶手册《茶树保护条例》农业农村部", ["refers"]),
    (HEAD + "1采茶审批农业农村部\n《茶树保护条例》另行解读。", ["refers"]),
    (HEAD + "1.《茶树保护条例》解读。", ["refers"]),
]


@pytest.mark.parametrize(("text", "expected"), COLUMNS)
def test_a_column_of_grounds_says_what_its_rows_rest_on(text: str, expected: list[str]) -> None:
    assert [relation for _, _, relation in read(text)] == expected


def test_a_law_that_calls_itself_by_its_name_cites_nothing() -> None:
    text = "违反反食品浪费法规定的，依照食品安全法处罚。"
    other = ("食品安全法", None, "based_on")
    for title in ("反食品浪费法", "中华人民共和国反食品浪费法"):
        assert read(text, title=title) == [other]
        assert read(text, title="中华人民共和国主席令", issued=title) == [other]
    assert read("违反中华人民共和国反食品浪费法规定的，依照食品安全法处罚。", title="反食品浪费法") == [other]
    assert read(text) == [("反食品浪费法", None, "refers"), other]

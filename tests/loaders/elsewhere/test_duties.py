"""Responsibilities: who answers for a unit and in which role, in the forms of other provinces and ministries."""

from __future__ import annotations

import pytest

from tests.loaders.elsewhere.read import issued, unit

HENAN, YUNNAN, STATE, CITY, BUREAU = (
    "河南省人民政府办公厅",
    "云南省人民政府",
    "国务院办公厅",
    "青岛市人民政府",
    "国家卫生健康委",
)

ROWS = [
    (
        "建设物流枢纽。（牵头单位：省发展改革委；配合单位：省交通运输厅、郑州海关）",
        HENAN,
        "省发展改革委:lead 省交通运输厅:part 郑州海关:part",
    ),
    ("建设物流枢纽。由省商务厅牵头，省财政厅、省税务局配合。", HENAN, ""),
    ("建设物流枢纽。（由省商务厅牵头，省财政厅、省税务局配合）", HENAN, "省商务厅:lead 省财政厅:part 省税务局:part"),
    (
        "提升服务质量。（责任单位：省文化和旅游厅，各省辖市政府、济源示范区管委会）",
        HENAN,
        "省文化和旅游厅:resp 各省辖市政府:resp* 济源示范区管委会:resp",
    ),
    (
        "压实属地责任。（各州、市人民政府，省直有关部门按职责分工负责）",
        YUNNAN,
        "各州、市人民政府:resp* 省直有关部门:resp*",
    ),
    (
        "发展花卉产业。（省农业农村厅、省林草局牵头；省科技厅、省供销社配合）",
        YUNNAN,
        "省农业农村厅:lead 省林草局:lead 省科技厅:part 省供销社:part",
    ),
    (
        "完善价格机制。（国家发展改革委、财政部、水利部等按职责分工负责）",
        STATE,
        "国家发展改革委:resp 财政部:resp 水利部:resp",
    ),
    (
        "完善价格机制。（国家发展改革委、财政部会同有关部门负责，2016年底前完成）",
        STATE,
        "国家发展改革委:lead 财政部:lead 有关部门:part*",
    ),
    ("完善价格机制。（财政部牵头负责，2016年6月底前完成）", STATE, "财政部:lead"),
    (
        "整治黑臭水体。（责任部门：市水务局、市城市管理局，完成时限：2018年6月底前）",
        CITY,
        "市水务局:resp 市城市管理局:resp",
    ),
    ("整治黑臭水体。（市水务局，各区、市政府负责）", CITY, "市水务局:resp 各区、市政府:resp*"),
    (
        "整治黑臭水体。牵头单位：市水务局。责任单位：市财政局、各区市政府。",
        CITY,
        "市水务局:lead 市财政局:part 各区市政府:part*",
    ),
    ("整治黑臭水体。责任单位：市水务局、市财政局", CITY, "市水务局:resp 市财政局:resp"),
    ("扩大试点范围。（医政司、财务司负责）", BUREAU, "医政司:resp 财务司:resp"),
    ("扩大试点范围（试点单位名单另行公布）。", BUREAU, ""),
    (
        "加强队伍建设（由人力资源社会保障部负责）；完善薪酬制度（由财政部负责）。",
        STATE,
        "人力资源社会保障部:resp 财政部:resp",
    ),
    ("推进普法。（省司法厅牵头，各级各部门配合）", HENAN, "省司法厅:lead 各级各部门:part*"),
    (
        "推进普法。（牵头单位：省委宣传部、省司法厅；责任单位：省教育厅、团省委、省妇联）",
        HENAN,
        "省委宣传部:lead 省司法厅:lead 省教育厅:part 团省委:part 省妇联:part",
    ),
    ("推进普法。（省法院、省检察院、省公安厅分别负责）", HENAN, "省法院:resp 省检察院:resp 省公安厅:resp"),
    (
        "推进5G建设。（省通信管理局、中国移动云南公司、中国铁塔云南公司负责）",
        YUNNAN,
        "省通信管理局:resp 中国移动云南公司:resp 中国铁塔云南公司:resp",
    ),
    (
        "加强口岸建设。（省商务厅、昆明海关、云南出入境边防检查总站等单位按照职责分工负责）",
        YUNNAN,
        "省商务厅:resp 昆明海关:resp 云南出入境边防检查总站:resp",
    ),
    ("规范收费。（市发改委牵头）", CITY, "市发改委:lead"),
    (
        "规范收费。（责任单位：市发展和改革委员会  市财政局  市市场监督管理局）",
        CITY,
        "市发展和改革委员会:resp 市财政局:resp 市市场监督管理局:resp",
    ),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), ROWS)
def test_who_answers_for_a_unit(text: str, issuer: str, expected: str) -> None:
    found = unit(text, issuer).responsibilities
    assert " ".join(f"{fact.name}:{fact.role[:4]}{'*' * fact.generic}" for fact in found) == expected


def test_a_convention_stated_once_makes_the_first_one_lead() -> None:
    body = (
        "现通知如下（责任单位中列第一位的为牵头单位，下同）。\n\n一、推进改革。（责任单位：省财政厅、省商务厅）\n\n"
        "二、加强监管。（责任单位：省审计厅）"
    )
    found = issued(body, HENAN).provisions
    said = {item.path: " ".join(f"{fact.name}:{fact.role[:4]}" for fact in item.responsibilities) for item in found}
    assert said["一"] == "省财政厅:lead 省商务厅:part"
    assert said["二"] == "省审计厅:resp"

"""Bodies named in running text, in sentences of our own."""

from __future__ import annotations

import pytest

from loaders.find.bodies import bodies
from tests.loaders.find.one_unit import scope

CENTRAL, JIANGSU, NANJING = "国务院办公厅", "江苏省人民政府", "南京市人民政府"

NAMED = [
    ("由国家发展改革委会同财政部制定办法。", CENTRAL, [("国家发展和改革委员会", "由"), ("财政部", "会同")]),
    ("会同财政部、商务部和海关总署修订目录。", CENTRAL, [("财政部", "会同"), ("商务部", "会同"), ("海关总署", "会同")]),
    ("财政部指导有关地区做好衔接。", CENTRAL, [("财政部", "指导")]),
    ("按国务院的规定向企业所在地的县报告。", CENTRAL, [("国务院", None)]),
    ("重大事项报国务院批准。", CENTRAL, [("国务院", "报")]),
    ("省财政厅牵头制定细则。", JIANGSU, [("江苏省财政厅", "牵头")]),
    ("各项任务由省政府办公厅督查。", JIANGSU, [("江苏省人民政府办公厅", "由")]),
    ("南京海关优化流程。", JIANGSU, [("中华人民共和国南京海关", None)]),
    ("与苏州市财政局共建基金。", JIANGSU, [("苏州市财政局", "与")]),
    ("向市商务局报告进展。", NANJING, [("南京市商务局", "向")]),
    (
        "省教育厅、财政厅和能源局要落实。",
        JIANGSU,
        [("江苏省教育厅", None), ("江苏省财政厅", None), ("江苏省能源局", None)],
    ),
    (
        "省市场监管局（知识产权局）会同财政厅制定细则。",
        JIANGSU,
        [("江苏省市场监督管理局", None), ("江苏省知识产权局", None), ("江苏省财政厅", "会同")],
    ),
    ("团省委要落实。", JIANGSU, [("中国共产主义青年团江苏省委员会", None)]),
    ("省财政厅、税务总局要落实。", JIANGSU, [("江苏省财政厅", None), ("国家税务总局", None)]),
    ("省教育厅、财政部门要落实。", JIANGSU, [("江苏省教育厅", None)]),
    ("国家发展改革委、能源局要落实。", JIANGSU, [("国家发展和改革委员会", None), ("国家能源局", None)]),
    ("设备更新。（省商务厅负责）省教育厅组织评选。", JIANGSU, [("江苏省教育厅", "组织")]),
]

NOT_NAMED = [
    ("落实《财政部关于甲的通知》要求。", CENTRAL),
    ("财政部门要保障经费。", CENTRAL),
    ("工业和信息化部长出席会议。", CENTRAL),
    ("在省外办理业务同等对待。", JIANGSU),
    ("推动城市规划局部调整。", JIANGSU),
    ("鼓励省政府采购中心降费。", JIANGSU),
    ("中国银行业稳步发展。", CENTRAL),
    ("国务院有关部门要加强指导。", CENTRAL),
    ("各省财政厅按季上报。", CENTRAL),
    ("设备更新。（商务部负责）", CENTRAL),
    ("村民委员会协助开展工作。", CENTRAL),
    ("推进商务部署落地。", CENTRAL),
    ("市财政局按规定办理。", JIANGSU),
    ("落实国办发〔2022〕31号文件。", CENTRAL),
    ("落实人社部发（2020）5号文件。", CENTRAL),
    ("按照国务院令第663号执行。", CENTRAL),
    ("享受财政部 税务总局公告2019年第13号规定的优惠。", CENTRAL),
    ("由全市财政局长会议研究。", NANJING),
    ("鼓楼区统计局按时上报。", CENTRAL),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), NAMED)
def test_running_text_names_bodies_with_the_verb_beside_them(
    text: str, issuer: str, expected: list[tuple[str, str | None]]
) -> None:
    given = scope(text, issuer, before="前文。\n")
    found = bodies(given)
    assert [(item.body.id, item.cue) for item in found] == expected
    for item in found:
        assert given.document.text[item.evidence.start : item.evidence.end] == item.evidence.quote


@pytest.mark.parametrize(("text", "issuer"), NOT_NAMED)
def test_what_only_looks_like_a_body_is_none(text: str, issuer: str) -> None:
    assert bodies(scope(text, issuer)) == ()

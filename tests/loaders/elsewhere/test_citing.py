"""Citations: relation, and the document by number or title, of sentences in documents of any place and year."""

from __future__ import annotations

import pytest

from tests.loaders.elsewhere.read import unit

LIAONING, FINANCE, WUHAN, TIANJIN = "辽宁省人民政府办公厅", "财政部", "武汉市人民政府", "天津市教育委员会"

ROWS = [
    ("2012年3月1日武汉市人民政府令第230号同时废止。", WUHAN, "repeals 武汉市人民政府令第230号 -"),
    (
        "认真落实《国务院关于促进旅游业改革发展的若干意见》（国发〔2014〕31号），完善服务设施。",
        LIAONING,
        "implements 国发〔2014〕31号 国务院关于促进旅游业改革发展的若干意见",
    ),
    ("按照国发〔2014〕31号文件要求，完善服务设施。", LIAONING, "implements 国发〔2014〕31号 -"),
    ("根据《中华人民共和国旅游法》第二十七条规定，各市应当制定规划。", LIAONING, "based_on - 中华人民共和国旅游法"),
    (
        "《关于规范评审工作的通知》（辽财库〔2009〕12号）同时废止。",
        LIAONING,
        "repeals 辽财库〔2009〕12号 关于规范评审工作的通知",
    ),
    ("将《辽宁省旅游条例》第八条中的“旅游局”修改为“文化和旅游主管部门”。", LIAONING, "amends - 辽宁省旅游条例"),
    (
        "符合条件的企业享受《关于扶持小微企业的若干政策》（辽政发〔2012〕3号）规定的补助。",
        LIAONING,
        "refers 辽政发〔2012〕3号 关于扶持小微企业的若干政策",
    ),
    (
        "继续执行《财政部 国家税务总局关于农产品增值税政策的通知》（财税〔2008〕81号）规定的政策。",
        FINANCE,
        "extends 财税〔2008〕81号 财政部国家税务总局关于农产品增值税政策的通知",
    ),
    (
        "依照《中华人民共和国招标投标法》和《中华人民共和国招标投标法实施条例》的规定组织招标。",
        WUHAN,
        "based_on - 中华人民共和国招标投标法 | based_on - 中华人民共和国招标投标法实施条例",
    ),
    (
        "参照《湖北省省级预算管理办法》（鄂政发〔2011〕20号）执行。",
        WUHAN,
        "refers 鄂政发〔2011〕20号 湖北省省级预算管理办法",
    ),
    ("贯彻落实市委、市政府决策部署，加快推进项目建设。", WUHAN, ""),
    ("推进“放管服”改革，落实《政府工作报告》任务。", WUHAN, "implements - 政府工作报告"),
    (
        "学校收费按津价费〔2006〕450号、津价费〔2010〕12号文件执行。",
        TIANJIN,
        "based_on 津价费〔2006〕450号 - | based_on 津价费〔2010〕12号 -",
    ),
    (
        "贯彻《国务院关于当前发展学前教育的若干意见》（国发[2010]41号）精神，扩大资源。",
        TIANJIN,
        "implements 国发〔2010〕41号 国务院关于当前发展学前教育的若干意见",
    ),
    ("施工单位要执行《建筑设计防火规范》（GB50016—2014）。", WUHAN, "implements GB 50016-2014 建筑设计防火规范"),
    ("各区要用好《学前教育读本》等教材。", TIANJIN, ""),
    ("企业要取得《食品经营许可证》后方可经营。", WUHAN, ""),
    (
        "本市此前发布的《武汉市户外广告管理办法》（武汉市人民政府令第191号）予以废止。",
        WUHAN,
        "repeals 武汉市人民政府令第191号 武汉市户外广告管理办法",
    ),
    ("依据安全生产法、消防法开展执法检查。", LIAONING, "based_on - 安全生产法 | based_on - 消防法"),
    (
        "财政部、税务总局公告2019年第13号规定的优惠，执行期限延长至2023年12月31日。",
        FINANCE,
        "extends 财政部 税务总局公告2019年第13号 -",
    ),
    (
        "落实《中共中央 国务院关于深化教育改革的意见》和《国务院办公厅关于规范办学的通知》（国办发〔2018〕80号）要求。",
        TIANJIN,
        "implements - 中共中央国务院关于深化教育改革的意见 "
        "| implements 国办发〔2018〕80号 国务院办公厅关于规范办学的通知",
    ),
    (
        "市财政局转发《财政部关于印发〈会计基础工作规范〉的通知》（财会〔2019〕3号），请各单位执行。",
        WUHAN,
        "refers 财会〔2019〕3号 财政部关于印发〈会计基础工作规范〉的通知",
    ),
    (
        "对违反《〈中华人民共和国食品安全法〉实施条例》的，依法处罚。",
        WUHAN,
        "refers - 〈中华人民共和国食品安全法〉实施条例",
    ),
    ("落实国务院《关于加强质量工作的意见》，建立追溯体系。", LIAONING, "implements - 关于加强质量工作的意见"),
    ("按照《通知》要求，做好报送工作。", LIAONING, ""),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), ROWS)
def test_citations_of_a_sentence(text: str, issuer: str, expected: str) -> None:
    found = sorted(unit(text, issuer).citations, key=lambda fact: fact.evidence.start)
    assert " | ".join(f"{fact.relation} {fact.number or '-'} {fact.title or '-'}" for fact in found) == expected

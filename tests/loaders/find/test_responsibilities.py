"""Responsibilities: every printed form, in sentences of our own."""

from __future__ import annotations

import pytest

from loaders.find.responsibilities import responsibilities
from tests.loaders.find.duties import CENTRAL, GUANGXI, JIANGSU, MINISTRY, NANJING, SHANGHAI, SICHUAN, ZHEJIANG, found
from tests.loaders.find.one_unit import scope

FORMS = [
    ("兜底保障。（责任部门：省民政厅，省残联配合）", JIANGSU, "省民政厅:resp 省残联:part"),
    (
        "兜底保障。（责任单位：省民政厅、省财政厅，省残联、省妇联配合）",
        JIANGSU,
        "省民政厅:resp 省财政厅:resp 省残联:part 省妇联:part",
    ),
    ("健全检验制度。（市场监管总局负责）", CENTRAL, "市场监管总局:resp"),
    ("健全检验制度（市场监管总局负责）。", CENTRAL, "市场监管总局:resp"),
    ("压减许可事项。（财政部、税务总局按规定负责）", CENTRAL, "财政部:resp 税务总局:resp"),
    (
        "压减许可事项。（税务总局按规定牵头，财政部、公安部按照法定职责配合）",
        CENTRAL,
        "税务总局:lead 财政部:part 公安部:part",
    ),
    (
        "压减许可事项。（公安部总牵头，财政部、商务部按管理权限分头负责）",
        CENTRAL,
        "公安部:lead 财政部:part 商务部:part",
    ),
    ("压减许可事项。（商务部、财政部按有关规定分别负责）", CENTRAL, "商务部:resp 财政部:resp"),
    ("压减许可事项。（工业和信息化部、公安部按职责分工负责）", CENTRAL, "工业和信息化部:resp 公安部:resp"),
    ("推广应用场景。（科技部牵头，教育部、财政部按职责分工负责）", CENTRAL, "科技部:lead 教育部:part 财政部:part"),
    (
        "优化通关流程。（海关总署牵头，交通运输部等国务院相关部门及各地区按职责分工负责）",
        CENTRAL,
        "海关总署:lead 交通运输部:part 国务院相关部门:part* 各地区:part*",
    ),
    (
        "加强统计监测。（文化和旅游部、国家统计局和各地方人民政府按职责分工负责）",
        CENTRAL,
        "文化和旅游部:resp 国家统计局:resp 各地方人民政府:resp*",
    ),
    ("严格落实责任。（各地区、各部门负责）", CENTRAL, "各地区:resp* 各部门:resp*"),
    ("完善应急预案。（责任单位：省应急管理厅、省水利厅）", JIANGSU, "省应急管理厅:resp 省水利厅:resp"),
    (
        "发展种业。（责任单位：省农业农村厅、省科技厅等省相关部门，各设区市人民政府）",
        JIANGSU,
        "省农业农村厅:resp 省科技厅:resp 省相关部门:resp* 各设区市人民政府:resp*",
    ),
    (
        "建设绿色港口。（牵头单位：省交通运输厅；配合单位：省生态环境厅、江苏海事局）",
        JIANGSU,
        "省交通运输厅:lead 省生态环境厅:part 江苏海事局:part",
    ),
    (
        "培育龙头企业。（牵头部门：省工业和信息化厅、省商务厅，责任单位：各设区市人民政府）",
        JIANGSU,
        "省工业和信息化厅:lead 省商务厅:lead 各设区市人民政府:part*",
    ),
    ("开展专项督查。（国家林草局会同水利部等部门负责）", CENTRAL, "国家林草局:lead 水利部:part"),
    (
        "搭建服务平台。（由省大数据局牵头，省发展改革委、省经信厅配合）",
        ZHEJIANG,
        "省大数据局:lead 省发展改革委:part 省经信厅:part",
    ),
    (
        "推进退税。（省商务厅等按照职责分工负责；各州、市人民政府负责。以下均需各州、市人民政府负责，不再列出）",
        JIANGSU,
        "省商务厅:resp 各州、市人民政府:resp*",
    ),
    (
        "推进退税。（以下各项任务均由省财政厅牵头，各县、区人民政府配合，不再列出）",
        JIANGSU,
        "省财政厅:lead 各县、区人民政府:part*",
    ),
    ("责任单位：省财政厅、省税务局", JIANGSU, "省财政厅:resp 省税务局:resp"),
    (
        "扩大融资规模。\n责任部门：省地方金融监管局、人民银行杭州中心支行；完成时限：2021年12月底前",
        ZHEJIANG,
        "省地方金融监管局:resp 人民银行杭州中心支行:resp",
    ),
    (
        "健全托育体系。\n牵头单位：市卫生健康委\n配合单位：市教委、市民政局、各区政府\n完成时限：2023年底",
        SHANGHAI,
        "市卫生健康委:lead 市教委:part 市民政局:part 各区政府:part*",
    ),
    (
        "实施强链行动。（责任单位：省经信厅、省科技厅、省财政厅，列第一位者为牵头单位，下同）",
        ZHEJIANG,
        "省经信厅:lead 省科技厅:part 省财政厅:part",
    ),
    (
        "改造老旧小区。（责任单位：自治区住房城乡建设厅、财政厅，各市、县人民政府。排在第一位的为牵头单位，下同）",
        GUANGXI,
        "自治区住房城乡建设厅:lead 财政厅:part 各市、县人民政府:part*",
    ),
    ("支持养老机构。（责任单位：省民政厅）", ZHEJIANG, "省民政厅:resp"),
    (
        "整治违规收费。（市场监管总局、国家发展改革委等有关部门和各省级人民政府按职责分工负责）",
        CENTRAL,
        "市场监管总局:resp 国家发展改革委:resp 有关部门:resp* 各省级人民政府:resp*",
    ),
    ("拓展海外市场。（商务部牵头）", CENTRAL, "商务部:lead"),
    (
        "提升航运能力。（责任单位：省交通运输厅等，南通市、泰州市等设区市人民政府）",
        JIANGSU,
        "省交通运输厅:resp 南通市:resp 泰州市:resp 设区市人民政府:resp*",
    ),
    (
        "推进试点。（责任单位：省商务厅等按职责分工负责；各设区市人民政府负责，以下均需各设区市人民政府落实，不再列出）",
        JIANGSU,
        "省商务厅:resp 各设区市人民政府:resp*",
    ),
    (
        "压缩办理时限。（省住房城乡建设厅牵头，省自然资源厅、各市（州）人民政府配合）",
        SICHUAN,
        "省住房城乡建设厅:lead 省自然资源厅:part 各市（州）人民政府:part*",
    ),
    (
        "发展夜间经济。〔责任单位：商务厅、文化和旅游厅，各市（州）政府〕",
        SICHUAN,
        "商务厅:resp 文化和旅游厅:resp 各市（州）政府:resp*",
    ),
    ("治理欠薪。【责任单位：市人社局、市住建局】", NANJING, "市人社局:resp 市住建局:resp"),
    (
        "完善名录管理。（国家文物局负责）强化日常巡查。（各省级人民政府负责）",
        CENTRAL,
        "国家文物局:resp 各省级人民政府:resp*",
    ),
    (
        "保障用地。（省自然资源厅负责指标安排，省财政厅负责资金保障，省有关部门配合）",
        JIANGSU,
        "省自然资源厅:resp 省财政厅:resp 省有关部门:part*",
    ),
    (
        "供水供电降费。（责任单位：省发展改革委，省电力公司，市县负责水、燃气等公共事业的企业）",
        JIANGSU,
        "省发展改革委:resp 省电力公司:resp 市县负责水、燃气等公共事业的企业:resp*",
    ),
    (
        "提高审批效率。（国家发展改革委、生态环境部等相关部门和单位及各地区按职责分工负责）",
        CENTRAL,
        "国家发展改革委:resp 生态环境部:resp 相关部门和单位:resp* 各地区:resp*",
    ),
    (
        "引导信贷投放。（人民银行南京分行、国家外汇局江苏省分局、省联合征信有限公司按职责分工负责）",
        JIANGSU,
        "人民银行南京分行:resp 国家外汇局江苏省分局:resp 省联合征信有限公司:resp",
    ),
    (
        "建好研究院。（省科技厅、省高新技术企业协会和省产业技术研究院共同负责）",
        JIANGSU,
        "省科技厅:resp 省高新技术企业协会:resp 省产业技术研究院:resp",
    ),
    ("加密国际航线。（责任单位：省交通运输厅（牵头）、省财政厅）", JIANGSU, "省交通运输厅:lead 省财政厅:part"),
    ("发放补贴。（责任单位:市财政局,市商务局)", NANJING, "市财政局:resp 市商务局:resp"),
    ("建立台账。（主办单位：市审计局；协办单位：各区人民政府）", NANJING, "市审计局:lead 各区人民政府:part*"),
    ("责任分工：省发改委牵头，省财政厅参与。", ZHEJIANG, "省发改委:lead 省财政厅:part"),
    ("优化供给。（省教育厅、省卫生健康委）", ZHEJIANG, "省教育厅:resp 省卫生健康委:resp"),
    (
        "扩大开放。（商务部、发展改革委按职责分工负责；各地方人民政府参与）",
        MINISTRY,
        "商务部:resp 发展改革委:resp 各地方人民政府:part*",
    ),
    (
        "改善环境。（各省、自治区、直辖市人民政府，生态环境部负责）",
        CENTRAL,
        "各省、自治区、直辖市人民政府:resp* 生态环境部:resp",
    ),
    (
        "建设示范区。（广东省人民政府、深圳市人民政府牵头，交通运输部按职责分工负责）",
        CENTRAL,
        "广东省人民政府:lead 深圳市人民政府:lead 交通运输部:part",
    ),
    (
        "办好展会。（省贸促会、省委宣传部、团省委、省妇联等单位负责）",
        JIANGSU,
        "省贸促会:resp 省委宣传部:resp 团省委:resp 省妇联:resp",
    ),
    (
        "加强协同。（责任单位：省市场监管局、省高院、省检察院，各市、县（市、区）人民政府）",
        ZHEJIANG,
        "省市场监管局:resp 省高院:resp 省检察院:resp 各市、县（市、区）人民政府:resp*",
    ),
    (
        "管好基金。（财政部、社保基金会按职责分工负责，持续推进）",
        CENTRAL,
        "财政部:resp 社保基金会:resp",
    ),
]
# Written after the first run of the rows above; each is a form that other provinces print.
FURTHER = [
    ("压减环节。（各有关部门、地方各级人民政府负责）", CENTRAL, "各有关部门:resp* 地方各级人民政府:resp*"),
    (
        "压减环节。（省卫生健康委牵头负责；省医保局、省药监局配合）",
        JIANGSU,
        "省卫生健康委:lead 省医保局:part 省药监局:part",
    ),
    ("压减环节。（省财政厅商省税务局负责）", JIANGSU, "省财政厅:lead 省税务局:part"),
    ("压减环节。（教育部牵头，会同财政部负责，2025年底前完成）", CENTRAL, "教育部:lead 财政部:part"),
    ("压减环节。〔责任单位：科技厅，相关市（州）人民政府〕", SICHUAN, "科技厅:resp 相关市（州）人民政府:resp*"),
    ("压减环节。（责任单位：省政府各部门、各直属机构）", ZHEJIANG, "省政府各部门:resp* 各直属机构:resp*"),
    (
        "压减环节。（责任单位：南京、苏州市人民政府，江北新区）",
        JIANGSU,
        "南京市人民政府:resp 苏州市人民政府:resp 江北新区:resp",
    ),
    (
        "压减环节。（省税务局、南京证监局、某经济开发区管委会、省文明办）",
        JIANGSU,
        "省税务局:resp 南京证监局:resp 某经济开发区管委会:resp 省文明办:resp",
    ),
    (
        "压减环节。（责任单位：自治区发展改革委，各盟行政公署、市人民政府）",
        GUANGXI,
        "自治区发展改革委:resp 各盟行政公署、市人民政府:resp*",
    ),
    ("压减环节。（市场监管总局会同有关部门负责）", CENTRAL, "市场监管总局:lead 有关部门:part*"),
    (
        "压减环节。牵头单位：省委组织部，参加单位：省委编办。完成时限：2024年6月底前。",
        ZHEJIANG,
        "省委组织部:lead 省委编办:part",
    ),
    (
        "压减环节。（省农业农村厅、林业局，各设区市人民政府）",
        JIANGSU,
        "省农业农村厅:resp 林业局:resp 各设区市人民政府:resp*",
    ),
]
FURTHER += [
    ("压减环节。（各学校、教育行政部门负责）", CENTRAL, "各学校:resp* 教育行政部门:resp*"),
    ("压减环节。（省科技厅、省财政厅，2024年12月底前完成）", JIANGSU, "省科技厅:resp 省财政厅:resp"),
    ("压减环节。（责任单位：省科技厅、省财政厅，第一个为牵头单位，下同）", JIANGSU, "省科技厅:lead 省财政厅:part"),
    ("压减环节。（企业负责申报，市财政局负责审核）", NANJING, "市财政局:resp"),
    ("压减环节。（省科技厅★、省财政厅负责）", JIANGSU, "省科技厅:resp 省财政厅:resp"),
]


WORDS = [
    ("压减环节。（各有关部门和单位）", JIANGSU, "各有关部门和单位:resp*"),
    ("压减环节。（各有关单位）", JIANGSU, "各有关单位:resp*"),
    (
        "压减环节。（责任单位：市交通委、中国（上海）自由贸易试验区管委会、上港集团）",
        SHANGHAI,
        "市交通委:resp 中国（上海）自由贸易试验区管委会:resp 上港集团:resp",
    ),
    ("压减环节。（各地（州、市）人民政府（行署）负责）", GUANGXI, "各地（州、市）人民政府（行署）:resp*"),
    ("压减环节。（牵头单位：省财政厅；主责单位：省商务厅）", JIANGSU, "省财政厅:lead 省商务厅:part"),
    ("压减环节。（主责单位：省财政厅；配合单位：省商务厅）", JIANGSU, "省财政厅:lead 省商务厅:part"),
    ("压减环节。（省商务厅会省教育厅、财政厅负责）", JIANGSU, "省商务厅:lead 省教育厅:part 财政厅:part"),
    ("压减环节。（省商务厅会商省教育厅负责）", JIANGSU, "省商务厅:lead 省教育厅:part"),
    ("压减环节。（省商务厅会有关部门负责）", JIANGSU, "省商务厅:lead 有关部门:part*"),
    ("压减环节。（省物流协会、省教育厅负责）", JIANGSU, "省物流协会:resp 省教育厅:resp"),
    (
        "压减环节。（省商务厅牵头，各设区市、滨海综合实验区按职责落实）",
        JIANGSU,
        "省商务厅:lead 各设区市:part* 滨海综合实验区:part",
    ),
    (
        "压减环节。（各市（州）、县（市、区）人民政府为责任主体，省商务厅牵头，省财政厅配合）",
        SICHUAN,
        "各市（州）、县（市、区）人民政府:part* 省商务厅:lead 省财政厅:part",
    ),
]

NOTHING = [
    ("由省政府办公厅（以下简称省办公厅）牵头制定方案。", JIANGSU),
    ("报主管部门（商务部）备案后实施。", CENTRAL),
    ("领导小组（省发展改革委牵头）统筹协调各项任务。", JIANGSU),
    ("由市场监管总局牵头制定清单，各地区抓好落实。", CENTRAL),
    ("法定代表人签字确认（对材料真实性负责）。", CENTRAL),
    ("落实补贴政策（2022年底前完成）。", CENTRAL),
    ("强化评估（含第三方机构评估）。", CENTRAL),
    ("按规定报批（国务院）。", CENTRAL),
    ("会同有关部门（财政部、税务总局）。", CENTRAL),
    ("另行通知。（见附件）", CENTRAL),
    ("另行通知。（本办法由省财政厅负责解释）", JIANGSU),
    ("另行通知。（国家发展改革委负责解释）", CENTRAL),
    ("另行通知。（财政部牵头的改革除外）", CENTRAL),
    ("另行通知。（试点地区：南京市、苏州市）", JIANGSU),
    ("压实主体责任（企业自行负责）。", CENTRAL),
    ("牵头单位要会同配合单位编制工作标准。", JIANGSU),
    ("明确责任部门和完成时限。", JIANGSU),
    ("压实责任（企业为责任主体）。", CENTRAL),
    ("推广试点经验。（南京市、滨海示范区）", JIANGSU),
    ("建好联盟。（滨海实验室、海滨研究院）", JIANGSU),
    ("建好联盟（省科技厅、滨海实验室）。", JIANGSU),
    ("另行通知。（省财政厅、附件所列项目）", JIANGSU),
    ("集聚人才。（高校、科研院所）", JIANGSU),
    ("培育龙头。（省属企业）", JIANGSU),
    ("享受补贴。（市属高校、省属医院）", JIANGSU),
    ("另行通知。（省财政厅、省商务厅，附件所列项目）", JIANGSU),
    ("执行国家规定（财税〔2019〕13号）。", JIANGSU),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), FORMS + FURTHER + WORDS)
def test_every_printed_form_gives_its_bodies_with_their_roles(text: str, issuer: str, expected: str) -> None:
    assert found(scope(text, issuer)) == expected


@pytest.mark.parametrize(("text", "issuer"), NOTHING)
def test_running_text_and_mere_mentions_make_nobody_responsible(text: str, issuer: str) -> None:
    assert found(scope(text, issuer)) == ""


@pytest.mark.parametrize(("text", "issuer", "expected"), FORMS)
def test_a_quote_is_the_name_inside_the_parenthesis(text: str, issuer: str, expected: str) -> None:
    del expected
    given = scope(text, issuer, before="前文。\n")
    for item in responsibilities(given):
        assert given.document.text[item.evidence.start : item.evidence.end] == item.evidence.quote == item.name
        assert given.provision.start <= item.duty_start <= item.duty_end <= item.evidence.start


CONVENTION = "各项任务的责任单位中，排在第一位的部门为牵头部门，下同。\n"


def test_a_convention_that_stands_before_holds_for_what_follows() -> None:
    given = scope("扩大试点。（省财政厅、省税务局负责）", JIANGSU, before=CONVENTION)
    assert found(given) == "省财政厅:lead 省税务局:part"


def test_a_convention_does_not_reach_what_stands_before_it() -> None:
    text = "扩大试点。（省财政厅、省税务局负责）总结经验。（省教育厅、省财政厅负责，列首位的为牵头单位，下同）"
    assert found(scope(text, JIANGSU)) == "省财政厅:resp 省税务局:resp 省教育厅:lead 省财政厅:part"


def test_a_body_alone_stays_responsible_under_a_convention() -> None:
    assert found(scope("扩大试点。（省财政厅负责）", JIANGSU, before=CONVENTION)) == "省财政厅:resp"


def test_each_parenthesis_covers_the_sentences_since_the_one_before() -> None:
    text = "三、办好展会。提升实效。（省商务厅负责）建设展馆。（各设区市人民政府负责）"
    given = scope(text, JIANGSU, before="前文。\n", heading="办好展会")
    whole = given.document.text
    duties = [whole[item.duty_start : item.duty_end] for item in responsibilities(given)]
    assert duties == ["提升实效。", "建设展馆。"]


def test_a_unit_of_a_heading_alone_answers_for_its_heading() -> None:
    given = scope("1．修订标准。（省市场监管局负责）", JIANGSU, heading="修订标准")
    (item,) = responsibilities(given)
    assert given.document.text[item.duty_start : item.duty_end] == "修订标准。"


BODIES = [
    ("压减环节。（责任单位：省发展改革委）", JIANGSU, "江苏省发展和改革委员会"),
    ("压减环节。（责任单位：省发展改革委）", ZHEJIANG, "浙江省发展和改革委员会"),
    ("压减环节。（发展改革委负责）", CENTRAL, "国家发展和改革委员会"),
    ("压减环节。（责任单位：市财政局）", NANJING, "南京市财政局"),
    ("压减环节。（责任单位：各设区市人民政府）", JIANGSU, "各设区市人民政府@320000"),
    ("压减环节。（责任单位：自治区工业和信息化厅）", GUANGXI, "广西壮族自治区工业和信息化厅"),
    ("压减环节。（责任单位：市经济信息化委）", SHANGHAI, "上海市经济和信息化委员会"),
    ("压减环节。（各地区负责）", CENTRAL, "各地区"),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), BODIES)
def test_a_name_is_the_body_that_it_is_in_its_document(text: str, issuer: str, expected: str) -> None:
    assert [item.body.id for item in responsibilities(scope(text, issuer))] == [expected]


LEFT_OUT = [
    ("省发展改革委、能源局，各设区市人民政府", JIANGSU, "能源局", "江苏省能源局"),
    ("省卫生健康委、医保局、药监局负责", JIANGSU, "药监局", "江苏省药品监督管理局"),
    ("省委组织部、宣传部、统战部负责", JIANGSU, "宣传部", "中共江苏省委宣传部"),
    ("自治区党委组织部、网信办负责", GUANGXI, "网信办", "中共广西壮族自治区委网络安全和信息化委员会办公室"),
    ("市教育局、卫生健康委负责", NANJING, "卫生健康委", "南京市卫生健康委员会"),
    ("省财政厅，国家发展改革委、能源局负责", JIANGSU, "能源局", "国家能源局"),
    ("省财政厅、税务总局负责", JIANGSU, "税务总局", "国家税务总局"),
    ("发展改革委、能源局负责", CENTRAL, "能源局", "国家能源局"),
]


@pytest.mark.parametrize(("text", "issuer", "name", "expected"), LEFT_OUT)
def test_names_of_a_list_leave_out_the_place_of_the_one_before(
    text: str, issuer: str, name: str, expected: str
) -> None:
    read = {item.name: item.body.id for item in responsibilities(scope(f"压减环节。（{text}）", issuer))}
    assert read[name] == expected


def test_bare_names_beside_provincial_ones_are_the_provinces_own() -> None:
    given = scope("压减环节。（责任单位：发展改革委、财政厅）", GUANGXI)
    assert [item.body.id for item in responsibilities(given)] == [
        "广西壮族自治区发展和改革委员会",
        "广西壮族自治区财政厅",
    ]

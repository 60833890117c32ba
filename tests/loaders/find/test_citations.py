from __future__ import annotations

from time import process_time

import pytest

from loaders.find.citations import citations
from loaders.records import PREAMBLE
from tests.loaders.find.cited import TITLE, Expected, one, read, scoped

PRINTED: list[tuple[str, Expected]] = [
    (
        "为贯彻落实《国务院关于印发计量发展规划的通知》（国发〔2021〕37号），现提出以下意见。",
        [("国务院关于印发计量发展规划的通知", "国发〔2021〕37号", "implements")],
    ),
    (
        "落实《国务院关于印发〈“十四五”就业促进规划〉的通知》（国发[2021]14号）要求。",
        [("国务院关于印发〈“十四五”就业促进规划〉的通知", "国发〔2021〕14号", "implements")],
    ),
    (
        "按照《财政部关于印发<项目支出绩效管理办法>的通知》规定执行。",
        [("财政部关于印发<项目支出绩效管理办法>的通知", None, "based_on")],
    ),
    (
        "参照《关于修订印发‹专项资金管理办法›的通知》（财建〔2018〕4号）执行。",
        [("关于修订印发‹专项资金管理办法›的通知", "财建〔2018〕4号", "refers")],
    ),
    (
        "落实《关于转发《农业农村部关于种业振兴的意见》的通知》要求。",
        [("关于转发《农业农村部关于种业振兴的意见》的通知", None, "implements")],
    ),
    (
        "落实《国务院关于加强数字政府建设的指导意见（国发〔2022〕14号）要求，推进改革。",
        [("国务院关于加强数字政府建设的指导意见", "国发〔2022〕14号", "implements")],
    ),
    (
        "落实《信访工作条例》《保障农民工工资支付条例》和《工伤保险条例》要求。",
        [
            ("信访工作条例", None, "implements"),
            ("保障农民工工资支付条例", None, "implements"),
            ("工伤保险条例", None, "implements"),
        ],
    ),
    (
        "按照国办发〔2019〕32号文件要求，做好登记。",
        [(None, "国办发〔2019〕32号", "implements")],
    ),
    (
        "按照国办发〔2019〕32号《国务院办公厅关于开展试点的通知》要求办理。",
        [("国务院办公厅关于开展试点的通知", "国办发〔2019〕32号", "implements")],
    ),
    (
        "按照《国务院办公厅关于开展试点的通知》国办发〔2019〕32号文件要求办理。",
        [("国务院办公厅关于开展试点的通知", "国办发〔2019〕32号", "implements")],
    ),
    (
        "继续执行财税〔2015〕119号、财税〔2018〕64号规定的政策。",
        [(None, "财税〔2015〕119号", "extends"), (None, "财税〔2018〕64号", "extends")],
    ),
    (
        "享受《财政部 税务总局关于增值税政策的公告》（财政部税务总局公告2019年第87号）规定的优惠。",
        [("财政部 税务总局关于增值税政策的公告", "财政部 税务总局公告2019年第87号", "refers")],
    ),
    (
        "按照《国家税务总局财政部关于延缓缴税的公告》（2021年第30号）规定执行。",
        [("国家税务总局财政部关于延缓缴税的公告", "国家税务总局 财政部公告2021年第30号", "based_on")],
    ),
    (
        "依照《中华人民共和国税收征收管理法》及其实施细则处理。",
        [("中华人民共和国税收征收管理法", None, "based_on")],
    ),
    ("符合招标投标法规定的，可以不进行招标。", [("招标投标法", None, "based_on")]),
    ("依照食品安全法第三十四条处罚。", [("食品安全法", None, "based_on")]),
    ("按照招标投标法实施条例办理。", [("招标投标法实施条例", None, "based_on")]),
    ("严格执行中华人民共和国安全生产法。", [("中华人民共和国安全生产法", None, "implements")]),
    ("贯彻落实保障中小企业款项支付条例。", [("保障中小企业款项支付条例", None, "implements")]),
    (
        "落实《城市供水条例》和水利部等8部门《关于供水管理的意见》。",
        [("城市供水条例", None, "implements"), ("关于供水管理的意见", None, "implements")],
    ),
    (
        "落实《城市供水条例》，2025年水利部等8部门《关于供水管理的意见》到期。",
        [("城市供水条例", None, "implements"), ("关于供水管理的意见", None, "refers")],
    ),
    ("《2022年政府工作报告》提出的任务。", [("2022年政府工作报告", None, "refers")]),
    ("确保完成《政府工作报告》目标任务。", [("政府工作报告", None, "implements")]),
    (
        "参考《统计上大中小微型企业划分办法（2017）》等标准确定。",
        [("统计上大中小微型企业划分办法（2017）", None, "refers")],
    ),
    ("执行《党政机关公文格式》（GB/T 9704—2012）。", [("党政机关公文格式", "GB/T 9704-2012", "implements")]),
    (
        "产品符合GB 2760-2014和DB33/T 2301-2020的规定。",
        [(None, "GB 2760-2014", "based_on"), (None, "DB33/T 2301-2020", "based_on")],
    ),
    (
        "纳入《产业结构调整指导目录（2019年本）》鼓励类的项目。",
        [("产业结构调整指导目录（2019年本）", None, "refers")],
    ),
    (
        "根据《外商投资法实施条例》（国务院令第723号）办理。",
        [("外商投资法实施条例", "国务院令第723号", "based_on")],
    ),
    (
        "对违反《建筑工程施工许可管理办法》（住房和城乡建设部令第18号）的单位，",
        [("建筑工程施工许可管理办法", "住房和城乡建设部令第18号", "refers")],
    ),
    (
        "《国务院办公厅关于推进社会信用体系建设的意见》（国办发〔2020〕49号）印发以来，成效明显。",
        [("国务院办公厅关于推进社会信用体系建设的意见", "国办发〔2020〕49号", "refers")],
    ),
    ("“十三五”以来，我省出台《浙江省数字经济行动计划》等文件。", [("浙江省数字经济行动计划", None, "refers")]),
    (
        "近年来，我市先后出台《成果转化行动方案》（浙政发〔2020〕8号）和《高新区创新条例》。",
        [("成果转化行动方案", "浙政发〔2020〕8号", "refers"), ("高新区创新条例", None, "refers")],
    ),
    ("近年来，自由贸易试验区制定《浙江省通关条例》。", [("浙江省通关条例", None, "refers")]),
    ("我省相继出台《养老条例》《托育条例》。", [("养老条例", None, "refers"), ("托育条例", None, "refers")]),
    ("我省已制定实施《浙江省营商环境条例》。", [("浙江省营商环境条例", None, "refers")]),
    (
        "落实《关于直播电商的若干措施》（浙商字〔2021〕5号、6号），研究出台《直播条例》。",
        [("关于直播电商的若干措施", "浙商字〔2021〕5号", "implements"), (None, "浙商字〔2021〕6号", "implements")],
    ),
    (
        "严格执行省政府办公厅关于加强节能工作的通知（浙政办〔2001〕3号），做好登记。",
        [(None, "浙政办〔2001〕3号", "implements")],
    ),
    (
        "按照省政府关于实施绿色建筑的意见（浙政〔2011〕5号）规定执行。",
        [(None, "浙政〔2011〕5号", "based_on")],
    ),
    (
        "我省先后印发《养老条例》，出台《托育条例》，制定实施《供水条例》。",
        [("养老条例", None, "refers"), ("托育条例", None, "refers"), ("供水条例", None, "refers")],
    ),
    (
        "先后印发《养老条例》，下一步制定《托育条例》，认真实施《供水条例》。",
        [("养老条例", None, "refers"), ("供水条例", None, "implements")],
    ),
    ("对标《优化营商环境条例》。", [("优化营商环境条例", None, "refers")]),
    ("与《长江保护法》做好衔接。", [("长江保护法", None, "refers")]),
    ("推动《数字经济促进条例》落地见效。", [("数字经济促进条例", None, "implements")]),
    (
        "落实国家《“十四五”冷链物流发展规划》和《“十四五”现代物流发展规划》部署。",
        [("“十四五”冷链物流发展规划", None, "implements"), ("“十四五”现代物流发展规划", None, "implements")],
    ),
    (
        "落实《A市养老条例》要求和《B市托育条例》精神。",
        [("A市养老条例", None, "implements"), ("B市托育条例", None, "implements")],
    ),
    (
        "根据《价格法》，参照《定价目录》执行。",
        [("价格法", None, "based_on"), ("定价目录", None, "refers")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_references_in_measures(text: str, expected: Expected) -> None:
    assert read(text) == expected


PREAMBLES: list[tuple[str, Expected]] = [
    (
        "根据《国务院办公厅关于发展保障性租赁住房的意见》（国办发〔2021〕22号）精神，结合我省实际，现提出以下意见：",
        [("国务院办公厅关于发展保障性租赁住房的意见", "国办发〔2021〕22号", "implements")],
    ),
    (
        "根据《“十四五”公共服务规划》《浙江省国民经济和社会发展第十四个五年规划》，制定本规划。",
        [
            ("“十四五”公共服务规划", None, "implements"),
            ("浙江省国民经济和社会发展第十四个五年规划", None, "implements"),
        ],
    ),
    (
        "根据《中华人民共和国乡村振兴促进法》等法律法规，结合本省实际，制定本条例。",
        [("中华人民共和国乡村振兴促进法", None, "based_on")],
    ),
    (
        "为规范评审，依据《政府采购法》及《政府采购法实施条例》，制定本办法。",
        [("政府采购法", None, "based_on"), ("政府采购法实施条例", None, "based_on")],
    ),
    (
        "为全面贯彻党的二十大精神，认真落实《质量强国建设纲要》，制定本方案。",
        [("质量强国建设纲要", None, "implements")],
    ),
    (
        "按照《中共中央 国务院关于促进民营经济发展壮大的意见》，现就有关事项通知如下：",
        [("中共中央 国务院关于促进民营经济发展壮大的意见", None, "implements")],
    ),
    (
        "现决定延续实施《财政部 税务总局关于小微企业的公告》（财政部税务总局公告2021年第12号）有关政策。",
        [("财政部 税务总局关于小微企业的公告", "财政部 税务总局公告2021年第12号", "extends")],
    ),
    (
        "现决定对《浙江省价格条例》作如下修改：",
        [("浙江省价格条例", None, "amends")],
    ),
    (
        "经省政府同意，现决定废止《关于征收管理费的通知》（浙价费〔2008〕9号）。",
        [("关于征收管理费的通知", "浙价费〔2008〕9号", "repeals")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PREAMBLES)
def test_references_in_preambles(text: str, expected: Expected) -> None:
    assert read(text, PREAMBLE) == expected


NOT_CITED = [
    "近年来预付式消费投诉增多，由省商务厅会同有关部门制定《浙江省预付卡管理办法》。",
    "“十四五”以来，各地积极探索，年内出台《城市更新条例》。",
    "各地相继制定《城市更新实施方案》，明年全面推开。",
    "研究出台《浙江省数据条例》。",
    "加快制定《产业用地目录》，明确标准。",
    "研究制定并印发《促进消费行动方案》。",
    "推动《浙江省数据条例》尽快出台。",
    "“十三五”以来成效明显，下一步制定《浙江省数据条例》。",
    "对已建成的项目制定《产业用地管理办法》。",
    "近年来需求增长，要加快出台《产业用地管理办法》。",
    "推进《浙江省数据条例》立法工作。",
    "将《无线电发射设备型号核准证》有效期延长。",
    "规范《统一社会信用代码证书》颁发。",
    "如实填写《专项资金申请表》和《承诺书》。",
    "签订《技术服务合同》。",
    "在《人民日报》《求是》刊发文章。",
    "阅读《红楼梦》，创作《千里江山图》。",
    "组织实施《高频事项任务清单》（见附件）。",
    "实施“扬帆”行动计划和马兰花计划。",
    "按照本通知要求，贯彻该意见和上述办法。",
    "完善招标投标法律法规，推进劳动法治建设。",
    "建立公司法人治理结构，加强海关法规宣传。",
    "发布《新能源汽车车型目录》（以下简称《目录》），列入《目录》的车辆免税。",
    "按照《办法》规定执行。",
    "按照《实施方案》要求落实。",
    "出具《审查意见》和《整改通知》。",
    "使用化学分析方法和《孙子兵法》。",
    "推广《弟子规》进校园，评选《读者》奖。",
]


@pytest.mark.parametrize("text", NOT_CITED)
def test_what_is_no_reference_to_another_document(text: str) -> None:
    assert read(text) == []


def test_the_documents_own_texts_are_never_cited() -> None:
    issued = "浙江省数字贸易若干措施"
    title = f"浙江省人民政府办公厅关于印发{issued}的通知"
    assert read(f"《{issued}》已经省政府同意，现印发给你们。", PREAMBLE, title=title, issued=issued) == []
    several = "关于印发《甲市供水规划》《甲市排水规划》的通知"
    assert read("现将《甲市供水规划》《甲市排水规划》印发给你们。", PREAMBLE, title=several) == []
    assert read("《供水办法》业经省政府常务会议审议通过，现予公布。", PREAMBLE, title="浙江省人民政府令") == []
    assert read("现将《浙江省数字贸易的若干措施》印发给你们。", PREAMBLE, title=title, issued=issued) == []
    assert read("填报《任务分工方案》。", attachments=("任务分工方案",)) == []
    assert read(f"落实《{TITLE}》（浙政发〔2022〕7号）要求。") == []
    assert read("本文件（浙政发〔2022〕7号）自发布之日起施行。") == []
    assert read("省厅研究制定了《促进老字号创新若干措施》，现印发给你们。", PREAMBLE) == []


def test_an_older_text_of_the_same_title_is_known_by_its_number() -> None:
    plan = "示范平台管理办法"
    title = f"浙江省财政厅关于印发{plan}的通知"
    text = f"现将《{plan}》印发给你们，原《{plan}》（浙财〔2012〕19号）同时废止。"
    older: Expected = [(plan, "浙财〔2012〕19号", "repeals")]
    assert read(text, PREAMBLE, title=title, issued=plan) == older
    assert read(text, PREAMBLE, title=title, issued=plan, number=None) == older
    assert read(f"现将《{plan}》（浙财规〔2022〕1号）印发给你们。", PREAMBLE, title=title, issued=plan) == []
    assert read(f"按照《{plan}》（浙财规〔2022〕1号）执行。", title=title, issued=plan, number=None) == []


def test_a_forwarded_document_with_issuers_of_its_own_is_forwarded() -> None:
    inner = "人力资源社会保障部关于就业的通知"
    title = f"浙江省人力资源和社会保障厅转发{inner}的通知"
    text = f"现将《{inner}》（人社部发〔2022〕3号）转发给你们，请贯彻落实。"
    assert read(text, PREAMBLE, title=title, issued=inner) == [(inner, "人社部发〔2022〕3号", "forwards")]
    plan = "生活垃圾分类制度实施方案"
    text = f"国家发展改革委《{plan}》已经国务院同意，现转发给你们。"
    assert read(text, PREAMBLE, title=f"国务院办公厅转发国家发展改革委{plan}的通知", issued=plan) == []


def test_a_short_name_stands_for_its_antecedent() -> None:
    text = (
        "为落实《国务院关于加快建设的指导意见》（国发〔2022〕5号，以下简称《指导意见》），制定本意见。\n"
        "一、按照《指导意见》要求办理。二、各地按照指导意见执行。"
    )
    assert read(text) == [
        ("国务院关于加快建设的指导意见", "国发〔2022〕5号", "implements"),
        ("国务院关于加快建设的指导意见", "国发〔2022〕5号", "implements"),
    ]
    assert one(text[:52]).evidence.quote == "《国务院关于加快建设的指导意见》（国发〔2022〕5号，以下简称《指导意见》）"


def test_a_number_as_a_short_name_needs_no_marks() -> None:
    defined = "《关于降低电价的通知》（发改价格〔2020〕258号，以下简称“258号文”）有关政策问题明确如下。\n"
    text = defined + "一、按258号文要求，电网企业落实减免。二、“258号文”第三条规定的用户，按1258号文执行。"
    whole = ("关于降低电价的通知", "发改价格〔2020〕258号")
    assert read(text) == [(*whole, "refers"), (*whole, "implements"), (*whole, "refers")]
    assert read(defined + "一、258号文明确的用户，减免延续到年底。")[1:] == [(*whole, "refers")]
    assert read("按258号文要求落实。") == []


def test_a_short_name_of_the_own_text_is_not_cited() -> None:
    issued = "促进创新行动方案"
    text = f"现将《{issued}》（以下简称《方案》）印发给你们，请按照《方案》要求落实。"
    assert read(text, PREAMBLE, title=f"关于印发《{issued}》的通知", issued=issued) == []


def test_an_announcement_of_the_same_bodies_is_known_by_their_names() -> None:
    text = "按照《关于延缓缴纳税费的公告》（2022年第2号）执行。"
    expected = [("关于延缓缴纳税费的公告", "国家税务总局 财政部公告2022年第2号", "based_on")]
    assert read(text, issuers=("国家税务总局", "财政部")) == expected
    assert read(text) == [("关于延缓缴纳税费的公告", None, "based_on")]
    changed = "按照《国家税务总局关于二手车的公告》（2020年第9号，国家税务总局公告2018年第31号修改）执行。"
    assert read(changed) == [("国家税务总局关于二手车的公告", "国家税务总局公告2020年第9号", "based_on")]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("依照《价格法》第十四条处罚。", "第十四条"),
        ("依照《价格法》（2018年修订）第十四条第（三）项处罚。", "第十四条第（三）项"),
        ("依照《价格法》第十四条第一款第二项、第十五条处罚。", "第十四条第一款第二项、第十五条"),
        ("依照价格法第14条处罚。", "第14条"),
        ("依照《价格法》处罚。", None),
    ],
)
def test_the_article_is_kept(text: str, article: str | None) -> None:
    assert one(text).article == article


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("为深入贯彻落实《价格条例》，", "贯彻落实"),
        ("按照《价格条例》等要求，", "按照…要求"),
        ("《价格条例》同时废止。", "同时废止"),
        ("《价格条例》是基础。", None),
    ],
)
def test_the_cue_is_kept_as_printed(text: str, cue: str | None) -> None:
    assert one(text).cue == cue


@pytest.mark.parametrize(
    "piece",
    [
        "《",
        "》",
        "《国务院关于意见",
        "《A",
        "（国发〔2022〕5号）",
        "按照《价格法》和",
        "招标投标法",
        "《甲》、",
        "以下简称",
        "1.关于甲的通知（国发〔2022〕5号、6号）\n",
        "北京市实施《甲法》办法",
        "《甲通知》（国发〔2022〕5号，以下简称5号文）按5号文执行。",
        "先后印发《甲条例》，出台《乙条例》，",
        "《甲办法》已被",
        "依据《甲条例》，《乙办法》废止，",
        "《甲办法》已废止，自一起自二起自三起自四起自五起自六起自七起自八起自九起自十起自一起自二起自三起，",
    ],
)
def test_hostile_repetitions_take_linear_time(piece: str) -> None:
    started = process_time()
    citations(scoped(piece * 10_000))
    assert process_time() - started < 10

"""References to what a document repeals, changes or prolongs, and to what others did to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.find.citations import citations
from loaders.records import PREAMBLE
from tests.loaders.find.cited import Expected, read, scoped

CHANGES: list[tuple[str, Expected]] = [
    (
        "本办法自2023年1月1日起施行，《旧车管理办法》（浙政发〔2010〕3号）同时废止。",
        [("旧车管理办法", "浙政发〔2010〕3号", "repeals")],
    ),
    (
        "自本通知印发之日起，《关于收费的通知》（浙价〔2001〕1号）、《关于补充收费的通知》（浙价〔2002〕2号）停止执行。",
        [("关于收费的通知", "浙价〔2001〕1号", "repeals"), ("关于补充收费的通知", "浙价〔2002〕2号", "repeals")],
    ),
    (
        "以下文件同时废止：《关于收费的通知》；《关于补充收费的通知》。",
        [("关于收费的通知", None, "repeals"), ("关于补充收费的通知", None, "repeals")],
    ),
    (
        "《关于收费的公告》（浙价〔2012〕24号）已被《关于收费管理的公告》（浙价〔2013〕12号）废止，不再申报。",
        [("关于收费的公告", "浙价〔2012〕24号", "refers"), ("关于收费管理的公告", "浙价〔2013〕12号", "refers")],
    ),
    (
        "《关于收费的通知》（浙价〔2001〕1号）已于2020年12月31日到期失效。",
        [("关于收费的通知", "浙价〔2001〕1号", "refers")],
    ),
    ("原浙政办发〔2015〕8号文件废止。", [(None, "浙政办发〔2015〕8号", "repeals")]),
    ("将《城市供水条例》第十九条修改为：“供水企业应当检测水质。”", [("城市供水条例", None, "amends")]),
    ("加快修订《商业银行服务价格管理办法》。", [("商业银行服务价格管理办法", None, "amends")]),
    ("推进《政府采购法》修订。", [("政府采购法", None, "amends")]),
    (
        "修订《旧车管理办法》和《新车管理办法》，同时废止《收费管理办法》。",
        [
            ("旧车管理办法", None, "amends"),
            ("新车管理办法", None, "amends"),
            ("收费管理办法", None, "repeals"),
        ],
    ),
    (
        "《关于稳岗返还的通知》（人社部发〔2022〕23号）规定的政策执行期限延长至2023年12月31日。",
        [("关于稳岗返还的通知", "人社部发〔2022〕23号", "extends")],
    ),
    (
        "《旧车回收管理办法》施行前已取得资质的企业，可延期到2023年3月1日。",
        [("旧车回收管理办法", None, "refers")],
    ),
    ("严格执行新修订的《安全生产法》。", [("安全生产法", None, "implements")]),
    (
        "三、《旧车办法》（浙政发〔2012〕5号）已被《新车办法》（浙政发〔2015〕6号）替代，予以废止。",
        [("旧车办法", "浙政发〔2012〕5号", "repeals"), ("新车办法", "浙政发〔2015〕6号", "refers")],
    ),
    ("《旧车办法》已被列入废止计划，自本通知印发之日起废止。", [("旧车办法", None, "repeals")]),
    ("自2022年10月1日起，《旧车办法》被废止。", [("旧车办法", None, "repeals")]),
    ("《旧车办法》被同时废止。", [("旧车办法", None, "repeals")]),
    ("《旧车办法》同时废止执行。", [("旧车办法", None, "repeals")]),
    ("由于《旧车办法》被废止，收费项目取消。", [("旧车办法", None, "refers")]),
    (
        "《旧车办法》已被《新车办法》废止，不再申报，《收费办法》同时废止。",
        [("旧车办法", None, "refers"), ("新车办法", None, "refers"), ("收费办法", None, "repeals")],
    ),
    (
        "依据《车辆条例》，《旧车办法》（浙政发〔2011〕5号）、《收费办法》自本通知印发之日起，予以废止。",
        [
            ("车辆条例", None, "based_on"),
            ("旧车办法", "浙政发〔2011〕5号", "repeals"),
            ("收费办法", None, "repeals"),
        ],
    ),
    (
        "贯彻落实《行政许可法》，《旧车办法》第五条修改为：“车主应当登记。”",
        [("行政许可法", None, "implements"), ("旧车办法", None, "amends")],
    ),
    (
        "依据《车辆条例》，《旧车办法》的规定，决定对下列文件予以废止。",
        [("车辆条例", None, "based_on"), ("旧车办法", None, "based_on")],
    ),
]

CHANGES += [
    (
        "将《城市供水条例》第五条中的“水质由街道监测，水压由供水企业监测”修改为“水质由供水企业监测”。",
        [("城市供水条例", None, "amends")],
    ),
    (
        "《城市供水条例》第六条中的“违反《价格法》规定的，退还水费”修改为“退还水费”。",
        [("城市供水条例", None, "amends"), ("价格法", None, "refers")],
    ),
    (
        "将《城市供水条例》第七条中的“水质，水压”、“水量，水温”统一修改为“水质”。",
        [("城市供水条例", None, "amends")],
    ),
    ("落实《城市供水条例》提出的“水质优先，水压稳定”要求。", [("城市供水条例", None, "implements")]),
    ("《城市供水条例》规定“水质，水压”达标的，收费标准改为阶梯水价。", [("城市供水条例", None, "refers")]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_references_that_change_a_document(text: str, expected: Expected) -> None:
    assert read(text) == expected


def test_a_prolonging_document_extends_what_its_sentences_prolong() -> None:
    text = "按照《关于延缓缴纳税费的公告》已缓缴的企业，期限届满后继续延长4个月。"
    title = "国家税务总局关于继续延缓缴纳部分税费的公告"
    assert read(text, title=title) == [("关于延缓缴纳税费的公告", None, "extends")]
    assert read(text) == [("关于延缓缴纳税费的公告", None, "implements")]


def test_repeal_lists_go_on_in_their_items() -> None:
    item = "2.《关于收费的通知》（浙价〔2001〕1号）"
    assert read(item, parent="一、下列文件自本决定公布之日起废止：") == [
        ("关于收费的通知", "浙价〔2001〕1号", "repeals")
    ]
    assert read(item, title="浙江省人民政府关于废止部分规章的决定") == [
        ("关于收费的通知", "浙价〔2001〕1号", "repeals")
    ]
    assert read(item, title="浙江省人民政府关于修改和废止部分规章的决定") == [
        ("关于收费的通知", "浙价〔2001〕1号", "refers")
    ]
    preamble = "《行政处罚法》施行以来，省政府对规章进行了清理。"
    assert read(preamble, PREAMBLE, title="浙江省人民政府关于废止部分规章的决定") == [("行政处罚法", None, "refers")]
    bare = "3.浙江省人民政府关于延长补贴政策的通知（浙政〔2001〕2号）"
    assert read(bare, parent="一、下列文件予以废止：") == [
        ("浙江省人民政府关于延长补贴政策的通知", "浙政〔2001〕2号", "repeals")
    ]
    assert read(item, parent="一、继续有效的文件：") == [("关于收费的通知", "浙价〔2001〕1号", "refers")]


def test_a_decision_that_also_changes_repeals_only_under_the_head_of_that_list() -> None:
    title = "浙江省人民政府关于修改和废止部分规章的决定"
    head, item = "附件2\n决定{}的规章\n", "一、《浙江省收费规定》（浙江省人民政府令第12号）"
    for done, relation in (("废止", "repeals"), ("修改", "refers")):
        scope = scoped(head.format(done) + item, title=title)
        inside = replace(scope.provision, text=item, start=len(head.format(done)))
        (citation,) = citations(replace(scope, provision=inside))
        assert citation.relation == relation
    entries = "一、《浙江省收费规定》，其中已被修改的条款除外\n"
    scope = scoped(head.format("废止") + entries + item, title=title)
    inside = replace(scope.provision, text=item, start=len(head.format("废止") + entries))
    assert [one.relation for one in citations(replace(scope, provision=inside))] == ["repeals"]
    deleting = "二、删去《浙江省收费规定》第十条第二款。"
    assert read(deleting, title=title) == [("浙江省收费规定", None, "amends")]


def test_a_decision_to_change_texts_changes_those_that_head_its_units() -> None:
    head = "一、浙江省实施《工会法》办法\n1.第三条修改为：“劳动者依法参加工会。”"
    norm = "浙江省实施《工会法》办法"
    assert read(head, title="浙江省人大常委会关于修改部分地方性法规的决定") == [(norm, None, "amends")]
    assert read(head) == [(norm, None, "refers")]
    added = "《供水条例》第五条增加“水质公示”。"
    assert read(added, title="浙江省人民政府令", issued="关于修改部分规章的决定") == [("供水条例", None, "amends")]
    assert read(added) == [("供水条例", None, "refers")]
    assert read("根据浙江省实施《工会法》办法的规定处罚。") == [(norm, None, "based_on")]
    assert read("二、实施《供水条例》。", title="浙江省人大常委会关于修改部分地方性法规的决定") == [
        ("供水条例", None, "implements")
    ]

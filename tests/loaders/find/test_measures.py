"""Which units are measures, and whether they order, support, allow or forbid."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from loaders.find.measures import is_organisational, judge
from loaders.records import CLOSING, PREAMBLE, Document
from loaders.regions_registry import table
from tests.loaders.find.one_unit import scope

Unit = tuple[str, str | None, str]


def document(*units: Unit, parts: str = "") -> Document:
    """A document of units (path, heading, own text); a chapter line has no text of its own."""
    whole = parts + "\n".join(text for _, _, text in units)
    made = scope(whole).document
    provisions = []
    position = len(parts)
    for order, (path, heading, text) in enumerate(units):
        above, _, _ = path.rpartition("/")
        has_own_text = heading is None or len(text) > len(heading) + 6
        start, position = position, position + len(text) + 1
        provision = replace(
            made.provisions[0],
            path=path,
            parent=above or None,
            heading=heading,
            text=text,
            position=order,
            start=start,
            end=start + len(text),
            has_own_text=has_own_text,
        )
        provisions.append(provision)
    return replace(made, provisions=tuple(provisions))


def one(heading: str | None, text: str, path: str = "一") -> tuple[bool, str | None]:
    return judge(document((path, heading, text)))[path]


SECTIONS = re.split(
    r"\s+",
    "指导思想 基本原则 总体要求 工作原则 总体思路 主要目标 工作目标 发展目标 任务目标 "
    "目标任务 总体目标 发展基础 发展现状 面临形势 形势与要求 发展环境 机遇与挑战 重要意义 "
    "编制背景 现实基础 指导思想和基本原则 指导思想、基本原则和目标 总体要求和主要目标 "
    "到2025年的目标 “十三五”发展成就 充分认识重要性和紧迫性 适用范围 名词解释 存在问题 "
    "支持对象 联系方式 目的依据 工作思路 战略定位 愿景目标 2035年远景目标 规划期限",
)
MEASURES = re.split(
    r"\s+",
    "加强组织领导 强化保障措施 组织实施 完善目标考核机制 健全形势分析制度 优化空间布局 "
    "夯实产业发展基础 加强基础研究 做好宣传引导 建立目标责任制 工作要求 有关要求 强化监督问责 "
    "推进政务服务标准化 促进消费 财政支持政策 补贴标准 支持企业创新 夯实基础设施 压实责任目标 "
    "摸清基本情况 形成评审意见 加强形势研判 拓展发展环境评价应用 加大原则性问题查处力度 落实要求",
)


@pytest.mark.parametrize("heading", SECTIONS)
def test_a_unit_that_only_aims_or_describes_is_a_section(heading: str) -> None:
    assert one(heading, f"一、{heading}。坚持以人民为中心，推动高质量发展，加快建设现代化体系。") == (False, None)


@pytest.mark.parametrize("heading", MEASURES)
def test_a_unit_that_orders_something_is_a_measure(heading: str) -> None:
    assert one(heading, f"一、{heading}。各地区要建立健全工作机制，明确责任分工，推动各项任务落实。")[0]


TEXTS = [
    ("一、对购置的新能源汽车，免征车辆购置税。", True),
    ("二、企业可以分期补缴缓缴的费用。", True),
    ("三、本公告自发布之日起施行。", False),
    ("四、本通知自2023年1月1日起执行，有效期至2025年12月31日。", False),
    ("五、本办法由省财政厅负责解释。", False),
    ("五、由各级税务部门做好政策宣传解释。", True),
    ("五、由省税务局承担解释工作。", False),
    ("六、本办法由省财政厅负责解释，自2022年8月1日起施行，有效期5年。", False),
    ("七、省财政厅负责解释，并定期公布台账。", True),
    ("六、本意见自印发之日起实施，原《暂行规定》同时废止。", False),
    ("七、本公告所称小微企业，是指从事国家非限制和禁止行业的企业。", False),
    ("八、本意见自2023年1月1日起施行。以往有关规定与本意见不一致的，以本意见为准。", False),
    (
        "八、国家另有规定的，从其规定。《某某省人民政府办公厅关于进一步优化政务服务窗口设置和服务流程的若干意见》"
        "（某政办发〔2021〕9号）与本意见不一致的，以本意见为准。",
        False,
    ),
    ("八、各市现行规定与本意见不一致的，要在年内修订。", True),
    ("八、本意见自印发之日起施行。省里出台新规定的，按新规定执行。《某省窗口办法》不再执行。", False),
    ("八、本意见自印发之日起施行，有效期2年。执行期间如遇国家政策调整，从其规定。", False),
    ("八、本意见自印发之日起施行。省里出台新规定的，各市要在1个月内修订。", True),
    ("八、窗口收费的原标准不再执行。", True),
    ("八、疑难问题由省财政厅会同省税务局研究解释口径。", True),
    ("八、本通知适用于在本省注册的制造业企业。", False),
    ("九、各地要抓紧落实，本通知自印发之日起施行。", True),
    ("十、在本省行政区域内从事科技活动的，适用本决定。", False),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_units_without_a_heading(text: str, expected: bool) -> None:
    assert one(None, text)[0] is expected


ARTICLES = [
    ("为了规范政务服务，优化营商环境，根据有关法律，制定本条例。", False),
    ("为规范补助资金管理，提高使用效益，制定本办法。", False),
    ("本办法所称窗口，是指集中办理事项的场所。", False),
    ("本条例所称下列用语的含义：", False),
    ("对与本条例不一致的5件规章，予以废止。", True),
    ("本省行政区域内的政务服务及其监督管理，适用本条例。", False),
    ("在本省行政区域内从事服务活动，应当遵守本条例。", False),
    ("政务服务工作应当遵循公开、公平、便民、高效的原则。", False),
    ("在本省从事有关活动，适用本办法。涉及国家秘密的，依照《中华人民共和国保守国家秘密法》执行。", False),
    ("本办法所称补贴，是指给予企业的资金。其中，贷款贴息不包括在内。", False),
    ("本办法适用于省级窗口。涉密窗口的建设，按照国家有关保密规定执行。", False),
    ("本办法适用于省级窗口。乡镇窗口应当按照国家有关规定执行，并公示。", True),
    ("涉密窗口的建设，按照国家有关保密规定执行。", True),
    ("窗口工作人员应当一次性告知所需材料。", True),
    ("大厅可以设立便民窗口。", True),
    ("任何单位和个人不得违反规定收取费用。", True),
    ("违反本条例规定的，由有关部门责令改正。", True),
    ("县级以上地方人民政府应当加强对政务服务工作的领导。", True),
    ("本办法自2023年3月1日起施行。", False),
    ("本办法由省政务办负责解释。", False),
    ("法律、行政法规另有规定的，从其规定。", False),
    ("根据《某某条例》，结合本市实际，制定本办法。", False),
    ("《某省票据管理条例》（1992年5月13日通过）。", False),
]


@pytest.mark.parametrize(("text", "expected"), ARTICLES)
def test_articles(text: str, expected: bool) -> None:
    path = "第一章/第三条"
    assert one(None, f"第三条 {text}", path)[0] is expected


def test_a_heading_that_orders_is_a_measure_where_its_text_only_dates_it() -> None:
    assert one("提高补助标准", "（一）提高补助标准。从2023年1月1日起执行。") == (True, "order")
    assert one("施行日期", "（二）施行日期。本办法自2023年1月1日起施行。") == (False, None)


def test_items_take_what_their_article_is() -> None:
    judged = judge(
        document(
            ("第一章", "总则", "第一章 总则"),
            ("第一章/第二条", None, "第二条 本办法所称补助，包括下列各项："),
            ("第一章/第二条/（一）", None, "（一）一次性补助；"),
            ("第一章/第四条", None, "第四条 申请人应当遵守下列规定："),
            ("第一章/第四条/（一）", None, "（一）如实提交材料；"),
        )
    )
    assert [found for found, _ in judged.values()] == [False, False, False, True, True]


def test_children_of_a_section_are_sections() -> None:
    judged = judge(
        document(
            ("一", "总体要求", "一、总体要求"),
            ("一/（一）", "坚持创新驱动", "（一）坚持创新驱动。以企业为主体推进技术创新，提升供给水平。"),
            ("一/（一）/1", "一个引领", "1.一个引领。以标准化引领政务服务提升，加快形成品牌。"),
            ("二", "重点任务", "二、重点任务"),
            ("二/（一）", "建设平台", "（一）建设平台。加快建设统一的公共服务平台并对外开放。"),
            ("二/（二）", "主要目标", "（二）主要目标。到2025年平台覆盖全部县（市、区）。"),
        )
    )
    assert [found for found, _ in judged.values()] == [False, False, False, False, True, False]


def test_chapter_lines_preamble_and_closing_are_no_measures() -> None:
    judged = judge(
        document(
            (PREAMBLE, None, "为贯彻落实有关部署，各地要认真执行。"),
            ("一", "推进建设", "一、推进建设"),
            (f"附/{CLOSING}", None, "各地要认真组织实施，重要情况及时报告。"),
        )
    )
    assert set(judged.values()) == {(False, None)}


MODALITIES = [
    ("加快建设公共平台，支持企业接入。", "order"),
    ("应当在三日内公示，不得收取费用。", "order"),
    ("支持企业建设研发中心，加快成果转化。", "support"),
    ("鼓励社会资本参与，推进共建共享。", "support"),
    ("对符合条件的企业给予一次性奖励。", "support"),
    ("可以采取告知承诺方式办理。", "allow"),
    ("允许企业在缓缴期满后分期补缴。", "allow"),
    ("不得以任何形式设置准入障碍。", "forbid"),
    ("严禁违规收费。", "forbid"),
    ("对中小企业免征增值税。", "support"),
    ("名录之外的事项。", "order"),
]


@pytest.mark.parametrize(("text", "modality"), MODALITIES)
def test_the_first_cue_gives_the_modality(text: str, modality: str) -> None:
    assert one(None, f"一、{text}") == (True, modality)


def test_a_heading_gives_the_modality_before_the_text() -> None:
    text = "一、支持企业创新。加快建设研发平台，推动成果转化落地。"
    assert one("支持企业创新", text) == (True, "support")


def test_the_bracket_of_a_printed_title_hides_no_sentence() -> None:
    assert one("立法缘由", "第一条 【立法缘由】为规范窗口，制定本办法。", "第一条") == (False, None)
    assert one("立法缘由", "第一条 【立法缘由】窗口应当公示。", "第一条")[0]


@pytest.mark.parametrize("row", table("modality_cues"), ids=lambda row: row["cue"])
def test_every_cue_decides_its_example(row: dict[str, str]) -> None:
    assert re.search(row["cue"], row["example"])
    assert one(None, f"一、{row['example']}") == (True, row["modality"])


@pytest.mark.parametrize("row", table("organisational_headings"), ids=lambda row: row["pattern"])
def test_every_organisational_heading_is_one_and_still_a_measure(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"])
    assert is_organisational(row["example"])
    assert one(row["example"], f"一、{row['example']}。各地要明确分工，按月报告进展。")[0]


@pytest.mark.parametrize(
    "heading",
    [
        None,
        "推动组织化生产",
        "落实税收政策",
        "加强品牌宣传",
        "强化数据安全保障",
        "完善监测评估体系建设",
        "压实企业质量主体责任",
    ],
)
def test_a_heading_with_an_object_of_its_own_is_not_organisational(heading: str | None) -> None:
    assert not is_organisational(heading)


@pytest.mark.parametrize("row", table("section_headings"), ids=lambda row: row["pattern"])
def test_every_section_heading_is_one(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"])
    assert one(row["example"], f"一、{row['example']}。坚持稳中求进，推动高质量发展，加快现代化建设。") == (False, None)


@pytest.mark.parametrize("row", table("section_sentences"), ids=lambda row: row["example"])
def test_every_sentence_of_a_section_is_one(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"])
    assert one(None, f"一、{row['example']}。") == (False, None)


@pytest.mark.parametrize("row", table("deferring_sentences"), ids=lambda row: row["example"])
def test_a_sentence_that_leaves_a_case_to_other_rules_is_a_section_s_beside_another(row: dict[str, str]) -> None:
    assert re.search(row["pattern"], row["example"])
    assert one(None, f"一、本办法适用于省级窗口。{row['example']}。") == (False, None)
    assert one(None, f"一、{row['example']}。")[0]


@pytest.mark.parametrize(
    ("heading", "behind", "expected"),
    [
        ("分步推进窗口布局", "县级窗口年内建成。", True),
        ("窗口空间布局", "形成一主两翼的格局。", False),
        ("窗口空间布局", "年内建成。（省政务办负责）", True),
        ("主要目标", "窗口覆盖全部县区。（责任单位：省政务办、省财政厅）", True),
        ("主要目标", "窗口覆盖全部县区（含开发区）。", False),
    ],
)
def test_a_unit_that_prints_who_answers_for_it_is_a_measure(heading: str, behind: str, expected: bool) -> None:
    assert one(heading, f"一、{heading}。{behind}")[0] is expected


def test_an_item_under_an_aim_is_a_measure_where_it_prints_who_answers_for_it() -> None:
    judged = judge(
        document(
            ("一", "总体要求", "一、总体要求"),
            ("一/（一）", "坚持便民", "（一）坚持便民。把方便放在首位。"),
            ("一/（二）", "扩大覆盖", "（二）扩大覆盖。窗口延伸到乡镇。（省政务办牵头，省财政厅配合）"),
        )
    )
    assert [found for found, _ in judged.values()] == [False, False, True]

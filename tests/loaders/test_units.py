"""Numbering in the forms and mixes that provinces, ministries and years print; every sentence is ours."""

from __future__ import annotations

import pytest

from loaders.blocks import blocks
from loaders.units import units
from tests.loaders.numbered import found, headings, paths
from tests.loaders.written import cleaned

DO = "各地要按期完成。"


NUMBERING = {
    "two levels": (
        ["一、总体要求", f"（一）指导思想。{DO}", f"（二）目标。{DO}", "二、任务", f"（一）扩面。{DO}"],
        ["一", "一/（一）", "一/（二）", "二", "二/（一）"],
    ),
    "second level runs through": (
        ["一、放权", f"（一）下放。{DO}", f"（二）委托。{DO}", "二、监管", f"（三）抽查。{DO}", f"（四）公示。{DO}"],
        ["一", "一/（一）", "一/（二）", "二", "二/（三）", "二/（四）"],
    ),
    "third level restarts": (
        ["一、任务", "（一）平台。", f"1. 接口。{DO}", f"2. 数据。{DO}", "（二）窗口。", f"1. 布局。{DO}"],
        ["一", "一/（一）", "一/（一）/1", "一/（一）/2", "一/（二）", "一/（二）/1"],
    ),
    "third level runs through": (
        ["一、任务", f"1．接口。{DO}", f"2．数据。{DO}", "二、保障", f"3．资金。{DO}", f"4．人员。{DO}"],
        ["一", "一/1", "一/2", "二", "二/3", "二/4"],
    ),
    "four levels": (
        ["一、任务", "（一）平台", "1. 接口", f"（1）登记。{DO}", f"（2）查询。{DO}", f"2. 数据。{DO}"],
        ["一", "一/（一）", "一/（一）/1", "一/（一）/1/（1）", "一/（一）/1/（2）", "一/（一）/2"],
    ),
    "circled numbers": (
        ["一、任务", f"（一）平台。{DO}", f"①登记。{DO}", f"②查询。{DO}", f"（二）窗口。{DO}"],
        ["一", "一/（一）", "一/（一）/①", "一/（一）/②", "一/（二）"],
    ),
    "half-width brackets": (
        ["一、任务", f"(一)扩面。{DO}", f"(二)提速。{DO}"],
        ["一", "一/(一)", "一/(二)"],
    ),
    "brackets mixed": (
        ["一、任务", f"（一)扩面。{DO}", f"(二）提速。{DO}", f"（三）增效。{DO}"],
        ["一", "一/（一)", "一/(二）", "一/（三）"],
    ),
    "second level without first": (
        [f"（一）扩面。{DO}", f"（二）提速。{DO}", f"1. 收件。{DO}"],
        ["（一）", "（二）", "（二）/1"],
    ),
    "first level alone": ([f"一、扩面。{DO}", f"二、提速。{DO}", f"三、增效。{DO}"], ["一", "二", "三"]),
    "arabic first": ([f"1、扩面。{DO}", f"2、提速。{DO}", f"（1）收件。{DO}"], ["1", "2", "2/（1）"]),
    "arabic with a full-width full stop": ([f"1﹒扩面。{DO}", f"2．提速。{DO}"], ["1", "2"]),
    "arabic with one bracket": ([f"一、扩面。{DO}", f"1）收件。{DO}", f"2）发件。{DO}"], ["一", "一/1）", "一/2）"]),
    "arabic between first and second level": (
        ["一、任务", "1. 平台", f"（1）接口。{DO}", "2. 窗口", f"（1）布局。{DO}"],
        ["一", "一/1", "一/1/（1）", "一/2", "一/2/（1）"],
    ),
    "past ten": (
        [f"{number}、第{number}项。{DO}" for number in [*"一二三四五六七八九十", "十一", "十二"]],
        [*"一二三四五六七八九十", "十一", "十二"],
    ),
    "chapters and articles": (
        ["第一章 总则", "第一条 为了便民。", "第二条 本办法适用于全省。", "第二章 受理", "第三条 窗口应当收件。"],
        ["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条"],
    ),
    "articles with items": (
        ["第四条 窗口应当：", "（一）收件；", "（二）发件。", "第五条 不得收费。"],
        ["第四条", "第四条/（一）", "第四条/（二）", "第五条"],
    ),
    "parts, chapters and sections": (
        ["第一编 通则", "第一章 规定", "第一节 目的", "第一条 目的。", "第二编 分则", "第一章 受理", "第二条 收件。"],
        ["第一编", "第一编/第一章", "第一编/第一章/第一节", "第一编/第一章/第一节/第一条"]
        + ["第二编", "第二编/第一章", "第二编/第一章/第二条"],
    ),
    "a plan in parts": (
        ["第一篇 开局", "第一章 形势", f"第一节 基础。{DO}", "第二篇 布局", "第二章 任务", f"第一节 主轴。{DO}",
         "一、节点。"],
        ["第一篇", "第一篇/第一章", "第一篇/第一章/第一节", "第二篇", "第二篇/第二章"]
        + ["第二篇/第二章/第一节", "第二篇/第二章/第一节/一"],
    ),
    "the next part of a book": ([f"一、扩面。{DO}", f"二、提速。{DO}", "第一篇 财政"], ["一", "二"]),
    "a box of figures in a plan": (
        ["（一）目标。", "专栏1 窗口建设主要指标", "指标 2024年", "1.窗口数（个） 300", "2.网办率（%） 90",
         "（二）任务", f"1.扩面。{DO}"],
        ["（一）", "（二）", "（二）/1"],
    ),
    "a box of figures between items": (
        [f"1.扩面。{DO}", f"2.提速。{DO}", "表1 窗口指标体系（试行）", "1.窗口数（个） 300", f"3.增效。{DO}"],
        ["1", "2", "3"],
    ),
    "a box of projects": (
        ["（一）任务。", "专栏1 窗口重点工程", f"1.扩面工程。{DO}", f"2.提速工程。{DO}"],
        ["（一）", "（一）/1", "（一）/2"],
    ),
    "chapters over Chinese numbers": (
        ["第一章 基础", "一、成效", f"（一）网络。{DO}", "二、形势", "第二章 任务", "一、布局", f"（一）节点。{DO}"],
        ["第一章", "第一章/一", "第一章/一/（一）", "第一章/二", "第二章", "第二章/一", "第二章/一/（一）"],
    ),
    "sections of a plan under chapters": (
        ["第一章 形势", f"第一节 基础。{DO}", f"第二节 机遇。{DO}", "第二章 布局", f"第一节 主轴。{DO}"],
        ["第一章", "第一章/第一节", "第一章/第二节", "第二章", "第二章/第一节"],
    ),
    "third level before second, as it was under the first": (
        ["一、任务", f"1. 接口。{DO}", f"（1）登记。{DO}", f"（一）平台。{DO}", f"1. 数据。{DO}"],
        ["一", "一/1", "一/1/（1）", "一/（一）", "一/（一）/1"],
    ),
    "Arabic over Chinese brackets": (
        ["1. 任务", f"（一）平台。{DO}", f"（二）窗口。{DO}", "2. 保障", f"（一）资金。{DO}"],
        ["1", "1/（一）", "1/（二）", "2", "2/（一）"],
    ),
    "articles of an amendment": (
        ["第七条 窗口应当公示。", "第七条之一 公示期不少于七日。", "第八条 不得收费。"],
        ["第七条", "第七条之一", "第八条"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NUMBERING)
def test_units_have_the_right_parents(name: str) -> None:
    lines, expected = NUMBERING[name]
    if name.startswith(("articles with", "articles of")):
        lines = [f"第{number}条 窗口应当值守。" for number in "一二三四五六"[: 3 if "with" in name else 6]] + lines
        expected = [f"第{number}条" for number in "一二三四五六"[: 3 if "with" in name else 6]] + expected
    assert paths(*lines) == expected


@pytest.mark.parametrize(
    "line",
    [
        "2022年，全省新增窗口三百个。",
        "5%的费用由财政承担。",
        "1家企业只能申请一次。",
        "10个工作日内办结。",
        "3.5亿元用于平台建设。",
        "一是收件，二是发件，三是回访。",
        "一方面要提速，另一方面要增效。",
        "（2022年9月1日起实行）",
        "（以下称窗口）负责收件。",
        "第三条规定的期限可以延长。",
        "第一批清单由省政务办公布。",
        "20、30年的老旧小区优先改造。",
        "——坚持便民。把方便放在首位。",
        "●坚持便民。",
        "十四五时期的目标按照规划执行。",
        "一、二级医院都要设立窗口。",
        "第一、二条的事项除外。",
    ],
)
def test_what_merely_begins_with_a_number_is_text(line: str) -> None:
    assert paths(f"一、扩面。{DO}", f"二、提速。{DO}", line, f"三、增效。{DO}") == ["一", "二", "三"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1．扩面。", "2．2024年底前覆盖乡镇。", "3.2025年起开放。", "4．增效。"], "1 2 3 4"),
        (["1.2024年底前覆盖乡镇。", "2.2025年底前覆盖村居。", "3.增效。"], "1 2 3"),
        (["1、5G专网。", "2、VR导览。", "3、3D大厅。"], "1 2 3"),
        (["1.扩面。", "2.6月底前覆盖乡镇。", "3.12个窗口通办。", "4.12315热线并入。"], "1 2 3 4"),
        (["1.扩面。", "2.5%的费用由财政承担。", "2.提速。"], "1 2"),
        (["1.扩面。", "2.5G覆盖率要逐年提高。", "2.提速。"], "1 2"),
        (["1.扩面。", "3.15晚会曝光的窗口要整改。", "2.提速。"], "1 2"),
        (["1.扩面。", "6.5G专网要覆盖乡镇。", "2.提速。"], "1 2"),
        (["1.5T设备由财政配置。", "（一）增效。"], "（一）"),
    ],
)
def test_a_number_in_front_of_digits_counts_where_the_list_goes_on_with_it(lines: list[str], expected: str) -> None:
    assert paths("一、任务", *lines) == ["一", *(f"一/{label}" for label in expected.split())]


def test_a_number_far_out_of_turn_starts_no_unit() -> None:
    assert paths(f"一、扩面。{DO}", f"九、提速。{DO}", f"二、增效。{DO}") == ["一", "二"]


def test_a_number_behind_a_comma_goes_on_with_its_sentence() -> None:
    own = blocks(cleaned("一、扩面。各地要完成以下事项。"))
    assert [unit.path for unit in units(own, 0, len(own))] == ["一"]
    assert paths("一、扩面。要在月底前完成，", "二、提速。") == ["一"]


def test_a_row_may_start_at_three_but_not_later_where_nothing_was_numbered() -> None:
    assert paths(f"三、扩面。{DO}", f"四、提速。{DO}") == ["三", "四"]
    assert paths(f"七、扩面。{DO}", f"八、提速。{DO}") == []


def test_a_number_with_nothing_behind_it_starts_no_unit() -> None:
    assert paths(f"一、扩面。{DO}", "二、") == ["一"]


def test_numbering_that_starts_again_under_unnumbered_heads_gets_paths_of_its_own() -> None:
    assert paths("制造业", f"一、扩面。{DO}", f"二、提速。{DO}", "服务业", f"一、增效。{DO}") == ["一", "二", "一·2"]


HEADINGS = {
    "closed by 。 and followed by text": ([f"一、扩大范围。{DO}"], {"一": "扩大范围"}),
    "a line of its own": (["一、扩大范围", DO], {"一": "扩大范围"}),
    "a chapter line": (["一、扩大范围", f"（一）乡镇。{DO}"], {"一": "扩大范围", "一/（一）": "乡镇"}),
    "one sentence is no heading": (
        ["一、对在期限内购置的车辆免征购置税。", "二、本公告所称车辆以目录为准。"],
        {"一": None, "二": None},
    ),
    "units that run straight into long text": (
        [
            "一、纳税人在本公告规定的期限内购置的符合条件的新能源汽车，免征车辆购置税。购置日期按照发票开具的日期确定。",
            "二、有关部门在公告目录中对符合条件的车辆作出标识，并将标识上传到登记系统。税务机关据此办理免税手续。",
        ],
        {"一": None, "二": None},
    ),
    "a heading behind a colon": (
        ["（一）指导思想：坚持便民利企的方向不动摇，把群众是否满意作为检验的标准，推动服务提质增效，努力走在全国前列，"
         "为高质量发展提供支撑", f"（二）目标。{DO}"],
        {"（一）": "指导思想", "（二）": "目标"},
    ),
    "an article has none": (["第一条 为了便民，制定本办法。"], {"第一条": None}),
    "articles with short titles": (
        [
            "第一条 支持技术改造。对企业给予补助。",
            "第二条 支持引进人才。对人才给予补助。",
            "第三条 支持上市。对企业给予补助。",
            "第四条 本政策自印发之日起施行。",
        ],
        {"第一条": "支持技术改造", "第二条": "支持引进人才", "第三条": "支持上市", "第四条": None},
    ),
    "articles with short titles and sentences that say who does what": (
        [
            "第一条 降低融资成本。对企业贷款给予贴息。",
            "第二条 减免房屋租金。对小微企业免租。",
            "第三条 稳定就业岗位。对企业给予补助。",
            "第四条 省财政厅设立专项资金。资金规模每年五亿元。",
        ],
        {"第一条": "降低融资成本", "第二条": "减免房屋租金", "第三条": "稳定就业岗位", "第四条": None},
    ),
    "articles of which some begin with a short sentence": (
        ["第一条 窗口分两类。每类五个。", "第二条 窗口应当公示。公示期为七日。", "第三条 窗口按日值守，每日八时开门。"],
        {"第一条": None, "第二条": None, "第三条": None},
    ),
    "an article's printed title": (["第一条【目的】为了便民，制定本办法。"], {"第一条": "目的"}),
    "a chapter's name": (["第一章 总则", "第一条 为了便民，制定本办法。"], {"第一章": "总则", "第一章/第一条": None}),
    "a heading with a comma": ([f"一、优化流程，压缩时限。{DO}"], {"一": "优化流程，压缩时限"}),
    "a heading with quotes": ([f"一、推行“一网通办”。{DO}"], {"一": "推行“一网通办”"}),
    "a definition is no heading": (["一、本办法所称窗口是指服务大厅的受理柜台。由省级统一编号。"], {"一": None}),
    "what leads into a quotation or a list is none": (
        ["一、将第三条修改为：", "“市水利局主管本市的水库。”", "二、申请人应当具备下列条件：",
         "（一）依法登记；", "三、支持对象：", DO],
        {"一": None, "二": None, "二/（一）": None, "三": "支持对象"},
    ),
    "a condition that leads into its list is none": (
        ["一、具备下列条件的窗口，可以申请扩建：", "1.有场地；", "二、有以下情形之一的企业，免收服务费：", "1.新办；",
         "三、窗口应当公示下列内容，接受监督：", "1.事项；", "四、窗口布局，人员配备：", "1.乡镇。"],
        {"一": None, "一/1": None, "二": None, "二/1": None, "三": None, "三/1": None, "四": "窗口布局，人员配备",
         "四/1": None},
    ),
    "a sentence that says who must do something, or from when the text holds, is none": (
        ["一、各县窗口应在三个月内完成改造，并公示结果。逾期的由市里督办。",
         "二、本政策自公布之日起施行，有效期三年。原规定作废。", "三、本若干政策由省政务办负责解释。各县可以细化。",
         f"四、适应在线办理需要。{DO}", f"五、本土企业自主创新。{DO}", f"六、确保回应及时。{DO}"],
        {"一": None, "二": None, "三": None, "四": "适应在线办理需要", "五": "本土企业自主创新", "六": "确保回应及时"},
    ),
    "a sentence that sets a term, a sum, a limit, or consents, is none": (
        ["一、窗口须在月底前公示，公示期为五天。材料要齐全。", "二、企业要在六月前登记，逾期不予补登。县里要指导。",
         "三、今年服务费拟按5%左右收取。不得加收。", "四、省级服务资金安排12.5亿元。按月下达。",
         "五、原则同意《窗口总体规划》。请认真实施。", "六、服务量增长8%左右。县里要稳住。",
         "七、每县限报三个窗口。统一报送。",
         f"八、窗口服务须知。{DO}", f"九、推行首违不予处罚制度。{DO}", f"十、清理逾期账款。{DO}",
         f"十一、设立5亿元服务基金。{DO}", f"十二、发展虚拟窗口。{DO}", f"十三、开设20分钟左右服务圈。{DO}"],
        dict.fromkeys("一二三四五六七") | {"八": "窗口服务须知", "九": "推行首违不予处罚制度", "十": "清理逾期账款",
        "十一": "设立5亿元服务基金", "十二": "发展虚拟窗口", "十三": "开设20分钟左右服务圈"},
    ),
    "a sentence on a line of its own is none": (
        ["一、本政策自下月起施行，有效期至", "下年年底。", "二、扩面", DO],
        {"一": None, "二": "扩面"},
    ),
    "the new words of an article are none": (
        ["一、将第三条修改为：“市水利局主管本市的水库。”", "二、在第五条后增加一条：“水库应当公示。”",
         "三、删去第六条。"],
        {"一": None, "二": None, "三": None},
    ),
    "responsible bodies alone behind a sentence": (
        ["一、把窗口延伸到乡镇和社区。（省民政厅负责）", "二、开通线上预约渠道。（省政务办负责）"],
        {"一": None, "二": None},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADINGS)
def test_headings(name: str) -> None:
    lines, expected = HEADINGS[name]
    assert headings(*lines) == expected


def own_text(lines: list[str]) -> list[list[str]]:
    """The blocks of every unit's own text."""
    got, texts = found(*lines)
    return [texts[unit.first : unit.end] for unit in got]


def test_own_text_ends_at_the_next_unit_and_a_chapter_line_has_none() -> None:
    got, texts = found("一、任务", f"（一）扩面。{DO}", "续写一段。", f"（二）提速。{DO}")
    assert [texts[unit.first : unit.end] for unit in got] == [
        ["一、任务"],
        [f"（一）扩面。{DO}", "续写一段。"],
        [f"（二）提速。{DO}"],
    ]
    assert [unit.has_own_text for unit in got] == [False, True, True]


@pytest.mark.parametrize(
    ("items", "own"),
    [
        (["（一）收件；", "（二）发件。", "窗口由县里设立。"], [1, 1]),
        (["（一）收件；", "（二）发件。", "（省政务办负责）", "窗口应当公示。", "公示七日。"], [1, 2]),
        (["（一）收件。", "窗口当场办结。", "（二）发件。", "窗口次日寄出。"], [2, 2]),
        (["（一）收件", "（二）发件", "窗口次日寄出。"], [1, 2]),
        (["（一）收件；", "（二）发件；", "1.平信；", "2.快件。", "快件次日寄出。"], [1, 1, 1, 2]),
        (["（一）收件。", "窗口当场办结。"], [2]),
    ],
)
def test_a_paragraph_behind_the_items_of_an_article_is_not_the_last_item_s(items: list[str], own: list[int]) -> None:
    texts = own_text(["第一条 窗口办理：", *items, "第二条 不得收费。"])
    assert [len(text) for text in texts[1:-1]] == own
    listed = own_text(["一、窗口", *items, "二、收费。"])
    assert sum(map(len, listed)) == len(items) + 2


@pytest.mark.parametrize(
    ("items", "own"),
    [
        (["（一）收件；", "（二）发件。", "办理前款事项的窗口，由县里设立。"], [1, 1]),
        (["（一）收件；", "（二）发件。", "窗口次日寄出。"], [1, 2]),
        (["（一）收件。", "前款事项当场办结。", "（二）发件。", "前款事项次日办结。"], [2, 2]),
    ],
)
def test_a_paragraph_on_the_paragraph_above_is_no_item_s_behind_other_units(items: list[str], own: list[int]) -> None:
    texts = own_text(["一、窗口办理下列事项：", *items, "二、不得收费。"])
    assert [len(text) for text in texts[1:-1]] == own


@pytest.mark.parametrize(
    ("tail", "own"),
    [
        (["本通知自印发之日起施行。"], 1),
        (["各地要高度重视，认真贯彻执行，重大问题及时报告。"], 1),
        (["以上措施由各市组织实施。"], 1),
        (["（省政务办负责）"], 2),
        (["①收件；", "②发件。"], 3),
    ],
)
def test_the_last_unit_ends_where_the_text_turns_to_the_whole_document(tail: list[str], own: int) -> None:
    lines = [f"一、扩面。{DO}", f"二、提速。{DO}", *tail]
    got, _ = found(*lines)
    last = [unit for unit in got if unit.path.startswith("二")]
    assert last[-1].end - last[0].first == own


def test_paragraphs_behind_the_last_unit_are_its_own_where_units_have_several() -> None:
    lines = [f"一、扩面。{DO}", "乡镇先行。", f"二、提速。{DO}", "市县先行。", "期限可以延长。", "本意见自下月起施行。"]
    assert own_text(lines)[-1] == [f"二、提速。{DO}", "市县先行。", "期限可以延长。"]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("本实施意见自印发之日起施行，有效期五年。原意见同时废止。", 1),
        ("本行动计划自下月起执行。", 1),
        ("本政策有效期两年。", 1),
        ("自公布之日起施行。", 1),
        ("自公布之日起三年内免收服务费。", 2),
        ("本地窗口制定方案。", 2),
    ],
)
def test_the_term_of_the_whole_text_is_no_unit_s_where_units_have_a_second_paragraph(text: str, own: int) -> None:
    lines = [f"（一）扩面。{DO}", "责任单位：省政务办", f"（二）提速。{DO}", text]
    assert len(own_text(lines)[-1]) == own


def test_a_heading_alone_keeps_the_paragraph_behind_it() -> None:
    assert own_text([f"一、扩面。{DO}", "二、提速", DO, "特此通知。"])[-1] == ["二、提速", DO]
    assert own_text([f"一、扩面。{DO}", f"二、提速。{DO}", "三、附则。", "本办法自下月起施行。"])[-1] == ["三、附则。"]

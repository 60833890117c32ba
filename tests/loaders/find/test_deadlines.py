"""Time limits in running text, with the days that they mean."""

from __future__ import annotations

import time
from datetime import date

import pytest

from loaders.regions_registry import table
from tests.loaders.find.limits import IN_FORCE, ISSUED, found


def D(year: int, month: int, day: int) -> date:
    return date(year, month, day)


ROWS = [
    # by a day, a month, a year
    ("2023年6月30日前报送方案。", "2023年6月30日前", "by", None, D(2023, 6, 30)),
    ("请于2023年3月底前完成清理。", "2023年3月底前", "by", None, D(2023, 3, 31)),
    ("2024年2月底前全面完成。", "2024年2月底前", "by", None, D(2024, 2, 29)),
    ("2022年底前实现全覆盖。", "2022年底前", "by", None, D(2022, 12, 31)),
    ("2022年年底前建成一批站点。", "2022年年底前", "by", None, D(2022, 12, 31)),
    ("2025年前淘汰落后产能。", "2025年前", "by", None, D(2024, 12, 31)),
    ("2023年6月前启动改造。", "2023年6月前", "by", None, D(2023, 5, 31)),
    ("到2025年，培育企业100家。", "到2025年", "by", None, D(2025, 12, 31)),
    ("力争到2025年底，建成三个基地。", "到2025年底", "by", None, D(2025, 12, 31)),
    ("到2035年，基本实现现代化。", "到2035年", "by", None, D(2035, 12, 31)),
    ("到“十四五”末，覆盖率达到90%。", "到“十四五”末", "by", None, D(2025, 12, 31)),
    ("年内出台实施细则。", "年内", "by", None, D(2022, 12, 31)),
    ("今年年底前完成。", "今年年底前", "by", None, D(2022, 12, 31)),
    ("10月底前上线运行。", "10月底前", "by", None, D(2022, 10, 31)),
    ("各市12月15日之前上报。", "12月15日之前", "by", None, D(2022, 12, 15)),
    ("每月5日前汇总数据。", "每月5日前", "by", None, None),
    ("2023年第一季度末前完成评估。", "2023年第一季度末前", "by", None, D(2023, 3, 31)),
    ("2023年上半年前完成验收。", "2023年上半年前", "by", None, D(2023, 6, 30)),
    ("政策执行至2023年3月底。", "至2023年3月底", "by", None, D(2023, 3, 31)),
    ("优惠政策延续至2023年12月31日。", "至2023年12月31日", "by", None, D(2023, 12, 31)),
    ("有效期至2027年12月31日。", "至2027年12月31日", "by", None, D(2027, 12, 31)),
    ("2023年，新增充电桩2万个。", "2023年", "by", None, D(2023, 12, 31)),
    ("到“十四五”时期末，占比达到三分之一。", "到“十四五”时期末", "by", None, D(2025, 12, 31)),
    ("一、2023年，各市对符合条件的机构减免租金。", "2023年", "by", None, D(2023, 12, 31)),
    ("扩大规模，2023年实现翻番。", "2023年", "by", None, D(2023, 12, 31)),
    ("力争2023年全省覆盖企业1万家。", "2023年", "by", None, D(2023, 12, 31)),
    ("延期还本日期不超过2023年底。", "2023年底", "by", None, D(2023, 12, 31)),
    ("2023年3月上旬前报送。", "2023年3月上旬前", "by", None, D(2023, 3, 10)),
    ("3月底前报送。", "3月底前", "by", None, D(2023, 3, 31)),
    ("明年6月底前完成。", "明年6月底前", "by", None, D(2023, 6, 30)),
    ("每年3月31日前公布年报。", "每年3月31日前", "by", None, None),
    ("建成平台。（完成时限：2023年12月）", "2023年12月", "by", None, D(2023, 12, 31)),
    ("完成时限：2024年", "2024年", "by", None, D(2024, 12, 31)),
    ("完成时间：2025年6月底；责任单位：省商务厅", "2025年6月底", "by", None, D(2025, 6, 30)),
    ("时间节点：2025年6月30日。", "2025年6月30日", "by", None, D(2025, 6, 30)),
    ("时限:2024年9月底\n", "2024年9月底", "by", None, D(2024, 9, 30)),
    ("完成时限：2023年6月前", "2023年6月前", "by", None, D(2023, 5, 31)),
    ("滨海铁路2025年建成通车。", "2025年", "by", None, D(2025, 12, 31)),
    ("2023年5月15日（星期一）17:00前报送。", "2023年5月15日（星期一）17:00前", "by", None, D(2023, 5, 15)),
    ("2023年5月15日下午5时前报送。", "2023年5月15日下午5时前", "by", None, D(2023, 5, 15)),
    ("2024年6月底完成改造。", "2024年6月底", "by", None, D(2024, 6, 30)),
    ("大桥2024年3月启动建设。", "2024年3月", "by", None, D(2024, 3, 31)),
    ("于2024年6月30日完成。", "2024年6月30日", "by", None, D(2024, 6, 30)),
    ("大桥计划2025年竣工。", "2025年", "by", None, D(2025, 12, 31)),
    ("“十四五”末覆盖率达到90%。", "“十四五”末", "by", None, D(2025, 12, 31)),
    ("申报截止日期：2023年5月31日17时。", "2023年5月31日17时", "by", None, D(2023, 5, 31)),
    # from a day
    ("2023年起，每年安排1亿元。", "2023年起", "from", D(2023, 1, 1), None),
    ("2023年年内完成改造。", "2023年年内", "by", None, D(2023, 12, 31)),
    (
        "2024年4月24日（含）至12月31日（含）期间办理。",
        "2024年4月24日（含）至12月31日（含）",
        "period",
        D(2024, 4, 24),
        D(2024, 12, 31),
    ),
    ("自2024年1月1日（含）起执行。", "自2024年1月1日（含）起", "from", D(2024, 1, 1), None),
    ("于2024年12月31日（含当日）前申请。", "2024年12月31日（含当日）前", "by", None, D(2024, 12, 31)),
    ("1.2023年起，每年安排1亿元。", "2023年起", "from", D(2023, 1, 1), None),
    ("攻关周期为3至5年。", "3至5年", "within", None, None),
    ("审核时间为10个工作日。", "10个工作日", "within", None, None),
    ("评估时间最长不超过3个月。", "3个月", "within", None, None),
    ("完善机制，2023年7月1日起施行。", "2023年7月1日起", "from", D(2023, 7, 1), None),
    ("自2022年10月1日起，降低费率。", "自2022年10月1日起", "from", D(2022, 10, 1), None),
    ("从2023年1月1日起执行新标准。", "从2023年1月1日起", "from", D(2023, 1, 1), None),
    ("自2023年1月起按新基数缴存。", "自2023年1月起", "from", D(2023, 1, 1), None),
    ("自2023年起实行备案管理。", "自2023年起", "from", D(2023, 1, 1), None),
    ("本通知自印发之日起施行。", "自印发之日起", "from", ISSUED, None),
    ("原办法自本规定施行之日起废止。", "自本规定施行之日起", "from", IN_FORCE, None),
    ("自《名录》公布之日起购置的设备适用本条。", "自《名录》公布之日起", "from", None, None),
    ("本办法自公布之日起30日后施行。", "自公布之日起30日后", "from", D(2022, 10, 14), None),
    ("本办法自公布之日起两个月后施行。", "自公布之日起两个月后", "from", D(2022, 11, 14), None),
    ("本办法自公布之日起满1周后施行。", "自公布之日起满1周后", "from", D(2022, 9, 21), None),
    ("本办法自公布之日起20个工作日后施行。", "自公布之日起20个工作日后", "from", None, None),
    ("本条例自二〇二三年一月一日起施行。", "自二〇二三年一月一日起", "from", D(2023, 1, 1), None),
    # a period
    (
        "2022年10月1日至2022年12月31日减半征收。",
        "2022年10月1日至2022年12月31日",
        "period",
        D(2022, 10, 1),
        D(2022, 12, 31),
    ),
    ("2022年10月1日至12月31日期间申报。", "2022年10月1日至12月31日", "period", D(2022, 10, 1), D(2022, 12, 31)),
    ("2022年9月至2023年6月开展专项行动。", "2022年9月至2023年6月", "period", D(2022, 9, 1), D(2023, 6, 30)),
    ("2023—2025年每年安排1亿元。", "2023—2025年", "period", D(2023, 1, 1), D(2025, 12, 31)),
    (
        "自2022年10月1日起至2023年9月30日免收。",
        "自2022年10月1日起至2023年9月30日",
        "period",
        D(2022, 10, 1),
        D(2023, 9, 30),
    ),
    ("“十四五”期间新建站点500个。", "“十四五”期间", "period", D(2021, 1, 1), D(2025, 12, 31)),
    ("2022年第四季度免收过路费。", "2022年第四季度", "period", D(2022, 10, 1), D(2022, 12, 31)),
    ("2023年下半年组织验收。", "2023年下半年", "period", D(2023, 7, 1), D(2023, 12, 31)),
    # within a number of days, months, years
    ("收到申请后30日内作出决定。", "30日内", "within", None, None),
    ("自受理之日起20个工作日内办结。", "20个工作日内", "within", None, None),
    ("将办理时限压缩至5个工作日以内。", "5个工作日以内", "within", None, None),
    ("审批时间由10天缩短到3天。", "3天", "within", None, None),
    ("期限届满后延长6个月。", "延长6个月", "within", None, None),
    ("证书有效期由1年延长至3年。", "3年", "within", None, None),
    ("两年内不得再次申报。", "两年内", "within", None, None),
    ("24小时内报告。", "24小时内", "within", None, None),
    ("开展为期三年的专项整治。", "三年", "within", None, None),
    ("办理时间不超过15个工作日。", "15个工作日", "within", None, None),
    ("通过3年左右的努力，建成体系。", "3年左右", "within", None, None),
    ("试点期限为2年。", "2年", "within", None, None),
    ("缓缴职工医保单位缴费3个月。", "3个月", "within", None, None),
    ("设立六个月费用缓缴期。", "六个月", "within", None, None),
    ("审批时限压缩至8.5个工作日以内。", "8.5个工作日以内", "within", None, None),
    ("0.5个工作日内办结。", "0.5个工作日内", "within", None, None),
    ("自接到报告之日起24小时内到达现场。", "24小时内", "within", None, None),
    ("2023年起每年安排1亿元。", "2023年起", "from", D(2023, 1, 1), None),
    ("2023年起全面取消收费。", "2023年起", "from", D(2023, 1, 1), None),
    ("提高补贴标准，10月1日起执行。", "10月1日起", "from", D(2022, 10, 1), None),
    ("10月底全面完成。", "10月底", "by", None, D(2022, 10, 31)),
    ("三季度末主体工程完工。", "三季度末", "by", None, D(2022, 9, 30)),
    ("新馆年底投用。", "年底", "by", None, D(2022, 12, 31)),
    ("2025年底培育100家创新能力强的企业。", "2025年底", "by", None, D(2025, 12, 31)),
    ("2025年底完成列入国家计划的项目建设。", "2025年底", "by", None, D(2025, 12, 31)),
    ("以2025年底全面建成为目标，倒排工期。", "2025年底", "by", None, D(2025, 12, 31)),
    ("到“十四五”末增加到5000万亩。", "到“十四五”末", "by", None, D(2025, 12, 31)),
    ("项目下半年开工。", "下半年", "by", None, D(2022, 12, 31)),
    ("用3年左右时间补齐短板。", "3年左右", "within", None, None),
]

NONE = [
    "对自2022年10月起连续3个月下降的企业给予支持。",
    "自2019年起，累计完成改造300处。",
    "2022年，已完成投资10亿元，同比增长5%。",
    "2022年9月1日前已缴纳入库的税款。",
    "“十三五”期间新增就业岗位3万个。",
    "2022年6月至2022年8月发生的费用。",
    "2021年全省完成投资300亿元，比2020年增长8%。",
    "截至2021年底，注册企业达5万家。",
    "培训时间每次不超过5个工作日。",
    "每年组织一次评估，按季度通报。",
    "成立3年以上的企业可以申请。",
    "近两年内无违法记录的单位优先。",
    "服务期限不少于5年。",
    "连续缴费满12个月。",
    "对毕业2年内的高校毕业生给予补贴。",
    "依据《关于支持发展的通知》（某发〔2021〕8号）执行。",
    "按照财政部公告2020年第21号执行。",
    "缓缴期限届满前应当缴清。",
    "打造15分钟生活圈，提供24小时服务。",
    "所属期为2021年11月、12月的税款。",
    "完成“十四五”规划确定的任务。",
    "2022年度预算安排的资金。",
    "落实《2022年重点工作安排》。",
    "从2020年的3亿元增加到2021年的5亿元。",
    "2022年表现突出的企业。",
    "不满16周岁的，由监护人办理。",
    "到2021年，已建成5个基地。",
    "滨海大桥2021年建成通车。",
    "奖励2023年建成投用的项目。",
    "发布时间：2023年1月1日",
    "2019年起，累计完成改造300处。",
    "完成时限：长期坚持",
    "大桥2022年3月启动建设。",
    "某某办公室2023年6月9日印发",
    "奖励2023年6月完成的项目。",
    "截至2023年6月底登记的企业。",
    "落实行动计划2023年重点任务。",
    "比“十四五”末增长10%。",
    "超出“十四五”末目标。",
    "以2022年底在册人数为基数，2022年底到期的政策延长执行。",
    "对2022年底完成改造的企业给予奖励。",
    "加大支持，2023年完成的项目优先。",
    "2023年完成改制的企业，给予奖励。",
    "去年年底投用的新馆。",
    "上半年完成投资20亿元。",
    "5月底完成普查。",
    "截至10月底完成投资3亿元。",
    "2小时内到达省会。",
    "对10月底完成改造的企业给予奖励。",
    "2019年起每年安排1亿元。",
    "高于“十四五”末水平。",
    "达到“十四五”末目标值。",
    "与“十四五”末相比，差距缩小。",
    "对2022年12月底新增的贷款给予贴息。",
    "2022年12月底到期的政策，延长执行。",
    "以2022年12月底在册人数为基数，核定补贴。",
    "对于2023年完成改制的企业给予奖励。",
    "对2023年1月建成投产的企业给予奖励。",
    "企业2023年建成投产并纳入统计的，给予奖励。",
    "拟2023年竣工并投入使用的项目可以申报。",
    "2023年6月完成改造项目给予补助。",
    "通过三年的努力，我省消费总量已跃居全国前列。",
    "通过3年攻坚，解决了一批难题。",
    "逾期不超过10个工作日的，给予提醒。",
    "占道时间不超过3个工作日的，无需审批。",
]


@pytest.mark.parametrize(("text", "printed", "kind", "starts_on", "ends_on"), ROWS)
def test_reads_the_time_limit_as_printed(
    text: str, printed: str, kind: str, starts_on: date | None, ends_on: date | None
) -> None:
    assert [(item.text, item.kind, item.starts_on, item.ends_on) for item in found(text)] == [
        (printed, kind, starts_on, ends_on)
    ]


@pytest.mark.parametrize("text", NONE)
def test_leaves_out_what_sets_no_limit(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize("row", table("deadline_forms"), ids=lambda row: row["form"])
def test_every_form_reads_its_example(row: dict[str, str]) -> None:
    read = [(item.text, item.kind) for item in found(row["example"])]
    assert read == [(row["text"], row["kind"])]


def test_a_section_keeps_targets_but_no_mere_period() -> None:
    text = "“十四五”期间稳步增长，到2025年，规模翻番。"
    assert [item.text for item in found(text, is_measure=False)] == ["到2025年"]
    assert [item.text for item in found(text)] == ["“十四五”期间", "到2025年"]


def test_several_limits_in_order_with_their_offsets() -> None:
    text = "要在2023年3月底前报送，自2023年4月1日起施行，有效期至2025年3月31日。"
    items = found(text)
    assert [item.text for item in items] == ["2023年3月底前", "自2023年4月1日起", "至2025年3月31日"]
    assert [text[item.evidence.start : item.evidence.end] for item in items] == [item.text for item in items]


def test_two_years_behind_one_preposition_are_two_limits() -> None:
    assert [(item.text, item.ends_on) for item in found("到2025年、2030年分别达到50%、60%。")] == [
        ("到2025年", D(2025, 12, 31)),
        ("2030年", D(2030, 12, 31)),
    ]
    assert [item.text for item in found("到2025年、2030年度计划完成时。")] == ["到2025年"]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("两项费用的缓征期限分别不超过六个月、一年。", ["六个月", "一年"]),
        ("办结时限分别为10个工作日、5个工作日和3个工作日。", ["10个工作日", "5个工作日", "3个工作日"]),
        ("试点期限分别为3年、5年期贷款除外。", ["3年"]),
        ("工作年限分别为3年、5年。", []),
        ("贷款期限3年、5年的企业。", ["3年"]),
    ],
)
def test_terms_behind_one_verb_are_as_many_limits(text: str, texts: list[str]) -> None:
    assert [item.text for item in found(text)] == texts


def test_a_month_without_year_is_of_the_year_printed_before_it_in_the_sentence() -> None:
    text = "2023年9月底前自查，10月底前抽查；年内总结。10月底前报送。"
    assert [item.ends_on for item in found(text)] == [
        D(2023, 9, 30),
        D(2023, 10, 31),
        D(2022, 12, 31),
        D(2022, 10, 31),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "力争到2025年全省覆盖率达到90%以上，各市于10月底前制定方案。",
        "力争2030年前碳达峰，各市10月底前制定方案。",
        "本办法有效期至2027年9月30日，各市10月底前细化。",
        "2024年12月底前全面建成，各市10月底前制定方案。",
    ],
)
def test_a_month_without_year_takes_no_year_of_a_target_or_term(text: str) -> None:
    assert [item.ends_on for item in found(text) if item.text == "10月底前"] == [D(2022, 10, 31)]


def test_reading_one_long_sentence_is_linear() -> None:
    def seconds(times: int) -> float:
        text = "2023年起，2025年6月底前、2026年，" * times
        started = time.process_time()  # other processes do not count
        assert len(found(text)) >= times
        return time.process_time() - started

    short, long = (min(seconds(times) for _ in range(3)) for times in (300, 2400))
    assert long < 20 * short + 0.1  # a quadratic reader would take 64 times as long


def test_a_step_without_year_behind_a_printed_year_is_not_of_the_documents_year() -> None:
    assert [item.text for item in found("2024年上半年完成招标，下半年开工，年底投用。")] == ["2024年上半年"]


def test_layout_spaces_are_cleaned_out_of_the_text() -> None:
    (item,) = found("请在2023年 6月 底前\n完成。")
    assert item.text == "2023年6月底前"
    assert item.evidence.quote == "2023年 6月 底前"


def test_without_a_date_of_issue_no_year_is_guessed() -> None:
    assert [(item.text, item.ends_on) for item in found("年内完成，10月底前上报。", issued_on=None)] == [
        ("年内", None),
        ("10月底前", None),
    ]
    assert [item.text for item in found("到2025年，翻一番。", issued_on=None)] == ["到2025年"]


def test_days_that_no_calendar_has_give_no_date() -> None:
    (item,) = found("2023年2月30日前完成。")
    assert (item.text, item.ends_on) == ("2023年2月30日前", None)

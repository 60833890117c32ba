"""First days without 自, last days behind 截至, seasons, years in a row, dates that are conditions."""

from __future__ import annotations

import pytest

from tests.loaders.find.limits import found

STARTS = [
    ("新价格2022年12月1日起实行“一户一档”。", "2022年12月1日起"),
    ("2023年7月1日起在沿江各县率先执行新限值。", "2023年7月1日起"),
    ("严格准入，2023年7月1日起停止销售旧型号的锅炉。", "2023年7月1日起"),
    ("地方标准2023年3月1日起执行；2023年4月起开展试点。", "2023年3月1日起 2023年4月起"),
    ("2023年起对上市后备企业给予奖励。", "2023年起"),
    ("12月1日起对外埠货车限行。", "12月1日起"),
    ("从2023年5月1日起两年内，减半收取。", "从2023年5月1日起 两年内"),
    ("自2023年1月1日起一律停用。", "自2023年1月1日起"),
    ("自2023年秋季学期起，免收教材费。", "自2023年秋季学期起"),
    ("自2023年1月费款所属期起，统一缴费基数。", "自2023年1月费款所属期起"),
    # conditions, names, the past
    ("2023年1月1日起新购设备的，可以申报。", ""),
    ("对2022年10月1日起参保的职工给予补贴。", ""),
    ("2023年1月1日起新登记的企业可以享受补贴。", ""),
    ("2022年10月1日起施行的标准，2022年10月1日起的部分。", ""),
    ("2022年7月1日起已停止收费，已于2022年10月1日起实施。", ""),
    ("2022年10月1日起至今，2021年7月1日起在全市执行。", ""),
    ("12月1日起对外出租的，应当备案。", ""),
    ("自2021年秋季学期起提高标准。", ""),
]

CUT_OFFS = [
    ("受理时间截至2022年12月31日，申报时间截止2022年11月底。", "截至2022年12月31日 截止2022年11月底"),
    ("集中参保期截止到2022年12月31日。", "截止到2022年12月31日"),
    ("报名截止至11月6日。", "截止至11月6日"),
    ("征集时间为11月1日至11月30日。", "11月1日至11月30日"),
    ("材料提交截止时间为2022年11月5日24:00，逾期不予受理。", "2022年11月5日24:00"),
    # statistics, conditions, the past, what recurs
    ("统计时间截至2022年12月底，数据截至2022年11月底。", ""),
    ("截止到2022年10月31日，参保人数达到3万人。", ""),
    ("对登记时间截至2022年12月底的企业，凭有效期至2027年12月31日的证书办理。", ""),
    ("报名时间为6月1日至6月30日，受理截至2022年6月底。", ""),
    ("休渔期为每年6月1日至9月30日。", ""),
]

SEASONS = [
    ("2022年采暖季前完成改造，2023年汛期前加固堤防。", "2022年采暖季前 2023年汛期前"),
    ("明年春节前结清，2023年秋季学期开学前交付。", "明年春节前 2023年秋季学期开学前"),
    # events without a year, the past, about then
    ("汛期前检查，春节前慰问，每年开学前培训，2021年汛期前完成。", ""),
    ("2023年会议召开前，2023年改制前，2023年国庆节前后。", ""),
]

IN_A_ROW = [
    ("到2025年、2028年和2030年，覆盖率分别达到60%、70%、80%。", "到2025年 2028年 2030年"),
    ("2023年、2024年、2025年分别完成改造2000户、3000户、4000户。", "2023年 2024年 2025年"),
    ("2023年和2025年，用水总量分别控制在5亿、6亿立方米。", "2023年 2025年"),
    ("2021年、2022年分别增长5%、6%，2020年、2021年分别达到5亿元、6亿元。", ""),
    ("2023年、2024年分别达到标准的企业。", ""),
]

WHOLE = [
    ("到2023年年末，整改率达到90%。", "到2023年年末"),
    ("次年第一季度前公布，下一年度3月底前报送。", "次年第一季度前 下一年度3月底前"),
]

CONDITIONS = [
    ("2022年第四季度应缴的押金缓缴，2022年四季度到期的贷款展期。", ""),
    ("2022年下半年到期的债券，2022年第四季度免收租金。", "2022年第四季度"),
    # what was done before the text begins (2022年11月1日) is settled; a later day ends a policy
    ("对2022年11月1日前取得资格的企业，继续有效。", ""),
    ("2022年11月1日前已开工的项目，2022年11月1日前开工的，不再补办。", ""),
    ("2022年11月1日前未完成的，一律关停。", "2022年11月1日前"),
    ("2022年12月1日前已列入名单的企业，可以继续享受。", "2022年12月1日前"),
    ("2025年前后建成，2022年前三季度、2022年前10个月、2023年前期工作。", ""),
]


@pytest.mark.parametrize(("text", "expected"), STARTS)
def test_first_days_in_the_middle_of_a_sentence(text: str, expected: str) -> None:
    assert " ".join(item.text for item in found(text)) == expected


@pytest.mark.parametrize(("text", "expected"), CUT_OFFS)
def test_last_days_of_times_and_applications(text: str, expected: str) -> None:
    assert " ".join(item.text for item in found(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [*SEASONS, *IN_A_ROW, *WHOLE])
def test_seasons_and_years_in_a_row(text: str, expected: str) -> None:
    assert " ".join(item.text for item in found(text)) == expected


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_dates_of_conditions_set_no_limit(text: str, expected: str) -> None:
    assert " ".join(item.text for item in found(text)) == expected

"""First days without 自, last days behind 截至, years in a row, dates that are conditions."""

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


@pytest.mark.parametrize(("text", "expected"), STARTS)
def test_first_days_in_the_middle_of_a_sentence(text: str, expected: str) -> None:
    assert " ".join(item.text for item in found(text)) == expected

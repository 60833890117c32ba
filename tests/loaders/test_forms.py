from __future__ import annotations

from datetime import date

import pytest

from loaders.forms import (
    ATTACHMENT_HEAD,
    BODY_NAME,
    DATE,
    NUMBER_LINE,
    REMARK,
    numeral,
    parse_date,
    unit_number,
    whole_number,
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("一", 1), ("十", 10), ("十五", 15), ("二十", 20), ("二十一", 21), ("一百零三", 103), ("二百", 200),
        ("二〇二二", 2022), ("二○一三", 2013), ("一千二百", 1200), ("零", 0), ("12", 12), ("007", 7), ("甲", None),
        ("", None), ("十甲", None),
    ],
)  # fmt: skip
def test_numerals(printed: str, value: int | None) -> None:
    assert numeral(printed) == value


@pytest.mark.parametrize(
    ("text", "form", "label", "value"),
    [
        ("一、总体要求", "cn", "一", 1),
        ("十一．保障", "cn", "十一", 11),
        ("（二）目标", "cn()", "（二）", 2),
        ("(三）目标", "cn()", "(三）", 3),
        ("1. 平台", "ar", "1", 1),
        ("12．平台", "ar", "12", 12),
        ("3﹒平台", "ar", "3", 3),
        ("4、平台", "ar", "4", 4),
        ("5．2024年底前收件", "ar", "5", 5),
        ("6.2024 年起收件", "ar", "6", 6),
        ("7、2021—2025年收件", "ar", "7", 7),
        ("（5）登记", "ar()", "（5）", 5),
        ("6)登记", "ar)", "6)", 6),
        ("⑦登记", "circle", "⑦", 7),
        ("第一编 通则", "part", "第一编", 1),
        ("第三篇 开放", "part", "第三篇", 3),
        ("第十二章 附则", "chapter", "第十二章", 12),
        ("第二节 任务", "section", "第二节", 2),
        ("第一百零三条 本法", "article", "第一百零三条", 103),
        ("第七条之一 窗口", "article", "第七条之一", 7),
        ("第12条 窗口", "article", "第12条", 12),
    ],
)
def test_unit_numbers(text: str, form: str, label: str, value: int) -> None:
    number = unit_number(text)
    assert number is not None
    assert (number.form, number.label, number.value) == (form, label, value)
    assert text[: number.length].startswith(label)


@pytest.mark.parametrize(
    ("text", "value"),
    [("2.5G专网。", 2), ("3、3D打印。", 3), ("4.6月底前收件", 4), ("5．12家窗口", 5), ("6.9个窗口", 6),
     ("7.12315热线", 7)],
)  # fmt: skip
def test_a_number_in_front_of_digits_is_doubtful_where_no_decimal_prints_them(text: str, value: int) -> None:
    number = unit_number(text)
    assert number is not None
    assert (number.form, number.value, number.length, number.doubtful) == ("ar", value, 2, True)


@pytest.mark.parametrize(
    "text",
    ["2.5%的费用", "3.5GHz频段", "3.5 MW机组", "1.5亿元", "2.3万家", "1.5个月", "4.5个百分点", "2、3家企业", "3.125吨",
     "5、6月份", "7.1级地震", "1.2度电", "2.5公里", "1.1年", "3.6升", "1.1.1.1.1细目", "2.10. 3"],
)  # fmt: skip
def test_an_amount_is_no_number(text: str) -> None:
    assert unit_number(text) is None


@pytest.mark.parametrize(
    ("text", "label", "value", "length"),
    [("1.1编制目的", "1.1", 1, 3), ("4.3.2 IV级响应", "4.3.2", 2, 6), ("2．10．1．3公众参与", "2.10.1.3", 3, 8),
     ("3.2．分级标准", "3.2", 2, 4), ("5.1级别划分", "5.1", 1, 3), ("5.12度假区", "5.12", 12, 4),
     ("2.3项目管理", "2.3", 3, 3), ("8.1名词术语", "8.1", 1, 3), ("6.2个人防护", "6.2", 2, 3),
     ("2.4所在地职责", "2.4", 4, 3), ("2.5位于城区的窗口", "2.5", 5, 3),
     ("1.32025年目标", "1.3", 3, 3), ("3.15晚会", "3.15", 15, 4), ("12.4宪法日", "12.4", 4, 4)],
)  # fmt: skip
def test_decimal_numbers_are_doubtful(text: str, label: str, value: int, length: int) -> None:
    number = unit_number(text)
    assert number is not None
    assert (number.label, number.value, number.length, number.doubtful) == (label, value, length, True)
    assert number.form == f"decimal{label.count('.') + 1}"


@pytest.mark.parametrize(
    ("text", "value"),
    [("1总则", 1), ("12附则", 12), ("3“一网通办”", 3), ("2年内完成", None), ("3个窗口", None), ("1总则。", None),
     ("1", None), ("100总则", None), ("2、总则", None)],
)  # fmt: skip
def test_the_bare_number_of_a_chapter(text: str, value: int | None) -> None:
    number = whole_number(text)
    assert (number and number.value) == value


@pytest.mark.parametrize(
    "text",
    ["", "总体要求", "2022年", "5.8%", "1.5亿元", "第三条规定", "第三条、第四条", "第四、五项", "一、二、三产业",
     "一、二级医院", "10.2021", "2．5%", "（试行）", "三是", "（2022年）", "10.11", "第百甲条",
     "第一篇章", "第二篇论文"],
)  # fmt: skip
def test_no_unit_numbers(text: str) -> None:
    assert unit_number(text) is None


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2022年9月26日", date(2022, 9, 26)),
        ("二〇一三年九月二日", date(2013, 9, 2)),
        ("二○○五年十二月三十一日", date(2005, 12, 31)),
        ("二OO九年十一月二十日", date(2009, 11, 20)),  # letters and Arabic noughts for 〇
        ("二00九年十一月二十日", date(2009, 11, 20)),
        ("一九九八年十月十日", date(1998, 10, 10)),
        ("2022年2月30日", None),
        ("2022年13月1日", None),
    ],
)
def test_dates(printed: str, day: date | None) -> None:
    match = DATE.fullmatch(printed)
    assert match is not None
    assert parse_date(match) == day


@pytest.mark.parametrize(
    ("line", "is_number"),
    [
        ("国发〔2022〕5号", True),
        ("苏工信消费[2022]474号", True),
        ("令第14号", False),
        ("部令第14号", True),
        ("公告2022年第28号", True),
        ("第14号", True),
        ("（第101号）", True),
        ("2022年第28号", True),
        ("财政部税务总局公告2022年第28号", True),
        ("文号：沪府规〔2023〕1号", True),
        ("国办发明电〔2016〕915号", True),
        ("根据国发〔2022〕5号", True),
        ("国发〔2022〕5号文件", False),
        ("国发〔2022〕号", False),
        ("人民路14号院", False),
    ],
)
def test_number_lines(line: str, is_number: bool) -> None:
    assert (NUMBER_LINE.fullmatch(line) is not None) is is_number


@pytest.mark.parametrize(
    "line", ["附件：清单", "附件1：清单", "附件：1. 清单", "附件", "附表2.目录", "附件一：清单", "附录"]
)
def test_attachment_heads(line: str) -> None:
    assert ATTACHMENT_HEAD.match(line)


@pytest.mark.parametrize("line", ["附则", "附件清单见下", "附近的窗口"])
def test_no_attachment_heads(line: str) -> None:
    assert not ATTACHMENT_HEAD.match(line)


@pytest.mark.parametrize(
    "line", ["（此件公开发布）", "抄送：省委办公厅。", "联系人：王某", "信息公开选项：主动公开", "(联系电话：025-1)"]
)
def test_remarks(line: str) -> None:
    assert REMARK.match(line)


@pytest.mark.parametrize(
    "name",
    [
        "国务院",
        "江苏省财政厅",
        "国家税务总局江苏省税务局",
        "中共中央",
        "南京海关",
        "省残联",
        "省政府办公厅(代章)",
        "中华全国总工会",
    ],
)
def test_names_of_bodies(name: str) -> None:
    assert (BODY_NAME.fullmatch(name) is not None) is (name != "省残联")


@pytest.mark.parametrize("text", ["实施方案", "加快建设，财政部", "通知"])
def test_no_names_of_bodies(text: str) -> None:
    assert BODY_NAME.fullmatch(text) is None

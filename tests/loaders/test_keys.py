from __future__ import annotations

from datetime import date

import pytest

from loaders.keys import TitleKey, document_id, is_relative, number_key, recurs, title_key, titles_match

ONE_NUMBER = [
    ("国发〔2022〕5号", "国发[2022]第05号"),
    ("国发〔2022〕5号", "国发（２０２２）５ 号"),
    ("财政部 税务总局公告2022年第28号", "中华人民共和国财政部 国家税务总局公告2022年第28号"),
    ("财政部 税务总局公告2022年第28号", "财政部税务总局2022年第28号公告"),
    ("国家发展改革委令第14号", "国家发展和改革委员会令第14号"),
    ("科学技术部公告2020年第3号", "科技部公告2020年第3号"),
    ("中国证监会公告〔2022〕27号", "中国证券监督管理委员会公告2022年第27号"),
    ("中华人民共和国国务院令第722号", "国务院令（第七百二十二号）"),
    ("GB/T 9704-2012", "GB/T9704—2012"),
]
TWO_NUMBERS = [
    ("国发〔2022〕5号", "国办发〔2022〕5号"),
    ("国发〔2022〕5号", "国发〔2021〕5号"),
    ("国务院令第14号", "商务部令第14号"),
    ("财政部 税务总局公告2022年第28号", "税务总局 财政部公告2022年第28号"),
    ("财政部公告2022年第28号", "财政部令2022年第28号"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NUMBER)
def test_writings_of_one_number_have_one_key(one: str, other: str) -> None:
    assert number_key(one) == number_key(other)


@pytest.mark.parametrize(("one", "other"), TWO_NUMBERS)
def test_different_numbers_have_different_keys(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_a_key_is_its_own_key() -> None:
    for one, other in ONE_NUMBER:
        assert number_key(number_key(one)) == number_key(one)
        assert number_key(number_key(other)) == number_key(one)


SAME_TITLE = [
    ("国务院关于加强数字政府建设的指导意见", "关于加强数字政府建设的指导意见"),
    ("财政部 税务总局关于延续有关政策的公告", "财政部 国家税务总局关于延续有关政策的公告"),
    ("商务部等8部门关于促进消费的意见", "商务部等八部门关于促进消费的意见"),
    ("国务院关于印发《计量发展规划》的通知", "国务院关于印发计量发展规划的通知"),
    ("关于印发〈管理办法〉的通知", "关于印发<管理办法>的通知"),
    ("中华人民共和国招标投标法", "招标投标法"),
    ("中华人民共和国招标投标法实施条例", "招标投标法实施条例"),
    ("江苏省物流规划（2022－2030年）", "江苏省物流规划(2022—2030年)"),
    ("“十四五”公共服务规划", "“十四五” 公共服务规划"),
    ("国家发展和改革委员会关于调整价格的通知", "国家发展改革委关于调整价格的通知"),
]
OTHER_TITLE = [
    ("江苏省人民政府关于加强质量工作的意见", "浙江省人民政府关于加强质量工作的意见"),
    ("省政府办公厅转发省商务厅关于促进消费意见的通知", "省商务厅关于促进消费意见的通知"),
    ("省政府办公厅转发省商务厅关于促进消费的意见的通知", "关于促进消费的意见"),
    ("关于印发计量发展规划的通知", "计量发展规划"),
    ("国务院关于加强质量工作的意见", "国务院关于进一步加强质量工作的意见"),
    ("江苏省优化营商环境条例", "优化营商环境条例"),
    ("财政部公告", "税务总局公告"),
    ("招标投标法", "招标投标法实施条例"),
    ("管理办法（试行）", "管理办法"),
]


@pytest.mark.parametrize(("one", "other"), SAME_TITLE)
def test_titles_of_one_document_match(one: str, other: str) -> None:
    assert titles_match(one, other)
    assert titles_match(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER_TITLE)
def test_titles_of_different_documents_do_not_match(one: str, other: str) -> None:
    assert not titles_match(one, other)
    assert not titles_match(other, one)


def test_issuers_stand_apart_from_the_rest() -> None:
    assert title_key("国务院办公厅关于推动外贸保稳提质的意见") == TitleKey("国务院办公厅", "关于推动外贸保稳提质的意见")
    assert title_key("国务院办公厅转发商务部关于外贸的意见的通知").rest == "转发商务部关于外贸的意见的通知"
    assert title_key("江苏省贯彻国务院关于质量工作意见的实施方案").issuers == ""
    assert str(title_key("财政部 国家税务总局关于出口的公告")) == "财政部税务总局|关于出口的公告"


@pytest.mark.parametrize(
    ("number", "title", "day", "expected"),
    [
        ("国发[2022]5号", "某意见", None, "国发〔2022〕5号"),
        (None, "江苏省科技《人才》决定", date(2022, 7, 29), "江苏省科技人才决定@2022-07-29"),
        (None, "江苏省科技人才决定", None, "江苏省科技人才决定"),
        ("DB32/T 4567-2023", "规范", None, "DB32/T 4567-2023"),
        (None, "国务院关于质量工作的意见", None, "国务院关于质量工作的意见"),
    ],
)
def test_a_document_is_known_by_number_then_title_and_date(
    number: str | None, title: str, day: date | None, expected: str
) -> None:
    assert document_id(number, title, day) == expected


@pytest.mark.parametrize(
    ("title", "seats", "issuers"),
    [
        ("省政府关于冷链的意见", ["江苏省"], "江苏省人民政府"),
        ("省政府关于冷链的意见", ["杭州市", "浙江省"], "浙江省人民政府"),
        ("省人民政府办公厅关于冷链的意见", ["湖北省"], "湖北省人民政府办公厅"),
        ("省委省政府关于冷链的意见", ["浙江省"], "中共浙江省委浙江省人民政府"),
        ("自治区政府关于冷链的意见", ["广西壮族自治区"], "广西壮族自治区人民政府"),
        ("市政府办公室关于冷链的意见", ["杭州市", "浙江省"], "杭州市人民政府办公室"),
        ("省人力资源社会保障厅省财政厅关于冷链的通知", ["江苏省"], "江苏省人力资源社会保障厅江苏省财政厅"),
        ("省政府关于冷链的意见", ["中国"], "省政府"),
        ("国务院办公厅关于冷链的意见", ["江苏省"], "国务院办公厅"),
        ("江苏省人民政府关于冷链的意见", ["浙江省"], "江苏省人民政府"),
    ],
)
def test_a_body_printed_by_the_kind_of_its_region_is_that_of_the_document(
    title: str, seats: list[str], issuers: str
) -> None:
    key = title_key(title, seats)
    assert key.issuers == issuers
    assert is_relative(key) is (issuers == "省政府")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("政府工作报告", True),
        ("2022年政府工作报告", True),
        ("江苏省政府工作报告", True),
        ("江苏省2022年政府工作报告", False),
        ("2022年江苏省政府工作报告", False),
        ("2023年工作要点", True),
        ("江苏省2022年度统计公报", False),
        ("国务院关于2022年工作要点", False),
        ("关于预算报告的决议", False),
        ("“十四五”冷链物流发展规划", False),
    ],
)
def test_a_title_that_recurs_names_no_one_document(title: str, expected: bool) -> None:
    assert recurs(title) is expected


@pytest.mark.parametrize(
    ("title", "issued_title", "expected"),
    [
        ("湖北省人民代表大会常务委员会公告", "湖北省旅游条例", "湖北省旅游条例@2020-11-27"),
        ("湖北省人民代表大会常务委员会公告", None, "湖北省人民代表大会常务委员会公告@2020-11-27"),
        ("湖北省财政厅关于印发旅游办法的公告", "旅游办法", "湖北省财政厅关于印发旅游办法的公告@2020-11-27"),
        ("湖北省旅游条例", None, "湖北省旅游条例@2020-11-27"),
    ],
)
def test_a_bare_announcement_is_known_by_what_it_makes_known(
    title: str, issued_title: str | None, expected: str
) -> None:
    assert document_id(None, title, date(2020, 11, 27), issued_title) == expected


@pytest.mark.parametrize(
    ("title", "issued_title", "expected"),
    [
        ("湖北省人民代表大会常务委员会公告", "湖北省旅游条例", "湖北省旅游条例@2020-11-27"),
        ("湖北省人民代表大会常务委员会公告", None, "湖北省人民代表大会常务委员会公告@2020-11-27"),
        ("湖北省第十三届人民代表大会常务委员会公告", None, "湖北省第十三届人民代表大会常务委员会公告第78号"),
        ("湖北省人民政府令", "湖北省旅游办法", "湖北省人民政府令第78号"),
    ],
)
def test_a_congress_counts_anew_with_every_term(title: str, issued_title: str | None, expected: str) -> None:
    assert document_id(f"{title}第78号", title, date(2020, 11, 27), issued_title) == expected

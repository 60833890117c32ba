"""Signature blocks in the shapes that provinces, ministries and years print; bodies and dates are facts, texts ours."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.records import Document
from loaders.signature import adopted, ordered, segment
from tests.loaders.structured import document

HEAD = "{title}\n{number}\n各有关单位：\n现将有关事项通知如下。\n"
TEXT = "一、扩大范围。把窗口延伸到乡镇。\n二、缩短时限。当天办结。\n"


def signed(signature: str, title: str = "关于做好窗口服务的通知", number: str = "苏政服〔2022〕901号") -> Document:
    return document(HEAD.format(title=title, number=number) + TEXT + signature)


MANY = """国家发展改革委
教育部
科技部
工业和信息化部
公安部
民政部
财政部
人力资源社会保障部
自然资源部
生态环境部
住房城乡建设部
交通运输部
水利部
农业农村部
商务部
文化和旅游部
国家卫生健康委
应急管理部
中国人民银行
国务院国资委
海关总署
税务总局
市场监管总局
国家统计局
国家医保局
国家林草局
国家铁路局
中国民航局
国家邮政局
全国工商联"""

SIGNATURES = {
    "one body": ("江苏省财政厅\n2022年9月1日", ["江苏省财政厅"], date(2022, 9, 1)),
    "two bodies, one a line": (
        "山东省商务厅\n山东省财政厅\n2021年12月31日",
        ["山东省商务厅", "山东省财政厅"],
        date(2021, 12, 31),
    ),
    "thirty bodies": (f"{MANY}\n2019年8月7日", MANY.split("\n"), date(2019, 8, 7)),
    "several on a line": (
        "财政部 税务总局 海关总署\n2023年3月4日",
        ["财政部", "税务总局", "海关总署"],
        date(2023, 3, 4),
    ),
    "several on two lines": (
        "浙江省教育厅  浙江省财政厅\n浙江省人力资源和社会保障厅\n2018年5月6日",
        ["浙江省教育厅", "浙江省财政厅", "浙江省人力资源和社会保障厅"],
        date(2018, 5, 6),
    ),
    "bodies that run into each other": (
        "广东省民政厅广东省财政厅\n2020年1月2日",
        ["广东省民政厅", "广东省财政厅"],
        date(2020, 1, 2),
    ),
    "body and date on one line": ("四川省水利厅 2017年6月30日", ["四川省水利厅"], date(2017, 6, 30)),
    "body run into its date": ("四川省水利厅2017年6月30日", ["四川省水利厅"], date(2017, 6, 30)),
    "text run into the signature": ("特此通知。湖南省审计厅2016年7月1日", ["湖南省审计厅"], date(2016, 7, 1)),
    "Chinese numerals": ("国务院办公厅\n二〇一三年九月二日", ["国务院办公厅"], date(2013, 9, 2)),
    "Chinese numerals with a circle": (
        "湖北省人民政府\n二○○九年十二月三十一日",
        ["湖北省人民政府"],
        date(2009, 12, 31),
    ),
    "spaced digits": ("安徽省人民政府\n2022 年 9 月 26 日", ["安徽省人民政府"], date(2022, 9, 26)),
    "full-width digits": ("河北省人民政府\n２０１１年１月５日", ["河北省人民政府"], date(2011, 1, 5)),
    "spaces inside the body": ("福 建 省 人 民 政 府\n2014年4月8日", ["福建省人民政府"], date(2014, 4, 8)),
    "a seal's word": ("陕西省人民政府（章）\n2015年5月9日", ["陕西省人民政府"], date(2015, 5, 9)),
    "a sealed office": ("甘肃省人民政府办公厅（代章）\n2015年5月9日", ["甘肃省人民政府办公厅"], date(2015, 5, 9)),
    "party and government": (
        "中共江苏省委办公厅\n江苏省人民政府办公厅\n2020年3月3日",
        ["中共江苏省委办公厅", "江苏省人民政府办公厅"],
        date(2020, 3, 3),
    ),
    "vertical and local bodies": (
        "国家税务总局浙江省税务局\n中国人民银行杭州中心支行\n浙江省财政厅\n2019年9月9日",
        ["国家税务总局浙江省税务局", "中国人民银行杭州中心支行", "浙江省财政厅"],
        date(2019, 9, 9),
    ),
    "a city's body that no register knows": ("如东县数据局\n2024年2月1日", ["如东县数据局"], date(2024, 2, 1)),
    "remark behind": ("江西省商务厅\n2021年3月2日\n（此件公开发布）", ["江西省商务厅"], date(2021, 3, 2)),
    "remark between text and signature": (
        "（联系人：王某，电话：025-80000000）\n江西省商务厅\n2021年3月2日",
        ["江西省商务厅"],
        date(2021, 3, 2),
    ),
    "attachments in front": (
        "附件：1. 窗口名录\n2. 时限表\n江西省商务厅\n2021年3月2日",
        ["江西省商务厅"],
        date(2021, 3, 2),
    ),
    "抄送 and the printing date behind": (
        "江西省商务厅\n2021年3月2日\n抄送：省委办公厅。\n江西省商务厅办公室 2021年3月3日印发",
        ["江西省商务厅"],
        date(2021, 3, 2),
    ),
    "the printing date alone": ("抄送：省委办公厅。\n江西省商务厅办公室 2021年3月3日印发", [], date(2021, 3, 3)),
    "a date that the calendar lacks": ("江西省商务厅\n2021年2月30日", ["江西省商务厅"], None),
    "a date in a heading is none": ("三、期限。自2021年9月1日起至2022年8月31日", [], None),
    "a city of another province": ("成都市人民政府\n2023年10月1日", ["成都市人民政府"], date(2023, 10, 1)),
    "an autonomous region's": (
        "新疆维吾尔自治区人民政府办公厅\n2010年10月1日",
        ["新疆维吾尔自治区人民政府办公厅"],
        date(2010, 10, 1),
    ),
    "a congress": (
        "江苏省第十三届人民代表大会常务委员会\n2022年7月29日",
        ["江苏省第十三届人民代表大会常务委员会"],
        date(2022, 7, 29),
    ),
    "a federation and a bank": (
        "中华全国总工会\n中国银行股份有限公司\n2016年6月6日",
        ["中华全国总工会", "中国银行股份有限公司"],
        date(2016, 6, 6),
    ),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_gives_bodies_and_date(name: str) -> None:
    printed, names, day = SIGNATURES[name]
    found = signed(printed)
    assert [issuer.name for issuer in found.issuers] == names
    assert found.issued_on == day


def test_a_date_alone_dates_the_document_and_its_issuers_are_the_title_s() -> None:
    found = signed("2022年9月1日", title="江苏省财政厅关于做好窗口服务的通知")
    assert [issuer.name for issuer in found.issuers] == ["江苏省财政厅"]
    assert found.issued_on == date(2022, 9, 1)


def test_bodies_alone_sign_where_the_title_names_them() -> None:
    found = signed("江苏省人民政府办公厅", title="省政府办公厅关于做好窗口服务的通知")
    assert [issuer.name for issuer in found.issuers] == ["省政府办公厅"] or found.issuers[
        0
    ].name == "江苏省人民政府办公厅"
    assert found.issued_on is None


def test_no_signature_at_all() -> None:
    found = signed("特此通知。", title="江苏省财政厅关于做好窗口服务的通知")
    assert [issuer.name for issuer in found.issuers] == ["江苏省财政厅"]
    assert found.issued_on is None


def test_an_order_is_signed_by_a_person() -> None:
    found = document(
        "中华人民共和国国务院令\n第916号\n现公布《窗口服务条例》，自2021年5月1日起施行。\n总理 李某某\n2021年3月1日"
    )
    assert found.issued_on == date(2021, 3, 1)
    assert [issuer.name for issuer in found.issuers] == ["中华人民共和国国务院"]


def test_the_notice_is_signed_before_the_text_that_it_issues() -> None:
    found = document(
        "江苏省财政厅关于印发江苏省票据方案的通知\n苏财综〔2022〕902号\n各市财政局：\n现将方案印发给你们，请执行。\n江苏省财政厅\n2022年9月1日\n"
        "江苏省票据方案\n一、开票。窗口在2022年10月1日以前开通。\n二、核销。各市财政局按月核销。\n江苏省审计厅\n2022年8月1日"
    )
    assert [issuer.name for issuer in found.issuers] == ["江苏省财政厅"]
    assert found.issued_on == date(2022, 9, 1)


def test_the_last_date_of_a_document_is_not_that_of_its_printing() -> None:
    found = signed("江西省商务厅办公室 2021年3月3日印发")
    assert found.issued_on == date(2021, 3, 3)
    assert signed("2021年3月2日\n江西省商务厅办公室 2021年3月3日印发").issued_on == date(2021, 3, 2)


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("财政部商务部", ["财政部", "商务部"]),
        ("江苏省财政厅江苏省商务厅江苏省审计厅", ["江苏省财政厅", "江苏省商务厅", "江苏省审计厅"]),
        ("财政部", ["财政部"]),
        ("财政部和商务部", []),
        ("", []),
    ],
)
def test_run_together_bodies_come_apart_only_when_all_are_known(text: str, apart: list[str]) -> None:
    assert segment(text) == apart


@pytest.mark.parametrize(
    ("bracket", "congress", "day"),
    [
        (
            "（2023年5月26日浙江省第十四届人民代表大会常务委员会第三次会议通过）",
            "浙江省人民代表大会常务委员会",
            date(2023, 5, 26),
        ),
        ("（2005年1月15日广东省第十届人民代表大会第三次会议通过）", "广东省人民代表大会", date(2005, 1, 15)),
        ("（2019年4月3日国务院令第912号公布）", None, date(2019, 4, 3)),
        (
            "（2021年3月2日国务院第912次常务会议通过　2021年3月9日国务院令第912号公布　自2021年7月1日起施行）",
            None,
            date(2021, 3, 9),
        ),
        ("（2021年3月2日省人民政府第31次常务会议通过，自2021年7月1日起施行）", None, date(2021, 3, 2)),
        (
            "（2005年3月2日省人民政府第31次常务会议通过　根据2015年12月28日省人民政府令第341号公布的《修改决定》修正）",
            None,
            date(2005, 3, 2),
        ),
        (
            "（2005年3月2日国务院令第912号发布　根据2015年6月1日国务院令第934号公布的《修改决定》修订）",
            None,
            date(2005, 3, 2),
        ),
        ("（试行）", None, None),
    ],
)
def test_an_adoption_names_congress_and_day(bracket: str, congress: str | None, day: date | None) -> None:
    assert adopted(bracket) == (congress, day)


@pytest.mark.parametrize(
    ("bracket", "number", "issuers"),
    [
        ("（2019年8月29日上海市人民政府令第21号公布）", "上海市人民政府令第21号", ("上海市人民政府",)),
        (
            "（2010年1月1日浙江省人民政府令第270号公布　根据2015年12月28日浙江省人民政府令第341号公布的"
            "《浙江省人民政府关于修改〈浙江省供水办法〉等30件规章的决定》修正）",
            None,
            ("浙江省人民政府",),
        ),
        (
            "（2016年7月27日交通运输部 工业和信息化部 公安部令2016年第60号公布）",
            "交通运输部 工业和信息化部 公安部令2016年第60号",
            ("交通运输部", "工业和信息化部", "公安部"),
        ),
        ("（根据2015年1月1日浙江省人民政府令第341号和2018年1月1日浙江省人民政府令第350号修正）", None, ()),
        ("（2022年3月1日粤府令第291号公布）", "粤府令第291号", ()),
        ("（2020年1月1日起施行）", None, ()),
    ],
)
def test_who_made_a_text_known_first_issues_it(bracket: str, number: str | None, issuers: tuple[str, ...]) -> None:
    assert ordered(bracket) == (number, issuers)

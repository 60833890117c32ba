"""Heads that are no notice's: orders, announcements, replies, texts of congresses and of the party, red heads."""

from __future__ import annotations

import pytest

from tests.loaders.elsewhere.read import Head, document, head_of

ROWS = [
    pytest.param(
        """
河北省科学技术厅
冀科资〔2008〕12号

关于申报二〇〇九年度科技计划项目的通知

各设区市科技局，各有关单位：

现将申报事项通知如下：

一、申报范围。限于应用研究。

二〇〇八年九月一日
""",
        (
            "冀科资〔2008〕12号",
            "关于申报二〇〇九年度科技计划项目的通知",
            "河北省科学技术厅",
            "2008-09-01",
            "各设区市科技局，各有关单位",
        ),
        id="letterhead above the number",
    ),
    pytest.param(
        """
财政部 国家税务总局关于延长小型微利企业所得税优惠政策执行期限的公告
财政部 税务总局公告2023年第99号

为支持小微企业发展，现将有关事项公告如下：

一、对小型微利企业减按25%计算应纳税所得额。

二、本公告执行至2027年12月31日。

特此公告。

财政部 税务总局
2023年8月2日
""",
        (
            "财政部 税务总局公告2023年第99号",
            "财政部国家税务总局关于延长小型微利企业所得税优惠政策执行期限的公告",
            "财政部 税务总局",
            "2023-08-02",
            None,
        ),
        id="announcement of two",
    ),
    pytest.param(
        """
广东省人民政府令

第211号

《广东省公共场所标识管理规定》已经2015年6月3日广东省人民政府第十二届50次常务会议通过，现予公布，自2015年10月1日起施行。

省长 张某某

2015年7月10日

广东省公共场所标识管理规定

第一条 为规范公共场所标识，制定本规定。

第二条 各级人民政府应当加强标识管理。
""",
        ("广东省人民政府令第211号", None, "广东省人民政府", "2015-07-10", None),
        id="order of a government",
    ),
    pytest.param(
        """
国务院关于修改部分行政法规的决定
国令第752号

国务院对有关行政法规进行了清理，决定如下。

一、删去《印刷业管理条例》第十条第二款。

二、本决定自2022年5月1日起施行。
""",
        ("国务院令第752号", "国务院关于修改部分行政法规的决定", "国务院", None, None),
        id="order of the State Council by its code",
    ),
    pytest.param(
        """
中共湖南省委 湖南省人民政府
关于推进乡村人才振兴的实施意见
（2021年7月8日）

为推进乡村人才振兴，提出如下意见。

一、总体要求。坚持党管人才。

二、加快培养。各级要办好培训班。
""",
        (
            None,
            "中共湖南省委湖南省人民政府关于推进乡村人才振兴的实施意见",
            "中共湖南省委 湖南省人民政府",
            "2021-07-08",
            None,
        ),
        id="party and government, date in brackets below the title",
    ),
    pytest.param(
        """
国务院关于同意设立某某综合保税区的批复

国函〔2012〕77号

海南省人民政府、海关总署：

你们关于设立综合保税区的请示收悉。现批复如下：

一、同意设立该综合保税区。

国务院
2012年8月9日
""",
        (
            "国函〔2012〕77号",
            "国务院关于同意设立某某综合保税区的批复",
            "国务院",
            "2012-08-09",
            "海南省人民政府、海关总署",
        ),
        id="reply",
    ),
    pytest.param(
        """
中国证券监督管理委员会公告
〔2020〕20号

现公布《公开募集基础设施证券投资基金指引（试行）》，自公布之日起施行。

中国证监会
2020年8月6日
""",
        ("中国证券监督管理委员会公告〔2020〕20号", None, "中国证监会", "2020-08-06", None),
        id="announcement numbered in brackets",
    ),
    pytest.param(
        """
青海省人民代表大会常务委员会关于修改《青海省节约能源条例》的决定
（2017年11月29日青海省第十二届人民代表大会常务委员会第三十七次会议通过）

青海省第十二届人民代表大会常务委员会第三十七次会议决定，对《青海省节约能源条例》作如下修改：

一、将第五条修改为：“省人民政府节能主管部门负责全省节能工作。”

本决定自公布之日起施行。
""",
        (
            None,
            "青海省人民代表大会常务委员会关于修改《青海省节约能源条例》的决定",
            "青海省人民代表大会常务委员会",
            "2017-11-29",
            None,
        ),
        id="decision of a standing committee",
    ),
    pytest.param(
        """
水利部文件

水资源〔2005〕79号

关于加强取水许可管理的通知

各流域机构，各省、自治区、直辖市水利（水务）厅（局）：

现就加强取水许可管理有关问题通知如下：

一、严格总量控制。

中华人民共和国水利部
二〇〇五年三月十日

主题词：水资源 管理 通知
""",
        (
            "水资源〔2005〕79号",
            "关于加强取水许可管理的通知",
            "中华人民共和国水利部",
            "2005-03-10",
            "各流域机构，各省、自治区、直辖市水利（水务）厅（局）",
        ),
        id="red head of 2005 with subject words",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_head_is_read_as_it_is_printed(text: str, expected: Head) -> None:
    assert head_of(text, titled=expected[1] is not None) == expected


MADE_KNOWN = """湖北省人民代表大会常务委员会公告

第78号

《湖北省旅游条例》已由湖北省第十三届人民代表大会常务委员会第二十次会议通过，现予公布，自2021年3月1日起施行。

湖北省人民代表大会常务委员会
2020年11月27日

湖北省旅游条例
（2020年11月27日湖北省第十三届人民代表大会常务委员会第二十次会议通过）

第一条 为了促进旅游业发展，制定本条例。

第二条 县级以上人民政府应当加强对旅游工作的领导。
"""


def test_a_regulation_and_the_announcement_that_makes_it_known_are_one_document() -> None:
    found = document(MADE_KNOWN)
    alone = document(MADE_KNOWN[MADE_KNOWN.index("湖北省旅游条例\n") :])
    assert found.id == alone.id == "湖北省旅游条例@2020-11-27"
    assert (found.title, found.issued_title) == ("湖北省人民代表大会常务委员会公告", "湖北省旅游条例")
    assert [item.path for item in found.provisions if item.path.startswith("第")] == ["第一条", "第二条"]


@pytest.mark.parametrize(
    ("above", "printed", "number"),
    [
        ("湖北省第十三届人民代表大会常务委员会公告", "第78号", "湖北省第十三届人民代表大会常务委员会公告第78号"),
        ("湖北省第十三届人民代表大会常务委员会公告", "（第78号）", "湖北省第十三届人民代表大会常务委员会公告第78号"),
        (
            "湖北省第十三届人民代表大会常务委员会公告",
            "（第七十八号）",
            "湖北省第十三届人民代表大会常务委员会公告第78号",
        ),
        ("湖北省人民代表大会常务委员会公告", "第 78 号", "湖北省人民代表大会常务委员会公告第78号"),
    ],
)
def test_the_announcement_of_a_congress_has_its_number_and_the_id_of_the_regulation(
    above: str, printed: str, number: str | None
) -> None:
    text = MADE_KNOWN.replace("湖北省人民代表大会常务委员会公告\n\n第78号", f"{above}\n{printed}")
    found = document(text)
    assert (found.doc_number, found.id, found.addressees) == (number, "湖北省旅游条例@2020-11-27", None)


@pytest.mark.parametrize(
    ("bracket", "number", "issuers", "day"),
    [
        ("（2019年8月29日上海市人民政府令第21号公布）", "上海市人民政府令第21号", ["上海市人民政府"], "2019-08-29"),
        ("（2020年6月29日国务院令第727号公布 自2020年9月1日起施行）", "国务院令第727号", ["国务院"], "2020-06-29"),
        ("（1998年1月1日国务院令第231号发布 根据2014年7月1日国务院令第653号修订）", None, ["国务院"], "1998-01-01"),
    ],
)
def test_a_bracket_names_the_order_that_made_a_text_known(
    bracket: str, number: str | None, issuers: list[str], day: str
) -> None:
    found = document(
        f"公共数据开放管理办法\n{bracket}\n\n第一条 为规范管理，制定本办法。\n\n第二条 各部门应当开放数据。"
    )
    assert (found.doc_number, [issuer.name for issuer in found.issuers]) == (number, issuers)
    assert found.issued_on
    assert found.issued_on.isoformat() == day

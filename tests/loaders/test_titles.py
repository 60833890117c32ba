from __future__ import annotations

import pytest

from loaders.titles import (
    BOOK,
    carried_in,
    folded,
    has_issuer,
    is_bracket_line,
    is_forwarding,
    is_title_line,
    issuer_prefix,
    kind_of,
    without_joint,
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("国务院关于促进就业的意见", "意见"),
        ("浙江省人民政府关于促进就业的实施意见", "意见"),
        ("关于规范收费的公告", "公告"),
        ("江苏省冷链规划（2022—2030年）", "规划"),
        ("关于扶持养老服务的若干政策措施", "措施"),
        ("江苏省便民服务条例（修订）", "条例"),
        ("印发《关于人才队伍的意见》", "意见"),
        ("财政部令", "令"),
        ("国务院关于同意设区的批复", "批复"),
        ("国务院办公厅关于同意设立机制的函", "函"),
        ("2023年重点工作任务分工", "分工"),
        ("2023年立法工作安排", "安排"),
        ("政务服务大厅", None),
    ],
)
def test_the_genre_noun_ends_a_title(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "prefix"),
    [
        ("国务院关于促进就业的意见", "国务院"),
        ("省政府办公厅印发江苏省方案的通知", "省政府办公厅"),
        ("商务部等13部门关于消费的通知", "商务部等13部门"),
        ("中华人民共和国财政部公告", "中华人民共和国财政部"),
        ("关于促进就业的意见", None),
        ("江苏省便民服务条例", None),
    ],
)
def test_issuers_stand_in_front_of_the_verb(title: str, prefix: str | None) -> None:
    assert issuer_prefix(title) == prefix


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("国务院关于促进就业的意见", True),
        ("商务部等13部门关于消费的通知", True),
        ("中共中央办公厅国务院办公厅印发意见", True),
        ("关于促进就业的意见", False),
        ("进一步关于促进就业的意见", False),
    ],
)
def test_a_title_names_its_issuers_or_not(title: str, named: bool) -> None:
    assert has_issuer(title) is named


def test_joint_issuers_lose_their_count() -> None:
    names = ["商务部等13部门", "工信部等五部委", "省商务厅等8个部门", "财政部等单位", "财政部"]
    assert [without_joint(name) for name in names] == ["商务部", "工信部", "省商务厅", "财政部", "财政部"]


@pytest.mark.parametrize(
    ("title", "carried"),
    [
        ("省政府办公厅关于印发江苏省物流方案的通知", "江苏省物流方案"),
        ("省政府办公厅关于印发《江苏省物流方案》的通知", "江苏省物流方案"),
        ("中共中央办公厅国务院办公厅印发《关于人才的意见》", "关于人才的意见"),
        ("省政府办公厅印发关于稳外贸若干措施的通知", "关于稳外贸若干措施"),
        ("省财政厅转发财政部关于规范票据的通知", "财政部关于规范票据的通知"),
        ("省政府办公厅转发省商务厅关于促进消费意见的通知", "省商务厅关于促进消费意见"),
        ("省财政厅转发财政部关于执行票据标准的通知", "财政部关于执行票据标准的通知"),
        ("省财政厅转发财政部关于规范票据的通知的通知", "财政部关于规范票据的通知"),
        ("关于发布《检测目录》的公告", "检测目录"),
        ("国务院关于促进就业的意见", None),
    ],
)
def test_the_text_that_a_title_carries(title: str, carried: str | None) -> None:
    assert carried_in(title) == carried


def test_forwarding_is_said_in_front_of_the_forwarded_title() -> None:
    assert is_forwarding("省财政厅转发财政部关于规范票据的通知")
    assert is_forwarding("关于转发《检测目录》的通知")
    assert not is_forwarding("省财政厅关于做好转发工作的通知")
    assert not is_forwarding("江苏省便民服务条例")


@pytest.mark.parametrize("line", ["（试行）", "（2022—2025年）", "（修订）", "（2023年版）", "（征求意见稿）"])
def test_brackets_that_belong_to_a_title(line: str) -> None:
    assert is_bracket_line(line)


@pytest.mark.parametrize("line", ["（2023年5月26日第三次会议通过）", "（此件公开发布）", "试行"])
def test_brackets_that_do_not(line: str) -> None:
    assert not is_bracket_line(line)


@pytest.mark.parametrize(
    "line", ["江苏省财政厅", "关于促进就业", "的实施意见", "江苏省“十四五”物流规划", "营商环境方案5.0", "规划（2030）"]
)
def test_title_lines(line: str) -> None:
    assert is_title_line(line)


@pytest.mark.parametrize(
    "line",
    ["", "各", "一、总体要求", "各市人民政府：", "现通知如下。", "2022年9月1日", "苏财〔2022〕1号", "附件：清单",
     "目录", "第一章 总则", "抄送：省委", "江苏省人民政府文件", "——坚持便民", "，并抓好落实", "省财政厅、", "长" * 91,
     "关于规范票据的通知……5", "关于规范票据的通知（苏财〔2022〕9号）．．．（12）",
     "关于规范票据的通知12", "意见......"],
)  # fmt: skip
def test_no_title_lines(line: str) -> None:
    assert not is_title_line(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("江南省票据政策汇编", "江南省票据政策汇编"),
        ("票据文件选编（第三辑）", "票据文件选编"),
        ("江南省人民政府公报2022年第6期（总第912期）", "江南省人民政府公报"),
        ("江南省人民政府公报2022·6", "江南省人民政府公报"),
        ("（第三辑）", None),
        ("（上册）", None),
    ],
)
def test_names_of_books_and_gazettes(line: str, name: str | None) -> None:
    found = BOOK.fullmatch(line)
    assert found
    assert found[1] == name


@pytest.mark.parametrize(
    "line", ["关于印发票据政策汇编", "省财政厅", "票据公报的通知", "（试行）", "票据汇编工作方案", "票据统计公报"]
)
def test_no_names_of_books(line: str) -> None:
    assert not BOOK.fullmatch(line)


def test_a_carried_title_is_the_same_in_both_wordings() -> None:
    assert folded("关于促进就业的若干措施") == folded("《促进就业若干措施》")
    assert folded("江苏省规划（2022－2030年）") == folded("江苏省规划(2022—2030年)")
    assert folded("促进就业措施") != folded("稳定就业措施")

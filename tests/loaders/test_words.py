"""Names of places that are only the ends of two other words, or the end of a longer one."""

from __future__ import annotations

import time

import pytest

from loaders.regions import places_in
from loaders.words import cuts_words

SHANXI, HENAN, HEBEI, SHAANXI, GANSU, SHANDONG = "140000", "410000", "130000", "610000", "620000", "370000"
GUANGDONG, HAINAN, NINGXIA, JIANGSU, YUNNAN = "440000", "460000", "640000", "320000", "530000"

ORDINARY = [
    ("严格保护江河源头和江河源区。", GUANGDONG),
    ("其中山区县比例较高，向其中山区村倾斜，集中山区力量。", GUANGDONG),
    ("健全河长治河、林长治林、湖长治湖、路长治路责任链。", SHANXI),
    ("加快建设新乡村，培育新乡镇工作者，传播新乡土文化。", HENAN),
    ("打通新出海口，拓展西南出海口，整治入海口滩涂。", HAINAN),
    ("防止大同小异，迈向大同社会，扩大同类产品出口，推进更大同步。", SHANXI),
    ("实施群众安康工程，守护人民安康。", SHAANXI),
    ("深化平安建设，推进平安校园、安定团结。", GANSU),
    ("发展合作社，创新合作机制，出台一揽子和政策，落实人才和政府项目。", GANSU),
    ("唱响东方红，面向东方，弘扬红旗渠精神，提升文昌路、文昌大道。", HAINAN),
    ("坚持和平发展，凝聚同心力量，延长产业链，保持清水长流。", HEBEI),
    ("建设示范县，争创模范县级单位，提高密度和高密集度产业占比。", SHANDONG),
    ("引入新会员，启用新会计准则，设置新密码，盘活新余额。", GUANGDONG),
    ("扩大连接规模，提升大连接能力，壮大连锁企业。", None),
    ("推动繁荣昌盛，基础坚如磐石，治理内陆河，加固泄洪洞。", None),
    ("巩固原有成果，创新干部培养，难道真的不行。", NINGXIA),
    ("施用复合肥，放松原料管制，推广西部做法，推广东部经验。", None),
    ("精简文山会海，发挥通江达海优势。", YUNNAN),
    ("改造上海路、南京街，推介黄山毛峰。", JIANGSU),
]
PLACES = [
    ("河源、中山、长治和新乡等市", None, "河源市 中山市 长治市 新乡市"),
    ("支持海口建设国际旅游城市", None, "海口市"),
    ("推进河源高质量发展，加快中山产业园建设", None, "河源市 中山市"),
    ("支持新乡全面发展，提升长治安全水平", None, "新乡市 长治市"),
    ("大同全域旅游，与大同协作", SHANXI, "大同市 大同市"),
    ("支持安康做好移民搬迁", SHAANXI, "安康市"),
    ("大连接待能力", None, "大连市"),
    ("支持海安全面发展、南通安全生产", JIANGSU, "海安市 南通市"),
    ("大连市中山区先行", None, "大连市 中山区"),
    ("中国香港与广西部分城市", None, "香港特别行政区 广西壮族自治区"),
    ("完善广州路网，改造南京街区、上海街道", None, "广州市 南京市 上海市"),
]


@pytest.mark.parametrize(("text", "province"), ORDINARY)
def test_ordinary_words_are_no_places(text: str, province: str | None) -> None:
    assert [text[start:end] for start, end, _ in places_in(text, province=province)] == []
    assert [text[start:end] for start, end, _ in places_in(text)] == []


@pytest.mark.parametrize(("text", "province", "expected"), PLACES)
def test_places_beside_ordinary_words_are_found(text: str, province: str | None, expected: str) -> None:
    found = (item.name for _, _, places in places_in(text, province=province) for item in places)
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "name", "cut"),
    [
        ("江河源头", "河源", True),
        ("支持河源头部企业", "河源", False),
        ("出海口", "海口", True),
        ("苏州工业园区", "苏州", False),  # a longer word that begins with the name is the reader's to judge
    ],
)
def test_a_span_cuts_the_words_around_it(text: str, name: str, cut: bool) -> None:
    start = text.index(name)
    assert cuts_words(text, start, start + len(name)) is cut


def test_weighing_is_linear() -> None:
    def seconds(times: int) -> float:
        started = time.process_time()  # other processes do not count
        list(places_in("江河源头" * times))
        return time.process_time() - started

    short, long = (min(seconds(times) for _ in range(3)) for times in (300, 2400))
    assert long < 20 * short + 0.1

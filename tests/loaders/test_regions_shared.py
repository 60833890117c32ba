"""Rows of short names before an institution whose kind is printed once."""

from __future__ import annotations

import pytest

from loaders.regions import places_in

ROWS = [
    ("拱北、福州、厦门海关联合开展监管创新。", ""),
    ("在上海、北京证券交易所和郑州、广州期货交易所上市。", ""),
    ("人民银行西安、成都、武汉分行，人民银行上海总部", ""),
    ("海口、北京、广州知识产权法院和广州、宁波海事法院", ""),
    ("中国铁路沈阳、哈尔滨局集团，兰州、成都铁路局", ""),
    ("扩建南宁、柳州机场，支持武汉、厦门大学", ""),
    ("由广东、浙江和江苏证监局负责", ""),
    # a place and an institution, an institution that is still to come, full names of places
    ("推动无锡和南京海关合作", "无锡市"),
    ("支持无锡、南通设立海关监管场所", "无锡市 南通市"),
    ("支持无锡、南通，南京海关", "无锡市 南通市"),
    ("在无锡市、南京海关试点", "无锡市"),
    ("服务长三角、南京海关", "长三角"),
    ("在徐州、淮安布局国家实验室分支机构，在盐城落户大学", "徐州市 淮安市 盐城市"),
    ("发展南京、苏州总部经济，建设上海总部基地", "南京市 苏州市 上海市"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_shared_institution_takes_the_whole_row(text: str, expected: str) -> None:
    assert " ".join(item.name for _, _, places in places_in(text) for item in places) == expected

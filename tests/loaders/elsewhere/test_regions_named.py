"""Regions that a unit names, in documents of any province."""

from __future__ import annotations

import pytest

from tests.loaders.elsewhere.read import unit

HUNAN, SICHUAN, HEBEI, GUANGDONG, STATE = (
    "湖南省人民政府办公厅",
    "四川省人民政府",
    "河北省财政厅",
    "广东省人民政府",
    "国务院办公厅",
)

ROWS = [
    ("支持长沙、株洲、湘潭建设示范区。", HUNAN, "长沙市 株洲市 湘潭市"),
    ("支持长株潭都市圈建设。", HUNAN, "长株潭"),
    ("在全省推广先进经验。", HUNAN, "湖南省"),
    ("我省要对接粤港澳大湾区。", HUNAN, "湖南省 粤港澳大湾区"),
    ("支持湘西土家族苗族自治州发展旅游。", HUNAN, "湘西土家族苗族自治州"),
    ("推动成渝地区双城经济圈建设。", SICHUAN, "成渝地区双城经济圈"),
    ("支持甘孜州、阿坝州、凉山州发展。", SICHUAN, "甘孜藏族自治州 阿坝藏族羌族自治州 凉山彝族自治州"),
    ("推动川渝合作。", SICHUAN, "四川省 重庆市"),
    ("由成都海关负责监管。", SICHUAN, ""),
    ("提升成都双流国际机场能力。", SICHUAN, ""),
    ("支持绵阳市涪城区开展试点。", SICHUAN, "绵阳市 涪城区"),
    ("推进京津冀协同发展，支持雄安新区建设。", HEBEI, "京津冀 雄安新区"),
    ("石家庄市、唐山市要先行先试。", HEBEI, "石家庄市 唐山市"),
    ("支持正定县、平山县建设。", HEBEI, "正定县 平山县"),
    ("引进德国先进技术。", HEBEI, ""),
    ("支持深圳前海、珠海横琴、广州南沙开放。", GUANGDONG, "深圳市 珠海市 广州市"),
    ("加强与港澳合作。", GUANGDONG, "香港特别行政区 澳门特别行政区"),
    ("鼓励粤东粤西粤北地区承接产业。", GUANGDONG, "粤东 粤西 粤北"),
    ("支持西部地区、东北地区加快发展。", STATE, ""),
    ("在北京、上海、海南开展试点。", STATE, "北京市 上海市 海南省"),
    ("推进长江经济带和黄河流域生态保护。", STATE, "长江经济带 黄河流域"),
    ("支持新疆、西藏和四省涉藏州县发展。", STATE, "新疆维吾尔自治区 西藏自治区"),
    ("提高北京大学办学水平。", STATE, ""),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), ROWS)
def test_regions_of_a_unit(text: str, issuer: str, expected: str) -> None:
    found = unit(text, issuer).places
    assert " ".join(dict.fromkeys(fact.place.name for fact in found)) == expected

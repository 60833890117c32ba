"""Responsibilities: lists of local governments, and lists with names that the registry has not."""

from __future__ import annotations

import pytest

from tests.loaders.find.duties import CENTRAL, GUANGXI, JIANGSU, NANJING, SHANGHAI, SICHUAN, found
from tests.loaders.find.one_unit import scope

LISTS = [
    (
        "压减环节。（省商务厅，各市（自治州）人民政府、滨江新区管委会，各县（市、区、特区）人民政府）",
        SICHUAN,
        "省商务厅:resp 各市（自治州）人民政府:resp* 滨江新区管委会:resp 各县（市、区、特区）人民政府:resp*",
    ),
    ("压减环节。（各区县（自治县）人民政府负责）", CENTRAL, "各区县（自治县）人民政府:resp*"),
    ("压减环节。（各区县（自治县，含滨江新区）政府负责）", CENTRAL, "各区县（自治县，含滨江新区）政府:resp*"),
    ("压减环节。（各市（含昆山、太仓市）人民政府负责）", CENTRAL, "各市（含昆山、太仓市）人民政府:resp*"),
    ("压减环节。（各市（州）、县（市、区、行委）政府负责）", CENTRAL, "各市（州）、县（市、区、行委）政府:resp*"),
    ("压减环节。（各盟市行政公署、人民政府负责）", CENTRAL, "各盟市行政公署、人民政府:resp*"),
    ("压减环节。（各市、县、自治县人民政府负责）", CENTRAL, "各市、县、自治县人民政府:resp*"),
    ("压减环节。（各县、不设区的市、市辖区人民政府负责）", CENTRAL, "各县、不设区的市、市辖区人民政府:resp*"),
    ("压减环节。（各市、自治州人民政府负责）", CENTRAL, "各市、自治州人民政府:resp*"),
    ("压减环节。（各市、州、直管市及林区人民政府负责）", CENTRAL, "各市、州、直管市及林区人民政府:resp*"),
    ("压减环节。（省财政厅负责，人民政府配合）", JIANGSU, "省财政厅:resp"),
    (
        "压减环节。（省教育厅牵头负责，省财政厅负责，以下任务均需各市州、县市区人民政府负责，不再列出）",
        JIANGSU,
        "省教育厅:lead 省财政厅:part 各市州、县市区人民政府:part*",
    ),
    (
        "压减环节。（省教育厅牵头，省财政厅，各市〔州〕、县〔市、区〕政府负责落实）",
        JIANGSU,
        "省教育厅:lead 省财政厅:part 各市〔州〕、县〔市、区〕政府:part*",
    ),
    ("压减环节。（省教育厅牵头，各州[市]人民政府配合）", JIANGSU, "省教育厅:lead 各州[市]人民政府:part*"),
]

LISTS += [
    ("压减环节。（省财政部门、市县财政、税务部门负责）", JIANGSU, "省财政部门:resp* 市县财政、税务部门:resp*"),
    ("压减环节。（省公积金管理部门、街道办事处负责）", JIANGSU, "省公积金管理部门:resp* 街道办事处:resp*"),
    ("压减环节。（省级机关各部门、省属国有企业负责）", JIANGSU, "省级机关各部门:resp* 省属国有企业:resp*"),
    (
        "压减环节。（市直相关部门、各县（市、区）党委和政府、各开发区党工委和管委会）",
        NANJING,
        "市直相关部门:resp* 各县（市、区）党委和政府:resp* 各开发区党工委和管委会:resp*",
    ),
    (
        "压减环节。（市财政局，各区县〔自治县，含滨江新区，以下统称各区县〕政府）",
        NANJING,
        "市财政局:resp 各区县〔自治县，含滨江新区，以下统称各区县〕政府:resp*",
    ),
]

UNKNOWN = [
    ("压减环节。（省科技厅、滨海实验室）", JIANGSU, "省科技厅:resp 滨海实验室:resp"),
    ("压减环节。（各设区市人民政府、省港口集团）", JIANGSU, "各设区市人民政府:resp* 省港口集团:resp"),
    (
        "压减环节。（省质量强省建设领导小组办公室、省直相关部门）",
        SICHUAN,
        "省质量强省建设领导小组办公室:resp 省直相关部门:resp*",
    ),
    ("压减环节。（省联社、各市（州）党委政府）", SICHUAN, "省联社:resp 各市（州）党委政府:resp*"),
    (
        "压减环节。（省民政厅，省养老服务领导小组各成员单位负责）",
        SICHUAN,
        "省民政厅:resp 省养老服务领导小组各成员单位:resp*",
    ),
    ("压减环节。（和田地区行署、阿克苏地区行署负责）", CENTRAL, "和田地区行署:resp 阿克苏地区行署:resp"),
]

UNKNOWN += [
    ("规范收费。（省民政厅、行业协会商会按职责分工负责）", JIANGSU, "省民政厅:resp 行业协会商会:resp*"),
    ("规范收费。（各街道办事处）", SHANGHAI, "各街道办事处:resp*"),
    ("压减环节。（榆次区、和顺县人民政府负责）", CENTRAL, "榆次区:resp 和顺县人民政府:resp"),
    ("压减环节。（农牧厅、林草局、科技厅按职责分工负责）", GUANGXI, "农牧厅:resp 林草局:resp 科技厅:resp"),
    ("压减环节。（自治区林草局、兵团林草局负责）", GUANGXI, "自治区林草局:resp 兵团林草局:resp"),
    (
        "压减环节。（兵团发展改革委、兵团各师市、兵团第六师、第八师滨海市，兵团负责）",
        GUANGXI,
        "兵团发展改革委:resp 兵团各师市:resp* 兵团第六师:resp 第八师滨海市:resp 兵团:resp",
    ),
    (
        "讲好故事。（省农业农村厅、省委宣传部、江苏广播电视台）",
        JIANGSU,
        "省农业农村厅:resp 省委宣传部:resp 江苏广播电视台:resp",
    ),
    ("讲好故事。（省农业农村厅、省委宣传部、滨海控股）", JIANGSU, "省农业农村厅:resp 省委宣传部:resp 滨海控股:resp"),
    ("讲好故事。（省农业农村厅、省委宣传部、有关媒体）", JIANGSU, "省农业农村厅:resp 省委宣传部:resp"),
    (
        "压减环节。（省文化和旅游厅，大理州、丽江市、西双版纳州人民政府）",
        SICHUAN,
        "省文化和旅游厅:resp 大理州:resp 丽江市:resp 西双版纳州人民政府:resp",
    ),
]

TAILS = [
    (
        "压减环节。（省教育厅、省体育局、有关市政府按职责分工负责）",
        SICHUAN,
        "省教育厅:resp 省体育局:resp 有关市政府:resp*",
    ),
    ("压减环节。（省林草局、相关市（州）政府）", SICHUAN, "省林草局:resp 相关市（州）政府:resp*"),
    (
        "压减环节。（省林草局牵头，省审计厅、有关市（州）人民政府配合）",
        SICHUAN,
        "省林草局:lead 省审计厅:part 有关市（州）人民政府:part*",
    ),
    (
        "压减环节。（责任单位：省林草局、绵阳市政府、有关县（市、区）政府）",
        SICHUAN,
        "省林草局:resp 绵阳市政府:resp 有关县（市、区）政府:resp*",
    ),
    (
        "压减环节。（民政部牵头，国务院相关部门及有关地区按职责分工负责）",
        CENTRAL,
        "民政部:lead 国务院相关部门:part* 有关地区:part*",
    ),
    ("压减环节。（民政部、审计署以及相关地区负责）", CENTRAL, "民政部:resp 审计署:resp 相关地区:resp*"),
    ("压减环节。（民政部和各有关地方人民政府负责）", CENTRAL, "民政部:resp 各有关地方人民政府:resp*"),
    ("压减环节。（民政部商有关地区负责）", CENTRAL, "民政部:lead 有关地区:part*"),
    ("压减环节。（民政部等部门及有关省级人民政府负责）", CENTRAL, "民政部:resp 有关省级人民政府:resp*"),
    ("压减环节。（民政部、审计署及其他有关部门负责）", CENTRAL, "民政部:resp 审计署:resp 其他有关部门:resp*"),
    ("压减环节。（民政部及其所属单位负责）", CENTRAL, "民政部:resp"),
    ("压减环节。（水利部、黄河流域有关省（区）负责）", CENTRAL, "水利部:resp 黄河流域有关省（区）:resp*"),
    ("压减环节。（水利部，长江流域、淮河流域有关省份负责）", CENTRAL, "水利部:resp 长江流域、淮河流域有关省份:resp*"),
    (
        "压减环节。（水利部，京津冀及周边有关省（区、市）人民政府负责）",
        CENTRAL,
        "水利部:resp 京津冀及周边有关省（区、市）人民政府:resp*",
    ),
    (
        "压减环节。（和田地区有关县市、呼和浩特市相关旗县负责）",
        CENTRAL,
        "和田地区有关县市:resp* 呼和浩特市相关旗县:resp*",
    ),
    (
        "压减环节。（省林草局、项目所在地市（州）人民政府负责）",
        SICHUAN,
        "省林草局:resp 项目所在地市（州）人民政府:resp*",
    ),
    ("压减环节。（省林草局、沿江各市人民政府）", JIANGSU, "省林草局:resp 沿江各市人民政府:resp*"),
    ("压减环节。（自治区林草局，有关地州市、师市负责）", GUANGXI, "自治区林草局:resp 有关地州市、师市:resp*"),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), LISTS + UNKNOWN + TAILS)
def test_every_list_gives_its_bodies_with_their_roles(text: str, issuer: str, expected: str) -> None:
    assert found(scope(text, issuer)) == expected

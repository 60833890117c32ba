"""Responsibilities: names that look like verbs, rows of places that print their unit once, kinds of bodies."""

from __future__ import annotations

import pytest

from loaders.find.responsibilities import responsibilities
from tests.loaders.find.duties import CENTRAL, JIANGSU, NANJING, SHANGHAI, found
from tests.loaders.find.one_unit import scope

LIKE_VERBS = [
    (
        "服务台商。（市台办、滨江试验区管委会办公室、市商务局）",
        NANJING,
        "市台办:resp 滨江试验区管委会办公室:resp 市商务局:resp",
    ),
    (
        "办好赛会。（市园博会组委会办公室、市残联、市妇联负责）",
        NANJING,
        "市园博会组委会办公室:resp 市残联:resp 市妇联:resp",
    ),
    ("办好赛会。（市园博会组织委员会办公室、市商务局）", NANJING, "市园博会组织委员会办公室:resp 市商务局:resp"),
    ("办好赛会。（市商务局会同滨江试验区管委会办公室负责）", NANJING, "市商务局:lead 滨江试验区管委会办公室:part"),
    ("办好赛会。（市商务局牵头，滨江试验区管委会会办）", NANJING, "市商务局:lead 滨江试验区管委会:part"),
    ("办好赛会。（滨江试验区管委会会办，市商务局牵头）", NANJING, "滨江试验区管委会:part 市商务局:lead"),
    ("办好赛会。（市商务局组织，市残联配合）", NANJING, "市商务局:resp 市残联:part"),
]

LIKE_VERBS += [
    (
        "建好通道。（推动黄河流域保护领导小组办公室、财政部负责）",
        CENTRAL,
        "推动黄河流域保护领导小组办公室:resp 财政部:resp",
    ),
    (
        "建好通道。（财政部会同推进“平急两用”设施建设领导小组办公室负责）",
        CENTRAL,
        "财政部:lead 推进“平急两用”设施建设领导小组办公室:part",
    ),
    (
        "建好通道。（国务院推进标准化和“双随机”监管协调小组办公室牵头，财政部参与）",
        CENTRAL,
        "国务院推进标准化和“双随机”监管协调小组办公室:lead 财政部:part",
    ),
    ("建好通道。（财政部负责，推动各地成立领导小组办公室）", CENTRAL, "财政部:resp"),
    ("建好通道。（财政部负责，推进改革领导小组办公室工作）", CENTRAL, "财政部:resp"),
    ("建好通道。（国务院统筹推进，财政部负责）", CENTRAL, "国务院:resp 财政部:resp"),
]

NESTED = [
    ("办好赛会。（省教育厅（省委教育工委）牵头）", JIANGSU, "省教育厅:lead 省委教育工委:lead"),
    (
        "办好赛会。（责任单位：省委宣传部〔省文明办、省新闻办〕、省财政厅）",
        JIANGSU,
        "省委宣传部:resp 省文明办:resp 省新闻办:resp 省财政厅:resp",
    ),
    ("办好赛会。（省商务厅（口岸办）负责）", JIANGSU, "省商务厅:resp 口岸办:resp"),
    ("办好赛会。（省财政厅（税政处）、省林业局（南京）负责）", JIANGSU, "省财政厅:resp 省林业局:resp"),
    ("办好赛会。（省财政厅（省级部门、含省税务局）负责）", JIANGSU, "省财政厅:resp"),
]

HELPING = [
    (
        "办好赛会。（省教育厅、省财政厅，省体育局配合）",
        JIANGSU,
        "省教育厅:resp 省财政厅:resp 省体育局:part",
    ),
    ("办好赛会。（省教育厅，省体育局、省财政厅参与）", JIANGSU, "省教育厅:resp 省体育局:part 省财政厅:part"),
    ("办好赛会。（省教育厅、省体育局配合）", JIANGSU, "省教育厅:part 省体育局:part"),
    (
        "办好赛会。（省教育厅负责，省体育局、省财政厅，各设区市人民政府配合）",
        JIANGSU,
        "省教育厅:resp 省体育局:part 省财政厅:part 各设区市人民政府:part*",
    ),
    ("办好赛会。（省教育厅牵头；省体育局，省财政厅配合）", JIANGSU, "省教育厅:lead 省体育局:part 省财政厅:part"),
]

ROWS = [
    ("改造老街。（浦口区、六合区、溧水区政府）", NANJING, "浦口区政府:resp 六合区政府:resp 溧水区政府:resp"),
    (
        "改造老街。（南京、无锡、苏州三市人民政府负责）",
        JIANGSU,
        "南京市人民政府:resp 无锡市人民政府:resp 苏州市人民政府:resp",
    ),
    (
        "改造老街。（上海市、江苏省、浙江省人民政府）",
        CENTRAL,
        "上海市人民政府:resp 江苏省人民政府:resp 浙江省人民政府:resp",
    ),
    (
        "改造老街。（省商务厅、南京市、苏州市人民政府）",
        JIANGSU,
        "省商务厅:resp 南京市人民政府:resp 苏州市人民政府:resp",
    ),
    (
        "改造老街。（市商务局，浦口、六合、溧水区政府）",
        NANJING,
        "市商务局:resp 浦口区政府:resp 六合区政府:resp 溧水区政府:resp",
    ),
    (
        "改造老街。（浦口、六合和溧水区人民政府负责）",
        NANJING,
        "浦口区人民政府:resp 六合区人民政府:resp 溧水区人民政府:resp",
    ),
    ("改造老街。（浦口和六合区负责）", NANJING, "浦口区:resp 六合区:resp"),
    (
        "改造老街。（省商务厅牵头，泗洪、金湖县和浦口、六合区政府配合）",
        JIANGSU,
        "省商务厅:lead 泗洪县:part 金湖县:part 浦口区政府:part 六合区政府:part",
    ),
    (
        "改造老街。（和平、红桥、河东区政府，市商务局）",
        SHANGHAI,
        "和平区政府:resp 红桥区政府:resp 河东区政府:resp 市商务局:resp",
    ),
    ("改造老街。（红桥、和平区政府负责）", SHANGHAI, "红桥区政府:resp 和平区政府:resp"),
    (
        "改造老街。（省商务厅，泗洪、金湖等县人民政府负责）",
        JIANGSU,
        "省商务厅:resp 泗洪县人民政府:resp 金湖县人民政府:resp",
    ),
    ("改造老街。（省商务厅，泗洪、金湖等县负责）", JIANGSU, "省商务厅:resp 泗洪县:resp 金湖县:resp"),
    (
        "改造老街。（贵阳、黔南、黔东南等市、州人民政府负责）",
        CENTRAL,
        "贵阳市人民政府:resp 黔南州人民政府:resp 黔东南州人民政府:resp",
    ),
    ("改造老街。（昆明、大理两州市政府负责）", CENTRAL, "昆明市政府:resp 大理州政府:resp"),
    ("改造老街。（南京市、苏州市等5市人民政府负责）", JIANGSU, "南京市人民政府:resp 苏州市人民政府:resp"),
    ("改造老街。（南京市、苏州市等市商务局负责）", JIANGSU, "南京市:resp 苏州市:resp 市商务局:resp"),
    ("改造老街。（南京市、苏州市等设区市人民政府负责）", JIANGSU, "南京市:resp 苏州市:resp 设区市人民政府:resp*"),
    ("改造老街。（教育、民政、六合区政府负责）", NANJING, "六合区政府:resp"),
    ("改造老街。（各县、区政府负责）", NANJING, "各县、区政府:resp*"),
    ("改造老街。（省商务厅、公安厅，市、县政府负责）", JIANGSU, "省商务厅:resp 公安厅:resp 市、县政府:resp*"),
]

KINDS = [
    ("降低电价。（省能源局、各供电企业）", JIANGSU, "省能源局:resp 各供电企业:resp*"),
    ("降低电价。（省能源局、有关银行机构）", JIANGSU, "省能源局:resp 有关银行机构:resp*"),
    ("降低电价。（省能源局和相关职业院校、省级国企）", JIANGSU, "省能源局:resp 相关职业院校:resp* 省级国企:resp*"),
    (
        "降低电价。（省能源局，各有关行业组织、有关金融机构负责）",
        JIANGSU,
        "省能源局:resp 各有关行业组织:resp* 有关金融机构:resp*",
    ),
    ("降低电价。（省能源局、各部门指导企业落实）", JIANGSU, "省能源局:resp 各部门:resp*"),
    ("降低电价。（省能源局督促各供电企业落实）", JIANGSU, "省能源局:resp"),
    ("支持各类主体。（各供电企业、有关银行机构）", JIANGSU, ""),
    ("支持各类主体。（省能源局、各类市场主体）", JIANGSU, ""),
    ("降低电价。（责任单位：省能源局、县科协、万物互联、产业链串联）", JIANGSU, "省能源局:resp 县科协:resp"),
    ("降低电价。（省能源局、省税务局，各在宁金融机构）", JIANGSU, "省能源局:resp 省税务局:resp 各在宁金融机构:resp*"),
    ("降低电价。（省能源局，中央驻苏单位）", JIANGSU, "省能源局:resp 中央驻苏单位:resp*"),
    ("降低电价。（省能源局、其他各市政府）", JIANGSU, "省能源局:resp 其他各市政府:resp*"),
    ("降低电价。（省能源局，江苏人民广播电台）", JIANGSU, "省能源局:resp 江苏人民广播电台:resp"),
    ("降低电价。（省能源局负责，在建企业、在线教育企业配合）", JIANGSU, "省能源局:resp"),
    ("降低电价。（省能源局负责，各市、县参照执行）", JIANGSU, "省能源局:resp 各市、县:resp*"),
    ("降低电价。（省能源局负总责，其他部门各司其职）", JIANGSU, "省能源局:resp 其他部门:resp*"),
    ("降低电价。（各级地方政府、沿海市级人民政府负责）", JIANGSU, "各级地方政府:resp* 沿海市级人民政府:resp*"),
    ("降低电价。（省能源局、各专项牵头单位负责）", JIANGSU, "省能源局:resp 各专项牵头单位:resp*"),
    ("降低电价。（省能源局、各市牵头，单位配合）", JIANGSU, "省能源局:lead 各市:lead*"),
    ("降低电价。（省直管县（市）人民政府、省能源局负责）", JIANGSU, "省直管县（市）人民政府:resp* 省能源局:resp"),
    ("降低电价。（商务部、有关驻外使领馆负责）", CENTRAL, "商务部:resp 有关驻外使领馆:resp*"),
    (
        "降低电价。（苏北五市党委和政府，沿江8市人民政府负责）",
        JIANGSU,
        "苏北五市党委和政府:resp* 沿江8市人民政府:resp*",
    ),
    ("降低电价。（以上均需各市人民政府配合）", JIANGSU, "各市人民政府:part*"),
    ("降低电价。（财政部、各保税区所在地省级人民政府负责）", CENTRAL, "财政部:resp 各保税区所在地省级人民政府:resp*"),
    ("办好学校。（教育部和有关试点地区负责）", CENTRAL, "教育部:resp 有关试点地区:resp*"),
    ("办好学校。（教育部，试点县（市）人民政府）", CENTRAL, "教育部:resp 试点县（市）人民政府:resp*"),
    ("办好学校。（教育部牵头，各省份参与）", CENTRAL, "教育部:lead 各省份:part*"),
    ("办好学校。（各试点省份、有关城市按职责分工负责）", CENTRAL, "各试点省份:resp* 有关城市:resp*"),
    ("办好学校。（教育部会同各地区各有关部门负责）", CENTRAL, "教育部:lead 各地区各有关部门:part*"),
    ("办好学校。（试点地区）", CENTRAL, ""),
    ("办好学校。（教育部、试点学校名单）", CENTRAL, ""),
]


@pytest.mark.parametrize(("text", "issuer", "expected"), LIKE_VERBS + NESTED + HELPING + ROWS + KINDS)
def test_names_are_read_whole(text: str, issuer: str, expected: str) -> None:
    assert found(scope(text, issuer)) == expected


@pytest.mark.parametrize(
    ("text", "issuer", "ids"),
    [
        (
            "改造老街。（浦口、鼓楼、江宁区政府负责）",
            NANJING,
            ["浦口区人民政府", "南京市鼓楼区人民政府", "江宁区人民政府"],
        ),
        ("改造老街。（无锡、常州市负责）", JIANGSU, ["无锡市人民政府", "常州市人民政府"]),
        ("改造老街。（朝阳、宝山区负责）", SHANGHAI, ["朝阳区", "上海市宝山区人民政府"]),
    ],
)
def test_a_place_takes_the_unit_of_its_row(text: str, issuer: str, ids: list[str]) -> None:
    assert [item.body.id for item in responsibilities(scope(text, issuer))] == ids

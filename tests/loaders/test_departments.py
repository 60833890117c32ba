"""The body registry: every row's example, the names of one body, levels, provinces and issuers."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date

import pytest

from loaders.bodies_names import full_name, places_by_code
from loaders.bodies_tables import centrals, rows
from loaders.departments import bodies_in, body, is_body_name, issuers_of, level_of, province_of, related, resolve
from loaders.records import Level
from loaders.signature import segment

JIANGSU, NANJING = "320000", "320100"


def names(template: str) -> re.Pattern[str]:
    """The full names that a template with {P}, {S}, {O}, {T} can have."""
    return re.compile(re.sub(r"\\\{[PSOT]\\\}", ".+", re.escape(template)))


@pytest.mark.parametrize("row", rows("departments"), ids=lambda row: row["name"])
def test_every_name_of_a_central_body_is_that_body(row: dict[str, str]) -> None:
    for name in (row["example"], row["name"], row["short"], *filter(None, row["aliases"].split("|"))):
        assert resolve(name, level="central", province=None).id == row["name"]
        assert is_body_name(name)


@pytest.mark.parametrize("row", rows("departments_local"), ids=lambda row: row["name"])
def test_every_local_template_reads_its_example(row: dict[str, str]) -> None:
    found = resolve(row["example"], level="city", province=NANJING)
    assert found.known
    assert names(row["name"]).fullmatch(found.id)


@pytest.mark.parametrize("row", rows("departments_generic"), ids=lambda row: row["example"])
def test_every_generic_pattern_reads_its_example(row: dict[str, str]) -> None:
    assert re.fullmatch(r".{2,}", row["pattern"])
    for example in row["example"].split("|"):
        assert resolve(example, level=None, province=None).kind == "generic"


@pytest.mark.parametrize("row", rows("departments_codes"), ids=lambda row: row["code"])
def test_every_number_code_gives_its_issuer(row: dict[str, str]) -> None:
    (found,) = issuers_of(row["example"], None)
    assert found.known
    assert names(row["issuer"]).fullmatch(found.id)


@pytest.mark.parametrize("row", rows("departments_marks"), ids=lambda row: row["place"])
def test_every_city_is_told_by_its_character_where_the_title_agrees(row: dict[str, str]) -> None:
    (found,) = issuers_of(row["example"], f"{row['place']}人民政府关于甲的意见")
    assert (found.id, found.level) == (f"{row['place']}人民政府{row['office']}", "city")


@pytest.mark.parametrize("row", rows("departments_provinces"), ids=lambda row: row["name"])
def test_every_province_is_told_by_its_character(row: dict[str, str]) -> None:
    (found,) = issuers_of(f"{row['example']}〔2021〕3号", f"{row['name']}人民政府关于甲的意见")
    assert (found.id, found.level, found.region) == (f"{row['name']}人民政府", "province", row["code"])


def test_no_name_belongs_to_two_central_bodies() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for row in centrals():
        for name in (row.name, row.short, *row.aliases):
            owners[name].add(row.name)
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("code", ["320000", "310000", "450000", "320100", "320106", "222400"])
def test_a_local_body_is_found_again_by_each_of_its_aliases(code: str) -> None:
    place = places_by_code()[code]
    for row in rows("departments_local"):
        if "{s}" in row["forms"] or "{S}" in row["name"]:
            continue
        found = resolve(
            row["forms"].split("|")[0].replace("{p}", "{f}").replace("{f}", full_name(place)), level=None, province=code
        )
        assert found.known
        assert {resolve(name, level=None, province=None).id for name in (found.id, *found.aliases)} == {found.id}


SAME = [
    ("国家发展改革委", "central", None, "国家发展和改革委员会"),
    ("发展改革委", "ministry", None, "国家发展和改革委员会"),
    ("工业和信息化部", "ministry", None, "工业和信息化部"),
    ("卫生健康委", "ministry", None, "国家卫生健康委员会"),
    ("中国贸促会", "central", None, "中国国际贸易促进委员会"),
    ("省发展改革委", "province", "320000", "江苏省发展和改革委员会"),
    ("省发改委", "province", "330000", "浙江省发展和改革委员会"),
    ("江苏省发展改革委", "province_dept", "320000", "江苏省发展和改革委员会"),
    ("北京市发展改革委", "province_dept", "110000", "北京市发展和改革委员会"),
    ("市发展改革委", "province", "310000", "上海市发展和改革委员会"),
    ("自治区党委", "province", "150000", "中共内蒙古自治区委员会"),
    ("新疆维吾尔自治区人民政府", "province", None, "新疆维吾尔自治区人民政府"),
    ("省政府", "province", "440000", "广东省人民政府"),
    ("省政府办公厅", "province", "320000", "江苏省人民政府办公厅"),
    ("省委", "province", "510000", "中共四川省委员会"),
    ("省委办公厅", "province", "370000", "中共山东省委办公厅"),
    ("省人大常委会", "province", "320000", "江苏省人民代表大会常务委员会"),
    ("省委网信办", "province", "320000", "中共江苏省委网络安全和信息化委员会办公室"),
    ("省国资委", "province", "320000", "江苏省人民政府国有资产监督管理委员会"),
    ("省外办", "province", "320000", "江苏省人民政府外事办公室"),
    ("省法院", "province", "320000", "江苏省高级人民法院"),
    ("南京市财政局", "city", None, "南京市财政局"),
    ("市财政局", "city", "320100", "南京市财政局"),
    ("省财政厅", "city", "320100", "江苏省财政厅"),
    ("昆山市人民政府", "county", None, "昆山市人民政府"),
    ("鼓楼区教育局", "county", "350000", "福州市鼓楼区教育局"),
    ("江苏省南京市鼓楼区教育局", "county", None, "南京市鼓楼区教育局"),
    ("南京海关", "province", "320000", "中华人民共和国南京海关"),
    ("省税务局", "province", "320000", "国家税务总局江苏省税务局"),
    ("国家税务总局南京市税务局", "city", None, "国家税务总局南京市税务局"),
    ("人民银行南京分行", "province", "320000", "中国人民银行南京分行"),
    ("人民银行苏州市中心支行", "city", None, "中国人民银行苏州中心支行"),
    ("江苏银保监局", "province", "320000", "中国银行保险监督管理委员会江苏监管局"),
    ("江苏证监局", "province", "320000", "中国证券监督管理委员会江苏监管局"),
    ("江苏海事局", "province", "320000", "中华人民共和国江苏海事局"),
    ("省邮政管理局", "province", "320000", "江苏省邮政管理局"),
    ("国家外汇局江苏省分局", "province", "320000", "国家外汇管理局江苏省分局"),
    ("南通市", "province", "320000", "南通市人民政府"),
    ("财政部 办公厅", "ministry", None, "财政部办公厅"),
    ("各设区市人民政府", "province", "320000", "各设区市人民政府@320000"),
    ("国务院有关部门", "province", "320000", "国务院有关部门"),
    ("省高新技术企业协会", "province", "320000", "省高新技术企业协会"),
    ("鼓楼区教育局", "central", None, "鼓楼区教育局"),
    ("市财政局", "province", "320000", "市财政局"),
    ("财政厅", "province", "640000", "宁夏回族自治区财政厅"),
    ("发展改革委", "province", "640000", "国家发展和改革委员会"),
    ("财政厅", "province", None, "财政厅"),
    ("某某市", "province", "320000", "某某市"),
    ("苏州", "province", "320000", "苏州市人民政府"),
    ("厅", "province", None, "厅"),
    ("甘孜州", "province", "510000", "甘孜藏族自治州人民政府"),
    ("大理州财政局", "province", "530000", "大理白族自治州财政局"),
    ("海南州政府", "province", "630000", "海南藏族自治州人民政府"),
    ("海南省财政厅", "province", "460000", "海南省财政厅"),
    ("和田地区行署", "province", "650000", "和田地区行政公署"),
    ("人行湖北省分行", "province", "420000", "中国人民银行湖北省分行"),
    ("人行南京分行", "province", "320000", "中国人民银行南京分行"),
    ("省联社", "province", "520000", "贵州省农村信用社联合社"),
    ("人民政府", "province", "520000", "人民政府"),
    ("阿克苏", "province", "650000", "阿克苏地区行政公署"),
    ("锡林郭勒盟", "province", "150000", "锡林郭勒盟行政公署"),
    ("省高法院", "province", "500000", "省高法院"),
    ("市高法院", "province", "500000", "重庆市高级人民法院"),
    ("省军区", "province", "320000", "江苏省军区"),
]


@pytest.mark.parametrize(("name", "level", "province", "expected"), SAME)
def test_a_name_is_one_body_in_its_document(name: str, level: Level, province: str | None, expected: str) -> None:
    assert resolve(name, level=level, province=province).id == expected


def test_an_unknown_name_is_a_body_of_its_own() -> None:
    found = resolve("省高新技术企业协会", level="province", province=JIANGSU)
    assert (found.known, found.kind, found.level, found.region) == (False, "other", None, None)
    assert body(found.id) is None
    assert related(found.id).seat is None


def test_the_level_is_that_of_the_body_that_commands() -> None:
    customs = resolve("南京海关", level="province", province=JIANGSU)
    assert (customs.level, customs.region) == ("ministry", NANJING)
    finance = resolve("省财政厅", level="province", province=JIANGSU)
    assert (finance.level, finance.region, finance.short_name) == ("province_dept", JIANGSU, "江苏省财政厅")


HEADS = [
    (["国务院办公厅"], "国办发〔2022〕31号", "central", None),
    (["中共中央办公厅", "国务院办公厅"], None, "central", None),
    (["财政部", "税务总局", "科技部"], None, "ministry", None),
    (["中国银保监会办公厅"], None, "ministry", None),
    (["江苏省人民政府"], "苏政发〔2022〕71号", "province", "320000"),
    (["浙江省人民政府办公厅"], None, "province", "330000"),
    (["中共广东省委", "广东省人民政府"], None, "province", "440000"),
    (["宁夏回族自治区人民代表大会常务委员会"], None, "province", "640000"),
    (["河北省科学技术厅"], "冀科高〔2019〕5号", "province_dept", "130000"),
    (["江苏省商务厅", "中共江苏省委宣传部"], None, "province_dept", "320000"),
    (["北京市经济和信息化局"], None, "province_dept", "110000"),
    (["上海市教育委员会"], None, "province_dept", "310000"),
    (["南京市人民政府"], None, "city", "320000"),
    (["苏州市财政局"], None, "city", "320000"),
    (["昆山市人民政府"], None, "county", "320000"),
    (["南京海关"], None, "ministry", "320000"),
    ([], "财建〔2020〕10号", "ministry", None),
    ([], "粤府办〔2018〕12号", "province", "440000"),
    ([], "穗府〔2018〕12号", "city", "440000"),
    ([], "宁政发〔2018〕12号", None, None),
    (["某某研究会"], None, None, None),
    (["某某研究会", "四川省财政厅"], None, "province_dept", "510000"),
]


@pytest.mark.parametrize(("issuers", "number", "level", "province"), HEADS)
def test_issuers_and_number_tell_level_and_province(
    issuers: list[str], number: str | None, level: str | None, province: str | None
) -> None:
    assert (level_of(issuers, number, None), province_of(issuers, number, None)) == (level, province)


NUMBERS = [
    ("国发[2005]3号", None, ["国务院"]),
    ("国办函〔2020〕109号", None, ["国务院办公厅"]),
    ("发改高技〔2019〕1号", None, ["国家发展和改革委员会"]),
    ("财税〔2013〕37号", None, ["财政部"]),
    ("财资环〔2022〕8号", None, ["财政部"]),
    ("工信部联通装函〔2021〕9号", None, ["工业和信息化部"]),
    ("商流通函〔2023〕1号", None, ["商务部"]),
    ("商政发〔2020〕1号", None, []),
    ("人社厅发〔2022〕37号", None, ["人力资源和社会保障部"]),
    ("银保监办发〔2022〕70号", None, ["中国银行保险监督管理委员会"]),
    ("苏财规〔2020〕1号", None, ["江苏省财政厅"]),
    ("京财税〔2020〕1号", None, ["北京市财政局"]),
    ("沪府办发〔2018〕3号", None, ["上海市人民政府办公厅"]),
    ("苏府〔2020〕3号", None, ["苏州市人民政府"]),
    ("宁政发〔2018〕12号", "宁夏回族自治区人民政府关于甲的意见", ["宁夏回族自治区人民政府"]),
    ("宁政发〔2018〕12号", "南京市政府关于甲的意见", ["南京市人民政府"]),
    ("鲁发〔2019〕9号", None, ["中共山东省委员会"]),
    ("苏税发〔2019〕9号", None, ["国家税务总局江苏省税务局"]),
    ("甲乙丙〔2019〕9号", "财政部税务总局关于甲的公告", ["财政部", "国家税务总局"]),
    (None, "江苏省财政厅关于甲的通知", ["江苏省财政厅"]),
    (None, "关于甲的通知", []),
    (None, "鼓楼区教育局关于甲的通知", []),
    ("2022年第14号", None, []),
]


@pytest.mark.parametrize(("number", "title", "expected"), NUMBERS)
def test_a_number_or_title_tells_who_issued(number: str | None, title: str | None, expected: list[str]) -> None:
    assert [item.id for item in issuers_of(number, title)] == expected


RUN_TOGETHER = [
    ("财政部税务总局科技部", ["财政部", "税务总局", "科技部"]),
    ("人力资源社会保障部办公厅教育部办公厅", ["人力资源社会保障部办公厅", "教育部办公厅"]),
    ("省人力资源社会保障厅省教育厅省财政厅", ["省人力资源社会保障厅", "省教育厅", "省财政厅"]),
    ("中共江苏省委江苏省人民政府", ["中共江苏省委", "江苏省人民政府"]),
    ("国家税务总局江苏省税务局江苏省财政厅", ["国家税务总局江苏省税务局", "江苏省财政厅"]),
]


@pytest.mark.parametrize(("text", "expected"), RUN_TOGETHER)
def test_bodies_that_run_into_each_other_come_apart(text: str, expected: list[str]) -> None:
    assert segment(text) == expected


@pytest.mark.parametrize(
    "text", ["财政部门", "二〇二二年", "省", "江苏省", "关于甲的通知", "财政部税务总局", "各地区", ""]
)
def test_what_is_no_single_body_is_no_name(text: str) -> None:
    assert not is_body_name(text)


def test_running_text_gives_the_longest_names_from_left_to_right() -> None:
    text = "由国家发展改革委、省财政厅和人民银行南京分行报国务院办公厅。"
    assert [name for _, _, name in bodies_in(text)] == [
        "国家发展改革委",
        "省财政厅",
        "人民银行南京分行",
        "国务院办公厅",
    ]
    assert all(text[start:end] == name for start, end, name in bodies_in(text))


def test_reforms_tell_who_came_before_and_after() -> None:
    assert related("中国银行保险监督管理委员会").successors == (("国家金融监督管理总局", date(2023, 5, 18)),)
    assert ("国家旅游局", date(2018, 3, 17)) in related("文化和旅游部").predecessors
    assert {name for name, _ in related("国家市场监督管理总局").predecessors} >= {
        "国家工商行政管理总局",
        "国家质量监督检验检疫总局",
    }


@pytest.mark.parametrize(
    ("printed", "level", "after", "day"),
    [
        ("江苏省国税局", "province", "国家税务总局江苏省税务局", date(2018, 6, 15)),
        ("南京市地税局", "city", "国家税务总局南京市税务局", date(2018, 7, 5)),
        ("江苏保监局", "province", "中国银行保险监督管理委员会江苏监管局", date(2018, 12, 17)),
        ("浙江银保监局", "province", "国家金融监督管理总局浙江监管局", date(2023, 7, 20)),
        ("人民银行南京分行", "province", "中国人民银行江苏省分行", date(2023, 8, 18)),
        ("人民银行济南分行", "ministry", "中国人民银行山东省分行", date(2023, 8, 18)),
    ],
)
def test_reforms_of_bodies_of_places_tell_who_came_after(printed: str, level: Level, after: str, day: date) -> None:
    assert related(resolve(printed, level=level, province=None).id).successors == ((after, day),)


def test_predecessors_are_those_whose_successor_a_body_is() -> None:
    assert related("国家税务总局苏州市税务局").predecessors == (
        ("苏州市国家税务局", date(2018, 7, 5)),
        ("苏州市地方税务局", date(2018, 7, 5)),
    )
    assert related("国家金融监督管理总局江苏监管局").predecessors == (
        ("中国银行保险监督管理委员会江苏监管局", date(2023, 7, 20)),
    )


def test_the_example_of_a_succession_is_a_body_with_a_successor() -> None:
    for row in rows("departments_successors"):
        found = related(resolve(row["example"], level="city", province=NANJING).id)
        assert date.fromisoformat(row["day"]) in [day for _, day in found.successors], row


def test_every_relation_leads_to_a_body_of_the_registry() -> None:
    ids = [row.name for row in centrals()]
    ids += [resolve(row["example"], level="city", province=NANJING).id for row in rows("departments_local")]
    for item in ids:
        found = related(item)
        linked = [found.parent, *found.counterparts, *(name for name, _ in (*found.predecessors, *found.successors))]
        for other in filter(None, linked):
            target = body(other)
            assert target is not None, (item, other)
            assert target.id == other


RELATIONS = [
    ("江苏省财政厅", "江苏省人民政府", ("财政部",), "320000"),
    ("南京市财政局", "南京市人民政府", ("江苏省财政厅", "财政部"), "320100"),
    ("中华人民共和国南京海关", "海关总署", (), "320100"),
    ("财政部办公厅", "财政部", (), "100000"),
    ("江苏省人民政府", None, ("国务院",), "320000"),
    ("中共江苏省委宣传部", "中共江苏省委员会", ("中共中央宣传部",), "320000"),
    ("江苏省人民政府办公厅", "江苏省人民政府", ("国务院办公厅",), "320000"),
]


@pytest.mark.parametrize(("item", "parent", "counterparts", "seat"), RELATIONS)
def test_a_body_has_its_parent_counterparts_and_seat(
    item: str, parent: str | None, counterparts: tuple[str, ...], seat: str
) -> None:
    found = related(item)
    assert (found.parent, found.counterparts, found.seat) == (parent, counterparts, seat)


def test_a_generic_body_covers_the_scope_of_its_document() -> None:
    found = resolve("省有关部门", level="province", province=JIANGSU)
    assert (found.id, found.kind, found.region) == ("省有关部门@320000", "generic", JIANGSU)
    assert body(found.id) == found
    assert related(found.id).covers == JIANGSU
    assert resolve("各地区", level="central", province=None).region == "100000"


LEVELS = [
    ("各省级人民政府", "province"),
    ("各省、自治区、直辖市人民政府", "province"),
    ("各设区市人民政府", "city"),
    ("各市、县（市、区）人民政府", "city"),
    ("各县级市人民政府", "county"),
    ("各有关部门", None),
]


@pytest.mark.parametrize(("name", "level"), LEVELS)
def test_a_generic_body_has_the_level_that_its_name_says(name: str, level: str | None) -> None:
    assert resolve(name, level="province", province=JIANGSU).level == level

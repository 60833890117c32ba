"""Places in running text and the registry behind them."""

from __future__ import annotations

import re
import time

import pytest

from loaders import regions
from loaders.regions import all_places, memberships, place, places_in, successions, term, within
from loaders.regions_registry import macro_regions, rows, table

JIANGSU, ZHEJIANG, GUANGXI, SHANGHAI, BEIJING = "320000", "330000", "450000", "310000", "110000"

DA_LI = ["大理白族自治州", "海西蒙古族藏族自治州", "海南藏族自治州", "延边朝鲜族自治州"]


def names(text: str, province: str | None = None, city: str | None = None) -> list[str]:
    return [item.name for _, _, found in places_in(text, province=province, city=city) for item in found]


NAMED = [
    # full and short names
    ("在南京、无锡两市先行先试。", None, ["南京市", "无锡市"]),
    ("推动昆山、太仓与上海嘉定协同发展。", JIANGSU, ["昆山市", "太仓市", "嘉定区"]),
    ("支持盱眙县发展稻虾共作。", None, ["盱眙县"]),
    ("鼓励广东、福建以及重庆等地探索。", None, ["广东省", "福建省", "重庆市"]),
    ("在内蒙古、宁夏开展试点。", None, ["内蒙古自治区", "宁夏回族自治区"]),
    ("延边、恩施和大理白族自治州列入名单。", None, ["延边朝鲜族自治州", "恩施土家族苗族自治州", "大理白族自治州"]),
    ("支持大理州、海西州和海南州、延边州发展。", None, DA_LI),
    ("吉林、黑龙江、辽宁", None, ["吉林省", "黑龙江省", "辽宁省"]),
    ("向浦东新区下放权限。", SHANGHAI, ["浦东新区"]),
    ("江苏省昆山市列为试点。", None, ["江苏省", "昆山市"]),
    ("江苏昆山列为试点。", None, ["昆山市"]),
    ("支持河北省雄安新区建设。", None, ["雄安新区"]),
    ("支持河北雄安新区建设。", None, ["雄安新区"]),
    ("建设浙江杭州、宁波两个中心。", ZHEJIANG, ["杭州市", "宁波市"]),
    ("提升珠海澳门两地通关能力。", None, ["珠海市", "澳门特别行政区"]),
    # no river, no lake: those who look after them
    ("江苏省湖长制与浙江省河湖长制，安徽湖长制", None, ["江苏省", "浙江省", "安徽省"]),
    # the document's own province, city, county
    ("全省各级机关应当执行，我省另有规定的从其规定。", JIANGSU, ["江苏省", "江苏省"]),
    ("本省行政区域内适用本条例。", ZHEJIANG, ["浙江省"]),
    ("各省要将本省（区、市）的数据报送。", None, []),
    ("全区14个设区市统一推行。", GUANGXI, ["广西壮族自治区"]),
    ("全市范围内推广。", BEIJING, ["北京市"]),
    # shorthand and macro-regions
    ("打造辐射苏浙皖的分拨中心。", None, ["江苏省", "浙江省", "安徽省"]),
    ("面向川渝市场。", None, ["四川省", "重庆市"]),
    ("新增至港台地区的航线。", None, ["香港特别行政区", "台湾省"]),
    ("融入长三角区域一体化，对接粤港澳大湾区。", None, ["长三角", "粤港澳大湾区"]),
    ("推进成渝地区双城经济圈与长江经济带联动。", None, ["成渝地区双城经济圈", "长江经济带"]),
    ("发挥苏锡常都市圈和淮海经济区的作用。", JIANGSU, ["苏锡常都市圈", "淮海经济区"]),
    ("苏南、苏中、苏北结对帮扶。", JIANGSU, ["苏南", "苏中", "苏北"]),
    ("粤东西北地区、粤东、粤西", None, ["粤东西北", "粤东", "粤西"]),
    (
        "鄂豫皖大别山革命老区、赣南等原中央苏区",
        None,
        ["湖北省", "河南省", "安徽省", "大别山革命老区", "赣闽粤原中央苏区"],
    ),
    ("呼包鄂榆城市群、呼包鄂乌、呼包鄂和蒙东地区", "150000", ["呼包鄂榆城市群", "呼包鄂乌", "呼包鄂", "蒙东"]),
    ("省会经济圈、胶东经济圈和黄河三角洲", "370000", ["省会经济圈", "胶东经济圈", "黄河三角洲"]),
    ("省会经济圈、南疆、北疆", JIANGSU, []),
    ("成渝、川南与成渝高铁、成渝铁路", None, ["成渝地区", "川南"]),
    # zones count as their city
    ("支持苏州工业园区、南京江北新区申报。", JIANGSU, ["苏州市", "南京市", "南京市"]),
    ("合肥高新区、武汉东湖高新区", None, ["合肥市", "武汉市"]),
    ("推广江苏自贸试验区经验。", JIANGSU, ["江苏省"]),
    # which of several
    ("鼓楼区先行。", JIANGSU, []),
    ("南京市鼓楼区、玄武区先行。", JIANGSU, ["南京市", "鼓楼区", "玄武区"]),
    ("徐州市云龙区、鼓楼区先行。", None, ["徐州市", "云龙区", "鼓楼区"]),
    ("朝阳区率先落实。", BEIJING, ["朝阳区"]),
    ("朝阳区率先落实。", None, []),
    ("城关区改造。", None, []),
    ("兰州市城关区改造。", None, ["兰州市", "城关区"]),
    ("支持昆山建设。", ZHEJIANG, []),
    ("支持苏州、昆山建设。", ZHEJIANG, ["苏州市", "昆山市"]),
    ("吉林市场和吉林市分属两级。", None, ["吉林省", "吉林市"]),
    ("临港新片区、南京江北新区；江北新区", None, ["上海市", "南京市", "南京市"]),
    ("浙江宁波江北区、江北新区", None, ["江北区"]),
    ("长三角、昆山；苏浙皖、昆山", None, ["长三角", "江苏省", "浙江省", "安徽省"]),
    ("徐州、鼓楼区；福州与鼓楼区", None, ["徐州市", "福州市", "鼓楼区"]),
    ("海淀、朝阳、丰台、通州", BEIJING, ["海淀区", "朝阳区", "丰台区", "通州区"]),
    ("东城区、西城区、海淀区", BEIJING, ["东城区", "西城区", "海淀区"]),
    ("万州、涪陵、黔江和永川", "500000", ["万州区", "涪陵区", "黔江区", "永川区"]),
    ("黄埔、天河两区", "440000", ["黄埔区", "天河区"]),
    ("和平区、河西区、南开区", "120000", ["和平区", "河西区", "南开区"]),
    ("杭州市拱墅区、上城区、滨江区先行。", None, ["杭州市", "拱墅区", "上城区", "滨江区"]),
    ("杭州市要改造城区、郊区。", None, ["杭州市"]),
    ("支持玄武、秦淮、建邺先行。", JIANGSU, ["玄武区", "秦淮区", "建邺区"]),
    ("朝阳、阜新两市", "210000", ["朝阳市", "阜新市"]),
    ("沈阳、朝阳两市", None, ["沈阳市", "朝阳市"]),
    ("在朝阳、绿园试点", "220000", []),
    ("全市推广，厦门市集美、思明两区", "350000", ["厦门市", "集美区", "思明区"]),
    ("长春朝阳和马鞍山市和县", None, ["朝阳区", "马鞍山市", "和县"]),
    ("与北京、河北加强协作", "120000", ["北京市", "河北省"]),
    ("与海南、云南旅游合作", "150000", ["海南省", "云南省"]),
    ("深化与西安等地合作", "230000", ["西安市"]),
    ("与中山、珠海合作", "210000", ["中山市", "珠海市"]),
    ("召开福州现场会", "430000", ["福州市"]),
    ("支持集美、思明和青山湖、青云谱、开福、洪山、临平", "350000", ["集美区", "思明区"]),
    ("支持巴州、克州和博州发展", "650000", ["巴音郭楞蒙古自治州", "克孜勒苏柯尔克孜自治州", "博尔塔拉蒙古自治州"]),
    ("巴州、克州", None, []),
    ("巴中市巴州区", "510000", ["巴中市", "巴州区"]),
    ("以上海为龙头，以上海等地为重点", None, ["上海市", "上海市"]),
    ("推动成都平原、川渝合作", None, ["成都平原经济区", "四川省", "重庆市"]),
    ("做好百色铁路沿线整治", GUANGXI, ["百色市"]),
    ("建设百色铁路专用线，完善百色铁路、公路网", GUANGXI, ["百色市", "百色市"]),
    ("徐州高铁商务区、苏州高速公路服务区、南通城际交通网", JIANGSU, ["徐州市", "苏州市", "南通市"]),
    ("发展连云港铁路集装箱运输", JIANGSU, ["连云港市"]),
    ("推进西安都市圈城际铁路建设", "610000", ["西安都市圈"]),
    ("黑河市、大兴安岭地区和兴安盟", None, ["黑河市", "大兴安岭地区", "兴安盟"]),
    ("黑河、大兴安岭、伊春", "230000", ["黑河市", "大兴安岭地区", "伊春市"]),
    ("推进长三角一体化港航合作，提升苏州港航服务", JIANGSU, ["长三角", "苏州市"]),
    ("服务长三角企业和京津冀居民", None, ["长三角", "京津冀"]),
    ("对南京至香港的航线给予补贴", JIANGSU, ["南京市", "香港特别行政区"]),
    ("支持福州大学城、苏州站点改造、南通河长制、江西湖口", None, ["福州市", "苏州市", "南通市", "江西省"]),
    ("四川南部地区", None, ["四川省"]),
    ("在海南自由贸易港先行先试", None, ["海南省"]),
    ("在南京召开座谈会，支持青岛科学与技术创新", None, ["南京市", "青岛市"]),
    ("办好苏州环境节能展示，支持洛阳牡丹产业", None, ["苏州市", "洛阳市"]),
    # a list of governments is no place, whoever comes first
    ("南通市、泰州市人民政府要抓好落实。", JIANGSU, []),
]

NOT_NAMED = [
    ("南京海关、江苏银保监局、人民银行南京分行", JIANGSU),
    ("在海淀、丰台试点，支持天河、黄埔", JIANGSU),
    ("建设省级以上海洋牧场，两次以上海域监测，三级以上海水养殖场", None),
    ("建设滨海至百色铁路、百色高速公路", GUANGXI),
    ("汇集美好，收集美丽乡村案例，征集美术作品，集美食、购物于一体，反思明责任", "350000"),
    ("公开福利机构名单，展开福利彩票销售", "430000"),
    ("防洪山洪沟治理，抗洪山塘加固", "420000"),
    ("保护城市青山湖泊，奋力谱写青云谱新篇", "360000"),
    ("莅临平台指导，亲临平台", "330000"),
    ("面临平台升级，营造幸福田园，保持平静安宁", "330000"),
    ("提升玄武湖、秦淮河水质", JIANGSU),
    ("治理黄浦江，绿水青山就是金山银山，大兴调查研究", SHANGHAI),
    ("江苏省发展改革委会同江苏省财政厅", JIANGSU),
    ("国家税务总局苏州市税务局", JIANGSU),
    ("苏州大学、南京航空航天大学参与", JIANGSU),
    ("新疆生产建设兵团", None),
    ("品尝阳澄湖大闸蟹、盱眙龙虾和射阳大米", JIANGSU),
    ("办好中国（南京）国际软件产品博览会", JIANGSU),
    ("参加上海进博会、广州交易会", JIANGSU),
    ("常熟服装城、海门叠石桥家纺城", JIANGSU),
    ("连云港港、苏州港、上海港", JIANGSU),
    ("南京禄口国际机场、苏南硕放国际机场", JIANGSU),
    ("江苏省政府投资基金", JIANGSU),
    ("按照《江苏省优化营商环境条例》规定", JIANGSU),
    ("在“信用江苏”网站公示，认证“江苏精品”", JIANGSU),
    ("公示系统（江苏）公布", JIANGSU),
    ("引进港澳专业人才和台湾青年，规范港澳台企业", JIANGSU),
    ("赴德国、新加坡、日韩和东盟招商", JIANGSU),
    ("中西部地区、东部省份、沿海和沿江区域，省内外", JIANGSU),
    ("大力弘扬中华文化，影响水质，维护长治久安", JIANGSU),
    ("医保定点机构推广安全生产经验", None),
    ("顺应城市发展，建设美好家园，其中卫生投入", None),
    ("西南通道与黄河南岸、太湖北部", JIANGSU),
    ("扩大同类产品供给，经济南北差异，目前海外需求", None),
    ("完善城区、郊区和矿区的管网，公安县级机关", None),
    ("全国、我国、中国境内", JIANGSU),
    ("保护大兴安岭、小兴安岭森林，祁连山北麓，兴安落叶松", "150000"),
    ("治理巴丹吉林沙漠，保护长白山", "220000"),
    ("按照《关于在我市全面推行河长制的意见》和《促进本市旅游发展办法》执行", SHANGHAI),
    ("苏州港航道、上海港航运", JIANGSU),
    ("推动南京南站枢纽、徐州东站建设，治理伊犁河、衡水湖", JIANGSU),
    ("粤港澳青年和香港居民，港澳台地区企业，台湾企业", JIANGSU),
    ("筑牢祖国北疆生态屏障", "150000"),
    ("黄河三角地带，省会城市，经济圈", "370000"),
    ("某医院南京江北院区，东南大学南京校区", JIANGSU),
    ("青岛海洋科学与技术实验室，哈尔滨国际冰雪节", None),
    ("中央西藏工作座谈会精神", None),
    ("资源县域统筹，合作市场化，友好区域合作", None),
]


@pytest.mark.parametrize(("text", "province", "expected"), NAMED)
def test_names_the_places_that_the_text_means(text: str, province: str | None, expected: list[str]) -> None:
    assert names(text, province) == expected


@pytest.mark.parametrize(("text", "province"), NOT_NAMED)
def test_names_nothing_inside_other_names_and_words(text: str, province: str | None) -> None:
    assert names(text, province) == []


def test_own_city_and_county_come_from_the_jurisdiction() -> None:
    assert names("全市、我市推广", JIANGSU, "320500") == ["苏州市", "苏州市"]
    assert names("全县推广", JIANGSU, "320830") == ["盱眙县"]
    assert names("全市、全县推广", JIANGSU) == []
    assert names("全省、全区推广", GUANGXI, "450100") == []


def test_spans_are_those_of_the_printed_name() -> None:
    text = "服务苏浙皖，立足江苏省昆山市。"
    assert [text[start:end] for start, end, _ in places_in(text)] == ["苏浙皖", "江苏省", "昆山市"]
    assert [span[:2] for span in places_in("一、北京市")] == [(2, 5)]


@pytest.mark.parametrize("row", table("regions_words"), ids=lambda row: row["word"])
def test_every_word_that_contains_a_name_hides_it(row: dict[str, str]) -> None:
    hidden = set(row["why"].split())
    found = names(row["example"], JIANGSU) + names(row["example"])
    assert not [name for name in found if any(name.startswith(part) for part in hidden)]


@pytest.mark.parametrize("row", table("regions_after"), ids=lambda row: row["after"])
def test_every_ending_makes_the_place_part_of_a_name(row: dict[str, str]) -> None:
    example = row["example"]
    words = re.compile(row["after"])
    assert words.search(example)
    assert names(example, JIANGSU) == []
    assert names(example) == []


@pytest.mark.parametrize("row", [row for row in table("regions_after") if row["listed"]], ids=lambda row: row["after"])
def test_every_shared_institution_takes_the_row_before_it(row: dict[str, str]) -> None:
    example = re.sub("江苏|南京|徐州|上海|苏州", r"盐城、\g<0>", row["example"], count=1)
    assert "盐城、" in example
    assert names(example, JIANGSU) == []


@pytest.mark.parametrize("row", table("regions_person"), ids=lambda row: row["after"])
def test_every_kind_of_person_or_capital_is_no_place(row: dict[str, str]) -> None:
    assert names(row["example"]) == []


@pytest.mark.parametrize("row", table("regions_macro"), ids=lambda row: row["name"])
def test_every_macro_region_is_found_and_has_members(row: dict[str, str]) -> None:
    assert row["name"] in names(row["example"], row["context"] or JIANGSU)
    assert (row["name"] in names(row["example"], JIANGSU)) is (not row["context"])
    assert all(member in rows() for member in macro_regions()[row["name"]].members)


@pytest.mark.parametrize("row", table("regions_shorthand"), ids=lambda row: row["text"])
def test_every_shorthand_gives_its_regions(row: dict[str, str]) -> None:
    assert [place(code).name for code in row["places"].split("|")] == names(row["example"])


@pytest.mark.parametrize("row", table("regions_zones"), ids=lambda row: row["name"])
def test_every_zone_is_the_city_that_it_belongs_to(row: dict[str, str]) -> None:
    assert place(row["place"]).name in names(row["example"], row["context"] or None)


def test_no_name_is_found_across_the_border_of_two_words() -> None:
    for row in table("regions_borders"):
        found = list(places_in(row["example"]))
        assert not [span for span in found if row["example"][span[0] : span[1]] == row["name"]], row


def test_place_takes_codes_ids_full_and_short_names() -> None:
    assert place("320583").name == place("昆山").name == "昆山市"
    assert place("江苏").id == place("江苏省").id == "320000"
    assert place("长三角地区").id == "长三角"
    assert place("吉林").id == "220000"
    assert place("鼓楼区") is None
    assert place("无此地") is None
    assert place("吴江市").id == "320584"


def test_every_parent_member_and_successor_is_in_the_registry() -> None:
    known = {item.id for item in all_places()}
    assert len(known) == len(all_places()) > 3600
    assert {item for pair in memberships() for item in pair} <= known
    assert {item for old, new, _ in successions() for item in (old, new)} <= known
    assert ("320584", "320509", 2012) in set(successions())
    levels = {item.id: item.level for item in all_places()}
    assert {levels[item.parent] for item in all_places() if item.level == "county"} <= {"city", "province"}


def test_terms_are_years() -> None:
    assert (term("320584").last, term("320509").first) == (2012, 2012)
    assert term("雄安新区").first == 2017
    assert term("无此地") == regions.Term()


def test_within_follows_parents_and_members() -> None:
    assert within("320583", "320000")
    assert within("320000", "长三角")
    assert not within("320583", "330000")
    assert not within("无此地", "330000")


def test_reading_is_linear() -> None:
    sentence = "支持南京、苏州等地与上海、安徽在产业创新和公共服务方面加强协作，（“《朝阳区和朝阳区和"

    def seconds(times: int) -> float:
        text = sentence * times
        started = time.process_time()  # other processes do not count
        assert len(list(places_in(text, province=JIANGSU))) == 4 * times
        return time.process_time() - started

    # The least of three: a collection of the whole process' garbage takes longer than what is looked at.
    short, long = (min(seconds(times) for _ in range(3)) for times in (300, 2400))
    assert long < 20 * short + 0.1  # a quadratic reader would take 64 times as long

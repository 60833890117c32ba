"""Bodies that number announcements and orders by their names: a frozen table, for keys must not change with a registry.

Short names are those under which the bodies sign beside others (国家税务总局 as 税务总局).
"""

from __future__ import annotations

import re

_COUNTRY = "中华人民共和国"
# Short name, then the other writings; bodies that were merged or renamed keep a row, because their numbers stay cited.
_TABLE = """
国务院
国务院办公厅
中央军委 中国共产党中央军事委员会 中央军事委员会
主席 国家主席
全国人大常委会 全国人民代表大会常务委员会
全国人民代表大会
最高人民法院
最高人民检察院
外交部
国防部
国家发展改革委 国家发展和改革委员会 发展改革委 国家发改委 发改委
教育部
科技部 科学技术部
工业和信息化部 工信部
国家民委 国家民族事务委员会
公安部
国家安全部
民政部
司法部
财政部
人力资源社会保障部 人力资源和社会保障部 人社部
自然资源部
生态环境部
住房城乡建设部 住房和城乡建设部 住建部
交通运输部
水利部
农业农村部
商务部
文化和旅游部
国家卫生健康委 国家卫生健康委员会 卫生健康委 国家卫健委 卫健委
退役军人事务部 退役军人部
应急管理部 应急部
人民银行 中国人民银行
审计署 国家审计署
国家语委 国家语言文字工作委员会
国家原子能机构
国务院国资委 国务院国有资产监督管理委员会 国资委
海关总署
税务总局 国家税务总局
市场监管总局 国家市场监督管理总局 国家市场监管总局
广电总局 国家广播电视总局 国家广电总局
体育总局 国家体育总局
国家统计局 统计局
国家国际发展合作署
国家医保局 国家医疗保障局 医保局
国管局 国家机关事务管理局
国家知识产权局 知识产权局
新闻出版署 国家新闻出版署
国家版权局
国家宗教局 国家宗教事务局
金融监管总局 国家金融监督管理总局
银保监会 中国银行保险监督管理委员会 中国银保监会
证监会 中国证券监督管理委员会 中国证监会
银监会 中国银行业监督管理委员会 中国银监会
保监会 中国保险监督管理委员会 中国保监会
国家网信办 国家互联网信息办公室
国家粮食和储备局 国家粮食和物资储备局 粮食和储备局
国家能源局 能源局
国家数据局
国防科工局 国家国防科技工业局
国家烟草局 国家烟草专卖局
国家移民局 国家移民管理局
国家林草局 国家林业和草原局 林草局
国家铁路局
中国民航局 中国民用航空局 民航局 国家民航局
国家邮政局
国家文物局 文物局
国家中医药局 国家中医药管理局 中医药局
国家疾控局 国家疾病预防控制局
国家矿山安监局 国家矿山安全监察局
国家消防救援局
国家外汇局 国家外汇管理局 外汇局
国家药监局 国家药品监督管理局 药监局
国家密码局 国家密码管理局
国家保密局
国家乡村振兴局
国家档案局
国家认监委 国家认证认可监督管理委员会 国家认证认可监督管理局
国家标准委 国家标准化管理委员会
中国地震局
中国气象局
国土资源部
环境保护部 环保部
农业部
文化部
卫生部
建设部
铁道部
交通部
信息产业部
监察部
人事部
劳动和社会保障部 劳动保障部
对外贸易经济合作部 外经贸部
国家卫生计生委 国家卫生和计划生育委员会
国家质检总局 国家质量监督检验检疫总局 质检总局
国家工商总局 国家工商行政管理总局 国家工商行政管理局 工商总局
食品药品监管总局 国家食品药品监督管理总局 国家食品药品监督管理局 国家食品药品监管总局
国家安全监管总局 国家安全生产监督管理总局 安全监管总局 安监总局
新闻出版广电总局 国家新闻出版广电总局
国家旅游局
国家林业局
国家海洋局
国家测绘地信局 国家测绘地理信息局
国家环保总局 国家环境保护总局
国家计委 国家发展计划委员会
国家经贸委 国家经济贸易委员会
"""
SHORT_NAMES: dict[str, str] = {}
for _row in _TABLE.split("\n"):
    for _name in _row.split():
        SHORT_NAMES[_name] = SHORT_NAMES[_COUNTRY + _name] = _row.split()[0]
_LONGEST = max(map(len, SHORT_NAMES))
_SEPARATORS = " 、，,"
_ENDS = "部|委|委员会|局|总局|署|总署|行|办|办公厅|办公室|厅|会|院|政府|公司|总队|中心|社"
_RUN = re.compile(r"[\u4e00-\u9fff]*\Z")
# Words that lead to a number or a name and are part of none; of two that begin alike the long one first (对接, 对).
LEADING = (
    "根据|按照|依据|依照|遵照|参照|贯彻|落实|执行|实施|废止|符合|不符|享受|享有|适用|违反|违背|除|结合|衔接|对接|对标|对照"
    "|比照|纳入|列入|取消|遵守|遵循|超过|超出|参加|参与|满足|达到|涉及|触犯|突破|引用|援引|修改|修正|停止|终止|替代|取代|延续|延长"
    "|继续|补充|细化|兑现|同意|批准|按|依|据|见|和|与|及|或|以|对|的|了|是|原|(?<!自)由"
)
_LEAD = re.compile(rf".*(?:{LEADING})")
_BODY = re.compile(rf"[\u4e00-\u9fff]{{1,28}}(?:{_ENDS})")


def short(name: str) -> str:
    """The short name of an announcing body, the name itself without 中华人民共和国 where the table has no row."""
    return SHORT_NAMES.get(name) or name.removeprefix(_COUNTRY)


def apart(names: str) -> list[str]:
    """Bodies of the table that run into each other, one by one; [] when anything else is among them."""
    ways: list[list[str] | None] = [None] * (len(names) + 1)
    ways[0] = []
    for at in range(len(names)):
        way = ways[at]
        if way is None:
            continue
        for stop in range(min(len(names), at + _LONGEST), at + 1, -1):
            better = ways[stop] is None or len(ways[stop] or []) > len(way) + 1
            if better and names[at:stop] in SHORT_NAMES:
                ways[stop] = [*way, names[at:stop]]
    return ways[-1] or []


def separate(names: str) -> list[str]:
    """Issuers as printed, one by one: by the table where it has them all, else by the spaces and 、 between them."""
    for mark in _SEPARATORS:
        names = names.replace(mark, " ")
    joined = names.replace(" ", "")
    known = apart(joined)
    if known:
        return known
    tokens = names.split()
    return tokens if all(_BODY.fullmatch(token) for token in tokens) else ([joined] if joined else [])


def run_start(text: str, end: int, floor: int) -> int:
    """Where the bodies of the table begin that stand one after the other before ``end``; ``end`` if there are none."""
    start = end
    while True:
        stop = start
        while start < end and stop > floor and text[stop - 1] in _SEPARATORS:
            stop -= 1
        longest = min(_LONGEST, stop - floor)
        found = next((size for size in range(longest, 1, -1) if text[stop - size : stop] in SHORT_NAMES), 0)
        if not found:
            return start
        start = stop - found


def body_start(text: str, end: int, floor: int) -> int:
    """Where one name in the form of a body begins that stands before ``end``; ``end`` if there is none."""
    run = _RUN.search(text, floor, end)
    start = run.start() if run else end
    if floor < start < end and text[start] in "年月日号" and text[start - 1].isdigit():
        start += 1  # 2019年8月29日上海市人民政府令第21号
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    return start if _BODY.fullmatch(text, start, end) else end

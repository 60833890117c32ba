"""Generic bodies: names that stand for every body of a kind (各地区, 有关部门, 各设区市人民政府)."""

from __future__ import annotations

import re
from functools import cache

from loaders.bodies_tables import NATION, rows
from loaders.records import Body, Level

_KIND = (
    "自治区|直辖市|省辖市|计划单列市|省会城市|不?设区的?市|地级以上市|地级市|县级市|市辖区|省直管县|省?直管市|试点城市|市县区|县市区|市县|市区|"
    "地州市|师市|市州|州市|市地|地市|盟市|区县|县区|乡镇|省区市|省市|自治州|自治县|自治旗|特区|林区|行委|省|市|地|州|盟|县|旗|区|兵团|街道|镇街|街镇|"
    "镇|乡|村|社区|开发区|高新区|经开区|新区|园区|功能区"
)
# 〔〕 stand for （） where the whole list has these around it; 含 adds single places to a kind (含定州、辛集市).
_BRACKET = (
    rf"[（(〔\[［](?:(?:{_KIND})(?:[、，](?:{_KIND}))*(?:[、，]含[^（）()〔〕\[\]［］；。]{{1,40}})?|"
    r"含[^（）()〔〕\[\]［］；。]{1,40})[）)〕\]］]"
)
_PLACES = rf"(?:{_KIND})(?:{_BRACKET})?(?:[、和及]?(?:{_KIND})(?:{_BRACKET})?)*"
_ORGAN = (
    "人民政府|政府|党委|党委政府|党组|党工委|管委会|管理委员会|部门|单位|机关|机构|委办厅局|委办局|厅局|部委|直属机构|直属单位|成员单位|人民法院|"
    "人民检察院|办事处|行政公署|行署"
)
_OR = "[（(](?:党组|党委|管委会|行署|行政公署)[）)]"
_ORGANS = rf"(?:{_ORGAN})(?:{_OR})?(?:(?:[和及]|、(?=单位|机构|人民政府|政府))(?:{_ORGAN}))*"
_SCOPES = (
    "国务院|中央和国家机关|中央国家机关|中央|国家|全国|全省|全市|省级|省直|省|市级|市直|市|县级|县|区级|区|州级|州|自治区直|自治区|"
    "省市|省、市|市县|市、县|地方|本市|本省|我省|我市|沿[江海线边河湖黄淮]|京津冀|长三角"
)
_FIELD = (
    "财政|税务|商务|教育|科技|工业和信息化|工信|公安|民政|司法行政|司法|人力资源社会保障|人社|自然资源|生态环境|环保|住房城乡建设|"
    "住建|交通运输|交通|水利|农业农村|农业|林草|林业|文化和旅游|文旅|卫生健康|卫生|退役军人|应急管理|应急|审计|国资监管|国资|市场监管|"
    "广电|体育|统计|医保|医疗保障|金融监管|金融|知识产权|药品监管|海关|发展改革|投资|价格|能源|粮食|城市管理|城管|外汇|邮政|网信|住房公积金|公积金|气象|通信|消防"
)
_LEVELS: tuple[tuple[re.Pattern[str], Level], ...] = (
    (re.compile(r"^各?(?:有关|相关)?(?:省级|省、|省（|省区|省市|省)(?!有关|相关|各|直|级部门)"), "province"),
    (re.compile(r"设区市|设区的市|地级|^各(?:有关|相关)?市|地市|市州|州市|^市(?:州|（州|、县)"), "city"),
    (re.compile(r"^各?县|区县|县区"), "county"),
)
_NATIONAL = re.compile(r"国务院|中央|国家|全国")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    parts = {"<places>": _PLACES, "<organs>": _ORGANS, "<scopes>": _SCOPES, "<field>": _FIELD}
    patterns = []
    for row in rows("departments_generic"):
        pattern = row["pattern"]
        for mark, part in parts.items():
            pattern = pattern.replace(mark, f"(?:{part})")
        patterns.append(re.compile(pattern))
    return tuple(patterns)


def is_generic(name: str) -> bool:
    """Whether the name stands for a kind of bodies and not for one."""
    return any(pattern.fullmatch(name) for pattern in _patterns())


def generic_ends(text: str, start: int, end: int) -> list[int]:
    """The ends of the generic names that start at ``start``, the longest first."""
    ends = {match.end() for pattern in _patterns() if (match := pattern.match(text, start, end))}
    return sorted(ends, reverse=True)


def generic(name: str, province: str | None) -> Body | None:
    """The generic body of a name, in the scope of the document's province where it has one; None for others."""
    if not is_generic(name):
        return None
    scope = None if _NATIONAL.match(name) else province
    level = next((level for pattern, level in _LEVELS if pattern.search(name)), None)
    return Body(f"{name}@{scope}" if scope else name, name, None, (), level, "generic", True, scope or NATION)

"""Generic bodies: names that stand for every body of a kind (各地区, 有关部门, 各设区市人民政府)."""

from __future__ import annotations

import re

from loaders.bodies_tables import NATION
from loaders.records import Body, Level

_EACH = r"(?:全省|省内|市内|全市|全国|全区)?(?:各|有关|相关|其他|其它|所属|属地|当地|所在地|地方各?级?|沿[江海线]各?)"
_OF = r"(?:国务院|中央|国家|省|市|县|区|自治区|省级|省直|市级|市直|市县|省市)(?:各|级|直)?(?:有关|相关|各|其他)"
_END = (
    r"(?:部门|单位|地区|地方|政府|市|县|区|州|盟|旗|党委|委员会|机构|厅局|街道|乡镇|镇|乡|企业|银行|园区|开发区|机关|院校|"
    r"高校|学校|司局|部委|委办局|处室|方面|司|局|省|自治区|直辖市|公司|协会|组织|社区|村|管委会)"
)
_GENERIC = re.compile(
    rf"(?:{_EACH}|{_OF})[\u4e00-\u9fff、（）()]{{0,30}}?{_END}(?:[（(][\u4e00-\u9fff、]{{1,12}}[）)])?(?:等)?"
    r"|(?:市|县|设区市|市县|市、县|区县|县级|地市|省级|乡镇|县市区|设区的市|县、区)[\u4e00-\u9fff、（）]{0,6}?(?:政府|党委|部门)"
    r"|(?:人民)?政府(?:各|有关|相关)部门|地方人民政府|地方(?:党委、?)?政府|国务院部门|金融机构|地方"
)
_LEVELS: tuple[tuple[str, Level], ...] = (
    (r"省级人民政府|省、自治区、直辖市|各省", "province"),
    (r"设区市|设区的市|各市|地市|各州|州市", "city"),
    (r"县", "county"),
)
_CENTRAL = re.compile(r"国务院|中央|国家")


def is_generic(name: str) -> bool:
    """Whether the name stands for a kind of bodies and not for one."""
    return _GENERIC.fullmatch(name) is not None


def generic(name: str, province: str | None) -> Body | None:
    """The generic body of a name, in the scope of the document's province where it has one; None for others."""
    if not is_generic(name):
        return None
    scope = None if _CENTRAL.match(name) else province
    level = next((level for pattern, level in _LEVELS if re.search(pattern, name)), None)
    return Body(f"{name}@{scope}" if scope else name, name, None, (), level, "generic", True, scope or NATION)

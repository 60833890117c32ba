"""Printed forms that start or fill a line: unit numbers, dates, document numbers, attachment heads, names of bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

NUMERAL = "一二三四五六七八九十百零〇"
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | dict.fromkeys("〇○ＯOo0", 0)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

# Outer forms have the smaller rank (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）; 立法技术规范: 编 章 节 条 款 项).
RANKS = {"part": 0, "chapter": 1, "section": 2, "article": 3, "cn": 4, "cn()": 5}
# Decimals (1 总则, 1.1, 1.1.1: GB/T 1.1) stand under a number of any form that they begin with.
RANKS |= {"whole": 4, "ar": 6, "decimal2": 7, "decimal3": 8, "decimal4": 9, "ar()": 10, "ar)": 11, "circle": 12}
YEARS = r"(?:19|20)\d{2} ?(?:年|[—－-]{1,2}(?:19|20)\d{2} ?年)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"(第([{NUMERAL}\d]{{1,5}})(?:编|篇(?![章文论报规的、])))")),
    ("chapter", re.compile(rf"(第([{NUMERAL}\d]{{1,5}})章)")),
    ("section", re.compile(rf"(第([{NUMERAL}\d]{{1,5}})节)")),
    ("article", re.compile(rf"(第([{NUMERAL}\d]{{1,7}})条(?:之[一二三四五六七八九十])?)(?![、，和及至的第规])")),
    ("cn", re.compile(rf"(([{NUMERAL}]{{1,4}}))[、．.﹒](?![{NUMERAL}]{{1,3}}、)")),
    ("cn()", re.compile(rf"([（(]([{NUMERAL}]{{1,4}})[）)])[、．.]?")),
    ("ar", re.compile(rf"((\d{{1,3}}))[．.﹒、](?:(?!\d)|(?={YEARS}))")),
    ("ar()", re.compile(r"([（(](\d{1,3})[）)])[、．.]?")),
    ("ar)", re.compile(r"((\d{1,3})[）)])")),
    ("circle", re.compile(rf"(([{_CIRCLED}]))")),
)
# In front of digits that no decimal prints: 6.5G+, 3.12月底前, 4．3家试点, 2.12345热线; not 2.5%, 3.15晚会, 1.5亿元.
_BEFORE_DIGITS = re.compile(
    r"((\d{1,3}))(?:[．.﹒、](?=\d{1,2}[A-Z](?![A-Za-z]))"
    r"|[．.﹒](?=\d{1,2}月|\d{1,4}(?:家(?!庭)|项(?!目)|所(?![有在需])|座(?!谈)|名(?![称单词录])|位(?![于置])|个(?!百分点|小时|月|工作日|交易日|自然日|标准|[人体别案性]))"
    r"|\d{3,5}(?=[一-龥])(?![亿万千百倍分元吨公平立米厘毫升克度亩年天小海]|个)))"
)
# In front of what a decimal counts stands none (7.1级地震, 2.3公里); 1.2公众参与 and 1.3级别划分 are units.
_DECIMAL = re.compile(
    rf"(\d{{1,2}}(?:[．.]\d{{1,2}}?){{1,3}})(?:(?={YEARS})|(?!\d)[．.、]? ?(?=[“《（A-Za-zⅠ-Ⅻ一-龥])"
    r"(?![亿万元吨米克亩天倍月岁]|[美欧港]元|个(?![人体别案性])|百[分吨]|千[瓦米克伏帕卡吨]|摄氏|左右[的为，。；、]|以[上下内][的为，。；、]|分[贝钟]|公[里斤顷]|平方|立方|厘米|毫[米克升]|升(?!级)|度(?!假)|小时|海里|"
    r"年(?!度)|级(?!别)|折|[kMGT]?(?:[a-z]|Hz|[WVB](?![A-Za-z]))))"
)
_WHOLE = re.compile(r"(\d{1,2})(?=[“一-龥][^，。；：！？,;:]{1,23}$)(?![年月日个家项名次万亿元岁天])")
_GRADE = re.compile(rf"([{NUMERAL}]{{1,3}})[级类等线期批档次]")
_FIRST = set(f"第（(0123456789{NUMERAL}{_CIRCLED}")


@dataclass(frozen=True, slots=True)
class Number:
    """A unit number at the start of a paragraph: its form (a key of RANKS), printed label, value and length.

    One that is ``doubtful`` could be the whole part of a decimal; only the numbers around it tell.
    """

    form: str
    label: str
    value: int
    length: int
    doubtful: bool = False


def numeral(text: str) -> int | None:
    """The value of Chinese or Arabic digits (二十一, 一百零三, 二〇二二, 12), None where they are none."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not set(text) & set("十百千"):
        digits = [_DIGITS.get(character) for character in text]
        return None if not digits or None in digits else int("".join(map(str, digits)))
    total, current = 0, 0
    for character in text:
        unit = {"十": 10, "百": 100, "千": 1000}.get(character)
        if unit:
            total, current = total + (current or 1) * unit, 0
        elif character in _DIGITS:
            current = _DIGITS[character]
        else:
            return None
    return total + current


def in_hanzi(number: int) -> str:
    """A number from 1 to 9999 in Chinese digits as official documents count (十一, 二十, 一百零三), else in Arabic."""
    if not 0 < number < 10000:
        return str(number)
    digits = "〇一二三四五六七八九"
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += digits[digit] + name
        elif text and number % unit and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if 10 <= number < 20 else text


@lru_cache(maxsize=256)  # a row of numbers is looked at from each of them
def unit_number(text: str) -> Number | None:
    """The unit number that a paragraph starts with, in any printed form; spaces after it are not counted."""
    if not text or text[0] not in _FIRST:
        return None
    for form, pattern in _FORMS:
        match = pattern.match(text)
        if match:
            value = _CIRCLED.index(match[2]) + 1 if form == "circle" else numeral(match[2])
            if value is None or (form == "cn" and _is_pair(value, text[match.end() :])):
                return None
            return Number(form, match[1], value, match.end())
    counted = _BEFORE_DIGITS.match(text)
    if counted:
        return Number("ar", counted[1], int(counted[1]), counted.end(), doubtful=True)
    decimal = _DECIMAL.match(text)
    if decimal:
        label = decimal[1].replace("．", ".")
        values = label.split(".")
        return Number(f"decimal{len(values)}", label, int(values[-1]), decimal.end(), doubtful=True)
    return None


def whole_number(text: str) -> Number | None:
    """The number and title of a chapter whose sections are numbered in decimals (1总则); only these tell that it is."""
    match = _WHOLE.match(text)
    return Number("whole", match[1], int(match[1]), match.end()) if match else None


def _is_pair(value: int, rest: str) -> bool:
    """一、二级医院: two grades in a row, not a first unit; 二、一级响应 is one."""
    match = _GRADE.match(rest)
    return match is not None and numeral(match[1]) == value + 1


_DAY = (
    r"(\d{4}|[一二][一二三四五六七八九〇○零ＯOo0]{3})年"
    r"(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日"
)
DATE = re.compile(_DAY)
DATE_AT_END = re.compile(rf"(?:{_DAY})(?:印发|发布|印)?$")
NUMBER_BRACKETS = r"[〔［\[（(【﹝]\s*(?:19|20)\d{2}\s*[〕］\]）)】﹞]"
NUMBER_LINE = re.compile(
    rf"(?:发?文号：)?(?:[\u4e00-\u9fffA-Za-z]{{1,16}}{NUMBER_BRACKETS}(?:第)?\d{{1,5}}号"
    r"|(?:[\u4e00-\u9fff、，]{2,90}(?:公告|通告|令)|[国部署局委行]令|公告|通告)?(?:\d{4}年)?第?[\d一二三四五六七八九十百]{1,5}号"
    rf"|{NUMBER_BRACKETS}第?\d{{1,5}}号|[（(]第[\d{NUMERAL}]{{1,5}}号[）)])"
)
NUMBER_FIELD = r"(?:发文字号|发[文布]文号|发文号|文\s*(?:件\s*)?号|文件编号)"
PAGE_FIELDS = (
    rf"(?:索\s*引\s*号|{NUMBER_FIELD}|成文日期|发文日期|发布日期|生成日期|发布机构|发文(?:机关|单位)|主题分类|主\s*题\s*词|信息分类|公开类别|"
    r"体裁分类|组配分类|有效性|生效日期|废止日期|内容概述|信息来源)"
)
"""What the metadata of government sites names (政府网站发展指引, 国办发〔2017〕47号, and sites' practice)."""
CELL_DAY = r"(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2})"
"""A day or a month as the cells of tables print it."""
NUMBER_BEHIND = re.compile(
    rf"[（(](?:[\u4e00-\u9fffA-Za-z]{{1,16}}{NUMBER_BRACKETS}第?\d{{1,5}}号"
    rf"|(?<!》[（(])(?:[\u4e00-\u9fff、，]{{2,90}}(?:公告|通告|令)(?:\d{{4}}年)?第?|\d{{4}}年第?|第)[\d{NUMERAL}]{{1,5}}号)[）)]$"
)
"""A number in brackets behind a title or on the line under it."""
NUMBER_AND_DAY = re.compile(
    rf"[（(](?P<before>{_DAY})?(?P<number>[\u4e00-\u9fffA-Za-z]{{1,16}}{NUMBER_BRACKETS}第?\d{{1,5}}号)"
    rf"(?P<behind>(?(before)|{_DAY}))[）)]"
)
"""The same with the day of the document, as gazettes print it that leave the signature out."""
ATTACHMENT_HEAD = re.compile(rf"附[件表录]?\s*(?:[\d{NUMERAL}]{{1,3}}|[（(]?\d{{1,2}}[）)]?)?\s*(?:[：:．.、]|$)")
BARE_ATTACHMENT = re.compile(r"附(?:[件表]\s*[\d一二三四五六七八九十]*|\d{1,2})[：:]?")
REMARK = re.compile(
    r"[（(]此件|(?:抄送|抄报|主送|分送|联系人|联系电话|信息公开选项|公开方式|公开属性)[：:]|[（(]联系|[（(]?主动公开(?:[）)]|$)"
)
BULLET = re.compile(r"(?:——|--|[●■◆▪•◇○□➢※★])")
_BODY_END = (
    "部|委|委员会|局|总局|厅|办公厅|办公室|办|会|院|署|行|总行|分行|府|人民政府|室|社|总社|公司|集团|中心|银行|协会|联合会|总会|"
    "总工会|分局|海关|学院|大学|法院|检察院|电视台|广播电台|气象台|报社|军区|军委|司令部|武警部队|中央|国务院|管委会|基金会|总队|支队|处|科|站|所|税务局|监管局"
)
BODY_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z“”（）()·]{{2,40}}?(?:{_BODY_END})(?:[（(](?:印章|章|代章|盖章)[）)])?")


def parse_date(match: re.Match[str]) -> date | None:
    """The day of a DATE match, None where the calendar has no such day."""
    year, month, day = (numeral(match[group]) for group in (1, 2, 3))
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Titles of official documents: their genre noun, the issuers in front, and the text that a notice carries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.characters import TERMINAL
from loaders.forms import BODY_NAME, BULLET, DATE, DATE_AT_END, NUMBER_BEHIND, NUMBER_LINE, NUMERAL, REMARK, unit_number

# Genres of 党政机关公文处理工作条例 第八条, and what such documents issue.
GENRES = (
    "通知|通告|通报|公告|公报|决定|决议|意见|命令|令|批复|议案|报告|请示|函|纪要|措施|方案|规划|计划|纲要|办法|条例|规定|细则|"
    "规则|规程|准则|章程|制度|要点|指南|指引|导则|目录|清单|政策|标准|解释|答复|法|工作安排|任务分工|分工|工程|行动|"
    "总结|讲话|说明|规范|名单|预案|守则|公约|倡议|倡议书|批示|政策措施|十条|条"
)
HEAD_GENRES = (
    "通知|通告|通报|公告|公报|决定|决议|意见|命令|令|批复|议案|报告|请示|函|纪要|措施|方案|规划|计划|纲要|办法|条例|规定|细则|"
    "规则|规程|准则|章程|制度|要点|指南|指引|导则|目录|清单|政策|解释|答复|预案|标准|规范"
)
_SUFFIX = r"(?:[（(〔\[][^（）()]{1,30}[）)〕\]])?"
TITLE_END = re.compile(rf"(?:{HEAD_GENRES}){_SUFFIX}[》〉”]?$")
_KIND = re.compile(rf"({GENRES}){_SUFFIX}$")
_BRACKET_LINE = re.compile(
    r"[（(](?:试行|暂行|修订|修正|征求意见稿|(?!\d{4}年\d{1,2}月(?:\d{1,2}日|[）)]))\d{4}.{1,12}|.{1,8}[版稿])[）)]"
)
MONTH_LINE = re.compile(r"[（(]\d{4}年\d{1,2}月[）)]")
"""The bracket under a title that says when the text was made."""
LABELS = re.compile("(?:文件)?(?:标题|名称)：|正文：")
"""What a dump of a database prints in front of a title and a text."""
_DECIDED = "通过|批准|公布|发布|修订|修正|施行"
ADOPTION = re.compile(rf"[（(](?:(?=.{{0,80}}(?:{_DECIDED}))\d{{4}}年.{{4,400}}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日)[）)]")
"""The bracket under a title: who adopted the text and when, or, of the party's documents, the day alone."""
_VERB = re.compile(r"关于|印发|转发|发布|公布|批转|废止|修改")
_LONGEST_SECTION = 12
_JOINT = re.compile(r"等(?:[\d一二三四五六七八九十]+个?)?(?:部门|部委|单位|部委局|厅局|委办局|机关)$")
_ISSUED = re.compile(r"(?:印发|转发|批转|发布|公布|颁布)(?:了)?《?(.+?)》?(?:的(?:通知|公告|决定|令|函))?$")
_QUOTED = re.compile(r"(?:印发|转发|批转|发布|公布|颁布)(?:了)?《(.+)》")
_EXCERPT = re.compile(r"[（(](?:摘要|摘录|摘编|选摘|节选|节录|选录|有删节)[）)]$")
"""What an editor adds to the title of a document that is not printed whole."""
_UNNAMED = {None, "工程", "行动", "标准", "政策", "规定", "目录", "清单"}
"""What notices are about as often as they carry it (关于执行…标准的通知)."""
BRACKETED_TITLE = re.compile(
    rf"[（(](关于.+(?:{HEAD_GENRES})|[^（）()]{{4,60}}(?:办法|规定|条例|细则|规则)(?:[（(](?:试行|暂行)[）)])?)[）)]"
)
"""A title in brackets under the number, or behind it, as announcements and orders of the customs print it."""
_NEGATIVE = re.compile(r"[。；！？]|：$|^(?:目\s*录|附|抄送|第[一二三四五六七八九十]+(?:[章条篇辑]|部分))")
ORDINAL = re.compile(
    rf"第[{NUMERAL}\d]{{1,4}}篇|[{NUMERAL}]{{1,4}}、|\d{{1,3}}[.．、]?|[（(【\[][{NUMERAL}\d]{{1,4}}[）)】\]]"
)
"""The number that a collection prints in front of a title."""

LEADER = re.compile(r"(?:…|[.．·﹒_—-]{3}) ?(?:[（(]?\d{1,4}[）)]?)?$")
"""The end of an entry of a table of contents: dots and the page."""
PAGED = re.compile(rf"(?:{HEAD_GENRES}){_SUFFIX}[》”]?/?\d{{1,3}}$")
"""The same without dots: a title and the page."""

_ENTRY = re.compile(rf"〔\d{{4}}〕\d+号|令第[\d{NUMERAL}]+号|(?:关于|印发|转发).{{0,99}}(?:{HEAD_GENRES})")
"""What an entry has that is a document, and no chapter."""

_ISSUE = r"(?:[（(][^（）()]{1,12}[）)]|(?:[12]\d{3}年?)?[·.\-]?(?:第?\d{1,3}[期号]?)?)"
BOOK = re.compile(
    rf"(?!.*(?:关于|印发|转发|发布|编制))([\u4e00-\u9fff“”、·\d]{{2,40}}?(?:汇编|选编|文件选|政报|(?<=[府院部厅局委会])(?<!全会)公报)){_ISSUE}(?:[（(]?总第\d+期[）)]?)?"
    r"|[（(](?:第[^（）()]{1,3}[辑卷册集]|[上中下]册)[）)]"
)
"""The name of a book or a gazette that prints documents, with its volume or issue; the first group is the bare name."""


def is_title_line(text: str) -> bool:
    """Whether a paragraph can be (a line of) a title: short, no sentence, no printed form of another kind."""
    if not 1 < len(text) <= 90 or _NEGATIVE.search(text) or "：" in text:
        return False
    if text[0] in "，、）》”。" or text[-1] in "，、":
        return False
    return not (
        DATE.search(text)
        or NUMBER_LINE.fullmatch(text)
        or REMARK.match(text)
        or BULLET.match(text)
        or unit_number(text)
        or ORDINAL.fullmatch(text)
        or LEADER.search(text)
        or PAGED.search(text)
        or text.endswith("文件")
    )


def ends_text(text: str) -> bool:
    """Whether a text ends with this line: a sentence does, or it is its date."""
    return text[-1] in TERMINAL or DATE_AT_END.search(text[-40:]) is not None


def is_section_line(text: str) -> bool:
    """Whether a line can be the heading of a section of a book: a few words, and no title or body."""
    few = len(text) <= _LONGEST_SECTION and not re.search(r"^特此|\d", text)
    return few and is_title_line(text) and not (ends_title(text) or BODY_NAME.fullmatch(text))


def ends_title(text: str) -> bool:
    """Whether the line ends with a genre noun, with or without a bracket behind it."""
    return TITLE_END.search(text) is not None


def lists_documents(texts: Iterable[str]) -> bool:
    """Whether lines are a table of contents of documents: an entry ends in its page before any sentence ends."""
    for text in texts:
        if "。" in text:
            return False
        paged = LEADER.search(text) or PAGED.search(text)
        if paged and not text.startswith("附") and not unit_number(text) and _ENTRY.search(text):
            return True
    return False


def is_bracket_line(text: str) -> bool:
    """Whether the line under a title is a bracket that belongs to it: （试行）, （2022—2025年）."""
    return (
        len(text) <= 24
        and _BRACKET_LINE.fullmatch(text) is not None
        and not NUMBER_BEHIND.fullmatch(text)
        and "通过" not in text
    )


def kind_of(title: str) -> str | None:
    """The genre noun that ends a title: 实施意见 → 意见, 若干政策措施 → 措施."""
    bare = title.rstrip("》〉”")
    match = _KIND.search(bare)
    if not match:
        return None
    kind = match[1]
    return {"政策措施": "措施", "工作安排": "安排", "任务分工": "分工"}.get(kind, kind)


def issuer_prefix(title: str) -> str | None:
    """The part of a title in front of 关于, 印发 or 转发 (or, for 公告 and 令 alone, in front of that)."""
    match = _VERB.search(title)
    if match:
        return title[: match.start()] or None
    match = re.fullmatch(r"(.+?)(?:公告|通告|令)", title)
    return match[1] if match else None


def has_issuer(title: str) -> bool:
    """Whether the title names its issuers in front of its verb."""
    prefix = issuer_prefix(title)
    if not prefix:
        return False
    prefix = _JOINT.sub("", prefix)
    return BODY_NAME.fullmatch(prefix) is not None or prefix.endswith(("等", "两办"))


def opens_with_issuer(title: str) -> bool:
    """Whether the title so far begins with its issuers, and not in the middle of their row."""
    return has_issuer(title) and not title.startswith(("等", "关于", "印发", "转发"))


def ends_with_body(line: str) -> bool:
    """Whether a line ends as a row of issuers does: with a body, or with 等13部门."""
    return _JOINT.search(line) is not None or BODY_NAME.fullmatch(line) is not None


def without_joint(prefix: str) -> str:
    """商务部等13部门 → 商务部."""
    return _JOINT.sub("", prefix).strip()


def carried_in(title: str) -> str | None:
    """The title of the text that a title says it issues or forwards, None for other titles."""
    title = _EXCERPT.sub("", title)
    match = _QUOTED.search(title)
    if match:
        return match[1]
    if is_forwarding(title):
        passed = re.sub(r"^.*?(?:转发|批转)", "", title, count=1)
        # Two 的通知 are printed once where a notice is passed on; behind another genre it is the notice's own.
        bare = passed.removesuffix("的通知")
        return bare if ends_title(bare) and kind_of(bare) not in _UNNAMED else passed
    match = _ISSUED.search(title)
    return match[1] if match else None


def is_bare_order(title: str) -> bool:
    """Whether a title says no more than whose order or announcement it is (国务院令, 某省人大常委会公告)."""
    return title.endswith(("令", "公告", "通告")) and "关于" not in title


def is_forwarding(title: str) -> bool:
    """Whether the title says that it passes on another body's document."""
    prefix = issuer_prefix(title)
    rest = title[len(prefix) :] if prefix else title
    return rest.startswith(("转发", "批转", "关于转发", "关于批转"))


def folded(title: str) -> str:
    """For comparing a carried title in its two wordings: without 关于, 的, marks and brackets."""
    return re.sub(r"关于|[的《》〈〉“”‘’（）()\[\]〔〕－—\-、，\s]", "", title)

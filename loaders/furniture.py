"""Lines of a web page that stand around a document or between its title and its text, and are no part of it."""

from __future__ import annotations

import re

from loaders.forms import DATE_AT_END, PAGE_FIELDS, unit_number
from loaders.titles import HEAD_GENRES

_FURNITURE = re.compile(
    rf"(?:【?\s*)(?:{PAGE_FIELDS}|标\s*题[：:]|名\s*称[：:]|来源[：:]|时间[：:]|发布时间|浏览次数|阅读次数|点击数|字体|字号|(?:\[?[大中小]\]?){{1,3}}$|"
    r"打印|关闭|分享|扫一扫|收藏|微信|微博|相关链接|相关阅读|相关文件|上一篇|下一篇|返回|(?:当前|您?现在的?|您?所在的?|您的)位置|首页|网站地图|联系我们|责任编辑|"
    r"版权所有|主办单位|承办单位|主办[：:]|承办[：:]|网站标识码|.{0,12}ICP备|.{0,12}公网安备|地址[：:].*邮编|(?i:copyright))"
)
_LONGEST = 120
_SAID = (
    rf"{PAGE_FIELDS}|法规类型|内容类别|效\s*力(?:说明)?|(?:公文|文件)?(?:标\s*题|名\s*称)|分\s*类|时效性?|"
    r"(?:文章|信息|稿件|文件)?来源|(?:发布|更新|发稿|录入|公开)?(?:时间|日期)|作者|责任编辑|编辑|发布(?:人|单位|机构|者)|"
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?|(?:原文|文章|原始)?(?:链接|地址|网址)|字\s*[体号]|分享(?:到)?|【?打印"
)
_INFO = re.compile(
    rf"[>\[【]*(?:(?:{_SAID})\s*[：:】]|正文：$|https?://|【?(?:打印|关闭|分享|收藏)|(?:\[?[大中小]\]?){{3}}$"
    r"|[12]\d{3}[-/.]\d{1,2}[-/.]\d{1,2}(?:\D|\d{1,2}:|$)|[12]\d{3}年\d{1,2}月\d{1,2}日(?:\d{1,2}[:：]\d{2}|\D*(?:来源|浏览|阅读|点击|字体)[^。]*[：:]))"
)
"""What pages print between the title and the text: when it was put there, by whom, how often it was read."""
_RELATED = re.compile(
    r"【?(?:(?:相关|有关|关联)(?:稿件|文件|文档|链接|阅读|新闻|报道|信息|解读|政策|资讯|附件|内容)|政策解读|解读(?:材料|链接|信息)|附件下载|"
    r"(?:上|下)一[篇条]|延伸阅读|推荐阅读|热点推荐)】?(?:[：:](?P<named>.*))?"
)
_NO_HEADING = re.compile(r"【?(?:(?:相关稿件|相关链接)】?[：:]?$|(?:上|下)一[篇条])")


_LINKED = re.compile(rf".*(?:《.+》.*|(?:{HEAD_GENRES}|解读|图解|问答|解答|一图读懂\S*)[》”]?|\.[A-Za-z]{{2,4}})")
_TEXT = re.compile(r".*[。；]|附件?")


def is_furniture(text: str) -> bool:
    """Whether a line is of the page around a document."""
    return len(text) <= _LONGEST and _FURNITURE.match(text) is not None and "。" not in text


def is_info(text: str) -> bool:
    """Whether a line under a title says where and when the page was made: 来源：…, 发布时间：…, 2023-03-08."""
    return len(text) <= _LONGEST and _INFO.match(text) is not None and "。" not in text


class Links:
    """Where the links below a document are, seen line by line from its text on.

    A line that may head a text as well (政策解读) heads links only behind a date, alone or before the name of one, and
    above no sentence, unit or attachment; no links hold numbered sentences.
    """

    def __init__(self) -> None:
        self.open = False
        self._dated = self._sure = False

    def see(self, text: str) -> None:
        """Look at the next line."""
        related = _RELATED.fullmatch(text)
        if self.open and not related:
            number = unit_number(text)
            unit = number is not None and ("。" in text or not self._sure and not number.form.startswith("ar"))
            self.open = not unit and (self._sure or _TEXT.fullmatch(text) is None)
        elif related and not (self.open and self._sure):
            self._sure = _NO_HEADING.match(text) is not None
            named = related["named"]
            linked = not named or len(named) <= _LONGEST and "。" not in named and _LINKED.fullmatch(named) is not None
            self.open = self._sure or self._dated and linked
        self._dated = self._dated or DATE_AT_END.search(text[-40:]) is not None

"""Short documents of every kind that compilations print, and what was made of them."""

from __future__ import annotations

from loaders.split import Split

FIRST = """江苏省财政厅关于规范票据的通知
苏财综〔2023〕901号
各市财政局：
现将票据的事项通知如下。
一、开票。窗口当场开具。
二、核销。每月核销一次。
江苏省财政厅
2023年9月1日"""

SECOND = """浙江省商务厅
关于促进消费的若干意见
浙商务〔2022〕902号
各市商务局：
为了促进消费，提出以下意见。
一、发放消费券。按月发放。
浙江省商务厅
2022年3月1日"""

NOTICE = """江苏省财政厅转发财政部关于规范票据的通知
苏财综〔2023〕903号
各市财政局：
现将《财政部关于规范票据的通知》转发给你们，请遵照执行。
江苏省财政厅
2023年9月1日"""

FORWARDED = """财政部关于规范票据的通知
财综〔2023〕904号
各省财政厅：
现将票据的事项通知如下。
一、开票。当场开具。
财政部
2023年8月1日"""

ISSUED = """江苏省人民政府办公厅关于印发江苏省驿站方案的通知
苏政办发〔2023〕905号
各市人民政府：
现将《江苏省驿站方案》印发给你们，请认真执行。
江苏省人民政府办公厅
2023年9月1日
江苏省驿站方案
为了建设驿站，制定本方案。
一、布局。十五分钟可达。"""

DECISION = """江苏省人民代表大会常务委员会
关于促进人才发展的决定
（2023年7月29日江苏省第十四届人民代表大会常务委员会第四次会议通过）
为了促进人才发展，作出本决定。
一、本省支持人才流动。"""

ANNOUNCEMENT = """财政部 税务总局公告
2023年第906号
现将有关税收政策公告如下。
一、延长期限。执行至年底。
财政部 税务总局
2023年9月1日"""


def titles(found: Split) -> list[str]:
    return ["".join(block.text for block in part.title) for part in found.parts]


def ranges(found: Split) -> list[tuple[int, int, str]]:
    """First line, last line and title or reason of everything, in order."""
    named = [(part.first_line, part.last_line, title) for part, title in zip(found.parts, titles(found), strict=True)]
    named += [(item.first_line or 0, item.last_line or 0, item.reason) for item in found.rejections]
    return sorted(named)

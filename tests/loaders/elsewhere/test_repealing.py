"""Repeals and terms: which documents end, and from when to when a document itself holds."""

from __future__ import annotations

import pytest

from tests.loaders.elsewhere.read import issued

ISSUER, DAY = "陕西省人民政府办公厅", "2018年9月10日"

REPEALS = [
    ("本通知自印发之日起施行，陕政办发〔2010〕12号同时废止。", "陕政办发〔2010〕12号"),
    ("本通知自2018年10月1日起施行。《陕西省客运管理办法》（陕政发〔2006〕3号）同时废止。", "陕政发〔2006〕3号"),
    ("《关于印发甲方案的通知》《关于印发乙方案的通知》自即日起废止。", "关于印发甲方案的通知 关于印发乙方案的通知"),
    (
        "以下文件同时废止：\n1.《关于规范收费的通知》（陕价发〔2009〕1号）\n2.《关于加强核算的通知》（陕价发〔2011〕5号）",
        "陕价发〔2009〕1号 陕价发〔2011〕5号",
    ),
    ("原《陕西省专项资金管理办法》（陕财办〔2012〕7号）停止执行。", "陕财办〔2012〕7号"),
    ("《陕西省招标管理办法》（陕政发〔2008〕66号）不再执行。", "陕政发〔2008〕66号"),
    ("此前印发的陕政发〔2011〕8号、陕政发〔2013〕20号文件自行失效。", "陕政发〔2011〕8号 陕政发〔2013〕20号"),
    ("《陕西省人民政府关于印发环保规定的通知》（陕政发〔2007〕9号）宣布失效。", "陕政发〔2007〕9号"),
    ("对符合条件的企业，废止不合理收费。", ""),
    ("要及时清理和废止与《中华人民共和国公平竞争条例》不一致的规定。", ""),
]


@pytest.mark.parametrize(("text", "expected"), REPEALS)
def test_documents_that_a_closing_sentence_ends(text: str, expected: str) -> None:
    body = f"现通知如下。\n\n一、加强管理。各市要建立台账。\n\n二、严格执行。各市要公开结果。\n\n{text}"
    found = [fact for item in issued(body, ISSUER, DAY).provisions for fact in item.citations]
    repealed = [fact.number or fact.title or "" for fact in found if fact.relation == "repeals"]
    assert " ".join(repealed) == expected


TERMS = [
    ("本通知自2018年10月1日起施行。", "2018-10-01", None),
    ("本通知自2018年10月1日起施行，有效期五年。", "2018-10-01", "2023-09-30"),
    ("本通知自印发之日起施行，有效期至2020年12月31日。", "2018-09-10", "2020-12-31"),
    ("本通知自发布之日起30日后施行，有效期为3年。", "2018-10-10", "2021-10-09"),
    ("本通知自2018年10月10日起施行，有效期至2023年10月9日。", "2018-10-10", "2023-10-09"),
    ("本办法从发布之日起执行。", "2018-09-10", None),
    ("本办法自2018年11月1日起试行，试行期一年。", "2018-11-01", "2019-10-31"),
    ("本通知自下发之日起施行，由省财政厅负责解释。", "2018-09-10", None),
    ("本政策执行期限暂定为2018年1月1日至2019年12月31日。", "2018-01-01", "2019-12-31"),
    ("本通知有效期自2018年10月1日至2023年9月30日。", "2018-10-01", "2023-09-30"),
    ("本规定自二〇一八年十月一日起施行。", "2018-10-01", None),
    ("企业信用承诺自签署之日起生效。", None, None),
]


@pytest.mark.parametrize(("text", "effective", "expires"), TERMS)
def test_terms_that_a_closing_sentence_sets(text: str, effective: str | None, expires: str | None) -> None:
    body = f"现通知如下。\n\n一、加强管理。各市要建立台账。\n\n二、严格执行。各市要公开结果。\n\n{text}"
    found = issued(body, ISSUER, DAY)
    days = (found.effective_on, found.expires_on)
    assert tuple(day.isoformat() if day else None for day in days) == (effective, expires)

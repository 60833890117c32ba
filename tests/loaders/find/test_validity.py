"""What a document says about its own term."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loaders.find.validity import validity
from loaders.records import CLOSING, Document
from tests.loaders.find.one_unit import scope

ISSUED = date(2022, 11, 18)


def written(*texts: str, last: str = "八", issued_on: date | None = ISSUED) -> Document:
    """A document of these units; the last one has the path ``last``."""
    whole = "\n".join(texts)
    made = scope(whole).document
    provisions = []
    start = 0
    for order, text in enumerate(texts):
        path = last if order == len(texts) - 1 else f"{order + 1}"
        item = replace(made.provisions[0], path=path, text=text, position=order, start=start, end=start + len(text))
        provisions.append(item)
        start += len(text) + 1
    return replace(made, provisions=tuple(provisions), issued_on=issued_on)


def term(*texts: str, last: str = "八", issued_on: date | None = ISSUED) -> tuple[date | None, date | None]:
    found = {item.field: item.value for item in validity(written(*texts, last=last, issued_on=issued_on), nowhere)}
    return found.get("effective_on"), found.get("expires_on")


def nowhere(offset: int) -> tuple[int | None, int | None]:
    return offset, None


ROWS = [
    ("本办法自2023年1月1日起施行。", date(2023, 1, 1), None),
    ("本条例自二〇二三年三月一日起施行。", date(2023, 3, 1), None),
    ("本通知自印发之日起施行。", ISSUED, None),
    ("本公告自发布之日起执行。", ISSUED, None),
    ("本规定自公布之日起30日后施行。", date(2022, 12, 18), None),
    ("本细则自发布之日起满一个月后实施。", date(2022, 12, 18), None),
    ("本办法从2023年1月1日起正式实施，有效期5年。", date(2023, 1, 1), date(2027, 12, 31)),
    ("本办法自2023年1月1日起施行，有效期至2027年12月31日。", date(2023, 1, 1), date(2027, 12, 31)),
    ("本意见自印发之日起实施，有效期为两年。", ISSUED, date(2024, 11, 17)),
    ("本公告执行至2023年12月31日。", None, date(2023, 12, 31)),
    ("本通知执行期限为2023年1月1日至2023年6月30日。", date(2023, 1, 1), date(2023, 6, 30)),
    ("本政策措施自2022年12月1日起至2023年11月30日止执行。", date(2022, 12, 1), date(2023, 11, 30)),
    ("本政策自印发之日起实施，未注明时限的，有效期至2025年12月31日。", ISSUED, date(2025, 12, 31)),
    ("本办法自2023年2月1日起施行，试行期2年。", date(2023, 2, 1), date(2025, 1, 31)),
    ("本若干措施有效期至2024年底。", None, date(2024, 12, 31)),
    ("本通知自2023年1月1日起施行，2025年12月31日废止。", date(2023, 1, 1), date(2025, 12, 31)),
    ("自2023年1月1日起施行。", date(2023, 1, 1), None),
    ("以上政策自2023年1月1日起执行，执行至2023年3月底。", date(2023, 1, 1), date(2023, 3, 31)),
    ("本实施意见自2022年12月20日起施行，有效期3年，由省商务厅负责解释。", date(2022, 12, 20), date(2025, 12, 19)),
    ("本标准自2023年2月30日起实施。", None, None),
    # a sentence about something else
    ("自2023年1月1日起，企业可以申请延期。", None, None),
    ("许可证有效期为5年。", None, None),
    ("优惠政策执行至2023年12月31日。", None, None),
    ("本省户籍居民自2023年1月1日起执行新标准。", None, None),
    ("《某某办法》自2021年1月1日起施行。", None, None),
]


@pytest.mark.parametrize(("text", "effective_on", "expires_on"), ROWS)
def test_reads_the_documents_own_term(text: str, effective_on: date | None, expires_on: date | None) -> None:
    assert term("推进工作。", text) == (effective_on, expires_on)


def test_a_bare_sentence_counts_only_at_the_end() -> None:
    assert term("自2023年1月1日起施行。", "抓好落实。") == (None, None)
    assert term("抓好落实。", "自2023年1月1日起施行。", last=CLOSING) == (date(2023, 1, 1), None)


def test_an_article_number_may_stand_before_the_sentence() -> None:
    assert term("第八条 自2023年1月1日起施行。", last="第四章/第八条") == (date(2023, 1, 1), None)


def test_without_a_date_of_issue_nothing_is_counted_from_it() -> None:
    assert term("本通知自印发之日起施行，有效期3年。", issued_on=None) == (None, None)
    assert term("本通知有效期3年。") == (None, date(2025, 11, 17))


def test_the_first_sentence_of_a_field_wins() -> None:
    assert term("本通知自2023年1月1日起施行。", "本办法自2023年2月1日起施行。") == (date(2023, 1, 1), None)


def test_the_evidence_quotes_the_sentence_at_its_offsets() -> None:
    document = written("抓好落实。", "一、另行通知。本办法自2023年1月1日起施行，有效期5年。")
    first, second = validity(document, nowhere)
    assert first.evidence.quote == second.evidence.quote == "本办法自2023年1月1日起施行，有效期5年"
    assert document.text[first.evidence.start : first.evidence.end] == first.evidence.quote
    assert first.evidence.page == first.evidence.start
    assert (first.evidence.rule, second.evidence.rule) == ("validity.from_day", "validity.term")

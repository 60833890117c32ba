from __future__ import annotations

import pytest

from loaders.find.names import Names, bound
from loaders.find.own import own
from loaders.records import Document, Source


def names(text: str, title: str = "关于加强管理的通知", issued: str | None = None) -> Names:
    document = Document(
        "d",
        None,
        title,
        issued,
        "通知",
        None,
        None,
        (),
        None,
        None,
        None,
        None,
        None,
        (),
        text,
        (),
        Source("u", "s", "f"),
    )
    return bound(document, own(document))


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        ("根据《国务院关于质量工作的意见》（以下简称《意见》），", "意见", "国务院关于质量工作的意见"),
        ("根据《国务院关于质量工作的意见》（国发〔2020〕1号，以下简称“意见”），", "意见", "国务院关于质量工作的意见"),
        ("根据《国务院关于质量工作的意见》（国发（2020）1号）（以下简称意见），", "意见", "国务院关于质量工作的意见"),
        ("由省发展和改革委员会（以下简称省发展改革委）负责。", "省发展改革委", "由省发展和改革委员会"),
        ("购买《车型目录》（以下称为《目录》）内的车辆。", "目录", "车型目录"),
    ],
)
def test_a_short_name_is_bound_to_what_stands_in_front(text: str, short: str, whole: str) -> None:
    assert names(text).all == {short: whole}


def test_short_names_of_cited_documents_keep_the_number() -> None:
    found = names("根据《国务院关于质量工作的意见》（国发〔2020〕1号，以下简称《意见》），")
    assert found.cited == {"意见": ("国务院关于质量工作的意见", "国发〔2020〕1号")}


def test_the_first_binding_holds_and_the_own_text_is_not_cited() -> None:
    text = "现将《质量方案》（以下简称《方案》）印发。《某省消费促进规划》（以下简称《方案》）除外。（以下简称甲）"
    found = names(text, "关于印发《质量方案》的通知", "质量方案")
    assert found == Names({"方案": "质量方案"}, {})

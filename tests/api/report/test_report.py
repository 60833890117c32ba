"""The parts of a report: references, the diagram, words, and texts that would break out of a page."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from api.report import words as words_module
from api.report.diagram import MOST_BELOW, diagram, is_reduced
from api.report.findings import Findings, findings
from api.report.markdown import markdown
from api.report.page import Making, marked, page, references
from api.report.references import reference
from api.report.words import Words
from graph.ask import find

MAKING = Making("0", "ab", "cd", "ef", 0.45, 0.25, "2024-01-02", "mailuo implementation '<x>'")
WHERE = {"zh": "江苏省", "en": "江苏省"}
HOSTILE = '</title><script>alert(1)</script><img src=x onerror="alert(2)">&lt;'


def _row(**values: Any) -> dict[str, Any]:
    row = dict.fromkeys(field.name for field in find("implementation").columns)
    return {**row, "status": "compared", **values}


def _document(number: str, title: str, **values: Any) -> dict[str, Any]:
    return _row(
        document_id=number, document_number=number, document_title=title, issuers=["某省政府"], relations=[], **values
    )


def _upper(path: str, **values: Any) -> dict[str, Any]:
    return _row(
        **{
            "reading": "none", "upper_id": f"甲#{path}", "upper_path": path, "upper_heading": "措施",
            "upper_quote": "做事。", "upper_start": 0, "upper_end": 3, "organisational": False, "silent": False,
            "due": "none", "upper_deadlines": [], "bodies": [], **values,
        }
    )  # fmt: skip


def _pair(path: str, below: str, reading: str, **values: Any) -> dict[str, Any]:
    return _upper(
        path,
        **{
            "reading": reading, "document_id": "乙", "document_number": "乙", "document_title": "乙文",
            "lower_id": f"乙#{below}", "lower_path": below, "lower_heading": "下",
            "lower_quote": "也做事。", "lower_start": 5, "lower_end": 9,
            "basis": "content", "score": 0.5, "lag_days": 3, "shared_terms": ["做事"], "lower_deadlines": [],
            "compared_deadlines": [], **values,
        },
    )  # fmt: skip


def _found(*rows: dict[str, Any], title: str = "甲文") -> Findings:
    first = {
        "searched": 2,
        "searched_later": 1,
        "issued_on": "2021-12-31",
        "searched_from": "2022-01-01",
        "searched_to": "2022-02-02",
        "coverage": 0.5,
    }
    return findings([{**_document("甲", title), "reading": "basis", **first}, *rows])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {"issuers": ["国务院"], "document_number": "国发〔2022〕5号", "issued_on": "2022-02-07"},
            "国务院. 意见: 国发〔2022〕5号[A]. 2022-02-07.",
        ),
        (
            {"issuers": ["甲", "乙", "丙", "丁"], "issued_on": "2022-02-07", "url": "https://example.org/a",
             "loaded_on": "2024-03-04"},
            "甲, 乙, 丙, 等. 意见[A/OL]. (2022-02-07)[2024-03-04]. https://example.org/a.",
        ),
        ({"issuers": [], "document_number": "意见"}, "意见[A]."),
        ({"issuers": None, "url": "https://example.org/a", "loaded_on": "2024-03-04"},
         "意见[A/OL]. [2024-03-04]. https://example.org/a."),
    ],
)  # fmt: skip
def test_a_reference_has_the_form_of_the_standard(values: dict[str, Any], expected: str) -> None:
    assert reference(_row(document_title="意见", **values)) == expected


def test_every_word_stands_in_both_languages_with_the_same_places() -> None:
    with Path(words_module.__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        places = [sorted(part.split("}")[0] for part in row[language].split("{")[1:]) for language in ("zh", "en")]
        assert row["zh"]
        assert row["en"]
        assert places[0] == places[1], row["key"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(None, "lag unknown"), (0, "same day"), (-425, "425 days earlier (about 14 months)"), (3, "3 days later")],
)
def test_a_lag_in_words(days: int | None, said: str) -> None:
    assert Words("en").lag(days) == said


def test_shared_terms_are_marked_in_a_quote_longest_first() -> None:
    assert marked("推广电子证照<互认>证照", ["证照", "电子证照"]) == (
        "推广<mark>电子证照</mark>&lt;互认&gt;<mark>证照</mark>"
    )
    assert marked("a.b<", None) == "a.b&lt;"


def test_the_diagram_has_a_box_a_measure_and_a_line_an_alignment() -> None:
    found = _found(
        {**_document("乙", "乙文"), "reading": "document"},
        _pair("一", "1", "carries_out"),
        _pair("一", "2", "same_action"),
        _pair("二", "2", "parallel"),
        _upper("三", silent=True),
        _upper("四", silent=True, organisational=True),
        _upper("五", reading="adopted", document_id="乙", document_number="乙", document_title="乙文"),
    )
    drawn = ElementTree.fromstring(str(diagram(found, Words("en"))))
    assert [one.get("class") for one in drawn.iter("path")] == ["carries", "same", "parallel", "adopted"]
    boxes = [(one.get("class") or "").split()[1:] for one in drawn.iter("g")]
    assert boxes == [[], [], ["silent"], ["uncounted"], [], ["document"], [], []]
    titles = [one.text for one in drawn.iter("title")]
    assert titles[-3:] == ["乙 乙文", "1 下", "2 下"]


def test_a_diagram_of_many_measures_shows_documents_only() -> None:
    rows = [_pair(str(one), str(one), "same_action") for one in range(MOST_BELOW)]
    found = _found(*rows)
    assert is_reduced(found)
    drawn = ElementTree.fromstring(str(diagram(found, Words("zh"))))
    assert len(list(drawn.iter("g"))) == MOST_BELOW + 1
    assert len(list(drawn.iter("path"))) == MOST_BELOW


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}


def _hostile() -> Findings:
    bad = {"document_title": HOSTILE, "document_number": HOSTILE, "lower_heading": HOSTILE, "upper_heading": HOSTILE}
    body = {"upper": HOSTILE, "upper_roles": ["lead"], "lower": None, "lower_roles": [], "counterpart": False}
    pair = {"lower_quote": HOSTILE, "upper_quote": HOSTILE, "shared_terms": ["script", "<"], "bodies": [body]}
    texts = {"upper_deadlines": [HOSTILE], "lower_deadlines": [HOSTILE]}
    lower = {**_document("乙", HOSTILE, issued_on="2022-01-01"), "reading": "document", "issuers": [HOSTILE]}
    return _found(
        {**lower, "url": f"javascript:{HOSTILE}", "loaded_on": "2024-01-01"},
        _pair("一", "1", "carries_out", **bad, **pair, **texts),
        _pair("二", "2", "nearest", **bad, **pair, silent=True),
        {**_pair("三", "3", "added", **bad, **pair), "upper_id": None},
        title=HOSTILE,
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_texts_stay_texts_and_nothing_comes_from_elsewhere(language: str) -> None:
    text = page(_hostile(), WHERE, MAKING, language)
    read = _Tags()
    read.feed(text)
    assert not {"script", "img", "iframe", "link", "object", "a"} & set(read.tags)
    assert not {"src", "href", "onerror"} & read.attributes
    assert text.count("<title>") == 1 + text.count('<g class="box')
    assert "url(" not in text
    written = markdown(_hostile(), WHERE, MAKING, language)
    assert "<script" not in written.replace("\\<", "")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_content_is_never_called_carrying_out(language: str) -> None:
    words = Words(language)
    found = _found(_pair("一", "1", "parallel", lag_days=-3), _pair("二", "2", "same_action"))
    for text in (page(found, WHERE, MAKING, language), markdown(found, WHERE, MAKING, language)):
        assert words("parallel") in text
        assert words("same_action") in text
    assert f"<b>{words('carries_out')}</b>" not in page(found, WHERE, MAKING, language)
    assert f"**{words('carries_out')}**" not in markdown(found, WHERE, MAKING, language)


def test_the_report_says_first_what_it_rests_on_and_claims_no_silence_without() -> None:
    basis = {"searched": 0, "searched_from": None, "searched_to": None, "coverage": None, "applies": False}
    for status in ("upper_not_held", "no_later_text", "not_aligned"):
        first = {**_document("甲", "甲文"), "reading": "basis", "status": status, "issued_on": "2021-12-31", **basis}
        found = findings([first, _upper("一")])
        text = page(found, WHERE, MAKING, "en")
        place = [text.index(Words("en")(f"status_{status}", upper="甲 甲文")), text.index('<svg class="diagram"')]
        assert place == sorted(place)
        assert "Not claimed: see what this rests on." in text
        assert "Note: the upper document does not apply to 江苏省." in text
        assert not found.found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_is_shown_with_the_place_where_it_cites(language: str) -> None:
    citing = _document(
        "乙", "乙文", reading="document", cue="为贯彻落实", lower_quote="《甲文》（甲）", lower_start=5, lower_end=12
    )
    found = _found({**citing, "relations": ["implements"], "lower_page": 3})
    for text in (page(found, WHERE, MAKING, language), markdown(found, WHERE, MAKING, language)):
        assert "为贯彻落实 … “《甲文》（甲）”" in text
        assert Words(language).printed(found.documents[0], "lower") in text


def test_of_a_document_that_is_not_held_nothing_is_said_to_be_none() -> None:
    found = findings([{**_document("甲", "甲文"), "reading": "basis", "status": "upper_not_held"}])
    for text in (page(found, WHERE, MAKING, "zh"), markdown(found, WHERE, MAKING, "zh")):
        # Measures, silence, additions; the page has the diagram besides.
        assert text.count(Words("zh")("not_claimed")) >= 3


def test_a_list_that_is_as_long_as_it_may_be_is_said_to_be_cut() -> None:
    whole = _found(*[_upper(str(at)) for at in range(499)])
    cut = _found(*[_upper(str(at)) for at in range(500)])
    assert whole.cut == {}
    assert cut.cut == {"measures": 500}
    said = "The graph may have more: Measure by measure (500)."
    assert said.lower() in " ".join(Words("en").rests_on(cut, "江苏省")).lower()


def test_an_upper_document_without_a_date_is_said_to_have_none() -> None:
    found = findings([{**_document("甲", "甲文"), "reading": "basis", "status": "no_later_text", "searched": 3}])
    said = Words("en").rests_on(found, "江苏省")
    assert said[0].startswith("The upper document has no date")
    assert "younger than the upper one: unknown" in said[1]


def test_those_that_lead_stand_first_and_the_nearest_is_among_the_references() -> None:
    pairs = [
        {"upper": "甲局", "upper_roles": ["participant"], "lower": None, "lower_roles": [], "counterpart": False},
        {"upper": "乙局", "upper_roles": ["lead"], "lower": None, "lower_roles": [], "counterpart": False},
    ]
    nearest = {**_pair("一", "二", "nearest"), "issuers": ["某省政府"], "document_title": "丙文"}
    found = _found(_upper("一", bodies=pairs, silent=True), nearest)
    assert [pair["upper"] for pair in found.measures[0].bodies] == ["乙局", "甲局"]
    assert any("丙文" in one for one in references(found))
    # The silence is of the whole measure, not of the sentence that comes nearest.
    assert found.measures[0].upper["upper_quote"] == "做事。"

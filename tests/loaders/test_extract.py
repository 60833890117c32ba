"""The pipeline: files in, documents out, every line accounted for, every quote at its offsets, never a crash."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import MailuoError
from loaders.extract import check_quotes, evidences, extract_file, extract_raw, extracted, guides, structured
from loaders.readers import read_file
from loaders.records import Validity
from tests.loaders.fuzz import NOISE, accounted, mutated, survives
from tests.loaders.written import raw

SAMPLES = {
    path.stem: path.read_text("utf8")
    for path in sorted(Path(__file__).parents[2].joinpath("loaders", "samples").glob("*.txt"))
}
NOTICE = "江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n各市：\n现通知如下。\n一、开票。当场开具。\n"
NOTICE += "二、核销。按月核销。"


def test_the_compilation_gives_its_36_documents_and_accounts_for_every_line(shared: Path) -> None:
    extraction = extract_file(shared / "corpus" / "policy-compilation-2022.txt")
    assert len(extraction.documents) == 36
    assert len({document.id for document in extraction.documents}) == 36
    assert accounted(extraction) == list(range(1, extraction.lines + 1))
    assert sum(check_quotes(document) for document in extraction.documents) > 1000


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_account_for_every_line(name: str) -> None:
    extraction = extract_raw(raw(SAMPLES[name]))
    assert extraction.rejections == ()
    assert accounted(extraction) == list(range(1, extraction.lines + 1))
    assert all(document.sample for document in extraction.documents)


def test_the_same_documents_at_every_stage() -> None:
    source = raw(NOTICE)
    titles = ["江苏省财政厅关于规范票据的通知"]
    assert [item.title for item in structured(source)[0]] == titles
    assert [item.document.title for item in extracted(source)[0]] == titles
    assert [item["title"] for item in guides(source)] == titles
    assert guides(source)[0]["provisions"][1]["line"] == 6


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("只是一段话，没有标题。", "no document in it"),
        ("江苏省财政厅关于规范票据的通知", "a title without its text"),
        (
            "江苏省财政厅关于规范票据的通知\n为了规范票据的印制、领取和使用，根据有关法律的规定，现将票据的",
            "cut off in mid-sentence",
        ),
    ],
)
def test_a_source_without_a_document_is_an_error_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(MailuoError) as error:
        extract_raw(raw(text))
    assert error.value.sentence.startswith("own.txt: ")
    assert reason in error.value.sentence


def test_a_quote_that_is_not_at_its_offsets_is_an_error() -> None:
    document = structured(raw(NOTICE))[0][0]
    first = document.provisions[0]
    moved = replace(first, evidence=replace(first.evidence, start=first.evidence.start + 1))
    with pytest.raises(ValueError, match="is not at its offsets"):
        check_quotes(replace(document, provisions=(moved, *document.provisions[1:])))
    with pytest.raises(ValueError, match="the text is not at its offsets"):
        check_quotes(replace(document, provisions=(replace(first, text="别的"),)))


def test_validity_is_evidence_too() -> None:
    document = structured(raw(NOTICE))[0][0]
    evidence = document.provisions[0].evidence
    dated = replace(document, validity=(Validity("effective_on", document.issued_on, evidence),))  # type: ignore[arg-type]
    assert len(list(evidences(dated))) == len(list(evidences(document))) + 1


@pytest.mark.parametrize("seed", range(120))
def test_mutated_samples_never_crash(seed: int) -> None:
    chance = random.Random(seed)
    texts = chance.sample(list(SAMPLES.values()), chance.randint(1, 2))
    survives(mutated(chance, "\n".join(texts)))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(NOISE + NOTICE.split("\n")), max_size=25).map("\n".join))
def test_pieces_of_documents_in_any_order_never_crash(text: str) -> None:
    survives(text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_never_crashes(text: str) -> None:
    survives(text.replace("\r", "").replace("\f", ""))


def test_files_are_read_and_extracted(tmp_path: Path) -> None:
    file = tmp_path / "通知.txt"
    file.write_text(NOTICE, "gb18030")
    extraction = extract_file(str(file))
    assert extraction.uri == file.resolve().as_uri()
    assert [document.doc_number for document in extraction.documents] == ["苏财综〔2023〕901号"]
    assert extraction.sha256 == read_file(file).sha256

"""Many files: each bad one named with its reason in one sentence, the good ones of the same call extracted."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import orjson
import pytest

from loaders import batch
from loaders.batch import each_source, extract_paths, is_loss, sentence
from loaders.errors import MailuoError
from loaders.extract import extract_file
from loaders.readers import _file
from loaders.records import Extraction, Rejection
from tests.loaders.readers.renderings import pictures, zipped

NOTICE = "江苏省财政厅关于规范票据的通知\n苏财综〔2023〕901号\n各市：\n现通知如下。\n一、开票。当场开具。\n"
NOTICE += "二、核销。按月核销。"
SAMPLES = Path(batch.__file__).parent / "samples"
LONG = "\n三、监督。财政部门要对票据的印制、领取、使用的情况进行检查，对违反规定的窗口"


def huge(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(200_000_000)  # sparse: nothing is written


def broken_link(file: Path) -> None:
    file.symlink_to(file.parent / "nowhere.txt")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "not text": (lambda file: file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00"), "not text but a PNG picture"),
    "a PDF": (lambda file: file.write_bytes(b"%PDF-1.7\n"), "a damaged PDF"),
    "a PDF of pictures": (lambda file: file.write_bytes(pictures()), "a PDF of pictures without a text layer"),
    "a web page": (lambda file: file.write_text("<html><script>x</script></html>"), "a web page that shows no text"),
    "binary": (lambda file: file.write_bytes(b"\x00\x01\x02" * 50), "not text, it holds NUL bytes"),
    "undecodable": (lambda file: file.write_bytes(b"\xff\xfe\xfd\xfc\xfb" * 20 + b"\x80"), "undecodable"),
    "empty": (lambda file: file.write_bytes(b""), "the file is empty"),
    "white space": (lambda file: file.write_text(" \n\u3000\n"), "the file is empty but for white space"),
    "no document": (lambda file: file.write_text("只是一段话，没有标题。"), "no document in it"),
    "a title alone": (lambda file: file.write_text("江苏省财政厅关于规范票据的通知"), "a title without its text"),
    "a line of 10 MB": (lambda file: file.write_text("长" * 3_500_000), "line 1 is too long"),
    "200 MB": (huge, "too large, 200 MB"),
    "a broken link": (broken_link, "a broken link"),
    "a folder without files": (lambda file: file.mkdir(), "a folder without files"),
    "a broken zip": (lambda file: file.write_bytes(b"PK\x03\x04" + b"\x00" * 30), "not text but a broken zip archive"),
    "a zip of nothing": (lambda file: file.write_bytes(zipped({".hidden": b"x"})), "a zip archive without files"),
    "a pipe": (lambda file: os.mkfifo(file), "not a regular file but a pipe"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_with_its_reason_and_the_good_one_is_extracted(tmp_path: Path, name: str) -> None:
    make, reason = BAD[name]
    bad, good = tmp_path / "坏.txt", tmp_path / "好.txt"
    make(bad)
    good.write_text(NOTICE)
    found = list(extract_paths([bad, good]))
    extractions = [item for item in found if isinstance(item, Extraction)]
    (rejection,) = (item for item in found if isinstance(item, Rejection))
    assert [item.file for item in extractions] == ["好.txt"]
    assert rejection.file == str(bad)
    said = sentence(rejection)
    assert said.startswith(f"{bad}: ")
    assert reason in said
    assert said.count("\n") == 0
    assert said.endswith(".")
    assert not said.endswith("..")
    assert is_loss(rejection)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text(NOTICE)
    good.write_text(NOTICE)
    opened = _file.Path.open

    def refuse(file: Path, *args: object) -> object:
        if file.name == "bad.txt":
            raise PermissionError(13, "Permission denied")
        return opened(file, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(_file.Path, "open", refuse)
    first, second = extract_paths([bad, good])
    assert first == Rejection(str(bad), "unreadable, permission denied")
    assert isinstance(second, Extraction)


def test_a_document_that_is_cut_off_is_extracted_as_far_as_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "cut.txt"
    file.write_bytes((NOTICE + LONG).encode()[:-1])  # in the middle of a character too
    (found,) = extract_paths([file])
    assert isinstance(found, Extraction)
    assert [item.path for item in found.documents[0].provisions] == ["preamble", "一", "二"]
    assert [sentence(item) for item in found.rejections] == ["cut.txt, line 7: cut off in mid-sentence."]
    assert is_loss(found.rejections[0])


def test_layout_around_a_document_is_reported_and_no_loss(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(f"首页\n索引号：1\n{NOTICE}\n打印 关闭")
    (found,) = extract_paths([file])
    assert isinstance(found, Extraction)
    assert [sentence(item) for item in found.rejections] == [
        "page.txt, lines 1-2: before the first document.",
        "page.txt, line 9: web page around the document.",
    ]
    assert not any(is_loss(item) for item in found.rejections)


def test_wrong_use_ends_the_call_and_a_failed_check_does_not(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NOTICE)

    def misuse(_: object) -> None:
        raise MailuoError("No such stage.", exit_code=2)

    def fail(_: object) -> None:
        raise ValueError("a quote is not at its offsets")

    with pytest.raises(MailuoError):
        list(each_source([file], misuse))
    assert list(each_source([file], fail)) == [
        Rejection(str(file), "not extracted, a check failed (a quote is not at its offsets)")
    ]


def test_a_reason_that_does_not_name_the_file_is_given_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NOTICE)

    def fail(_: object) -> None:
        raise MailuoError("The disk is full.")

    monkeypatch.setattr(batch, "extract_raw", fail)
    assert list(extract_paths([file])) == [Rejection(str(file), "The disk is full")]


def test_every_source_of_a_file_is_named_by_itself(tmp_path: Path) -> None:
    archive, rows = tmp_path / "甲.zip", tmp_path / "乙.csv"
    archive.write_bytes(
        zipped({"好.txt": NOTICE.encode(), "坏/空.txt": b"", "坏/内.zip": zipped({"好.txt": NOTICE.encode()})})
    )
    rows.write_text(f'正文\n"{NOTICE}"\n只是一段话。\n\u3000\n', "utf8")
    found = list(extract_paths([archive, rows]))
    assert [item.file for item in found if isinstance(item, Extraction)] == ["甲.zip!/好.txt", "乙.csv#row=1"]
    assert [sentence(item) for item in found if isinstance(item, Rejection)] == [
        f"{archive}!/坏/内.zip: not text but a zip archive.",
        f"{archive}!/坏/空.txt: the file is empty.",
        f"{rows}#row=2: no document in it.",
        f"{rows}#row=3: the column of the text is empty.",
    ]


def test_workers_give_the_same_records_byte_for_byte() -> None:
    files = sorted(SAMPLES.glob("*.txt"))
    alone = [orjson.dumps(extract_file(file)) for file in files]
    with ProcessPoolExecutor(3, get_context("spawn")) as pool:
        assert [orjson.dumps(found) for found in pool.map(extract_file, files)] == alone

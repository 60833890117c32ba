from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from loaders.errors import MailuoError
from loaders.readers import read_file
from loaders.readers.text import LIMIT_LINE, LIMIT_LINES

TEXT = "省政府办公厅关于加强园区服务工作的通知\n苏政办发〔2021〕9号\n各市人民政府：\n一、提高服务质量。按时办结。\n"


def write(folder: Path, data: bytes | str, name: str = "文件.txt") -> Path:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def texts(file: Path) -> list[str]:
    return [line.text for line in read_file(file).lines]


def pages(file: Path) -> list[int | None]:
    return [line.page for line in read_file(file).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-be-bom"])
def test_every_encoding_gives_the_same_lines(tmp_path: Path, encoding: str) -> None:
    data = b"\xfe\xff" + TEXT.encode("utf-16-be") if encoding == "utf-16-be-bom" else TEXT.encode(encoding)
    assert texts(write(tmp_path, data)) == TEXT.splitlines()


@pytest.mark.parametrize(
    "data",
    [
        "國務院辦公廳關於加強園區服務工作的通知，各縣市人民政府應當依照本通知辦理。".encode("big5"),
        "国务院办公厅关于加强园区服务工作的通知".encode()[1:-1] * 3,
        "ガイドラインに関する通知をお知らせいたします。".encode("shift_jis"),
        "Für die Förderung der Städte übergeben wir größere Beträge".encode("latin-1"),
        TEXT.encode().decode("latin-1").encode(),  # UTF-8 that somebody took for Latin letters and saved again
        ("各市人民政府\ufffd\ufffd\ufffd" * 9).encode(),
        "办公厅通知".encode("utf-16-le").join([b"\xff\xfe", b"\xd8"]),
        "办公厅关于通知".encode("gb18030")[:-1],
        bytes(range(1, 32)) * 20,
    ],
)
def test_what_no_encoding_explains_is_undecodable(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(MailuoError, match=r"文件\.txt: undecodable") as caught:
        read_file(write(tmp_path, data))
    assert caught.value.exit_code == 3
    assert caught.value.advice


def test_a_last_character_that_was_cut_is_marked(tmp_path: Path) -> None:
    assert texts(write(tmp_path, "各市人民政府".encode()[:-1]))[0] == "各市人民政\ufffd"


def test_private_use_glyphs_are_text(tmp_path: Path) -> None:
    assert texts(write(tmp_path, "\ue003\ue004 坚持企业主体，坚持需求导向，完善公共服务体系。")) != []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty."),
        (b"\xef\xbb\xbf", "empty but for white space."),
        ("\n \t\u3000\r\n".encode(), "empty but for white space."),
        ("通知".encode() + b"\x00" * 4, "not text, it holds NUL bytes."),
        (("字" * (LIMIT_LINE + 1)).encode().join([b"a\nb\n", b"\n"]), "line 3 is too long, 1,000,001 characters"),
        (b"a" * 10_000_000, "line 1 is too long, 10,000,000 characters"),
        (b"a\n" * (LIMIT_LINES + 1), "1,000,001 lines where the limit is 1,000,000."),
        (b"a\n" * (2 * LIMIT_LINES + 1), "2,000,001 lines where the limit is 1,000,000."),
    ],
)
def test_no_text_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    file = write(tmp_path, data)
    with pytest.raises(MailuoError) as caught:
        read_file(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert reason in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("甲\n乙\n", [(1, 0, "甲"), (2, 2, "乙")]),
        ("甲\r\n\r\n乙", [(1, 0, "甲"), (2, 3, ""), (3, 5, "乙")]),
        ("甲\r乙", [(1, 0, "甲"), (2, 2, "乙")]),
        ("甲\u2028乙\x0b丙", [(1, 0, "甲\u2028乙\x0b丙")]),
        ("\ufeff甲\n乙", [(1, 0, "甲"), (2, 2, "乙")]),
        ("甲\n\f乙\n", [(1, 0, "甲"), (2, 3, "乙")]),
    ],
)
def test_lines_are_numbered_as_editors_do(tmp_path: Path, data: str, expected: list[tuple[int, int, str]]) -> None:
    file = write(tmp_path, data)
    lines = read_file(file).lines
    assert [(line.number, line.start, line.text) for line in lines] == expected
    decoded = data.removeprefix("\ufeff")
    assert all(decoded[line.start : line.start + len(line.text)] == line.text for line in lines)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("甲\n\f乙\n丙\n\f丁\n", [1, 1 + 1, 2, 3]),
        ("甲\f\n乙\n", [1, 2]),
        ("甲\n\f\f乙\n", [1, 3]),
        ("甲\n\f", [1, 2]),
        ("甲\n乙\n", [None, None]),
        ("甲\n" * 12 + " 乙\n丙\n", [1] * 12 + [2, 2]),
        (" 甲\n" + "乙\n" * 12, [1] * 13),
        ("\u3000\u3000甲\n" * 3 + "  乙\n" * 3, [None] * 6),
        ("甲\n 乙\n" * 6, [None] * 12),
        ("甲\n" * 40 + " 乙\n 丙\n", [None] * 42),
        ("甲\n" * 12 + " 乙\n\f丙\n", [1] * 13 + [2]),
    ],
)
def test_pages_come_from_form_feeds_or_rare_leading_spaces(
    tmp_path: Path, data: str, expected: list[int | None]
) -> None:
    assert pages(write(tmp_path, data)) == expected


def test_a_source_is_identified_by_its_place_and_its_bytes(tmp_path: Path) -> None:
    file = write(tmp_path, TEXT)
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    first, second = read_file(file), read_file(link)
    assert first.uri == second.uri == file.resolve().as_uri()
    assert first.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (first.file, second.file) == ("文件.txt", "link.txt")

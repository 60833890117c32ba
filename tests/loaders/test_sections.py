"""A large text in sections: the same documents, wherever it is cut and however its bytes fall into blocks."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from loaders import sections
from loaders.batch import extract_paths
from loaders.errors import MailuoError
from loaders.extract import extract_file
from loaders.readers import read_file, streams
from loaders.records import Document, Extraction
from loaders.sections import sources
from tests.graph.papers import paper

PAPERS = "\n".join(paper(f"苏政发〔2022〕{number}号", f"第{number}类数据") for number in range(1, 13))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every file is large, and few lines are looked at together."""
    monkeypatch.setattr(streams, "LARGE", 1)
    monkeypatch.setattr(sections, "LINES", 7)
    return monkeypatch


def write(folder: Path, text: str, encoding: str = "utf-8", newline: str = "\n") -> Path:
    file = folder / "large.txt"
    file.write_bytes(text.replace("\n", newline).encode(encoding))
    return file


def whole(file: Path) -> list[Document]:
    return list(extract_file(file).documents)


def cut(file: Path) -> list[Extraction]:
    found = list(extract_paths([file]))
    assert all(isinstance(item, Extraction) for item in found)
    return [item for item in found if isinstance(item, Extraction)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("block", [64, 1 << 20])
def test_sections_give_the_documents_of_the_whole(
    tmp_path: Path, small: pytest.MonkeyPatch, encoding: str, newline: str, block: int
) -> None:
    file = write(tmp_path, PAPERS, encoding, newline)
    if block > 64 or encoding == "utf-8":
        small.setattr(streams, "BLOCK", block)
    found = cut(file)
    assert len(found) > 3
    assert [item.more for item in found] == [True] * (len(found) - 1) + [False]
    assert {(item.uri, item.sha256) for item in found} == {(found[0].uri, read_file(file).sha256)}
    assert [document for item in found for document in item.documents] == whole(file)
    assert sum(item.lines for item in found) == len(read_file(file).lines)


def test_a_document_longer_than_a_section_is_whole(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    measures = tuple(f"各市要公开第{number}类目录。" for number in range(9))
    file = write(tmp_path, "\n".join((paper(measures=measures), PAPERS)))
    assert [document for item in cut(file) for document in item.documents] == whole(file)


def test_pages_are_counted_through_the_sections(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "\f".join(paper(f"苏政发〔2022〕{number}号") for number in range(1, 9)))
    found = [document for item in cut(file) for document in item.documents]
    assert [document.provisions[0].evidence.page for document in found] == list(range(1, 9))
    assert found == whole(file)


def test_a_file_without_documents_is_refused(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, "今天天气很好。\n" * 60)
    (rejection,) = extract_paths([file])
    assert not isinstance(rejection, Extraction)
    assert rejection.file == str(file)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x81\xff" * 400, "undecodable"),
        ("关于数据的通知\n".encode() + b"\x00" * 40, "it holds NUL bytes"),
        (("文" * 1_000_001).encode(), "line 1 is too long"),
    ],
)
def test_a_large_file_that_is_no_text_is_refused_as_a_small_one_is(
    tmp_path: Path, small: pytest.MonkeyPatch, data: bytes, reason: str
) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(data)
    with pytest.raises(MailuoError, match=reason):
        list(sources(file))
    small.setattr(streams, "LARGE", 1 << 30)
    with pytest.raises(MailuoError, match=reason):
        list(sources(file))


def test_a_text_cut_inside_its_last_character_is_read(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(PAPERS.encode() + "号".encode()[:1])
    lines = [line for raw in sources(file) if not isinstance(raw, MailuoError) for line in raw.lines]
    assert tuple(lines) == read_file(file).lines


def test_of_a_known_file_no_line_is_read(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, PAPERS)
    (raw,) = sources(file, is_known=lambda uri, sha256: sha256 == read_file(file).sha256 and uri.endswith("large.txt"))
    assert not isinstance(raw, MailuoError)
    assert (raw.lines, raw.more) == ((), False)


@pytest.mark.long
def test_memory_does_not_grow_with_the_file(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    small.setattr(sections, "LINES", 2000)

    def peak(times: int) -> int:
        file = write(tmp_path, "\n".join([PAPERS] * times))
        tracemalloc.start()
        try:
            assert sum(len(item.documents) for item in extract_paths([file]) if isinstance(item, Extraction)) > times
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(15)  # registries
    assert peak(60) < 2 * peak(15)


def test_a_document_knows_its_lines_in_the_whole_file(tmp_path: Path, small: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, PAPERS)
    last = cut(file)[-1].documents[-1]
    assert last.source == whole(file)[-1].source
    assert last.source.last_line == len(read_file(file).lines)

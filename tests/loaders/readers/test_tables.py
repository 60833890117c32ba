"""Rows of tables as documents: what each column is, what a row lacks, what is wrong with it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from loaders.bodies_tables import rows as registry
from loaders.errors import MailuoError
from loaders.extract import extract_raw
from loaders.readers import Raw, read_sources, tables
from tests.loaders.readers.renderings import json_lines, table

BODY = "各市人民政府：\n为加强水利工作，现通知如下。\n一、修渠。各市要按时修渠。\n二、护堤。各市要按时护堤。"
TITLE = "山南省水利厅 山南省财政厅关于加强水利工作的通知"
APART = {
    "标题": TITLE,
    "文号": "山水发〔2019〕7号",
    "发文机关": "山南省水利厅、山南省财政厅",
    "成文日期": "2019-03-04",
    "正文": BODY,
}


def sources(file: Path, text: str, columns: dict[str, str] | None = None) -> list[Raw | MailuoError]:
    file.write_text(text, "utf8", newline="")
    return list(read_sources(file, columns))


def words(raw: Raw | MailuoError) -> list[str]:
    assert isinstance(raw, Raw), raw
    return [line.text for line in raw.lines]


def test_columns_become_the_page_that_would_print_them(tmp_path: Path) -> None:
    (raw,) = sources(tmp_path / "a.csv", table([APART]))
    assert isinstance(raw, Raw)
    assert raw.uri == (tmp_path / "a.csv").as_uri() + "#row=1"
    extraction = extract_raw(raw)
    (document,) = extraction.documents
    assert extraction.rejections == ()
    assert (document.doc_number, document.title) == ("山水发〔2019〕7号", TITLE.replace(" ", ""))
    assert [issuer.name for issuer in document.issuers] == ["山南省水利厅", "山南省财政厅"]
    assert str(document.issued_on) == "2019-03-04"
    assert [item.path for item in document.provisions] == ["preamble", "一", "二"]


@pytest.mark.parametrize(
    ("row", "lines"),
    [
        ({"正文": "甲", "标题": "乙"}, ["乙", "甲"]),
        ({"正文": "乙\n甲", "标题": " 乙 "}, ["乙", "甲"]),
        ({"正文": "甲", "文号": "甲发〔2020〕1号"}, ["甲发〔2020〕1号", "甲"]),
        ({"正文": "甲", "文号": "第1号"}, ["发文字号：第1号", "甲"]),
        ({"正文": "甲发〔2020〕1号\n甲", "文号": "甲发〔2020〕1号"}, ["甲发〔2020〕1号", "甲"]),
        ({"正文": "甲", "date": "2020-01-02 08:00", "issuer": "甲厅"}, ["甲", "甲厅", "2020年1月2日"]),
        ({"正文": "甲\n乙厅\n2020年1月5日", "date": "2020-01-02", "issuer": "甲厅"}, ["甲", "乙厅", "2020年1月5日"]),
        ({"正文": "甲\n二〇二〇年一月五日", "date": "2020/1/2"}, ["甲", "二〇二〇年一月五日"]),
        ({"正文": "甲", "issuer": "甲厅"}, ["甲"]),
        ({"正文": "<p>甲</p><p>乙</p>"}, ["甲", "乙"]),
        ({"正文": "甲", "text": "乙"}, ["甲"]),
    ],
)
def test_a_row_without_its_head_or_end_gets_them_from_its_columns(
    tmp_path: Path, row: dict[str, str], lines: list[str]
) -> None:
    (raw,) = sources(tmp_path / "a.csv", table([row]))
    assert words(raw) == lines


@pytest.mark.parametrize("row", registry("columns"), ids=lambda row: row["header"])
def test_every_known_name_is_what_the_registry_says(tmp_path: Path, row: dict[str, str]) -> None:
    name, _, value = row["example"].partition("=")
    assert name == row["header"]
    told = {"t": BODY} if row["role"] != "text" else {}
    date = {} if row["role"] == "date" else {"成文日期": "2001年1月1日"}
    cells = told | (date if row["role"] == "issuers" else {}) | {name.upper(): value}
    (raw,) = sources(tmp_path / "a.csv", table([cells]), {"text": "t"} if told else None)
    assert isinstance(raw, Raw)
    found = raw.url if row["role"] == "url" else "\n".join(words(raw))
    first = tables._ISO.sub(tables._printed, value.partition("、")[0])  # noqa: SLF001
    assert first in (found or "")


def test_a_column_is_what_the_caller_says(tmp_path: Path) -> None:
    rows = table([{"正文": "甲", "第二栏": "乙"}])
    assert words(sources(tmp_path / "a.csv", rows, {"text": "第二栏"})[0]) == ["乙"]
    with pytest.raises(MailuoError, match="nothing that a column can be") as caught:
        sources(tmp_path / "a.csv", rows, {"colour": "第二栏"})
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.csv", "甲,乙\n1,2\n", "no column is known to hold the text, of 甲, 乙"),
        ("a.csv", '正文\n"甲', None),
        ("a.jsonl", '{"甲": 1}\n', "no column is known to hold the text, of 甲"),
    ],
)
def test_a_table_without_texts_is_refused(tmp_path: Path, name: str, text: str, reason: str | None) -> None:
    if reason is None:
        assert words(sources(tmp_path / name, text)[0]) == ["甲"]
    else:
        with pytest.raises(MailuoError, match=reason):
            sources(tmp_path / name, text)


def test_a_json_list_is_a_table_of_its_objects(tmp_path: Path) -> None:
    found = sources(tmp_path / "a.json", json.dumps([{"正文": "甲", "标题": "乙"}, 1, {"正文": "丙"}], indent=1))
    assert [(item.file, words(item)) for item in found if isinstance(item, Raw)] == [
        ("a.json#row=1", ["乙", "甲"]),
        ("a.json#row=3", ["丙"]),
    ]
    (said,) = (item.sentence for item in found if isinstance(item, MailuoError))
    assert said.endswith("a.json#row=2: the entry is no JSON object.")
    assert words(sources(tmp_path / "b.json", '{"正文": "甲"}')[0]) == ["甲"]
    for text in ('[{"正文": "甲"}', "[" * 100_000):
        with pytest.raises(MailuoError, match="not JSON that can be read"):
            sources(tmp_path / "c.json", text)


def test_a_bad_row_keeps_none_of_the_others_back(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 1_000_001})
    bad = ["", "[1]", "{", '{"text": ""}', '{"text": "\\u0000"}', '{"text": "<p></p>"}', long]
    rows = json_lines([{"text": "甲"}]) + "\n".join(bad) + "\n" + json_lines([{"text": ["乙", None, "\ud800"]}])
    found = sources(tmp_path / "a.jsonl", rows)
    assert [(item.file, words(item)) for item in found if isinstance(item, Raw)] == [
        ("a.jsonl#row=1", ["甲"]),
        ("a.jsonl#row=9", ["乙、、\ufffd"]),
    ]
    said = [item.sentence.removeprefix(str(tmp_path / "a.jsonl")) for item in found if isinstance(item, MailuoError)]
    assert said == [
        "#row=3: the line is no JSON object.",
        "#row=4: the line is no JSON object.",
        "#row=5: the column of the text is empty.",
        "#row=6: not text, it holds NUL characters.",
        "#row=7: a web page that shows no text.",
        "#row=8: line 1 is too long, 1,000,001 characters where the limit is 1,000,000.",
    ]


def test_a_cell_beyond_every_measure_ends_the_table_there(tmp_path: Path) -> None:
    csv.field_size_limit(tables.LIMIT_CELL)  # of the process: an import that ran before asks for more
    (tmp_path / "a.csv").write_text("正文\n甲\n" + "乙" * (tables.LIMIT_CELL + 1) + "\n", "utf8")
    found = read_sources(tmp_path / "a.csv")
    assert words(next(found)) == ["甲"]
    with pytest.raises(MailuoError, match=r"not a CSV that can be read, line 2 \(field larger"):
        next(found)

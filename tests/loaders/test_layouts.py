"""One text in many layouts: the same structure whatever the width of print, the indents, the page numbers."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.clean import clean
from loaders.readers import read_file
from loaders.records import Document
from loaders.split import Part, split
from loaders.structure import structure
from tests.loaders.structured import documents

SAMPLES = sorted(Path(__file__).parents[2].joinpath("loaders", "samples").glob("*.txt"))
NO_BREAK = "，。、；：！？）》”"  # no row begins with one of these


def wrapped(text: str, columns: int, indent: int) -> list[str]:
    """A paragraph in rows of so many full-width columns; ASCII takes half of one."""
    found, row, taken = [], "", 0
    limit = columns - indent
    for character in text:
        size = 1 if character.isascii() else 2
        if taken + size > 2 * limit and character not in NO_BREAK:
            found.append(row)
            row, taken, limit = "", 0, columns
        row += character
        taken += size
    return [*found, row]


def blocks(part: Part) -> list[tuple[str, bool]]:
    """Every block, names that stand side by side apart, and whether it is behind the head."""
    texts = [
        part.clean.spaced(block.start, block.end) if len(block.text) < 60 else part.clean.text[block.start : block.end]
        for block in part.blocks
    ]
    return [(text, index >= part.body) for index, text in enumerate(texts)]


def one_line(part: Part) -> str:
    return "\u3000\u3000".join(text for text, _ in blocks(part))


def unwrapped(part: Part) -> str:
    return "\n".join(f"\u3000\u3000{text}" if body else f"        {text}" for text, body in blocks(part))


def web_page(part: Part) -> str:
    title = "".join(block.text for block in part.title)
    top = (
        f"当前位置：首页 > 政策\n索引号：0143/2022-00123\n发布日期：2022年12月30日\n{title}\n【字体：大 中 小】 打印\n"
    )
    return f"{top}{unwrapped(part)}\n相关链接：\n打印 关闭\n责任编辑：王某\n"


def pages(columns: int, indent: str = "", between: str = "\n") -> Callable[[Part], str]:
    """A PDF's text layer: wrapped rows, a printed number and a page mark every 24 rows, in mid-sentence too."""

    def printed(part: Part) -> str:
        rows: list[str] = []
        for text, body in blocks(part):
            found = wrapped(text, columns if body else 22, 2 if body else 0)
            rows += [indent + found[0], *found[1:]] if body else found
        out = [rows[0]]
        for index, row in enumerate(rows[1:], 1):
            out += [f"— {index // 24} —", f" {row}"] if index % 24 == 0 else [row]
        return between.join(out)

    return printed


def numbered(columns: int) -> Callable[[Part], str]:
    """A PDF's text layer whose pages nothing but their numbers tell apart, digits alone on a line."""

    def printed(part: Part) -> str:
        rows: list[str] = []
        for text, body in blocks(part):
            rows += wrapped(text, columns if body else 22, 2 if body else 0)
        ends = range(24, len(rows) + 24, 24)
        out = ["\n".join([*rows[end - 24 : end], *([str(end // 24)] if len(ends) > 2 else [])]) for end in ends]
        return "\n".join(out)

    return printed


LAYOUTS = {
    "one line": one_line,
    "a paragraph a line": unwrapped,
    "web page": web_page,
    "28 columns": pages(28),
    "38 columns, indented": pages(38, "\u3000\u3000"),
    "30 columns, blank lines": pages(30, between="\n\n"),
    "28 columns, bare numbers": numbered(28),
}
# Samples are too short for their width to be measured at every one of these.
MORE = {f"{columns} columns": pages(columns) for columns in range(26, 47)}
MORE |= {f"{columns} columns, indented": pages(columns, "\u3000\u3000") for columns in range(26, 47)}


def shape(found: Document) -> dict[str, object]:
    """All that layout must not change."""
    return {
        "number": found.doc_number,
        "title": found.title,
        "issuers": [issuer.name for issuer in found.issuers],
        "issued on": found.issued_on,
        "addressees": found.addressees,
        "carries": found.issued_title,
        "attachments": found.attachments,
        "headings": [(item.path, item.heading) for item in found.provisions],
        "texts": [item.text.replace("\n", "") for item in found.provisions],
    }


def differences(part: Part, layout: Callable[[Part], str]) -> dict[str, object]:
    """What another layout changes: nothing."""
    expected = shape(structure(part))
    found = documents(layout(part))
    if len(found) != 1:
        return {"documents": [item.title for item in found]}
    other = shape(found[0])
    return {name: (value, other[name]) for name, value in expected.items() if other[name] != value}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_the_same_in_every_layout(sample: Path, layout: str) -> None:
    for part in split(clean(read_file(sample))).parts:
        assert differences(part, LAYOUTS[layout]) == {}


@pytest.mark.parametrize("layout", [*LAYOUTS, *(MORE if os.environ.get("MAILUO_LONG") else ())])
def test_the_compilation_is_the_same_in_every_layout(shared: Path, layout: str) -> None:
    parts = split(clean(read_file(shared / "corpus" / "policy-compilation-2022.txt"))).parts
    found = {part.first_line: differences(part, (MORE | LAYOUTS)[layout]) for part in parts}
    wrong = {line: item for line, item in found.items() if item}
    assert len(wrong) <= (0 if layout in LAYOUTS else 1), wrong

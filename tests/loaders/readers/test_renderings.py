"""One document in every format is one record, pages and offsets apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import loaders
from loaders.extract import guides
from loaders.readers import Raw, read_file, read_sources
from tests.loaders.readers import renderings

SAMPLES = Path(loaders.__file__).parent / "samples"
FIVE = (
    "01-guofa-2022-5.txt",
    "02-sufa-2022-71.txt",
    "03-forwarding-notice.txt",
    "05-joint-announcement.txt",
    "06-articles.txt",
)
RENDERINGS: dict[str, Callable[[list[str]], bytes]] = {
    "rows.txt": lambda paragraphs: renderings.rows(paragraphs).encode("gb18030"),
    "lines.txt": lambda paragraphs: "\n".join(paragraphs).encode(),
    "blank lines.txt": lambda paragraphs: "\r\n\r\n".join(f"　　{item}" for item in paragraphs).encode("utf-16"),
    "paragraphs.html": lambda paragraphs: renderings.page_of_paragraphs(paragraphs).encode(),
    "breaks.html": lambda paragraphs: renderings.page_of_breaks(paragraphs).encode("gb18030"),
    "a.docx": renderings.docx,
    "a.pdf": renderings.pdf,
    "a.csv": lambda paragraphs: renderings.table([{"id": "1", "正文": "\n".join(paragraphs)}]).encode("utf-8-sig"),
    "a.tsv": lambda paragraphs: renderings.table([{"全文": "\n".join(paragraphs)}], "\t").encode("gb18030"),
    "a.jsonl": lambda items: renderings.json_lines([{"content": renderings.page_of_paragraphs(items)}]).encode(),
    "a.zip": lambda paragraphs: renderings.zipped({"文件/一.docx": renderings.docx(paragraphs)}),
}


def facts(value: Any) -> Any:
    """A record without the lines that its facts stand on."""
    if isinstance(value, dict):
        return {name: facts(item) for name, item in value.items() if name not in ("line", "lines")}
    return [facts(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", FIVE)
@pytest.mark.parametrize("rendering", RENDERINGS)
def test_every_rendering_gives_the_same_record(name: str, rendering: str, tmp_path: Path) -> None:
    sample = SAMPLES / name
    file = tmp_path / rendering
    file.write_bytes(RENDERINGS[rendering](renderings.paragraphs(sample)))
    (raw,) = read_sources(file)
    assert isinstance(raw, Raw)
    assert facts(guides(raw)) == facts(guides(read_file(sample)))

"""``mailuo load`` and ``unload``: the account, the sentences about bad files, and the exit codes."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app
from api.commands import load as commands
from graph.load import Progress
from graph.session import Database
from tests.loaders.readers.renderings import table, zipped

pytestmark = pytest.mark.neo4j

GOOD = "辽政发〔2019〕31号"
CITING = "辽政办发〔2020〕7号"
TEXT = f"""辽宁省人民政府关于促进冰雪运动的意见
{GOOD}

各市人民政府，省政府各厅委、各直属机构：

为促进冰雪运动，现提出如下意见。

一、建设场地。2020年底前，各市建成一处公共冰场。（省体育局负责）

二、培养人才。支持学校开设冰雪课程。（省教育厅牵头，省体育局配合）

辽宁省人民政府
2019年9月12日
"""
OTHER = f"""辽宁省人民政府办公厅关于办好冰雪赛事的通知
{CITING}

各市人民政府：

为落实《辽宁省人民政府关于促进冰雪运动的意见》（{GOOD}），现通知如下。

一、安排赛事。各市每年举办一次比赛。（省体育局负责）

辽宁省人民政府办公厅
2020年1月15日
"""


def run(*words: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, [str(word) for word in words])


def held(database: Database) -> list[str]:
    rows = database.read("MATCH (d:Document {held: true}) RETURN d.doc_number AS number ORDER BY number")
    return [row["number"] for row in rows]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.txt"
    file.write_text(TEXT, "utf8")
    return file


def _png(file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def _undecodable(file: Path) -> None:
    file.write_bytes(bytes(range(128, 256)) * 20)


def _empty(file: Path) -> None:
    file.touch()


def _without_document(file: Path) -> None:
    file.write_text("今天天气很好。\n明天也是。\n", "utf8")


def _long_line(file: Path) -> None:
    file.write_text("冰" * 10_000_000, "utf8")


def _huge(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(200 << 20)


def _broken_link(file: Path) -> None:
    file.symlink_to(file.with_name("nowhere"))


def _empty_folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_png, "not text but a PNG picture"),
        (_undecodable, "undecodable"),
        (_empty, "empty"),
        (_without_document, "no document in it"),
        (_long_line, "line 1 is too long"),
        (_huge, "too large, 210 MB"),
        (_broken_link, "a broken link"),
        (_empty_folder, "a folder without files"),
    ],
)
def test_a_bad_file_is_one_sentence_and_the_good_ones_are_loaded(
    ready: Database, good: Path, make: Any, reason: str
) -> None:
    bad = good.with_name("bad.txt")
    make(bad)
    result = run("load", bad, good)
    assert result.exit_code == 3
    assert "files      1; 1 not loaded" in result.stdout
    sentences = result.stderr.splitlines()
    assert len(sentences) == 1, sentences
    assert "bad.txt" in sentences[0]
    assert reason in sentences[0]
    assert held(ready) == [GOOD]


def test_a_file_that_may_not_be_read_is_one_sentence(
    ready: Database, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = good.with_name("closed.txt")
    closed.write_text(OTHER, "utf8")
    opened = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> BinaryIO:
        if self == closed:  # root may read everything
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    result = run("load", good.parent)
    assert result.exit_code == 3
    assert result.stderr.splitlines() == [f"{closed}: unreadable, permission denied."]
    assert held(ready) == [GOOD]


def test_a_document_that_is_cut_off_is_loaded_as_far_as_it_is_whole(ready: Database, good: Path) -> None:
    cut = TEXT[: TEXT.index("（省教育厅")] + "并在各市的中小学校推广冰雪运动，鼓励高等学校组建冰雪运动队，"
    good.write_text(cut, "utf8")
    result = run("load", good)
    assert result.exit_code == 3
    assert "good.txt, line" in result.stderr
    assert "cut off in mid-sentence" in result.stderr
    assert held(ready) == [GOOD]
    paths = ready.read("MATCH (:Document {held: true})-[:HAS_PROVISION]->(p) RETURN p.path AS path ORDER BY p.position")
    assert [row["path"] for row in paths] == ["preamble", "一"]


def test_the_same_document_twice_is_reported_and_no_failure(ready: Database, good: Path) -> None:
    good.with_name("same.txt").write_text(TEXT, "utf8")
    result = run("load", good.parent)
    assert result.exit_code == 0, result.stderr
    assert "1 new, 0 changed, 0 unchanged, 1 duplicate" in result.stdout
    assert f"duplicate  {GOOD}" in result.stdout
    assert held(ready) == [GOOD]


def test_the_account_names_every_line_quote_and_citation(ready: Database, good: Path) -> None:
    good.with_name("other.txt").write_text(OTHER, "utf8")
    shown = run("load", good.parent).stdout
    lines = len(TEXT.splitlines()) + len(OTHER.splitlines())
    assert f"lines      {lines}: " in shown
    assert "stand at their offsets" in shown
    assert "graph      2 documents held, 0 wanted" in shown
    assert "citations  1 resolved" in shown
    again = run("load", good.parent).stdout
    assert "2 of them as they were" in again
    assert "lines" not in again
    assert "quotes" not in again


def test_an_empty_graph_is_said_to_be_empty(ready: Database, good: Path) -> None:
    assert "This graph is empty" in run("trace", GOOD).stderr
    run("load", good)
    assert "empty" not in run("trace", CITING).stderr


def test_a_dry_run_says_so_and_writes_nothing(ready: Database, good: Path) -> None:
    result = run("load", good, "--dry-run")
    assert result.exit_code == 0
    assert "1 new" in result.stdout
    assert "nothing was written" in result.stdout
    assert held(ready) == []


def test_unloading_leaves_a_wanted_document_where_others_cite_it(ready: Database, good: Path) -> None:
    good.with_name("other.txt").write_text(OTHER, "utf8")
    run("load", good.parent)
    result = run("unload", "辽政发[2019]31号")
    assert (result.exit_code, result.stdout) == (0, f"{GOOD} is unloaded.\n")
    assert held(ready) == [CITING]
    again = run("unload", GOOD)
    assert again.exit_code == 1
    assert "its text is not held" in again.stderr


def test_a_file_is_unloaded_by_its_path_and_the_next_copy_stands_in(ready: Database, good: Path) -> None:
    same = good.with_name("same.txt")
    same.write_text(f"{TEXT}\n", "utf8")
    run("load", good.parent)
    shown = ready.read("MATCH (:Document)-[f:FROM]->(s:Source) RETURN s.uri AS uri ORDER BY s.sha256")
    results = [run("unload", good), run("unload", same)]
    assert [result.exit_code for result in results] == [0, 0]
    assert f"{GOOD} is unloaded." in results[1].stdout
    assert len(shown) == 2
    assert held(ready) == []


def test_files_of_an_archive_and_rows_of_a_table_are_loaded_kept_and_unloaded(ready: Database, tmp_path: Path) -> None:
    archive, rows = tmp_path / "甲.zip", tmp_path / "乙.csv"
    archive.write_bytes(zipped({"内/一.txt": TEXT.encode(), "空.txt": b""}))
    rows.write_text(table([{"我的栏": OTHER}]), "utf8")
    result = run("load", archive, rows, "--columns", "text=我的栏")
    assert result.exit_code == 3
    assert f"{archive}!/空.txt: the file is empty." in result.stderr
    assert held(ready) == [CITING, GOOD]
    sources = ready.read("MATCH (s:Source) RETURN s.file AS file ORDER BY file")
    assert [row["file"] for row in sources] == ["乙.csv#row=1", "甲.zip!/内/一.txt"]
    again = run("load", archive, rows, "--columns", "text=我的栏")
    assert "2, 2 of them as they were; 1 not loaded" in again.stdout
    assert run("load", rows).exit_code == 3
    assert run("load", rows, "--columns", "我的栏").exit_code == 2
    assert run("unload", archive).stdout == f"{GOOD} is unloaded.\n"
    assert held(ready) == [CITING]


def test_a_terminal_shows_how_far_it_is(ready: Database, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    with commands._bar() as advance:
        assert advance is not None
        advance(Progress(file="good.txt", files=2, files_done=0, documents=1, documents_done=1))

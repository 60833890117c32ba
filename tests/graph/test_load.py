"""Loading files: every order, repetition and change ends in the same graph, and every line is accounted for."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

from graph import load as loading
from graph import sources
from graph.digest import digest
from graph.load import Progress, load, loaded_from, unload
from graph.session import Database
from loaders import sections
from loaders.batch import extract_paths
from loaders.errors import MailuoError
from loaders.readers import read_file, streams
from loaders.records import Extraction
from tests.graph.papers import paper, written

pytestmark = pytest.mark.neo4j

SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"
FIRST = "苏政发〔2022〕801号"
SECOND = "苏政发〔2022〕802号"
CITING = f"为落实《江苏省人民政府关于开放数据目录的通知》（{FIRST}），现就有关事项通知如下。"


def pair(folder: Path) -> list[Path]:
    """Two files, the second of which cites the first."""
    return written(folder, one=paper(), two=paper(SECOND, "共享数据", preamble=CITING))


def ids(database: Database, held: bool = True) -> list[str]:
    return [
        row["id"]
        for row in database.read(
            "MATCH (d:Document {held: $held}) RETURN coalesce(d.doc_number, d.title) AS id ORDER BY id", held=held
        )
    ]


def sources_of(database: Database) -> list[dict[str, Any]]:
    return database.read("MATCH (s:Source) RETURN s.file AS file, s.state AS state ORDER BY file")


def test_files_are_loaded_and_linked(ready: Database, tmp_path: Path) -> None:
    seen: list[Progress] = []
    report = load(ready, pair(tmp_path), on_progress=seen.append)
    assert report.new == [FIRST, SECOND]
    assert (report.files, report.held, report.wanted, report.failed) == (2, 2, 0, False)
    assert report.citations == {"resolved": 1}
    assert report.quotes == 7
    assert report.lines == report.lines_in_documents + report.lines_rejected + report.lines_blank
    assert ready.read("MATCH (a)-[:IMPLEMENTS]->(b) RETURN a.id AS a, b.id AS b") == [{"a": SECOND, "b": FIRST}]
    assert sources_of(ready) == [{"file": "one.txt", "state": "linked"}, {"file": "two.txt", "state": "linked"}]
    assert (seen[-1].file, seen[-1].files_done, seen[-1].files, seen[-1].documents_done) == ("two.txt", 1, 2, 1)


def test_loading_again_reads_nothing_and_changes_nothing(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = pair(tmp_path)
    load(ready, files)
    before = digest(ready)

    def refuse(raw: object) -> Extraction:
        raise AssertionError(f"read again: {raw}")

    monkeypatch.setattr(loading, "extract_raw", refuse)
    report = load(ready, files)
    assert digest(ready) == before
    assert (report.files_unchanged, report.documents_unchanged_in_files, report.new, report.changed) == (2, 2, [], [])


def test_another_version_of_the_loaders_reads_every_file_again(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = pair(tmp_path)
    load(ready, files)
    before = digest(ready)
    for module in (loading, sources):
        monkeypatch.setattr(module, "extractor_version", lambda: "newer")
    report = load(ready, files)
    assert (report.files_unchanged, report.unchanged) == (0, [FIRST, SECOND])
    assert digest(ready) == before
    assert load(ready, files).files_unchanged == 2


def test_any_order_gives_the_same_graph(ready: Database, tmp_path: Path) -> None:
    files = pair(tmp_path)
    load(ready, files)
    before = digest(ready)
    for file in reversed(files):
        unload(ready, file.resolve().as_uri())
    assert ids(ready) == []
    for file in reversed(files):
        load(ready, [file])
    assert digest(ready) == before


def test_a_changed_file_replaces_what_came_from_it(ready: Database, tmp_path: Path) -> None:
    files = pair(tmp_path)
    load(ready, files)
    changed = paper(measures=("各设区市要公布目录。（省教育厅负责）", "建立台账。"))
    written(tmp_path, one=changed)
    report = load(ready, files)
    assert (report.changed, report.unchanged, report.files_unchanged) == ([FIRST], [], 1)
    assert ready.read(
        "MATCH (:Document {id: $id})-[:HAS_PROVISION]->()<-[:RESPONSIBLE_FOR]-(body) RETURN body.id AS id", id=FIRST
    ) == [{"id": "江苏省教育厅"}]
    after = digest(ready)
    ready.write("MATCH (n) WHERE NOT n:Region AND NOT n:Meta DETACH DELETE n")
    load(ready, files)
    assert digest(ready) == after


def test_a_document_that_a_file_no_longer_has_goes_and_stays_wanted(ready: Database, tmp_path: Path) -> None:
    files = pair(tmp_path)
    load(ready, files)
    written(tmp_path, one=paper("苏政发〔2022〕803号", "另一件事"))
    report = load(ready, files)
    assert (report.new, report.removed) == (["苏政发〔2022〕803号"], [FIRST])
    assert ids(ready) == [SECOND, "苏政发〔2022〕803号"]
    assert ids(ready, held=False) == [FIRST]
    assert report.citations == {"wanted": 1}


def test_the_same_document_twice_is_one_with_two_files(ready: Database, tmp_path: Path) -> None:
    files = written(tmp_path, one=paper(), copy=paper())
    report = load(ready, files)
    assert (report.new, report.duplicate, report.failed) == ([FIRST], [FIRST], False)
    assert ids(ready) == [FIRST]
    assert ready.read("MATCH (:Document)-[f:FROM]->() RETURN count(*) AS all, sum(toInteger(f.shown)) AS shown") == [
        {"all": 2, "shown": 1}
    ]
    assert digest(ready) == _digest_of(ready, files[:1])


def test_the_same_document_twice_in_one_file_is_one(ready: Database, tmp_path: Path) -> None:
    longer = paper(measures=("各设区市要开放目录。", "建立台账。"))
    (file,) = written(tmp_path, both=paper() + "\n" + longer)
    report = load(ready, [file])
    assert (report.new, report.duplicate) == ([FIRST], [FIRST])
    assert ready.read("MATCH (p:Provision {path: '二'}) RETURN count(p) AS found") == [{"found": 1}]


def test_the_most_complete_copy_is_shown_and_the_next_stands_in(ready: Database, tmp_path: Path) -> None:
    whole = paper(measures=("各设区市要开放目录。", "建立台账。", "加强监督。"))
    short, long = written(tmp_path, short=paper(), long=whole)
    load(ready, [short])
    only_short = digest(ready)
    report = load(ready, [long])
    assert report.duplicate == [FIRST]
    both = digest(ready)
    assert both != only_short
    assert _digest_of(ready, [long, short]) == both
    left = unload(ready, FIRST)
    assert left.gone == ()
    assert left.kept == ((FIRST, short.resolve().as_uri()),)
    assert digest(ready) == only_short
    assert loaded_from(ready, long.resolve().as_uri()) == []
    long.unlink()
    assert unload(ready, FIRST).gone == (FIRST,)
    assert ids(ready) == []


def test_a_shown_copy_that_shrinks_gives_way(ready: Database, tmp_path: Path) -> None:
    whole = paper(measures=("各设区市要开放目录。", "建立台账。", "加强监督。"))
    files = written(tmp_path, one=whole, two=paper(measures=("各设区市要开放目录。", "建立台账。")))
    load(ready, files)
    written(tmp_path, one=paper())
    assert load(ready, files).changed == [FIRST]
    assert ready.read("MATCH (:Document)-[f:FROM {shown: true}]->(s) RETURN s.file AS file") == [{"file": "two.txt"}]
    assert digest(ready) == _digest_of(ready, files)


def test_unloading_the_copy_that_is_not_shown_changes_nothing(ready: Database, tmp_path: Path) -> None:
    whole = paper(measures=("各设区市要开放目录。", "建立台账。"))
    short, long = written(tmp_path, short=paper(), long=whole)
    load(ready, [short, long])
    before = digest(ready)
    assert unload(ready, short.resolve().as_uri()).kept == ((FIRST, long.resolve().as_uri()),)
    assert digest(ready) == before


def test_a_file_loads_again_after_a_document_of_it_was_unloaded(ready: Database, tmp_path: Path) -> None:
    (file,) = written(tmp_path, both=paper() + "\n" + paper(SECOND, "共享数据", preamble=CITING))
    load(ready, [file])
    before = digest(ready)
    assert unload(ready, FIRST).gone == (FIRST,)
    assert ids(ready, held=False) == [FIRST]
    assert sources_of(ready) == [{"file": "both.txt", "state": "partial"}]
    report = load(ready, [file])
    assert (report.new, report.unchanged) == ([FIRST], [SECOND])
    assert digest(ready) == before


def test_unloading_nothing_says_so(ready: Database) -> None:
    with pytest.raises(MailuoError, match="Neither a document nor a file") as refused:
        unload(ready, "国发〔2030〕1号")
    assert refused.value.exit_code == 1


def test_a_dry_run_says_what_would_change_and_changes_nothing(ready: Database, tmp_path: Path) -> None:
    files = pair(tmp_path)
    load(ready, files[:1])
    before = digest(ready), sources_of(ready)
    written(tmp_path, one=paper(measures=("换一句话。",)), twin=paper(SECOND, "共享数据"))
    report = load(ready, [*files, tmp_path / "twin.txt"], dry_run=True)
    assert (report.changed, report.new, report.duplicate) == ([FIRST], [SECOND], [SECOND])
    assert (digest(ready), sources_of(ready)) == before


def test_a_bad_file_keeps_no_good_one_back(ready: Database, tmp_path: Path) -> None:
    good = pair(tmp_path)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"%PDF-1.7\n\x00")
    report = load(ready, [bad, tmp_path / "missing.txt", *good])
    assert report.failed
    assert {Path(item.file).name for item in report.rejections} == {"bad.txt", "missing.txt"}
    assert report.new == [FIRST, SECOND]


def test_what_was_rejected_of_a_file_is_said_again_when_it_is_unchanged(ready: Database, tmp_path: Path) -> None:
    (file,) = written(tmp_path, noisy="索引号：1\n一些没有题目的文字，不是文件的一部分。\n\n" + paper())
    first = load(ready, [file])
    again = load(ready, [file])
    assert again.files_unchanged == 1
    assert again.rejections == first.rejections
    assert again.failed == first.failed


def test_a_document_that_fails_its_check_is_named_and_the_rest_is_loaded(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = sources.put

    def failing(transaction: Any, document: Any) -> Any:
        if document.id == FIRST:
            raise ValueError("the path 一 stands twice")
        return put(transaction, document)

    monkeypatch.setattr(sources, "put", failing)
    (file,) = written(tmp_path, both=paper() + "\n" + paper(SECOND, "共享数据"))
    report = load(ready, [file])
    assert report.new == [SECOND]
    assert [item.reason for item in report.rejections] == ["not loaded, a check failed (the path 一 stands twice)"]
    assert report.rejections[0].first_line == 1
    assert report.failed


def test_samples_and_real_documents_are_never_mixed(ready: Database, tmp_path: Path) -> None:
    real, sample = written(tmp_path, real=paper(), sample=paper(SECOND, "共享数据", sample=True))
    for first, second in ((real, sample), (sample, real)):
        ready.write("MATCH (n) WHERE NOT n:Region AND NOT n:Meta DETACH DELETE n")
        for dry_run in (False, True):
            load(ready, [first])
            before = digest(ready)
            with pytest.raises(MailuoError, match="never mixed") as refused:
                load(ready, [second], dry_run=dry_run)
            assert refused.value.exit_code == 2
            assert "MAILUO_HOME" in refused.value.advice
            assert digest(ready) == before
            assert [row["file"] for row in sources_of(ready)] == [first.name]


def test_a_mixture_in_one_call_is_refused_and_what_was_written_is_linked(ready: Database, tmp_path: Path) -> None:
    files = [*pair(tmp_path), *written(tmp_path, sample=paper("苏政发〔2022〕803号", sample=True))]
    with pytest.raises(MailuoError, match=r"sample\.txt: it has samples"):
        load(ready, files)
    assert digest(ready) == _digest_of(ready, files[:2])


def test_a_newer_content_that_another_load_brings_meanwhile_stays(ready: Database, tmp_path: Path) -> None:
    text = paper() + "\n" + paper(SECOND, "共享数据")
    (file,) = written(tmp_path, both=text)
    newer = paper(measures=("换一句话。",)) + "\n" + paper(SECOND, "共享数据")
    done: list[object] = []

    def overtake(progress: Progress) -> None:
        if progress.documents_done == 1 and not done:
            done.append(written(tmp_path, both=newer))
            done.append(load(ready, [file]))

    report = load(ready, [file], on_progress=overtake)
    assert [item.reason for item in report.rejections] == [loading.SUPERSEDED]
    assert digest(ready) == _digest_of(ready, [file])


def test_reports_of_every_year_are_never_one_node(ready: Database, tmp_path: Path) -> None:
    for number, (body, code) in enumerate((("江苏省财政厅", "苏财综"), ("浙江省财政厅", "浙财综"))):
        head = f"{body}关于规范票据的通知\n{code}〔2023〕901号\n各市：\n"
        text = "一、开票。落实《政府工作报告》要求，当场开票。"
        (tmp_path / f"{number}.txt").write_text(f"{head}{text}\n{body}\n2023年9月1日\n")
    report = load(ready, [tmp_path])
    assert (report.held, report.wanted, report.citations) == (2, 0, {"ambiguous": 2})


def test_a_forwarded_document_in_its_notice_is_a_document_of_its_own(ready: Database) -> None:
    report = load(ready, [SAMPLES / "03-forwarding-notice.txt"])
    assert report.new == ["苏政办发〔2022〕902号", "国办发〔2022〕901号"]
    found = ready.read("MATCH (a)-[:FORWARDS]->(b {held: true}) RETURN a.doc_number AS a, b.doc_number AS b")
    assert found == [{"a": "苏政办发〔2022〕902号", "b": "国办发〔2022〕901号"}]


@pytest.mark.long
def test_the_compilation_is_held_whole_and_in_any_order(ready: Database, shared: Path, tmp_path: Path) -> None:
    corpus = shared / "corpus" / "policy-compilation-2022.txt"
    report = load(ready, [corpus])
    assert (report.held, report.failed) == (36, False)
    assert report.lines == report.lines_in_documents + report.lines_rejected + report.lines_blank
    whole = digest(ready)
    assert load(ready, [corpus]).files_unchanged == 1
    assert digest(ready) == whole
    files = split(corpus, tmp_path)
    for seed in (1, 2, 3) if os.environ.get("MAILUO_LONG") else (1,):
        random.Random(seed).shuffle(files)
        assert _digest_of(ready, files) == whole


def split(compilation: Path, folder: Path) -> list[Path]:
    """The documents of a compilation as files of their own, by the lines that each of them has there."""
    lines = read_file(compilation).lines
    files = []
    for result in extract_paths([compilation]):
        assert isinstance(result, Extraction)
        for number, document in enumerate(result.documents):
            first, last = document.source.first_line, document.source.last_line
            assert first is not None
            file = folder / f"{number:02}.txt"
            file.write_text("".join(f"{line.text}\n" for line in lines[first - 1 : last]), "utf8")
            files.append(file)
    return files


def _digest_of(database: Database, files: list[Path]) -> str:
    """The digest of a graph that was made of these files alone."""
    database.write("MATCH (n) WHERE NOT n:Region AND NOT n:Meta DETACH DELETE n")
    load(database, files)
    return digest(database)


def test_a_large_file_in_sections_is_the_same_graph(
    ready: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = paper(measures=("各设区市要在2022年底前开放目录。（省财政厅牵头）",))
    texts = [paper(), *(paper(f"苏政发〔2022〕{number}号", "共享数据", preamble=CITING) for number in (3, 4, 5)), long]
    (file,) = written(tmp_path, all="\n".join(texts))
    load(ready, [file])
    whole = digest(ready)
    ready.write("MATCH (n) WHERE NOT n:Region AND NOT n:Meta DETACH DELETE n")
    monkeypatch.setattr(streams, "LARGE", 1)
    monkeypatch.setattr(sections, "LINES", 12)
    report = load(ready, [file])
    assert digest(ready) == whole
    assert (report.files, report.held, len(report.new), report.duplicate) == (1, 4, 4, [FIRST])
    assert report.lines == report.lines_in_documents + report.lines_blank
    assert sources_of(ready) == [{"file": "all.txt", "state": "linked"}]
    again = load(ready, [file])
    assert (again.files, again.files_unchanged, again.touched, digest(ready)) == (1, 1, False, whole)
    file.write_text("\n".join(texts[1:-1]), "utf8")
    assert load(ready, [file]).removed == [FIRST]

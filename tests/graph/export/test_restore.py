"""Tables out and in again: the graph has its digest, hard texts included; what is not as written is refused."""

from __future__ import annotations

import csv
import json
import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from graph import schema
from graph.correct import correction, undo
from graph.digest import digest
from graph.export import restore as work
from graph.export.export import export
from graph.export.folder import MANIFEST, SUMS, sha256
from graph.export.formats import Format
from graph.export.restore import opened, restore
from graph.load import load
from graph.lookup import lookup
from graph.schema import ensure
from graph.session import Database
from graph.version import MODEL
from loaders.errors import MailuoError
from tests.graph.export.hard import HARD, NUMBER, make

pytestmark = pytest.mark.neo4j
TABLES = (Format.CSV, Format.PARQUET)
CONTENT = "MATCH (n) WHERE NOT n:Lock AND NOT n:Meta RETURN count(n) AS nodes"


@pytest.fixture
def hard(ready: Database, tmp_path: Path) -> Database:
    make(ready, tmp_path)
    return ready


@pytest.fixture(scope="module")
def exported(engine: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files and both exports of one such graph, for the tests that change none of it but a copy."""
    folder = tmp_path_factory.mktemp("exported")
    schema.ensure(emptied(engine))
    make(engine, folder)
    for form in TABLES:
        export(engine, form, folder / form)
    return folder


def copied(exported: Path, folder: Path, form: Format = Format.CSV) -> Path:
    return Path(shutil.copytree(exported / form, folder / "out"))


def emptied(database: Database) -> Database:
    database.write("MATCH (n) DETACH DELETE n")
    return database


def signed(folder: Path) -> None:
    """Make the checksums right again, as somebody would who forges an export."""
    names = [line.split("  ", 1)[1] for line in (folder / SUMS).read_text("utf8").splitlines()]
    (folder / SUMS).write_text("".join(f"{sha256(folder / name)}  {name}\n" for name in names), "utf8")


def plain(row: list[Any]) -> str:
    """A row as text; Parquet's times have another object for UTC."""
    return repr([value.isoformat() if isinstance(value, datetime) else value for value in row])


@pytest.mark.parametrize("form", TABLES)
def test_a_graph_comes_back_with_its_digest_and_goes_on_living(hard: Database, tmp_path: Path, form: Format) -> None:
    before = digest(hard)
    kept = hard.read("MATCH ()-[f:FROM]->(s:Source) RETURN properties(f) AS f, s.uri AS uri ORDER BY uri")
    manifest = export(hard, form, tmp_path / "out")
    assert manifest["digest"] == before
    restore(emptied(hard), opened(tmp_path / "out"))
    assert digest(hard) == before
    assert hard.read("MATCH ()-[f:FROM]->(s:Source) RETURN properties(f) AS f, s.uri AS uri ORDER BY uri") == kept
    names = hard.read(
        "MATCH (d:Department) WHERE d.id STARTS WITH 'b' RETURN d.name AS n, d.aliases AS a ORDER BY d.id"
    )
    assert {row["n"] for row in names} == set(HARD)
    assert {tuple(row["a"]) for row in names} == {HARD[:number] for number in range(len(HARD))}
    # The copies came too, so that what is done to a loaded graph can be done to this one.
    assert load(hard, [tmp_path / "one.txt", tmp_path / "two.txt"]).files_unchanged == 2
    assert undo(hard, [correction(NUMBER, "effective_on", None, "甲", "-")]) == []
    assert lookup(hard, NUMBER).document is not None
    assert digest(hard) != before


def test_both_forms_hold_the_same_rows(exported: Path) -> None:
    exports = {form: opened(exported / form) for form in TABLES}
    assert exports[Format.CSV].tables == exports[Format.PARQUET].tables
    for table in exports[Format.CSV].tables:
        rows = [sorted(map(plain, work._rows(exports[form], table))) for form in TABLES]
        assert rows[0] == rows[1]
        assert rows[0]


def test_a_spreadsheet_finds_no_formula_and_a_data_frame_finds_types(exported: Path) -> None:
    for file in (exported / "csv").rglob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+@\t\r＝" and cell]
        assert all(float(cell) < 0 for cell in cells if cell[:1] == "-")
    found = pyarrow.parquet.read_table(exported / "parquet" / "nodes" / "Document.parquet")
    types = {field.name: str(field.type) for field in found.schema}
    assert (types["issued_on"], types["aliases"], types["held"], types["cited_by"]) == (
        "date32[day]",
        "list<element: string>",
        "bool",
        "int64",
    )


@pytest.mark.parametrize("form", TABLES)
def test_a_file_that_was_changed_or_is_missing_is_refused_before_anything_is_written(
    exported: Path, tmp_path: Path, form: Format
) -> None:
    file = copied(exported, tmp_path, form) / "nodes" / f"Region.{form}"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with pytest.raises(MailuoError, match=r"Region\.\w+ is not what was exported: its checksum is another one"):
        opened(tmp_path / "out")
    file.unlink()
    with pytest.raises(MailuoError, match=r"nodes/Region\.\w+ is missing"):
        opened(tmp_path / "out")


def test_a_graph_that_is_not_empty_is_refused_and_stays(hard: Database, tmp_path: Path) -> None:
    export(hard, Format.CSV, tmp_path / "out")
    before = digest(hard)
    with pytest.raises(MailuoError, match="not empty") as caught:
        restore(hard, opened(tmp_path / "out"))
    assert caught.value.exit_code == 2
    assert digest(hard) == before


def edit(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], object]:
    def forge(folder: Path) -> None:
        manifest = json.loads((folder / MANIFEST).read_text("utf8"))
        change(manifest)
        (folder / MANIFEST).write_text(json.dumps(manifest), "utf8")

    return forge


@pytest.mark.parametrize(
    ("forge", "sentence"),
    [
        (edit(lambda m: m.update(model=MODEL + 1)), "was written for version"),
        (edit(lambda m: m.update(layout=9)), "layout 9"),
        (edit(lambda m: m.update(format="graphml")), "graphml"),
        (edit(lambda m: m.pop("digest")), "cannot be read"),
        (edit(lambda m: m["tables"][0].update(name="../../x")), "a table called"),
        (edit(lambda m: m["tables"][0].update(name="Lock")), "nodes with the label Lock"),
        (edit(lambda m: m["tables"][0]["columns"][0].update(type="code")), "a column of the type code"),
        (lambda folder: (folder / MANIFEST).write_text("{", "utf8"), "cannot be read"),
        (lambda folder: (folder / MANIFEST).unlink(), "holds no export"),
    ],
)
def test_a_manifest_that_cannot_be_is_refused(
    exported: Path, tmp_path: Path, forge: Callable[[Path], object], sentence: str
) -> None:
    forge(copied(exported, tmp_path))
    if (tmp_path / "out" / MANIFEST).exists():
        signed(tmp_path / "out")
    with pytest.raises(MailuoError, match=sentence):
        opened(tmp_path / "out")


def test_a_table_without_checksum_is_refused(exported: Path, tmp_path: Path) -> None:
    lines = (copied(exported, tmp_path) / SUMS).read_text("utf8").splitlines(keepends=True)
    (tmp_path / "out" / SUMS).write_text("".join(line for line in lines if "Region.csv" not in line), "utf8")
    with pytest.raises(MailuoError, match=r"lacks nodes/Region\.csv"):
        opened(tmp_path / "out")


def replaced(table: str, old: str, new: str) -> Callable[[Path], object]:
    def forge(folder: Path) -> None:
        file = folder / f"{table}.csv"
        text = file.read_bytes().decode()
        assert old in text
        file.write_bytes(text.replace(old, new, 1).encode())

    return forge


@pytest.mark.parametrize(
    ("forge", "sentence"),
    [
        (replaced("nodes/Document", "苏政发〔2022〕801号", "苏政发〔2022〕899号"), "another digest|not there"),
        (replaced("nodes/Document", "江苏省人民政府关于", "浙江省人民政府关于"), "another digest"),
        (replaced("nodes/Document", '"true"', '"perhaps"'), r"Document\.csv cannot be read: line \d+: perhaps"),
        (replaced("nodes/Region", "MacroRegion", "Lock"), "a node with the labels"),
        (replaced("nodes/Correction", '[""Correction""]', '[""Source""]'), "a node with the labels"),
        (replaced("relationships/MAKES", '"Provision"', '"Person"'), "a node with the label Person"),
        (replaced("relationships/MAKES", "from_id", "from"), "other columns than the manifest"),
        (replaced("relationships/MAKES", "#preamble", "#nowhere"), "1 relationships lead to nodes that are not there"),
    ],
)
def test_a_forged_table_leaves_an_empty_database_that_can_be_loaded(
    exported: Path, database: Database, tmp_path: Path, forge: Callable[[Path], object], sentence: str
) -> None:
    forge(copied(exported, tmp_path))
    signed(tmp_path / "out")
    found = opened(tmp_path / "out")
    with pytest.raises(MailuoError, match=sentence):
        restore(database, found)
    assert database.read(CONTENT) == [{"nodes": 0}]
    assert load(database, [exported / "one.txt"]).held == 1


def test_a_parquet_file_of_other_columns_is_refused(exported: Path, database: Database, tmp_path: Path) -> None:
    file = copied(exported, tmp_path, Format.PARQUET) / "nodes" / "Region.parquet"
    pyarrow.parquet.write_table(pyarrow.parquet.read_table(file).drop(["name"]), file)
    signed(tmp_path / "out")
    with pytest.raises(MailuoError, match="other columns than the manifest"):
        restore(database, opened(tmp_path / "out"))


def test_nobody_works_on_half_a_graph_and_what_was_cut_off_is_cleared(
    hard: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(hard)
    export(hard, Format.CSV, tmp_path / "out")
    found = opened(tmp_path / "out")
    refused: list[str] = []

    def look(done: int) -> None:
        try:
            load(hard, [tmp_path / "one.txt"])
        except MailuoError as error:
            refused.append(error.sentence)

    restore(emptied(hard), found, look)
    assert len(refused) > 10
    assert {sentence.partition(",")[0] for sentence in refused} == {"The graph was written by version 0 of the model"}
    # A process that was killed says nothing more: what it wrote is there, and the version that it left.
    hard.write("MATCH (m:Meta) SET m.version = 0")
    with pytest.raises(MailuoError, match="version 0 of the model"):
        ensure(hard)
    restore(hard, found)
    assert digest(hard) == before
    assert ensure(hard) is False


def test_a_second_import_waits_for_the_first_and_harms_nothing(hard: Database, tmp_path: Path) -> None:
    before = digest(hard)
    export(hard, Format.CSV, tmp_path / "out")
    found = opened(tmp_path / "out")
    refused: list[str] = []

    def second() -> None:
        try:
            restore(hard, found)
        except MailuoError as error:
            refused.append(error.sentence)

    thread = threading.Thread(target=second)

    def begin(done: int) -> None:
        if not thread.ident:
            thread.start()

    restore(emptied(hard), found, begin)
    thread.join(120)
    assert not thread.is_alive()
    assert len(refused) == 1
    assert "not empty" in refused[0]
    assert digest(hard) == before


def test_it_waits_for_the_writers_lock(hard: Database, tmp_path: Path) -> None:
    export(hard, Format.CSV, tmp_path / "out")
    found = opened(tmp_path / "out")
    ensure(emptied(hard))
    done = threading.Event()

    def work_() -> None:
        restore(hard, found)
        done.set()

    with hard.session("WRITE") as session, session.begin_transaction() as other:
        schema.writer_lock(other)
        thread = threading.Thread(target=work_)
        thread.start()
        assert not done.wait(1.5)
        assert hard.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 0}]
        other.rollback()
    thread.join(60)
    assert done.is_set()


def test_an_export_by_another_registry_of_regions_is_set_up_by_the_next_load(hard: Database, tmp_path: Path) -> None:
    hard.write("MATCH (m:Meta {id: 'model'}) SET m.setup = 'older'")
    hard.write("CREATE (:Region {id: '999999', name: '旧县', level: 'county', code: '999999', tokens: ''})")
    export(hard, Format.CSV, tmp_path / "out")
    restore(emptied(hard), opened(tmp_path / "out"))
    assert hard.read("MATCH (r:Region {id: '999999'}) RETURN count(r) AS n") == [{"n": 1}]
    load(hard, [tmp_path / "one.txt"])
    assert hard.read("MATCH (r:Region {id: '999999'}) RETURN count(r) AS n") == [{"n": 0}]

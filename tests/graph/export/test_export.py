"""An export as a whole: what it refuses, and that a change meanwhile leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.export import export as module
from graph.export.export import export
from graph.export.formats import Format
from graph.export.tables import ChangedError
from graph.session import Database
from loaders.errors import MailuoError
from tests.samples import load_samples

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("form", list(Format))
def test_a_change_meanwhile_leaves_nothing_behind(
    database: Database, tmp_path: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "EVERY", 1)
    database.write("CREATE (:Document {id: 'a', title: '甲', held: false}), (:Region {id: 'r', name: '乙'})")

    def change(done: int) -> None:
        if done == 1:
            database.write("MATCH (d:Document) SET d.title = '丙'")

    with pytest.raises(ChangedError):
        export(database, form, tmp_path / "out", on_progress=change)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("form", "change"),
    [
        (Format.CSV, "SET r.new = 1"),
        (Format.CSV, "CREATE (r)-[:NEAR_TO]->(r)"),
        (Format.PARQUET, "SET r.new = 1"),
        (Format.GRAPHML, "SET r.new = 1"),
    ],
)
def test_so_does_a_new_column_or_table(
    database: Database, tmp_path: Path, form: Format, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "EVERY", 1)
    database.write("CREATE (:Document {id: 'a', title: '甲', held: false}), (:Region {id: 'r', name: '乙'})")

    def work(done: int) -> None:
        if done == 1:
            database.write(f"MATCH (r:Region) {change}")

    with pytest.raises(ChangedError):
        export(database, form, tmp_path / "out", on_progress=work)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_graph_is_said(ready: Database, tmp_path: Path) -> None:
    with pytest.raises(MailuoError, match="empty") as caught:
        export(ready, Format.CSV, tmp_path / "out")
    assert caught.value.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_a_graph_of_another_model_is_refused(database: Database, tmp_path: Path) -> None:
    database.write("CREATE (:Meta {id: 'model', version: 1, setup: 'x'}), (:Document {id: 'a'})")
    with pytest.raises(MailuoError, match="version 1 of the model"):
        export(database, Format.CSV, tmp_path / "out")
    database.write("MATCH (m:Meta) DELETE m")


def test_two_exports_of_one_graph_differ_in_nothing_but_the_time(engine: Database, tmp_path: Path) -> None:
    samples = load_samples(engine)
    for name in ("one", "two"):
        export(samples, Format.CSV, tmp_path / name)
    for file in (tmp_path / "one").rglob("*.csv"):
        other = tmp_path / "two" / file.relative_to(tmp_path / "one")
        assert sorted(file.read_text("utf8").splitlines()) == sorted(other.read_text("utf8").splitlines())

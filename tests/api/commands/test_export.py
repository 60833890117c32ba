"""``mailuo export`` and ``mailuo import`` as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.cli import app
from graph.digest import digest
from graph.session import Database
from tests.samples import load_samples

pytestmark = pytest.mark.neo4j


@pytest.fixture
def samples(engine: Database) -> Database:
    return load_samples(engine)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.mark.parametrize("form", ["csv", "parquet", "graphml", "jsonld"])
def test_an_export_says_what_it_wrote(samples: Database, tmp_path: Path, form: str) -> None:
    result = run("export", "--format", form, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf8"))
    nodes = samples.read("MATCH (n) WHERE NOT n:Lock AND NOT n:Meta RETURN count(n) AS n")[0]["n"]
    assert f"nodes         {nodes:,} in {tmp_path / 'out'}" in result.stdout
    assert manifest["digest"] == digest(samples)
    assert manifest["digest"] in result.stdout
    assert result.stderr == ""


def test_tables_come_back_and_other_forms_are_refused(samples: Database, tmp_path: Path) -> None:
    before = digest(samples)
    for form in ("csv", "jsonld"):
        assert run("export", "--format", form, "--out", tmp_path / form).exit_code == 0
    full = run("import", tmp_path / "csv")
    assert (full.exit_code, "not empty" in full.stderr) == (2, True)
    samples.write("MATCH (n) DETACH DELETE n")
    linked = run("import", tmp_path / "jsonld")
    assert (linked.exit_code, "jsonld, which is not read back" in linked.stderr) == (2, True)
    result = run("import", tmp_path / "csv")
    assert result.exit_code == 0, result.stderr
    assert "imported" in result.stdout
    assert digest(samples) == before


def test_a_folder_that_is_taken_is_refused_at_once(samples: Database, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf8")
    result = run("export", "--format", "csv", "--out", tmp_path, "--overwrite")
    assert result.exit_code == 2
    assert "no export of mailuo's" in result.stderr
    assert run("export", "--format", "csv", "--out", tmp_path / "out").exit_code == 0
    again = run("export", "--format", "graphml", "--out", tmp_path / "out")
    assert (again.exit_code, "--overwrite replaces it" in again.stderr) == (2, True)
    assert run("export", "--format", "graphml", "--out", tmp_path / "out", "--overwrite").exit_code == 0
    assert not (tmp_path / "out" / "nodes").exists()


def test_a_place_that_cannot_be_written_to_is_said(samples: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf8")
    result = run("export", "--format", "csv", "--out", tmp_path / "file" / "out")
    assert result.exit_code == 3
    assert "could not be written" in result.stderr


def test_files_that_are_not_loaded_to_their_end_are_said(database: Database, tmp_path: Path) -> None:
    database.write(
        "CREATE (:Document {id: 'a', title: '甲'})-[:FROM {sha256: 'b'}]->(:Source {uri: 'f', state: $state})",
        state="loading",
    )
    result = run("export", "--format", "csv", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "1 files are not loaded to their end" in result.stderr


@pytest.mark.parametrize("words", [["--format", "xml"], []])
def test_an_unknown_form_is_wrong_use(words: list[str], tmp_path: Path) -> None:
    assert run("export", *words, "--out", tmp_path / "out").exit_code == 2

"""What stands beside the tables: dictionary, data package and manifest tell what the tables have."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from graph.digest import digest
from graph.export.export import export
from graph.export.folder import files, sums
from graph.export.formats import Format
from graph.session import Database
from graph.version import MODEL, extractor_version
from tests.samples import load_samples

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def folder(engine: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("package") / "out"
    export(load_samples(engine), Format.CSV, out)
    return out


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf8"))


def test_the_manifest_tells_versions_counts_and_digest(engine: Database, folder: Path) -> None:
    manifest = read(folder, "manifest.json")
    assert manifest["digest"] == digest(engine)
    assert (manifest["model"], manifest["extractor"], manifest["format"]) == (MODEL, extractor_version(), "csv")
    assert manifest["extractors_of_the_facts"] == [extractor_version()]
    assert manifest["unfinished_files"] == 0
    for table in manifest["tables"]:
        assert len(rows(folder / table["kind"] / f"{table['name']}.csv")) == table["rows"]
    counted = {table["name"]: table["rows"] for table in manifest["tables"]}
    what = "MATCH (n:Provision) RETURN count(n) AS n UNION ALL MATCH ()-[r:RESPONSIBLE_FOR]->() RETURN count(r) AS n"
    assert [row["n"] for row in engine.read(what)] == [counted["Provision"], counted["RESPONSIBLE_FOR"]]


def test_the_dictionary_and_the_package_tell_of_every_column(folder: Path) -> None:
    told = {(row["table"], row["column"]): row for row in rows(folder / "data-dictionary.csv")}
    package = read(folder, "datapackage.json")
    assert len(package["resources"]) == len(list(folder.glob("*/*.csv")))
    for resource in package["resources"]:
        table = resource["path"].removesuffix(".csv")
        with (folder / resource["path"]).open(encoding="utf-8-sig", newline="") as stream:
            head = next(csv.reader(stream))
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert (folder / resource["path"]).stat().st_size == resource["bytes"]
        assert told[table, ""]["meaning"] == resource["description"] != ""
        for field in resource["schema"]["fields"]:
            assert told[table, field["name"]]["meaning"] == field["description"] != "", (table, field["name"])
            assert field["type"] in {"string", "integer", "number", "boolean", "date", "datetime", "array"}
    keys = {one["path"]: one["schema"].get("primaryKey") for one in package["resources"]}
    assert keys["nodes/Source.csv"] == ["uri"]
    assert keys["nodes/Document.csv"] == ["id"]
    assert keys["relationships/MAKES.csv"] is None


def test_primary_keys_are_unique_and_ends_are_there(folder: Path) -> None:
    keys = {}
    for file in (folder / "nodes").glob("*.csv"):
        name = "uri" if file.stem == "Source" else "id"
        found = [row[name] for row in rows(file)]
        assert len(found) == len(set(found))
        keys[file.stem] = set(found)
    for file in (folder / "relationships").glob("*.csv"):
        for row in rows(file):
            assert row["from_id"] in keys[row["from_label"]]
            assert row["to_id"] in keys[row["to_label"]]


def test_the_checksums_cover_every_file(folder: Path) -> None:
    assert files(folder) - {"sha256sums.txt"} == set(sums(folder))

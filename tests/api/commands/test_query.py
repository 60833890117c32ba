from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.ask import named
from graph.session import Database


def test_without_a_name_the_statements_are_listed() -> None:
    rows = json.loads(CliRunner().invoke(app, ["query"]).stdout)
    assert [row["name"] for row in rows] == [one.name for one in named()]
    assert "trace" in CliRunner().invoke(app, ["query", "--format", "table"]).stdout


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nothing"], "No statement is called nothing."),
        (["stats", "-p", "x=1"], "stats has no parameter x."),
        (["document"], "document needs the parameter document"),
        (["wanted", "-p", "limit=many"], "limit=many is not a value of type INTEGER."),
        (["wanted", "-p", "limit"], "limit is not a parameter."),
        (["stats", "--file", "x.cypher"], "Give a name or --file, not both."),
        (["stats", "--write"], "--write and --limit are for Cypher of your own."),
        (["stats", "--limit", "5"], "--write and --limit are for Cypher of your own."),
    ],
)
def test_wrong_use_is_said_before_neo4j_is_asked(words: list[str], sentence: str) -> None:
    result = CliRunner().invoke(app, ["query", *words])
    assert result.exit_code == 2
    assert result.stderr.startswith(sentence)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["query", "--file", str(tmp_path / "none.cypher")])
    assert result.exit_code == 3
    assert "none.cypher: cannot be read (No such file" in result.stderr
    binary = tmp_path / "binary.cypher"
    binary.write_bytes(b"\xff\xfe\xff")
    assert "it is not UTF-8" in CliRunner().invoke(app, ["query", "--file", str(binary)]).stderr
    odd = tmp_path / "odd.cypher"
    odd.write_text("// parameter: x\nRETURN 1", "utf8")
    result = CliRunner().invoke(app, ["query", "--file", str(odd)])
    assert result.exit_code == 2
    assert "is not 'name TYPE — meaning'" in result.stderr


@pytest.mark.neo4j
def test_a_named_statement_is_run_with_its_parameters(database: Database) -> None:
    database.write("UNWIND range(1, 5) AS n CREATE (:Document {id: toString(n), held: true, level: 'city'})")
    rows = json.loads(CliRunner().invoke(app, ["query", "not_taken_up", "-p", "limit=2", "-p", "level=city"]).stdout)
    assert [row["id"] for row in rows] == ["1", "2"]


@pytest.mark.neo4j
def test_cypher_of_one_s_own_is_run_with_loose_parameters(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "own.cypher"
    file.write_text("RETURN $n + 1 AS n, $text AS text, $list AS list", "utf8")
    words = ["query", "--file", str(file), "-p", "n=41", "-p", "text=国发", "-p", 'list=["a"]']
    assert json.loads(CliRunner().invoke(app, words).stdout) == [{"n": 42, "text": "国发", "list": ["a"]}]
    result = CliRunner().invoke(app, ["query", "--file", "-", "--format", "csv"], input="RETURN 1 AS one")
    assert result.stdout.splitlines() == ["one", "1"]


@pytest.mark.neo4j
def test_a_file_with_a_header_has_its_parameters_checked(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "own.cypher"
    file.write_text(
        "// parameter: day DATE — a day\n// column: year INTEGER — its year\nRETURN $day.year AS year", "utf8"
    )
    words = ["query", "--file", str(file), "-p", "day=2022-02-07"]
    assert json.loads(CliRunner().invoke(app, words).stdout) == [{"year": 2022}]
    assert CliRunner().invoke(app, [*words[:3], "-p", "day=soon"]).exit_code == 2


@pytest.mark.neo4j
def test_nodes_relationships_and_paths_are_printed(database: Database) -> None:
    database.write("CREATE (:Document {id: '甲'})-[:REFERS_TO {citations: 1}]->(:Document {id: '乙'})")
    source = "MATCH way = (a {id: '甲'})-[r]->(b) RETURN a, r, way, duration('P1D') AS d"
    row = json.loads(CliRunner().invoke(app, ["query", "--file", "-"], input=source).stdout)[0]
    assert row["a"] == {"labels": ["Document"], "properties": {"id": "甲"}}
    assert row["r"] == {"type": "REFERS_TO", "properties": {"citations": 1}}
    assert [node["properties"]["id"] for node in row["way"]["nodes"]] == ["甲", "乙"]
    assert row["d"] == "P1D"
    shown = CliRunner().invoke(app, ["query", "--file", "-", "--format", "table"], input=source).stdout
    assert "REFERS_TO" in shown


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("cypher", "sentence"),
    [
        ("CREATE (n) RETURN n", "Refused: it would write (CREATE)."),
        ("MATCH (n) DETACH DELETE n", "Refused: it would write (DETACH DELETE)."),
        ("MTCH (n)", "Neo4j says: Invalid input 'MTCH'"),
    ],
)
def test_nothing_can_be_written_and_faults_are_sentences(database: Database, cypher: str, sentence: str) -> None:
    database.write("CREATE (:Document {id: '甲'})")
    result = CliRunner().invoke(app, ["query", "--file", "-"], input=cypher)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert database.read("MATCH (n:Document) RETURN count(n) AS n") == [{"n": 1}]


@pytest.mark.neo4j
def test_a_fault_is_marked_in_the_file_s_own_lines(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "own.cypher"
    file.write_text("// purpose: Mine.\nMATCH (d:Document)\nRETURN d.titel.x.(y)", "utf8")
    result = CliRunner().invoke(app, ["query", "--file", str(file)])
    assert "(line 2, column 18)" in result.stderr
    assert result.stderr.endswith("\nRETURN d.titel.x.(y)\n                 ^\n")


@pytest.mark.neo4j
def test_rows_are_cut_and_said_so_and_nothing_is_found_with_exit_code_1(database: Database) -> None:
    words = ["query", "--file", "-", "--limit", "2", "--format", "csv"]
    result = CliRunner().invoke(app, words, input="UNWIND range(1, 3) AS x RETURN x")
    assert result.stdout.splitlines() == ["x", "1", "2"]
    assert result.stderr == "Only the first 2 rows are shown; --limit asks for more.\n"
    assert CliRunner().invoke(app, words, input="UNWIND range(1, 2) AS x RETURN x").stderr == ""
    result = CliRunner().invoke(app, words, input="UNWIND [] AS x RETURN x")
    assert (result.exit_code, result.stdout.splitlines()) == (1, ["x"])


@pytest.mark.neo4j
def test_with_write_data_is_changed_and_what_was_changed_is_said(ready: Database) -> None:
    words = ["query", "--file", "-", "--write"]
    result = CliRunner().invoke(app, words, input="CREATE (n:Note {x: $x}) RETURN n.x AS x")
    assert result.exit_code == 2, "the parameter is missing"
    result = CliRunner().invoke(app, [*words, "-p", "x=1"], input="CREATE (n:Note {x: $x}) RETURN n.x AS x")
    assert json.loads(result.stdout) == [{"x": 1}]
    warning, changed = result.stderr.splitlines()
    assert "`mailuo correct`" in warning
    assert changed == "Changed: 1 labels added, 1 nodes created, 1 properties set."
    result = CliRunner().invoke(app, words, input="MATCH (n:Nothing) DELETE n")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.endswith("Nothing was changed.\n")
    assert ready.read("MATCH (n:Note) RETURN n.x AS x") == [{"x": 1}]


@pytest.mark.neo4j
def test_a_plan_is_shown_as_rows(database: Database) -> None:
    result = CliRunner().invoke(app, ["query", "--file", "-"], input="PROFILE UNWIND [1, 2] AS x RETURN x AS y")
    rows = json.loads(result.stdout)
    assert [row["operator"] for row in rows] == ["ProduceResults", "· Projection", "· · Unwind"]
    assert [row["rows"] for row in rows] == [2, 2, 2]

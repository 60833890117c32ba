from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.commands.query import statements_of
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
@pytest.mark.parametrize("cypher", ["CREATE (n) RETURN n", "MATCH (n) DETACH DELETE n", "MTCH (n)"])
def test_nothing_can_be_written_and_faults_are_sentences(database: Database, cypher: str) -> None:
    database.write("CREATE (:Document {id: '甲'})")
    result = CliRunner().invoke(app, ["query", "--file", "-"], input=cypher)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Neo4j says: ")
    assert database.read("MATCH (n:Document) RETURN count(n) AS n") == [{"n": 1}]


@pytest.mark.parametrize(
    ("lines", "statements"),
    [
        (["RETURN 1;"], ["RETURN 1"]),
        (["RETURN", "  1", ""], ["RETURN\n  1"]),
        (["RETURN 1;", "", "RETURN 2"], ["RETURN 1", "RETURN 2"]),
        (["", ":stats", "RETURN 1"], [":stats", "RETURN 1"]),
        (["RETURN {a", ":1};"], ["RETURN {a\n:1}"]),
        ([], []),
    ],
)
def test_lines_become_statements(lines: list[str], statements: list[str]) -> None:
    assert list(statements_of(iter(lines))) == statements


@pytest.mark.neo4j
def test_the_shell_goes_on_after_a_fault_and_ends_when_asked(database: Database) -> None:
    typed = "RETURN 1 AS one;\nCREATE (n);\n:nothing\n:document\nRETURN 2 AS two\n\n:exit\nRETURN 3 AS three;\n"
    result = CliRunner().invoke(app, ["shell"], input=typed)
    assert result.exit_code == 0
    assert '"one": 1' in result.stdout
    assert '"two": 2' in result.stdout
    assert "three" not in result.stdout
    for sentence in ("Neo4j says: ", "No statement is called nothing.", "document needs the parameter", "1 row"):
        assert sentence in result.stderr


@pytest.mark.neo4j
def test_the_shell_lists_and_runs_named_statements(database: Database) -> None:
    result = CliRunner().invoke(app, ["shell"], input=":statements\n:stats\n:quit\n")
    assert '"name": "trace"' in result.stdout
    assert '"key": "documents"' in result.stdout

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.commands.shell import statements_of
from graph.session import Database


def _statements(lines: list[str | type[BaseException]]) -> list[str]:
    left: Iterator[str | type[BaseException]] = iter(lines)

    def line(goes_on: bool) -> str:
        read = next(left, EOFError)
        if isinstance(read, str):
            return read
        raise read

    return list(statements_of(line))


@pytest.mark.parametrize(
    ("lines", "statements"),
    [
        (["RETURN 1;"], ["RETURN 1"]),
        (["RETURN", "  1", ""], ["RETURN\n  1"]),
        (["RETURN 1;", "", "RETURN 2"], ["RETURN 1", "RETURN 2"]),
        (["", ":stats", "RETURN 1"], [":stats", "RETURN 1"]),
        (["RETURN {a", ":1};"], ["RETURN {a\n:1}"]),
        (["RETURN 'a;", "b';"], ["RETURN 'a;\nb'"]),
        (["RETURN 1 // more;", "+ 1;"], ["RETURN 1 // more;\n+ 1"]),
        (["RETURN 1 /* more;", "*/ + 1;"], ["RETURN 1 /* more;\n*/ + 1"]),
        (["RETURN 6 / 2 * 3;"], ["RETURN 6 / 2 * 3"]),
        (["RETURN `a;", "RETURN 2", ""], ["RETURN `a;\nRETURN 2"]),
        (["RETURN 1", KeyboardInterrupt, "RETURN 2;"], ["RETURN 2"]),
        ([], []),
    ],
)
def test_lines_become_statements(lines: list[str | type[BaseException]], statements: list[str]) -> None:
    assert _statements(lines) == statements


def test_a_line_that_goes_on_is_asked_for_as_such() -> None:
    asked: list[bool] = []
    lines = iter(["RETURN", "1;", ":stats"])

    def line(goes_on: bool) -> str:
        asked.append(goes_on)
        try:
            return next(lines)
        except StopIteration:
            raise EOFError from None

    assert list(statements_of(line)) == ["RETURN\n1", ":stats"]
    assert asked == [False, True, False, False]


@pytest.mark.neo4j
def test_the_shell_goes_on_after_a_fault_and_ends_when_asked(database: Database) -> None:
    typed = (
        "RETURN 1 AS one;\nCREATE (n);\n:nothing\n:document\nRETURN 2 AS two\n\nRETURN\n3 + ;\n:exit\nRETURN 3 AS t;\n"
    )
    result = CliRunner().invoke(app, ["shell"], input=typed)
    assert result.exit_code == 0
    assert '"one": 1' in result.stdout
    assert '"two": 2' in result.stdout
    assert '"t"' not in result.stdout
    sentences = (
        "it would write",
        "No statement is called nothing.",
        "document needs the parameter",
        "1 row",
        "\n3 +\n",
    )
    for sentence in sentences:
        assert sentence in result.stderr


@pytest.mark.neo4j
def test_named_statements_are_listed_and_run_with_parameters(database: Database) -> None:
    database.write("UNWIND range(1, 5) AS n CREATE (:Document {id: toString(n), held: true, level: 'city'})")
    typed = (
        ":statements\n:not_taken_up limit=2 level='city'\n:not_taken_up limit\n:not_taken_up limit='2\n:help\n:quit\n"
    )
    result = CliRunner().invoke(app, ["shell"], input=typed)
    assert '"name": "trace"' in result.stdout
    assert result.stdout.count('"id": ') == 2
    assert "Nothing can be written." in result.stdout
    assert "limit is not a parameter." in result.stderr
    assert "Close the quotation." in result.stderr


@pytest.mark.neo4j
def test_parameters_stay_until_they_are_taken_back(database: Database) -> None:
    typed = ":param n 41\n:param word 国发 5\n:params\nRETURN $n + 1 AS n, $word AS w;\n"
    typed += ":param n\nRETURN $n AS n;\n:param 1 2\n"
    result = CliRunner().invoke(app, ["shell"], input=typed)
    listed, answer = result.stdout.replace("]\n[", "]\0[").split("\0")
    assert json.loads(listed) == [{"parameter": "n", "value": 41}, {"parameter": "word", "value": "国发 5"}]
    assert json.loads(answer) == [{"n": 42, "w": "国发 5"}]
    assert "The statement has parameters without a value: n." in result.stderr
    assert "Parameters are set by :param key value." in result.stderr


@pytest.mark.neo4j
def test_a_shell_that_may_write_says_so_and_keeps_each_statement(ready: Database) -> None:
    typed = (
        "CREATE (:Note);\nCREATE INDEX own FOR (n:Note) ON (n.x);\nMATCH (n:Note) SET n.x = 1 RETURN n.x AS x;\n:help\n"
    )
    result = CliRunner().invoke(app, ["shell", "--write"], input=f"{typed}:help\n")
    assert "`mailuo correct`" in result.stderr
    assert "Changed: 1 labels added, 1 nodes created." in result.stderr
    assert "Refused: CREATE INDEX is not known to change only data." in result.stderr
    assert "Statements may change data" in result.stdout
    assert ready.read("MATCH (n:Note) RETURN n.x AS x") == [{"x": 1}]


@pytest.mark.neo4j
def test_limits_of_time_and_rows_hold_for_each_statement(database: Database) -> None:
    typed = "UNWIND range(1, 1000000000000) AS x RETURN x;\nUNWIND range(1, 1000000000000) AS x RETURN sum(x) AS s;\n"
    result = CliRunner().invoke(app, ["shell", "--limit", "3", "--timeout", "1"], input=typed)
    assert [row["x"] for row in json.loads(result.stdout)] == [1, 2, 3]
    assert "Only the first 3 rows are shown" in result.stderr
    assert "took longer than it was allowed" in result.stderr

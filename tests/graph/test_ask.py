from __future__ import annotations

from datetime import date
from typing import Any

import neo4j.time
import pytest

from graph import ask
from graph.session import Database
from graph.statements import parse, statements
from loaders.errors import MailuoError

STATEMENT = parse(
    """\
// purpose: For the tests.
// group: Tests
// cost: anchored — by index from $name
// parameter: name STRING — a text
// parameter: count INTEGER? — a number
// parameter: score FLOAT? — a share
// parameter: on DATE? — a day
// parameter: yes BOOLEAN? — a choice
// parameter: words LIST<STRING>? — texts
// example: none
RETURN $name AS name
""",
    folder="analysis",
    name="own",
)


def test_parameters_that_are_left_out_are_null() -> None:
    assert ask.checked(STATEMENT, {"name": "脉"}) == {
        "name": "脉", "count": None, "score": None, "on": None, "yes": None, "words": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({}, "own needs the parameter name: a text"),
        ({"name": None}, "own needs the parameter name: a text"),
        ({"name": "脉", "nam": "络"}, "own has no parameter nam"),
        ({"name": 5}, "name=5 is not a value of type STRING"),
        ({"name": "脉", "count": "5"}, "count=5 is not a value of type INTEGER"),
        ({"name": "脉", "count": True}, "count=True is not a value of type INTEGER"),
        ({"name": "脉", "score": "0.5"}, "score=0.5 is not a value of type FLOAT"),
        ({"name": "脉", "score": True}, "score=True is not a value of type FLOAT"),
        ({"name": "脉", "yes": 1}, "yes=1 is not a value of type BOOLEAN"),
        ({"name": "脉", "on": "2022-01-01"}, "on=2022-01-01 is not a value of type DATE"),
        ({"name": "脉", "words": "a"}, "words=a is not a value of type LIST<STRING>"),
    ],
)
def test_parameters_that_the_header_does_not_allow_are_refused(parameters: dict[str, Any], sentence: str) -> None:
    with pytest.raises(MailuoError, match=sentence) as caught:
        ask.checked(STATEMENT, parameters)
    assert caught.value.exit_code == 2


def test_a_header_says_group_and_cost_and_neither_is_sent() -> None:
    assert (STATEMENT.group, STATEMENT.cost) == ("Tests", "anchored — by index from $name")
    assert STATEMENT.text == "RETURN $name AS name"
    assert ask.checked(STATEMENT, {"name": "脉", "score": 1})["score"] == 1


def test_an_unknown_parameter_is_answered_with_the_list() -> None:
    with pytest.raises(MailuoError) as caught:
        ask.checked(STATEMENT, {"other": "x"})
    assert caught.value.advice == (
        "Its parameters: name STRING, count INTEGER (optional), score FLOAT (optional), on DATE (optional), "
        "yes BOOLEAN (optional), words LIST<STRING> (optional)."
    )
    bare = parse("// purpose: Nothing.\nRETURN 1", folder="analysis", name="bare")
    with pytest.raises(MailuoError) as caught:
        ask.checked(bare, {"other": "x"})
    assert caught.value.advice == "bare has no parameters."


def test_texts_become_values_of_the_header_s_types() -> None:
    typed = ask.typed(
        STATEMENT,
        {
            "name": "5",
            "count": "5",
            "score": ".5",
            "on": "2022-12-31",
            "yes": "True",
            "words": "政务, 服务,",
            "other": "x",
        },
    )
    assert typed == {
        "name": "5", "count": 5, "score": 0.5, "on": date(2022, 12, 31), "yes": True, "words": ["政务", "服务"],
        "other": "x",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "text", "advice"),
    [
        ("count", "viele", "count is INTEGER: a number."),
        ("score", "hoch", "score is FLOAT: a share."),
        ("on", "31.12.2022", "on is DATE, such as 2022-12-31: a day."),
        ("yes", "ja", "yes is BOOLEAN: true or false: a choice."),
    ],
)
def test_a_text_that_is_no_such_value_is_refused_with_an_example(key: str, text: str, advice: str) -> None:
    with pytest.raises(MailuoError, match="is not a value of type") as caught:
        ask.typed(STATEMENT, {key: text})
    assert (caught.value.advice, caught.value.exit_code) == (advice, 2)


@pytest.mark.parametrize(("text", "value"), [("5", 5), ('["a"]', ["a"]), ("true", True), ("国发", "国发"), ("", "")])
def test_a_value_without_a_header_is_json_or_a_text(text: str, value: object) -> None:
    assert ask.loose(text) == value


def test_statements_are_found_with_and_without_their_folder() -> None:
    assert ask.find("trace") is ask.find("trace/trace")
    for name in ("nothing", "analysis/nothing", "load/lock", "lock", "../analysis/stats"):
        with pytest.raises(MailuoError, match=f"No statement is called {name}"):
            ask.find(name)


def test_every_named_statement_has_a_whole_header() -> None:
    kinds = set(ask._TYPES)
    for one in ask.named():
        assert one.purpose.endswith("."), one.name
        assert one.columns, one.name
        assert one.example.startswith(f"mailuo query {one.name}"), one.name
        assert {field.type for field in one.parameters} <= kinds, one.name
        assert all(f"${field.name}" in one.text for field in one.parameters), one.name


def test_names_of_statements_are_one_a_statement() -> None:
    names = [one.name for one in ask.named()]
    assert len(names) == len(set(names)) > 25
    assert set(ask.named()) == {one for one in statements() if one.folder in ("trace", "analysis")}


@pytest.mark.neo4j
def test_a_statement_is_run_in_a_session_that_only_reads(database: Database) -> None:
    database.write("CREATE (:Document {id: '甲', title: '甲', held: true})")
    assert [row["key"] for row in ask.run(database, "stats") if row["count"]] == [
        "documents",
        "documents held",
        "unknown",
    ]
    assert ask.run(database, "document", {"document": "甲"})[0]["title"] == "甲"
    assert ask.run(database, "document", {"document": "'}) DETACH DELETE (n"}) == []


@pytest.mark.parametrize("number", [0, 1, 1000, 1001, 2500])
def test_the_rows_of_a_statement_come_whole_and_in_its_order(ready: Database, number: int) -> None:
    asked = parse(
        """\
// purpose: For the tests.
// parameter: number INTEGER — how many rows
// column: day DATE — a day
// column: at INTEGER — a number
// column: place MAP — of both
UNWIND range(1, $number) AS at
RETURN date('2022-01-01') AS day, at, {at: at} AS place ORDER BY at DESC
UNION
UNWIND [] AS at RETURN null AS day, at, null AS place
""",
        folder="analysis",
        name="counted",
    )
    rows = ask.rows_of(ready, asked, {"number": number})
    assert [row["at"] for row in rows] == list(range(number, 0, -1))
    if rows:
        assert list(rows[0]) == ["day", "at", "place"]
        assert rows[-1] == {"day": neo4j.time.Date(2022, 1, 1), "at": 1, "place": {"at": 1}}

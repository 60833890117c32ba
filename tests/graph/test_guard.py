from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from graph import guard, schema
from graph.ask import named
from graph.own import Run
from graph.session import Database
from graph.statements import Statement
from loaders.errors import MailuoError

HOME = "neo4j"
READ = {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": "Projection@neo4j", "args": {}}]}


@pytest.fixture(scope="module")
def indexed(engine: Database) -> Database:
    """A database with mailuo's indexes, which the examples ask."""
    schema.ensure(engine)
    return engine


def _refused(text: str, plan: Any = READ, kind: str = "r", *, write: bool = False) -> str:
    with pytest.raises(MailuoError) as caught:
        guard.check(text, plan, kind, {}, write=write, home=HOME)
    assert caught.value.exit_code == 2
    return caught.value.sentence


def _operators(plan: Any) -> list[str]:
    return [
        plan["operatorType"].partition("@")[0],
        *(name for one in plan.get("children", ()) for name in _operators(one)),
    ]


@pytest.mark.neo4j
@pytest.mark.parametrize("row", guard.table(), ids=lambda row: f"{row['kind']} {row['name']}")
def test_every_row_of_the_allow_list_is_needed_for_its_example(indexed: Database, row: dict[str, str]) -> None:
    write = row["kind"] == "write"
    with Run(f"EXPLAIN {row['example']}", write=write) as run:
        assert list(run.rows()) == []
    plan = run.outcome.plan
    assert plan is not None
    if row["kind"] in ("read", "write"):
        assert any(re.fullmatch(row["name"], name.partition("(")[0]) for name in _operators(plan)), _operators(plan)
    else:
        name = re.search(r"[a-z]+(?:\.\w+)+(?=\()", row["example"])
        assert name is not None
        assert re.fullmatch(row["name"], name[0] if row["kind"] == "procedure" else name[0].lower())


@pytest.mark.neo4j
def test_what_writes_passes_only_where_that_was_asked_for(indexed: Database) -> None:
    for row in guard.table():
        if row["kind"] == "write":
            with pytest.raises(MailuoError, match="Refused: it would write"), Run(row["example"]):
                pass


@pytest.mark.parametrize(
    ("text", "body", "mode"),
    [
        ("RETURN 1", "RETURN 1", None),
        ("EXPLAIN RETURN 1", "        RETURN 1", "explain"),
        ("/* a */ profile RETURN 1", "/* a */         RETURN 1", "profile"),
        ("CYPHER 5 runtime=slotted PROFILE RETURN 1", "CYPHER 5 runtime=slotted         RETURN 1", "profile"),
        ("RETURN 'EXPLAIN'", "RETURN 'EXPLAIN'", None),
        ("// PROFILE\nRETURN 1", "// PROFILE\nRETURN 1", None),
    ],
)
def test_explain_and_profile_are_taken_out_and_nothing_moves(text: str, body: str, mode: str | None) -> None:
    assert guard.asked(text) == guard.Asked(body, mode)


def test_options_and_lengths_are_bounded() -> None:
    with pytest.raises(MailuoError, match="the option debug is not on the list"):
        guard.asked("CYPHER debug=ast RETURN 1")
    with pytest.raises(MailuoError, match="has 16001 characters, more than 16000"):
        guard.asked("x" * 16_001)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("LoadCSV", "LOAD CSV reads files"),
        ("TransactionApply(Concurrent)", "commits transactions of its own"),
        ("AdministrationCommand", "commands of administration"),
        ("LoadParquet", "LOAD PARQUET is not known to only read"),
        ("Create", r"it would write \(CREATE\)"),
    ],
)
def test_an_operator_that_is_not_known_is_refused_wherever_it_stands(name: str, sentence: str) -> None:
    plan = {**READ, "children": [{"operatorType": "Apply@neo4j", "children": [{"operatorType": f"{name}@neo4j"}]}]}
    assert re.search(sentence, _refused("RETURN 1", plan))


def test_the_type_that_neo4j_gives_decides_even_where_every_operator_reads() -> None:
    assert _refused("RETURN 1", kind="w") == "Refused: it would write."
    assert "changes or shows the server" in _refused("RETURN 1", kind="s", write=True)
    guard.check("RETURN 1", READ, "rw", {}, write=True, home=HOME)


def test_another_database_is_refused_by_the_plan_and_by_the_text() -> None:
    other = {"operatorType": "ProduceResults@secrets"}
    assert "another database (secrets)" in _refused("RETURN 1", other)
    for text in ("USE secrets RETURN 1", "CALL () { USE `s` RETURN 1 AS x } RETURN x", "CYPHER 5 USE s RETURN 1"):
        assert "USE asks another database" in _refused(text)
    for text in ("WITH 1 AS use RETURN use AS x", "RETURN DISTINCT use AS x", "RETURN {use: 1} AS x"):
        guard.check(text, READ, "r", {}, write=False, home=HOME)


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ('[x IN l | COLLECT { LOAD CSV FROM "http://a" AS r RETURN r AS r }] AS x', "LOAD CSV reads files"),
        ("[x IN l | COLLECT { ResolvedCall(dbms.listConfig(a) :: name) }]", "the procedure dbms.listConfig"),
        ("[x IN l | COLLECT { CALL (y) { RETURN y AS z } IN 3 CONCURRENT TRANSACTIONS }]", "transactions of its own"),
    ],
)
def test_what_neo4j_prints_of_an_expression_counts_though_it_is_no_operator(details: str, sentence: str) -> None:
    assert sentence in _refused("RETURN 1", {"operatorType": "Projection@neo4j", "args": {"Details": details}})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("RETURN apoc.cypher.runFirstColumnSingle('CREATE (n)') AS x", "the function apoc.cypher.runFirstColumnSingle"),
        ("RETURN `apoc` . /* */ `load`.`json`('http://a') AS x", "the function apoc.load.json"),
        ("RETURN a\\u0070oc.load.json('x') AS x", "the function apoc.load.json"),
        ("RETURN [x IN [1] | COLLECT { CALL apoc.do.it() }] AS x", "the procedure apoc.do.it"),
        ("RETURN [x IN [1] | COLLECT { LOAD /**/ CSV }] AS x", "LOAD CSV reads files"),
    ],
)
def test_functions_and_hidden_clauses_are_found_in_the_tokens(text: str, sentence: str) -> None:
    assert sentence in _refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "RETURN 'apoc.load.json(1) LOAD CSV FROM' AS x",
        "RETURN 1 AS x // CALL dbms.listConfig()",
        "RETURN date.truncate('year', date()) AS x",
        "MATCH (n:`LOAD CSV`) WHERE n.call.x IS NOT NULL RETURN n.load, n.csv",
        "MATCH (load) RETURN load, count(load) AS csv",
    ],
)
def test_words_in_texts_comments_and_names_are_no_clauses(text: str) -> None:
    guard.check(text, READ, "r", {}, write=False, home=HOME)


UNTOLD = {"trace"}
"""Its range ends with a variable; whoever changes it writes the number of steps there."""


@pytest.mark.neo4j
@pytest.mark.parametrize("one", named(), ids=lambda one: one.name)
def test_the_library_s_statements_pass_when_people_change_them(indexed: Database, one: Statement) -> None:
    if one.name in UNTOLD:
        with pytest.raises(MailuoError, match="how many items"), Run(f"EXPLAIN {one.text}"):
            pass
        return
    with Run(f"EXPLAIN {one.text}", {field.name: None for field in one.parameters}) as run:
        assert list(run.rows()) == []
    assert run.outcome.plan is not None


@pytest.mark.neo4j
@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_questions_of_the_readme_pass(indexed: Database, name: str) -> None:
    text = (Path(__file__).parents[2] / name).read_text("utf8")
    questions = re.findall(r"```cypher\n(.*?)```", text, re.DOTALL)
    assert len(questions) == 10
    for question in questions:
        with Run(f"EXPLAIN {question}") as run:
            assert list(run.rows()) == []

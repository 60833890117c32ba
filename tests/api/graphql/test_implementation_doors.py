"""The statement, GraphQL and the command line say the same of how a document is carried out, whatever its status."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.ask import run
from graph.session import Database
from tests.api.graphql.conftest import Asker
from tests.api.graphql.test_implementations import MORE

pytestmark = pytest.mark.neo4j

PLACE = "id path heading organisational"
DOCUMENT = "id docNumber title level issuedOn issuers { name }"
EVIDENCE = "{ quote start end page printedPage }"
ALIGNMENT = f"""basis score lagDays sharedTerms origin
  lower {{ id path heading document {{ id }} deadlines {{ text }} }}
  upperEvidence {EVIDENCE} lowerEvidence {EVIDENCE}"""
FIELDS = f"""{{
  upper {{ {DOCUMENT} }} region {{ id name }} status searched {{ documents later from to }} coverage
  documents {{ {DOCUMENT} }}
  citations {{ citing {{ id }} relation cue provision {{ id path heading }} evidence {EVIDENCE} }}
  measures {{
    upper {{ {PLACE} deadlines {{ text }} }} alignments {{ {ALIGNMENT} }} forwardedBy {{ id }}
    bodies {{ upper {{ name }} upperRoles lower {{ name }} lowerRoles counterpart }} due
  }}
  silent {{ measure {{ {PLACE} }} nearest {{ {ALIGNMENT} }} }}
  added {{ {PLACE} document {{ id }} evidence {EVIDENCE} }}
}}"""
IN_REGION = f"query ($upper: ID!, $region: ID!) {{ implementation(upper: $upper, region: $region) {FIELDS} }}"
OF_TWO = f"query ($upper: ID!, $lower: ID!) {{ compare(upper: $upper, lower: $lower) {FIELDS} }}"
UPPER, LOWER, CITY = "甲发〔2021〕1号", "乙发〔2022〕7号", "丁发〔2022〕3号"
FORWARD = f"MATCH (a:Document {{id: '{CITY}'}}), (b:Document {{id: '{UPPER}'}}) CREATE (a)-[:FORWARDS]->(b)"
WITHOUT = "MATCH ()-[r:ALIGNED_WITH]->() DELETE r"
ORGANISATIONAL = f"MATCH (m:Measure {{id: '{UPPER}#三'}}) SET m.organisational = true"
PARALLEL = f"MATCH ()-[r:ALIGNED_WITH {{basis: 'content'}}]->(:Measure {{id: '{UPPER}#二'}}) SET r.lag_days = -3"
YOUNG = f"MATCH (d:Document {{id: '{UPPER}'}}) SET d.issued_on = date('2022-12-01')"
NOT_HELD = f"MATCH (d:Document {{id: '{UPPER}'}})-[r:HAS_PROVISION]->() SET d.held = false DELETE r"
SAME_DAY = f"MATCH (d:Document {{id: '{UPPER}'}}), (e {{id: '{CITY}'}}) SET d.issued_on = e.issued_on"
UNDATED = f"MATCH (d:Document {{id: '{UPPER}'}}) REMOVE d.issued_on"
ROWS = ["carries_out", "same_action", "none", "nearest"]
CASES: list[tuple[str, list[str], str, list[str], list[str]]] = [
    ("compared", [], "320000", ROWS, ["added"]),
    ("compared", [], "320100", ["none", "same_action", "none"], []),
    ("compared", [ORGANISATIONAL], "320000", ROWS, ["added"]),
    ("compared", [PARALLEL], "320000", ["carries_out", "parallel", "none", "nearest"], ["added"]),
    ("compared", [FORWARD], "320100", ["adopted", "same_action", "adopted", "adopted"], []),
    ("compared", [WITHOUT, FORWARD], "320100", ["adopted"] * 3, ["added"]),
    ("no_later_text", [YOUNG], "320000", ["carries_out", "same_action", "none"], ["added"]),
    ("no_later_text", [SAME_DAY], "320100", ["none", "same_action", "none"], []),
    ("compared", [SAME_DAY, FORWARD], "320100", ["adopted", "same_action", "adopted", "adopted"], []),
    ("no_later_text", [UNDATED], "320100", ["none", "same_action", "none"], []),
    ("compared", [UNDATED], "320000", ROWS, ["added"]),
    ("not_aligned", [WITHOUT], "320000", ["none"] * 3, []),
    ("upper_not_held", [NOT_HELD], "320000", [], []),
]


@pytest.fixture
def held(small: Database) -> Database:
    """The small graph, an upper document with three measures, and more documents below."""
    small.write(MORE)
    return small


def _typed(*words: str) -> Any:
    result = CliRunner().invoke(app, [*words, "--format", "json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize(("status", "changes", "region", "readings", "added"), CASES)
def test_three_doors_say_the_same(
    ask: Asker, held: Database, status: str, changes: Sequence[str], region: str, readings: list[str], added: list[str]
) -> None:
    for change in changes:
        held.write(change)
    rows = run(held, "implementation", {"upper": UPPER, "region": region})
    assert (rows[0]["reading"], {row["status"] for row in rows}) == ("basis", {status})
    assert [row["reading"] for row in rows if row["upper_id"]] == readings
    assert [row["reading"] for row in rows if row["reading"] == "added"] == added
    assert all(row["lower_quote"] for row in rows if row["relations"] and row["document_id"] == LOWER)
    answered = ask(IN_REGION, upper=UPPER, region=region)["implementation"]
    assert _typed("implementation", UPPER, "--region", region) == answered
    cited = [row["document_id"] for row in rows if row["reading"] == "document" and row["lower_quote"]]
    assert [one["citing"]["id"] for one in answered["citations"]] == cited


def test_two_documents_are_the_same_through_every_door(ask: Asker, held: Database) -> None:
    rows = run(held, "implementation", {"upper": UPPER, "lower": LOWER})
    assert [row["reading"] for row in rows] == ["basis", "document", "carries_out", "none", "none", "added"]
    assert _typed("compare", UPPER, LOWER) == ask(OF_TWO, upper=UPPER, lower=LOWER)["compare"]


def test_organisational_measures_do_not_count(held: Database) -> None:
    assert run(held, "implementation", {"upper": UPPER, "region": "320000"})[0]["coverage"] == pytest.approx(2 / 3)
    held.write(ORGANISATIONAL)
    first, *rows = run(held, "implementation", {"upper": UPPER, "region": "320000"})
    assert first["coverage"] == 1
    assert {row["upper_path"] for row in rows if row["silent"]} == {"三"}


def test_a_row_has_the_words_of_both_sides_and_who_answers(held: Database) -> None:
    rows = run(held, "implementation", {"upper": UPPER, "region": "320000"})
    (row,) = (row for row in rows if row["reading"] == "carries_out")
    assert (row["upper_quote"], row["lower_quote"]) == (
        "支持各地先行先试😀并及时总结。",
        "2022年底前完成南京市项目开工。",
    )
    assert (row["lower_start"], row["lower_page"], row["lower_printed_page"]) == (51, 4, 2)
    assert (row["due"], row["lower_deadlines"], row["lag_days"]) == ("earlier", ["2022年底前", "2030年底前"], 431)
    assert row["compared_deadlines"] == ["2022年底前"]
    assert row["bodies"][1] == {
        "upper": "国家发展和改革委员会", "upper_roles": ["lead"],
        "lower": "江苏省发展和改革委员会", "lower_roles": ["lead"], "counterpart": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "due"),
    [
        ("2022年底前办成。", "later"),
        ("2022年底前办成。（省水利厅牵头）", "later"),
        ("办成，2022年底前上报", "later"),
        ("办成。2022年底前上报。", "none"),
        ("办成；2022年底前上报。", "none"),
    ],
)
def test_a_heading_stands_for_the_only_sentence_behind_it(ask: Asker, held: Database, behind: str, due: str) -> None:
    held.write(
        """
        MATCH (below:Measure {id: $below})-[r:ALIGNED_WITH]->(above:Measure {id: $above})
        SET above.text = above.heading + '。' + $behind, below.text = below.heading + '。' + $behind,
          r.upper_start = above.start, r.upper_end = above.start + size(above.heading),
          r.lower_start = below.start, r.lower_end = below.start + size(below.heading)
        """,
        below=f"{LOWER}#一/（一）",
        above=f"{UPPER}#一",
        behind=behind,
    )
    rows = run(held, "implementation", {"upper": UPPER, "region": "320000"})
    (row,) = (row for row in rows if row["reading"] == "carries_out")
    assert (row["upper_quote"], row["lower_quote"], row["due"]) == ("扩大投资", "加快开工", due)
    assert bool(row["compared_deadlines"]) == (due != "none")
    answered = ask(IN_REGION, upper=UPPER, region="320000")["implementation"]
    assert answered["measures"][0]["due"] == due.upper()


def test_a_region_where_the_upper_document_does_not_apply_is_said(held: Database) -> None:
    assert run(held, "implementation", {"upper": UPPER, "region": "320000"})[0]["applies"] is True
    assert run(held, "implementation", {"upper": LOWER, "region": "320100"})[0]["applies"] is True
    held.write("CREATE (:Region {id: '330000', name: '浙江省'})")
    assert run(held, "implementation", {"upper": LOWER, "region": "330000"})[0]["applies"] is False


def test_the_statement_enters_by_an_index(held: Database) -> None:
    from graph.statements import statement

    plan = _plan(held, "EXPLAIN " + statement("trace/implementation").text)
    assert "NodeUniqueIndexSeek" in plan
    assert not {"AllNodesScan", "NodeByLabelScan", "CartesianProduct"} & plan


def _plan(database: Database, text: str) -> set[str]:
    with database.session("READ") as session:
        plan = session.run(text, upper=UPPER, region="320000", lower=None).consume().plan  # type: ignore[arg-type]
    operators, left = set(), [plan]
    while left:
        one = left.pop()
        assert one is not None
        operators.add(one["operatorType"].partition("@")[0])
        left += one.get("children", ())
    return operators

"""One question, three doors: the Cypher file, the GraphQL field and the command line answer alike."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.graphql.reader import Neo4jReader
from graph.ask import run
from graph.session import Database
from tests.api.graphql.conftest import Asker
from tests.graph.test_library import filled, plain

pytestmark = pytest.mark.neo4j
Rows = list[tuple[Any, ...]]


class Door(NamedTuple):
    """A statement with its parameters and columns, the command of the same question, and the GraphQL operation.

    ``shape`` turns the data of the operation into rows of the columns. Orders differ between the doors where the
    contract gives a list an order of its own: rows are compared in order only where ``ordered``.
    """

    statement: str
    parameters: dict[str, Any]
    columns: str
    command: list[str]
    operation: str
    shape: Callable[[Any], Rows]
    ordered: bool = False


def _low(word: str | None) -> str | None:
    return word and word.lower()


def _asked(statement: str, **parameters: str) -> list[str]:
    return ["query", statement, *(word for key, value in parameters.items() for word in ("-p", f"{key}={value}"))]


def _alignments(data: Any) -> Rows:
    return [
        (
            one["score"], _low(one["basis"]), one["lagDays"], one["lower"]["id"], one["lower"]["document"]["id"],
            one["lowerEvidence"]["quote"], one["upper"]["id"], one["upperEvidence"]["quote"], one["sharedTerms"],
            _low(one["origin"]),
        )
        for one in data["alignments"]["nodes"]
    ]  # fmt: skip


def _stats(data: Any) -> Rows:
    stats = data["stats"]
    names = {"documents": "documents", "documents held": "held", "documents wanted": "wanted", "measures": "measures",
             "citations": "citations", "departments": "departments", "alignments": "alignments"}  # fmt: skip
    rows: Rows = [("all", key, stats[field]) for key, field in names.items()]
    for group, field in (("level", "byLevel"), ("relation", "byRelation")):
        rows += [(group, _low(one["key"]), one["count"]) for one in stats[field]]
    return rows


def _kin(data: Any) -> Rows:
    body = data["department"]
    kin = {"counterpart_above": body["counterparts"], "predecessor": body["predecessors"]}
    rows: Rows = [(kinship, one["id"]) for kinship, bodies in kin.items() for one in bodies]
    return [("itself", body["id"]), ("part_of", body["parent"]["id"]), *rows]


ALIGNED = """score basis lagDays sharedTerms origin lower { id document { id } } upper { id }
  lowerEvidence { quote } upperEvidence { quote }"""
ALIGNED_COLUMNS = (
    "score basis lag_days lower_id lower_document lower_sentence upper_id upper_sentence shared_terms origin"
)
DOORS = [
    Door(
        "trace",
        {"document": "宁9", "direction": "up"},
        "from_id relation to_id preamble citation_ids",
        ["trace", "宁9", "--up"],
        """{ trace(document: "宁9", direction: UP) { edges {
          from { id } to { id } relation preamble citations { id } } } }""",
        lambda data: [
            (
                one["from"]["id"], _low(one["relation"]), one["to"]["id"], one["preamble"],
                [made["id"] for made in one["citations"]],
            )
            for one in data["trace"]["edges"]
        ],
        ordered=True,
    ),
    Door(
        "diffusion",
        {"document": "国1"},
        "id steps",
        _asked("diffusion", document="国1"),
        """{ trace(document: "国1", direction: DOWN, relations: [IMPLEMENTS, FORWARDS]) { nodes {
          depth document { id } } } }""",
        lambda data: [(one["document"]["id"], one["depth"]) for one in data["trace"]["nodes"] if one["depth"]],
    ),
    Door(
        "path",
        {"from": "厅8", "to": "苏4"},
        "from_id relation to_id citation_ids",
        _asked("path", **{"from": "厅8", "to": "苏4"}),
        '{ path(from: "厅8", to: "苏4") { from { id } to { id } relation citations { id } } }',
        lambda data: [
            (one["from"]["id"], _low(one["relation"]), one["to"]["id"], [c["id"] for c in one["citations"]])
            for one in data["path"]
        ],
        ordered=True,
    ),
    Door(
        "deadlines",
        {"from": date(2022, 6, 1), "to": date(2022, 12, 31)},
        "text kind starts_on ends_on provision_id document_id quote page",
        ["deadlines", "--from", "2022-06-01", "--to", "2022-12-31"],
        """{ deadlines(where: {due: {from: "2022-06-01", to: "2022-12-31"}}) { nodes {
          text kind startsOn endsOn provision { id document { id } } evidence { quote page } } } }""",
        lambda data: [
            (
                one["text"], _low(one["kind"]), one["startsOn"], one["endsOn"], one["provision"]["id"],
                one["provision"]["document"]["id"], one["evidence"]["quote"], one["evidence"]["page"],
            )
            for one in data["deadlines"]["nodes"]
        ],
    ),
    Door(
        "measures_due",
        {"from": date(2022, 6, 1), "to": date(2024, 12, 31)},
        "measure_id level",
        _asked("measures_due", **{"from": "2022-06-01", "to": "2024-12-31"}),
        """{ measures(where: {due: {from: "2022-06-01", to: "2024-12-31"}}, orderBy: DUE) {
          nodes { id document { level } deadlines { endsOn } } } }""",
        # The field has measures with an open last day too; what falls due has one.
        lambda data: [
            (one["id"], _low(one["document"]["level"]))
            for one in data["measures"]["nodes"]
            if any(due["endsOn"] for due in one["deadlines"])
        ],
        ordered=True,
    ),
    Door(
        "wanted",
        {},
        "id citations cited_by",
        ["wanted"],
        "{ wanted { nodes { document { id } citations citedBy { docNumber } } } }",
        lambda data: [
            (one["document"]["id"], one["citations"], [by["docNumber"] for by in one["citedBy"]])
            for one in data["wanted"]["nodes"]
        ],
        ordered=True,
    ),
    Door(
        "department",
        {"department": "省发改委", "predecessors": True, "offices": True},
        "role name measure_id document_id duty quote",
        ["department", "省发改委", "--predecessors", "--offices"],
        """{ department(id: "省发改委") { responsibilities(includePredecessors: true, includeOffices: true) { nodes {
          role name measure { id document { id } } duty { quote } evidence { quote } } } } }""",
        lambda data: [
            (
                _low(one["role"]), one["name"], one["measure"]["id"], one["measure"]["document"]["id"],
                one["duty"]["quote"], one["evidence"]["quote"],
            )
            for one in data["department"]["responsibilities"]["nodes"]
        ],
    ),
    Door(
        "departments",
        {"level": "province_dept"},
        "id name short_name kind known region",
        ["departments", "--level", "province_dept"],
        "{ departments(level: PROVINCE_DEPT) { nodes { id name shortName kind known region { name } } } }",
        lambda data: [
            (
                one["id"], one["name"], one["shortName"], _low(one["kind"]), one["known"],
                one["region"] and one["region"]["name"],
            )
            for one in data["departments"]["nodes"]
        ],
    ),
    Door(
        "body",
        {"department": "省发改委"},
        "kinship id",
        _asked("body", department="省发改委"),
        '{ department(id: "省发改委") { id parent { id } counterparts { id } predecessors { id } } }',
        _kin,
    ),
    Door(
        "document",
        {"document": "国1"},
        "id doc_number title kind level issuers region issued_on attachments held",
        ["document", "国1"],
        """{ document(id: "国1") { id docNumber title kind level issuers { name } region { name } issuedOn
          attachments { title } held } }""",
        lambda data: [
            (
                one["id"], one["docNumber"], one["title"], one["kind"], _low(one["level"]),
                [issuer["name"] for issuer in one["issuers"]], one["region"]["name"], one["issuedOn"],
                [attached["title"] for attached in one["attachments"]], one["held"],
            )
            for one in [data["document"]]
        ],
    ),
    Door(
        "stats",
        {},
        "group key count",
        ["stats"],
        """{ stats { documents held wanted measures citations departments alignments byLevel { key count }
          byRelation { key count } } }""",
        _stats,
    ),
    Door(
        "repealed",
        {},
        "by_id repealed_id article cue quote path",
        _asked("repealed"),
        """{ citations(where: {relation: REPEALS}) { nodes {
          citing { id } cited { id } article cue evidence { quote } provision { path } } } }""",
        lambda data: [
            (
                one["citing"]["id"], one["cited"]["id"], one["article"], one["cue"], one["evidence"]["quote"],
                one["provision"]["path"],
            )
            for one in data["citations"]["nodes"]
        ],
        ordered=True,
    ),
    Door(
        "repeal_touches",
        {"document": "国1"},
        "by_id relation article quote",
        _asked("repeal_touches", document="国1"),
        """{ citations(where: {cited: "国1"}) { nodes { citing { id } relation article evidence { quote } } } }""",
        lambda data: [
            (one["citing"]["id"], _low(one["relation"]), one["article"], one["evidence"]["quote"])
            for one in data["citations"]["nodes"]
            if one["relation"] != "REPEALS"
        ],
    ),
    Door(
        "ambiguous_citations",
        {},
        "citation_id document_id quote candidates",
        _asked("ambiguous_citations"),
        """{ citations(where: {status: AMBIGUOUS}) { nodes {
          id citing { id } evidence { quote } candidates { id } } } }""",
        lambda data: [
            (one["id"], one["citing"]["id"], one["evidence"]["quote"], [other["id"] for other in one["candidates"]])
            for one in data["citations"]["nodes"]
        ],
        ordered=True,
    ),
    Door(
        "region_measures",
        {"region": "320100"},
        "measure_id document_id",
        _asked("region_measures", region="320100"),
        '{ measures(where: {region: "320100"}) { nodes { id document { id } } } }',
        lambda data: [(one["id"], one["document"]["id"]) for one in data["measures"]["nodes"]],
        ordered=True,
    ),
    *(
        Door(
            "alignments",
            where,
            ALIGNED_COLUMNS,
            _asked("alignments", **{key: str(value) for key, value in where.items()}),
            f"{{ alignments{given} {{ nodes {{ {ALIGNED} }} }} }}",
            _alignments,
            ordered=True,
        )
        for where, given in (
            ({}, ""),
            ({"upper": "国1"}, '(where: {upper: "国1"})'),
            ({"lower": "宁9#一"}, '(where: {lower: "宁9#一"})'),
            ({"basis": "content", "min_score": 0.35}, "(where: {basis: CONTENT, minScore: 0.35})"),
        )
    ),
    Door(
        "silent_measures",
        {"document": "国1"},
        "measure_id nearest_id nearest_score searched",
        _asked("silent_measures", document="国1"),
        """{ implementation(upper: "国1", region: "100000") { searched { documents }
          silent { measure { id } nearest { score lower { id } } } } }""",
        lambda data: [
            (
                one["measure"]["id"], one["nearest"] and one["nearest"]["lower"]["id"],
                one["nearest"] and one["nearest"]["score"], data["implementation"]["searched"]["documents"],
            )
            for one in data["implementation"]["silent"]
        ],
        ordered=True,
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def library(engine: Database) -> Database:
    """The graph of tests/graph/library.cypher."""
    return filled(engine)


@pytest.fixture
def questions(library: Database, reader: Neo4jReader, runner: asyncio.Runner) -> Asker:  # noqa: ARG001
    """What asks the schema about that graph."""
    return Asker(runner, reader)


def _rows(answer: list[dict[str, Any]], columns: str) -> Rows:
    return [tuple(plain(row[column]) for column in columns.split()) for row in answer]


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door.statement}{list(door.parameters)}")
def test_three_doors_answer_alike(library: Database, questions: Asker, door: Door) -> None:
    said = _rows(run(library, door.statement, door.parameters), door.columns)
    result = CliRunner().invoke(app, [*door.command, "--format", "json"])
    assert result.exit_code == 0, result.stderr
    typed = json.loads(result.stdout)
    assert _rows(typed if isinstance(typed, list) else [typed], door.columns) == said
    shown = door.shape(questions(door.operation))
    assert shown
    if door.statement == "stats":  # the field has not every count of the statement
        assert set(shown) <= set(said)
    elif door.ordered:
        assert shown == said
    else:
        assert sorted(shown, key=repr) == sorted(
            (row for row in said if door.statement != "body" or row[0] != "office"), key=repr
        )


def test_look_up_and_search_answer_alike(library: Database, questions: Asker) -> None:
    found = questions('{ lookup(text: "数据意见") { status document { id } } }')["lookup"]
    typed = json.loads(CliRunner().invoke(app, ["lookup", "数据意见", "--format", "json"]).stdout)
    (row,) = run(library, "lookup", {"ids": ["数据意见"], "issuers": "", "rest": "数据意见"})
    assert (found["status"], found["document"]["id"]) == (typed["status"].upper(), typed["document"]["id"])
    assert (found["status"], row["id"]) == ("EXACT", typed["document"]["id"])

    hits = questions('{ search(text: "基金", types: [MEASURE]) { nodes { score node { ... on Measure { id } } } } }')
    command = ["search", "基金", "--type", "measure", "--format", "json"]
    typed = json.loads(CliRunner().invoke(app, command).stdout)
    rows = run(library, "search", {"query": "+基金", "types": ["measure"]})
    assert [(one["node"]["id"], one["score"]) for one in hits["search"]["nodes"]] == [
        (one["id"], one["score"]) for one in rows
    ]
    assert [one["id"] for one in typed] == [one["id"] for one in rows] == ["苏7#二"]


def test_every_alignment_is_printed(library: Database) -> None:
    library.write(
        "MATCH (low:Measure {id: '苏7#二'}), (up:Measure {id: '国1#二'}) UNWIND range(1, 1500) AS i "
        "CREATE (low)-[:ALIGNED_WITH {score: 0.1, basis: 'content', lower_start: 25, lower_end: 30, upper_start: 7, "
        "upper_end: 14, more: true}]->(up)"
    )
    try:
        printed = json.loads(CliRunner().invoke(app, ["query", "alignments", "--format", "json"]).stdout)
    finally:
        library.write("MATCH ()-[r:ALIGNED_WITH {more: true}]->() DELETE r")
    assert len(printed) == 1506

"""Every field answers what the graph holds, on both paths."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import pytest

from graph.digest import digest
from graph.session import Database
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j

EVIDENCE = "{ quote start end page printedPage rule origin }"


def test_a_documents_head(ask: Asker) -> None:
    query = """{ document(docNumber: "乙发[2022] 7号") {
      id docNumber title issuedTitle aliases kind issuedKind level issuedOn year effectiveOn expiresOn held sample
      inferred addressees reference source { file sha256 url loadedAt } attachments { title held } issuers { name }
      region { name }
    } }"""
    assert ask(query)["document"] == {
        "id": "乙发〔2022〕7号",
        "docNumber": "乙发〔2022〕7号",
        "title": "关于扩大投资的实施方案",
        "issuedTitle": "扩大投资实施方案",
        "aliases": [],
        "kind": "通知",
        "issuedKind": "方案",
        "level": "PROVINCE",
        "issuedOn": "2022-05-06",
        "year": 2022,
        "effectiveOn": "2022-06-01",
        "expiresOn": "2024-05-31",
        "held": True,
        "sample": False,
        "inferred": [],
        "addressees": "各设区市人民政府：",
        "reference": "江苏省人民政府, 江苏省发展和改革委员会. 关于扩大投资的实施方案: 乙发〔2022〕7号[Z]. 2022-05-06.",
        "source": {"file": "a.txt", "sha256": "ab12", "url": None, "loadedAt": "2024-01-02T03:04:05Z"},
        "attachments": [{"title": "重点项目清单", "held": False}],
        "issuers": [{"name": "江苏省人民政府"}, {"name": "江苏省发展和改革委员会"}],
        "region": {"name": "江苏省"},
    }


def test_a_document_that_is_not_held(ask: Asker) -> None:
    query = """{ document(id: "丙发〔2020〕9号") {
      held title inferred text source { file } reference region { id } validity(on: "2022-01-01") { answer reason }
    } }"""
    assert ask(query)["document"] == {
        "held": False,
        "title": "丙发〔2020〕9号",
        "inferred": ["level", "year"],
        "text": None,
        "source": None,
        "reference": "丙发〔2020〕9号[Z]. 2020.",
        "region": None,
        "validity": {"answer": "UNKNOWN", "reason": "Its text is not held."},
    }


def test_documents_are_found_by_id_former_id_and_number_or_not_at_all(ask: Asker) -> None:
    query = """{
      a: document(id: "甲发〔2021〕1号") { id } b: document(id: "旧甲") { id }
      c: document(docNumber: "甲发（2021）1 号") { id }
      d: document(id: "没有") { id } e: document(docNumber: "没有") { id }
    }"""
    found = {"id": "甲发〔2021〕1号"}
    assert ask(query) == {"a": found, "b": found, "c": found, "d": None, "e": None}


@pytest.mark.parametrize("arguments", ["", '(id: "甲", docNumber: "乙")', "(id: null)"])
def test_a_document_is_asked_for_by_one_of_two(ask: Asker, arguments: str) -> None:
    assert ask.refused(f"{{ document{arguments} {{ id }} }}") == (
        "BAD_INPUT",
        "document takes either an id or a docNumber.",
    )


@pytest.mark.parametrize(
    ("document", "day", "answer", "reason", "by"),
    [
        ("甲发〔2021〕1号", "2021-02-28", "NOT_YET", "Its first day in force is 2021-03-01.", None),
        (
            "甲发〔2021〕1号",
            "2022-12-31",
            "IN_FORCE",
            "In force since 2021-03-01; it prints no last day, and no document held repeals it.",
            None,
        ),
        ("甲发〔2021〕1号", "2023-01-01", "REPEALED", "Repealed by 关于废止部分文件的决定.", "废止决定@2023-01-01"),
        (
            "乙发〔2022〕7号",
            "2024-05-31",
            "IN_FORCE",
            "In force since 2022-06-01; its last day is 2024-05-31, and no document held repeals it.",
            None,
        ),
        ("乙发〔2022〕7号", "2024-06-01", "EXPIRED", "Its last day in force was 2024-05-31.", None),
    ],
)
def test_validity_says_why(ask: Asker, document: str, day: str, answer: str, reason: str, by: str | None) -> None:
    query = """query ($id: ID!, $on: Date!) { document(id: $id) {
      validity(on: $on) { answer reason document { id } evidence { quote } }
      measures { nodes { validity(on: $on) { answer } } }
    } }"""
    found = ask(query, id=document, on=day)["document"]
    assert found["validity"] == {
        "answer": answer,
        "reason": reason,
        "document": by and {"id": by},
        "evidence": by and {"quote": "甲发〔2021〕1号"},
    }
    assert found["measures"]["nodes"] == [{"validity": {"answer": answer}}]


def test_annotations_stand_in_order_of_the_text(ask: Asker) -> None:
    query = """{ document(id: "乙发〔2022〕7号") { text annotations { kind node evidence { quote start end } } } }"""
    found = ask(query)["document"]
    kinds = [(one["kind"], one["evidence"]["quote"]) for one in found["annotations"]]
    assert kinds == [
        ("body", "国家发展改革委"),
        ("citation", "《关于扩大投资的若干意见》（甲发〔2021〕1号）"),
        ("deadline", "2022年底前"),
        ("region", "南京市"),
        ("responsibility", "省发展改革委"),
        ("responsibility", "各设区市人民政府"),
    ]


MEASURE = f"""{{ node(id: "乙发〔2022〕7号#一/（一）") {{ __typename id ... on Measure {{
  path heading text position modality parent {{ __typename path }} children {{ id }} document {{ id }}
  evidence {EVIDENCE}
  responsibilities {{ name role generic department {{ id }} measure {{ path }}
    duty {EVIDENCE} evidence {{ quote }} }}
  regions {{ region {{ name }} department {{ id }} cue provision {{ path }} evidence {{ quote }} }}
  deadlines {{ id text kind startsOn endsOn provision {{ path }} evidence {{ start }} }}
  alignedUp {{ id upper {{ path }} lower {{ path }} basis score lagDays sharedTerms origin
    upperEvidence {EVIDENCE} lowerEvidence {{ quote }} }}
  alignedDown {{ id }} bodiesNamed {{ cue }} cites {{ id }}
}} }} }}"""


def test_a_measure_with_all_that_hangs_on_it(ask: Asker) -> None:
    found = ask(MEASURE)["node"]
    assert (found["__typename"], found["modality"], found["parent"]) == (
        "Measure",
        "ORDER",
        {"__typename": "Section", "path": "一"},
    )
    assert (found["position"], found["children"], found["document"]) == (2, [], {"id": "乙发〔2022〕7号"})
    assert found["evidence"] == {
        "quote": found["text"],
        "start": 51,
        "end": 94,
        "page": 4,
        "printedPage": 2,
        "rule": None,
        "origin": "AUTOMATIC",
    }
    lead, generic = found["responsibilities"]
    assert (lead["name"], lead["role"], lead["generic"]) == ("省发展改革委", "LEAD", False)
    assert lead["duty"]["quote"] == "2022年底前完成南京市项目开工。"
    assert (generic["department"]["id"], generic["generic"]) == ("各设区市人民政府@320000", True)
    assert found["regions"] == [
        {
            "region": {"name": "南京市"},
            "department": None,
            "cue": None,
            "provision": {"path": "一/（一）"},
            "evidence": {"quote": "南京市"},
        }
    ]
    (due,) = found["deadlines"]
    assert (due["kind"], due["startsOn"], due["endsOn"]) == ("BY", None, "2022-12-31")
    (aligned,) = found["alignedUp"]
    assert (aligned["basis"], aligned["score"], aligned["lagDays"], aligned["sharedTerms"]) == (
        "CITED",
        1.0,
        431,
        ["项目"],
    )
    assert aligned["upperEvidence"]["quote"] == "支持各地先行先试😀并及时总结。"
    assert ask("query ($id: ID!) { node(id: $id) { id ... on Alignment { basis } } }", id=aligned["id"]) == {
        "node": {"id": aligned["id"], "basis": "CITED"}
    }


def test_citations_both_ways(ask: Asker) -> None:
    query = f"""{{ document(id: "甲发〔2021〕1号") {{
      cites {{ nodes {{ relation status cue article confidence cited {{ id held }}
        provision {{ path }} citing {{ id }} }} }}
      citedBy {{ totalCount nodes {{ relation citing {{ id }} evidence {EVIDENCE} }} }}
      implementing: citedBy(relations: [IMPLEMENTS], level: PROVINCE, region: "320000") {{ totalCount }}
      none: citedBy(level: CITY) {{ totalCount nodes {{ id }} pageInfo {{ startCursor hasNextPage }} }}
    }} }}"""
    found = ask(query)["document"]
    assert found["cites"]["nodes"] == [
        {
            "relation": "BASED_ON",
            "status": "WANTED",
            "cue": "根据",
            "article": "第三条",
            "confidence": 0.9,
            "cited": {"id": "丙发〔2020〕9号", "held": False},
            "provision": {"path": "一"},
            "citing": {"id": "甲发〔2021〕1号"},
        }
    ]
    assert [one["relation"] for one in found["citedBy"]["nodes"]] == ["IMPLEMENTS", "REPEALS"]
    assert found["implementing"] == {"totalCount": 1}
    assert found["none"] == {"totalCount": 0, "nodes": [], "pageInfo": {"startCursor": None, "hasNextPage": False}}


def test_an_ambiguous_citation_has_candidates_and_no_target(ask: Asker) -> None:
    query = """{ node(id: "废止决定@2023-01-01#preamble!同名!0") {
      ... on Citation { status cited { id } candidates { id } }
    } }"""
    assert ask(query)["node"] == {
        "status": "AMBIGUOUS",
        "cited": None,
        "candidates": [{"id": "乙发〔2022〕7号"}, {"id": "甲发〔2021〕1号"}],
    }


def test_a_department_and_what_it_answers_for(ask: Asker) -> None:
    query = """{ node(id: "江苏省发展和改革委员会") { ... on Department {
      name shortName aliases kind level known region { name } parent { id } counterparts { id } predecessors { id }
      successors { id } responsibilities { totalCount nodes { role } }
      lead: responsibilities(role: PARTICIPANT) { totalCount }
      documents { nodes { id } facets { field counts { key label count } } }
      wide: documents(includePredecessors: true, includeOffices: true) { totalCount }
    } } }"""
    found = ask(query)["node"]
    assert found["counterparts"] == [{"id": "国家发展和改革委员会"}]
    assert found["predecessors"] == [{"id": "江苏省计划委员会"}]
    assert (found["parent"], found["successors"]) == ({"id": "江苏省人民政府"}, [])
    assert found["responsibilities"] == {"totalCount": 1, "nodes": [{"role": "LEAD"}]}
    assert found["lead"] == {"totalCount": 0}
    facets = {one["field"]: [tuple(count.values()) for count in one["counts"]] for one in found["documents"]["facets"]}
    assert facets == {
        "level": [("PROVINCE", "PROVINCE", 1)],
        "kind": [("方案", "方案", 1), ("通知", "通知", 1)],
        "year": [("2022", "2022", 1)],
        "issuer": [(name, name, 1) for name in ("江苏省人民政府", "江苏省发展和改革委员会")],
        "region": [("320000", "江苏省", 1)],
    }


def test_a_region_with_its_children(ask: Asker) -> None:
    query = """{ node(id: "320000") { ... on Region {
      code name level macro parent { id } children { id }
      own: mentions { totalCount } all: mentions(includeChildren: true) { totalCount nodes { region { id } } }
      responsibilities { nodes { name } } printed: responsibilities(includeGeneric: false) { nodes { name } }
      documents(includeChildren: true) { nodes { id } }
    } } macro: node(id: "长三角") { ... on Region { code level macro parent { id } } } }"""
    found = ask(query)
    region = found["node"]
    assert (region["parent"], region["children"], region["level"]) == ({"id": "100000"}, [{"id": "320100"}], "PROVINCE")
    assert (region["own"]["totalCount"], region["all"]["totalCount"]) == (0, 1)
    assert region["responsibilities"]["nodes"] == [{"name": "各设区市人民政府"}, {"name": "省发展改革委"}]
    assert region["printed"]["nodes"] == [{"name": "省发展改革委"}]
    assert found["macro"] == {"code": None, "level": None, "macro": True, "parent": None}


@pytest.mark.parametrize(
    ("text", "status", "document", "candidates", "normalized"),
    [
        ("甲发[2021] 1号", "EXACT", "甲发〔2021〕1号", [], "甲发〔2021〕1号"),
        ("丙发（2020）9号", "WANTED", "丙发〔2020〕9号", [], "丙发〔2020〕9号"),
        ("投资", "AMBIGUOUS", None, ["甲发〔2021〕1号", "乙发〔2022〕7号"], "投资"),
        ("没有这个", "NONE", None, [], "没有这个"),
    ],
)
def test_lookup(
    ask: Asker, text: str, status: str, document: str | None, candidates: list[str], normalized: str
) -> None:
    query = "query ($text: String!) { lookup(text: $text) { status normalized document { id } candidates { id } } }"
    assert ask(query, text=text)["lookup"] == {
        "status": status,
        "document": document and {"id": document},
        "candidates": [{"id": one} for one in candidates],
        "normalized": normalized,
    }


def test_stats_count_the_graph(ask: Asker, small: Database) -> None:
    query = """{ stats { documents held wanted measures departments regions citations alignments byLevel { key count }
      byRelation { key } loadedAt engine version digest } }"""
    found = ask(query)["stats"]
    counts = {name: found[name] for name in ("documents", "held", "wanted", "measures", "citations", "alignments")}
    assert counts == {"documents": 4, "held": 3, "wanted": 1, "measures": 2, "citations": 4, "alignments": 1}
    assert found["byLevel"] == [{"key": "CENTRAL", "count": 2}, {"key": "PROVINCE", "count": 1}]
    assert [one["key"] for one in found["byRelation"]] == ["BASED_ON", "IMPLEMENTS", "REFERS", "REPEALS"]
    assert found["loadedAt"] == "2024-01-02T03:04:05Z"
    assert found["engine"].startswith("5.26")
    assert (found["version"], found["digest"]) == (version("mailuo"), digest(small))


def test_an_interface_and_its_types_share_fields(ask: Asker) -> None:
    query = """query ($no: Boolean!) { document(id: "乙发〔2022〕7号") { provisions {
      nodes { __typename path ... on Measure { modality } ...S hidden: text @include(if: $no) text @skip(if: $no) }
      edges { node { path } }
    } } } fragment S on Section { id children { path ... on Measure { modality } } }"""
    nodes = ask(query, no=False)["document"]["provisions"]["nodes"]
    assert [list(node) for node in nodes] == [
        ["__typename", "path", "id", "children", "text"],
        ["__typename", "path", "id", "children", "text"],
        ["__typename", "path", "modality", "text"],
    ]
    assert nodes[1]["children"] == [{"path": "一/（一）", "modality": "ORDER"}]


def test_provisions_in_provisions_are_asked_for_once_for_both_of_their_types(ask: Asker) -> None:
    levels = "children { path __typename " * 5 + "}" * 5
    query = f'{{ document(id: "乙发〔2022〕7号") {{ provisions {{ nodes {{ path {levels} }} }} }} }}'
    nodes = ask(query)["document"]["provisions"]["nodes"]
    assert [node["children"] for node in nodes] == [
        [],
        [{"path": "一/（一）", "__typename": "Measure", "children": []}],
        [],
    ]
    seen: list[str] = []

    class Watched:
        async def value(self, text: str, parameters: Mapping[str, Any]) -> Any:
            seen.append(text)
            return await ask.reader.value(text, parameters)

    assert Asker(ask.runner, Watched()).run(query)["data"]["document"]["provisions"]["nodes"] == nodes  # type: ignore[arg-type]
    assert [text.count("HAS_PART") for text in seen] == [5]

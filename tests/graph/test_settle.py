"""Bodies: what documents name with what the registry ties to it, and nothing that nobody names any more."""

from __future__ import annotations

import pytest

from graph.corrections import apply
from graph.session import Database
from graph.settle import Edge, SettleReport, bodies, settle
from graph.write import remove, write
from loaders.departments import related
from tests.graph.papers import NUMBER, record

PLAN = "江苏省发展和改革委员会"


def test_a_body_brings_what_it_is_part_of_and_its_counterpart() -> None:
    found = bodies([PLAN])
    assert {"江苏省人民政府", "国家发展和改革委员会", "国务院"} <= found.rows.keys()
    assert Edge("PART_OF", PLAN, "江苏省人民政府") in found.edges
    assert Edge("COUNTERPART_OF", PLAN, "国家发展和改革委员会") in found.edges
    assert Edge("SEATED_IN", PLAN, "320000") in found.edges


def test_a_succession_is_one_edge_with_its_day_from_either_side() -> None:
    # 国务院机构改革方案 (2018): the ministry of land and resources ended on 17 March 2018.
    old, new = "国土资源部", "自然资源部"
    day = dict(related(old).successors)[new]
    assert day is not None
    for named in ([old], [new], [old, new]):
        edges = bodies(named).edges
        assert Edge("SUCCEEDED_BY", old, new, day) in edges
        assert sum((edge.start, edge.end) == (old, new) for edge in edges) == 1


def test_a_generic_body_covers_its_scope() -> None:
    found = bodies(["各设区市人民政府@320000"])
    assert found.rows["各设区市人民政府@320000"]["kind"] == "generic"
    assert found.edges == {Edge("COVERS", "各设区市人民政府@320000", "320000")}


def test_an_unknown_body_stands_alone() -> None:
    found = bodies(["某某协会"])
    assert list(found.rows) == ["某某协会"]
    assert found.rows["某某协会"]["known"] is False
    assert found.edges == frozenset()


def test_order_and_repetition_do_not_matter() -> None:
    assert bodies([PLAN, "财政部", PLAN]) == bodies(["财政部", PLAN])


@pytest.mark.neo4j
def test_only_differences_are_written(ready: Database) -> None:
    with ready.session("WRITE") as session:
        session.execute_write(write, apply(record(), ()))
        first = session.execute_write(settle)
        assert first.written > 0
        assert first.edges_written > 0
        assert session.execute_write(settle) == SettleReport(0, 0, 0, 0)
        ready.write(
            "MATCH (b:Department {id: $id})-[edge:COUNTERPART_OF]->() DELETE edge "
            "WITH DISTINCT b SET b.level = 'city' CREATE (b)-[:PART_OF]->(:Department {id: 'stranger'})",
            id=PLAN,
        )
        assert session.execute_write(settle) == SettleReport(1, 1, 1, 1)
        assert session.execute_write(settle) == SettleReport(0, 0, 0, 0)
    found = ready.read("MATCH (b:Department {id: $id}) RETURN b.level AS level", id=PLAN)
    assert found == [{"level": "province_dept"}]


@pytest.mark.neo4j
def test_bodies_that_nobody_names_any_more_go(ready: Database) -> None:
    with ready.session("WRITE") as session:
        session.execute_write(write, apply(record(), ()))
        session.execute_write(settle)
        session.execute_write(remove, NUMBER)
        session.execute_write(settle)
    assert ready.read("MATCH (b:Department) RETURN b.id") == []

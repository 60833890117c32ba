"""A statement's parameters in one map: every place where one stands is found, and nothing else is touched."""

from __future__ import annotations

import pytest

from api.graphql.parameters import in_a_map
from graph.session import Database


@pytest.mark.parametrize(
    ("cypher", "expected"),
    [
        ("RETURN $a", "RETURN $p.a"),
        ("RETURN $a+$ab , $ a", "RETURN $p.a+$p.ab , $p.a"),
        ("MATCH (n {id: $id}) // $id\nRETURN n LIMIT $1", "MATCH (n {id: $p.id}) // $id\nRETURN n LIMIT $p.1"),
        ("RETURN '$a', \"$a\", `$a`, /* $a */ $`a b`", "RETURN '$a', \"$a\", `$a`, /* $a */ $p.`a b`"),
        ("RETURN $levels[n.level], $row.id", "RETURN $p.levels[n.level], $p.row.id"),
        ("CREATE (a)-[:$(row.type)]->(b {x: $x})", "CREATE (a)-[:$(row.type)]->(b {x: $p.x})"),
        ("RETURN $p, $q", "RETURN $p.p, $p.q"),
        ("RETURN $层级", "RETURN $p.层级"),
        ("RETURN 1 AS `$`", "RETURN 1 AS `$`"),
        ("$", "$"),
        ("RETURN 1", "RETURN 1"),
    ],
)
def test_each_parameter_is_read_from_the_map(cypher: str, expected: str) -> None:
    assert in_a_map(cypher, {"a": 1}) == (expected, {"p": {"a": 1}})


@pytest.mark.neo4j
def test_neo4j_reads_them_as_before(database: Database) -> None:
    cypher, parameters = in_a_map(
        "UNWIND $list AS x WITH x ORDER BY x SKIP $skip LIMIT $limit RETURN $text + toString(x) AS y, $none AS z",
        {"list": [3, 1, 2], "skip": 1, "limit": 1, "text": "'", "none": None},
    )
    assert database.read(cypher, **parameters) == [{"y": "'2", "z": None}]

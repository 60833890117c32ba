"""What library.cypher answers about chains, worked out by hand."""

from __future__ import annotations

from tests.graph.library_documents import Case

CHAINS = [
    Case(
        "trace",
        {"document": "宁9", "direction": "up"},
        "depth from_id from_depth relation to_id to_depth to_held preamble citations quote citation_ids truncated",
        [
            (-1, "宁9", 0, "implements", "苏7", -1, True, True, 1, "《数据方案》", ["x4"], False),
            (-1, "宁9", 0, "refers", "省令1", -1, False, False, 1, "南京", ["xc"], False),
            (-2, "苏7", -1, "implements", "国1", -2, True, True, 1, "《数据意见》", ["x2"], False),
            (-2, "部5", -2, "implements", "国1", -2, True, True, 1, "《数据意见》", ["x1"], False),
            (-2, "苏7", -1, "refers", "部5", -2, True, False, 1, "公共数据", ["x3"], False),
        ],
    ),
    Case(
        "trace",
        {"document": "国1", "direction": "down", "depth": 1, "relations": ["implements"]},
        "depth from_id from_number from_title to_number to_title cue sentence path page printed_page start end",
        [
            (
                1, "苏7", "苏7", "数据方案", "国1", "数据意见", "为贯彻落实", "为贯彻落实《数据意见》，制定本方案",
                "preamble", 5, None, 5, 11,
            ),
            (
                1, "部5", "部5", "数据办法", "国1", "数据意见", "为贯彻落实", "为贯彻落实《数据意见》，制定本办法",
                "preamble", 4, 2, 5, 11,
            ),
        ],
    ),
    Case(
        "trace",
        {"document": "国1", "direction": "down", "relations": ["implements"], "limit": 1},
        "from_id truncated",
        [("苏7", True)],
    ),
    Case(
        "trace",
        {"document": "厅8", "relations": ["forwards"]},
        "depth from_id relation to_id",
        [(-1, "厅8", "forwards", "部5")],
    ),
    Case(
        "path",
        {"from": "厅8", "to": "苏4"},
        "step from_id from_number from_title relation to_id to_number to_title preamble cue quote path page "
        "printed_page citation_ids",
        [
            (
                1, "厅8", "厅8", "转发数据办法", "forwards", "部5", "部5", "数据办法", True, "转发", "《数据办法》",
                "preamble", None, None, ["x5"],
            ),
            (
                2, "部5", "部5", "数据办法", "implements", "国1", "国1", "数据意见", True, "为贯彻落实", "《数据意见》",
                "preamble", 4, 2, ["x1"],
            ),
            (
                3, "苏4", "苏4", "江苏新规", "based_on", "国1", "国1", "数据意见", True, "根据", "《数据意见》",
                "preamble", None, None, ["x8"],
            ),
        ],
    ),
    Case("path", {"from": "厅8", "to": "苏4", "length": 2}, "step", []),
    Case(
        "diffusion",
        {"document": "国1"},
        "place days issued_on steps relation through_id id doc_number title level region",
        [
            (1, 92, "2021-06-01", 1, "implements", "国1", "部5", "部5", "数据办法", "ministry", "中国"),
            (2, 153, "2021-08-01", 2, "forwards", "部5", "厅8", "厅8", "转发数据办法", "province_dept", "江苏省"),
            (3, 431, "2022-05-06", 1, "implements", "国1", "苏7", "苏7", "数据方案", "province", "江苏省"),
            (4, 549, "2022-09-01", 2, "implements", "苏7", "宁9", "宁9", "南京方案", "city", "南京市"),
        ],
    ),
    Case("diffusion", {"document": "国1", "level": "city"}, "place days id", [(1, 549, "宁9")]),
    Case("diffusion", {"document": "苏4"}, "id", []),
    Case(
        "chains",
        {},
        "steps ids titles levels relations days",
        [
            (
                2, ["国1", "苏7", "宁9"], ["数据意见", "数据方案", "南京方案"], ["central", "province", "city"],
                ["implements", "implements"], 549,
            ),
            (
                2, ["国1", "部5", "厅8"], ["数据意见", "数据办法", "转发数据办法"],
                ["central", "ministry", "province_dept"], ["implements", "forwards"], 153,
            ),
        ],
    ),
    Case("chains", {"document": "厅8"}, "ids", [(["国1", "部5", "厅8"],)]),
    Case("chains", {"steps": 3}, "ids", []),
    Case("chains", {"limit": 1}, "ids", [(["国1", "苏7", "宁9"],)]),
    Case(
        "lag_between_levels",
        {},
        "upper_level lower_level relation pairs shortest median longest",
        [
            (
                "central", "ministry", "implements", 1, 92, 92.0, 92), ("central", "province", "implements", 1, 431,
                431.0, 431,
            ),
            (
                "ministry", "province_dept", "forwards", 1, 61, 61.0, 61), ("province", "city", "implements", 1, 118,
                118.0, 118,
            ),
        ],
    ),
    Case("lag_between_levels", {"relation": "forwards"}, "upper_level median", [("ministry", 61.0)]),
    Case(
        "not_taken_up",
        {},
        "id doc_number title level issued_on measures searched",
        [
            ("浙3", "浙3", "浙江方案", "province", "2020-12-31", 1, 7),
            ("厅8", "厅8", "转发数据办法", "province_dept", "2021-08-01", 0, 7),
            ("宁9", "宁9", "南京方案", "city", "2022-09-01", 2, 7),
            ("国2", "国2", "废止决定", "central", "2023-01-01", 0, 7),
            ("苏4", "苏4", "江苏新规", "province", "2023-03-01", 0, 7),
        ],
    ),
    Case("not_taken_up", {"level": "city"}, "id", [("宁9",)]),
    Case("not_taken_up", {"limit": 1}, "id", [("浙3",)]),
]  # fmt: skip

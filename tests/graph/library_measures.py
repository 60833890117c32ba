"""What library.cypher answers about measures and alignments, worked out by hand."""

from __future__ import annotations

from tests.graph.library_documents import Case

MEASURES = [
    Case(
        "instruments",
        {},
        "year level modality measures documents share",
        [
            (2020, "province", "order", 1, 1, 1.0),
            (2021, "central", "order", 3, 1, 0.75),
            (2021, "central", "support", 1, 1, 0.25),
            (2021, "ministry", "order", 1, 1, 1.0),
            (2022, "city", "order", 2, 1, 1.0),
            (2022, "province", "order", 1, 1, 0.5),
            (2022, "province", "support", 1, 1, 0.5),
        ],
    ),
    Case(
        "instruments",
        {"level": "province"},
        "year modality share",
        [(2020, "order", 1.0), (2022, "order", 0.5), (2022, "support", 0.5)],
    ),
    Case("instruments", {"year": 2020}, "level measures", [("province", 1)]),
    Case(
        "measures_without_body",
        {},
        "document_id doc_number measure_id path heading modality text page printed_page",
        [
            ("国1", "国1", "国1#三", "三", "领导", "order", "加强组织领导。", 2, None),
            ("国1", "国1", "国1#四", "四", "清单", "order", "公布清单。", 2, 7),
            ("宁9", "宁9", "宁9#一", "一", "南京", "order", "开放南京数据。", 9, 3),
        ],
    ),
    Case("measures_without_body", {"document": "宁9"}, "measure_id", [("宁9#一",)]),
    Case("measures_without_body", {"document": "浙3"}, "measure_id", []),
    Case("measures_without_body", {"limit": 1}, "measure_id", [("国1#三",)]),
    Case(
        "regions_named",
        {},
        "provisions documents id name level parent",
        [
            (2, 2, "320100", "南京市", "city", "江苏省"),
            (1, 1, "320102", "玄武区", "county", "南京市"),
            (1, 1, "长三角", "长三角", None, None),
        ],
    ),
    Case("regions_named", {"level": "county"}, "name", [("玄武区",)]),
    Case("regions_named", {"limit": 1}, "name", [("南京市",)]),
    Case(
        "region_measures",
        {"region": "320100"},
        "region document_id title level measure_id path heading bodies quote page printed_page",
        [
            ("南京市", "宁9", "南京方案", "city", "宁9#一", "一", "南京", [], "南京", 9, None),
            (
                "南京市", "苏7", "数据方案", "province", "苏7#一", "一", "开放", ["省发改委", "省财政厅", "各市"],
                "南京", 5, None,
            ),
        ],
    ),
    Case(
        "region_measures",
        {"region": "长三角", "parts": True},
        "region measure_id quote",
        [
            ("长三角", "国1#一", "长三角"), ("南京市", "宁9#一", "南京"), ("玄武区", "宁9#一", "玄武"),
            ("南京市", "苏7#一", "南京"),
        ],
    ),
]  # fmt: skip
ALIGNMENTS = [
    Case(
        "alignments",
        {},
        "score basis lag_days lower_id lower_document lower_title lower_level lower_path lower_sentence upper_id "
        "upper_document upper_title upper_level upper_path upper_sentence shared_terms origin",
        [
            (
                0.9, "cited", 431, "苏7#一", "苏7", "数据方案", "province", "一", "开放公共数据。", "国1#一", "国1",
                "数据意见", "central", "一", "开放公共数据。", ["公共数据"], "automatic",
            ),
            (
                0.8, "content", -60, "浙3#一", "浙3", "浙江方案", "province", "一", "开放公共数据。", "国1#一", "国1",
                "数据意见", "central", "一", "开放公共数据。", ["公共数据"], "automatic",
            ),
            (
                0.7, "cited", 92, "部5#一", "部5", "数据办法", "ministry", "一", "开放数据目录", "国1#一", "国1",
                "数据意见", "central", "一", "开放公共数据", ["数据"], "automatic",
            ),
            (
                0.6, "cited", 118, "宁9#一", "宁9", "南京方案", "city", "一", "开放南京数据。", "苏7#一", "苏7",
                "数据方案", "province", "一", "开放公共数据。", ["数据"], "automatic",
            ),
            (
                0.4, "content", 549, "宁9#一", "宁9", "南京方案", "city", "一", "开放南京数据。", "国1#一", "国1",
                "数据意见", "central", "一", "公共数据", ["数据"], "automatic",
            ),
            (
                0.3, "content", 431, "苏7#二", "苏7", "数据方案", "province", "二", "设立基金。", "国1#二", "国1",
                "数据意见", "central", "二", "培养数据人才。", [], "manual",
            ),
        ],
    ),
    Case("alignments", {"upper": "国1"}, "score", [(0.9,), (0.8,), (0.7,), (0.4,), (0.3,)]),
    Case("alignments", {"upper": "国1#二"}, "lower_id", [("苏7#二",)]),
    Case("alignments", {"lower": "宁9"}, "score upper_id", [(0.6, "苏7#一"), (0.4, "国1#一")]),
    Case("alignments", {"lower": "苏7#一"}, "upper_id", [("国1#一",)]),
    Case("alignments", {"upper": "国1", "lower": "宁9"}, "score", [(0.4,)]),
    Case("alignments", {"upper": "国1#一", "lower": "苏7#一"}, "score", [(0.9,)]),
    Case("alignments", {"basis": "cited"}, "score", [(0.9,), (0.7,), (0.6,)]),
    Case("alignments", {"min_score": 0.8}, "score", [(0.9,), (0.8,)]),
    Case("alignments", {"max_score": 0.4}, "score", [(0.4,), (0.3,)]),
    Case("alignments", {"limit": 1}, "score", [(0.9,)]),
    Case(
        "alignments_to_check",
        {},
        "score basis lag_days shared_terms lower_id lower_title lower_path lower_text upper_id upper_title "
        "upper_path upper_text",
        [
            (
                0.4, "content", 549, ["数据"], "宁9#一", "南京方案", "一", "开放南京数据。", "国1#一", "数据意见", "一",
                "开放公共数据。",
            ),
            (
                0.6, "cited", 118, ["数据"], "宁9#一", "南京方案", "一", "开放南京数据。", "苏7#一", "数据方案", "一",
                "开放公共数据。",
            ),
            (
                0.7, "cited", 92, ["数据"], "部5#一", "数据办法", "一", "开放数据目录。", "国1#一", "数据意见", "一",
                "开放公共数据。",
            ),
            (
                0.8, "content", -60, ["公共数据"], "浙3#一", "浙江方案", "一", "开放公共数据。", "国1#一", "数据意见",
                "一", "开放公共数据。",
            ),
            (
                0.9, "cited", 431, ["公共数据"], "苏7#一", "数据方案", "一", "开放公共数据。", "国1#一", "数据意见",
                "一", "开放公共数据。",
            ),
        ],
    ),
    Case("alignments_to_check", {"basis": "content"}, "score", [(0.4,), (0.8,)]),
    Case("alignments_to_check", {"limit": 1}, "score", [(0.4,)]),
    Case(
        "silent_measures",
        {"document": "国1"},
        "measure_id path heading text organisational nearest_id nearest_title nearest_path nearest_score searched page "
        "printed_page",
        [
            ("国1#三", "三", "领导", "加强组织领导。", True, None, None, None, None, 6, 2, None),
            ("国1#四", "四", "清单", "公布清单。", False, "宁9#二", "南京方案", "二", 0.2, 6, 2, 7),
        ],
    ),
    Case("silent_measures", {"document": "苏7"}, "measure_id nearest_id searched", [("苏7#二", None, 2)]),
    Case("silent_measures", {"document": "部5"}, "measure_id", []),
    Case("silent_measures", {"document": "宁9"}, "measure_id", []),
    Case("silent_measures", {"document": "令9"}, "measure_id", []),
    Case(
        "taken_up_most",
        {},
        "documents carrying_out same_later parallel measure_id document_id title path heading first_on",
        [
            (4, 2, 1, 1, "国1#一", "国1", "数据意见", "一", "开放", "2021-06-01"),
            (1, 1, 0, 0, "部5#一", "部5", "数据办法", "一", "目录", "2021-08-01"),
            (1, 0, 1, 0, "国1#二", "国1", "数据意见", "二", "人才", "2022-05-06"),
        ],
    ),
    Case("taken_up_most", {"level": "province"}, "documents carrying_out measure_id", [(1, 1, "苏7#一")]),
    Case("taken_up_most", {"lower_level": "city"}, "same_later measure_id first_on", [(1, "国1#一", "2022-09-01")]),
    Case("taken_up_most", {"limit": 1}, "measure_id", [("国1#一",)]),
    Case(
        "alignment_lag",
        {},
        "upper_level lower_level basis alignments documents parallel shortest median longest",
        [
            ("central", "city", "content", 1, 1, 0, 549, 549.0, 549),
            ("central", "ministry", "cited", 1, 1, 0, 92, 92.0, 92),
            ("central", "province", "cited", 1, 1, 0, 431, 431.0, 431),
            ("central", "province", "content", 2, 2, 1, -60, 185.5, 431),
            ("province", "city", "cited", 1, 1, 0, 118, 118.0, 118),
        ],
    ),
    Case("alignment_lag", {"basis": "content"}, "lower_level parallel", [("city", 0), ("province", 1)]),
    Case(
        "aligned_bodies",
        {},
        "alignments upper_body_id upper_body lower_body_id lower_body counterpart bases",
        [
            (1, "国家发改委", "国家发改委", "各市", "各市", False, ["cited"]),
            (1, "国家发改委", "国家发改委", "省发改委", "省发改委", True, ["cited"]),
            (1, "国家发改委", "国家发改委", "省财政厅", "省财政厅", False, ["cited"]),
            (1, "省计委", "省计委", "价格处", "价格处", False, ["content"]),
            (1, "省计委", "省计委", "省发改委", "省发改委", False, ["content"]),
            (1, "省计委", "省计委", "省财政厅", "省财政厅", False, ["content"]),
        ],
    ),
    Case(
        "aligned_bodies",
        {"department": "省发改委"},
        "upper_body_id lower_body_id",
        [("国家发改委", "省发改委"), ("省计委", "省发改委")],
    ),
    Case(
        "aligned_bodies", {"basis": "content"}, "lower_body_id", [("价格处",), ("省发改委",), ("省财政厅",)]
    ),
    Case("aligned_bodies", {"limit": 1}, "lower_body_id", [("各市",)]),
]  # fmt: skip

"""What library.cypher answers about bodies and deadlines, worked out by hand."""

from __future__ import annotations

from tests.graph.library_documents import Case

BODIES = [
    Case(
        "department",
        {"department": "省发改委"},
        "role name document_id doc_number title issued_on measure_id path heading duty deadlines quote page "
        "printed_page",
        [
            (
                "lead", "省发改委", "苏7", "苏7", "数据方案", "2022-05-06", "苏7#一", "一", "开放", "开放公共数据。",
                ["2022年6月底前"], "省发改委", 5, None,
            ),
            (
                "participant", "省发改委", "苏7", "苏7", "数据方案", "2022-05-06", "苏7#二", "二", "基金", "设立基金。",
                [], "省发改委", None, None,
            ),
        ],
    ),
    Case("department", {"department": "省发改委", "role": "lead"}, "measure_id", [("苏7#一",)]),
    Case(
        "department",
        {"department": "省发改委", "predecessors": True},
        "role name measure_id duty",
        [
            ("lead", "省发改委", "苏7#一", "开放公共数据。"),
            ("responsible", "计委", "国1#二", "培养数据人才。"),
            ("participant", "省发改委", "苏7#二", "设立基金。"),
        ],
    ),
    Case(
        "department",
        {"department": "省发改委", "offices": True},
        "role name measure_id",
        [("lead", "省发改委", "苏7#一"), ("participant", "省发改委", "苏7#二"), ("participant", "价格处", "苏7#二")],
    ),
    Case(
        "department_named",
        {"name": "发改委"},
        "whole id name short_name level known duties",
        [
            (True, "省发改委", "省发改委", "发改委", "province_dept", True, 2),
            (False, "国家发改委", "国家发改委", None, "ministry", True, 2),
        ],
    ),
    Case("department_named", {"name": "省改革委", "limit": 5}, "whole id", [(True, "省发改委")]),
    Case(
        "departments",
        {},
        "id name short_name level kind known region leads duties named issued",
        [
            ("国家发改委", "国家发改委", None, "ministry", "government", True, "中国", 1, 2, 1, 1),
            ("省发改委", "省发改委", "发改委", "province_dept", "government", True, "江苏省", 1, 2, 0, 1),
            ("省财政厅", "省财政厅", None, "province_dept", "government", True, "江苏省", 1, 2, 1, 0),
            ("市政府", "市政府", None, "city", "government", True, "南京市", 0, 1, 0, 1),
            ("价格处", "价格处", None, None, "other", False, None, 0, 1, 0, 0),
            ("各市", "各市", None, "city", "generic", True, "江苏省", 0, 1, 0, 0),
            ("省计委", "省计委", None, "province_dept", "government", True, None, 0, 1, 0, 0),
            ("国务院", "国务院", None, "central", "government", True, "中国", 0, 0, 0, 2),
            ("省政府", "省政府", None, "province", "government", True, "江苏省", 0, 0, 0, 1),
        ],
    ),
    Case("departments", {"unknown": True}, "id", [("价格处",)]),
    Case("departments", {"level": "ministry"}, "id", [("国家发改委",)]),
    Case("departments", {"kind": "generic"}, "id", [("各市",)]),
    Case("departments", {"limit": 1}, "id", [("国家发改委",)]),
    Case(
        "who_leads_most",
        {},
        "leads participates answers documents id name level",
        [
            (1, 0, 1, 2, "国家发改委", "国家发改委", "ministry"),
            (1, 1, 0, 1, "省发改委", "省发改委", "province_dept"),
            (1, 1, 0, 1, "省财政厅", "省财政厅", "province_dept"),
            (0, 0, 1, 1, "市政府", "市政府", "city"),
            (0, 0, 1, 1, "省计委", "省计委", "province_dept"),
            (0, 1, 0, 1, "价格处", "价格处", None),
            (0, 1, 0, 1, "各市", "各市", "city"),
        ],
    ),
    Case("who_leads_most", {"level": "province_dept"}, "id", [("省发改委",), ("省财政厅",), ("省计委",)]),
    Case("who_leads_most", {"limit": 1}, "id", [("国家发改委",)]),
    Case(
        "who_works_together",
        {},
        "measures documents one_id one other_id other",
        [
            (2, 1, "省发改委", "省发改委", "省财政厅", "省财政厅"),
            (1, 1, "价格处", "价格处", "省发改委", "省发改委"),
            (1, 1, "价格处", "价格处", "省财政厅", "省财政厅"),
        ],
    ),
    Case(
        "who_works_together",
        {"department": "省发改委"},
        "measures one_id other_id",
        [(2, "省发改委", "省财政厅"), (1, "价格处", "省发改委")],
    ),
    Case("who_works_together", {"limit": 1}, "measures", [(2,)]),
    Case(
        "lead_participants",
        {},
        "measures documents lead_id lead participant_id participant participant_kind",
        [
            (1, 1, "省发改委", "省发改委", "各市", "各市", "generic"),
            (1, 1, "省发改委", "省发改委", "省财政厅", "省财政厅", "government"),
            (1, 1, "省财政厅", "省财政厅", "价格处", "价格处", "other"),
            (1, 1, "省财政厅", "省财政厅", "省发改委", "省发改委", "government"),
        ],
    ),
    Case(
        "lead_participants", {"department": "价格处"}, "lead_id participant_id", [("省财政厅", "价格处")]
    ),
    Case("lead_participants", {"limit": 1}, "lead_id participant_id", [("省发改委", "各市")]),
    Case(
        "named_not_responsible",
        {},
        "name document_id doc_number path heading cue quote page printed_page",
        [("国家发改委", "苏7", "苏7", "preamble", None, "会同", "国家发改委", 5, None)],
    ),
    Case("named_not_responsible", {"department": "国家发改委"}, "name path", [("国家发改委", "preamble")]),
    Case("named_not_responsible", {"department": "省财政厅"}, "name", []),
    Case("named_not_responsible", {"limit": 0}, "name", []),
    Case(
        "generic_duties",
        {},
        "measures documents id name covers roles",
        [(1, 1, "各市", "各市", "江苏省", ["participant"])],
    ),
    Case("generic_duties", {"limit": 0}, "id", []),
    Case(
        "body",
        {"department": "省发改委"},
        "kinship steps id name level kind region leads duties issued",
        [
            ("itself", 0, "省发改委", "省发改委", "province_dept", "government", "江苏省", 1, 2, 1),
            ("counterpart_above", 1, "国家发改委", "国家发改委", "ministry", "government", "中国", 1, 2, 1),
            ("office", 1, "价格处", "价格处", None, "other", None, 0, 1, 0),
            ("part_of", 1, "省政府", "省政府", "province", "government", "江苏省", 0, 0, 1),
            ("predecessor", 1, "省计委", "省计委", "province_dept", "government", None, 0, 1, 0),
        ],
    ),
    Case(
        "body",
        {"department": "省政府"},
        "kinship steps id",
        [("itself", 0, "省政府"), ("office", 1, "省发改委"), ("office", 1, "省财政厅"), ("office", 2, "价格处")],
    ),
    Case("body", {"department": "省计委"}, "kinship id", [("itself", "省计委"), ("successor", "省发改委")]),
    Case(
        "body", {"department": "国家发改委"}, "kinship id",
        [("itself", "国家发改委"), ("counterpart_below", "省发改委")]
    ),
]  # fmt: skip
DEADLINES = [
    Case(
        "deadlines",
        {},
        "starts_on ends_on text kind document_id doc_number title provision_id path heading bodies quote page "
        "printed_page",
        [
            (
                None, "2022-06-30", "2022年6月底前", "by", "苏7", "苏7", "数据方案", "苏7#一", "一", "开放",
                ["省发改委", "省财政厅", "各市"], "2022年6月底前", 5, None,
            ),
            (
                "2022-10-01", None, "10月1日起", "from", "宁9", "宁9", "南京方案", "宁9#二", "二", "清单", ["市政府"],
                "10月1日起", None, None,
            ),
            (
                None, "2022-12-31", "2022年底前", "by", "国1", "国1", "数据意见", "国1#一", "一", "开放",
                ["发展改革委"], "2022年底前", 1, None,
            ),
            (
                "2022-06-01", "2024-05-31", "两年", "period", "苏7", "苏7", "数据方案", "苏7#preamble", "preamble",
                None, [], "两年", None, None,
            ),
        ],
    ),
    Case("deadlines", {"from": "2022-10-01"}, "text", [("10月1日起",), ("2022年底前",), ("两年",)]),
    Case("deadlines", {"to": "2022-12-30"}, "text", [("2022年6月底前",), ("10月1日起",)]),
    Case("deadlines", {"department": "省财政厅"}, "text", [("2022年6月底前",)]),
    Case("deadlines", {"limit": 1}, "text", [("2022年6月底前",)]),
    Case(
        "deadlines_by_quarter",
        {},
        "year quarter deadlines documents",
        [(2022, 2, 1, 1), (2022, 4, 1, 1), (2024, 2, 1, 1)],
    ),
    Case("deadlines_by_quarter", {"department": "国家发改委"}, "year quarter deadlines", [(2022, 4, 1)]),
    Case(
        "measures_due",
        {"from": "2022-06-01", "to": "2024-12-31"},
        "ends_on text document_id title level measure_id path heading leads participants answer page printed_page",
        [
            (
                "2022-06-30", "2022年6月底前", "苏7", "数据方案", "province", "苏7#一", "一", "开放", ["省发改委"],
                ["省财政厅", "各市"], [], 5, None,
            ),
            (
                "2022-12-31", "2022年底前", "国1", "数据意见", "central", "国1#一", "一", "开放", ["国家发改委"], [],
                [], 1, None,
            ),
        ],
    ),
    Case("measures_due", {"from": "2022-06-30", "to": "2022-12-30"}, "measure_id", [("苏7#一",)]),
    Case("measures_due", {"from": "2022-06-01", "to": "2022-12-31", "level": "central"}, "measure_id", [("国1#一",)]),
    Case("measures_due", {"from": "2022-06-01", "to": "2022-12-31", "region": "320000"}, "measure_id", [("苏7#一",)]),
]  # fmt: skip

"""What library.cypher answers about documents and citations, worked out by hand; dates are ISO texts."""

from __future__ import annotations

from typing import Any, NamedTuple


class Case(NamedTuple):
    """A statement, its parameters, the columns that are looked at, and the rows that it must answer in this order."""

    statement: str
    parameters: dict[str, Any]
    columns: str
    rows: list[tuple[Any, ...]]


RESOLVED = {"relation": "implements", "quote": "《数据方案》", "status": "resolved", "target": "苏7"}
DOCUMENTS = [
    Case(
        "document",
        {"document": "国1"},
        "id doc_number title issued_title kind level issuers region issued_on year addressees attachments aliases held "
        "sample provisions measures cites cited_by files",
        [
            (
                "国1", "国1", "数据意见", "意见", "意见", "central", ["国务院"], "中国", "2021-03-01", 2021, "各省：",
                ["附表"],
                ["老意见"], True, False, 4, 4, 0, 4, ["a.txt"],
            )
        ],
    ),
    Case(
        "document",
        {"document": "苏7"},
        "issuers region effective_on expires_on provisions measures cites cited_by issued_kind",
        [(["省政府", "省发改委"], "江苏省", "2022-06-01", None, 3, 2, 2, 1, None)],
    ),
    Case("document", {"document": "令9"}, "held inferred cited_by files", [(False, ["level", "year"], 2, [])]),
    Case("document", {"document": "无"}, "id", []),
    Case(
        "provisions",
        {"document": "宁9"},
        "id position path kind heading modality text bodies deadlines regions citations page printed_page",
        [
            (
                "宁9#preamble", 0, "preamble", "section", None, None, "按照《数据方案》要求，通知如下。", [], [], [],
                [RESOLVED], None, None,
            ),
            (
                "宁9#一", 1, "一", "measure", "南京", "order", "开放南京数据。", [], [], ["南京市", "玄武区"],
                [{"relation": "refers", "quote": "南京", "status": "wanted", "target": "省令1"}], 9, 3,
            ),
            (
                "宁9#二", 2, "二", "measure", "清单", "order", "公布清单。",
                [{"name": "市政府", "role": "responsible", "department": "市政府"}],
                [{"text": "10月1日起", "starts_on": "2022-10-01", "ends_on": None}], [], [], None, None,
            ),
        ],
    ),
    Case("provisions", {"document": "宁9", "measures": True}, "path", [("一",), ("二",)]),
    Case(
        "lookup",
        {"ids": ["国1"]},
        "id doc_number title held number_key title_keys by",
        [("国1", "国1", "数据意见", True, "国20211", ["国务院|数据意见"], "id")],
    ),
    Case("lookup", {"ids": ["旧国1"]}, "id by", [("国1", "former_id")]),
    Case("lookup", {"ids": ["无"], "number_key": "国20211"}, "id by", [("国1", "number")]),
    Case("lookup", {"ids": ["无"], "issuers": "", "rest": "数据意见"}, "id by", [("国1", "title")]),
    Case("lookup", {"ids": ["无"], "issuers": "国务院", "rest": "数据意见"}, "id by", [("国1", "title")]),
    Case("lookup", {"ids": ["无"], "issuers": "省政府", "rest": "数据意见"}, "id by", []),
    Case(
        "lookup_part",
        {"text": "数据", "folded": "数据", "number": "数据", "words": ["数据"]},
        "id doc_number title held",
        [
            ("国1", "国1", "数据意见", True),
            ("部5", "部5", "数据办法", True),
            ("苏7", "苏7", "数据方案", True),
            ("厅8", "厅8", "转发数据办法", True),
        ],
    ),
    Case(
        "lookup_part",
        {"text": "数据", "folded": "数据", "number": "数据", "words": [], "limit": 2},
        "id",
        [("国1",), ("部5",)],
    ),
    Case("lookup_part", {"text": "无", "folded": "国务院数据", "number": "无", "words": []}, "id", [("国1",)]),
    Case("lookup_part", {"text": "无", "folded": "无", "number": "20211", "words": []}, "id", [("国1",)]),
    Case("lookup_part", {"text": "无", "folded": "无", "number": "无", "words": ["方案", "南京"]}, "id", [("宁9",)]),
    Case(
        "search",
        {"query": "+基金"},
        "kind id document_id doc_number title path heading text page printed_page",
        [("measure", "苏7#二", "苏7", "苏7", "数据方案", "二", "基金", "设立基金。", 5, None)],
    ),
    Case("search", {"query": "+南京", "limit": 1, "types": ["measure"]}, "id", [("宁9#一",)]),
    Case("search", {"query": "+开放", "level": "province", "types": ["measure"]}, "id", [("浙3#一",), ("苏7#一",)]),
    Case("search", {"query": "+开放", "year": 2022}, "id", [("宁9#一",), ("苏7#一",)]),
    Case("search", {"query": "+江苏省", "types": ["region"]}, "kind id title", [("region", "320000", "江苏省")]),
    Case(
        "joint_issuers",
        {},
        "issuers id doc_number title issued_on bodies",
        [(2, "苏7", "苏7", "数据方案", "2022-05-06", ["省政府", "省发改委"])],
    ),
    Case("joint_issuers", {"limit": 0}, "id", []),
    Case(
        "terms_in_force",
        {},
        "expires_on effective_on issued_on id doc_number title level",
        [
            ("2023-12-31", None, "2021-06-01", "部5", "部5", "数据办法", "ministry"),
            (None, "2022-06-01", "2022-05-06", "苏7", "苏7", "数据方案", "province"),
            (None, "2023-02-01", "2023-01-01", "国2", "国2", "废止决定", "central"),
        ],
    ),
    Case("terms_in_force", {"from": "2023-12-31"}, "id", [("部5",)]),
    Case("terms_in_force", {"from": "2024-01-01"}, "id", []),
    Case("terms_in_force", {"limit": 1}, "id", [("部5",)]),
    Case(
        "stats",
        {},
        "group key count",
        [
            (
                "all", "documents", 10), ("all", "documents held", 8), ("all", "documents wanted", 2), ("all",
                "provisions", 17,
            ),
            ("all", "measures", 10), ("all", "citations", 12), ("all", "responsibilities", 10), ("all", "deadlines", 4),
            ("all", "departments", 9), ("all", "regions named", 3), ("all", "alignments", 6), ("all", "files", 1),
            ("level", "province", 3), ("level", "central", 2), ("level", "city", 1), ("level", "ministry", 1),
            ("level", "province_dept", 1), ("relation", "refers", 4), ("relation", "implements", 3),
            ("relation", "based_on", 2), ("relation", "repeals", 2), ("relation", "forwards", 1),
            ("status", "resolved", 8), ("status", "wanted", 3), ("status", "ambiguous", 1),
        ],
    ),
    Case(
        "corrections",
        {},
        "target field value author note made_at state",
        [
            ("国1", "kind", "意见", "王", "公报", "2024-01-01", "applied"),
            ("苏7", "kind", None, "李", "", "2024-01-02", "waiting"),
        ],
    ),
    Case("corrections", {"target": "国1"}, "target author", [("国1", "王")]),
]  # fmt: skip
CITATIONS = [
    Case(
        "most_cited",
        {},
        "documents citations id doc_number title level held",
        [
            (4, 4, "国1", "国1", "数据意见", "central", True),
            (3, 3, "部5", "部5", "数据办法", "ministry", True),
            (2, 2, "令9", "令9", "条例", "central", False),
            (1, 1, "省令1", "省令1", "省令1", "province", False),
            (1, 1, "苏7", "苏7", "数据方案", "province", True),
        ],
    ),
    Case("most_cited", {"relation": "based_on"}, "documents citations id", [(1, 1, "令9"), (1, 1, "国1")]),
    Case("most_cited", {"limit": 1}, "id", [("国1",)]),
    Case(
        "wanted",
        {},
        "citations documents id doc_number title level year relations cited_by",
        [
            (2, 2, "令9", "令9", "条例", "central", 2019, ["refers", "based_on"], ["浙3", "苏4"]),
            (1, 1, "省令1", "省令1", "省令1", "province", 2018, ["refers"], ["宁9"]),
        ],
    ),
    Case("wanted", {"level": "province"}, "id", [("省令1",)]),
    Case("wanted", {"limit": 1}, "id", [("令9",)]),
    Case(
        "not_cited",
        {},
        "id doc_number title level issued_on possible searched",
        [
            ("浙3", "浙3", "浙江方案", "province", "2020-12-31", 1, 7),
            ("厅8", "厅8", "转发数据办法", "province_dept", "2021-08-01", 1, 7),
            ("宁9", "宁9", "南京方案", "city", "2022-09-01", 0, 7),
            ("国2", "国2", "废止决定", "central", "2023-01-01", 0, 7),
            ("苏4", "苏4", "江苏新规", "province", "2023-03-01", 0, 7),
        ],
    ),
    Case("not_cited", {"level": "province"}, "id searched", [("浙3", 7), ("苏4", 7)]),
    Case("not_cited", {"limit": 1}, "id", [("浙3",)]),
    Case(
        "carries_out",
        {},
        "lower_id lower_title days upper_id upper_title upper_held preamble cue quote sentence path page printed_page",
        [
            (
                "宁9", "南京方案", 118, "苏7", "数据方案", True, True, "按照…要求", "《数据方案》",
                "按照《数据方案》要求，通知如下", "preamble", None, None,
            ),
            (
                "苏7", "数据方案", 431, "国1", "数据意见", True, True, "为贯彻落实", "《数据意见》",
                "为贯彻落实《数据意见》，制定本方案", "preamble", 5, None,
            ),
            (
                "部5", "数据办法", 92, "国1", "数据意见", True, True, "为贯彻落实", "《数据意见》",
                "为贯彻落实《数据意见》，制定本办法", "preamble", 4, 2,
            ),
        ],
    ),
    Case("carries_out", {"level": "ministry"}, "lower_id", [("部5",)]),
    Case("carries_out", {"limit": 1}, "lower_id", [("宁9",)]),
    Case(
        "repealed",
        {},
        "by_id by_title by_on repealed_id repealed_title still_cited article cue quote path page "
        "printed_page",
        [
            (
                "国2", "废止决定", "2023-02-01", "国1", "数据意见", 3, None, "废止", "《数据意见》", "preamble", None,
                None,
            ),
            (
                "国2", "废止决定", "2023-02-01", "部5", "数据办法", 2, "第三条", "废止", "《数据办法》", "preamble",
                None, None,
            ),
        ],
    ),
    Case("repealed", {"limit": 1}, "repealed_id", [("国1",)]),
    Case(
        "repeal_touches",
        {"document": "国1"},
        "by_id by_title by_level by_on relation article path cue quote page printed_page repealed_on repealed_by later",
        [
            (
                "部5", "数据办法", "ministry", "2021-06-01", "implements", None, "preamble", "为贯彻落实",
                "《数据意见》", 4, 2, "2023-02-01", "国2", False,
            ),
            (
                "苏7", "数据方案", "province", "2022-05-06", "implements", None, "preamble", "为贯彻落实",
                "《数据意见》", 5, None, "2023-02-01", "国2", False,
            ),
            (
                "苏4", "江苏新规", "province", "2023-03-01", "based_on", "第一条", "preamble", "根据", "《数据意见》",
                None, None, "2023-02-01", "国2", True,
            ),
        ],
    ),
    Case(
        "repeal_touches",
        {"document": "部5"},
        "by_id relation repealed_by repealed_on later",
        [("厅8", "forwards", None, None, None), ("苏7", "refers", None, None, None)],
    ),
    Case(
        "ambiguous_citations",
        {},
        "citation_id document_id path relation quote candidates page printed_page",
        [("x9", "苏4", "preamble", "refers", "《通知》", ["厅8", "浙3"], 8, None)],
    ),
    Case("ambiguous_citations", {"limit": 0}, "citation_id", []),
    Case(
        "citation_cues",
        {},
        "relation cue rule citations quote document_id",
        [
            ("based_on", "根据", "r5", 2, "《数据意见》", "苏4"),
            ("forwards", "转发", "r3", 1, "《数据办法》", "厅8"),
            ("implements", "为贯彻落实", "r1", 2, "《数据意见》", "部5"),
            ("implements", "按照…要求", "r2", 1, "《数据方案》", "宁9"),
            ("refers", None, "r0", 4, "公共数据", "苏7"),
            ("repeals", "废止", "r4", 2, "《数据意见》", "国2"),
        ],
    ),
    Case("citation_cues", {"relation": "forwards"}, "cue citations", [("转发", 1)]),
    Case(
        "citations_by_relation",
        {},
        "citing_level relation cited_level citations documents",
        [
            ("province", "based_on", "central", 2, 1), ("central", "repeals", "central", 1, 1),
            ("central", "repeals", "ministry", 1, 1), ("city", "implements", "province", 1, 1),
            ("city", "refers", "province", 1, 1), ("ministry", "implements", "central", 1, 1),
            ("province", "implements", "central", 1, 1), ("province", "refers", "central", 1, 1),
            ("province", "refers", "ministry", 1, 1), ("province_dept", "forwards", "ministry", 1, 1),
        ],
    ),
]  # fmt: skip

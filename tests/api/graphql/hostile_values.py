"""Operations whose values are hostile, each with what is right: refused with one of these codes, or answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.api.graphql.hostile import LIMIT, LONG, LOW, Case, nest

INPUT = frozenset({"BAD_INPUT"})
CURSOR = frozenset({"BAD_CURSOR"})
NOT_FOUND = frozenset({"NOT_FOUND"})


def values() -> list[Case]:
    """Return every case, in the order of the families."""
    return [case for make in (_huge, _numbers, _unicode, _variables) for case in make()]


def _huge() -> Iterator[Case]:
    family = "huge"
    query = f'query ($r: [Relation!]) {{ document(id: "{LOW}") {{ cites(relations: $r) {{ totalCount }} }} }}'
    data = {"document": {"cites": {"totalCount": 1}}}
    many = {"r": ["REFERS", "IMPLEMENTS"] * 4000}
    yield Case(family, "8,000 relations", query, variables=many, data=data)
    yield Case(family, "no relations", query, variables={"r": []}, data={"document": {"cites": {"totalCount": 0}}})
    yield Case(family, "relations of another type", query, LIMIT, {"r": ["REFERS"] * 4000 + [1]})
    query = 'query ($t: [NodeKind!]) { search(text: "投资", types: $t) { totalCount } }'
    yield Case(family, "8,000 kinds", query, variables={"t": ["REGION"] * 8000}, data={"search": {"totalCount": 0}})
    query = "query ($k: [DeadlineKind!]) { deadlines(where: {kinds: $k}) { totalCount } }"
    yield Case(family, "15,000 kinds", query, variables={"k": ["BY"] * 15_000}, data={"deadlines": {"totalCount": 1}})
    listed = " ".join(["REFERS"] * 2500)
    yield Case(
        family, "2,500 in the text", f'{{ document(id: "{LOW}") {{ cites(relations: [{listed}]) {{ totalCount }} }} }}'
    )
    for name, query, right in _texts():
        yield Case(family, f"{name} of 90 kB", query, right, {"x": LONG})
        yield Case(family, f"{name} of 90 kB of brackets", query, right, {"x": "（〔[" * 12_000})
    yield Case(family, "text in the operation", f'{{ node(id: "{LONG}") {{ id }} }}', data={"node": None})
    yield Case(family, "comment", "#" + "x" * 90_000 + "\n{ __typename }", data={"__typename": "Query"})
    yield Case(family, "commas", "{ __typename " + "," * 90_000 + "}", data={"__typename": "Query"})
    yield Case(family, "name", "{ " + "a" * 90_000 + " }", LIMIT)
    yield Case(family, "block text", '{ node(id: """' + "\n " * 25_000 + '""") { id } }', data={"node": None})
    yield Case(
        family,
        "look-up of 400 characters",
        "query ($x: String!) { lookup(text: $x) { status } }",
        variables={"x": "关于（2022〕" * 50},
    )


def _texts() -> Iterator[tuple[str, str, frozenset[str]]]:
    yield "id", "query ($x: ID!) { node(id: $x) { id } }", frozenset()
    yield "number", "query ($x: String!) { document(docNumber: $x) { id } }", frozenset()
    yield "look-up", "query ($x: String!) { lookup(text: $x) { status } }", frozenset()
    yield "name", "query ($x: String!) { department(name: $x) { id } region(name: $x) { id } }", frozenset()
    yield "filter", "query ($x: String!) { documents(where: {text: $x, kind: $x}) { totalCount } }", frozenset()
    yield "search", "query ($x: String!) { search(text: $x) { totalCount } }", INPUT
    yield "cursor", "query ($x: String!) { documents(after: $x) { totalCount } }", CURSOR
    yield "trace", "query ($x: ID!) { trace(document: $x) { truncated } }", NOT_FOUND


def _numbers() -> Iterator[Case]:
    family = "numbers"
    for first in ("-1", "101", "2147483647", "-2147483648"):
        yield Case(family, f"first {first}", f"{{ documents(first: {first}) {{ nodes {{ id }} }} }}", LIMIT)
    for first in ("2147483648", "9" * 5000, "1.5", "1e5", '"1"', "true", "00", "0x10", "--1", "[[1]]"):
        yield Case(family, f"first {first[:20]}", f"{{ documents(first: {first}) {{ nodes {{ id }} }} }}", LIMIT)
    yield Case(family, "first 0", "{ documents(first: 0) { nodes { id } } }", data={"documents": {"nodes": []}})
    nulls = "{ documents(where: null, orderBy: null, first: null, after: null) { totalCount } }"
    yield Case(family, "null everywhere", nulls, data={"documents": {"totalCount": 4}})
    for name, most in (("maxDepth", 20), ("maxDepth", 2147483646), ("maxDepth", -1)):
        query = f'{{ trace(document: "{LOW}", {name}: {most + 1}) {{ truncated }} }}'
        yield Case(family, f"{name} {most + 1}", query, INPUT)
    yield Case(family, "maxLength 13", f'{{ path(from: "{LOW}", to: "{LOW}", maxLength: 13) {{ relation }} }}', INPUT)
    for score in ("1e999", "-1e999", "1e-999", "9" * 4000):
        yield Case(family, f"score {score[:8]}", f"{{ alignments(where: {{minScore: {score}}}) {{ totalCount }} }}")
    for score in ("NaN", "Infinity", "-Infinity", '"1"'):
        yield Case(family, f"score {score}", f"{{ alignments(where: {{minScore: {score}}}) {{ totalCount }} }}", LIMIT)
    for year in ("-2147483648", "2147483647", "0"):
        yield Case(
            family,
            f"year {year}",
            f"{{ documents(where: {{year: {year}}}) {{ totalCount }} }}",
            data={"documents": {"totalCount": 0}},
        )
    yield Case(family, "id as a number of 4,000 digits", f"{{ node(id: {'9' * 4000}) {{ id }} }}", data={"node": None})
    for day in (
        "0000-00-00",
        "2022-02-30",
        "-001-01-01",
        "10000-01-01",
        "２０２２-01-01",
        "2022-01-01T00:00",
        "",
        "x" * 5000,
    ):
        yield Case(family, f"day {day[:20]}", f'{{ documents(where: {{inForceOn: "{day}"}}) {{ totalCount }} }}', LIMIT)
        query = "query ($x: Date) { documents(where: {issuedOn: {from: $x}}) { totalCount } }"
        yield Case(family, f"day {day[:20]} as a variable", query, LIMIT, {"x": day})
    for day in ("2022", "2022.5", "true", "[]", "{}", "X"):
        yield Case(family, f"day {day}", f'{{ document(id: "{LOW}") {{ validity(on: {day}) {{ answer }} }} }}', LIMIT)
    days = '{ documents(where: {issuedOn: {from: "9999-12-31", to: "0001-01-01"}}) { totalCount } }'
    yield Case(family, "days that end before they begin", days, data={"documents": {"totalCount": 0}})


def _unicode() -> Iterator[Case]:
    family = "unicode"
    query = "query ($x: String!) { search(text: $x) { nodes { snippet } } lookup(text: $x) { status } }"
    texts = {
        "NUL": "投资\0",
        "only NUL": "\0",
        "right to left": "\u202e投资\u202c\u200f",
        "zero width": "投\u200b资\ufeff",
        "combining marks": "投资" + "\u0301\u0323" * 490,
        "digits of full width": "乙发〔２０２２〕７号",
        "beyond the plane": "\U0010ffff\U000e0001😀" * 300,
        "no characters": "\ufffe\uffff\ufdd0",
        "controls": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029",
        "the marks of a snippet": "\ue000投资\ue001",
        "letters that grow": "İßﬃ㎢ﷺ" * 100,
        "nothing": "",
        "blanks": " \u3000\xa0" * 300,
    }
    for name, text in texts.items():
        yield Case(family, name, query, variables={"x": text})
    yield Case(family, "markup stays text", query, variables={"x": "<script>alert(1)</script>投资"})
    yield Case(family, "20,000 marks", query, LIMIT, {"x": "a" + "\u0301\u0323" * 20_000})
    for escape in (
        r"\ud800",
        r"\udfff\ud800",
        r"\u{110000}",
        r"\u{d800}",
        r"\u{}",
        r"\x41",
        r"\u12",
        r"\u{0000000000041",
    ):
        yield Case(family, f"escape {escape}", f'{{ node(id: "{escape}") {{ id }} }}', LIMIT)
    for escape in (r"\u0000", r"\ud83d\ude00", r"\u{1F600}", r"\u{0041}", r"\"\\\/\b\f\n\r\t"):
        yield Case(family, f"escape {escape}", f'{{ node(id: "{escape}") {{ id }} }}', data={"node": None})
    yield Case(family, "names of Chinese", "{ 文件 }", LIMIT)
    yield Case(family, "names of full width", "{ ｓｔａｔｓ { held } }", LIMIT)
    yield Case(family, "NUL in the operation", "{ __typename \0 }", LIMIT)
    yield Case(family, "BOM before the operation", "\ufeff{ __typename }", data={"__typename": "Query"})
    yield Case(family, "blank of no break", "{\xa0__typename }", LIMIT)
    yield Case(family, "text that does not end", '{ node(id: "', LIMIT)
    yield Case(family, "line end in a text", '{ node(id: "\n") { id } }', LIMIT)


def _variables() -> Iterator[Case]:
    family = "variables"
    query = "query ($x: ID!) { node(id: $x) { id } }"
    yield Case(family, "missing", query, LIMIT)
    yield Case(family, "null", query, LIMIT, {"x": None})
    for value in (True, 1.5, [], ["a"], {}, {"a": 1}, [[[[1]]]]):
        yield Case(family, f"ID {value!r}", query, LIMIT, {"x": value})
    yield Case(family, "ID as a large number", query, variables={"x": 2**63 - 1}, data={"node": None})
    extra = {f"v{number}": number for number in range(6000)}
    yield Case(family, "6,000 that nobody asked for", query, variables={"x": "1", **extra}, data={"node": None})
    declared = " ".join(f"$v{number}: ID" for number in range(600))
    yield Case(family, "600 that nobody uses", f"query ({declared}) {{ __typename }}", LIMIT)
    declared = " ".join(f"$v{number}: ID" for number in range(2000))
    yield Case(family, "2,000 declared", f"query ({declared}) {{ __typename }}", LIMIT)
    yield Case(family, "two of one name", "query ($x: ID!, $x: ID!) { node(id: $x) { id } }", LIMIT, {"x": "1"})
    yield Case(family, "not declared", "{ node(id: $x) { id } }", LIMIT, {"x": "1"})
    yield Case(family, "of a type that is no input", "query ($x: Document) { node(id: $x) { id } }", LIMIT)
    yield Case(family, "of an unknown type", "query ($x: Nothing) { node(id: $x) { id } }", LIMIT)
    yield Case(family, "in another's place", "query ($x: Int!) { node(id: $x) { id } }", LIMIT, {"x": 1})
    yield Case(family, "default of a variable", "query ($x: ID = $x) { __typename }", LIMIT)
    yield Case(
        family, "default of another type", "query ($x: Int = {a: 1}) { documents(first: $x) { totalCount } }", LIMIT
    )
    listed = " ".join(["REFERS"] * 2500)
    query = (
        f"query ($x: [Relation!] = [{listed}]) {{ documents {{ nodes {{ cites(relations: $x) {{ totalCount }} }} }} }}"
    )
    yield Case(family, "default of 2,500 values", query)
    deep = nest("[", 900, "", "]")
    yield Case(family, "default of 900 levels", f"query ($x: [ID] = {deep}) {{ __typename }}", LIMIT)
    query = "query ($w: DocumentFilter) { documents(where: $w) { totalCount } }"
    wrong: dict[str, Any] = {
        "unknown field": {"nothing": 1},
        "a list": [],
        "a text": "held: true",
        "deep": _levels(400),
        "of Python": {"__class__": {"__init__": 1}},
        "a range of a range": {"issuedOn": {"from": {"from": "2020-01-01"}}},
        "another enum": {"level": "EMPEROR"},
        "an enum by its stored word": {"level": "province"},
        "5,000 unknown fields": {f"f{number}": number for number in range(5000)},
    }
    for name, value in wrong.items():
        yield Case(family, f"filter that is {name}", query, LIMIT, {"w": value})
    empty = {"level": None, "issuedOn": {"from": None, "to": None}, "text": None}
    yield Case(family, "filter of nulls", query, variables={"w": empty}, data={"documents": {"totalCount": 4}})
    needed = "query ($w: DeadlineFilter!) { deadlines(where: $w) { totalCount } }"
    yield Case(family, "empty filter", needed, variables={"w": {}}, data={"deadlines": {"totalCount": 1}})
    yield Case(family, "no filter where one is needed", needed, LIMIT)


def _levels(count: int) -> Any:
    value: Any = 1
    for _ in range(count):
        value = {"issuedOn": value}
    return value

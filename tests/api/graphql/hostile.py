"""Operations whose shape is hostile, each with what is right: refused with one of these codes, or answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

LIMIT = frozenset({"BAD_REQUEST", "BAD_INPUT", "TOO_MUCH"})
"""Whether a limit or a rule refuses first is the server's affair."""
INVALID = frozenset({"BAD_REQUEST"})

LOW = "乙发〔2022〕7号"
LONG = "长" * 30_000
"""90 kB of text."""


@dataclass(frozen=True, slots=True)
class Case:
    """An operation; without codes it is answered, and where `data` is given, with that."""

    family: str
    name: str
    query: str
    codes: frozenset[str] = frozenset()
    variables: dict[str, Any] = field(default_factory=dict)
    data: Any = None

    def __str__(self) -> str:
        return f"{self.family}: {self.name}"


def shapes() -> list[Case]:
    """Return every case, in the order of the families."""
    makers = (_deep, _wide, _aliased, _fragments, _introspection, _directives)
    return [case for make in makers for case in make()]


def nest(before: str, levels: int, inner: str, after: str = "}") -> str:
    """Return `inner` within so many pairs of before and after."""
    return before * levels + inner + after * levels


def _region(inner: str) -> str:
    return f'{{ region(id: "320000") {{ {inner} }} }}'


def _chain(count: int, type_name: str, fields: str, last: str) -> str:
    """Write fragments F0 to F`count`, each of which holds the next wherever `fields` has a *."""
    bodies = [fields.replace("*", f"...F{number + 1}") for number in range(count)]
    return " ".join(f"fragment F{number} on {type_name} {{ {body} }}" for number, body in enumerate([*bodies, last]))


def _deep() -> Iterator[Case]:
    family = "deep"
    yield Case(family, "8 levels", _region(nest("parent {", 8, "id")))
    for levels in (20, 100, 1000):
        yield Case(family, f"{levels} levels", _region(nest("parent {", levels, "id")), LIMIT)
        yield Case(family, f"{levels} levels of lists", _region(nest("children {", levels, "id")), LIMIT)
    for count in (20, 100, 250):
        query = _region("...F0") + _chain(count, "Region", "parent { * }", "id")
        yield Case(family, f"{count} fragments one in another", query, LIMIT)
    through = nest("parent { ... on Section { children { ... on Measure {", 4, "id", "} } } }")
    yield Case(family, "through interfaces", f'{{ node(id: "{LOW}#一") {{ ... on Measure {{ {through} }} }} }}')
    for levels in (8, 12, 100):
        inner = nest("children {", levels, "id")
        yield Case(
            family,
            f"{levels} levels that double at each",
            f'{{ node(id: "{LOW}#一") {{ ... on Section {{ {inner} }} }} }}',
            LIMIT if levels > 9 else frozenset(),
        )
    pages = nest("nodes { document { provisions(first: 1) {", 6, "totalCount", "} } }")
    yield Case(family, "pages in pages", f'{{ document(id: "{LOW}") {{ provisions(first: 1) {{ {pages} }} }} }}', LIMIT)
    rows = nest("nodes { document { provisions(first: 100) {", 3, "totalCount", "} } }")
    yield Case(family, "full pages in full pages", f"{{ measures(first: 100) {{ {rows} }} }}", LIMIT)
    for levels in (10, 700):
        inner = nest("... {", levels, "__typename")
        right = LIMIT if levels > 100 else frozenset()
        yield Case(family, f"{levels} inline fragments", f"{{ {inner} }}", right)
        inner = nest("... on Query @include(if: true) {", levels, "__typename")
        yield Case(
            family, f"{levels} inline fragments with directives", f"{{ {inner} }}", LIMIT if levels > 100 else right
        )
    for levels in (5, 1400):
        value = nest("[", levels, "", "]")
        yield Case(family, f"{levels} lists in a value", f"{{ documents(where: {value}) {{ totalCount }} }}", LIMIT)
        value = nest("{issuedOn: ", min(levels, 900), "1")
        yield Case(family, f"{levels} objects in a value", f"{{ documents(where: {value}) {{ totalCount }} }}", LIMIT)
        value = nest("[", levels, "ID", "]")
        yield Case(family, f"{levels} lists in a type", f"query ($x: {value}) {{ __typename }}", LIMIT)
    yield Case(family, "braces that never close", "{ a " * 700, LIMIT)


def _wide() -> Iterator[Case]:
    family = "wide"
    yield Case(family, "4,000 fields", "{ " + "__typename " * 4000 + "}", LIMIT)
    yield Case(family, "20,000 names", "{ " + "a " * 20_000 + "}", LIMIT)
    yield Case(family, "2,000 equal fields", _region("name " * 2000), LIMIT)
    yield Case(family, "700 equal objects", _region("parent { id } " * 700), LIMIT)
    yield Case(family, "200 equal lists", "{ documents(first: 1) { " + "nodes { id } " * 200 + "} }")
    yield Case(
        family, "equal fields with other arguments", '{ region(id: "1") { id } region(id: "2") { id } }', INVALID
    )
    conflicts = " ".join(f"... on Region {{ id: {name} }}" for name in ("name", "level", "code") * 60)
    yield Case(family, "180 fields of one key", _region(conflicts), LIMIT)
    overlap = "parent { children { parent { id } } } children { parent { children { id } } } " * 40
    yield Case(family, "overlapping trees", _region(overlap))
    roots = " ".join(f"r{number}: stats {{ held }}" for number in range(60))
    yield Case(family, "61 root fields", f"{{ {roots} r60: stats {{ held }} }}", LIMIT)
    yield Case(family, "costly root fields", "{ " + " ".join(_costly(f"r{n}") for n in range(50)) + " }", LIMIT)
    yield Case(family, "300 unknown fields", "{ " + " ".join(f"nothing{n}" for n in range(300)) + " }", LIMIT)
    yield Case(
        family,
        "unknown arguments",
        "{ documents(" + " ".join(f"a{n}: 1" for n in range(300)) + ") { totalCount } }",
        LIMIT,
    )
    yield Case(
        family, "equal arguments", "{ documents(first: 1, " * 1 + "first: 1 " * 300 + ") { totalCount } }", LIMIT
    )
    text = " ".join(
        ("docNumber title issuedTitle kind level issuedOn year held sample addressees text reference",) * 40
    )
    yield Case(family, "every leaf 40 times", f'{{ document(id: "{LOW}") {{ {text} }} }}')


def _costly(key: str) -> str:
    kinds = " ".join(f"... on {name} {{ {name.lower()}: id }}" for name in ("Document", "Measure", "Section", "Region"))
    return f'{key}: search(text: "投资") {{ totalCount facets {{ field }} nodes {{ snippet node {{ {kinds} }} }} }}'


def _aliased() -> Iterator[Case]:
    family = "aliased"
    many = " ".join(f"a{number}: text" for number in range(55))
    yield Case(family, "55 of one text", f'{{ document(id: "{LOW}") {{ {many} }} }}')
    for count in (61, 900):
        fields = " ".join(f"a{number}: children {{ id }}" for number in range(count))
        yield Case(family, f"{count} of a list", _region(fields), LIMIT)
    fields = " ".join(f"a{number}: reference" for number in range(50))
    spreads = " ".join(f"{field} {{ ...F }}" for field in ("region { documents { nodes", "issuers { documents { nodes"))
    spreads = spreads.replace("}", "} } }")
    fragment = f"fragment F on Document {{ {fields} }}"
    yield Case(
        family, "50 in a fragment under two parents", f'{{ document(id: "{LOW}") {{ {spreads} }} }} {fragment}', LIMIT
    )
    fields = " ".join(f"a{number}: parent {{ id }}" for number in range(50))
    fragment = f" fragment F on Region {{ {fields} }}"
    parents = " ".join(f"p{number}: parent {{ ...F }}" for number in range(30))
    yield Case(family, "50 in a fragment under 30 parents", _region(parents) + fragment, LIMIT)
    yield Case(family, "50 in a fragment spread 60 times", _region("...F " * 60) + fragment, LIMIT | frozenset())
    for levels in (5, 12):
        query = _region("...F0") + _chain(levels, "Region", "a: parent { * } b: parent { * }", "id")
        yield Case(family, f"2 a level, {levels} levels", query, LIMIT)
    query = _region("id") + _chain(3, "Region", " ".join(f"a{n}: parent {{ * }}" for n in range(50)), "id")
    yield Case(family, "in fragments that nobody uses", query, LIMIT)
    inline = " ".join(f"... on Region {{ a{n}: name }}" for n in range(200))
    yield Case(family, "in 200 inline fragments", _region(inline), LIMIT)
    yield Case(family, "of __typename", "{ " + " ".join(f"a{n}: __typename" for n in range(700)) + " }", LIMIT)
    yield Case(
        family,
        "of the schema",
        "{ " + " ".join(f"a{n}: __schema {{ types {{ name }} }}" for n in range(300)) + " }",
        LIMIT,
    )
    yield Case(family, "named like the server's own keys", _region("rows: id page: name cursor: code value: id"))
    yield Case(family, "named like Python's", _region("__class__: id __init__: name"))


def _fragments() -> Iterator[Case]:
    family = "fragments"
    yield Case(family, "cycle of one", "{ ...A } fragment A on Query { ...A }", LIMIT)
    yield Case(family, "cycle of two", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }", LIMIT)
    ring = " ".join(f"fragment F{n} on Region {{ parent {{ ...F{(n + 1) % 40} }} }}" for n in range(40))
    yield Case(family, "cycle of 40 through fields", _region("...F0") + ring, LIMIT)
    yield Case(family, "cycle through a field", _region("...A") + " fragment A on Region { parent { ...A } }", LIMIT)
    yield Case(family, "cycle that nobody uses", "{ __typename } fragment A on Region { parent { ...A } }", LIMIT)
    full = " ".join(f"fragment F{n} on Query {{ {' '.join(f'...F{m}' for m in range(15))} }}" for n in range(15))
    yield Case(family, "all within all", f"{{ ...F0 }} {full}", LIMIT)
    for levels in (20, 50, 200):
        query = "{ ...F0 } " + _chain(levels, "Query", "* *", "__typename")
        right = frozenset() if levels <= 50 else LIMIT
        yield Case(family, f"bomb of {levels} levels", query, right, data=None if right else {"__typename": "Query"})
    for levels in (3, 11):
        query = _region("...F0") + _chain(levels, "Region", "parent { * * } parent { * }", "id")
        yield Case(family, f"bomb of {levels} levels that merges", query)
    fields = "parent { * } counterparts { * } predecessors { * } successors { * }"
    for levels in (4, 7, 11):
        query = '{ department(id: "国务院") { ...F0 } } ' + _chain(levels, "Department", fields, "id")
        yield Case(family, f"bomb of {levels} levels without aliases", query, LIMIT)
    yield Case(family, "280 in a row", "{ ...F0 } " + _chain(280, "Query", "*", "__typename"), LIMIT)
    yield Case(family, "400 that nobody uses", "{ __typename } " + _chain(400, "Query", "id", "id"), LIMIT)
    yield Case(family, "unknown", "{ ...Nothing }", LIMIT)
    yield Case(family, "unknown within one", "{ ...A } fragment A on Query { ...Nothing }", LIMIT)
    yield Case(family, "two of one name", "{ ...A }" + " fragment A on Query { __typename }" * 2, LIMIT)
    for type_name in ("Nothing", "Date", "DocumentFilter", "Level", "String"):
        yield Case(family, f"on {type_name}", f"{{ ...A }} fragment A on {type_name} {{ id }}", LIMIT)
    yield Case(family, "on a type that cannot be", _region("... on Document { id }"), LIMIT)
    yield Case(family, "named on", "{ ...on } fragment on on Query { __typename }", LIMIT)
    yield Case(family, "without an operation", "fragment A on Query { __typename }", LIMIT)
    yield Case(family, "empty", "{ ...A } fragment A on Query { }")


def _introspection() -> Iterator[Case]:
    family = "introspection"
    yield Case(family, "types of everything", "{ __schema { types { name fields { name args { name } } } } }")
    for levels in (10, 300):
        inner = nest("ofType {", levels, "name")
        right = LIMIT if levels > 100 else frozenset()
        yield Case(
            family, f"{levels} times ofType", f"{{ __schema {{ types {{ fields {{ type {{ {inner} }} }} }} }} }}", right
        )
    for levels in (4, 200):
        inner = nest("fields { type {", levels, "name", "} }")
        yield Case(family, f"{levels} times fields", f"{{ __schema {{ types {{ {inner} }} }} }}", LIMIT)
        inner = nest("possibleTypes { interfaces {", levels, "name", "} }")
        yield Case(family, f"{levels} times possibleTypes", f"{{ __schema {{ types {{ {inner} }} }} }}", LIMIT)
        inner = nest("inputFields { type {", levels, "name", "} }")
        yield Case(family, f"{levels} times inputFields", f"{{ __schema {{ types {{ {inner} }} }} }}", LIMIT)
    chain = _chain(8, "__Type", "fields { type { * } }", "name")
    yield Case(family, "through fragments", f"{{ __schema {{ types {{ ...F0 }} }} }} {chain}", LIMIT)
    chain = _chain(8, "__Type", "ofType { * * } possibleTypes { * } interfaces { * }", "name")
    yield Case(family, "bomb", f"{{ __schema {{ types {{ ...F0 }} }} }} {chain}", LIMIT)
    yield Case(family, "unknown type", '{ __type(name: "Nothing") { name } }', data={"__type": None})
    yield Case(family, "type of 90 kB", f'{{ __type(name: "{LONG}") {{ name }} }}', data={"__type": None})
    yield Case(family, "on a type that has none", "{ stats { __schema { types { name } } } }", LIMIT)


def _directives() -> Iterator[Case]:
    family = "directives"
    yield Case(family, "2 of one", "{ __typename @skip(if: false) @skip(if: false) }", LIMIT)
    yield Case(family, "400 of one", "{ __typename " + "@skip(if: false) " * 400 + "}", LIMIT)
    yield Case(family, "300 fields with one", "{ " + "__typename @skip(if: false) " * 300 + "}")
    yield Case(family, "3,000 in all", "{ " + "__typename @include(if: true) " * 3000 + "}", LIMIT)
    yield Case(family, "unknown", "{ __typename @nothing }", LIMIT)
    yield Case(family, "1,000 unknown", "{ __typename " + "@nothing " * 1000 + "}", LIMIT)
    yield Case(family, "unknown 90 kB long", "{ __typename @" + "a" * 90_000 + " }", LIMIT)
    yield Case(family, "at a place that has none", "query @skip(if: true) { __typename }", LIMIT)
    yield Case(family, "without its argument", "{ __typename @skip }", LIMIT)
    yield Case(family, "null", "{ __typename @skip(if: null) }", LIMIT)
    yield Case(family, "of another type", '{ __typename @include(if: "true") }', LIMIT)
    yield Case(family, "deprecated", "{ __typename @deprecated }", LIMIT)
    yield Case(family, "defer", "{ ... @defer { stats { held } } }", LIMIT)
    yield Case(family, "stream", "{ documents { nodes @stream { id } } }", LIMIT)
    yield Case(family, "all that is asked is left out", "{ stats @skip(if: true) { held } }", data={})
    query = "{ documents { nodes @skip(if: true) { id } } }"
    yield Case(family, "all of a page is left out", query, data={"documents": {}})

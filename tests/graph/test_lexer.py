from __future__ import annotations

import pytest

from graph.lexer import Chain, chains, closing, tokens, unescaped


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("RETURN 'it\\'s; // no' AS x", ["RETURN", "'it\\'s; // no'", "AS", "x"]),
        ("RETURN \"a'b\" + 'c\"d'", ["RETURN", '"a\'b"', "+", "'c\"d'"]),
        ("a/* x /* y */b // c\nd", ["a", "b", "d"]),
        ("a // b\rc", ["a", "c"]),
        ("`a``b`.c", ["`a``b`", ".", "c"]),
        ("x =~ 'a' [1..2] 1.5e3", ["x", "=~", "'a'", "[", "1", "..", "2", "]", "1.5e3"]),
        ("a\u00a0b\u180ec\u3000d", ["a", "b", "c", "d"]),
        ("n.发文字号", ["n", ".", "发文字号"]),
        ("'open", ["'", "open"]),
    ],
)
def test_tokens_are_cut_as_neo4j_cuts_them(text: str, parts: list[str]) -> None:
    found = tokens(text)
    assert [token.text for token in found] == parts
    assert all(text.startswith(token.text, token.start) for token in found)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\\u0043ALL", "CALL"),
        ("'\\\\u0043'", "'\\\\u0043'"),
        ("\\u00e9\\u4E2d", "é中"),
        ("\\u12", "\\u12"),
        ("a\\'b", "a\\'b"),
    ],
)
def test_unicode_escapes_are_read_but_not_behind_a_backslash(text: str, read: str) -> None:
    assert unescaped(text) == read


def test_values_and_names_are_what_they_mean() -> None:
    text, name = tokens("'a\\'b\\\\n\\n' `a``b`")
    assert text.value() == "a'b\\n\n"
    assert name.name == "a`b"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CALL db.labels()", [Chain("db.labels", True, True)]),
        ("RETURN `a` . /* ( */ b (1)", [Chain("a.b", False, True)]),
        ("RETURN n.x, f(n.y)", [Chain("n.x", False, False), Chain("n.y", False, False)]),
        ("RETURN count(n) AS `a.b`", []),
    ],
)
def test_dotted_names_are_found(text: str, found: list[Chain]) -> None:
    assert list(chains(tokens(text))) == found


def test_a_bracket_is_closed_by_its_own() -> None:
    found = tokens("f(a[(1)], {b: ')'}) + 2")
    assert found[closing(found, 1)].start == len("f(a[(1)], {b: ')'}")
    assert closing(tokens("(a"), 0) == 2

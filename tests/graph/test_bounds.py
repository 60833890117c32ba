from __future__ import annotations

from typing import Any

import pytest

from graph import bounds
from graph.lexer import tokens
from loaders.errors import MailuoError


def _check(text: str, **parameters: Any) -> None:
    bounds.check(tokens(text), parameters)


@pytest.mark.parametrize(
    "text",
    [
        "UNWIND range(1, 1000000000000) AS x RETURN x",
        "RETURN [i IN range(0, size(list) - 1) | list[i]] AS x",
        "RETURN [i IN range(1, length(p)) | i] AS x",
        "RETURN range(1, 1000000) AS x",
        "RETURN range(2000, $last) AS x",
        "RETURN range(10, 0, -2) AS x",
        "RETURN [x IN range(0, 999) | [y IN range(0, 999) | x + y]] AS x",
        "RETURN reduce(s = '', x IN l | CASE WHEN s = '' THEN x ELSE s + '、' + x END) AS s",
        "RETURN reduce(n = 0, x IN l | n + x.n) AS n",
        "RETURN title =~ '.*关于.*的(通知|意见)' AS x",
        "RETURN title =~ '(?i)' + $word + '[0-9+*]{4}\\\\d+' AS x",
        "RETURN title =~ '(?:ab)+c' AS x",
    ],
)
def test_what_people_write_passes(text: str) -> None:
    _check(text, last=2022, word="zc")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("RETURN range(1, 1000001) AS x", r"range\(\) gives more than 1000000 items"),
        ("RETURN range(-1000000, 0x10) AS x", r"range\(\) gives more than 1000000 items"),
        ("RETURN range($last, 1_000_000_000) AS x", r"range\(\) gives more than 1000000 items"),
        ("RETURN all(x IN range(0, 9999) WHERE any(y IN range(0, 9999) WHERE x < y)) AS x", "more than 10000000 items"),
        ("WITH 5 AS n RETURN range(1, n) AS x", "how many items"),
        ("RETURN range(1, 10 * 1000) AS x", "how many items"),
        ("RETURN range(1, $word) AS x", "how many items"),
        ("UNWIND [range(1, 1000000000)] AS x RETURN x", r"range\(\) gives more than"),
        ("RETURN reduce(s = 'a', x IN l | s + s) AS x", "adds s to itself"),
        ("RETURN reduce(s = 'a', x IN l | 'b' + s + 'c' + `s`) AS x", "adds s to itself"),
        ("RETURN 'a' =~ '(a)\\\\1' AS x", "refers back"),
        ("RETURN 'a' =~ '(?<n>a)\\\\k<n>' AS x", "refers back"),
        ("RETURN 'a' =~ '(a+)+' AS x", "repeats a group that has choices"),
        ("RETURN 'a' =~ '((a|b)c)*' AS x", "repeats a group that has choices"),
        ("RETURN 'a' =~ '(a?){40}' AS x", "repeats a group that has choices"),
        ("RETURN 'a' =~ '((a*))+' AS x", "repeats a group that has choices"),
        ("RETURN 'a' =~ '.*.*.*.*' AS x", "repeats more than 3 times"),
        ("RETURN 'a' =~ $word + x AS x", "must be a text or a parameter"),
        ("RETURN 'a' =~ toString(x) AS x", "must be a text or a parameter"),
    ],
)
def test_what_no_limit_would_end_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(MailuoError, match=reason) as caught:
        _check(text, last=2022, word="zc")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("before", "after"), [("(", ")"), ("[", "]"), ("{a: ", "}"), ("CASE WHEN a THEN ", " END"), ("NOT ", ""), ("(", "")]
)
def test_what_neo4j_could_not_read_in_time_is_refused(before: str, after: str) -> None:
    bounds.check_depth(tokens(f"RETURN {before * 40}1{after * 40} AS x, {before * 40}1{after * 40} AS y" * bool(after)))
    with pytest.raises(MailuoError, match="nested more than 40 deep"):
        bounds.check_depth(tokens(f"RETURN {before * 41}1{after * 41} AS x"))

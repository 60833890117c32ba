"""Tokens: who is admitted, at what rate, and what a file of them may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.tokens import MOST_A_MINUTE, Holder, TokenError, Tokens, read_tokens
from loaders.errors import MailuoError

TOKEN = "k" * 16


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize("given", [f"Bearer {TOKEN}", f"bearer {TOKEN}", f"BEARER  {TOKEN} "])
def test_who_sends_a_known_token_is_named(given: str) -> None:
    assert Tokens({TOKEN: Holder("wang", 5)}).admit(given) == "wang"


@pytest.mark.parametrize("given", [None, "", TOKEN, f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer", "Bearer 号\udcff"])
def test_others_are_asked_for_one(given: str | None) -> None:
    with pytest.raises(TokenError) as refused:
        Tokens({TOKEN: Holder("wang", 5)}).admit(given)
    assert (refused.value.status, refused.value.code) == (401, "UNAUTHENTICATED")
    challenge = refused.value.headers["www-authenticate"]
    assert challenge.startswith('Bearer realm="mailuo"')
    assert ("invalid_token" in challenge) is bool(given)


def test_a_rate_is_kept_for_each_token_alone() -> None:
    clock = Clock()
    tokens = Tokens({TOKEN: Holder("wang", 3), "o" * 16: Holder("li", 3)}, clock)
    for _ in range(3):
        tokens.admit(f"Bearer {TOKEN}")
    with pytest.raises(TokenError) as refused:
        tokens.admit(f"Bearer {TOKEN}")
    assert (refused.value.status, refused.value.headers) == (429, {"retry-after": "21"})
    assert tokens.admit(f"Bearer {'o' * 16}") == "li"
    clock.now += 20
    assert tokens.admit(f"Bearer {TOKEN}") == "wang"
    with pytest.raises(TokenError):
        tokens.admit(f"Bearer {TOKEN}")
    clock.now += 3600  # a long rest gives no more than a minute's worth
    for _ in range(3):
        tokens.admit(f"Bearer {TOKEN}")
    with pytest.raises(TokenError):
        tokens.admit(f"Bearer {TOKEN}")


def test_a_file_has_a_row_a_token(tmp_path: Path) -> None:
    file = tmp_path / "tokens.csv"
    file.write_text(f"\ufeffname,token,per_minute\n# ours\nwang,{TOKEN},7\n\nli, {'o' * 16}\n", "utf8")
    tokens = read_tokens(file)
    assert tokens.admit(f"Bearer {TOKEN}") == "wang"
    assert tokens.admit(f"Bearer {'o' * 16}") == "li"
    assert sorted(holder.per_minute for holder in tokens._holders.values()) == [7, MOST_A_MINUTE]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "has no token."),
        ("wang,short\n", "row 1 is no token."),
        (f"wang,{TOKEN},0\n", "row 1 is no token."),
        (f"wang,{TOKEN},00\n", "row 1 is no token."),
        (f"wang,{TOKEN},many\n", "row 1 is no token."),
        (f",{TOKEN}\n", "row 1 is no token."),
        (f"wang,{TOKEN}\nli,{TOKEN}\n", "row 2 is no token."),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "tokens.csv"
    file.write_text(text, "utf8")
    with pytest.raises(MailuoError, match=sentence) as refused:
        read_tokens(file)
    assert refused.value.exit_code == 2


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(MailuoError, match="nowhere.csv cannot be read"):
        read_tokens(tmp_path / "nowhere.csv")
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(MailuoError, match="x.csv cannot be read"):
        read_tokens(tmp_path / "x.csv")

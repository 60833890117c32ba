"""Bearer tokens (RFC 6750): who may ask, and how much, where a server is told to know them.

A file has a row a token: name, token, and how many requests a minute it may make (nothing: MOST_A_MINUTE). A first row
that names these columns is skipped, and so are lines that begin with #.
"""

from __future__ import annotations

import csv
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from loaders.errors import MailuoError

MOST_A_MINUTE = 600
SHORTEST = 16
"""Characters of a token: a shorter one can be guessed."""


@dataclass(slots=True)
class Holder:
    """Who holds a token: `left` requests may be made at once, and `per_minute` come back in a minute."""

    name: str
    per_minute: int
    left: float = field(init=False)
    at: float = 0.0

    def __post_init__(self) -> None:
        self.left = self.per_minute


class TokenError(Exception):
    """A request without a token that is known, or one too many; `status` and `headers` are those of the response."""

    def __init__(self, status: int, message: str, code: str, headers: dict[str, str]) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.headers = headers


class Tokens:
    """The tokens that a server knows; they are kept as digests, so that comparing them tells nothing of them."""

    def __init__(self, holders: dict[str, Holder], clock: Callable[[], float] = time.monotonic) -> None:
        self._holders = {_digest(token): holder for token, holder in holders.items()}
        self._clock = clock

    def admit(self, authorization: str | None) -> str:
        """Return the name of who asks, given the Authorization header, and count the request; TokenError refuses it."""
        kind, _, token = (authorization or "").partition(" ")
        holder = self._holders.get(_digest(token.strip())) if kind.lower() == "bearer" else None
        if holder is None:
            challenge = 'Bearer realm="mailuo"' + (', error="invalid_token"' if authorization else "")
            message = "This server answers who sends a token that it knows: Authorization: Bearer TOKEN."
            raise TokenError(401, message, "UNAUTHENTICATED", {"www-authenticate": challenge})
        now, each = self._clock(), 60 / holder.per_minute
        holder.left = min(holder.per_minute, holder.left + (now - holder.at) / each)
        holder.at = now
        if holder.left < 1:
            wait = str(int((1 - holder.left) * each) + 1)
            message = f"This token may ask {holder.per_minute} times a minute; come again in {wait} seconds."
            raise TokenError(429, message, "TOO_MANY", {"retry-after": wait})
        holder.left -= 1
        return holder.name


def read_tokens(file: Path) -> Tokens:
    """Return the tokens of a CSV file (name, token, per_minute); MailuoError says what is wrong with it."""
    try:
        lines = file.read_text("utf-8-sig").splitlines()
        rows = [row for row in csv.reader(lines) if row and not row[0].startswith("#") and row[:2] != ["name", "token"]]
    except (OSError, ValueError) as error:
        raise MailuoError(
            f"{file} cannot be read: {error}.", "It has a row a token: name,token,per_minute.", 2
        ) from error
    holders = {}
    for number, row in enumerate(rows, 1):
        name, token, most = (*(cell.strip() for cell in row), "", "", "")[:3]
        if not name or len(token) < SHORTEST or token in holders or not (most or "1").isdecimal() or int(most or 1) < 1:
            raise MailuoError(
                f"{file}: row {number} is no token.",
                f"A row is name,token,per_minute: a token of its own of {SHORTEST} characters or more, "
                "and a number or nothing.",
                2,
            )
        holders[token] = Holder(name, int(most) if most else MOST_A_MINUTE)
    if not holders:
        raise MailuoError(f"{file} has no token.", "It has a row a token: name,token,per_minute.", 2)
    return Tokens(holders)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf8", "surrogateescape")).digest()

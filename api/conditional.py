"""Conditional requests (RFC 9110, section 13.1.2): whether a client has what it asks for."""

from __future__ import annotations


def has(tag: str, if_none_match: str) -> bool:
    """Return whether a client that sent this If-None-Match has the body with this tag.

    The comparison is the weak one, as some proxies mark a tag as weak when they compress.
    """
    return any(one.strip().removeprefix("W/") in {tag, "*"} for one in if_none_match.split(","))

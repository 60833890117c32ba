"""References to documents in the form of GB/T 7714-2015 for electronic resources, 政府文件 being archives (A)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOST_NAMES = 3
"""Of more than three creators the standard gives the first three and 等 (8.1.2)."""


def reference(row: Mapping[str, Any]) -> str:
    """Return the reference of a document: creators, title, number as other title information, kind, dates, address.

    Read from an address it is [A/OL] with the day on which it was read, else [A] with its own date. What a document
    does not print is left out, never guessed. Fields: issuers, document_title, document_number, issued_on, url,
    loaded_on.
    """
    online = bool(row["url"])
    title = row["document_title"]
    names = list(dict.fromkeys(row["issuers"] or ()))
    creators = ", ".join(names[:MOST_NAMES]) + (", 等" if len(names) > MOST_NAMES else "")
    number = row["document_number"]
    what = title if number in (None, title) else f"{title}: {number}"
    text = f"{creators}. {what}" if creators else what
    text += "[A/OL]." if online else "[A]."
    if online:
        text += f" ({row['issued_on']})" if row["issued_on"] else " "
        return f"{text}[{row['loaded_on']}]. {row['url']}."
    return f"{text} {row['issued_on']}." if row["issued_on"] else text

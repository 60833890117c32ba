"""Documents of our own in the shapes of other provinces, years and ministries, read by the whole pipeline.

The rows of this folder were written before anything was run on them, so that they say what a reader of the page would;
their first run is in the history of the project.
"""

from __future__ import annotations

from loaders.extract import extracted
from loaders.records import Document, Provision
from tests.loaders.written import raw

Head = tuple[str | None, str | None, str, str | None, str | None]


def document(text: str) -> Document:
    """The one document of a text."""
    found, _ = extracted(raw(text.strip() + "\n"))
    (only,) = found
    return only.document


def head_of(text: str, *, titled: bool = True) -> Head:
    """Number, title (where it is asked for), issuers one space apart, day and addressees of a text's document."""
    found = document(text)
    issuers = " ".join(issuer.name for issuer in found.issuers)
    day = found.issued_on.isoformat() if found.issued_on else None
    return found.doc_number, found.title if titled else None, issuers, day, found.addressees


def issued(body: str, issuer: str, day: str = "2015年3月2日", number: str | None = None) -> Document:
    """A notice of that issuer with this body."""
    head = f"{issuer}关于做好有关工作的通知\n" + (f"{number}\n" if number else "")
    return document(f"{head}\n各有关单位：\n\n{body}\n\n{issuer}\n{day}")


def unit(text: str, issuer: str, day: str = "2015年3月2日") -> Provision:
    """The first numbered unit of a notice, with this text."""
    body = f"现就有关事项通知如下。\n\n一、{text}\n\n二、及时报送有关情况。"
    return next(item for item in issued(body, issuer, day).provisions if item.path == "一")

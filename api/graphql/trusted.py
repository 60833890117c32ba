"""Trusted documents: operations that a server knows beforehand, asked for by their digest.

A manifest is the JSON object that graphql-codegen's client preset writes (persistedDocuments): digest → text. A digest
is the SHA-256 of the text in hexadecimal; a request names it as `documentId` ("sha256:" may stand in front).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import orjson

from loaders.errors import MailuoError


class Trusted:
    """The documents of a manifest; `only`: no other ones are answered."""

    def __init__(self, documents: dict[str, str] | None = None, *, only: bool = False) -> None:
        self._documents = documents or {}
        self._texts = set(self._documents.values())
        self.only = only

    def text(self, identifier: str) -> str | None:
        """Return the document with a digest, None where it is not known."""
        return self._documents.get(identifier.removeprefix("sha256:"))

    def allows(self, text: str) -> bool:
        """Whether a document that was sent as text may be answered."""
        return not self.only or text in self._texts


def read_trusted(file: Path, *, only: bool) -> Trusted:
    """Return the documents of a manifest; MailuoError where it is none or a digest is not that of its text."""
    advice = "It is one JSON object: the SHA-256 of a document in hexadecimal → the document."
    try:
        given = orjson.loads(file.read_bytes())
    except (OSError, ValueError) as error:
        raise MailuoError(f"{file} cannot be read as a manifest: {error}.", advice, 2) from error
    if not isinstance(given, dict) or not all(isinstance(text, str) for text in given.values()):
        raise MailuoError(f"{file} is no manifest of documents.", advice, 2)
    documents = {key.removeprefix("sha256:"): text for key, text in given.items()}
    for key, text in documents.items():
        if hashlib.sha256(text.encode()).hexdigest() != key:
            raise MailuoError(f"{file}: {key} is not the SHA-256 of its document.", advice, 2)
    return Trusted(documents, only=only)

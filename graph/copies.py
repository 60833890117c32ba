"""Copies of one document in several files: kept with the graph, so that one can stand in for another."""

from __future__ import annotations

import functools
import hashlib
import types
import typing
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

import orjson

from graph.version import writer_version
from loaders.records import Document, Source


@dataclass(frozen=True, slots=True)
class Copy:
    """A document as one file has it: ``content`` is a digest of all that was read, the file apart, and of the writer.

    ``read_as`` is the id that it was read with: a correction can bring two documents of one file together.

    ``size`` is in code points of clean text; ``shown`` is true of the copy that the graph shows.
    """

    uri: str
    sha256: str
    size: int
    content: str
    shown: bool = False
    read_as: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells a copy from the others of its document."""
        return self.uri, self.read_as


def copy_of(document: Document) -> Copy:
    """The copy that a document is."""
    source = document.source
    bare = replace(document, source=Source("", "", ""))
    content = hashlib.sha256(writer_version().encode() + orjson.dumps(bare)).hexdigest()[:32]
    return Copy(source.uri, source.sha256, len(document.text), content, read_as=document.id)


def best(copies: Iterable[Copy]) -> Copy | None:
    """The copy to show: the most complete one (the longest text), then the first by sha256, then by uri and id."""
    return min(copies, key=lambda copy: (-copy.size, copy.sha256, *copy.key), default=None)


def pack(document: Document) -> bytes:
    """The whole record in few bytes."""
    return zlib.compress(orjson.dumps(document), 6)


def unpack(record: bytes) -> Document:
    """The record that was packed."""
    return typing.cast(Document, _build(Document, orjson.loads(zlib.decompress(record))))


def _build(kind: Any, value: Any) -> Any:
    """A value of JSON as the type that a record's field names."""
    if value is None:
        return None
    if is_dataclass(kind):
        return _record(typing.cast(type, kind), value)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        (inner,) = (part for part in typing.get_args(kind) if part is not types.NoneType)
        return _build(inner, value)
    if origin is tuple:
        inner = typing.get_args(kind)[0]
        return tuple(_build(inner, item) for item in value)
    return date.fromisoformat(value) if kind is date else value


def _record(kind: type, value: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{field.name: _build(hints[field.name], value[field.name]) for field in fields(kind)})


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)

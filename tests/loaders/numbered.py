"""The numbered units of lines of our own writing."""

from __future__ import annotations

from loaders.blocks import blocks
from loaders.units import Unit, units
from tests.loaders.written import cleaned


def found(*lines: str) -> tuple[list[Unit], list[str]]:
    own = blocks(cleaned("\n".join(lines)))
    return units(own, 0, len(own)), [block.text for block in own]


def paths(*lines: str) -> list[str]:
    return [unit.path for unit in found(*lines)[0]]


def headings(*lines: str) -> dict[str, str | None]:
    return {unit.path: unit.heading for unit in found(*lines)[0]}

"""The soak in short, on the samples: answers stay right, and a killed Neo4j comes back under the running server."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.bench.soak import serving, soaked
from tests.samples import FOLDER

pytestmark = pytest.mark.neo4j


@pytest.mark.long
def test_answers_stay_right_under_load_and_after_neo4j_was_killed(mailuo_home: Path) -> None:
    with serving(sorted(FOLDER.glob("*.txt"))) as soak:
        assert asyncio.run(soaked(soak, connections=20, seconds=3, under=6, calm=3)) == []

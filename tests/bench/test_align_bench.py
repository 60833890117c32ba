"""The benchmark of aligning, small: it aligns everything, then single documents, and says what that took."""

from __future__ import annotations

import re

from graph.session import Database
from tests.bench.align import measured, rewrite
from tests.bench.graphql import store
from tests.bench.graphql.synthetic import Synthetic


def test_everything_is_aligned_and_then_one_document(ready: Database) -> None:
    store.fill(ready, Synthetic(30).rows())
    rewrite(ready)
    whole, one = measured(ready)
    assert re.match(r"30 documents, \d{3} measures: \d+ s, .* [1-9][\d,]* alignments", whole)
    assert one.startswith("one document more: ")
    assert ready.read("MATCH (d:Document {held: true}) WHERE d.aligned IS NULL RETURN count(*) AS n") == [{"n": 0}]

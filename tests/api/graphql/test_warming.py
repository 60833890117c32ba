"""A server's own questions at its start."""

from __future__ import annotations

import pytest

from api.graphql.warming import OPERATIONS, warm
from graph.session import Database
from tests.api.graphql.conftest import Asker

pytestmark = pytest.mark.neo4j


def test_every_question_is_answered(ask: Asker) -> None:
    assert ask.runner.run(warm(ask.reader)) == list(OPERATIONS)


def test_a_graph_without_documents_is_asked_nothing(ask: Asker, small: Database) -> None:
    small.write("MATCH (d:Document) SET d:Other REMOVE d:Document")
    assert ask.runner.run(warm(ask.reader)) == []

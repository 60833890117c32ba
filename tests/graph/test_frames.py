from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from graph.browser import looks
from graph.frames import frame, picture
from graph.session import Database
from loaders.errors import MailuoError
from tests.samples import LOWER, UPPER, load_samples

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def samples(engine: Database) -> Database:
    return load_samples(engine)


def test_a_named_statement_is_a_data_frame_with_the_columns_of_its_header(samples: Database) -> None:
    rows = frame(samples, "trace", document=LOWER, direction="up")
    assert list(rows.columns[:4]) == ["depth", "from_id", "from_number", "from_title"]
    first = rows.iloc[0]
    assert (first["from_id"], first["relation"], first["to_id"]) == (LOWER, "implements", UPPER)


def test_dates_can_be_reckoned_with(samples: Database) -> None:
    rows = frame(samples, "deadlines", limit=5)
    assert len(rows) == 5
    assert rows["ends_on"].dropna().dt.strftime("%Y-%m").tolist() == ["2022-06", "2022-09", "2022-10", "2022-11"]


def test_a_picture_has_the_captions_and_colours_of_the_style(samples: Database) -> None:
    drawn = picture(samples, "duties", document=LOWER)
    colours = {look.label: look.colour for look in looks()}
    shown = {node.caption: node.color.as_hex() for node in drawn.nodes if node.color is not None}
    assert shown["江苏省公安厅"] == colours["Department"]
    assert shown["推行“免证办”服务"] == colours["Measure"], (
        "a measure looks like a measure, though it is a provision too"
    )
    assert {edge.caption for edge in drawn.relationships} == {"HAS_PROVISION", "RESPONSIBLE_FOR"}
    assert all("text" not in node.properties for node in drawn.nodes)
    assert json.dumps("江苏省公安厅") in str(drawn.render().data)


def test_parameters_are_checked(samples: Database) -> None:
    with pytest.raises(MailuoError, match="trace needs the parameter document"):
        frame(samples, "trace")
    with pytest.raises(MailuoError, match="No statement is called browser/none"):
        picture(samples, "none")


@pytest.mark.parametrize(
    ("module", "ask", "sentence"),
    [("pandas", frame, "pandas is not installed"), ("neo4j_viz.neo4j", picture, "neo4j-viz is not installed")],
)
def test_without_the_extra_it_is_named(
    samples: Database, module: str, ask: Any, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked: Any = None
    monkeypatch.setitem(sys.modules, module, blocked)
    with pytest.raises(MailuoError, match=sentence) as caught:
        ask(samples, "stats")
    assert "mailuo[notebook]" in caught.value.advice

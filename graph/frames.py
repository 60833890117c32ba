"""For analysts who work with pandas: named statements as data frames and as pictures, over the official driver.

The extra ``notebook`` brings pandas and neo4j-viz; nothing else of mailuo imports this module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import neo4j

from graph.ask import checked, find
from graph.browser import PICTURES, looks
from graph.session import Database, explained
from graph.statements import Statement, statement
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from neo4j_viz import VisualizationGraph
    from pandas import DataFrame

T = TypeVar("T")
MISSING = 'pip install "mailuo[notebook]" brings it.'
INNER = frozenset({"text", "tokens", "number_key", "title_keys", "issuer_keys"})
"""Properties that a picture leaves out: whole texts, and keys that only look-ups need."""


def frame(database: Database, name: str, /, **parameters: Any) -> DataFrame:
    """Run a named statement read-only and return its rows, dates as pandas' own.

    MailuoError (2) for an unknown statement, parameter or type; MailuoError when pandas is not installed.
    """
    try:
        import pandas  # noqa: F401 -- the driver wants it, and says so less plainly
    except ModuleNotFoundError as error:
        raise MailuoError("pandas is not installed.", MISSING) from error
    return _asked(database, find(name), parameters, lambda result: result.to_df(parse_dates=True))


def picture(database: Database, name: str, /, **parameters: Any) -> VisualizationGraph:
    """Run a statement of cypher/browser read-only and return what it names, drawn in the style of Neo4j Browser.

    Its ``render()`` is HTML that holds all it needs. MailuoError (2) for an unknown statement, parameter or type;
    MailuoError when neo4j-viz is not installed.
    """
    try:
        from neo4j_viz.neo4j import from_neo4j
    except ModuleNotFoundError as error:
        raise MailuoError("neo4j-viz is not installed.", MISSING) from error
    drawn = from_neo4j(_asked(database, statement(f"{PICTURES}/{name}"), parameters, neo4j.Result.graph))
    legend = {}
    for node in drawn.nodes:
        # The last look holds, as in Browser: general labels stand before the special ones.
        look = [look for look in looks() if look.label in node.properties["labels"]][-1]
        node.caption, node.color, node.size = str(node.properties.get(look.caption) or ""), look.colour, look.diameter
        node.properties = {key: value for key, value in node.properties.items() if key not in INNER}
        legend[look.label] = look.colour
    drawn.set_legend(nodes=list(legend.items()))
    return drawn


def _asked(
    database: Database, asked: Statement, parameters: dict[str, Any], transform: Callable[[neo4j.Result], T]
) -> T:
    values = checked(asked, parameters)
    with explained(database.uri):
        return database.driver.execute_query(
            asked.text,
            values,
            database_=database.name,
            routing_=neo4j.RoutingControl.READ,
            result_transformer_=transform,
        )

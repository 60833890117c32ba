"""A graph with every label, and what is hard to write down: quotes, commas, line ends, HTML, formulas, controls."""

from __future__ import annotations

from pathlib import Path

from graph.correct import correct, correction
from graph.load import load
from graph.session import Database
from tests.graph.papers import paper, written

NUMBER = "苏政发〔2022〕801号"
OTHER = "苏政发〔2022〕802号"
HARD = (
    '他说"好", 然后,\n走了\r\n<b>&amp;</b> <script>alert(1)</script>',
    '=HYPERLINK("https://example.org")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "'quoted",
    "''",
    "",
    "NULL",
    "true",
    "[1]",
    "  spaces  ",
    "\x01\x0b\x7f\ufffe",
    "𠮷🀄é",
    "2022-01-01",
    "\r",
)
"""Texts; the graph of ``make`` has each as the name of a body."""
DUTIES = ("各设区市要在2022年底前开放目录。（省数字办牵头，省财政厅配合）",)
ALIGN = """
MATCH (lower:Measure {id: $lower}), (upper:Measure {id: $upper})
CREATE (lower)-[:ALIGNED_WITH {
  basis: 'content', score: 1.0, lag_days: -3, shared_terms: ['开放', '=目录,"'], lower_start: 10, lower_end: 20,
  upper_start: 5, upper_end: 12, origin: 'automatic'
}]->(upper)
"""
BODIES = """
UNWIND range(0, size($texts) - 1) AS number
CREATE (:Department {
  id: 'b' + number, name: $texts[number], aliases: $texts[..number], kind: 'other', known: false, tokens: ''
})
"""


def make(database: Database, folder: Path) -> None:
    """Fill a database that is set up: documents, stubs, corrections, an alignment, an ambiguous citation, texts."""
    citing = f"为落实《关于某事的通知》（{NUMBER}）和《缺失的意见》（苏政发〔2021〕9号）文件，现就有关事项通知如下。"
    load(database, written(folder, one=paper(NUMBER, measures=DUTIES), two=paper(OTHER, "共享数据", preamble=citing)))
    said = correction(NUMBER, "effective_on", "2022-09-01", '甲"', "原件,\n影印")
    assert correct(database, [said]) == []
    measures = database.read("MATCH (m:Measure) RETURN m.id AS id ORDER BY id")
    database.write(ALIGN, lower=measures[-1]["id"], upper=measures[0]["id"])
    database.write(BODIES, texts=list(HARD))

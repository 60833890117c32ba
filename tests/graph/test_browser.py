from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from graph import browser
from graph.ask import named, run
from graph.session import Database
from graph.statements import Statement, parse, statement, statements
from loaders.errors import MailuoError
from tests.samples import LOWER, load_samples

pytestmark = pytest.mark.neo4j
WITHOUT_EXAMPLE = {"Correction"}
"""Nobody corrects the samples."""
PICTURES = [one for one in statements() if one.folder == browser.PICTURES]


@pytest.fixture(scope="module")
def samples(engine: Database) -> Database:
    return load_samples(engine)


def test_every_label_has_a_look_whose_caption_is_that_of_its_example(samples: Database) -> None:
    with browser.STYLE.open(encoding="utf8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    labels = samples.read("CALL db.labels() YIELD label RETURN collect(label) AS names")[0]["names"]
    assert set(labels) - {"Meta", "Lock"} <= {row["label"] for row in rows}
    for row in rows:
        found = samples.read(
            "MATCH (n) WHERE $label IN labels(n) AND n[$caption] = $example RETURN count(n) > 0 AS drawn",
            label=row["label"], caption=row["caption"], example=row["example"],
        )  # fmt: skip
        assert found == [{"drawn": row["label"] not in WITHOUT_EXAMPLE}], row


def test_the_style_has_a_rule_a_label() -> None:
    text = browser.grass()
    assert text.count("{\n") == text.count("\n}") == len(browser.looks()) + 2
    assert "node.Department {\n  color: #b5533c;\n  border-color: #b5533c;\n" in text
    assert '  caption: "{name}";\n' in text


@pytest.mark.parametrize("one", named(), ids=lambda one: one.name)
def test_a_saved_query_answers_as_its_statement_does(samples: Database, one: Statement) -> None:
    text = browser.saved(one)
    assert text.startswith(f"// {one.name}: ")
    assert "$" not in text
    assert samples.read(text) == run(samples, f"{one.folder}/{one.name}", browser.example(one))


@pytest.mark.parametrize("one", PICTURES, ids=lambda one: one.name)
def test_a_picture_has_something_to_draw(samples: Database, one: Statement) -> None:
    rows = samples.read(browser.saved(one))
    assert rows
    assert list(rows[0]) == [field.name for field in one.columns]
    assert all(len(row[one.columns[0].name].nodes) for row in rows)


def test_values_of_every_type_are_written_as_cypher(samples: Database) -> None:
    fields = ["text STRING", "day DATE", "many LIST<STRING>", "yes BOOLEAN", "number INTEGER", "none STRING?"]
    source = "".join(f"// parameter: {field} — a value\n" for field in fields)
    source += '// example: it -p "text=O\'Brien\\\\n" -p day=2022-12-31 -p many=a,b -p yes=true -p number=7\n'
    source += "RETURN $text AS text, $day = date('2022-12-31') AS day, $many AS many, $yes AS yes, "
    source += "$number AS number, $none AS none"
    text = browser.saved(parse(source, folder="analysis", name="it"))
    assert samples.read(text) == [
        {"text": "O'Brien\\n", "day": True, "many": ["a", "b"], "yes": True, "number": 7, "none": None}
    ]


def test_what_is_imported_is_written_the_same_each_time(tmp_path: Path) -> None:
    zipped, style = browser.write(tmp_path / "new" / "folder")
    assert style.read_text("utf8") == browser.grass()
    with zipfile.ZipFile(zipped) as opened:
        names = opened.namelist()
        assert opened.read("mailuo trace/trace.cypher").decode() == browser.saved(statement("trace/trace"))
    assert len(names) == len(named()) + len(PICTURES)
    assert {name.partition("/")[0] for name in names} == {"mailuo analysis", "mailuo trace", "mailuo pictures"}
    before = zipped.read_bytes()
    browser.write(tmp_path / "new" / "folder")
    assert zipped.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(MailuoError, match="cannot be written"):
        browser.write(tmp_path / "file")


def test_a_server_that_works_for_others_is_not_started_again(samples: Database) -> None:
    with samples.session() as session, session.begin_transaction() as transaction:
        transaction.run("MATCH (d:Document {id: $id}) RETURN d", id=LOWER).consume()
        with pytest.raises(MailuoError, match=r"works for others \(1 open transactions\)"):
            browser.start()

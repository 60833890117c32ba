"""What the two READMEs print of a running mailuo is what it answers today."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from api.cli import app
from graph.session import Database
from tests.accuracy import score
from tests.samples import load_samples

ROOT = Path(__file__).parents[1]
NAMES = ("README.md", "README.zh.md")


@pytest.fixture(scope="module")
def readme() -> ModuleType:
    """The program that renews the READMEs."""
    spec = importlib.util.spec_from_file_location("readme", ROOT / "docs" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.neo4j
@pytest.mark.parametrize("name", NAMES)
def test_the_printed_answers_are_those_of_the_samples(engine: Database, readme: ModuleType, name: str) -> None:
    database = load_samples(engine)
    text = (ROOT / name).read_text("utf8")
    assert len(readme.statements(text)) == 10
    assert readme.renewed(text, database.read, readme.graphql) == text


@pytest.mark.parametrize("name", NAMES)
def test_the_printed_accuracy_is_todays(shared: Path, readme: ModuleType, name: str) -> None:
    text = (ROOT / name).read_text("utf8")
    assert readme.with_accuracy(text, score.table(score.scores(score.extraction(shared), shared))) == text


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_line_ends_every_table(name: str) -> None:
    lines = (ROOT / name).read_text("utf8").split("\n")
    ends = [after for line, after in pairwise(lines) if line.startswith("|") and not after.startswith(("|", "<!--"))]
    assert set(ends) == {""}


def test_the_picture_shows_what_the_demo_leaves_on_the_screen(readme: ModuleType) -> None:
    shown = re.findall(r"<text[^>]*>([^<]*)", readme.PICTURE.read_text("utf8"))
    words = "".join(shown).replace("&#160;", " ")
    assert all(
        part in words
        for part in ("9 documents held", "mailuo trace 苏政发〔2022〕71号 --up", "cue 贯彻落实", "lead: 省政务办")
    )
    assert "Reading documents" not in words  # frames of an animation
    assert len(shown) < 200


@pytest.mark.parametrize("name", NAMES)
def test_every_command_that_is_shown_exists(name: str) -> None:
    text = (ROOT / name).read_text("utf8")
    help_text = CliRunner().invoke(app, ["--help"]).output
    for command in set(re.findall(r"^    mailuo (\w+)", text, re.MULTILINE)):
        assert re.search(rf"\b{command}\b", help_text), command
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in set(re.findall(r"`make ([a-z-]+)", text)):
        assert f"make {target} " in listed, target


@pytest.mark.parametrize("name", NAMES)
def test_every_file_that_is_linked_is_there(name: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf8")):
        assert (ROOT / link).exists(), link

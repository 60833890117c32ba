"""The wheel and the sdist, installed apart from the checkout, run the demo and every statement."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVERY_STATEMENT = """
import shlex, sys
from typer.testing import CliRunner
from api.cli import app
from graph.ask import named
import graph, loaders, api
for package in (graph, loaders, api):
    assert "site-packages" in package.__file__, package.__file__
statements = named()
for one in statements:
    result = CliRunner().invoke(app, shlex.split(one.example)[1:])
    assert result.exit_code in (0, 1) and result.stdout, (one.name, result.output)
print(len(statements))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheel and the sdist of the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    return {"wheel": next(folder.glob("*.whl")), "sdist": next(folder.glob("*.tar.gz"))}


def run(command: list[str], folder: Path, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV_")} | variables
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_both_hold_the_statements_registries_samples_and_pages(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built["wheel"]) as wheel, tarfile.open(built["sdist"]) as sdist:
        names = {"wheel": set(wheel.namelist()), "sdist": set(sdist.getnames())}
    top = built["sdist"].name.removesuffix(".tar.gz")
    for folder, pattern in (
        ("cypher", "**/*.cypher"),
        ("loaders", "**/*.csv"),
        ("loaders", "samples/*.txt"),
        ("graph", "*.toml"),
        ("api", "pages/*.html"),
        ("api", "web/dist/**/*.*"),
    ):
        files = [file.relative_to(ROOT).as_posix() for file in (ROOT / folder).glob(pattern)]
        assert files or "dist" in pattern  # pages that could not be built here are in neither
        for file in files:
            assert f"{top}/{file}" in names["sdist"]
            assert (f"graph/{file}" if folder == "cypher" else file) in names["wheel"]
    assert not [name for name in names["wheel"] if name.startswith("api/web/") and "/dist/" not in name]
    assert not [name for name in names["wheel"] | names["sdist"] if "node_modules" in name]


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder that both installs use, one after the other; its server is stopped at the end."""
    folder = tmp_path_factory.mktemp("installed")
    yield folder
    stop = [sys.executable, "-m", "api.cli", "db", "stop"]
    run(stop, ROOT, MAILUO_HOME=str(folder / "demo"))


@pytest.mark.long
@pytest.mark.neo4j
@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_an_install_elsewhere_runs_the_demo_and_every_statement(
    kind: str, built: dict[str, Path], data_folder: Path, tmp_path: Path
) -> None:
    venv.create(tmp_path / "venv", symlinks=True)
    python = str(tmp_path / "venv" / "bin" / "python")
    # What mailuo needs comes from this environment; mailuo itself is not importable from there, only by its .pth file.
    needs = sysconfig.get_path("purelib")
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed"]
    run(
        [sys.executable, "-m", "pip", "--python", python, "install", *options, str(built[kind])],
        tmp_path,
        PYTHONPATH=needs,
    )
    variables = {"PYTHONPATH": needs, "MAILUO_HOME": str(data_folder), "PYTHONSAFEPATH": "1"}
    shown = run([str(tmp_path / "venv" / "bin" / "mailuo"), "demo", "--once"], tmp_path, **variables)
    assert "IMPLEMENTS  国发〔2022〕5号" in shown
    variables["MAILUO_HOME"] = str(data_folder / "demo")
    assert int(run([python, "-c", EVERY_STATEMENT], tmp_path, **variables)) > 20

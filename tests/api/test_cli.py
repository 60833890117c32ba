from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from api import cli
from api.cli import Program, app
from loaders.errors import MailuoError

ROOT = Path(cli.__file__).parents[1]
MAILUO = [sys.executable, "-m", "api.cli"]


def _program(error: BaseException) -> typer.Typer:
    own = typer.Typer(cls=Program, pretty_exceptions_enable=False)

    @own.command("fail")
    def fail(number: int = 0) -> None:
        print("before", number)
        raise error

    @own.command("other")
    def other() -> None:
        pass

    return own


def _run(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*MAILUO, *words], cwd=ROOT, text=True, capture_output=True, timeout=120, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("code", [1, 2, 3, 4])
def test_an_error_for_people_is_its_sentence_its_advice_and_its_exit_code(code: int) -> None:
    result = CliRunner().invoke(_program(MailuoError("It is so.", "Do this.", code)), ["fail"])
    assert (result.exit_code, result.stdout, result.stderr) == (code, "before 0\n", "It is so.\nDo this.\n")


def test_an_error_without_advice_is_one_line() -> None:
    assert CliRunner().invoke(_program(MailuoError("It is so.")), ["fail"]).stderr == "It is so.\n"


@pytest.mark.parametrize("error", [ValueError("odd"), OSError(5, "bad disk"), KeyError("k")])
def test_a_fault_is_a_sentence_and_no_trace(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILUO_DEBUG", raising=False)
    result = CliRunner().invoke(_program(error), ["fail"])
    assert result.exit_code == 3
    assert result.stderr.startswith(f"mailuo failed in a way that it should not: {type(error).__name__}")
    assert "MAILUO_DEBUG=1" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("error", [ValueError("odd"), MailuoError("It is so.")])
def test_mailuo_debug_shows_where(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILUO_DEBUG", "1")
    assert "Traceback" in CliRunner().invoke(_program(error), ["fail"]).stderr


def test_ctrl_c_ends_quietly() -> None:
    result = CliRunner().invoke(_program(KeyboardInterrupt()), ["fail"])
    assert (result.exit_code, result.stderr) == (130, "")


def test_an_exit_code_of_a_command_is_kept() -> None:
    assert CliRunner().invoke(_program(typer.Exit(4)), ["fail"]).exit_code == 4


@pytest.mark.parametrize(
    "words", [["nothing"], ["lookup"], ["trace", "x", "--depth", "0"], ["stats", "--format", "xml"]]
)
def test_wrong_use_is_exit_code_2(words: list[str]) -> None:
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_version_is_that_of_the_package() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"mailuo {version('mailuo')}\n")


def test_every_command_of_the_design_is_there() -> None:
    names = "load unload extract lookup search document trace wanted stats departments department deadlines query shell"
    listed = CliRunner().invoke(app, ["--help"]).stdout
    for name in [*names.split(), "serve", "schema", "db", "demo"]:
        assert f" {name} " in listed, name
    listed = CliRunner().invoke(app, ["db", "--help"]).stdout
    for name in ("start", "stop", "status", "reset"):
        assert f" {name} " in listed, name


def test_help_needs_neither_driver_nor_tokenizer_nor_web_server() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from api.cli import app; "
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0; "
        "print({'neo4j', 'jieba', 'strawberry', 'uvicorn', 'starlette', 'orjson', 'py2neo'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, text=True, capture_output=True, check=True)
    assert done.stdout == "set()\n"


def test_the_program_runs_as_a_process(tmp_path: Path) -> None:
    missing = _run("extract", str(tmp_path / "none.txt"))
    assert missing.returncode == 3
    assert "none.txt" in missing.stderr
    assert "Traceback" not in missing.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
@pytest.mark.parametrize("words", [["schema"], ["--help"], ["extract", "loaders/samples"]])
def test_a_reader_that_goes_away_ends_the_program_quietly(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*MAILUO, *words], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, timeout=120, check=False
        )
    finally:
        os.close(writer)
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr
    assert done.returncode in (0, 1)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupted_process_says_nothing() -> None:
    code = (
        "import time; from api.cli import app, main; "
        "app.command('wait')(lambda: (print('on', flush=True), time.sleep(60))); main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "wait"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stdout.readline() == b"on\n"
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=90)
    assert (process.returncode, stderr) == (130, b"")

"""Renew the pictures of the reading page and of a report that the READMEs show: ``python -m docs.screens``.

It runs ``mailuo demo`` in a data folder of its own and looks at it with Debian's Chromium (with fonts-noto-cjk).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.browser import Page, browser

PICTURE = Path(__file__).with_name("reading.png")
REPORT = Path(__file__).with_name("report.png")
UPPER = "国发〔2022〕5号"
SHOWN = "苏政发〔2022〕71号"
PLACE = "二/（一）"


@contextmanager
def _demo(home: str) -> Iterator[str]:
    """Run the demo until its pages can be asked for, and stop it and its Neo4j afterwards."""
    environment = {**os.environ, "MAILUO_HOME": home}
    command = [sys.executable, "-m", "api.cli"]
    try:
        with subprocess.Popen(
            [*command, "demo", "--port", "0"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as running:
            assert running.stdout is not None
            said = (line for line in running.stdout if line.startswith("mailuo answers on "))
            try:
                yield next(said).split()[3].rstrip("/")
            finally:
                running.terminate()
    finally:
        environment["MAILUO_HOME"] = str(Path(home) / "demo")
        subprocess.run([*command, "db", "stop"], env=environment, check=True)


def main() -> None:
    """Open a measure of a sample, choose the first body that answers for it, and write what is on the screen."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
        _demo(f"{folder}/home") as address,
        browser(Path(folder) / "profile") as socket,
    ):
        page = Page(socket)
        page.look(width=1280, height=660)
        page.open(f"{address}/read?document={quote(SHOWN)}#{quote(PLACE)}")
        page.wait("document.querySelector('.here')")
        page.run("document.querySelector('.here .k-responsibility').click()")
        page.wait("document.querySelector('.panel .card')")
        page.picture(PICTURE)
        page.look(width=960, height=980)
        page.open(_report(folder).as_uri())
        page.picture(REPORT)


def _report(folder: str) -> Path:
    """Write the report on a sample in a region, from the demo's data folder."""
    file = Path(folder) / "report.html"
    command = [sys.executable, "-m", "api.cli", "implementation", UPPER, "--region", "江苏", "--report", str(file)]
    environment = {**os.environ, "MAILUO_HOME": f"{folder}/home/demo"}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return file


if __name__ == "__main__":
    main()

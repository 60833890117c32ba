"""Renew the pictures that the READMEs show: ``python -m docs.screens``.

It runs ``mailuo demo`` in a data folder of its own and looks with Debian's Chromium (with fonts-noto-cjk) at the
reading page, a report, the notebook and Neo4j Browser.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from docs import notebook
from graph import browser as neo4j_browser
from tests.browser import Page, browser
from tests.neo4j_browser import ask, import_all, log_in, run_saved

FOLDER = Path(__file__).parent
UPPER = "国发〔2022〕5号"
SHOWN = "苏政发〔2022〕71号"
PLACE = "二/（一）"
SETTLE = 6
"""Seconds that a drawing takes to come to rest."""


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


def _reading(page: Page, address: str) -> None:
    """Open a measure of a sample, and choose the first body that answers for it."""
    page.look(width=1280, height=660)
    page.open(f"{address}/read?document={quote(SHOWN)}#{quote(PLACE)}")
    page.wait("document.querySelector('.here')")
    page.run("document.querySelector('.here .k-responsibility').click()")
    page.wait("document.querySelector('.panel .card')")
    page.picture(FOLDER / "reading.png")


def _report(page: Page, folder: Path) -> None:
    """Write the report on a sample in a region."""
    file = folder / "report.html"
    command = [sys.executable, "-m", "api.cli", "implementation", UPPER, "--region", "江苏", "--report", str(file)]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    page.look(width=960, height=980)
    page.open(file.as_uri())
    page.picture(FOLDER / "report.png")


def _notebook(page: Page, folder: Path) -> None:
    """Run the notebook, and show its picture of a document with its measures and bodies."""
    file = folder / "notebook.html"
    file.write_text(notebook.page(notebook.executed()), "utf8")
    page.look(width=1100, height=720)
    page.open(file.as_uri())
    page.run(
        "[...document.querySelectorAll('h2')].find((one) => one.innerText.startsWith('A picture')).scrollIntoView()"
    )
    page.wait("[...document.querySelectorAll('canvas')].some((one) => one.width > 300)")
    time.sleep(SETTLE)
    page.picture(FOLDER / "notebook.png")


def _neo4j_browser(page: Page, folder: Path) -> None:
    """Log in to Neo4j Browser, import our queries and style, and draw the same."""
    page.look(width=1280, height=720)
    log_in(page, str(neo4j_browser.start().browser))
    import_all(page, folder)
    ask(page, ":clear")
    run_saved(page, "pictures", "duties")
    page.wait("document.querySelectorAll('[data-testid=frame] svg circle').length > 20")
    time.sleep(SETTLE)
    page.picture(FOLDER / "browser.png")


def main() -> None:
    """Write the pictures."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name,
        _demo(f"{name}/home") as address,
        browser(Path(name) / "profile") as socket,
    ):
        _reading(Page(socket), address)
        os.environ["MAILUO_HOME"] = f"{name}/home/demo"
        _report(Page(socket), Path(name))
        _notebook(Page(socket), Path(name))
        _neo4j_browser(Page(socket), Path(name))


if __name__ == "__main__":
    main()

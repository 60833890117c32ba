"""``mailuo serve`` in a process of its own, Node.js and npm: what the tests of pages in a browser stand on."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import Page, browser, executable

_PATIENT = """
from api.cli import main
from api.graphql.http import Runner
from api.graphql.reader import Neo4jReader
Runner.__init__.__kwdefaults__["time_limit"] = Neo4jReader.__init__.__kwdefaults__["timeout"] = 120
main()
"""
"""The program with longer limits, as a busy machine may take its time; the limits have tests of their own."""


@contextlib.contextmanager
def serving() -> Iterator[str]:
    """Serve the tests' Neo4j, and say at which address."""
    command = [sys.executable, "-c", _PATIENT, "serve", "--port", "0"]
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as running,
    ):
        assert running.stdout is not None
        try:
            line = running.stdout.readline()
            assert line.startswith("mailuo answers on "), line
            yield line.split()[3].rstrip("/")
        finally:
            running.terminate()


@contextlib.contextmanager
def tab() -> Iterator[Page]:
    """Open a tab; the test is skipped where there is no Chromium."""
    if executable() is None:
        pytest.skip("there is no Chromium on this machine (Debian: apt install chromium)")
    # Chromium writes to its profile while it ends.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, browser(Path(folder)) as socket:
        yield Page(socket)


def node(*arguments: str, program: str = "node", folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Node.js or npm, those of the environment before any other; the test is skipped where there are none."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    found = shutil.which(program, path=path)
    if found is None:
        pytest.skip(f"there is no {program} in the environment (make web brings it)")
    environment = {**os.environ, "PATH": path, **variables}
    return subprocess.run([found, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)

"""Neo4j Browser in Chromium: it logs in, imports our queries and style, answers, draws, and stays on this machine."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import psutil
import pytest
import requests

from graph import browser, server
from graph.session import connect
from tests.browser import Page
from tests.neo4j_browser import ask, import_all, log_in, run_saved, wait_for
from tests.samples import LOWER, load_samples
from tests.served import tab

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Server]:
    """A Neo4j of its own with the samples and Browser."""
    before = os.environ["MAILUO_HOME"]
    os.environ["MAILUO_HOME"] = str(tmp_path_factory.mktemp("browser"))
    try:
        started = browser.start()
        with connect() as database:
            load_samples(database)
        yield started
    finally:
        server.stop()
        os.environ["MAILUO_HOME"] = before


@pytest.fixture(scope="module")
def page(served: server.Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Browser, logged in, with what it imports."""
    with tab() as page:
        page.look(width=1280, height=900)
        assert served.browser is not None
        log_in(page, served.browser)
        import_all(page, tmp_path_factory.mktemp("imported"))
        yield page


def test_a_saved_statement_answers_at_a_click(page: Page) -> None:
    run_saved(page, "analysis", "deadlines")
    wait_for(page, "2022年9月底前")


def test_a_picture_is_drawn_in_our_style(page: Page) -> None:
    run_saved(page, "pictures", "duties")
    page.wait("document.querySelectorAll('[data-testid=frame] svg circle[fill=\"#b5533c\"]').length")
    colours = page.run("[...new Set([...document.querySelectorAll('svg circle')].map((c) => c.getAttribute('fill')))]")
    assert {"#2f6f9f", "#b5533c", "#3f8f5f"} <= set(colours)
    assert "省有关部门" in page.text("[data-testid=frame]")


def test_nothing_is_written_until_the_person_says_so(page: Page) -> None:
    ask(page, "CREATE (:Slip)")
    wait_for(page, "AccessMode")
    with connect() as database:
        assert database.read("MATCH (n:Slip) RETURN n") == []
    ask(page, ":config useReadTransactions: false")
    wait_for(page, '"useReadTransactions": false')
    ask(page, "CREATE (n:Slip) DELETE n RETURN 'chan' + 'ged' AS what")
    wait_for(page, "changed")


def test_nothing_leaves_this_machine(served: server.Server, page: Page) -> None:
    own = (f"http://127.0.0.1:{served.http}/", f"http://127.0.0.1:{served.port}/", "data:", "blob:")
    abroad = [address for address in page.requests if not address.startswith(own)]
    assert abroad, "Browser asks other hosts for fonts and trackers, or this test sees nothing"
    assert sorted(page.refused) == sorted([*abroad, *(one for one in page.refused if one.startswith(own))])


@pytest.mark.parametrize("path", ["db/neo4j/tx/commit", "db/neo4j/query/v2"])
def test_http_takes_no_cypher(served: server.Server, path: str) -> None:
    address = f"http://127.0.0.1:{served.http}/{path}"
    answered = requests.post(address, json={"statement": "RETURN 1"}, auth=(server.USER, server.password()), timeout=30)
    assert answered.status_code == 404


def test_browser_comes_back_with_a_server_that_died_and_goes_with_a_stop(served: server.Server) -> None:
    os.kill(served.pid, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(served.pid)] if psutil.pid_exists(served.pid) else [], timeout=20)
    again = server.start()
    assert (again.http, again.browser) == (served.http, served.browser)
    assert requests.get(f"http://127.0.0.1:{again.http}/browser/", timeout=30).status_code == 200
    server.stop()
    without = server.start()
    assert (without.browser, without.port) == (None, served.port)
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{again.http}/browser/", timeout=30)
    assert browser.start().http == served.http
    with connect() as database:
        assert database.read("MATCH (d:Document {id: $id}) RETURN d.held AS held", id=LOWER) == [{"held": True}]

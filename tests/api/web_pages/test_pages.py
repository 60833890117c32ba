"""The pages on the screen of a real browser, from a real ``mailuo serve`` on the samples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

import api
from graph.load import load
from graph.session import Database
from tests.browser import Page
from tests.samples import FOLDER, HELD, LOWER, UPPER, load_samples
from tests.served import serving, tab

pytestmark = pytest.mark.neo4j
WANTED = "江苏省优化营商环境条例"
ASTRAL = "苏政发〔2022〕971号"
# What each annotation's pieces say together, beside what the server says that it quotes.
QUOTES = """[...document.querySelectorAll('.text [data-spans]')].reduce((found, piece) => {
  for (const index of piece.dataset.spans.split(' ')) found[index] = (found[index] ?? '') + piece.textContent;
  return found;
}, {})"""


@pytest.fixture(scope="module")
def address(engine: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server on the samples and one more document, whose text has characters outside the first plane."""
    if not (Path(api.__file__).parent / "web" / "dist" / "read.html").is_file():
        pytest.skip("the pages are not built (make web)")
    load_samples(engine)
    file = tmp_path_factory.mktemp("astral") / "astral.txt"
    text = (FOLDER / "02-sufa-2022-71.txt").read_text("utf8")
    for old, new in (("大力推进", "持续推进"), (LOWER, ASTRAL), ("让企业和群众", "让𠮷𪚥企业和<b>群众</b>")):
        text = text.replace(old, new)
    file.write_text(text, "utf8")
    assert load(engine, [file]).held == HELD + 1
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def chromium() -> Iterator[Page]:
    with tab() as opened:
        yield opened


@pytest.fixture
def page(chromium: Page, address: str) -> Iterator[Page]:
    """A tab that asked nothing of another host and complained of nothing, CSP violations included."""
    chromium.requests.clear()
    chromium.complaints.clear()
    yield chromium
    assert [one for one in chromium.requests if not one.startswith((f"{address}/", "data:"))] == []
    assert chromium.complaints == []


def _asked(address: str, query: str, **variables: Any) -> Any:
    with httpx.Client(trust_env=False, timeout=60) as client:
        answer = client.post(f"{address}/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in answer
    return answer["data"]


def _read(page: Page, address: str, document: str, place: str = "") -> None:
    page.open(f"{address}/read?document={quote(document)}{place and '#' + quote(place)}")
    page.wait("!document.getElementById('page').hasAttribute('aria-busy')")


@pytest.mark.parametrize("document", [LOWER, UPPER, ASTRAL])
def test_the_text_is_whole_and_marked_spans_are_their_quotes(page: Page, address: str, document: str) -> None:
    query = "query ($id: ID!) { document(id: $id) { text annotations { kind evidence { quote } } } }"
    expected = _asked(address, query, id=document)["document"]
    _read(page, address, document)
    assert page.run("document.querySelector('.text').textContent") == expected["text"]
    quotes = page.run(QUOTES)
    assert [quotes[str(index)] for index in range(len(quotes))] == [
        one["evidence"]["quote"] for one in expected["annotations"]
    ]
    assert len(quotes) > 10
    assert page.run("document.querySelector('.text b')") is None


def test_the_head_says_what_the_document_is_and_links_its_neighbours(page: Page, address: str) -> None:
    _read(page, address, LOWER)
    head = page.text(".head")
    for words in (LOWER, "江苏省人民政府", "2022-07-24", "in force 有效", f"{LOWER}[Z]", "sample 示例"):
        assert words in head
    links = page.run("[...document.querySelectorAll('.relations a')].map((a) => a.getAttribute('href'))")
    assert f"/read?document={quote(UPPER)}" in links
    assert f"/read?document={quote(WANTED)}" in links


def test_a_click_or_a_key_shows_what_a_mark_rests_on(page: Page, address: str) -> None:
    _read(page, address, LOWER)
    page.run("document.querySelector('.text .k-citation').click()")
    page.wait("document.querySelector('.panel .card.k-citation')")
    card = page.text(".panel .card")
    for words in ("carries out 贯彻落实", "citation.carries_out", "1 (printed 印刷页 1)", "held 已收", UPPER):
        assert words in card
    assert page.run("document.querySelector('.panel .card a').getAttribute('href')") == f"/read?document={quote(UPPER)}"

    page.run("document.querySelector('.text .k-responsibility').focus()")
    page.press("Enter")
    page.wait("document.querySelector('.panel .card.k-responsibility')")
    card = page.text(".panel .card")
    for words in ("江苏省政务服务管理办公室", "leads 牵头", "2022年底前，省、市、县三级要编成行政许可事项清单"):
        assert words in card

    page.run("document.querySelector('.text .k-deadline').click()")
    page.wait("document.querySelector('.panel .card.k-deadline')")
    assert "2022-12-31" in page.text(".panel .card")


def test_a_kind_can_be_turned_off(page: Page, address: str) -> None:
    _read(page, address, LOWER)
    marked = "document.querySelectorAll('.text .mark.k-region').length"
    assert page.run(marked) > 0
    page.run("document.querySelector('.legend input[value=region]').click()")
    assert page.run(marked) == 0
    assert page.run("document.querySelectorAll('.text [role=button]:not(.mark)[tabindex=\"0\"]').length") == 0
    assert page.run("document.querySelectorAll('.text .mark.k-citation').length") > 0
    page.run("document.querySelector('.legend input[value=region]').click()")
    assert page.run(marked) > 0


def test_the_address_points_at_a_provision_or_a_code_point(page: Page, address: str) -> None:
    _read(page, address, LOWER, "四/（二）")
    page.wait("document.querySelector('.here')")
    assert page.text(".here").startswith("（二）推行“免证办”服务。")
    start = _asked(address, "query ($id: ID!) { document(id: $id) { annotations { evidence { start } } } }", id=ASTRAL)[
        "document"
    ]["annotations"][3]["evidence"]["start"]
    _read(page, address, ASTRAL, str(start))
    page.wait("document.querySelector('.panel .card')")
    assert page.run("document.querySelector('.mark.chosen').dataset.spans") == "3"


def test_a_document_not_held_says_so_and_who_cites_it(page: Page, address: str) -> None:
    _read(page, address, WANTED)
    assert "This document is not held" in page.text()
    assert LOWER in page.text(".citers")
    assert page.run("document.querySelector('.text')") is None


def test_a_number_as_people_type_it_leads_to_the_document_and_an_unknown_one_says_so(page: Page, address: str) -> None:
    page.open(f"{address}/read?document={quote('苏政发[2022] 71 号')}")
    page.wait("document.querySelector('.text')")
    assert LOWER in page.text(".head")
    _read(page, address, "<img src=x onerror=alert(1)>")
    assert "No document “<img src=x onerror=alert(1)>” is known." in page.text()
    page.open(f"{address}/read")
    page.wait("document.querySelector('[role=alert]')")


def test_a_search_narrows_by_a_facet_and_leads_to_the_provision(page: Page, address: str) -> None:
    page.open(f"{address}/search")
    page.wait("document.activeElement.name === 'q'")
    page.run("document.activeElement.value = '电子证照'")
    page.press("Enter")
    page.wait("document.querySelector('.hits')")
    assert page.run("decodeURIComponent(location.search)") == "?q=电子证照"
    every = page.run("document.querySelectorAll('.hits > li').length")
    assert page.run(
        "[...document.querySelectorAll('.snippet mark')].every((mark) => '电子证照'.includes(mark.innerText))"
    )

    page.run("document.querySelector('[data-facet=\"level=PROVINCE\"]').focus()")
    page.press("Enter")
    page.wait("location.search.includes('level=PROVINCE') && document.querySelector('.hits')")
    narrowed = page.run("document.querySelectorAll('.hits > li').length")
    assert 0 < narrowed < every
    assert "国发" not in page.run(
        "[...document.querySelectorAll('.hits .of, .hits > li > a')].map(one => one.innerText.slice(0, 2)).join()"
    )
    # What else could be chosen instead stays there, and what is chosen counts what was found.
    assert page.run("document.querySelector('[data-facet=\"level=CENTRAL\"]').innerText").startswith("central 中央")
    assert page.run("document.querySelector('.facets [aria-current] small').innerText") == str(narrowed)
    page.run("document.querySelector('[data-facet=\"kind=MEASURE\"]').click()")
    page.wait("location.search.includes('kind=MEASURE') && document.querySelector('.hits')")
    assert page.run("[...document.querySelectorAll('.hits .tag')].every((tag) => tag.innerText === 'measure 措施')")

    link = page.run("document.querySelector('.hits a').getAttribute('href')")
    assert "#" in link
    page.open(address + link)
    assert "电子证照" in page.wait("document.querySelector('.here')?.innerText")


def test_more_of_a_search_follows_its_cursor(page: Page, address: str) -> None:
    page.open(f"{address}/search?q={quote('服务')}")
    page.wait("document.querySelector('.hits')")
    count = "document.querySelectorAll('.hits > li').length"
    assert page.run(count) == 20
    page.run("document.querySelector('.more').click()")
    page.wait(f"{count} > 20")
    hits = page.run("[...document.querySelectorAll('.hits > li')].map((hit) => hit.querySelector('a').href)")
    assert len(set(hits)) == len(hits)


def test_a_search_that_finds_nothing_says_so(page: Page, address: str) -> None:
    page.open(f"{address}/search?q={quote('量子')}<script>")
    page.wait("document.querySelector('[role=alert]')")
    assert "Nothing was found. 没有找到。" in page.text()


def test_a_server_that_cannot_answer_is_said_with_a_way_to_try_again(chromium: Page, address: str) -> None:
    refuse = 'window.fetch = async () => new Response(\'{"errors": [{"message": "Neo4j is gone."}]}\', {status: 503})'
    with chromium.beforehand(refuse):
        for path in (f"/search?q={quote('服务')}", f"/read?document={quote(LOWER)}"):
            chromium.open(address + path)
            chromium.wait("document.querySelector('[role=alert] button')")
            assert "Neo4j is gone." in chromium.text()
            assert "Try again 重试" in chromium.text()


def test_graphiql_runs_every_example_opens_its_dialogs_and_explains_the_schema(page: Page, address: str) -> None:
    page.open(f"{address}/graphiql")
    count = page.wait("document.querySelectorAll('.examples button:enabled').length")
    assert count == 8
    answer = "document.querySelector('.result-window .CodeMirror').CodeMirror.getValue()"
    page.wait("document.querySelector('.result-window .CodeMirror')")
    for index in range(count):
        page.run("document.querySelector('.result-window .CodeMirror').CodeMirror.setValue('')")
        page.run(f"document.querySelectorAll('.examples button')[{index}].click()")
        data = json.loads(page.wait(f"{answer}.trim().startsWith('{{') && {answer}"))
        assert "errors" not in data, data["errors"]
        (root,) = data["data"].values()
        assert root
        assert root.get("totalCount", 1) > 0
    for dialog in ("settings", "short keys"):
        page.run(f"document.querySelector('[aria-label=\"Open {dialog} dialog\"]').click()")
        page.wait("document.querySelector('[role=dialog]')")
        page.run("document.querySelector('[role=dialog] [aria-label=Close], .graphiql-dialog-close').click()")
        page.wait("!document.querySelector('[role=dialog]')")
    page.run("document.querySelector('[aria-label=\"Show Documentation Explorer\"]').click()")
    page.wait("document.querySelector('.graphiql-doc-explorer')?.innerText.includes('Query')")
    page.run("[...document.querySelectorAll('.graphiql-doc-explorer a')].find((a) => a.innerText === 'Query').click()")
    page.wait("document.querySelector('.graphiql-doc-explorer').innerText.includes('检索')")


def test_the_start_page_leads_to_the_pages(page: Page, address: str) -> None:
    page.open(f"{address}/")
    links = page.run("[...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))")
    assert {"/graphiql", "/search", f"/read?document={quote(LOWER)}"} <= set(links)
    page.run("document.querySelector('input[name=q]').value = '免证办'")
    page.run("document.querySelector('form').requestSubmit()")
    page.wait("location.pathname === '/search' && document.querySelector('.hits')")


def test_the_licences_of_what_is_bundled_are_served(address: str) -> None:
    with httpx.Client(trust_env=False, timeout=60) as client:
        text = client.get(f"{address}/assets/licenses.txt").text
    for package in ("graphiql", "react", "react-dom", "graphql", "codemirror"):
        assert f"## {package} - " in text

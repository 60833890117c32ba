"""What a person does in Neo4j Browser, done in Chromium: log in, import, run."""

from __future__ import annotations

import json
from pathlib import Path

from graph import browser, server
from tests.browser import Page


def log_in(page: Page, address: str) -> None:
    """Log in, and wait for the command that Browser runs then: questions are put in READ transactions from there on."""
    page.open(address)
    page.wait("document.querySelector('[data-testid=password]')")
    page.type("[data-testid=password]", server.password())
    page.run("document.querySelector('[data-testid=connect]').click()")
    page.wait("document.body.innerText.includes('You are connected as user')")
    page.wait("document.body.innerText.includes('\"useReadTransactions\": true')")


def import_all(page: Page, folder: Path) -> None:
    """Drop the saved queries and the style on the window."""
    for file in browser.write(folder):
        page.drop(".filedrop", file)
    page.wait("localStorage.getItem('neo4j.grass')?.includes('node.Document')")
    page.wait("localStorage.getItem('neo4j.documents')?.includes('who_leads_most')")


def ask(page: Page, text: str) -> None:
    """Type into the editor and run it."""
    page.type("[data-testid=activeEditor] textarea", text)
    page.run("document.querySelector('[data-testid=editor-Run]').click()")


def run_saved(page: Page, folder: str, name: str) -> None:
    """Run a saved query by a click."""
    if not page.run("document.body.innerText.includes('Local scripts')"):
        page.run("document.querySelector('[data-testid=navigationFavorites] button').click()")
    expand = f"document.querySelector('[data-testid=\"expandFolder-mailuo {folder}\"]')"
    page.wait(expand)
    page.run(f"{expand}.click()")
    title = f"document.querySelector('[data-testid^=\"scriptTitle-{name}:\"]')"
    page.wait(title)
    page.run(f"{title}.parentElement.querySelector('[data-testid=savedScriptsButton-Run]').click()")


def wait_for(page: Page, words: str) -> None:
    """Wait until the newest answer shows some words."""
    page.wait(f"document.querySelector('[data-testid=frameContents]').innerText.includes({json.dumps(words)})")

"""The notebook run as it stands, and as a web page that loads nothing: ``python -m docs.notebook PAGE.html``.

The committed notebook has no outputs: they would be megabytes (a picture carries its program), and stale after the next
rule. What it shows is proved by tests/test_notebook.py and seen in the picture that docs/screens.py takes of the page.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from nbformat import NotebookNode

NOTEBOOK = Path(__file__).with_name("notebook.ipynb")
TIMEOUT = 300
"""Seconds that a cell may take on a busy machine, a start of Neo4j included."""


def executed() -> NotebookNode:
    """Return the notebook with its outputs, run over the graph of this data folder; CellExecutionError at any fault."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3").execute()
    return notebook


def page(notebook: NotebookNode) -> str:
    """Return it as one web page, without the libraries that nbconvert would load from elsewhere."""
    exporter = HTMLExporter(require_js_url="", jquery_url="", mathjax_url="", mermaid_js_url="", widget_renderer_url="")
    html, _ = exporter.from_notebook_node(notebook)
    return str(html)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(executed()), "utf8")

"""The TypeScript of the pages that can be tested without a browser, by Node's own test runner."""

from __future__ import annotations

import re
from pathlib import Path

from tests.served import node

HERE = Path(__file__).parent


def test_spans_and_snippets() -> None:
    done = node("--test", "--test-reporter=tap", "spans.test.ts", folder=HERE)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) >= 9

"""Renew the list of statements in cypher/README.md from their headers: ``python -m docs.library``, part of make docs.

tests/api/test_statements.py proves that what is printed is what the headers say.
"""

from __future__ import annotations

import re

from graph.ask import named
from graph.statements import Field, Statement, root

GROUPS = {
    "Documents": "What is held, and how to find it.",
    "Citations": "Who cites whom, in which words, and what is missing.",
    "Chains": "How a document reaches the levels below it, and how long that takes.",
    "Bodies": "Who answers for what, and with whom.",
    "Deadlines": "What falls due.",
    "Measures and regions": "What is ordered, where, and by which instruments.",
    "Alignments": "Which measures of two levels order the same, and what nothing is aligned with.",
}
"""The groups in the order of the list, each with what is asked in it."""
README = root() / "README.md"
_LIST = re.compile(r"(<!-- statements:begin .*?-->\n)(?P<list>.*?)(<!-- statements:end -->)", re.DOTALL)


def renewed(markdown: str) -> str:
    """Return the README with the list made anew."""
    return _LIST.sub(lambda match: match[1] + listed() + match[3], markdown)


def listed() -> str:
    """Return every named statement as Markdown, a table a group."""
    lines: list[str] = []
    for group, meaning in GROUPS.items():
        lines += [
            "",
            f"### {group}",
            "",
            meaning,
            "",
            "| name | what it answers | parameters | cost |",
            "|---|---|---|---|",
        ]
        lines += [_row(one) for one in named() if one.group == group]
    return "\n".join(lines) + "\n\n"


def _row(one: Statement) -> str:
    return f"| {one.folder}/{one.name} | {one.purpose} | {', '.join(map(_parameter, one.parameters))} | {one.cost} |"


def _parameter(field: Field) -> str:
    return f"{field.name}{'?' if field.optional else ''}"


def main() -> None:
    """Write the list into cypher/README.md."""
    README.write_text(renewed(README.read_text("utf8")), encoding="utf-8")


if __name__ == "__main__":
    main()

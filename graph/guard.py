"""Which Cypher of a person's own may run: Neo4j plans it first, and only what is known to read passes.

The decision is Neo4j's: the type of the planned statement and the operators of its plan, by an allow list (guard.csv),
so that comments, escapes and spellings deceive nobody. A plan does not show what stands in a subquery inside of a list
expression (``[x IN list | COLLECT { LOAD CSV … }]`` is planned as a Projection that reads), nor which functions are
called: these are found in the tokens of the statement. Nothing here depends on whose server it is.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from graph import bounds
from graph.lexer import Token, chains, is_mark, tokens, unescaped
from loaders.errors import MailuoError

LONGEST = 16_000
"""Characters of a statement: Neo4j looks at no time limit while it reads and plans one, which can take minutes."""
OPTIONS = ("planner", "runtime", "replan")
READS, CHANGES = ("r",), ("r", "rw", "w")
Mode = Literal["explain", "profile"] | None
Plan = Mapping[str, Any]

_HIDDEN = re.compile(
    r"ResolvedCall\(\s*(?P<name>[^(]*)\(|(?P<load>LOAD CSV)|(?P<own>IN(?: \d+)?(?: CONCURRENT)? TRANSACT)"
)
_SAID = {
    "LoadCSV": ("LOAD CSV reads files and addresses", "`mailuo load` brings documents in; give lists as parameters."),
    "TransactionForeach": ("CALL { … } IN TRANSACTIONS commits transactions of its own", "Leave IN TRANSACTIONS out."),
    "TransactionApply": ("CALL { … } IN TRANSACTIONS commits transactions of its own", "Leave IN TRANSACTIONS out."),
    "TerminateTransactions": ("TERMINATE TRANSACTIONS ends the work of others", ""),
    "AdministrationCommand": ("commands of administration are not for this prompt", ""),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person typed: the statement without EXPLAIN or PROFILE (in whose place are spaces), and which it was."""

    text: str
    mode: Mode


@functools.cache
def table() -> tuple[Mapping[str, str], ...]:
    """The rows of the allow list: kind (read, write, procedure, function), a pattern of names, an example."""
    with Path(__file__).with_name("guard.csv").open(encoding="utf8", newline="") as file:
        return tuple(csv.DictReader(file))


def asked(text: str) -> Asked:
    """Take EXPLAIN or PROFILE out of a statement.

    MailuoError (2) for one that is too long or too deep to be planned in time, or has an option not on the list.
    """
    if len(text) > LONGEST:
        raise MailuoError(
            f"The statement has {len(text)} characters, more than {LONGEST}.", "Give long lists as parameters.", 2
        )
    bounds.check_depth(tokens(unescaped(text)))
    bounds.check_depth(tokens(text))
    mode: Mode = None
    start = end = 0
    for token in _options(tokens(text)):
        if token.is_word("EXPLAIN", "PROFILE"):
            mode = "explain" if token.is_word("EXPLAIN") else "profile"
            start, end = token.start, token.start + len(token.text)
        elif token.text.lower() not in OPTIONS:
            raise _refusal(f"the option {token.text} is not on the list", f"Allowed: {', '.join(OPTIONS)}.")
    return Asked(text[:start] + " " * (end - start) + text[end:], mode)


def check(text: str, plan: Plan, kind: str | None, parameters: Mapping[str, Any], *, write: bool, home: str) -> None:
    """Refuse a planned statement that is not known to read (with ``write``: to change nothing but data).

    ``plan`` and ``kind`` are the plan and query type that Neo4j gave for EXPLAIN, ``home`` is the database that it was
    asked in. MailuoError (2) names what was refused and why.
    """
    operators = list(_operators(plan))
    for operator in operators:
        _check_operator(operator, write=write, home=home)
    for operator in operators:
        _check_details(operator)
    # Escapes are read everywhere in Cypher 5, and in later ones only inside of texts: both readings must pass.
    for reading in dict.fromkeys((unescaped(text), text)):
        _check_tokens(reading)
        bounds.check(tokens(reading), parameters)
    if kind not in (CHANGES if write else READS):
        if kind in CHANGES:
            raise _refusal("it would write", "Here statements read; --write allows changes.")
        raise _refusal("it changes or shows the server or the schema, not the data", "")


def _options(found: list[Token]) -> Iterator[Token]:
    """The options in front of a statement: EXPLAIN, PROFILE, and the names of CYPHER's."""
    place = 0
    while place < len(found):
        if found[place].is_word("EXPLAIN", "PROFILE"):
            yield found[place]
            place += 1
        elif found[place].is_word("CYPHER"):
            place += 1
            if place < len(found) and found[place].kind == "number":
                place += 1
            while is_mark(found, place + 1, "="):
                yield found[place]
                place += 3
        else:
            return


def _operators(plan: Plan) -> Iterator[Plan]:
    yield plan
    for child in plan.get("children", ()):
        yield from _operators(child)


def _check_operator(operator: Plan, *, write: bool, home: str) -> None:
    whole, _, database = str(operator["operatorType"]).partition("@")
    name = whole.partition("(")[0]
    if name in _SAID:
        raise _refusal(*_SAID[name])
    if database and database.lower() != home.lower():
        raise _refusal(f"it asks another database ({database})", f"Here {home} is asked.")
    if name == "ProcedureCall":
        _check_procedure(str(operator.get("args", {}).get("Details", "")).partition("(")[0].strip())
    elif not _allows("read", name) and not _allows("write", name):
        able = "change only data" if write else "only read"
        raise _refusal(f"{_spaced(name)} is not known to {able}", "")
    elif not write and not _allows("read", name):
        raise _refusal(f"it would write ({_spaced(name)})", "Here statements read; --write allows changes.")


def _check_details(operator: Plan) -> None:
    """Look at what Neo4j prints of expressions: in them it plans subqueries that are no operators of the plan."""
    for found in _HIDDEN.finditer(str(operator.get("args", {}).get("Details", ""))):
        if found["load"]:
            raise _refusal(*_SAID["LoadCSV"])
        if found["own"]:
            raise _refusal(*_SAID["TransactionApply"])
        _check_procedure(found["name"].strip())


def _check_tokens(text: str) -> None:
    found = tokens(text)
    for place, token in enumerate(found[:-1]):
        if token.is_word("LOAD") and found[place + 1].is_word("CSV"):
            raise _refusal(*_SAID["LoadCSV"])
        if token.is_word("USE") and _begins(found, place) and found[place + 1].kind in ("word", "quoted"):
            raise _refusal("USE asks another database", "NEO4J_DATABASE names the one to ask.")
    for chain in chains(found):
        if chain.called:
            _check_procedure(chain.name)
        elif chain.opened and not _allows("function", chain.name.lower()) and not _allows("procedure", chain.name):
            raise _refusal(f"the function {chain.name} is not on the list of those that only read", "")


def _begins(found: list[Token], place: int) -> bool:
    """Whether a clause can begin at a place: after the options, a bracket of a subquery, or UNION."""
    before = found[place - 1] if place else None
    options = sum(1 for _ in _options(found[:place]))
    return (
        before is None
        or is_mark(found, place - 1, "{", ";")
        or before.is_word("UNION", "EXPLAIN", "PROFILE")
        or (before.is_word("ALL", "DISTINCT") and place > 1 and found[place - 2].is_word("UNION"))
        or (options > 0 and is_mark(found, place - 2, "="))
        or (place == 2 and found[0].is_word("CYPHER"))
    )


def _check_procedure(name: str) -> None:
    if not _allows("procedure", name):
        raise _refusal(f"the procedure {name} is not on the list of those that only read", "")


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['name']})" for row in table() if row["kind"] == kind))


def _allows(kind: str, name: str) -> bool:
    return bool(_pattern(kind).fullmatch(name))


def _spaced(name: str) -> str:
    """An operator as words: ShowSettings → SHOW SETTINGS, what the statement says."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).upper()


def _refusal(reason: str, advice: str) -> MailuoError:
    return MailuoError(f"Refused: {reason}.", advice, 2)

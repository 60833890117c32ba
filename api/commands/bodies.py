"""``mailuo departments``, ``department`` and ``deadlines``: who answers for what, and when it falls due."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.answers import FormatOption, answer, opened
from loaders.errors import MailuoError

if TYPE_CHECKING:
    from graph.session import Database


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("departments")(departments)
    app.command("department")(department)
    app.command("deadlines")(deadlines)


def departments(
    unknown: Annotated[bool, typer.Option("--unknown", help="Only bodies that the registry does not have.")] = False,
    level: Annotated[str | None, typer.Option(help="Only this level: central, ministry, province …")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 1000,
    form: FormatOption = None,
) -> None:
    """List the bodies of the graph, those with most measures first."""
    from graph.ask import find, run

    with opened() as database:
        rows = run(database, "departments", {"unknown": unknown, "level": level, "limit": limit})
    columns = [field.name for field in find("departments").columns]
    answer(rows, columns, form, shown=("name", "level", "region", "leads", "duties", "named", "issued"))


def department(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Full, short or other name of a body.")],
    role: Annotated[str | None, typer.Option(help="Only this role: lead, participant, responsible.")] = None,
    predecessors: Annotated[bool, typer.Option("--predecessors", help="With the bodies that it took over.")] = False,
    offices: Annotated[bool, typer.Option("--offices", help="With its parts.")] = False,
    form: FormatOption = None,
) -> None:
    """Show what a body answers for: its measures, in which role and for which sentences."""
    from graph.ask import find, run

    with opened() as database:
        asked: dict[str, Any] = {
            "department": named(database, name), "role": role, "predecessors": predecessors, "offices": offices,
        }  # fmt: skip
        rows = run(database, "department", asked)
    columns = [field.name for field in find("department").columns]
    answer(rows, columns, form, shown=("role", "name", "document_id", "path", "heading", "duty", "deadlines", "page"))


def deadlines(
    since: Annotated[datetime | None, typer.Option("--from", help="First day.", formats=["%Y-%m-%d"])] = None,
    until: Annotated[datetime | None, typer.Option("--to", help="Last day.", formats=["%Y-%m-%d"])] = None,
    body: Annotated[str | None, typer.Option("--department", help="Only what this body answers for.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 500,
    form: FormatOption = None,
) -> None:
    """List what falls due, in the order of the days, and who answers for it."""
    from graph.ask import find, run

    with opened() as database:
        asked: dict[str, Any] = {
            "from": _day(since),
            "to": _day(until),
            "department": named(database, body) if body else None,
            "limit": limit,
        }
        rows = run(database, "deadlines", asked)
    columns = [field.name for field in find("deadlines").columns]
    answer(rows, columns, form, shown=("starts_on", "ends_on", "text", "document_id", "path", "bodies", "page"))


def named(database: Database, name: str) -> str:
    """Return the id of the one body that is called so; MailuoError (4) with the candidates, (1) where there is none."""
    from graph.ask import run

    found = run(database, "department_named", {"name": name.strip()})
    exact = [row for row in found if row["whole"]]
    if len(exact) == 1:
        return str(exact[0]["id"])
    if found:
        lines = "\n".join(f"  {row['id']}  ({row['duties']} measures)" for row in exact or found)
        several = "does not name one body" if len(exact or found) > 1 else "is no body's whole name"
        raise MailuoError(f"{name} {several}. It can mean:", f"{lines}\nType one of these.", 4)
    raise MailuoError(f"No body is called {name}.", "`mailuo departments` lists them.", 1)


def _day(when: datetime | None) -> date | None:
    return when.date() if when else None

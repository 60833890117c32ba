"""Draw facts for a person's verdicts, and read the filled sheet: how many are right, and what to correct."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.alignment.said import halves
from graph.correct import correction, located
from graph.corrections import REMOVED, Correction
from graph.session import Database
from graph.statements import statement
from loaders.errors import MailuoError

KINDS = ("document", "measure", "citation", "responsibility", "deadline", "mention", "region", "alignment")
VERDICTS = ("right", "wrong")
_WORDS = {"对": "right", "正确": "right", "错": "wrong", "错误": "wrong"}
COLUMNS = "The columns are target, field, value, author and note, with commas between them."
FACTS = ("target", "document", "path", "page", "printed_page", "quote", "context", "reading")
TO_FILL = ("verdict", "field", "value", "author", "note")
"""What a person fills in: the verdict; of a wrong fact the field and its value, or neither to take the fact away."""

Row = Mapping[str, Any]


@dataclass(slots=True)
class Sheet:
    """What a sheet of corrections or verdicts says; rows are numbered as the file's lines are, its head being 1."""

    right: int = 0
    wrong: int = 0
    corrections: list[Correction] = field(default_factory=list)
    refused: list[tuple[str, MailuoError]] = field(default_factory=list)


def draw(database: Database, kind: str, sample: int, seed: int) -> list[dict[str, Any]]:
    """Return ``sample`` facts of a kind with what was read from them; one seed draws the same from the same facts.

    The draw goes by a digest of seed and id, so that further documents change it as little as they can. MailuoError
    (2) for an unknown kind.
    """
    if kind not in KINDS:
        raise MailuoError(f"No kind of fact is called {kind}.", f"The kinds are: {', '.join(KINDS)}.", 2)
    ids = [row["id"] for row in database.read(statement("audit/ids").text, p={"kind": kind})]
    chosen = sorted(ids, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).digest())[:sample]
    rows = database.read(
        statement(f"audit/{kind}").text, p={"facts": [located(name) | _measures(name) for name in chosen]}
    )
    found = {row["target"]: row for row in rows}
    return [{**found[name], **dict.fromkeys(TO_FILL)} for name in chosen if name in found]


def _measures(name: str) -> dict[str, str]:
    lower, upper = halves(name) or ("", "")
    return {"lower": lower, "upper": upper}


def read(rows: Iterable[Row], author: str = "", note: str = "") -> Sheet:
    """Read corrections (columns target, field, value, author, note), or a sheet of `audit` with its verdicts.

    With a column ``verdict``, only rows that say wrong correct anything; those that name no field take the fact away.
    ``author`` and ``note`` stand in where a row has none. Rows that cannot be read are in ``refused``.
    """
    sheet = Sheet()
    for number, row in enumerate(rows, 2):
        try:
            _take(sheet, {name: (value or "").strip() for name, value in row.items() if name}, author, note)
        except MailuoError as error:
            sheet.refused.append((f"Row {number}", error))
    return sheet


def _take(sheet: Sheet, row: Mapping[str, str], author: str, note: str) -> None:
    verdict = row.get("verdict", "").lower()
    verdict = _WORDS.get(verdict, verdict)
    if "verdict" in row and verdict not in ("", *VERDICTS):
        raise MailuoError(f"The verdict {verdict} cannot be.", f"It is {' or '.join(VERDICTS)}.", 2)
    sheet.right += verdict == "right"
    sheet.wrong += verdict == "wrong"
    if "verdict" in row and verdict != "wrong":
        return
    missing = [name for name in ("target", "field", "value") if name not in row and "verdict" not in row]
    if missing:
        raise MailuoError(f"There is no column {missing[0]}.", COLUMNS, 2)
    if not row.get("target"):
        raise MailuoError("There is no target.", COLUMNS, 2)
    name = row.get("field") or (REMOVED if verdict else "")
    if not name:
        raise MailuoError(f"{row['target']}: no field is named.", "Say which field has which value.", 2)
    value = row.get("value") or ("true" if name == REMOVED else None)
    who, why = row.get("author") or author, row.get("note") or note
    sheet.corrections.append(correction(row["target"], name, value, who, why, row.get("made_at", "")))


def interval(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927), (0, 1) where nothing was judged."""
    if not judged:
        return 0.0, 1.0
    z = 1.959964
    share, spread = right / judged, z * z / judged
    middle = share + spread / 2
    reach = z * math.sqrt(share * (1 - share) / judged + spread / (4 * judged))
    return (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)

"""What the statement implementation answers, sorted by what it is about, and in the shape of GraphQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

Row = Mapping[str, Any]
SIDES = ("upper", "lower")

MOST = {"documents": 200, "measures": 500, "additions": 500, "aligned": 100, "adopted": 100, "bodies": 200}
"""How long the lists of the statement implementation are at most; the last three, of one measure."""
_ROLES = ("lead", "responsible", "participant")
TAKEN_UP = ("carries_out", "same_action", "parallel")
"""The readings of an alignment; only the first says that one measure carries the other out."""


@dataclass(frozen=True, slots=True)
class Measure:
    """An upper measure: one of its rows for what is said of it alone, and what was found below for it."""

    upper: Row
    aligned: tuple[Row, ...]
    adopted: tuple[Row, ...]
    nearest: Row | None

    @property
    def compared(self) -> tuple[Row, ...]:
        """Those whose time limits are compared with it: what is proved to carry it out, where anything is."""
        return tuple(row for row in self.aligned if row["basis"] != "content") or self.aligned

    @property
    def bodies(self) -> list[Mapping[str, Any]]:
        """Who answers for it above and below, those that lead first."""
        return sorted(self.upper["bodies"] or (), key=lambda pair: [_rank(pair[f"{side}_roles"]) for side in SIDES])


def _rank(roles: Sequence[str] | None) -> int:
    return min((_ROLES.index(role) for role in roles or ()), default=len(_ROLES))


@dataclass(frozen=True, slots=True)
class Findings:
    """One answer: what it rests on, the lower documents, the upper measures in order, and the additions."""

    basis: Row
    documents: tuple[Row, ...]
    measures: tuple[Measure, ...]
    added: tuple[Row, ...]

    @property
    def silent(self) -> tuple[Measure, ...]:
        """The measures that nothing below takes up and that count."""
        return tuple(one for one in self.measures if one.upper["silent"] and not one.upper["organisational"])

    @property
    def silent_organisational(self) -> tuple[Measure, ...]:
        """Those that only lead, supervise or make known, and do not count."""
        return tuple(one for one in self.measures if one.upper["silent"] and one.upper["organisational"])

    @property
    def cut(self) -> dict[str, int]:
        """The lists that are as long as they may be, so that more may stand in the graph, with their lengths."""
        lengths = {
            "documents": len(self.documents),
            "measures": len(self.measures),
            "additions": len(self.added),
            "aligned": max((len(one.aligned) for one in self.measures), default=0),
            "adopted": max((len(one.adopted) for one in self.measures), default=0),
            "bodies": max((len(one.upper["bodies"] or ()) for one in self.measures), default=0),
        }
        return {name: MOST[name] for name, length in lengths.items() if length >= MOST[name]}

    @property
    def found(self) -> bool:
        """Whether anything is known of what happens below: a silence of what was compared is knowledge too."""
        return self.basis["status"] == "compared" or bool(self.documents)


def findings(rows: Sequence[Row]) -> Findings:
    """Sort the rows of the statement."""
    grouped = groupby((row for row in rows if row["upper_id"]), key=lambda row: row["upper_id"])
    return Findings(
        basis=rows[0],
        documents=tuple(row for row in rows if row["reading"] == "document"),
        measures=tuple(_measure(tuple(group)) for _, group in grouped),
        added=tuple(row for row in rows if row["reading"] == "added"),
    )


def _measure(rows: tuple[Row, ...]) -> Measure:
    return Measure(
        upper=rows[0],
        aligned=tuple(row for row in rows if row["reading"] in TAKEN_UP),
        adopted=tuple(row for row in rows if row["reading"] == "adopted"),
        nearest=next((row for row in rows if row["reading"] == "nearest"), None),
    )


def as_graphql(found: Findings, region: Mapping[str, str] | None) -> dict[str, Any]:
    """Return the answer in the words of the GraphQL fields implementation and compare; ``region``: id and name."""
    basis = found.basis
    silent = (one for one in found.measures if one.upper["silent"])
    return {
        "upper": _document(basis),
        "region": region,
        "status": basis["status"].upper(),
        "searched": {
            "documents": basis["searched"],
            "later": basis["searched_later"],
            "from": basis["searched_from"],
            "to": basis["searched_to"],
        },
        "coverage": basis["coverage"],
        "documents": [_document(row) for row in found.documents],
        "citations": [_citation(row) for row in found.documents if row["lower_id"]],
        "measures": [_implementation(one) for one in found.measures],
        "silent": [
            {"measure": _place(one.upper, "upper"), "nearest": _alignment(one.nearest) if one.nearest else None}
            for one in silent
        ],
        "added": [
            {**_place(row, "lower"), "document": {"id": row["document_id"]}, "evidence": _evidence(row, "lower")}
            for row in found.added
        ],
    }


def _document(row: Row) -> dict[str, Any]:
    return {
        "id": row["document_id"],
        "docNumber": row["document_number"],
        "title": row["document_title"],
        "level": row["document_level"] and row["document_level"].upper(),
        "issuedOn": row["issued_on"],
        "issuers": [{"name": name} for name in row["issuers"]],
    }


def _citation(row: Row) -> dict[str, Any]:
    return {
        "citing": {"id": row["document_id"]},
        "relation": row["relation"].upper(),
        "cue": row["cue"],
        "provision": {"id": row["lower_id"], "path": row["lower_path"], "heading": row["lower_heading"]},
        "evidence": _evidence(row, "lower"),
    }


def _implementation(one: Measure) -> dict[str, Any]:
    upper = one.upper
    return {
        "upper": {**_place(upper, "upper"), "deadlines": _deadlines(upper, "upper")},
        "alignments": [_alignment(row) for row in one.aligned],
        "forwardedBy": [{"id": row["document_id"]} for row in one.adopted],
        "bodies": [
            {
                "upper": pair["upper"] and {"name": pair["upper"]},
                "upperRoles": [role.upper() for role in pair["upper_roles"]],
                "lower": pair["lower"] and {"name": pair["lower"]},
                "lowerRoles": [role.upper() for role in pair["lower_roles"]],
                "counterpart": pair["counterpart"],
            }
            for pair in upper["bodies"]
        ],
        "due": upper["due"].upper(),
    }


def _alignment(row: Row) -> dict[str, Any]:
    return {
        "basis": row["basis"].upper(),
        "score": row["score"],
        "lagDays": row["lag_days"],
        "sharedTerms": row["shared_terms"] or [],
        "origin": (row["origin"] or "automatic").upper(),
        "lower": {
            "id": row["lower_id"],
            "path": row["lower_path"],
            "heading": row["lower_heading"],
            "document": {"id": row["document_id"]},
            "deadlines": _deadlines(row, "lower"),
        },
        "upperEvidence": _evidence(row, "upper"),
        "lowerEvidence": _evidence(row, "lower"),
    }


def _place(row: Row, side: str) -> dict[str, Any]:
    return {
        "id": row[f"{side}_id"],
        "path": row[f"{side}_path"],
        "heading": row[f"{side}_heading"],
        "organisational": row["organisational"],
    }


def _deadlines(row: Row, side: str) -> list[dict[str, str]]:
    return [{"text": text} for text in row[f"{side}_deadlines"]]


def _evidence(row: Row, side: str) -> dict[str, Any]:
    names = {"quote": "quote", "start": "start", "end": "end", "page": "page", "printedPage": "printed_page"}
    return {key: row[f"{side}_{name}"] for key, name in names.items()}

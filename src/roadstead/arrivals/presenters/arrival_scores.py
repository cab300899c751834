"""The targeting score of an arrival by each matrix on record: its columns, their sources, what could not be checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from roadstead.core.decision import Decision
from roadstead.core.matrix import Known
from roadstead.core.scoring import Range, Score, score
from roadstead.core.targeted import with_decision
from roadstead.core.weighing import Given
from roadstead.rulebook import matrices
from roadstead.wire.incoming.value import Incoming

# How a notice may call the types that a matrix names; whatever is called otherwise, with one word of none, is another.
TYPES = (
    ("chemical", "chemical_tanker"),
    ("gas", "gas_carrier"),
    ("oil", "oil_tanker"),
    ("bulk", "bulk_carrier"),
    ("passenger", "passenger_ship"),
    ("cruise", "passenger_ship"),
)
DECIDED = {
    "sum": "by the sum of the points",
    "column": "by a column alone, whatever the sum",
    "facts": "by facts, whatever the sum",
    "default": "since nothing brings another",
    "undecided": "",
}


@dataclass(frozen=True, slots=True)
class ScoreShown:
    """A score in words. missing: the matrix is on record for another time than that of the arrival."""

    name: str
    found: Score | None
    points: str
    bands: str
    how: str
    columns: tuple[dict[str, Any], ...]


def scores(arrival: Any, incoming: Incoming, decision: Decision, denials: int) -> list[ScoreShown]:
    """Every matrix, as in force on arrival. denials: of this ship within a year, on record here."""
    given = facts(incoming, denials)
    return [_shown(name, arrival, given, decision) for name in matrices.names()]


def facts(incoming: Incoming, denials: int) -> Given:
    """What is known. That nothing is on record here does not say that there is nothing: no zero is made of it."""
    known: dict[str, Known | None] = {"ship_type": _type(incoming)}
    if denials:
        known["denials"] = denials
    return known


def _type(incoming: Incoming) -> str | None:
    said = " ".join(filter(None, (incoming.vessel.type, incoming.vessel.sub_type))).casefold()
    if not said:
        return None
    found = [code for word, code in TYPES if word in said]
    if len(set(found)) > 1:
        return None
    return found[0] if found else None if "tank" in said else "other"


def _shown(name: str, arrival: Any, given: Given, decision: Decision) -> ScoreShown:
    try:
        matrix = matrices.in_force(name, arrival.eta.date())
    except LookupError:
        return ScoreShown(name, None, "", "", "", ())
    found = score(matrix, with_decision(matrix, given, decision))
    bands = _(" or ").join(band.title for band in found.bands)
    return ScoreShown(name, found, said(found.points), bands, DECIDED.get(found.decided_by, ""), tuple(_columns(found)))


def _columns(found: Score) -> Iterator[dict[str, Any]]:
    for column in found.columns:
        yield {"title": column.title, "points": said(column.points), "rows": [_row(found, row) for row in column.rows]}


def _row(found: Score, row: Any) -> dict[str, Any]:
    titles = {band.code: band.title for band in found.matrix.bands}
    return {
        "text": row.text,
        "surely": row.holds.value == "yes",
        "points": said(row.points),
        "band": titles.get(row.band or "", ""),
        "compared": "; ".join(row.compared),
        "verified": row.verified,
        "citation": row.citation,
    }


def said(points: Range) -> str:
    """Points in words; never a figure where they are not known."""
    if points.exact is not None:
        return str(points.exact)
    if points.high is None:
        return _("%(low)s or more") % {"low": points.low}
    if points.low is None:
        return _("%(high)s or less") % {"high": points.high}
    return _("%(low)s to %(high)s") % {"low": points.low, "high": points.high}

"""The portfolio of one officer: what is theirs now, what comes, what was, and what waits to be read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import HandOver
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.handovers import hand_overs
from roadstead.registry.queries.portfolios import COVER, RESPONSIBLE, Answering, Line

MOST_PAST = 50  # assignments that ended, on a page


@dataclass(frozen=True, slots=True)
class Held:
    """One country of a portfolio: the assignment, and who else answers for the country."""

    line: Line
    who: Answering


def context(officer: int, viewer: Viewer, on: date) -> dict[str, Any]:
    """What the page of a portfolio wants; five queries, however large it is."""
    found = portfolios.of_officer(officer, on)
    who = portfolios.answering({line.country for line in found}, on)
    now = [Held(line, who[line.country]) for line in found if line.holds(on)]
    past = portfolios.past_of_officer(officer, on)
    return {
        "own": [one for one in now if one.line.kind == RESPONSIBLE],
        "covering": [one for one in now if one.line.kind == COVER],
        "coming": sorted((line for line in found if line.first > on), key=lambda line: line.first),
        "past": past[:MOST_PAST],
        "past_count": len(past),
        "hand_overs": _hand_overs(officer, viewer),
        "next_end": min((one.line.until for one in now if one.line.until), default=None),
        "may_assign": viewer.may(Permission.ASSIGN_OFFICERS),
        "on": on,
    }


def _hand_overs(officer: int, viewer: Viewer) -> list[HandOver]:
    """The officer's hand-overs as far as the viewer may read them; those that wait to be read first."""
    rows = hand_overs(viewer).filter(Q(giver=officer) | Q(taker=officer))
    return sorted(rows, key=lambda one: not (one.taker_id == officer and one.taken_at is None))

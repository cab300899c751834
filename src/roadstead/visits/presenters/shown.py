"""A visit, and one of others, as a list or page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from roadstead.registry.presenters.marked import Label, label
from roadstead.visits.enums import Purpose, VisitKind, VisitState
from roadstead.visits.models import OtherVisit, Visit
from roadstead.visits.naming import days, name_of

__all__ = ["OtherShown", "VisitShown", "days", "name_of", "other_shown", "shown"]

TONES = {
    VisitState.PROPOSED: "quiet",
    VisitState.PLANNED: "ask",
    VisitState.NOTIFIED: "ask",
    VisitState.AGREED: "good",
    VisitState.UNDER_WAY: "good",
    VisitState.MADE: "ask",
    VisitState.REPORTED: "good",
    VisitState.CANCELLED: "alarm",
}


@dataclass(frozen=True, slots=True)
class VisitShown:
    """What every reader of a visit is shown."""

    pk: int
    name: str
    country: str
    country_name: str
    kind: str
    kind_word: Any
    purpose_word: Any
    state: str
    state_word: Any
    tone: str
    days: str
    first_on: date | None
    last_on: date | None
    lead: str
    mark: Label


@dataclass(frozen=True, slots=True)
class OtherShown:
    """What every reader of a visit of others is shown."""

    pk: int
    agency: str
    country: str
    country_name: str
    days: str
    purpose: str
    places: str
    withdrawn: bool
    mark: Label


def shown(visit: Visit) -> VisitShown:
    """One visit; country and lead were fetched."""
    state, kind = VisitState(visit.state), VisitKind(visit.kind)
    return VisitShown(
        pk=visit.pk,
        name=name_of(visit),
        country=visit.country_id,
        country_name=visit.country.name,
        kind=kind.value,
        kind_word=kind.label,
        purpose_word=Purpose(visit.purpose).label,
        state=state.value,
        state_word=state.label,
        tone=TONES[state],
        days=days(visit.first_on, visit.last_on),
        first_on=visit.first_on,
        last_on=visit.last_on,
        lead=visit.lead.name,
        mark=label(visit),
    )


def other_shown(other: OtherVisit) -> OtherShown:
    """One visit of others; its country was fetched."""
    return OtherShown(
        pk=other.pk,
        agency=other.agency,
        country=other.country_id,
        country_name=other.country.name,
        days=days(other.first_on, other.last_on),
        purpose=other.purpose,
        places=other.places,
        withdrawn=other.withdrawn_at is not None,
        mark=label(other),
    )

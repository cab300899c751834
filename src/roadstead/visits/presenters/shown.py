"""A visit, and one of others, as a list or page shows it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.registry.presenters.marked import Label, label
from roadstead.visits.enums import Purpose, VisitKind, VisitState
from roadstead.visits.models import OtherVisit, Visit

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


def name_of(visit: Visit) -> str:
    """What a visit is called: its title, or country and kind."""
    kind = VisitKind(visit.kind).label
    return visit.title or _("%(country)s: %(kind)s") % {"country": visit.country.name, "kind": kind}


def days(first_on: date | None, last_on: date | None) -> str:
    """The days of a visit in words: “3 to 7 May 2027”, “30 May to 2 June 2027”; “no days yet”."""
    if first_on is None or last_on is None:
        return _("no days yet")
    end = date_format(last_on, "j F Y")
    if first_on == last_on:
        return end
    form = "j" if (first_on.year, first_on.month) == (last_on.year, last_on.month) else "j F"
    form = form if first_on.year == last_on.year else "j F Y"
    return _("%(first)s to %(last)s") % {"first": date_format(first_on, form), "last": end}

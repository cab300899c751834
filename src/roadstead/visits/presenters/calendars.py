"""A visit as a calendar entry (RFC 5545), the same entry whenever it is fetched again: it updates itself."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from roadstead.visits.enums import VisitState
from roadstead.visits.models import Leg, Visit
from roadstead.visits.naming import name_of

DAY = timedelta(days=1)  # the end of an entry is the first day without it
STATUS = {VisitState.PROPOSED: "TENTATIVE", VisitState.PLANNED: "TENTATIVE", VisitState.CANCELLED: "CANCELLED"}


def calendar(visit: Visit, legs: list[Leg], url: str) -> HttpResponse:
    """The entry: whole days, the places, and a number that rises with each change."""
    import vobject  # a third of a second that no page needs

    entry = vobject.iCalendar()
    add_visit(entry, visit, url, "; ".join(one.port.name if one.port else one.place for one in legs))
    return answered(entry, f"visit-{visit.pk}.ics")


def add_visit(entry: Any, visit: Visit, url: str, places: str) -> None:
    """A visit as an entry of a calendar."""
    import vobject

    event = entry.add("vevent")
    event.add("uid").value = f"{visit.uid}@roadstead"
    event.add("sequence").value = str(visit.revision)
    event.add("dtstamp").value = visit.changed_at.replace(tzinfo=vobject.icalendar.utc)
    event.add("summary").value = name_of(visit)
    event.add("status").value = STATUS.get(VisitState(visit.state), "CONFIRMED")
    event.add("url").value = url
    if visit.first_on and visit.last_on:
        event.add("dtstart").value, event.add("dtend").value = visit.first_on, visit.last_on + DAY
    if places:
        event.add("location").value = places


def answered(entry: Any, name: str) -> HttpResponse:
    """A calendar as a file."""
    response = HttpResponse(entry.serialize(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

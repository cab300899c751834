"""Offerings as a calendar (RFC 5545): whole days, names that stay, a sequence that rises, so that copies renew."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from roadstead.training.catalogue import title_of
from roadstead.training.enums import OfferingState
from roadstead.training.models import Offering

DAY = timedelta(days=1)  # the end of an entry is the first day without it
STATUS = {OfferingState.PLANNED: "TENTATIVE", OfferingState.CANCELLED: "CANCELLED"}


def calendar(found: Iterable[Offering], page: Callable[[Offering], str], name: str) -> HttpResponse:
    """The calendar as a file. page: the address of the page of each."""
    import vobject  # a third of a second that no page needs

    made = vobject.iCalendar()
    for one in found:
        _add(made, one, page(one))
    response = HttpResponse(made.serialize(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


def _add(made: Any, one: Offering, url: str) -> None:
    import vobject

    event = made.add("vevent")
    event.add("uid").value = f"{one.uid}@roadstead"
    event.add("sequence").value = str(one.revision)
    event.add("dtstamp").value = one.changed_at.replace(tzinfo=vobject.icalendar.utc, microsecond=0)
    event.add("summary").value = one.title or title_of(one.course)
    event.add("location").value = one.place
    event.add("status").value = STATUS.get(OfferingState(one.state), "CONFIRMED")
    event.add("url").value = url
    event.add("dtstart").value, event.add("dtend").value = one.first_on, one.last_on + DAY

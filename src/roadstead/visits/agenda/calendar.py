"""An agenda as a calendar file: names that stay and a sequence that rises, so that what was taken in is replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

PRODUCT = "-//Roadstead//Agenda of a visit//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """One item with times. sequence: its revision; cancelled: it was taken off the agenda."""

    uid: str
    sequence: int
    changed: datetime
    starts: datetime
    ends: datetime
    summary: str
    place: str
    text: str
    tentative: bool
    cancelled: bool


def written(name: str, entries: Iterable[Entry]) -> str:
    """The calendar, as RFC 5545 has it. Moments are UTC; calendars show them by their own clocks."""
    import vobject

    calendar = vobject.iCalendar()
    calendar.add("prodid").value = PRODUCT
    calendar.add("method").value = "PUBLISH"
    calendar.add("x-wr-calname").value = name
    for one in entries:
        event = calendar.add("vevent")
        event.add("uid").value = one.uid
        event.add("sequence").value = str(one.sequence)
        moments = {"dtstamp": one.changed, "last-modified": one.changed, "dtstart": one.starts, "dtend": one.ends}
        for name_of, at in moments.items():
            event.add(name_of).value = at.replace(tzinfo=vobject.icalendar.utc, microsecond=0)
        event.add("summary").value = one.summary
        if one.place:
            event.add("location").value = one.place
        if one.text:
            event.add("description").value = one.text
        event.add("status").value = "CANCELLED" if one.cancelled else "TENTATIVE" if one.tentative else "CONFIRMED"
    return str(calendar.serialize())

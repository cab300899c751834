"""A calendar file cut down to the one event that counts, before it is read whole.

Reading a calendar whole costs a moment for each line, and a file may hold ten thousand exceptions, alarms and pictures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from roadstead.engagement.brought.draft import BroughtError

KEPT = frozenset({"UID", "DTSTART", "SUMMARY", "LOCATION", "DESCRIPTION", "ORGANIZER", "ATTENDEE"})
KEPT |= {"SEQUENCE", "STATUS", "DTSTAMP", "RECURRENCE-ID"}
OF_ALL = frozenset({"VERSION", "PRODID", "METHOD"})
MOST_LINES = 2_000  # of what is kept: an event with two hundred people has some three hundred


@dataclass(slots=True)
class Event:
    """The lines of one event that count."""

    lines: list[str] = field(default_factory=list)
    uid: str = ""
    single: bool = False  # one day of what repeats


def one_event(text: str) -> str:
    """The calendar with one event: of one that repeats, the whole before its single days, and without its rule.

    Raises BroughtError for a file that is cut off, holds no event, or several.
    """
    events: list[Event] = []
    head: list[str] = []
    zones: list[str] = []
    within: list[str] = []
    for line in _lines(text):
        name = _name(line)
        if name == "BEGIN":
            within.append(line.partition(":")[2].strip().upper())
            if within[1:] == ["VEVENT"]:
                events.append(Event())
        if within[1:2] == ["VTIMEZONE"]:
            zones.append(line)
        elif within == ["VCALENDAR"] and name in OF_ALL:
            head.append(line)
        elif within[1:] == ["VEVENT"] and name in KEPT:
            _keep(events[-1], name, line)
        if name == "END" and within:
            within.pop()
    if within:
        raise BroughtError(_("The invitation is broken and cannot be read. Save it again from your calendar."))
    chosen = _chosen(events)
    lines = ["BEGIN:VCALENDAR", *head, *zones, "BEGIN:VEVENT", *chosen.lines, "END:VEVENT", "END:VCALENDAR"]
    if len(lines) > MOST_LINES:
        raise BroughtError(_("The invitation is too long to be read. Write the interaction by hand."))
    return "\r\n".join(lines) + "\r\n"


def _keep(event: Event, name: str, line: str) -> None:
    event.lines.append(line)
    event.single = event.single or name == "RECURRENCE-ID"
    if name == "UID":
        event.uid = line.partition(":")[2].strip()


def _chosen(events: list[Event]) -> Event:
    if not events:
        raise BroughtError(_("The file holds no event. Choose an invitation that your calendar saved."))
    if len({one.uid for one in events}) > 1:
        raise BroughtError(_("The file holds several events. Save the one that you mean by itself."))
    return min(events, key=lambda one: one.single)


def _lines(text: str) -> Iterator[str]:
    """Lines as they were before they were folded (RFC 5545, 3.1)."""
    held: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if held and line[:1] in (" ", "\t"):
            held.append(line[1:])
            continue
        if held:
            yield "".join(held)
        held = [line] if line.strip() else []
    if held:
        yield "".join(held)


def _name(line: str) -> str:
    return line.partition(":")[0].partition(";")[0].strip().upper()

"""A calendar invitation (RFC 5545, .ics): what is to take place, when, where and with whom."""

from datetime import UTC, date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts import zones
from roadstead.engagement.brought.draft import Brought, BroughtError, one_line, paragraphs, parties_of
from roadstead.engagement.interaction_enums import InteractionKind, Origin
from roadstead.engagement.models import LONGEST_ORIGIN, LONGEST_PLACE, LONGEST_SUBJECT, LONGEST_SUMMARY

# What vobject raises for files that are not as they should be.
BROKEN = (LookupError, ValueError, TypeError, AttributeError, NotImplementedError, AssertionError, OverflowError)


def read(content: bytes) -> Brought:
    """The one event of a file. Raises BroughtError for a file that holds none, several, or cannot be read."""
    import vobject  # a third of a second that no page needs

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BroughtError(_("The invitation is not written in UTF-8. Save it again from your calendar.")) from error
    try:
        calendar = vobject.readOne(text)
        events = _events(calendar)
    except (*BROKEN, vobject.base.VObjectError) as error:
        raise BroughtError(
            _("The invitation is broken and cannot be read. Save it again from your calendar.")
        ) from error
    if not events:
        raise BroughtError(_("The file holds no event. Choose an invitation that your calendar saved."))
    if len({_text(one, "uid") for one in events}) > 1:
        raise BroughtError(_("The file holds several events. Save the one that you mean by itself."))
    try:
        return _brought(events[0])
    except (*BROKEN, vobject.base.VObjectError) as error:
        raise BroughtError(_("The day of the invitation cannot be read. Write the interaction by hand.")) from error


def _events(calendar: Any) -> list[Any]:
    """The events; of one that repeats, the whole before its single days."""
    if calendar is None or calendar.name != "VCALENDAR":
        return []
    return sorted(calendar.contents.get("vevent", []), key=lambda one: "recurrence-id" in one.contents)


def _brought(event: Any) -> Brought:
    on, at, zone = _moment(event)
    return Brought(
        origin=Origin.ICS,
        kind=InteractionKind.MEETING,
        key=one_line(_text(event, "uid"))[:LONGEST_ORIGIN],
        subject=one_line(_text(event, "summary"))[:LONGEST_SUBJECT] or _("Meeting without a subject"),
        held_on=on,
        held_at=at,
        zone=zone,
        place=one_line(_text(event, "location"))[:LONGEST_PLACE],
        summary=paragraphs(_text(event, "description"), LONGEST_SUMMARY),
        parties=parties_of([_party(one) for name in ("organizer", "attendee") for one in event.contents.get(name, [])]),
    )


def _moment(event: Any) -> tuple[date, time | None, str]:
    """Day, local time and zone; a time whose zone has no name that is known is told in UTC."""
    line = event.contents["dtstart"][0]
    said = line.value
    if not isinstance(said, datetime):
        return said, None, ""
    named = "".join(line.params.get("X-VOBJ-ORIGINAL-TZID", line.params.get("TZID", [])))
    zone = named if named in zones.names() else "UTC"
    if said.tzinfo is None:
        return (said.date(), said.time(), zone) if zone == named else (said.date(), None, "")
    here = said if zone == named else said.astimezone(UTC)
    return here.date(), here.time().replace(tzinfo=None, microsecond=0), zone


def _party(line: Any) -> tuple[str, str]:
    return "".join(line.params.get("CN", [])), str(line.value)


def _text(event: Any, name: str) -> str:
    lines = event.contents.get(name, [])
    return str(lines[0].value) if lines else ""

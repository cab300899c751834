"""A calendar invitation (RFC 5545, .ics): what is to take place, when, where and with whom."""

import re
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils.translation import gettext as _

from roadstead.accounts import zones
from roadstead.engagement.brought.calendars import one_event
from roadstead.engagement.brought.draft import Brought, BroughtError, one_line, paragraphs, parties_of
from roadstead.engagement.interaction_enums import InteractionKind, Origin
from roadstead.engagement.models import LONGEST_ORIGIN, LONGEST_PLACE, LONGEST_SUBJECT, LONGEST_SUMMARY

# What vobject raises for files that are not as they should be.
ANSWERS = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
METHOD = re.compile(r"^METHOD:(\w+)", re.IGNORECASE | re.MULTILINE)
FIRST = 100_000  # characters in which the method is looked for
BROKEN = (LookupError, ValueError, TypeError, AttributeError, NotImplementedError, AssertionError, OverflowError)


def read(content: bytes) -> Brought:
    """The one event of a file. Raises BroughtError for a file that holds none, several, or cannot be read."""
    import vobject  # a third of a second that no page needs

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BroughtError(_("The invitation is not written in UTF-8. Save it again from your calendar.")) from error
    try:
        (event,) = vobject.readOne(one_event(text)).contents["vevent"]
    except BroughtError:
        raise
    except (*BROKEN, vobject.base.VObjectError) as error:
        raise BroughtError(
            _("The invitation is broken and cannot be read. Save it again from your calendar.")
        ) from error
    method = _method(text)
    if method in ANSWERS:
        raise BroughtError(_("This is an answer to an invitation, and not the invitation itself."))
    try:
        return _brought(event, cancelled=method == "CANCEL")
    except (*BROKEN, vobject.base.VObjectError) as error:
        raise BroughtError(_("The day of the invitation cannot be read. Write the interaction by hand.")) from error


def _method(text: str) -> str:
    """What the file is to do (RFC 5546): request, cancel, reply…"""
    found = METHOD.search(text[:FIRST])
    return found[1].upper() if found else ""


def _key(event: Any) -> str:
    """The UID; of one day of what repeats, with that day, since the whole is another matter."""
    key = one_line(_text(event, "uid"))
    single = event.contents.get("recurrence-id", [])
    return f"{key} {single[0].value.isoformat()}"[:LONGEST_ORIGIN] if key and single else key[:LONGEST_ORIGIN]


def _brought(event: Any, *, cancelled: bool) -> Brought:
    on, at, zone = _moment(event)
    sequence = _text(event, "sequence").strip()
    return Brought(
        origin=Origin.ICS,
        kind=InteractionKind.MEETING,
        key=_key(event),
        subject=one_line(_text(event, "summary"))[:LONGEST_SUBJECT] or _("Meeting without a subject"),
        held_on=on,
        held_at=at,
        zone=zone,
        place=one_line(_text(event, "location"))[:LONGEST_PLACE],
        summary=paragraphs(_text(event, "description"), LONGEST_SUMMARY),
        sequence=int(sequence) if sequence.isascii() and sequence.isdigit() and len(sequence) < 9 else 0,
        stamp=_text(event, "dtstamp"),
        cancelled=cancelled or _text(event, "status").strip().upper() == "CANCELLED",
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

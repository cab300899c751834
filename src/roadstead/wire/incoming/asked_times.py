"""The times of 33 CFR 160.208 and 160.212: whether a notice came in time, was late, or cannot be told.

Every time has bounds: a day alone may be any hour of it, an assumed zone may be off. Late is said only where it is
late on every reading.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from roadstead.rulebook.notice_rules import TimesRecord
from roadstead.wire.incoming.base import When, Zone
from roadstead.wire.incoming.value import Incoming, Kind, Transaction

HALF_DAY = timedelta(hours=12)
FARTHEST_ZONE = timedelta(hours=14)  # a day begins and ends in UTC by so much earlier or later
ASK = "Ask the sender."


class Late(NamedTuple):
    """rule: which of the times; severity: a word of `asked.Severity`."""

    rule: str
    severity: str
    what: str
    todo: str = ""


class Bounds(NamedTuple):
    """The earliest and the latest that a moment can be."""

    first: datetime
    last: datetime


def look(incoming: Incoming, received_at: datetime, times: TimesRecord) -> Iterator[Late]:
    """Findings on when the notice came."""
    eta = bounds(incoming.arrival.eta, times)
    if incoming.kind is Kind.DEPARTURE or eta is None:
        return
    if received_at > eta.last:
        what = "The time of arrival had passed when the notice came."
        yield Late("long", "unclear", what, "Ask when the ship arrives, or whether it has arrived.")
        return
    lead = (eta.first - received_at, eta.last - received_at)
    if incoming.transaction is Transaction.UPDATE:
        yield from _update(lead, times)
    else:
        yield from _first(incoming, received_at, eta, lead, times)


def bounds(when: When | None, times: TimesRecord) -> Bounds | None:
    """What a time can mean; None where it is not known at all."""
    if when is None or when.moment is None:
        return None
    slack = timedelta()
    if when.zone is Zone.DAY:
        slack = HALF_DAY + FARTHEST_ZONE
    elif when.zone is Zone.ASSUMED:
        slack = times.assumed_zone.length
    return Bounds(when.moment - slack, when.moment + slack)


def _update(lead: tuple[timedelta, timedelta], times: TimesRecord) -> Iterator[Late]:
    least, most = lead
    if most < times.late_update.length:
        what = f"The update came {_hours(most)} before arrival; {times.late_update.hours} hours are the least."
        yield Late("late_update", "late", what)
    elif least < times.late_update.length:
        yield Late(
            "late_update", "unclear", "The update may have come too late; the time of arrival is not exact.", ASK
        )
    elif least < times.update.length:
        what = f"The update came less than {times.update.hours} hours before arrival."
        yield Late("update", "note", what, "In time only if what changed was not known earlier.")


def _first(
    incoming: Incoming, received_at: datetime, eta: Bounds, lead: tuple[timedelta, timedelta], times: TimesRecord
) -> Iterator[Late]:
    least, most = lead
    if least >= times.long.length:
        return
    rule = "seaway" if "seaway" in (incoming.voyage.type or "").casefold() else "short"
    departed = _departure(incoming, times)
    if most < times.short.length:
        yield _too_late(incoming, rule, most, times)
    elif departed is None:
        what = f"It came less than {times.long.hours} hours before arrival; the last departure is not known."
        yield Late(rule, "unclear", what, "Ask when the ship left its last port.")
    else:
        yield from _by_voyage(rule, received_at, eta, lead, departed, times)


def _by_voyage(
    rule: str,
    received_at: datetime,
    eta: Bounds,
    lead: tuple[timedelta, timedelta],
    departed: Bounds,
    times: TimesRecord,
) -> Iterator[Late]:
    least, most = lead
    shortest, longest = eta.first - departed.last, eta.last - departed.first
    if shortest >= times.long.voyage:
        if most < times.long.length:
            what = f"It came {_hours(most)} before arrival, on a voyage of {times.long.voyage_hours} hours or more."
            yield Late("seaway" if rule == "seaway" else "long", "late", what)
        else:
            yield Late(rule, "unclear", "It may have come too late; the time of arrival is not exact.", ASK)
    elif longest < times.short.voyage:
        if received_at > departed.last:
            yield Late(
                rule, "late", f"It came after the ship had left, on a voyage under {times.short.voyage_hours} hours."
            )
        elif received_at > departed.first or least < times.short.length:
            yield Late(rule, "unclear", "It may have come too late; the times of the voyage are not exact.", ASK)
    elif received_at > departed.last and most < times.long.length:
        yield Late(rule, "late", f"It came after the ship had left, and {_hours(most)} before arrival.")
    else:
        what = f"Whether the voyage takes {times.long.voyage_hours} hours cannot be told, nor then whether it is late."
        yield Late(rule, "unclear", what, "Ask when the ship left, or will leave, its last port.")


def _too_late(incoming: Incoming, rule: str, most: timedelta, times: TimesRecord) -> Late:
    """Under 24 hours. Small vessels and tows have times of their own, which the notice alone does not settle."""
    what = f"It came {_hours(most)} before arrival; {times.short.hours} hours are the least."
    vessel = incoming.vessel
    kinds = f"{vessel.vessel_class or ''} {vessel.type or ''}".casefold()
    if "towing" in kinds and most >= times.towing.length:
        return Late("towing", "unclear", what, "A tow of dangerous cargo between US ports may have 12 hours.")
    small = vessel.up_to_300_gt or (vessel.tonnage is not None and vessel.tonnage <= (times.small.tonnage or 0))
    if small and incoming.voyage.under_24_hours is not False:
        return Late("small", "unclear", what, "A small US or Canadian vessel may have until an hour before it leaves.")
    return Late(rule, "late", what)


def _departure(incoming: Incoming, times: TimesRecord) -> Bounds | None:
    """When the ship left its last port: as said there, else the latest departure among the calls."""
    if incoming.last_port and incoming.last_port.departs:
        return bounds(incoming.last_port.departs, times)
    known = [found for call in incoming.calls if (found := bounds(call.departed, times))]
    return max(known, default=None)


def _hours(length: timedelta) -> str:
    hours = max(int(length.total_seconds() // 3600), 0)
    return "1 hour" if hours == 1 else f"{hours} hours"

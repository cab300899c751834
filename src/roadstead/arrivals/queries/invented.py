"""How far the invented notices of the demonstration have come."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings

from roadstead.arrivals.enums import Attention
from roadstead.arrivals.models import Arrival, Received, Sending
from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.wire.incoming.value import Incoming, restore

WHY = "how far the demonstration has come"
NUMBER = "INV-"
YEAR = 84_000  # notices: about the arrivals from abroad in US ports in a year
VOYAGES = 170_000  # two years of them, of which half are made
A_DAY = VOYAGES / 730.5
RESERVE = timedelta(days=40)  # voyages beyond the first day, whose notices come in while the demonstration runs
_NAME = re.compile(r"invented (\d+)-(\d+) until (\d{4}-\d{2}-\d{2})\.jsonl")


@dataclass(frozen=True, slots=True)
class Begun:
    """The voyages that were made: from first to last, of those that end with the day `until`."""

    first: int
    last: int
    until: date


def beginning() -> int:
    """The first voyage of the year."""
    return max(1, VOYAGES - round(RESERVE.days * A_DAY) - YEAR)


def left() -> int:
    """How many notices of the year are still to be made; 0 where none is made here."""
    there = None if settings.ENVIRONMENT.production else begun()
    return max(0, there.first - beginning()) if there else 0


def begun() -> Begun | None:
    """How far it has come; None where no such demonstration was begun."""
    rows = Sending.objects.for_the_system(WHY).filter(name__startswith="invented ")
    found = [match for name in rows.values_list("name", flat=True) if (match := _NAME.fullmatch(name))]
    if not found:
        return None
    firsts, lasts = [int(one[1]) for one in found], [int(one[2]) for one in found]
    latest = _numbered().order_by("-notice_id").values_list("notice_id", flat=True).first()
    last = max([*lasts, int(latest.removeprefix(NUMBER)) if latest else 0])
    return Begun(min(firsts), last, date.fromisoformat(found[0][3]))


def to_be_updated() -> tuple[Incoming, int] | None:
    """The notice of an invented ship that is still some days away, of which nothing was heard for longest; its version.

    None where there is none.
    """
    soon = clock.now() + timedelta(days=2)
    rows = _numbered().filter(eta__gte=soon, attention__in=(Attention.QUIET, Attention.LOOK))
    ship = rows.order_by("changed_at").first()
    if ship is None:
        return None
    return restore(Received.objects.filter(arrival=ship, current=True).stated().get().stored.encode()), ship.number


def _numbered() -> GuardedQuerySet[Arrival]:
    return Arrival.objects.for_the_system(WHY).filter(notice_id__startswith=NUMBER)

"""Arrivals that somebody may read, and those of them that are asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Q, QuerySet

from roadstead.arrivals.models import Arrival, Received, Rejudgement, Verdict
from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer

Rows = GuardedQuerySet[Arrival]
MINE, EXPECTED, PAST = "mine", "expected", "past"
JUST_IN = timedelta(days=1)  # a ship that came yesterday is still met
COLUMNS = {"eta": "eta", "ship": "ship", "port": "port", "zone": "zone", "verdict": "outcome", "changed": "changed_at"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a list of arrivals; an empty field asks nothing. zone: a name, or "mine"."""

    text: str = ""
    zone: str = ""
    outcome: str = ""
    when: str = ""
    sort: str = "eta"


def readable(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return Arrival.objects.visible_to(viewer)


def own_zones(viewer: Viewer) -> frozenset[str] | None:
    """The zones that somebody acts for; None is all of them."""
    return viewer.reach(Permission.ACT_ON_ARRIVALS, ScopeKind.ZONE)


def in_zone(viewer: Viewer, zone: str) -> Q:
    """Of a zone, or of one's own: with those of ports that no source places."""
    if zone != MINE:
        return Q(zone=zone) if zone else Q()
    own = own_zones(viewer)
    return Q() if own is None else Q(zone__in=own) | Q(zone__isnull=True)


def find(rows: Rows, asked: Asked, viewer: Viewer) -> Rows:
    """The rows that fit, in the order asked for."""
    rows = rows.filter(in_zone(viewer, asked.zone))
    since = clock.now() - JUST_IN
    if asked.when == EXPECTED:
        rows = rows.filter(eta__gte=since)
    elif asked.when == PAST:
        rows = rows.filter(eta__lt=since)
    if asked.outcome:
        rows = rows.filter(outcome=asked.outcome)
    for word in asked.text.split():
        rows = rows.filter(Q(ship__icontains=word) | Q(imo__startswith=word) | Q(port__iexact=word))
    down, column = asked.sort.startswith("-"), F(COLUMNS[asked.sort.removeprefix("-")])
    return rows.order_by(column.desc(nulls_last=True) if down else column.asc(nulls_last=True), "-pk")


def versions(arrival: Arrival) -> GuardedQuerySet[Received]:
    """The versions of the notice of an arrival that was read for a viewer, the latest first."""
    return Received.objects.filter(arrival=arrival).stated().select_related("taken_by")


def verdicts(arrival: Arrival) -> GuardedQuerySet[Verdict]:
    """Its verdicts as they were given, the latest first."""
    return Verdict.objects.filter(arrival=arrival).stated()


def rejudgements() -> QuerySet[Rejudgement]:
    """The times that all stored notices were judged again."""
    return Rejudgement.objects.all()


def contents(keys: Collection[int]) -> dict[int, str]:
    """What is judged of arrivals that were read for a viewer, by their keys."""
    rows = Received.objects.filter(arrival__in=keys, current=True).stated()
    return dict(rows.values_list("arrival_id", "content"))

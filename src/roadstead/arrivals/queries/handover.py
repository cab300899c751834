"""What happened in a zone during a watch: the rows from which its hand-over is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from roadstead.arrivals.enums import Attention, Side
from roadstead.arrivals.models import Arrival, Change, Decision, HandOver, Message, Note, Verdict
from roadstead.arrivals.queries.arrivals import Rows, readable
from roadstead.arrivals.queries.queue import WAITS
from roadstead.common import clock
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

A_WATCH = timedelta(hours=12)  # where nothing was handed over before
NEXT = timedelta(hours=24)
MOST = 500  # rows of one kind


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing. kind: as `presenters.handover` puts it into words; what: what it is about."""

    at: datetime
    kind: str
    arrival: Arrival
    what: tuple[str, ...] = ()


def last_handover(zone: str, viewer: Viewer) -> HandOver | None:
    """The last time that the watch of a zone was handed over."""
    return handovers(zone, viewer).first()


def handovers(zone: str, viewer: Viewer) -> GuardedQuerySet[HandOver]:
    """All of them, the latest first."""
    return HandOver.objects.visible_to(viewer).filter(zone=zone).select_related("handed_by", "taken_by")


def began(zone: str, viewer: Viewer) -> datetime:
    """Since when the present watch lasts."""
    last = last_handover(zone, viewer)
    return last.until if last else clock.now() - A_WATCH


def happened(zone: str, since: datetime, viewer: Viewer) -> list[Happening]:
    """Everything since a moment, the first thing first. A fixed number of queries, however much there is."""
    rows = readable(viewer).filter(zone=zone)
    found = sorted(_all(rows, since), key=lambda one: one[0])
    arrivals = readable(viewer).in_bulk({pk for _at, _kind, pk, _what in found})
    return [Happening(at, kind, arrivals[pk], what) for at, kind, pk, what in found if pk in arrivals]


def due(zone: str, viewer: Viewer) -> Rows:
    """Ships of the next day, and of the day before, of which somebody has still to decide, the next one first."""
    now = clock.now()
    rows = readable(viewer).filter(zone=zone, attention__in=WAITS, eta__range=(now - NEXT, now + NEXT))
    return rows.select_related("assigned_to").order_by("eta", "-unknown", "pk")


def unanswered(zone: str, viewer: Viewer) -> GuardedQuerySet[Message]:
    """Questions to ships of the zone that wait for their answers."""
    ships = readable(viewer).filter(zone=zone).exclude(attention__in=(Attention.OVER, Attention.CANCELLED))
    rows = Message.objects.filter(arrival__in=ships.values("pk"), side=Side.WATCH, settled_at__isnull=True).stated()
    return rows.exclude(link="", field="").order_by("pk")


def with_ships(rows: Iterable[Message], viewer: Viewer) -> list[tuple[Message, Arrival]]:
    """Messages beside the arrivals that they speak of."""
    held = list(rows)
    ships = readable(viewer).in_bulk({one.arrival_id for one in held})
    return [(one, ships[one.arrival_id]) for one in held if one.arrival_id in ships]


def _all(rows: Rows, since: datetime) -> Iterator[tuple[datetime, str, int, tuple[str, ...]]]:
    mine = rows.values("pk")
    decided = Decision.objects.filter(arrival__in=mine, decided_at__gt=since).stated().order_by("pk")
    for at, pk, kind, reason, who in decided.values_list(
        "decided_at", "arrival_id", "kind", "reason", "decided_by__name"
    )[:MOST]:
        yield at, "decided", pk, (kind, who, reason)
    changed = Change.objects.filter(arrival__in=mine, queued_at__gt=since).stated().order_by("pk")
    told = list(changed.values_list("queued_at", "arrival_id", "before_id", "after_id")[:MOST])
    outcomes = dict(
        Verdict.objects.filter(pk__in={key for row in told for key in row[2:]}).stated().values_list("pk", "outcome")
    )
    for at, pk, before, after in told:
        yield at, "changed", pk, (outcomes[before], outcomes[after])
    said = Message.objects.filter(arrival__in=mine, written_at__gt=since).stated().order_by("pk")
    for at, pk, side, text, value, answers in said.values_list(
        "written_at", "arrival_id", "side", "text", "value", "answers"
    )[:MOST]:
        yield at, "answered" if answers else "wrote" if side == Side.SHIP else "asked", pk, (text or value,)
    noted = Note.objects.filter(arrival__in=mine, written_at__gt=since).stated().order_by("pk")
    for at, pk, text, who in noted.values_list("written_at", "arrival_id", "text", "written_by__name")[:MOST]:
        yield at, "noted", pk, (who, text)
    yield from _came(rows, since)


def _came(rows: Rows, since: datetime) -> Iterator[tuple[datetime, str, int, tuple[str, ...]]]:
    """Notices that came first, and ships that do not come. A mere update is told by the change that it brought."""
    first = rows.filter(received_at__gt=since).order_by("pk")
    for at, pk, outcome in first.values_list("received_at", "pk", "outcome")[:MOST]:
        yield at, "new", pk, (outcome,)
    gone = rows.filter(attention=Attention.CANCELLED, changed_at__gt=since)
    for at, pk in gone.order_by("pk").values_list("changed_at", "pk")[:MOST]:
        yield at, "cancelled", pk, ()

"""Logs of measures that somebody may read, and those of them that are asked for; reports and receipts."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q

from roadstead.arrivals.models import Applied, Arrival, MeasuresLog, MeasuresReport, Receipt
from roadstead.common.access.guarded import GuardedQuerySet
from roadstead.common.access.viewer import Viewer

Rows = GuardedQuerySet[MeasuresLog]
OPEN, REPORTED = "open", "reported"
COLUMNS = {"begun": "begun_at", "ship": "ship", "port": "port", "changed": "changed_at", "reported": "reported_at"}


@dataclass(frozen=True, slots=True)
class LogsAsked:
    """What is asked of a list of logs; an empty field asks nothing."""

    text: str = ""
    state: str = ""
    sort: str = "-begun"


def logs(viewer: Viewer) -> Rows:
    """All that somebody may read."""
    return MeasuresLog.objects.visible_to(viewer)


def find(rows: Rows, asked: LogsAsked) -> Rows:
    """The rows that fit, in the order asked for."""
    if asked.state:
        rows = rows.filter(reported_at__isnull=asked.state == OPEN)
    for word in asked.text.split():
        rows = rows.filter(Q(ship__icontains=word) | Q(imo__startswith=word) | Q(port__iexact=word))
    down, column = asked.sort.startswith("-"), F(COLUMNS[asked.sort.removeprefix("-")])
    return rows.order_by(column.desc(nulls_last=True) if down else column.asc(nulls_last=True), "-pk")


def reports(log: MeasuresLog) -> list[MeasuresReport]:
    """The reports of a log that was read for a viewer, the latest first."""
    return list(MeasuresReport.objects.filter(log=log).stated())


def receipts(log: MeasuresLog) -> list[Receipt]:
    """Its receipts, the latest first, without the files."""
    return list(Receipt.objects.filter(log=log).stated().defer("document"))


def receipt_of(uid: UUID, viewer: Viewer) -> Receipt | None:
    """One receipt, for who may read its log."""
    return Receipt.objects.visible_to(viewer).filter(uid=uid).first()


def logs_of(arrival: Arrival, viewer: Viewer) -> list[MeasuresLog]:
    """The logs from which measures went into what is judged of an arrival that was read for a viewer."""
    keys = Applied.objects.filter(arrival=arrival).stated().values_list("report_id", flat=True)
    made = MeasuresReport.objects.visible_to(viewer).filter(pk__in=list(keys)).values_list("log_id", flat=True)
    return list(logs(viewer).filter(pk__in=list(made)))


def arrivals_of(found: Iterable[MeasuresReport], viewer: Viewer) -> list[Arrival]:
    """The arrivals whose verdict has any of some reports in it."""
    rows = Applied.objects.filter(report__in=[one.pk for one in found]).stated()
    keys = rows.values_list("arrival_id", flat=True)
    return list(Arrival.objects.visible_to(viewer).filter(pk__in=list(keys)))

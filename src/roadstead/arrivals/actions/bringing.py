"""Which reports of measures went into the version of a notice that counts. Called inside of actions."""

from roadstead.arrivals.intake.measured import Done
from roadstead.arrivals.intake.reported import rows_of
from roadstead.arrivals.models import Applied, Arrival, CallReported
from roadstead.common import clock


def keep_applied(arrival: Arrival, done: Done) -> None:
    """Keep them, by call."""
    now = clock.now()
    rows = [
        Applied(arrival=arrival, report=one, version=arrival.number, place=place, applied_at=now) for one, place in done
    ]
    if rows:
        Applied.objects.bulk_create(rows)


def keep_calls(arrival: Arrival, content: str, *, first: bool) -> None:
    """Have the rows say what the version that counts says. first: there was no version before."""
    if not first:
        CallReported.objects.filter(arrival=arrival).stated().delete()
    if made := list(rows_of(arrival.pk, content)):
        CallReported.objects.bulk_create(made)

"""A report of measures into what is judged of an arrival: another version of what counts, judged at once."""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from roadstead.arrivals import bridge
from roadstead.arrivals.actions.bringing import keep_applied, keep_calls
from roadstead.arrivals.actions.versions import judged_anew
from roadstead.arrivals.enums import Cause, Origin
from roadstead.arrivals.intake.measured import into, place_of
from roadstead.arrivals.models import Arrival, MeasuresReport, Received
from roadstead.arrivals.ships_events import MeasuresApplied
from roadstead.audit.actions import action, record, unchanged
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class _Again:
    """What is judged of a notice, as it is kept, with another content."""

    content: str
    missing: list[str]
    asked: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    changes: tuple[Any, ...] = field(default=())


@action
def apply_report(*, arrival: Arrival, report: MeasuresReport, by: Viewer) -> bool:
    """Bring reported measures into the call of an arrival that they are of, and judge it; whether there is such a call.

    Raises PermissionDenied.
    """
    by.must(Permission.REPORT_MEASURES, company=arrival.company)
    held = Received.objects.filter(arrival=arrival, current=True).stated().get()
    document = json.loads(held.content)
    place = place_of(document, report)
    if place is None:
        unchanged()
        return False
    into(document, place, report)
    content = bridge.content_of(document)
    if content != held.content:
        _version(arrival, held, content, report, by)
        judged_anew(arrival, _Again(content, held.missing, held.asked, held.findings), Cause.MEASURES)
    arrival.changed_at, arrival.revision = clock.now(), arrival.revision + 1
    arrival.save()
    keep_applied(arrival, [(report, place)])
    said = MeasuresApplied(version=arrival.number, place=place, outcome=arrival.outcome)
    record(said, subject=arrival, by=by)
    return True


def _version(arrival: Arrival, held: Received, content: str, report: MeasuresReport, by: Viewer) -> None:
    """What counts from now on. The notice itself stays as it came; what is judged of it has the measures, too."""
    last = Received.objects.filter(arrival=arrival).stated().order_by("-number").first()
    Received.objects.filter(arrival=arrival, current=True).stated().update(current=False)
    arrival.number = (last.number if last else 0) + 1
    Received.objects.create(
        arrival=arrival,
        number=arrival.number,
        current=True,
        content=content,
        stored=held.stored,
        findings=held.findings,
        asked=held.asked,
        missing=held.missing,
        sha256=sha256(f"{report.uid} {content}".encode()).hexdigest(),
        origin=Origin.PAGE,
        received_at=clock.now(),
        taken_by_id=by.user_id,
    )
    keep_calls(arrival, content, first=False)

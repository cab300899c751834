"""Measures that were reported, into what is judged of a notice: into the one call that they are of, or into none."""

import json
from datetime import datetime, timedelta
from typing import Any

from roadstead.arrivals import bridge
from roadstead.arrivals.intake.given import Given
from roadstead.arrivals.models import MeasuresReport
from roadstead.common import clock
from roadstead.core.logged_measures import moment

NEAR = timedelta(hours=36)  # between a log and a notice about the same departure
LONGEST_STAY = timedelta(days=10)  # of a call whose notice does not say when the ship came
KEPT = timedelta(days=400)  # reports of older calls are no part of a voyage


Done = list[tuple[MeasuresReport, int]]


def bring(given: Given, company: str) -> Done:
    """Bring what was reported of its own ship into a notice that comes; which report went into which call."""
    reports = reports_of(company, given.incoming.vessel.imo or "")
    if not reports:
        return []
    document = json.loads(given.content)
    done = overlay(document, reports)
    if done:
        given.content = bridge.content_of(document)
        given.__dict__.pop("decision", None)  # it is asked of what the notice says now
    return done


def reports_of(company: str, imo: str) -> list[MeasuresReport]:
    """The latest report of each log of a ship, of its own company alone."""
    if not company or not imo:
        return []
    rows = MeasuresReport.objects.for_the_system("what is judged of its own ship").select_related("log")
    rows = rows.filter(log__company=company, log__imo=imo, reported_at__gte=clock.now() - KEPT)
    found: dict[int, MeasuresReport] = {}
    for one in rows.order_by("pk"):
        found[one.log_id] = one
    return list(found.values())


def overlay(document: dict[str, Any], reports: list[MeasuresReport]) -> Done:
    """Put reports into a `roadstead/notice/1` document; which went into which call. What they leave out stays."""
    done = []
    for one in reports:
        place = place_of(document, one)
        if place is not None:
            into(document, place, one)
            done.append((one, place))
    return done


def into(document: dict[str, Any], place: int, report: MeasuresReport) -> None:
    """What the log knows stands; what it does not know is left as the notice has it."""
    call = document["calls"][place]
    call["measures"] = {**(call.get("measures") or {}), **report.measures}


def place_of(document: dict[str, Any], report: MeasuresReport) -> int | None:
    """The place of the one call that a report is of; None where there is none, or more than one."""
    calls = document.get("calls", [])
    found = [number for number, call in enumerate(calls) if _same(call, report)]
    return found[0] if len(found) == 1 else None


def _same(call: dict[str, Any], report: MeasuresReport) -> bool:
    log = report.log
    port = call.get("port") or ""
    if (call.get("country") or port[:2]) != log.country or (port and log.port and port != log.port):
        return False
    departed = moment(call.get("departed") or "")
    if departed is None:
        return False
    if report.departed is not None:
        return abs(departed - report.departed) <= NEAR
    arrived = moment(call.get("arrived") or "") or departed - LONGEST_STAY
    return _within(report.arrived or log.begun_at, arrived, departed)


def _within(at: datetime, first: datetime, last: datetime) -> bool:
    return first - NEAR <= at <= last + NEAR
